"""Every id that a pack mentions belongs to something in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.knowledge.checks import check
from bot.knowledge.model import Citation, Conflict, Entity, Entry, Question
from tests.knowledge.good_pack import (
    CLAIM,
    DEATHS,
    EVENT,
    FACT,
    FIGURE,
    PAKISTAN,
    PRICE,
    QUOTE,
    found,
    only,
    pack,
)


def test_an_unknown_source_is_named_with_the_nearest() -> None:
    cited = replace(EVENT, citations=(Citation(source="dawm"),))

    assert only(pack(cited)) == (
        "error entry talks citations.source: there is no source 'dawm'; did you mean 'dawn'?"
    )


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (replace(FACT, about=("pakistn",)), "about"),
        (replace(FIGURE, place="pakistn"), "place"),
        (replace(FIGURE, counted_by="pakistn"), "counted_by"),
        (replace(FIGURE, event="pakistn"), "event"),
        (replace(FIGURE, by=("pakistn",)), "by"),
        (replace(QUOTE, speaker="pakistn"), "speaker"),
        (replace(PRICE, part_of=("pakistn",)), "part_of"),
        (replace(PRICE, stands_for=("pakistn",)), "stands_for"),
    ],
)
def test_an_unknown_entity_is_named_with_the_nearest(entry: Entry, field: str) -> None:
    assert only(pack(entry)) == (
        f"error entry {entry.id} {field}: there is no entity 'pakistn'; did you mean 'pakistan'?"
    )


@pytest.mark.parametrize("name", ["Ned Price", "ned  price"])
def test_an_entity_named_by_its_name_is_told_by_its_id(name: str) -> None:
    assert only(pack(replace(QUOTE, speaker=name))).endswith("did you mean 'price'?")


def test_an_entity_near_to_nothing_must_be_added() -> None:
    assert only(pack(replace(FACT, about=("zzz",)))).endswith("add it, or name another entity")


def test_an_entry_of_another_kind_is_no_entity() -> None:
    assert "there is no entity 'dates'" in only(pack(replace(FACT, about=("dates",))))


def test_an_unknown_default_place_is_found() -> None:
    assert only(pack(default_place="pakstan")).startswith("error pack  default_place: there is no entity")


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (replace(FACT, related=("tolls",)), "related"),
        (replace(FACT, conflicts=(Conflict(entry="tolls"),)), "conflicts.entry"),
        (replace(CLAIM, entries=("dates", "tolls")), "entries"),
    ],
)
def test_an_unknown_entry_is_named_with_the_nearest(entry: Entry, field: str) -> None:
    assert only(pack(entry)) == (
        f"error entry {entry.id} {field}: there is no entry 'tolls'; did you mean 'toll'?"
    )


def test_a_research_note_s_id_leads_to_the_entry_that_carries_it() -> None:
    whole = pack(replace(FACT, related=("F007",)), replace(EVENT, refs=("F007",)))

    assert only(whole).endswith("there is no entry 'F007'; did you mean 'talks'?")


@pytest.mark.parametrize("field", ["expect", "expect_all"])
def test_a_question_expects_entries_that_exist(field: str) -> None:
    fields = {"expect": ("dates",), field: ("date",)}
    whole = pack(questions=(Question(question="When?", **fields),))  # pyright: ignore[reportArgumentType]

    assert only(whole) == f"error question 0 {field}: there is no entry 'date'; did you mean 'dates'?"


def test_ids_of_files_that_could_not_be_read_are_taken_as_known() -> None:
    assert check(pack(replace(FACT, about=("lost",))), frozenset({"lost"})) == []


def test_part_of_must_not_go_round_in_a_circle() -> None:
    whole = pack(replace(PAKISTAN, part_of=("price",)), replace(PRICE, part_of=("pakistan",)))

    assert only(whole) == (
        "error entry price part_of: goes round in a circle: pakistan -> price -> pakistan; "
        "delete one of these links"
    )


def test_a_part_of_two_wholes_is_no_circle() -> None:
    north = Entity(id="north", name="North", part_of=("pakistan",))
    town = Entity(id="town", name="Town", part_of=("north", "pakistan"))

    assert found(pack(north, town)) == []


def test_a_chain_of_20_000_parts_is_followed_to_its_end() -> None:
    chain = [Entity(id=f"e{n}", name=f"E{n}", part_of=(f"e{n + 1}",)) for n in range(20_000)]

    assert only(pack(*chain, Entity(id="e20000", name="End", part_of=("e20000",)))).startswith(
        "error entry e20000 part_of: goes round in a circle: e20000 -> e20000"
    )


def test_an_entry_can_not_be_in_conflict_with_itself() -> None:
    assert only(pack(replace(FIGURE, conflicts=(Conflict(entry="toll"),)))).startswith(
        "error entry toll conflicts.entry: an entry can't be in conflict with itself"
    )


def test_a_conflict_may_be_a_note_or_another_entry() -> None:
    conflicts = (Conflict(note="101 according to another count."), Conflict(entry="dates"))

    assert found(pack(replace(FIGURE, conflicts=conflicts))) == []


def test_a_broader_metric_exists() -> None:
    assert only(pack(metrics={"deaths": replace(DEATHS, broader="dead")})) == (
        "error pack  metrics.deaths.broader: there is no metric 'dead'; add it, or name another metric"
    )


def test_broader_metrics_must_not_go_round_in_a_circle() -> None:
    metrics = {
        "deaths": replace(DEATHS, broader="toll"),
        "toll": replace(DEATHS, id="toll", broader="deaths"),
    }

    assert "goes round in a circle: deaths -> toll -> deaths" in only(pack(metrics=metrics))
