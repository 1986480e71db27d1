"""A sentence is not proved by an entry in which the other one acts or came first, or fewer did."""

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
    """Return what some did to others, before or after something else, and of how many it is so."""
    return build(
        Entity(id="moor", name="Moor League", type="group", aliases=("ML",)),
        Entity(id="fen", name="Fen Council", type="group"),
        Entity(id="reed", name="Reed Office", type="body"),
        fact("merged", "The Moor League (ML) was merged into the Fen Council in 2018.", "moor", "fen"),
        fact("aid", "The Reed Office suspended its aid to the Moor League in 2017.", "reed", "moor"),
        fact("ambush", "An ambush by the Moor League near Tarnholm killed six guards.", "moor"),
        fact("joined", "The Fen Council met in Lorn, drew mostly on old members of the Moor League.", "fen"),
        fact("wreck", "The ferry sank twelve days before the Reed Office closed the harbour.", "reed"),
        fact("tour", "After the flood, the Fen Council opened a shelter.", "fen"),
        fact("kahan", "Five sailors drowned at the pier and one sailor on the beach.", "tarnholm"),
        fact("bus", "The night bus runs on Fridays, every 20 minutes.", "tarnholm"),
        fact("fare", "Children under 7 travel free on the ferry.", "tarnholm"),
        fact("joined-in", "The secretary of the office, Ada Weld, opened the museum in 2020.", "ada-weld"),
        Event(
            id="talks-2021",
            title="A round of the Lorn talks",
            statement="A round of the Lorn talks was held in Northmark on 4 June 2021.",
            about=("lorn-talks", "northmark"),
            period=Period.parse("2021-06-04"),
            citations=(GAZETTE,),
        ),
        Event(
            id="chief",
            title="Ivo Brandt becomes leader of the ML",
            statement="Ivo Brandt became leader of the Moor League (ML) in 2019.",
            about=("ivo-brandt", "moor"),
            period=Period.parse("2019"),
            citations=(GAZETTE,),
        ),
        Event(
            id="truce-ended",
            title="The Moor League called off its truce",
            about=("moor",),
            period=Period.parse("2022-11-28"),
            citations=(GAZETTE,),
        ),
        Event(
            id="truce-begun",
            title="A truce of the Moor League began",
            about=("moor",),
            period=Period.parse("2022-06-03"),
            citations=(GAZETTE,),
        ),
    )


@pytest.mark.parametrize(
    ("sentence", "turned"),
    [
        (
            "The Moor League was merged into the Fen Council.",
            "The Fen Council was merged into the Moor League.",
        ),
        ("The Moor League was merged into the Fen Council.", "The Moor League merged the Fen Council."),
        (
            "The Reed Office suspended its aid to the Moor League.",
            "The Moor League suspended its aid to the Reed Office.",
        ),
        (
            "An ambush by the Moor League near Tarnholm killed six guards.",
            "Six guards killed the Moor League in an ambush near Tarnholm.",
        ),
        (
            "The Fen Council drew mostly on old members of the Moor League.",
            "The Moor League drew mostly on old members of the Fen Council.",
        ),
        (
            "The ferry sank before the Reed Office closed the harbour.",
            "The Reed Office closed the harbour before the ferry sank.",
        ),
        (
            "The ferry sank before the Reed Office closed the harbour.",
            "The ferry sank after the Reed Office closed the harbour.",
        ),
        (
            "After the flood, the Fen Council opened a shelter.",
            "Before the flood, the Fen Council opened a shelter.",
        ),
        ("Five sailors drowned at the pier.", "Two sailors drowned at the pier."),
        ("The night bus runs on Fridays.", "The night bus runs every night."),
        ("Children under 7 travel free on the ferry.", "Children under 12 travel free on the ferry."),
    ],
)
def test_what_an_entry_says_is_supported_and_not_what_turns_it_round(sentence: str, turned: str) -> None:
    assert check(index(), sentence, TODAY).finding == "supported"
    assert check(index(), turned, TODAY).finding != "supported"


@pytest.mark.parametrize(
    "sentence",
    [
        "The June 2022 truce of the Moor League was called off in November 2022.",
        "The truce of June 2022 was called off on 28 November 2022.",
        "A truce of the Moor League began in June 2022.",
    ],
)
def test_a_date_that_says_which_is_meant_contradicts_nothing(sentence: str) -> None:
    assert check(index(), sentence, TODAY).finding != "contradicted"


def test_a_date_that_says_when_it_was_does() -> None:
    assert (
        check(index(), "The Moor League called off its truce in March 2021.", TODAY).finding == "contradicted"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The Lorn talks were held in Northmark in June 2021.", id="a round of them"),
        pytest.param("The secretary of the office, Ada Weld, opened the museum.", id="a name between commas"),
        pytest.param("Secretary Ada Weld of the office opened the museum in 2020.", id="the same without"),
        pytest.param("Ivo Brandt became leader of the Moor League in 2019.", id="a short form in brackets"),
        pytest.param("The ISS counted 120 attacks across Valmora in 2021.", id="across a country"),
    ],
)
def test_what_parts_the_words_of_an_entry_keeps_no_sentence_from_its_support(sentence: str) -> None:
    assert check(index(), sentence, TODAY).finding == "supported"


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The Reed Office gave the Golden Anchor medal to Una Holt.", id="given to somebody"),
        pytest.param(
            "Ivo Brandt was asked by the Reed Office to coach the guards.", id="asked by somebody to"
        ),
        pytest.param("All members of the choir voted for the merger.", id="all of a number"),
        pytest.param("One explosion killed 47 people in Southmark.", id="one thing that did something"),
    ],
)
def test_the_same_in_another_order_or_without_a_number_is_supported(sentence: str) -> None:
    assert check(reordered(), sentence, TODAY).finding == "supported"


@cache
def reordered() -> Index:
    """Return what somebody gave, asked or did, in one of the orders in which that is said."""
    return build(
        Entity(id="reed", name="Reed Office", type="body"),
        Entity(id="una-holt", name="Una Holt", type="person"),
        fact("medal", "The Reed Office gave Una Holt the Golden Anchor medal.", "reed", "una-holt"),
        fact("coach", "The Reed Office asked Ivo Brandt to coach the guards.", "reed", "ivo-brandt"),
        fact("vote", "All 30 members of the choir voted for the merger.", "tarnholm"),
        fact("blast", "An explosion killed 47 people in Southmark.", "southmark"),
    )


def test_a_date_of_something_else_does_not_excuse_a_wrong_one() -> None:
    among = build(
        Event(id="sank", title="The barge sank", period=Period.parse("2020-05-03"), citations=(GAZETTE,)),
        Event(
            id="opened",
            title="A school opened",
            asks=("When did the school beside the barge open, which sank?",),
            period=Period.parse("2021-03-04"),
            citations=(GAZETTE,),
        ),
    )

    assert check(among, "The barge sank on 4 March 2021.", TODAY).finding == "contradicted"
