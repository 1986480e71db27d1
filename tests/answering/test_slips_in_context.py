"""A word that never stands between its neighbours is made the one near to it that does, and no other is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import engine
from bot.answering.index import Index
from bot.english import CommonEnglish
from bot.knowledge.model import Entity, Fact
from tests.answering.entries import GAZETTE
from tests.answering.world import found, pack
from tests.answering.world import index as world

VERBS = "say see find do mean ask tell show".split()
ASKS = (
    "Who drove the police truck that was attacked?",
    "Was a police truck attacked in June 1975?",
    "Where was the police truck attacked?",
    "Who saw the police truck attacked?",
    "Did the police truck carry 9 men?",
    "Which police truck carried men?",
    "How was the police truck attacked?",
    "Why was the police truck attacked?",
    "Which truck attacked in June carried grain?",
    "How many men were in the police truck?",
    "How many people were hurt?",
    "Did Marco Salvi own the police truck?",
    "Was a police truck attacked by men?",
    "Had the police truck attacked anyone?",
    "Has a police truck attacked men?",
    *(f"What did the {name} Institute {verb}?" for name in ("Marl", "Mark") for verb in VERBS),
)


@cache
def index() -> Index:
    """Return a pack that asks after a truck."""
    told = Fact(id="truck", statement="A truck of the police was attacked.", citations=(GAZETTE,), asks=ASKS)
    named = [
        Entity(id=name.split()[0], name=name) for name in ("Marco Salvi", "Marl Institute", "Mark Institute")
    ]
    return engine.build_index(
        replace(pack(), entries={entry.id: entry for entry in (told, *named)}), CommonEnglish()
    )


def read(question: str) -> str:
    """Return a question as it is read, slips put right."""
    return index().read(question).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("was the police trcuk attacked", "was the police truck attacked", id="no word"),
        pytest.param("was the police ruck attacked", "was the police truck attacked", id="a rare word"),
        pytest.param("was a police tzuqk attacked", "was a police truck attacked", id="two edits"),
        pytest.param(
            "how mspny people were hurt", "how many people were hurt", id="two edits in four letters"
        ),
        pytest.param(
            "was the police trick attacked", "was the police truck attacked", id="a word of English"
        ),
        pytest.param("how qmany peopke were hurt", "how many people were hurt", id="neighbours, both slips"),
        pytest.param(
            "who saw the plice trcuk", "who saw the police truck", id="two, the second by the first"
        ),
        pytest.param("who saw the plice truck", "who saw the police truck", id="and one that then is none"),
        pytest.param("attacked in Jne 1975", "attacked in june 1975", id="a month"),
        pytest.param("did Marcq Salvi own it", "did marco salvi own it", id="a name"),
        pytest.param("is it Marqo Szalvi", "is it marco salvi", id="both words of a name"),
        pytest.param("where was the police trcuk", "where was the police truck", id="at the end"),
        pytest.param(
            "It burnt. Whote saw it", "it burnt. whose saw it", id="at the beginning, by plain spelling"
        ),
    ],
)
def test_a_slip_is_told_by_its_neighbours(typed: str, meant: str) -> None:
    assert read(typed) == f"{meant}?"


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(
            "who hid the police truck", id="a word of the pack's neighbours, though never between them"
        ),
        pytest.param("where was the tack", id="a word of English with a neighbour on one side only"),
        pytest.param("was the police track 9 miles long", id="a neighbour after it that never follows"),
        pytest.param("which ruck attacked in june", id="a rare word that one phrase alone speaks against"),
        pytest.param("what did the mare institute say", id="as near to another name"),
        pytest.param("was the police zzrvqk attacked", id="too far"),
        pytest.param("is it zarqo szalto", id="both words of a name, one of them too far"),
        pytest.param("zb of it", id="too short"),
    ],
)
def test_what_may_be_meant_stays_as_it_is(typed: str) -> None:
    assert read(typed) == f"{typed.lower()}?"


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*" ".join(ASKS).split(), "ruck", "qmany", "June.", "ünd"]), max_size=12))
def test_what_is_put_right_stays_so(words: list[str]) -> None:
    once = read(" ".join(words)).rstrip("?")

    assert read(once).rstrip("?") == once


@pytest.mark.parametrize(
    ("question", "country"),
    [
        ("How many attacks in Inia in January 2023?", "india"),
        ("How many attacks in jaapn in January 2023?", "japan"),
    ],
)
def test_a_slip_for_a_country_that_the_pack_lacks_is_that_country(question: str, country: str) -> None:
    assert country in world().read(question).text
    assert found(question) is None


def test_a_slip_for_a_place_of_the_pack_is_that_place() -> None:
    assert "northmark" in world().read("How many attacks in Northmrk in January 2023?").text
