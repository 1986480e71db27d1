"""The JSON of an answer keeps its keys and types, and only an answer asserts and cites."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.answering.answer import Ambiguous, Answered, Unanswered
from bot.answering.contract import as_json
from bot.answering.wording import plain
from tests.answering.world import ask

KEYS = {
    "question": str,
    "status": str,
    "confidence": float,
    "answer": str | None,
    "entries": list,
    "disputed": bool,
    "citations": list,
    "suggestions": list,
    "latency_ms": float,
}
ANSWERED = "How many people died in the Tarnholm market bombing?"
AMBIGUOUS = "How many attacks in January?"
UNANSWERED = "How many people were killed in Peru in January 2023?"
SILENT = "hello there"


def asked(question: str) -> dict[str, Any]:
    """Return the answer to a question as it is read back from JSON."""
    return json.loads(json.dumps(as_json(ask(question), 0.98765)))


@pytest.mark.parametrize(
    ("question", "outcome", "status"),
    [
        (ANSWERED, Answered, "answered"),
        (AMBIGUOUS, Ambiguous, "ambiguous"),
        (UNANSWERED, Unanswered, "unanswered"),
        (SILENT, Unanswered, "unanswered"),
    ],
)
def test_the_status_names_the_outcome(question: str, outcome: type[object], status: str) -> None:
    assert (type(ask(question)), asked(question)["status"]) == (outcome, status)


@pytest.mark.parametrize("question", [ANSWERED, AMBIGUOUS, UNANSWERED, SILENT])
def test_every_outcome_has_every_key_with_its_type(question: str) -> None:
    found = asked(question)

    assert [key for key, kind in KEYS.items() if not isinstance(found[key], kind)] == []


@pytest.mark.parametrize("question", [ANSWERED, AMBIGUOUS, UNANSWERED, SILENT])
def test_the_question_stands_as_it_was_asked(question: str) -> None:
    assert asked(f"  {question} ")["question"] == f"  {question} "


@pytest.mark.parametrize("question", [AMBIGUOUS, UNANSWERED, SILENT])
def test_what_is_not_answered_asserts_and_cites_nothing(question: str) -> None:
    found = asked(question)

    assert (found["answer"], found["entries"], found["citations"], found["disputed"]) == (None, [], [], False)


def test_an_answer_shows_its_text_its_entries_and_that_it_is_disputed() -> None:
    found, answer = asked(ANSWERED), ask(ANSWERED)

    assert isinstance(answer, Answered)
    assert found["answer"] == plain(answer)
    assert (found["entries"], found["disputed"]) == (["toll-police", "toll-health"], True)


def test_a_citation_holds_all_that_is_known_of_its_source() -> None:
    assert asked("When was the Lorn Dialogue held?")["citations"] == [
        {
            "source": "essay",
            "title": "On the talks",
            "publisher": "The Essay",
            "date": None,
            "url": "https://example.org/essay",
            "kind": "news",
            "reliability": "medium",
            "quote": "They talked for two days.",
            "locator": "p. 4",
        }
    ]


def test_a_source_without_a_title_is_cited_all_the_same() -> None:
    (citation,) = asked("How many deaths did PCM count in January 2023?")["citations"]

    assert (citation["title"], citation["date"], citation["quote"]) == (None, "2023-02-03", None)


def test_an_answer_is_as_of_its_newest_source() -> None:
    assert asked(ANSWERED)["as_of"] == "2023-02-01"
    assert asked("Who chaired the Lorn Dialogue?")["as_of"] == "2024-01-05"
    assert asked("When was the Lorn Dialogue held?")["as_of"] is None


def test_choices_are_entries_with_their_questions() -> None:
    suggestions = asked(AMBIGUOUS)["suggestions"]

    assert {each["entry"] for each in suggestions} == {"attacks-2022-01", "attacks-2023-01"}
    assert all(each["question"].endswith("?") for each in suggestions)


def test_a_question_that_is_not_answered_has_its_nearest_questions_and_a_reason() -> None:
    found = asked(UNANSWERED)

    assert "Peru" in found["reason"]
    assert all(each["question"] for each in found["suggestions"])


def test_confidence_and_latency_are_rounded() -> None:
    found = as_json(replace(ask(SILENT), confidence=0.123456), 1.23456)

    assert (found["confidence"], found["latency_ms"]) == (0.1235, 1.235)


def test_the_day_of_the_question_changes_no_key() -> None:
    dated = as_json(ask(ANSWERED, date(2024, 1, 1)), 0.5)

    assert dated.keys() == as_json(ask(ANSWERED), 0.5).keys()
