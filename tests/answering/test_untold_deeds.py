"""Who signed, and whether somebody replied, is told by what says so, not by what tells of the matter."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer
from bot.answering.index import Index
from bot.answering.verdicts.other_doers import asked_to_have_done
from bot.answering.verdicts.untold_deeds import Deed, asked_deeds, leaves_untold
from bot.knowledge.model import Entity, Quote
from tests.answering.counts import GAZETTE, TODAY, build, fact


@cache
def index() -> Index:
    """Return two bodies, and what passed between them."""
    return build(
        Entity(id="fen", name="Fen Council", type="group", description="A council that signs pacts."),
        Entity(id="office", name="Reed Office", type="body"),
        Entity(id="ada", name="Ada Stone", type="person", part_of=("fen",)),
        fact("pact", "The Reed Office demanded a harbour pact from the Fen Council.", "office", "fen"),
        fact("refusal", "The Fen Council ruled out a harbour pact and rejected the demand.", "fen", "office"),
        fact("signed", "Ada Stone signed the river pact.", "ada", "fen"),
        Quote(id="words", words="We reject the harbour pact.", speaker="ada", citations=(GAZETTE,)),
    )


def deeds(question: str) -> list[Deed]:
    """Return the deeds that a question asks about."""
    reading = index().read(question, TODAY)
    return asked_deeds(reading, asked_to_have_done(reading))


@pytest.mark.parametrize(
    ("question", "entry", "untold"),
    [
        pytest.param(
            "How did the Fen Council react to the demand?", "pact", True, id="he does nothing there"
        ),
        pytest.param("How did the Fen Council react to the demand?", "refusal", False, id="he rejects it"),
        pytest.param("What did the Fen Council reply?", "words", False, id="one of his speaks"),
        pytest.param("What did the Reed Office reply?", "words", True, id="another speaks"),
        pytest.param("Did the Fen Council thank the Reed Office?", "refusal", True, id="no thanks"),
        pytest.param("Who signed the harbour pact?", "pact", True, id="nobody signed"),
        pytest.param("Who signed the river pact?", "signed", False, id="who signed"),
        pytest.param("Who signed the harbour pact?", "fen", False, id="a card"),
    ],
)
def test_a_deed_is_told_by_a_word_for_it(question: str, entry: str, *, untold: bool) -> None:
    asked = deeds(question)

    assert asked
    assert leaves_untold(index(), asked, index().pack.entries[entry]) == untold


@pytest.mark.parametrize("question", ["Did the Fen Council demand a pact?", "Who demanded a pact?", "who"])
def test_other_deeds_may_be_told_in_any_words(question: str) -> None:
    assert not deeds(question)


def test_what_leaves_a_deed_untold_is_no_answer() -> None:
    told = answer(index(), "Who signed the river pact?", Ask(as_of=TODAY))
    found = answer(index(), "Who signed the harbour pact?", Ask(as_of=TODAY))

    assert isinstance(told, Answered)
    assert told.main.entry == "signed"
    assert not isinstance(found, Answered)
