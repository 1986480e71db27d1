"""A pack about something else altogether loads by the same path and is answered with the same care."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.answering.answer import Answered
from bot.answering.engine import answer, build_index
from bot.answering.index import Index
from bot.answering.stealing import check_stealing
from bot.english import CommonEnglish
from bot.knowledge.model import Question
from bot.packs import load_pack, read_pack
from tests.packs.editor import faults

HARBOUR = Path(__file__).parent / "harbour"
QUESTIONS = load_pack(HARBOUR).questions


@cache
def index() -> Index:
    """Return the pack, ready to be asked."""
    return build_index(load_pack(HARBOUR), CommonEnglish())


def told(question: str) -> Answered:
    """Return the answer to a question, which must be answered."""
    found = answer(index(), question)
    assert isinstance(found, Answered), f"{question} is not answered"
    return found


def test_it_has_entries_of_every_kind_and_nothing_is_wrong_with_it() -> None:
    reading = read_pack(HARBOUR)

    assert reading.problems == ()
    assert reading.pack is not None
    assert len(reading.pack.entries) >= 20
    assert {entry.kind for entry in reading.pack.entries.values()} == {
        "fact",
        "figure",
        "quote",
        "event",
        "entity",
        "claim",
    }


def test_none_of_its_entries_steals_a_question() -> None:
    assert list(check_stealing(index())) == []


@pytest.mark.parametrize("path", sorted(HARBOUR.rglob("*.yaml")), ids=lambda path: path.name)
def test_its_files_keep_to_the_schema_that_they_name(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = text.partition("$schema=")[2].partition("\n")[0]

    assert (path.parent / named).is_file()
    assert faults(path.relative_to(HARBOUR).as_posix(), text) == []


@pytest.mark.parametrize("row", [row for row in QUESTIONS if row.expect], ids=lambda row: row.question)
def test_its_questions_are_answered_with_citations(row: Question) -> None:
    found = told(row.question)

    assert found.main.entry in row.expect
    assert found.citations


@pytest.mark.parametrize(
    "row", [row for row in QUESTIONS if not row.expect and not row.expect_all], ids=lambda row: row.question
)
def test_what_lies_beside_it_is_not_answered(row: Question) -> None:
    assert not isinstance(answer(index(), row.question), Answered)


def test_a_count_that_two_bodies_give_differently_shows_both() -> None:
    found = told("How many members were there in December 2025?")

    assert found.disputed
    assert {found.main.entry, *(other.entry for other in found.others)} == {
        "members-2025",
        "members-2025-gazette",
    }
    assert {cited.source.id for cited in found.citations} == {"census-2025", "gazette-2025"}


def test_a_rumour_is_answered_with_what_decides_it() -> None:
    found = told("Is it true that Pixel Harbour has 10,000 members?")

    assert found.main.entry == "rumour-ten-thousand"
    assert {cited.source.id for cited in found.citations} == {"census-2025", "gazette-2025"}


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("How old must I be to join?", "rule-age"),
        ("Are AI images allowed?", "rule-generated-images"),
        ("What did Odo Marsh say about sixteen colours?", "marsh-on-colours"),
    ],
)
def test_a_question_of_its_author_finds_its_entry(question: str, entry: str) -> None:
    assert told(question).main.entry == entry
