"""A short reply to an answer is read as the whole question that it asks; a whole question on its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import engine
from bot.answering.answer import Answer, Answered, Context, Unanswered
from bot.answering.contract import as_json
from bot.answering.explaining import explanation
from bot.answering.followups.context import context_of
from bot.answering.wording import plain
from bot.knowledge.model import Fact
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, TODAY, ask, build, index, shown

JANUARY = "How many people were killed in January 2023?"


def about(question: str) -> Context:
    """Return the answer to a question, for a reply to it."""
    return context_of(ask(question))


def replied(question: str, *replies: str) -> Answer:
    """Ask a question, reply to its answer, reply to that answer ...; return the last answer."""
    context, answer = about(question), ask(question)
    for text in replies:
        answer = ask(text, context)
        context = context_of(answer)
    return answer


@pytest.mark.parametrize(
    ("question", "reply", "entry"),
    [
        (JANUARY, "and how many injured?", "h-2023-01"),
        (JANUARY, "injured?", "h-2023-01"),
        (JANUARY, "how many wounded", "h-2023-01"),
        (JANUARY, "what about February 2023?", "d-2023-02"),
        (JANUARY, "and in 2023?", "d-2023"),
        (JANUARY, "and attacks in Northmark?", "a-north-01"),
        ("How many attacks in January 2023?", "and in Southmark?", "a-south-01"),
        ("How many attacks in Northmark in January 2023?", "and Southmark?", "a-south-01"),
        ("How many attacks did the ISS count in 2021?", "and the PCM?", "a-pcm-2021"),
        ("How many attacks did the PCM count in 2021?", "what about 2022?", "a-pcm-2022"),
        ("How many attacks by the FVF in 2021?", "and in 2022?", "a-fvf-2022"),
        ("How many attacks in 2021 by the ISS?", "and by the FVF?", "a-fvf-2021"),
        ("When were the Lorn talks held?", "and in 2023?", "talks-2023"),
        ("What did Ivo Brandt say about the bridge?", "and Ada Weld?", "weld"),
        ("What did Ivo Brandt say about the bridge?", "what about Ada Weld?", "weld"),
    ],
)
def test_what_a_reply_leaves_out_comes_from_the_answer(question: str, reply: str, entry: str) -> None:
    answer = replied(question, reply)

    assert shown(answer)[0] == entry
    assert answer.question == reply
    assert answer.trace.read_as


def test_a_reply_to_a_reply_keeps_what_was_read_before() -> None:
    answer = replied(JANUARY, "and how many injured?", "and in Northmark?", "and attacks?", "and Southmark?")

    assert shown(answer)[0] == "a-south-01"


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (JANUARY, "what about 2019?"),
        (JANUARY, "and in 2019?"),
        (JANUARY, "and in Tarnholm?"),
        (JANUARY, "and in Peru?"),
        (JANUARY, "and how many tanks?"),
        (JANUARY, "and 1,000?"),
        (JANUARY, "and in March?"),
        (JANUARY, "and since 2020?"),
        (JANUARY, "and by the Harrow Brigade?"),
        ("When were the Lorn talks held?", "and in 2019?"),
        ("When were the Lorn talks held?", "and 2022 and 2023?"),
        ("What did Ivo Brandt say about the bridge?", "and the FVF?"),
        ("How many attacks did the PCM count in 2021?", "and in Northmark?"),
    ],
)
def test_what_is_not_covered_is_not_answered_with_something_near(question: str, reply: str) -> None:
    assert not isinstance(replied(question, reply), Answered)


def test_why_a_reply_is_not_answered_is_told_as_ever() -> None:
    answer = replied(JANUARY, "what about 2019?")
    explained = explanation(index().pack, answer)

    assert isinstance(answer, Unanswered)
    assert answer.reason == "they have it for other times only"
    assert explained.sections[0].lines[0] == (
        "As a reply to an answer of mine: how many killed in Valmora in 2019?"
    )


@pytest.mark.parametrize(
    "reply",
    [
        "How many attacks in Northmark in January 2023?",
        "How many attacks did the PCM count in 2021?",
        "When were the Lorn talks held?",
        "What did Ada Weld say about the bridge?",
        "What is the weather like in the valley today and will it rain?",
        "thanks a lot",
        "",
        "?",
    ],
)
def test_a_whole_question_is_read_on_its_own(reply: str) -> None:
    alone, after = ask(reply), ask(reply, about(JANUARY))

    assert replace(after, trace=alone.trace) == alone
    assert alone.trace.read_as == after.trace.read_as == ""


@pytest.mark.parametrize(
    "reply",
    [
        "source?",
        "sources",
        "What is the source for that?",
        "got a link?",
        "where is that from?",
        "says who",
        "How do you know that?",
        "and the citation please",
    ],
)
def test_the_source_of_an_answer_is_shown_with_all_that_it_rests_on(reply: str) -> None:
    answer = replied(JANUARY, reply)

    assert shown(answer) == ["d-2023-01"]
    assert as_json(answer, 0.1)["citations"][0]["source"] == "gazette"
    assert explanation(index().pack, answer).lead == (
        f"I took this as a reply to an answer of mine, to: {JANUARY}"
    )


def test_the_sources_of_what_was_worked_out_are_those_of_every_count() -> None:
    answer = replied("How many more attacks in 2021 than in 2020 by the ISS?", "sources?")

    assert shown(answer) == ["a-2020", "a-2021"]
    assert "In the same answer:" in plain(answer) if isinstance(answer, Answered) else False


@pytest.mark.parametrize(
    ("question", "reply", "told"),
    [
        ("What did Ivo Brandt say about the bridge?", "who said that?", "Ivo Brandt, Minister"),
        (JANUARY, "Who counted them?", "Counted by Institute for Security Statistics (ISS)."),
        (JANUARY, "according to whom?", "Counted by Institute for Security Statistics (ISS)."),
        ("When were the Lorn talks held?", "who says so?", "Reported by The Gazette and Courier."),
        ("When were the Lorn talks of 2023 held?", "and who said that?", "Reported by The Gazette."),
    ],
)
def test_who_said_it_is_the_speaker_or_who_counted_or_reported_it(
    question: str, reply: str, told: str
) -> None:
    answer = replied(question, reply)

    assert isinstance(answer, Answered)
    assert answer.main.text.startswith(told)
    assert answer.citations


@pytest.mark.parametrize("reply", ["source?", "who said that?", "what about 2022?"])
def test_without_an_answer_to_reply_to_nothing_is_guessed(reply: str) -> None:
    assert not isinstance(ask(reply), Answered)
    assert not isinstance(ask(reply, Context(("gone",))), Answered)
    assert not isinstance(ask(reply, Context(())), Answered)


def test_what_was_not_answered_leaves_the_question_alone_to_reply_to() -> None:
    question = "What is the capital of Peru?"

    assert context_of(ask(question)) == Context((), question)


def test_from_its_entries_alone_an_answer_can_be_followed_with_its_counter() -> None:
    assert shown(ask("what about 2022?", Context(("a-pcm-2021",))))[0] == "a-pcm-2022"
    assert shown(ask("and in 2023?", Context(("talks",))))[0] == "talks-2023"
    assert shown(ask("and how many injured?", Context(("toll",))))[0] == "h-toll"
    assert shown(ask("and in January 2023?", Context(("toll",))))[:1] != ["toll"]
    assert not isinstance(ask("and in 2020?", Context(("a-pcm-2021",))), Answered)
    assert not isinstance(ask("and in 2022?", Context(("tents",))), Answered)


def test_a_sentence_is_offered_but_does_not_answer_for_a_count_that_a_reply_asks_for() -> None:
    told = Fact(
        id="told",
        statement="In 2021 three people were killed in Tarnholm.",
        asks=("How many were killed in Tarnholm in 2021?", "people killed in Tarnholm 2021"),
        about=("tarnholm",),
        period=Period.parse("2021"),
        citations=(GAZETTE,),
    )
    answer = ask("and in Tarnholm in 2021?", about(JANUARY), build(told))

    assert isinstance(answer, Unanswered)
    assert [offered.entry for offered in answer.nearest] == ["told"]


@pytest.mark.parametrize(
    ("entry", "question", "reply", "whole"),
    [
        ("talks", "", "and in Southmark?", "When were the Lorn talks held in Southmark?"),
        (
            "talks",
            "Were the Lorn talks held in Northmark?",
            "and Southmark?",
            "Were the Lorn talks held in Southmark?",
        ),
        ("talks", "When in 2021 or 2022 were the Lorn talks held?", "and in 2023?", ""),
        ("brandt", "What did Ivo Brandt say about the brid ge?", "and Ada Weld?", ""),
        ("brandt", "What did Ivo Brandt say about the bridge?", "and the Lorn talks?", ""),
        ("brandt", "What did Ivo Brandt say about Ada Weld?", "and Ada Weld?", ""),
        ("brandt", "What did Ivo Brandt say about the bridge?", "and Ada Weld in the market bombing?", ""),
    ],
)
def test_a_name_or_date_takes_the_place_of_the_only_one_of_its_kind(
    entry: str, question: str, reply: str, whole: str
) -> None:
    assert ask(reply, Context((entry,), question)).trace.read_as == whole


pieces = st.sampled_from(
    "and what about how many injured killed attacks in 2022 2019 January 2023 Northmark Peru ISS source who "
    "said that Brandt talks the bridge FVF market bombing ? 12 more than total since".split()
)
replies = st.lists(pieces, max_size=9).map(" ".join) | st.text(max_size=60)
contexts = st.builds(
    Context,
    st.lists(st.sampled_from([*index().positions, "gone"]), max_size=4).map(tuple),
    st.sampled_from(["", JANUARY, "When were the Lorn talks held?"]) | replies,
)


@settings(max_examples=150, deadline=None)
@given(replies, contexts)
def test_any_text_after_any_answer_gets_an_outcome_and_nothing_uncited(text: str, context: Context) -> None:
    answer = engine.answer(index(), text, engine.Ask(as_of=TODAY, about=context))
    found = as_json(answer, 0.1)

    assert answer.question == text
    assert bool(found["citations"]) == bool(found["answer"]) == isinstance(answer, Answered)
    assert not isinstance(answer, Answered) or all(statement.citations for statement in answer.statements)
