"""What one body said is not answered with what another said: each side has its own version."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering.engine import Ask, answer
from bot.answering.index import Index
from bot.answering.verdicts.other_sayers import asked_to_have_said, said_by_another
from bot.knowledge.model import Entity, Quote
from tests.answering.counts import GAZETTE, TODAY, build, count, fact


@cache
def index() -> Index:
    """Return two countries with an office each, and what they said of the talks."""
    return build(
        Entity(id="norland", name="Norland", type="place"),
        Entity(id="office", name="Norland Office", type="body", part_of=("norland",)),
        Entity(id="senate", name="Senate of Valmora", type="body", part_of=("valmora",)),
        Entity(id="gazette", name="The Gazette", type="newspaper"),
        Entity(id="ada", name="Ada Stone", type="person", part_of=("office",)),
        fact(
            "theirs", "The Norland Office said that the Lorn talks had ended in a pact for Valmora.", "office"
        ),
        fact("ours", "As stated by the Senate of Valmora, the Lorn talks went on after the pact.", "senate"),
        fact("both", "The Norland Office said so while Valmora closed the pact.", "office"),
        fact("nobody", "The Lorn talks ended in a pact.", "office"),
        Quote(id="words", words="The pact is good.", speaker="ada", citations=(GAZETTE,)),
        count("seen", 4, "2019"),
    )


def another(question: str, entry: str) -> bool:
    """Whether an entry holds what another said than a question asks for."""
    asked = asked_to_have_said(index().read(question, TODAY))
    return bool(asked) and said_by_another(index(), asked, index().pack.entries[entry])


@pytest.mark.parametrize(
    ("question", "entry", "other"),
    [
        pytest.param("What did Valmora say about the pact?", "theirs", True, id="the other side"),
        pytest.param("What did Norland say about the pact?", "theirs", False, id="a part speaks for it"),
        pytest.param("What did Norland say about the pact?", "ours", True, id="said behind by"),
        pytest.param("What was the outcome as stated by Norland?", "ours", True, id="asked behind by"),
        pytest.param("According to Valmora, what ended in a pact?", "theirs", True, id="according to"),
        pytest.param("Was it a pact claimed by Valmora?", "theirs", False, id="claimed by is done by"),
        pytest.param("What was Valmora's version of the pact?", "theirs", True, id="a version"),
        pytest.param("According to Valmora and Norland, what ended?", "theirs", False, id="one of two"),
        pytest.param("According to the Senate of Valmora or Ivo, what ended?", "ours", False, id="itself"),
        pytest.param("What did Valmora say about the pact?", "both", False, id="who acts in it too"),
        pytest.param("What did Valmora say about the pact?", "nobody", False, id="nobody says it"),
        pytest.param("What did The Gazette report about the pact?", "theirs", False, id="who published it"),
        pytest.param("What did Valmora say about the pact?", "words", True, id="another's words"),
        pytest.param("What did the Norland Office say?", "words", False, id="words of one of them"),
        pytest.param("How many attacks were there, according to the PCM?", "seen", True, id="a count"),
        pytest.param("What did Valmora say about the pact?", "ada", False, id="a card"),
        pytest.param("Was the pact closed by Norland?", "ours", False, id="nothing is said"),
        pytest.param("Norland and the pact", "ours", False, id="nobody is asked for"),
    ],
)
def test_an_entry_of_another_who_said_so_is_told_by_its_own_words(
    question: str, entry: str, *, other: bool
) -> None:
    assert another(question, entry) == other


def test_each_side_is_asked_for_its_own_version() -> None:
    found = answer(index(), "What did Valmora say of the Lorn talks and the pact?", Ask(as_of=TODAY))

    removed = {each.entry: each.removed_by for each in found.trace.candidates}
    assert removed["theirs"] == "another said that"
    assert removed["ours"] is None


def test_names_of_another_text_are_not_looked_for() -> None:
    reading = index().read("What did Norland say?", TODAY)
    assert asked_to_have_said(replace(reading, dated_in="Something else.")) == []
