"""Whatever is typed: no failure, bounded work, and no answer that depends on white space or full stops."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.answering import engine
from bot.answering.answer import Ambiguous, Answer, Answered, Unanswered
from bot.answering.contract import as_json
from bot.answering.repair import MAX_REPAIRS, Spelling
from bot.answering.text import MAX_CHARACTERS, MAX_TOKENS
from bot.answering.verdicts.judging import check
from bot.english import CommonEnglish
from bot.knowledge.model import Fact
from tests.answering.entries import GAZETTE as CITED
from tests.answering.world import index, pack

if TYPE_CHECKING:
    from collections.abc import Callable

modestly = settings(max_examples=80, deadline=None)
TODAY = date(2024, 2, 15)

asks = sorted({question for entry in pack().entries.values() for question in entry.asks})
pieces = st.sampled_from(
    [
        *" ".join(asks).split(),
        *"how many killed in January 2023 2019 march may last year Peru peru Zembla 134 135 % $ ?".split(),
        "<@123>",
        "```",
        "`",
        "https://x.org/a",
        "\N{RIGHT SINGLE QUOTATION MARK}s",
        "\n",
    ]
)
questions = st.lists(pieces, min_size=1, max_size=14).map(" ".join)
texts = questions | st.text(max_size=120)


def outcome(text: str, *, asked: bool = True) -> Answer:
    """Put any text to the bot."""
    return engine.answer(index(), text, engine.Ask(asked=asked, as_of=TODAY))


def gist(answer: Answer) -> tuple[type[Answer], list[str]]:
    """Return the outcome and the entries of an answer, whatever its wording."""
    if isinstance(answer, Answered):
        return Answered, [statement.entry for statement in answer.statements]
    offered = answer.choices if isinstance(answer, Ambiguous) else answer.nearest
    return type(answer), [suggestion.entry for suggestion in offered]


@modestly
@given(texts, st.booleans())
def test_any_text_gets_an_outcome_that_keeps_the_contract(text: str, asked: bool) -> None:  # noqa: FBT001
    answer = outcome(text, asked=asked)
    found = as_json(answer, 0.1)

    assert 0 <= answer.confidence <= 1
    assert bool(found["citations"]) == bool(found["answer"]) == isinstance(answer, Answered)
    assert not isinstance(answer, Ambiguous) or len(answer.choices) in {2, 3}


@modestly
@given(questions)
def test_the_same_text_always_gets_the_same_answer(text: str) -> None:
    assert outcome(text) == outcome(text)


@modestly
@given(questions, st.text(" \t\n\u3000", max_size=4), st.text(" \t\n", max_size=4))
def test_white_space_around_a_question_changes_nothing(text: str, before: str, after: str) -> None:
    assert gist(outcome(before + text.strip() + after)) == gist(outcome(text.strip()))


@modestly
@given(st.sampled_from(asks), st.text("?!. …", max_size=5))
def test_punctuation_after_a_question_changes_nothing(question: str, after: str) -> None:
    bare = f"please, {question.rstrip('?!. ')}"

    assert gist(outcome(bare + after)) == gist(outcome(bare))


@modestly
@given(st.sampled_from(asks) | texts, st.sampled_from((str.lower, str.upper, str.title, str.swapcase)))
def test_the_case_of_a_text_changes_nothing(text: str, change: Callable[[str], str]) -> None:
    changed = change(text)
    assume(changed.casefold() == text.casefold())  # a few letters of the world have no way back

    assert gist(outcome(changed)) == gist(outcome(text))


@modestly
@given(st.sampled_from(asks) | questions, st.text(" \t\u3000", min_size=1, max_size=4))
def test_white_space_between_words_changes_nothing(question: str, space: str) -> None:
    assert gist(outcome(question.replace(" ", space))) == gist(outcome(question))


STRANGE = "quokka marimba zither bassoon okapi tapir lute viola".split()
"""Words of which the pack has none."""
strangers = st.lists(st.sampled_from(STRANGE), min_size=2, max_size=4, unique=True).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(asks) | questions, strangers)
def test_an_entry_that_shares_no_term_with_a_question_or_its_answer_changes_neither(
    text: str, words: str
) -> None:
    stranger = Fact(id="stranger", statement=f"{words}.", asks=(words,), citations=(CITED,))
    entries = {**pack().entries, "stranger": stranger}
    more = engine.build_index(replace(pack(), entries=entries), CommonEnglish())

    after = engine.answer(more, text, engine.Ask(as_of=TODAY))

    assert entry_of(after) == entry_of(outcome(text))


def entry_of(answer: Answer) -> tuple[type[Answer], str]:
    """Return the outcome and the first entry of an answer."""
    return type(answer), answer.main.entry if isinstance(answer, Answered) else ""


@pytest.mark.parametrize("question", asks)
def test_a_question_of_the_pack_finds_its_own_entry_and_nothing_that_may_not_be_answered(
    question: str,
) -> None:
    answer = outcome(question)
    owners = {entry.id for entry in pack().entries.values() if question in entry.asks}

    if owners & index().positions.keys():
        assert isinstance(answer, Answered)
        assert owners & {statement.entry for statement in answer.statements}
    else:
        assert isinstance(answer, Unanswered)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("kiled " * 2_000, id="typos"),
        pytest.param("zebra " * 2_000, id="unknown words"),
        pytest.param("qwertyuiopasdfghjkl" * 500, id="one long word"),
        pytest.param("Zembla " * 2_000, id="unknown names"),
        pytest.param("January 2023 " * 2_000, id="dates"),
        pytest.param("1234567 " * 2_000, id="numbers"),
        pytest.param("in 6-7 march " * 2_000, id="dates without a year"),
        pytest.param("```" * 5_000, id="code fences"),
        pytest.param("[" * 20_000, id="brackets"),
        pytest.param("<@" * 20_000, id="half mentions"),
        pytest.param("first " * 3_000 + "months of 2022", id="beginnings of a date"),
    ],
)
def test_a_very_long_text_is_read_only_so_far(text: str) -> None:
    answer = outcome(text)
    reading = index().reader.read(text)

    assert not isinstance(answer, Answered)
    assert answer.question == text
    assert len(reading.text) <= MAX_CHARACTERS + 2 * MAX_REPAIRS
    assert len(reading.terms) <= MAX_TOKENS


def test_a_text_of_typos_is_put_right_only_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    nearest = Spelling.nearest

    def counting(self: Spelling, word: str) -> str | None:
        tried.append(word)
        return nearest(self, word)

    monkeypatch.setattr(Spelling, "nearest", counting)
    outcome(" ".join(f"zebra{letter}" for letter in "abcdefghijklmnopqrstuvwxyz" * 20))

    assert len(tried) <= MAX_REPAIRS


def test_what_stands_beyond_the_limit_is_not_read() -> None:
    question = "When was the Lorn Dialogue held?"

    assert isinstance(outcome(" " * MAX_CHARACTERS + question), Unanswered)
    assert isinstance(outcome(question + " " * MAX_CHARACTERS + "in Peru"), Answered)


@modestly
@given(texts)
def test_any_text_is_checked_without_failure_and_nothing_is_decided_uncited(text: str) -> None:
    found = check(index(), text, TODAY)

    assert bool(found.citations) or found.finding == "not covered"
    assert found.sentence == text
