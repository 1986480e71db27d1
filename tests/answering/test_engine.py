"""The decision: answered, a choice of two or three, or not at all, each with how it came about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering import engine
from bot.answering.abstaining import UNTOLD
from bot.answering.answer import Ambiguous, Answer, Answered, Suggestion, Unanswered
from bot.answering.calibration import Calibration, Linear, by_words
from bot.answering.dates.mentions import Mention
from bot.answering.entry_answers import answer_entry, prompts, suggestion
from bot.knowledge.model import Entity, Entry, Fact, Pack
from tests.answering.entries import GAZETTE
from tests.answering.world import ask, index, pack

QUESTIONS = [
    "How many people were killed in January 2023?",
    "How many attacks in January?",
    "How many attacks",
    "Were 134 people killed in January 2023?",
    "What did the minister say about the front?",
    "What happened in Tarnholm?",
    "Who is the president of Valmora?",
    "Did the Harrow bridge fall in Peru?",
    "the talks",
    "FVF",
    "zebra",
    "",
]
DEFAULT = by_words()
SURE = Calibration(Linear(20.0))
UNSURE = Calibration(Linear(0.0))


def outcome(question: str, calibration: Calibration, *, asked: bool = True) -> Answer:
    """Return what becomes of a question with some calibration."""
    return engine.answer(index(), question, engine.Ask(asked=asked), calibration)


def offers(answer: Answer) -> tuple[Suggestion, ...]:
    """Return the questions that an answer offers."""
    if isinstance(answer, Ambiguous):
        return answer.choices
    return answer.nearest if isinstance(answer, Unanswered) else ()


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("calibration", [DEFAULT, SURE, UNSURE])
def test_a_choice_is_of_two_or_three_different_entries(question: str, calibration: Calibration) -> None:
    answer = outcome(question, calibration)
    choices = [choice.entry for choice in offers(answer)]

    assert not isinstance(answer, Ambiguous) or 2 <= len(set(choices)) == len(choices) <= 3


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("calibration", [DEFAULT, SURE, UNSURE])
def test_an_answer_is_never_without_citations(question: str, calibration: Calibration) -> None:
    answer = outcome(question, calibration)

    assert not isinstance(answer, Answered) or answer.citations


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("calibration", [DEFAULT, SURE, UNSURE])
def test_every_suggestion_is_a_question_of_the_pack(question: str, calibration: Calibration) -> None:
    suggestions = offers(outcome(question, calibration))

    assert all(offered == suggestion(index(), offered.entry) for offered in suggestions)
    assert {offered.question for offered in suggestions} <= set(prompts(index()))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_question_and_a_probability_are_kept(question: str) -> None:
    answer = outcome(question, DEFAULT)

    assert answer.question == question
    assert 0 <= answer.confidence <= 1


def test_however_sure_two_entries_that_are_equally_near_are_both_offered() -> None:
    assert isinstance(outcome("How many attacks in January?", SURE), Ambiguous)


def test_however_sure_an_unknown_name_is_not_answered() -> None:
    assert isinstance(outcome("When was the Lorn Dialogue held in Zembla?", SURE), Unanswered)


def test_an_unsure_answer_is_offered_beside_others() -> None:
    answer = outcome("When was the dialogue?", UNSURE)

    assert isinstance(answer, Ambiguous)
    assert "talks-dates" in {choice.entry for choice in answer.choices}


def test_an_unsure_answer_that_nothing_else_comes_near_is_not_offered_alone() -> None:
    fact = Fact(id="tea", statement="Tea is dear.", asks=("Is tea dear?",), citations=(GAZETTE,))
    alone = engine.build_index(replace(pack(), entries={"tea": fact}))
    answer = engine.answer(alone, "Is the tea dear now?", calibration=UNSURE)

    assert isinstance(answer, Unanswered)
    assert [suggestion.entry for suggestion in answer.nearest] == ["tea"]


def test_the_very_question_of_an_author_is_answered_however_unsure_the_score() -> None:
    answer = outcome("WHEN was the Lorn dialogue held", UNSURE)

    assert isinstance(answer, Answered)
    assert answer.main.entry == "talks-dates"


def test_the_bar_is_higher_where_nobody_asked() -> None:
    calibration = Calibration(Linear(1.0), asked=0.6, unasked=0.9)
    question = "When was the Lorn Dialogue held then?"

    assert isinstance(outcome(question, calibration), Answered)
    assert isinstance(outcome(question, calibration, asked=False), Unanswered)
    assert isinstance(outcome(question, SURE, asked=False), Answered)


@pytest.mark.parametrize("marks", ["", "?", ".", " ?!", "…", "\n"])
def test_what_is_put_to_the_bot_asks_whatever_marks_end_it(marks: str) -> None:
    calibration = Calibration(Linear(1.0), asked=0.6, unasked=0.9)
    statement = "I think the Lorn Dialogue was held on 6 March 2023"

    marked, asking = outcome(statement + marks, calibration), outcome(f"{statement}?", calibration)
    assert isinstance(marked, Answered)
    assert isinstance(asking, Answered)
    assert (marked.main.entry, marked.confidence) == (asking.main.entry, asking.confidence)


def test_a_sentence_that_nobody_asked_is_not_answered_by_default() -> None:
    assert not isinstance(outcome("I may march to the market today", DEFAULT, asked=False), Answered)


def test_one_entry_can_be_worded_by_its_id() -> None:
    answer = answer_entry(index(), "claim-june", "the question")

    assert [statement.entry for statement in answer.statements] == ["claim-june", "ceasefire-end"]
    assert (answer.question, answer.confidence) == ("the question", 1.0)


@pytest.mark.parametrize("key", ["draft-harvest", "withdrawn-ferry", "nowhere", "valmora"])
def test_an_entry_that_may_not_be_answered_cannot_be_worded(key: str) -> None:
    with pytest.raises(KeyError):
        answer_entry(index(), key, "?")


def test_every_live_entry_has_a_question_to_offer_and_none_twice() -> None:
    offered = prompts(index())

    assert len(offered) == len(set(offered))
    assert "When was the Lorn Dialogue held?" in offered
    assert "Did the turnip harvest fail?" not in offered


def test_an_entry_without_questions_is_offered_by_one_made_for_it() -> None:
    fact = Fact(id="tea", statement="Tea is dear.", citations=(GAZETTE,))
    built = engine.build_index(Pack(id="x", title="X", sources=pack().sources, entries={"tea": fact}))

    assert prompts(built) == (suggestion(built, "tea").question,)


def test_the_trace_says_what_was_read_and_what_removed_candidates() -> None:
    trace = ask("How many people were killed in Zembla in January 2023 by the FVF?").trace
    removed = {candidate.entry: candidate.removed_by for candidate in trace.candidates}

    assert {("entity", "fvf"), ("metric", "deaths"), ("unknown name", "Zembla")} <= set(trace.read)
    assert [str(read.what.alternatives[0]) for read in trace.read if isinstance(read.what, Mention)] == [
        "2023-01"
    ]
    assert removed["deaths-2023-01"] == "not about fvf"


def test_the_trace_names_unknown_words_and_the_bar() -> None:
    trace = ask("the zebra talks").trace

    assert ("unknown word", "zebra") in trace.read
    assert trace.threshold == DEFAULT.asked


@pytest.mark.parametrize("name", ["Tarnholm", "tarnholm", "tell me about Tarnholm"])
def test_a_bare_name_is_never_answered_with_one_thing_of_many_about_it(name: str) -> None:
    found = outcome(name, SURE)

    assert isinstance(found, Ambiguous | Unanswered)


def test_a_name_of_which_one_thing_is_told_is_not_answered_with_that() -> None:
    place = Entity(id="quiet-bay", name="Quiet Bay", type="city")
    fact = Fact(id="bridges", statement="Quiet Bay has nine bridges.", citations=(GAZETTE,))
    entries: dict[str, Entry] = {"quiet-bay": place, "bridges": fact}
    built = engine.build_index(Pack(id="x", title="X", sources=pack().sources, entries=entries))
    told = engine.answer(built, "Quiet Bay", calibration=SURE)

    assert isinstance(told, Unanswered)
    assert told.reason == UNTOLD


@pytest.mark.parametrize("name", ["Market bombing", "tell me about the market bombing", "FVF Valmora"])
def test_the_name_of_a_happening_or_several_names_together_may_be_answered(name: str) -> None:
    assert isinstance(outcome(name, SURE), Answered)


def test_a_bare_name_that_is_described_is_answered_with_what_it_is() -> None:
    found = outcome("World Harvest Office", SURE)

    assert isinstance(found, Answered)
    assert found.main.entry == "world-office"
