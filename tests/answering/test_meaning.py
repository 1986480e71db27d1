"""A sentence is not proved by an entry that lists, promises or contests, or has another leader."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering.index import Index
from bot.answering.verdicts.judging import check
from bot.knowledge.model import Entity, Event
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, TODAY, build, fact


@cache
def index() -> Index:
    """Return groups and those who lead them, or do not."""
    return build(
        Entity(
            id="fvf",
            name="Free Valmora Front",
            type="group",
            aliases=("FVF",),
            description="An armed group in Valmora.",
            asks=("What is the FVF?",),
            citations=(GAZETTE,),
        ),
        Entity(
            id="harrow",
            name="Harrow Brigade",
            type="group",
            description="A faction of the Free Valmora Front.",
            part_of=("fvf",),
            asks=("What is the Harrow Brigade?",),
            citations=(GAZETTE,),
        ),
        Entity(id="moor", name="Moor League", type="group"),
        Entity(
            id="ada-weld",
            name="Ada Weld",
            type="person",
            description="A former leader of the FVF, in 2019.",
            asks=("Who is Ada Weld?",),
            citations=(GAZETTE,),
        ),
        Entity(
            id="una-holt",
            name="Una Holt",
            type="person",
            description="The spokeswoman of the bridge office.",
            asks=("Who is Una Holt?",),
            citations=(GAZETTE,),
        ),
        fact("listed", "The Gazette lists the groups FVF, Moor League and Harrow Brigade.", "fvf", "moor"),
        fact("leads", "Ivo Brandt has led the FVF since June 2020.", "ivo-brandt", "fvf"),
        fact("ruled", "The Moor League is led by Una Holt.", "moor", "una-holt"),
        fact("went", "Una Holt went to Lorn with the FVF leader Ivo Brandt.", "una-holt", "fvf"),
        fact("visit", "Una Holt led a delegation that met the Harrow Brigade chief.", "una-holt", "harrow"),
        fact("envoys", "Ivo Brandt led the Valmora delegation in Lorn.", "ivo-brandt", "valmora"),
        fact("fair", "The Gazette said that a fair would be held in Southmark.", "southmark"),
        fact("bridge", "Who burned the bridge is contested: the Moor League burned it, Brandt said.", "moor"),
        fact("camp", "The Moor League has tents in Northmark.", "moor", "northmark"),
        Event(
            id="blast",
            title="A bomb went off in the market",
            asks=("When was the market bombing?",),
            about=("market-bombing", "tarnholm"),
            period=Period.parse("2023-02-03"),
            citations=(GAZETTE,),
        ),
    )


@pytest.mark.parametrize(
    ("sentence", "supported"),
    [
        pytest.param("The FVF is an armed group.", True, id="what defines it"),
        pytest.param("The Moor League is a group.", False, id="a list"),
        pytest.param("The FVF and the Moor League are one group.", False, id="one"),
        pytest.param("The FVF and the Moor League are the same group.", False, id="the same"),
        pytest.param("The Moor League is a faction of the FVF.", False, id="a part of another"),
        pytest.param("The Harrow Brigade is a faction of the FVF.", True, id="a part of its whole"),
        pytest.param("The FVF is a faction of the Harrow Brigade.", False, id="the whole of its part"),
        pytest.param("Ivo Brandt leads the FVF.", True, id="its leader"),
        pytest.param("Ivo Brandt is the leader of the FVF.", True, id="its leader, as a noun"),
        pytest.param("Una Holt leads the Moor League.", True, id="is led by"),
        pytest.param("Ada Weld leads the FVF.", False, id="a former one"),
        pytest.param("Ada Weld is a former leader of the FVF.", True, id="told to be a former one"),
        pytest.param("Una Holt leads the FVF.", False, id="who went with its leader"),
        pytest.param("Una Holt leads the Harrow Brigade.", False, id="who led another thing"),
        pytest.param("Ivo Brandt leads Valmora.", False, id="who led a delegation of it"),
        pytest.param("Ivo Brandt led the Valmora delegation.", True, id="who led what is told"),
        pytest.param("A fair was held in Southmark.", False, id="what would be"),
        pytest.param("A fair would be held in Southmark.", True, id="told as what would be"),
        pytest.param("The Moor League burned the bridge.", False, id="contested"),
        pytest.param("It is contested who burned the bridge.", True, id="told as contested"),
        pytest.param("The market bombing happened on 3 February 2023.", True, id="an event on its day"),
        pytest.param("The market bombing did not happen.", False, id="denied"),
    ],
)
def test_words_alone_are_no_proof(sentence: str, *, supported: bool) -> None:
    assert (check(index(), sentence, TODAY).finding == "supported") == supported


@pytest.mark.parametrize(
    "sentence", ["The Moor League has tents in Southmark.", "The FVF has fighters in Tarnholm."]
)
def test_what_somebody_has_elsewhere_does_not_deny_that_he_has_it_here(sentence: str) -> None:
    assert check(index(), sentence, TODAY).finding == "not covered"


def test_an_event_on_another_day_is_contradicted() -> None:
    found = check(index(), "The market bombing happened on 3 March 2023.", TODAY)

    assert found.finding == "contradicted"
    assert [each.slot for each in found.compared] == ["date"]


def test_what_somebody_is_is_told_with_its_date() -> None:
    found = check(index(), "Una Holt is the spokeswoman of the bridge office.", TODAY)

    assert found.finding == "supported"
    assert found.reason == "as of 5 January 2024; I don't know of anything later"
    assert check(index(), "Una Holt was the spokeswoman of the bridge office.", TODAY).reason is None


def test_who_made_the_attacks_is_not_who_counted_them() -> None:
    assert check(index(), "PCM counted 70 attacks in 2021.", TODAY).finding == "supported"
    assert check(index(), "PCM carried out 70 attacks in 2021.", TODAY).finding == "not covered"
