"""A message that asks several things gets an answer to each that has one, and is told which has none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.answer import Answered
from bot.answering.contract import as_json
from bot.answering.explaining import explanation
from bot.answering.followups.context import context_of
from bot.answering.several import with_further
from bot.answering.wording import plain
from tests.answering.world import ask, found, pack


def answers(message: str) -> tuple[list[str], list[str]]:
    """Return the entries that answer a message, one for each ask, and the asks without an answer."""
    answer = ask(message)
    if not isinstance(answer, Answered):
        return [], []
    return [answer.main.entry, *(each.main.entry for each in answer.further)], list(answer.untold)


@pytest.mark.parametrize(
    ("message", "entries", "untold"),
    [
        (
            "When was the Lorn Dialogue held and when did the FVF end its ceasefire?",
            ["talks-dates", "ceasefire-end"],
            [],
        ),
        (
            "How many people were killed in January 2023? And who chaired the Lorn Dialogue?",
            ["deaths-2023-01", "talks-chair"],
            [],
        ),
        (
            "When was the Lorn Dialogue held and what did the Zembla Club eat there?",
            ["talks-dates"],
            ["what did the Zembla Club eat there"],
        ),
        (
            "How many attacks were there in January 2023 and how many in February 2023?",
            ["attacks-2023-01", "attacks-2023-02"],
            [],
        ),
        (
            "What was the mood of the Lorn Dialogue and who chaired the Lorn Dialogue?",
            ["talks-chair"],
            ["What was the mood of the Lorn Dialogue"],
        ),
        ("How many attacks were there in March 2019 and who counted them?", [], []),
        ("Was there a Lorn Dialogue in 2031 and who chaired it?", [], []),
        ("What is the Zembla Club and when did it end its ceasefire?", [], []),
    ],
)
def test_each_ask_is_answered_by_itself_and_none_by_what_another_leaves_open(
    message: str, entries: list[str], untold: list[str]
) -> None:
    assert answers(message) == (entries, untold)


def test_an_ask_that_is_not_answered_fixes_what_the_next_one_asks_of() -> None:
    assert found("Who chaired the Lorn Dialogue?") == "talks-chair"
    assert found("When was the dinner of 2019 held and who chaired the Lorn Dialogue?") is None


def test_each_answer_knows_the_day_against_which_its_age_is_judged() -> None:
    answer = ask("When was the Lorn Dialogue held and when did the FVF end its ceasefire?", date(2031, 1, 1))

    assert isinstance(answer, Answered)
    assert {answer.today, *(each.today for each in answer.further)} == {date(2031, 1, 1)}


def test_all_statements_and_citations_are_those_of_every_ask() -> None:
    answer = ask("When was the Lorn Dialogue held and when did the FVF end its ceasefire?")

    assert isinstance(answer, Answered)
    assert {"talks-dates", "ceasefire-end"} <= {each.entry for each in answer.statements}
    assert {"essay", "courier"} <= {cited.source.id for cited in answer.citations}


def test_the_answer_in_words_has_each_ask_and_says_which_has_none() -> None:
    answer = ask(
        "When was the Lorn Dialogue held, and when did the FVF end its ceasefire? "
        "And where is the Zembla Club?"
    )

    assert isinstance(answer, Answered)
    told = plain(answer)
    assert "Also asked: when did the FVF end its ceasefire" in told
    assert "28 November 2022" in told
    assert told.endswith("I have no answer to this part: where is the Zembla Club")


def test_the_contract_and_the_reason_name_every_ask() -> None:
    answer = ask("When was the Lorn Dialogue held and what did the Zembla Club eat there?")
    told = as_json(answer, 1.0)
    sections = {section.title: section.lines for section in explanation(pack(), answer).sections}

    assert told["untold"] == ["what did the Zembla Club eat there"]
    assert sections["What else the message asks"] == ("what did the Zembla Club eat there – no answer",)


def test_a_reply_goes_on_from_what_was_told_and_not_from_the_words_of_several_asks() -> None:
    context = context_of(ask("When was the Lorn Dialogue held and when did the FVF end its ceasefire?"))

    assert context.entries[:1] == ("talks-dates",)
    assert "ceasefire-end" in context.entries
    assert context.question == ""


def test_what_a_brief_sentence_fixes_goes_for_each_ask() -> None:
    asked = "When was the Lorn Dialogue held and who chaired it?"

    assert answers(asked)[0] == ["talks-dates", "talks-chair"]
    assert answers(f"It is about the Zembla Club. {asked}") == ([], [])
    assert answers(f"My bread is late again. {asked}")[0] == ["talks-dates", "talks-chair"]
    assert answers(f"My bread is late again, as it is all day long and all night. {asked}")[0] == [
        "talks-dates",
        "talks-chair",
    ]


def told(entry: str, confidence: float = 0.9) -> Answered:
    """Return an answer."""
    answer = ask("When was the Lorn Dialogue held?")
    assert isinstance(answer, Answered)
    return replace(answer, confidence=confidence, main=replace(answer.main, entry=entry), question=entry)


def test_to_an_answer_to_the_whole_come_those_to_its_asks_that_it_does_not_hold_if_they_are_sure() -> None:
    apart = replace(told("first"), further=(told("second"), told("third", 0.7)), untold=("where",))

    found = with_further(told("first"), apart, 0.8)

    assert [each.main.entry for each in found.further] == ["second"]
    assert found.untold == ()


def test_an_answer_to_the_whole_stays_where_no_ask_has_one() -> None:
    assert with_further(told("first"), None, 0.8) == told("first")


@pytest.mark.parametrize(
    ("message", "entries", "untold"),
    [
        ("Who chaired the Lorn Dialogue and when was it held?", ["talks-chair", "talks-dates"], []),
        (
            "Was the toll of the bombing 84 and who chaired the talks?",
            ["toll-police"],
            ["who chaired the talks"],
        ),
        (
            "Who chaired the Lorn Dialogue and what was the mood like?",
            ["talks-chair"],
            ["what was the mood like"],
        ),
    ],
)
def test_what_another_ask_has_is_shown_beside(message: str, entries: list[str], untold: list[str]) -> None:
    assert answers(message) == (entries, untold)
