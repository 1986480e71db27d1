"""Answers are judged against what was expected, and shares carry their Wilson intervals."""

from __future__ import annotations

import pytest

from bot.answering.answer import Ambiguous, Answer, Answered, Statement, Unanswered
from bot.answering.evaluation import Share, judge, report
from bot.knowledge.model import Question

SILENT = Unanswered("?", 0.0)
OFFERED = Ambiguous("?", 0.5, ())


def saying(*entries: str) -> Answered:
    """Return an answer that shows some entries, the first of them as its main statement."""
    main, *others = (Statement(entry, "fact", entry, ()) for entry in entries)
    return Answered("?", 0.9, main, tuple(others))


def expecting(*entries: str) -> Question:
    """Return a question that one of some entries must answer; of none, nothing must."""
    return Question(question="?", expect=entries)


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (5, 10, 0.2366, 0.7634),
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 0, 0.0, 1.0),
    ],
)
def test_the_interval_is_that_of_wilson(hits: int, total: int, low: float, high: float) -> None:
    assert Share(hits, total).interval == pytest.approx((low, high), abs=5e-5)


def test_a_share_of_nothing_is_nothing() -> None:
    assert Share(0, 0).share == 0


def test_a_share_is_worded_with_its_counts_and_interval() -> None:
    assert str(Share(81, 263)) == "30.8 % (81/263, 25.5-36.6)"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        pytest.param(saying("a"), "correct", id="the only expected entry"),
        pytest.param(saying("b", "x"), "correct", id="another expected entry first"),
        pytest.param(saying("x"), "wrong", id="something else"),
        pytest.param(saying("x", "a"), "wrong", id="an expected entry, but not first"),
        pytest.param(OFFERED, "offered", id="choices"),
        pytest.param(SILENT, "silent", id="nothing"),
    ],
)
def test_the_first_entry_must_be_one_of_those_expected(answer: Answer, outcome: str) -> None:
    assert judge(expecting("a", "b"), answer).outcome == outcome


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        pytest.param(saying("a", "b"), "correct", id="both sides"),
        pytest.param(saying("x", "b", "a"), "correct", id="both sides beside another entry"),
        pytest.param(saying("a"), "wrong", id="one side"),
        pytest.param(OFFERED, "offered", id="choices"),
        pytest.param(SILENT, "silent", id="nothing"),
    ],
)
def test_all_entries_of_a_dispute_must_be_shown(answer: Answer, outcome: str) -> None:
    assert judge(Question(question="?", expect_all=("a", "b")), answer).outcome == outcome


def test_where_a_dispute_and_single_entries_are_expected_the_dispute_decides() -> None:
    assert judge(Question(question="?", expect=("a",), expect_all=("a", "b")), saying("a")).outcome == "wrong"


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [(saying("a"), "false answer"), (OFFERED, "rightly silent"), (SILENT, "rightly silent")],
)
def test_a_question_that_must_find_nothing_must_not_be_answered(answer: Answer, outcome: str) -> None:
    assert judge(expecting(), answer).outcome == outcome


def test_a_report_counts_covered_questions_and_others_apart() -> None:
    found = report(
        [
            judge(expecting("a"), saying("a")),
            judge(expecting("a"), saying("x")),
            judge(expecting("a"), OFFERED),
            judge(expecting("a"), SILENT),
            judge(Question(question="?", expect_all=("a", "b")), saying("a", "b")),
            judge(expecting(), saying("a")),
            judge(expecting(), SILENT),
        ]
    )

    assert found.correct == Share(2, 5)
    assert found.wrong == Share(1, 5)
    assert found.offered == Share(1, 5)
    assert found.false_answers == Share(1, 2)
