"""What an entry fixes comes from its fields and from its own texts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.index import Index
from bot.answering.slots import Ancestry, Slots, fields, people, places, texts
from bot.knowledge.model import Entity, Entry, Pack
from bot.knowledge.periods import Period
from tests.answering.entries import count
from tests.answering.world import index, pack


def slots_of(key: str) -> Slots:
    """Return what an entry of the made-up country fixes."""
    return index().entries[index().positions[key]].slots


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("ceasefire-end", ["The Free Valmora Front ended its ceasefire on 28 November 2022."]),
        ("deaths-2023-01", []),
        ("toll-police", ["Tarnholm police put the deaths in the market bombing at 84."]),
        (
            "brandt-threat",
            ["The Front is a threat to all of us.", "weekly briefing.", "Interior Minister"],
        ),
        ("bombing", ["Bombing of the market in Tarnholm"]),
        (
            "bridge-opened",
            ["Opening of the Harrow bridge", "The Harrow bridge was opened on 12 May 2021."],
        ),
        ("fvf", ["Free Valmora Front", "FVF"]),
        ("world-office", ["World Harvest Office", "WHO", "A body that lends seed to farmers."]),
        ("claim-june", ["The FVF ended its ceasefire in June 2022.", "It ended on 28 November 2022."]),
        ("claim-two-days", ["The Lorn Dialogue lasted two days."]),
    ],
)
def test_an_entry_says_its_own_sentences_and_not_its_questions(key: str, told: list[str]) -> None:
    assert list(texts(pack().entries[key])) == told


def test_an_entry_of_no_kind_says_nothing() -> None:
    assert list(texts(Entry(id="x"))) == []


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("talks-chair", {"lorn-talks", "ivo-brandt"}),
        ("attacks-fvf-2022", {"valmora", "iss", "fvf"}),
        ("toll-police", {"tarnholm", "police", "market-bombing"}),
        ("brandt-threat", {"ivo-brandt", "fvf"}),
        ("fvf", {"fvf"}),
    ],
)
def test_the_fields_of_an_entry_name_entities(key: str, named: set[str]) -> None:
    assert fields(pack().entries[key]) == named


def test_a_place_is_part_of_what_holds_it_all_the_way_up() -> None:
    assert Ancestry(pack()).of("tarnholm") == {"tarnholm", "northmark", "valmora"}


def test_places_are_where_figures_count_and_what_lies_around_or_beside() -> None:
    found = places(pack(), Ancestry(pack()))

    assert found == {"valmora", "northmark", "southmark", "tarnholm", "lorn"}


def test_people_are_the_entities_that_are_said_to_be() -> None:
    assert people(pack()) == {"ivo-brandt"}


def test_an_entity_that_the_pack_does_not_have_is_part_of_itself() -> None:
    assert Ancestry(pack()).of("atlantis") == {"atlantis"}


def test_places_that_are_part_of_each_other_do_not_go_round_for_ever() -> None:
    ring = (Entity(id="a", name="A", part_of=("b",)), Entity(id="b", name="B", part_of=("a",)))
    ancestry = Ancestry(Pack(id="ring", title="Ring", entries={each.id: each for each in ring}))

    assert (ancestry.of("a"), ancestry.of("a")) == ({"a", "b"}, {"a", "b"})


def test_an_entry_concerns_what_its_texts_name_and_what_that_is_part_of() -> None:
    assert {"tarnholm", "northmark", "valmora", "market-bombing"} <= slots_of("toll-health").entities


def test_an_entry_holds_the_periods_of_its_field_and_of_its_texts() -> None:
    assert slots_of("claim-june").periods == (Period.parse("2022-06"), Period.parse("2022-11-28"))


def test_a_figure_holds_its_value_and_the_numbers_of_its_texts() -> None:
    assert {84} <= slots_of("toll-police").numbers
    assert not {95, 101} & slots_of("toll-police").numbers
    assert {134} <= slots_of("deaths-2023-01").numbers


def test_the_dates_in_a_note_are_of_other_accounts_and_its_numbers_are_shown() -> None:
    figure = replace(count("noted", "deaths", 5, "2022-12"), note="9 died in January 2023.")
    fixed = Index(replace(pack(), entries={"noted": figure})).entries[0].slots

    assert fixed.periods == (Period.parse("2022-12"),)
    assert {5, 9} <= fixed.numbers
