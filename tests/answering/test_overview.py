"""A pack in numbers, and how often its answers are right."""

from __future__ import annotations

from bot.answering.browsing.overview import measure, overview
from bot.answering.evaluation import Share
from tests.answering.archive import index, pack


def test_what_can_be_answered_from_is_counted_by_kind() -> None:
    found = overview(index())

    assert dict(found.entries) == {"event": 5, "quote": 4, "fact": 2, "claim": 2}
    assert found.sources == 4
    assert (found.title, found.description, str(found.as_of)) == ("Valmora", "Attacks and talks.", "2024-01")


def test_only_questions_kept_apart_for_measuring_are_put() -> None:
    found = measure(index(), pack().questions)

    assert found is not None
    assert (found.correct.total, found.wrong.total, found.false_answers) == (1, 1, Share(0, 1))


def test_without_such_questions_nothing_is_measured() -> None:
    assert measure(index(), [question for question in pack().questions if question.split == "tune"]) is None
