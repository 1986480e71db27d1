"""Figures as the series of a chart: what stands in one series, what is joined, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.figures.chart import Chart, chart, kinds, offered
from bot.answering.figures.selection import MOST_PERIODS, MOST_SERIES
from bot.answering.figures.sieve import Filters
from bot.answering.figures.trends import findings
from bot.knowledge.model import Citation, Conflict, Entity, Figure
from bot.knowledge.periods import Period
from tests.sample_pack import figure, sample_pack

DEATHS = Filters("deaths")
SPANS = ("2021-08-15/2022-08-14", "2020-01/2020-06", "2020-03/2020-08")
MINE = ("picss-2023-01", "pips-2023-01", "picss-2022", "kp-2023-01")


def drawn(figures: Iterable[Figure], filters: Filters = DEATHS, kind: str | None = None) -> Chart:
    """Return the chart of some figures alone."""
    return chart(sample_pack(figures, without=MINE), filters, kind)


def years(*values: int, first: int = 2020, counter: str = "picss", **fields: object) -> list[Figure]:
    """Return a figure a year."""
    return [
        figure(
            f"{counter}{first + number}{fields.get('place', '')}",
            value,
            counter,
            str(first + number),
            **fields,
        )
        for number, value in enumerate(values)
    ]


def runs(found: Chart) -> list[list[list[str]]]:
    """Return the periods that are joined, by series."""
    return [[[str(point.period) for point in run] for run in series.runs] for series in found.series]


def test_a_series_is_one_counter_in_order_of_time() -> None:
    found = drawn([*reversed(years(1, 2, 3)), *years(5, 6, counter="pips")])

    assert [series.label for series in found.series] == ["PICSS", "PIPS"]
    assert runs(found) == [[["2020", "2021", "2022"]], [["2020", "2021"]]]
    assert found.title == "Deaths – Pakistan, per year"
    assert found.caption == "Deaths – Pakistan, per year (people)"


def test_a_gap_is_never_joined() -> None:
    found = drawn([*years(1, 2), *years(4, first=2023)])

    assert runs(found) == [[["2020", "2021"], ["2023"]]]
    assert findings(found)[0].endswith("; periods between have no figure.")


def test_months_and_years_are_never_in_one_series() -> None:
    figures = [*years(10, 20), *(figure(f"m{m}", m, "picss", f"2021-0{m}") for m in (1, 2, 3))]

    assert runs(drawn(figures)) == [[["2020", "2021"]]]
    assert drawn(figures).kinds == ("month",)
    assert runs(drawn(figures, kind="Month")) == [[["2021-01", "2021-02", "2021-03"]]]


def test_one_year_among_months_leaves_the_months() -> None:
    figures = [*years(10), *(figure(f"m{m}", m, "picss", f"2021-0{m}") for m in (1, 2))]

    assert drawn(figures).kind == "month"


def test_overlapping_periods_of_one_length_are_two_series() -> None:
    spans = ("2022-01/2022-11", "2022-02/2022-12", "2023-01/2023-11")
    found = drawn(figure(f"f{number}", number, "picss", each) for number, each in enumerate(spans))

    assert runs(found) == [[["2022-01/2022-11"], ["2023-01/2023-11"]], [["2022-02/2022-12"]]]


def test_another_place_unit_or_group_is_another_series() -> None:
    figures = [
        *years(9, 8, 7),
        *years(3, 4, by=("ned-price",), counter="pips"),
        *years(1, 2, place="kp"),
        *years(5, unit="families", counter="pips", first=2025),
    ]
    found = drawn(figures)

    assert [series.label for series in found.series] == ["PICSS, in all", "PIPS, by Ned Price"]
    assert found.left_out == (
        "PICSS, Khyber Pakhtunkhwa, in all, people",
        "PIPS, Pakistan, in all, families",
    )
    assert found.title == "Deaths – Pakistan, per year"


def test_the_place_asked_for_goes_before_the_places_inside_it() -> None:
    figures = [*years(9), *years(1, 2, 3, place="kp")]

    assert [series.subject for series in drawn(figures, Filters("deaths", "pakistan"), "year").series] == [
        "deaths in Pakistan"
    ]
    assert [series.subject for series in drawn(figures, Filters("deaths", "kp")).series] == [
        "deaths in Khyber Pakhtunkhwa"
    ]


def test_for_one_period_places_and_counters_stand_together_the_greatest_first() -> None:
    found = drawn([*years(3, place="kp"), *years(9)], Filters("deaths", period="2020"))

    assert [series.label for series in found.series] == ["PICSS, Pakistan", "PICSS, Khyber Pakhtunkhwa"]
    assert found.title == "Deaths – 2020"


def test_tolls_of_one_event_and_one_offs_are_no_series() -> None:
    found = drawn(
        [
            figure("a", 1, "picss", "2020", event="ct-dialogue"),
            figure("b", 1, "picss", "2021", label="guests"),
            replace(figure("c", 1, "picss", "2021"), period=None),
        ]
    )

    assert found.series == ()
    assert found.single == 3
    assert found.available == ()
    assert found.periods == ()
    assert found.unit == ""


def test_unknown_filters_and_kinds_draw_nothing_and_name_what_there_is() -> None:
    unknown = drawn(years(1, 2), Filters("murders"))
    no_kind = drawn(years(1, 2), kind="week")

    assert unknown.unknown == (("metric", "murders"),)
    assert unknown.available == ("deaths",)
    assert (no_kind.series, no_kind.kind, no_kind.kinds) == ((), "week", ("year",))


def test_a_counter_with_two_values_for_a_period_has_one_point_and_the_newest_source_leads() -> None:
    old, new, never = Citation(source="tribune"), Citation(source="dawn"), Citation(source="undated")
    pack = sample_pack(
        [
            figure("undated", 530, "picss", "2021", citations=(never,)),
            figure("first", 533, "picss", "2021", citations=(old,)),
            figure("restated", 539, "picss", "2021", citations=(new,)),
            figure("before", 300, "picss", "2020"),
        ],
        without=MINE,
    )
    sources = {**pack.sources, "undated": replace(pack.sources["dawn"], id="undated", date=None)}
    (series,) = chart(replace(pack, sources=sources), DEATHS).series

    assert [[each.figure.id for each in point.readings] for point in series.points] == [
        ["before"],
        ["restated", "first", "undated"],
    ]
    assert [point.disputed for point in series.points] == [False, True]


def test_counts_that_name_no_counter_are_kept_apart_by_publisher() -> None:
    figures = [
        replace(figure("a", 1, "x", "2020"), counted_by=None),
        replace(figure("b", 2, "x", "2021", citations=(Citation(source="tribune"),)), counted_by=None),
        replace(figure("c", 3, "x", "2021", citations=()), counted_by=None),
        replace(figure("d", 4, "x", "2021", place=None), counted_by=None),
    ]
    found = drawn(figures)

    assert sorted(series.label for series in found.series) == ["", "Dawn", "The Express Tribune"]
    assert found.left_out == ("Dawn",)


def test_no_more_series_than_can_be_told_apart_and_no_more_periods_than_have_room() -> None:
    counters = [Entity(id=f"c{number}", name=f"Counter {number}") for number in range(6)]
    figures = [each for counter in counters for each in years(*range(30), first=1990, counter=counter.id)]
    found = chart(sample_pack([*counters, *figures], without=MINE), DEATHS)

    assert len(found.series) == MOST_SERIES
    assert found.left_out == ("Counter 4", "Counter 5")
    assert len(found.periods) == MOST_PERIODS
    assert found.periods[-1] == Period.year(2019)
    assert found.older == 6
    assert found.size == MOST_SERIES * MOST_PERIODS


def test_a_chart_knows_its_sources_and_their_newest_date() -> None:
    found = drawn(years(1, 2))

    assert [cited.source.id for cited in found.citations] == ["dawn", "dawn"]
    assert str(found.as_of) == "2023-03-07"
    assert drawn(years(1, citations=())).as_of is None


def test_choices_are_only_what_can_be_drawn() -> None:
    pack = sample_pack(
        [*years(1, 2), figure("x", 1, "pips", "2021-05", event="ct-dialogue", metric="votes")], without=MINE
    )

    assert [choice.value for choice in offered(pack, "metric", Filters())] == ["deaths"]
    assert [choice.value for choice in offered(pack, "counted_by", Filters())] == ["picss"]
    assert [choice.value for choice in kinds(pack, Filters())] == ["year"]


def test_one_series_is_told_in_a_whole_sentence() -> None:
    (told,) = findings(drawn(years(1063, 1300, 900)))

    assert told == (
        "Deaths in Pakistan, counted by Pakistan Institute for Conflict and Security Studies (PICSS), "
        "fell from 1,063 in 2020 to 900 in 2022, with the highest, 1,300, in 2021."
    )


def test_one_number_is_told_without_a_verdict() -> None:
    (told,) = findings(drawn(years(7, counter="ned-price")))

    assert told == "Deaths in Pakistan, counted by Ned Price: 7 in 2020."


def test_a_series_of_nobody_is_told_without_a_counter() -> None:
    figures = [replace(each, counted_by=None) for each in years(1, 2, place=None, citations=())]

    assert findings(drawn(figures)) == ("Deaths rose from 1 in 2020 to 2 in 2021.",)


def test_several_series_are_told_one_by_one() -> None:
    found = drawn(
        [
            *years(5, 5),
            *years(10, 20, counter="pips", qualifier="about"),
            *years(3, counter="ned-price", qualifier="at least"),
        ]
    )

    assert findings(found) == (
        "PICSS: stayed the same, 5, in 2020 and in 2021.",
        "PIPS: went from about 10 in 2020 to about 20 in 2021.",
        "Ned Price: at least 3 in 2020.",
    )


def test_spans_are_told_in_brackets_and_other_values_beside_the_number() -> None:
    spans = ("2020-08-15/2021-08-14", "2021-08-15/2022-08-14")
    figures = [figure(f"f{each}", number + 1, "ned-price", each) for number, each in enumerate(spans)]
    (told,) = findings(drawn([*figures, figure("g", 3, "ned-price", spans[1])]))

    assert told.endswith(
        "rose from 1 (15 August 2020 to 14 August 2021) to 2 (or 3) (15 August 2021 to 14 August 2022)."
    )


def test_a_peak_is_named_only_where_it_is_one_for_certain() -> None:
    (told,) = findings(
        drawn(
            [*years(1, 9, 2), *years(10, first=2024), figure("x", 8, "picss", "2023", qualifier="at least")]
        )
    )

    assert "highest" not in told


def test_conflicts_named_on_either_side_make_a_point_disputed() -> None:
    found = drawn([*years(1, 2, conflicts=(Conflict(note="3 by one paper"),))])

    assert [point.disputed for point in found.series[0].points] == [True, True]


@st.composite
def counts(draw: st.DrawFn) -> Figure:
    """Return a count of something for some period."""
    period = draw(st.sampled_from(["2020", "2021", "2022", "2024", "2021-01", "2021-02", *SPANS]))
    return figure(
        f"f{draw(st.integers(0, 10**6))}",
        draw(st.integers(-5, 10**9)),
        draw(st.sampled_from(["picss", "pips", "ned-price"])),
        period,
        qualifier=draw(st.sampled_from(["exactly", "at least", "more than", "about", "up to"])),
        place=draw(st.sampled_from(["pakistan", "kp", None])),
        unit=draw(st.sampled_from(["people", "people", "families"])),
    )


@given(st.lists(counts(), max_size=15), st.sampled_from([None, "year", "month", "6 months"]))
def test_whatever_the_figures_only_neighbours_of_one_measure_are_joined(
    figures: list[Figure], kind: str | None
) -> None:
    found = drawn({each.id: each for each in figures}.values(), Filters(), kind)

    for series in found.series:
        figures_of = [reading.figure for point in series.points for reading in point.readings]
        assert (
            len({(each.metric, each.unit, each.place, each.counted_by, each.by) for each in figures_of}) == 1
        )
        for run in series.runs:
            for one, other in pairwise(run):
                assert (other.period.first - one.period.last).days == 1
        for one, other in pairwise(series.points):
            assert one.period.last < other.period.first
    assert len(findings(found)) == len(found.series)
