"""A reply that names no occasion is of that of the answer, and tells only what is counted of it."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answer, Answered, Context, Unanswered
from bot.answering.entry_answers import answer_entry
from bot.answering.following import followed
from bot.answering.followups.context import context_of
from tests.answering.counts import TODAY, shown
from tests.answering.talk import BOMBING, TALKS, ask, index, replied


@pytest.mark.parametrize(
    ("question", "reply", "entry"),
    [
        pytest.param("Who chaired the Lorn talks of 2022?", "who hosted the talks?", "hosts-2022", id="it"),
        pytest.param(TALKS, "did rain ever fall all day?", "rain", id="something else"),
        pytest.param(TALKS, "who chaired the talks?", "chair-2023", id="the same round"),
    ],
)
def test_a_reply_that_names_no_occasion_is_of_that_of_the_answer(
    question: str, reply: str, entry: str
) -> None:
    assert (shown(replied(question, reply)) or [""])[0] == entry


def test_what_only_another_occasion_has_is_not_told() -> None:
    assert "hosts-2022" not in shown(replied(TALKS, "who hosted the talks?"))
    assert shown(replied(TALKS, "and who was the host as everybody met for dinner?")) == []
    assert shown(ask("and who was the host as everybody met for dinner?")) == ["hosts-2022"]
    assert "on-raid" not in shown(replied(BOMBING, "who mourned the dead of the harbour?"))
    assert shown(ask("who mourned the dead of the harbour?")) == ["on-raid"]


def test_what_was_answered_of_another_occasion_is_asked_again_of_that_of_the_answer() -> None:
    reply, dated = "and who was in the chair that day?", "and who was in the chair that day on 10 May 2023?"
    given = {reply: "chair-2022", dated: "chair-2023"}

    def put(question: str) -> Answer:
        return answer_entry(index(), given[question], question)

    answer = followed(index(), reply, context_of(ask(TALKS)), put, TODAY)

    assert answer is not None
    assert shown(answer) == ["chair-2023"]
    assert answer.trace.read_as == dated


@pytest.mark.parametrize(
    ("reply", "entry", "told"),
    [
        pytest.param("who was in the chair for Valmora?", "chair-2023", ["chair-2023"], id="says what"),
        pytest.param("how much?", "chair-2023", [], id="says nothing"),
        pytest.param("who was in the chair for Valmora?", "ada-weld", [], id="only who somebody is"),
    ],
)
def test_what_is_not_answered_alone_is_asked_of_the_occasion(reply: str, entry: str, told: list[str]) -> None:
    def put(question: str) -> Answer:
        dated = "10 May 2023" in question
        return answer_entry(index(), entry, question) if dated else Unanswered(question, 0.0)

    answer = followed(index(), reply, Context(("chair-2023",)), put, TODAY)

    assert (shown(answer) if isinstance(answer, Answered) else []) == told


def test_what_is_of_no_occasion_is_told_whatever_the_reply_follows() -> None:
    answer = followed(index(), "did rain fall all of that day?", context_of(ask(TALKS)), rain, TODAY)

    assert answer is not None
    assert shown(answer) == ["rain"]


def rain(question: str) -> Answer:
    """Answer whatever is asked with the rain."""
    return answer_entry(index(), "rain", question)


def test_a_count_of_everything_is_not_told_of_what_happened() -> None:
    def put(question: str) -> Answer:
        return answer_entry(index(), "a-2021", question)

    answer = followed(
        index(), "so what was the number of all the raids?", context_of(ask(BOMBING)), put, TODAY
    )

    assert isinstance(answer, Unanswered)
    assert [offered.entry for offered in answer.nearest] == ["a-2021"]


def test_a_sentence_on_an_event_tells_only_what_is_counted_of_it() -> None:
    toll = Context(("toll",), "How many were killed in the market bombing?")

    assert not isinstance(ask("and how many tents?", toll), Answered)


@pytest.mark.parametrize("reply", ["when?", "when was that?", "where was that?"])
def test_a_quotation_tells_its_day_and_occasion(reply: str) -> None:
    answer = replied("What did Ivo Brandt say about the bridge?", reply)

    assert shown(answer) == ["brandt"]
