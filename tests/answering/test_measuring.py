"""A question asks for the count that its words name, not for who did it; or for how much it changed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering.constraints import contradiction
from bot.answering.index import Index
from bot.knowledge.model import Entity, Figure, Metric
from bot.knowledge.periods import Period
from tests.answering.entries import GAZETTE, count
from tests.answering.world import pack

METRICS = (
    Metric(id="raiders-killed", unit="people", words=("raiders killed", "killed raiders"), broader="deaths"),
    Metric(id="police-deaths", unit="people", words=("constables killed",), broader="security-deaths"),
    Metric(id="captured", unit="people", words=("captured by raiders",)),
    Metric(id="boats", unit="boats", words=("boats in the harbour",)),
    Metric(id="attacks-rise", unit="percent", words=("rise in attacks", "attacks rose", "rise")),
    Metric(id="deaths-rise", unit="percent", words=("rise in deaths", "deaths rose")),
)


@cache
def built(*figures: Figure) -> Index:
    """Return the made-up country's index with more metrics, and figures of its own where some are given."""
    whole = pack()
    entities = {entity.id: entity for entity in whole.of_kind(Entity)}
    told = {**entities, **{figure.id: figure for figure in figures}} if figures else whole.entries
    metrics = {**whole.metrics, **{metric.id: metric for metric in METRICS}}
    return Index(replace(whole, metrics=metrics, entries=told))


def test_a_name_that_leaves_something_out_does_not_tell_of_a_metric_in_any_order() -> None:
    harmed = Metric(id="harmed", unit="people", words=("harmed", "losses besides deaths", "non-fatal losses"))
    whole = pack()
    index = Index(replace(whole, metrics={**whole.metrics, harmed.id: harmed}))
    reading = index.reader.read("How many were harmed in the raid?")
    assert reading.measured == (index.reader.keys_of(["harmed"]),)


def fits(question: str, figure: Figure) -> bool:
    """Whether a figure of a pack that has no other contradicts nothing of a question."""
    index = built(figure)
    return (
        contradiction(index.reader.read(question), index.entries[index.positions[figure.id]], index.pack)
        is None
    )


def rise(period: str) -> Figure:
    """Return by how much attacks rose in a period."""
    return replace(count("rise", "attacks-rise", 17, period), unit="percent")


@pytest.mark.parametrize(
    ("question", "metric"),
    [
        pytest.param("How many raiders were killed?", "raiders-killed", id="whom it was done to"),
        pytest.param("How many people did raiders kill?", "deaths", id="who acts, before the verb"),
        pytest.param("How many did the raiders kill?", "deaths", id="nobody beside who acts"),
        pytest.param("How many were killed by raiders?", "deaths", id="who acts, after by"),
        pytest.param("How many were captured by raiders?", "captured", id="a name of its own with by"),
        pytest.param("What death toll did they give for the raids?", "deaths", id="the cue ends its name"),
        pytest.param("How many did ISS list as killed in attacks?", "deaths", id="no actor begins its name"),
        pytest.param("How many troops were slain?", "security-deaths", id="words alike"),
        pytest.param("How many constables of Harrow were killed?", "deaths", id="not beside each other"),
        pytest.param("How many attackers were there?", "", id="who attacks is no attack"),
        pytest.param("not deaths, I wanted the injured of January", "injured", id="not the denied one"),
        pytest.param("how many were not killed", "deaths", id="denied, and the only one"),
    ],
)
def test_who_did_it_is_not_who_is_counted(question: str, metric: str) -> None:
    assert built().reader.read(question).asked == set(filter(None, [metric]))


@pytest.mark.parametrize(
    ("question", "metric"),
    [
        ("By what percentage did the Harrow raids rise in 2023?", "attacks-rise"),
        ("How much did attacks really go up, did they rise?", "attacks-rise"),
        ("By how much did deaths of soldiers rise?", "deaths-rise"),
        ("How many attacks were there before the rise?", "attacks"),
        ("What percentage of attacks failed?", "attacks"),
    ],
)
def test_a_question_for_a_change_asks_for_the_change(question: str, metric: str) -> None:
    assert built().reader.read(question).asked == {metric}


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("By how much did attacks rise in 2023?", True),
        ("By how much did attacks rise from 2022 to 2023?", True),
        ("By how much did attacks rise from 2021 to 2023?", False),
        ("By how much did attacks rise in 2022?", False),
    ],
)
def test_a_change_may_be_asked_with_the_period_before_it(question: str, *, fit: bool) -> None:
    assert fits(question, rise("2023")) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("By how much did attacks rise since August 2021?", True),
        ("By how much did attacks rise since August 2021, by April 2023?", True),
        ("By how much did attacks rise since July 2021?", False),
    ],
)
def test_a_change_may_be_asked_by_the_day_it_counts_from(question: str, *, fit: bool) -> None:
    assert fits(question, rise("2021-08-15/2023-04-30")) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("How many attacks since August 2021, until April 2023?", True),
        ("How many attacks since August 2021, until May 2023?", False),
        ("How many attacks since August 2021?", False),
        ("How many attacks in August 2021, and in April 2023?", False),
    ],
)
def test_a_count_may_be_asked_by_both_ends_of_its_span(question: str, *, fit: bool) -> None:
    assert fits(question, count("x", "attacks", 9, "2021-08-15/2023-04-30")) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("How many attacks by late November 2022?", True),
        ("How many attacks before December 2022?", False),
        ("How many attacks by late October 2022?", False),
    ],
)
def test_a_count_until_a_month_may_end_a_few_days_before_it_does(question: str, *, fit: bool) -> None:
    assert fits(question, count("x", "attacks", 9, "2022-01-01/2022-11-27")) == fit


def test_a_part_of_what_is_never_counted_whole_may_be_asked_for_barely() -> None:
    part = replace(count("x", "police-deaths", 63, "2022"), label="constables killed in raids")

    assert fits("constables killed 2022", part)
    assert not fits("killed 2022", part)


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("How many attacks from August 2020 to August 2021?", True),
        ("How many attacks from August 2020 to July 2021?", False),
        ("How many attacks in August 2021?", False),
    ],
)
def test_months_stand_for_the_days_that_a_count_begins_and_ends_on(question: str, *, fit: bool) -> None:
    assert fits(question, count("x", "attacks", 9, "2020-08-15/2021-08-14")) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("How many constables were trained since March 2023 by the report of 2024?", True),
        ("How many constables were trained by 2024, since 2023?", True),
        ("How many constables were trained by 2022, since 2021?", False),
        ("How many constables were trained in 2024?", False),
        ("How many constables were trained in 2021, 2023 and 2024?", False),
    ],
)
def test_a_count_may_begin_in_one_period_and_end_in_another(question: str, *, fit: bool) -> None:
    label = {"label": "constables trained", "place": None}
    assert fits(question, replace(count("x", "trained", 9, "2023-03-07/2024-05-10"), **label)) == fit


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("Was the mill raided in January 2023 or February 2022?", True),
        ("Was the mill raided in January 2023 and February 2022?", False),
    ],
)
def test_of_dates_to_choose_from_one_is_enough(question: str, *, fit: bool) -> None:
    part = replace(count("x", "attacks", 9, "2023-01"), label="raided at the mill", place=None)
    assert fits(question, part) == fit
    assert (
        fits(question.replace("Was it raided", "How many attacks"), count("x", "attacks", 9, "2023-01"))
        == fit
    )


def test_a_part_goes_by_the_name_of_every_broader_metric() -> None:
    toll = replace(count("x", "police-deaths", 6, "2023-01-30"), event="market-bombing")

    assert fits("how many constables were killed in the market bombing", toll)
    assert fits("how many soldiers were killed in the market bombing", toll)
    assert fits("how many people were killed in the market bombing", toll)
    assert not fits("how many people were injured in the market bombing", toll)


def test_the_whole_of_a_narrower_metric_goes_by_its_own_name_only() -> None:
    assert not fits(
        "how many soldiers were killed in January 2023", count("x", "police-deaths", 6, "2023-01")
    )


def test_a_year_may_be_asked_of_a_part_that_is_a_place_within_that_year() -> None:
    label = {"label": "killed in the district of Tarnholm", "place": "tarnholm"}
    part = replace(count("x", "deaths", 9, "2022"), **label)

    assert fits("how many were killed in Tarnholm in 2022", part)
    assert not fits("how many were killed in Valmora in 2022", part)


def test_words_of_what_is_only_counted_at_one_event_are_not_bare() -> None:
    whole = replace(count("x", "boats", 9, "2023-01"), event="market-bombing")

    assert not built(whole).reader.read("how many people were killed in the harbour").bare
    assert built(replace(whole, event=None)).reader.read("how many boats in the harbour").bare


def test_periods_have_the_months_that_they_begin_and_end_in() -> None:
    assert Period.parse("2020-08-15/2021-02-03").months == (2020, 8, 2021, 2)


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("How many attacks until the end of November 2022?", True),
        ("How many attacks before December 2022?", True),
        ("How many attacks up to October 2022?", False),
        ("How many attacks until 2022?", False),
        ("How many attacks since November 2022?", False),
        ("How many attacks in the opening eleven months of 2022?", True),
    ],
)
def test_a_count_from_new_year_may_be_asked_by_its_end(question: str, *, fit: bool) -> None:
    assert fits(question, count("x", "attacks", 9, "2022-01/2022-11")) == fit


def test_of_numbers_that_a_question_lists_one_is_enough() -> None:
    part = replace(count("x", "attacks", 9, "2022"), label="raids at the mill", place=None)

    assert fits("9, 12, 40: three counts of raids at the mill, whose are they?", part)
    assert not fits("9 and 12 raids at the mill, whose are they?", part)


def test_an_entry_of_the_name_asked_for_need_not_have_the_other_words() -> None:
    whole = pack()
    brigade = next(entity for entity in whole.of_kind(Entity) if entity.name == "Harrow Brigade")
    cited = replace(brigade, citations=(GAZETTE,), description="An armed group.")
    index = Index(replace(whole, entries={cited.id: cited}))

    def fitting(question: str) -> bool:
        return contradiction(index.reader.read(question), index.entries[0], index.pack) is None

    assert fitting("What taste is the Harrow Brigade?")
    assert not fitting("What taste is it?")
