"""Nothing is answered alone that another entry disputes, decides or counts otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.entry_answers import answer_entry
from bot.answering.trust.disputes import Companions, companions, same_matter
from bot.knowledge.model import Conflict, Entry
from bot.knowledge.periods import Period
from tests.answering.world import index, pack

NOBODY: frozenset[str] = frozenset()


def entry(key: str) -> Entry:
    """Return an entry of the made-up country."""
    return pack().entries[key]


def beside(shown: Entry, *kept: Entry, counters: frozenset[str] = NOBODY) -> Companions:
    """Return what stands beside an entry, given the other candidates and the counters named."""
    return companions(index(), shown, list(kept), counters)


def ids(entries: tuple[Entry, ...]) -> list[str]:
    """Return the ids of some entries."""
    return [each.id for each in entries]


@pytest.mark.parametrize(("asked", "other"), [("toll-police", "toll-health"), ("toll-health", "toll-police")])
def test_both_sides_of_a_dispute_are_shown_whichever_names_the_other(asked: str, other: str) -> None:
    found = beside(entry(asked))

    assert (ids(found.entries), found.disputed) == ([other], True)


def test_a_note_of_another_value_makes_an_answer_disputed() -> None:
    noted = replace(entry("deaths-2023-02"), conflicts=(Conflict(note="59 by one paper"),))
    found = beside(noted)

    assert (found.entries, found.notes, found.disputed) == ((), ("59 by one paper",), True)


def test_an_entry_that_is_not_live_disputes_nothing() -> None:
    drafted = replace(entry("deaths-2023-02"), conflicts=(Conflict(entry="draft-harvest"),))

    assert not beside(drafted).disputed


def test_a_claim_brings_the_live_entries_that_decide_it() -> None:
    found = beside(entry("claim-june"))

    assert (ids(found.entries), found.disputed) == (["ceasefire-end"], False)


def test_another_counter_of_the_same_stands_beside_without_a_dispute() -> None:
    near = [entry(key) for key in ("deaths-2023-01-pcm", "deaths-2023-02", "soldiers-2023-01", "talks-dates")]
    found = beside(entry("deaths-2023-01"), *near)

    assert (found.entries, ids(found.also), found.disputed) == ((), ["deaths-2023-01-pcm"], False)


def test_a_rival_is_not_shown_a_second_time_as_another_counter() -> None:
    found = beside(entry("toll-police"), entry("toll-health"))

    assert (ids(found.entries), found.also) == (["toll-health"], ())


@pytest.mark.parametrize("label", ["in the towns", None])
def test_a_count_of_a_part_is_no_count_of_the_same(label: str | None) -> None:
    other = replace(entry("deaths-2023-01-pcm"), label=label)
    also = beside(entry("deaths-2023-01"), other).also

    assert bool(also) == (label is None)


def test_the_counts_of_all_counters_that_are_named_stand_beside() -> None:
    other = replace(entry("deaths-2023-01-pcm"), label="in the towns")
    named = frozenset({"iss", "pcm"})

    assert ids(beside(entry("deaths-2023-01"), other, counters=named).also) == ["deaths-2023-01-pcm"]


def test_a_fact_about_a_disputed_count_shows_the_dispute() -> None:
    fact = replace(entry("talks-dates"), related=("toll-police",))
    found = beside(fact, entry("toll-police"), entry("deaths-2023-01"))

    assert (set(ids(found.entries)), found.disputed) == ({"toll-police", "toll-health"}, True)


def test_a_fact_about_a_count_that_nobody_disputes_is_not_disputed() -> None:
    fact = replace(entry("talks-dates"), related=("deaths-2023-02",))

    assert not beside(fact, entry("deaths-2023-02")).disputed


def test_an_event_shows_what_is_disputed_of_its_count() -> None:
    found = beside(entry("market-bombing"), entry("toll-police"))

    assert (set(ids(found.entries)), found.disputed) == ({"toll-police", "toll-health"}, True)


@pytest.mark.parametrize("key", ["tarnholm", "iss"])
def test_a_place_or_a_body_is_not_disputed_because_a_count_is(key: str) -> None:
    counted = replace(entry("toll-police"), about=(key,))

    assert not beside(entry(key), counted).disputed


def test_only_a_figure_brings_other_counters() -> None:
    assert beside(entry("talks-dates"), entry("deaths-2023-01")).also == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("toll-police", "toll-health", True, id="in conflict"),
        pytest.param("deaths-2023-01", "deaths-2023-01-pcm", True, id="the same count by two"),
        pytest.param("deaths-2023-01", "deaths-2023-02", False, id="two months"),
        pytest.param("deaths-2023-01", "attacks-2023-01", False, id="two counts"),
        pytest.param("claim-two-days", "talks-dates", True, id="a claim and what decides it"),
        pytest.param("market-bombing", "bombing", True, id="an entity and what is about it"),
        pytest.param("talks-dates", "talks-chair", False, id="two facts of one source"),
        pytest.param("bridge-opened", "ceasefire-end", False, id="two facts"),
    ],
)
def test_two_entries_are_the_same_matter_either_way_round(one: str, other: str, *, same: bool) -> None:
    found = (same_matter(entry(one), entry(other)), same_matter(entry(other), entry(one)))

    assert found == (same, same)


def test_two_entries_of_one_source_about_the_same_days_are_the_same_matter() -> None:
    dates = entry("talks-dates")

    assert same_matter(dates, replace(dates, id="other", about=(), asks=()))
    assert not same_matter(dates, replace(dates, id="other", citations=entry("bombing").citations))


def test_two_entries_that_share_days_and_most_of_what_they_are_about_are_the_same_matter() -> None:
    bombing = replace(entry("bombing"), about=("market-bombing", "tarnholm", "police"))
    other = replace(bombing, id="other", period=Period.parse("2023-01"), citations=())

    assert same_matter(bombing, other)
    assert not same_matter(bombing, replace(other, about=("police",)))
    assert not same_matter(bombing, replace(other, period=Period.parse("2024")))


def test_related_entries_are_the_same_matter() -> None:
    assert same_matter(replace(entry("bombing"), related=("talks-dates",)), entry("talks-dates"))


@pytest.mark.parametrize("key", ["toll-police", "toll-health"])
def test_the_answer_of_either_side_says_that_it_is_disputed(key: str) -> None:
    answered = answer_entry(index(), key, "?")

    assert answered.disputed
    assert {statement.entry for statement in answered.statements} == {"toll-police", "toll-health"}
