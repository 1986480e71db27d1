"""Two periods, places or counters side by side, and why some can't be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.figures.comparison import MOST_PAIRS, Comparison, compare
from bot.answering.figures.pairing import Asked, Varied, offered, partners
from bot.answering.figures.sieve import Column, Filters
from bot.knowledge.model import Entity, Figure, Pack
from tests.sample_pack import figure, sample_pack

MINE = ("picss-2023-01", "pips-2023-01", "picss-2022", "kp-2023-01")
DEATHS = Filters("deaths")


def pack(figures: Iterable[Figure] = ()) -> Pack:
    """Return a pack with counts of two counters in two places and three years."""
    own = [
        figure("picss-2021", 388, "picss", "2021"),
        figure("picss-2022", 539, "picss", "2022"),
        figure("picss-2022-first", 533, "picss", "2022"),
        figure("pips-2021", 335, "pips", "2021"),
        figure("pips-2022", 419, "pips", "2022"),
        figure("pips-2023", 693, "pips", "2023"),
        figure("kp-2021", 100, "picss", "2021", place="kp"),
        figure("jan", 134, "picss", "2023-01"),
        figure("feb", 62, "picss", "2023-02"),
    ]
    return sample_pack([*own, *figures], without=[key for key in MINE if key != "picss-2022"])


def compared(filters: Filters, against: Filters, figures: Iterable[Figure] = ()) -> Comparison:
    """Compare figures of the pack."""
    return compare(pack(figures), Asked(filters, against))


def values(found: Comparison) -> list[list[tuple[str, list[str]]]]:
    """Return the sides of each pair with their values."""
    return [[(side.name, [row.value for row in side.rows]) for side in pair.sides] for pair in found.pairs]


def test_two_periods_are_compared_for_every_counter_that_has_both_in_order_of_time() -> None:
    found = compared(replace(DEATHS, period="2022"), Filters(period="2021"))

    assert found.heading == "Deaths, 2022 – compared with 2021"
    assert values(found) == [
        [("2021", ["388"]), ("2022", ["539", "533"])],
        [("2021", ["335"]), ("2022", ["419"])],
    ]
    assert found.pairs[0].title.startswith("Deaths, Pakistan, counted by Pakistan Institute for Conflict")
    assert found.pairs[1].workings[0] == "Difference: 419 \u2212 335 = 84: a rise"
    assert all(row.citations for pair in found.pairs for side in pair.sides for row in side.rows)


def test_every_value_that_a_counter_gives_has_its_own_sum() -> None:
    found = compared(replace(DEATHS, period="2021", counted_by="picss"), Filters(period="2022"))

    assert [line for line in found.pairs[0].workings if line.startswith("Difference")] == [
        "Difference: 539 \u2212 388 = 151: a rise",
        "Difference: 533 \u2212 388 = 145: a rise",
    ]


def test_two_counters_are_shown_for_every_shared_period_without_a_verdict() -> None:
    found = compared(replace(DEATHS, counted_by="picss"), Filters(counted_by="pips"))

    assert [pair.title for pair in found.pairs] == ["Deaths, Pakistan, 2022", "Deaths, Pakistan, 2021"]
    told = " ".join(line for pair in found.pairs for line in pair.workings)
    assert not any(word in told for word in ("rise", "fall", "more", "less", "Ratio"))
    assert all("differently" in pair.caveats[0] for pair in found.pairs)


def test_of_two_places_the_one_inside_the_other_is_named() -> None:
    for place, other in (("pakistan", "kp"), ("kp", "pakistan")):
        found = compared(replace(DEATHS, place=place), Filters(place=other))
        (pair,) = found.pairs

        assert pair.title == (
            "Deaths, 2021, counted by Pakistan Institute for Conflict and Security Studies (PICSS)"
        )
        assert pair.workings[0].endswith("388 \u2212 100 = 288: more in Pakistan")
        assert pair.caveats == ("Khyber Pakhtunkhwa lies in Pakistan: one number is part of the other.",)


def test_places_apart_have_no_caveat() -> None:
    peru = Entity(id="peru", name="Peru", type="place")
    found = compare(
        sample_pack([peru, *pack().of_kind(Figure), figure("p", 5, "picss", "2021", place="peru")]),
        Asked(replace(DEATHS, place="pakistan"), Filters(place="peru")),
    )

    assert [pair.caveats for pair in found.pairs] == [()]


def test_months_of_other_lengths_are_compared_and_the_days_named() -> None:
    (pair,) = compared(replace(DEATHS, period="2023-01"), Filters(period="2023-02")).pairs

    assert pair.caveats == ("January 2023 has 31 days, February 2023 28.",)


@pytest.mark.parametrize(
    ("filters", "against", "reason"),
    [
        (DEATHS, Filters(), "Choose what to compare with: fill in one of"),
        (replace(DEATHS, period="2021"), Filters(place="kp", period="2022"), "Compare one thing at a time"),
        (DEATHS, Filters(period="2021"), "To compare two periods, fill in both period and with_period."),
        (replace(DEATHS, place="Atlantis"), Filters(place="Mu"), "nothing of “Atlantis” and “Mu”"),
        (replace(DEATHS, period="2021"), Filters(period="in 2021"), "Both sides are the same"),
        (
            replace(DEATHS, period="2022"),
            Filters(period="2023-01"),
            "2022 is a year, January 2023 is a month. The first can be compared with: 2023; 2021.",
        ),
        (
            replace(DEATHS, period="2019"),
            Filters(period="2021"),
            "for deaths, 2019. There are figures for: February 2023; 2023; January 2023; 2022; 2021.",
        ),
        (
            replace(DEATHS, period="2021"),
            Filters(period="2019"),
            "no figure for deaths, 2019. The first can be compared with: 2023; 2022.",
        ),
        (
            replace(DEATHS, period="2022", counted_by="picss"),
            Filters(period="2023"),
            "My sources have no figure for deaths, 2023, counted by Pakistan Institute",
        ),
    ],
)
def test_what_can_not_be_compared_is_refused_with_the_reason(
    filters: Filters, against: Filters, reason: str
) -> None:
    found = compared(filters, against)

    assert found.pairs == ()
    assert reason in found.reason


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"unit": "families"}, "one counts deaths in people, the other deaths in families"),
        ({"by": ("ned-price",)}, "one is by anyone, the other by Ned Price"),
        (
            {"event": "ct-dialogue"},
            "one is a count of everything, the other the toll of Counterterrorism Dialogue",
        ),
        ({"label": "guests"}, "one is a count of everything, the other the count of guests"),
        ({"place": "kp"}, "one is for Pakistan, the other for Khyber Pakhtunkhwa"),
        ({"place": None}, "one is for Pakistan, the other for no place"),
        (
            {"counted_by": "pips"},
            "one was counted by Pakistan Institute for Conflict and Security Studies (PICSS)",
        ),
    ],
)
def test_what_differs_between_the_likest_two_is_named(fields: dict[str, object], reason: str) -> None:
    one, other = figure("one", 1, "picss", "2015"), figure("other", 2, "picss", "2016")
    other = replace(other, **fields)
    found = compared(replace(DEATHS, period="2015"), Filters(period="2016"), [one, other])

    assert reason in found.reason


def test_counts_of_other_times_are_no_counts_of_two_places() -> None:
    found = compared(
        replace(DEATHS, place="kp", period=None, counted_by="pips"),
        Filters(place="pakistan"),
        [figure("one", 1, "pips", "2015", place="kp")],
    )

    assert "one is for 2015, the other for 20" in found.reason


def test_periods_that_share_days_are_not_compared() -> None:
    figures = [figure("a", 1, "picss", "2015-01/2015-11"), figure("b", 2, "picss", "2015-02/2015-12")]
    found = compared(replace(DEATHS, period="2015-01/2015-11"), Filters(period="2015-02/2015-12"), figures)

    assert "January to November 2015 and February to December 2015 share days" in found.reason


def test_spans_are_called_by_their_length() -> None:
    figures = [figure("a", 1, "picss", "2015-01/2015-06")]
    found = compared(replace(DEATHS, period="2015-01/2015-06"), Filters(period="2021"), figures)

    assert "January to June 2015 is 6 months, 2021 is a year" in found.reason


def test_two_counts_of_the_toll_of_one_event_are_compared() -> None:
    figures = [
        figure("a", 25, "picss", "2015-12-20", event="ct-dialogue", place=None),
        figure("b", 33, "pips", "2015-12-20", event="ct-dialogue", place=None),
    ]
    found = compared(replace(DEATHS, counted_by="picss"), Filters(counted_by="pips"), figures)

    assert found.pairs[-1].title == "Deaths, Counterterrorism Dialogue, 20 December 2015"


def test_figures_without_a_period_are_not_compared() -> None:
    figures = [
        replace(figure(key, 1, key, "2015", place="kp", metric="x"), period=None) for key in ("picss", "pips")
    ]

    assert compared(Filters("x", counted_by="picss"), Filters(counted_by="pips"), figures).reason


def test_a_place_without_name_has_one_in_the_comparison() -> None:
    figures = [figure("a", 1, "picss", "2015", place=None), figure("b", 2, "picss", "2016", place=None)]
    (pair,) = compared(replace(DEATHS, period="2015"), Filters(period="2016"), figures).pairs

    assert pair.title.startswith("Deaths, counted by")


def test_more_pairs_than_have_room_are_counted() -> None:
    figures = [
        figure(f"{who}{year}", year, who, str(year))
        for year in range(2000, 2010)
        for who in ("picss", "pips")
    ]
    found = compared(replace(DEATHS, counted_by="picss"), Filters(counted_by="pips"), figures)

    assert len(found.pairs) == MOST_PAIRS
    assert found.more == 12 - MOST_PAIRS
    assert found.pairs[0].title == "Deaths, Pakistan, 2022"


@pytest.mark.parametrize(
    ("column", "asked", "names"),
    [
        ("metric", Asked(Filters()), ["deaths"]),
        ("period", Asked(DEATHS), ["February 2023", "2023", "January 2023", "2022", "2021"]),
        ("period", Asked(DEATHS, Filters(period="2023")), ["2022", "2021"]),
        ("place", Asked(DEATHS, Filters(place="kp")), ["Pakistan"]),
        ("place", Asked(DEATHS), ["Pakistan", "Khyber Pakhtunkhwa"]),
        ("counted_by", Asked(replace(DEATHS, period="2023")), ["Pak Institute for Peace Studies (PIPS)"]),
    ],
)
def test_only_what_has_something_to_compare_with_is_offered(
    column: Column, asked: Asked, names: list[str]
) -> None:
    lonely = figure("lonely", 1, "ned-price", "1999", metric="votes")

    assert [choice.name for choice in offered(pack([lonely]), column, asked)] == names


@pytest.mark.parametrize(
    ("varied", "filters", "names"),
    [
        ("period", replace(DEATHS, period="2021"), ["2023", "2022"]),
        ("period", replace(DEATHS, period="2021", place="kp"), []),
        ("period", DEATHS, ["February 2023", "2023", "January 2023", "2022", "2021"]),
        ("place", replace(DEATHS, place="pakistan"), ["Khyber Pakhtunkhwa"]),
        ("counted_by", replace(DEATHS, counted_by="picss"), ["Pak Institute for Peace Studies (PIPS)"]),
    ],
)
def test_the_other_side_is_offered_what_the_one_side_can_be_compared_with(
    varied: Varied, filters: Filters, names: list[str]
) -> None:
    assert [choice.name for choice in partners(pack(), varied, Asked(filters))] == names


def test_who_is_not_named_is_not_offered() -> None:
    unnamed = [
        replace(figure(f"u{year}", 1, "x", str(year), place="kp"), counted_by=None) for year in (2011, 2012)
    ]
    nowhere = [figure(f"n{year}", 1, "ned-price", str(year), place=None) for year in (2011, 2012)]
    both = pack([*unnamed, *nowhere])

    assert [each.name for each in offered(both, "counted_by", Asked(Filters(period="2011")))] == ["Ned Price"]
    assert [each.value for each in offered(both, "place", Asked(Filters(period="2011")))] == ["kp"]


@settings(deadline=None)
@given(
    st.sampled_from(["period", "place", "counted_by"]),
    st.sampled_from(["2021", "2022", "2023", "2023-01", None]),
    st.sampled_from(["pakistan", "kp", None]),
    st.sampled_from(["picss", "pips", None]),
)
def test_every_offer_can_be_compared(
    varied: Varied, period: str | None, place: str | None, counter: str | None
) -> None:
    own = {"period": period, "place": place, "counted_by": counter}
    filters = Filters("deaths", place, period, counter)

    for choice in partners(pack(), varied, Asked(filters)):
        if own[varied] is not None:
            found = compared(filters, replace(Filters(), **{varied: choice.value}))
            assert found.pairs
            assert all(pair.workings for pair in found.pairs)


def test_two_places_counted_by_two_bodies_are_not_compared() -> None:
    figures = [figure("a", 1, "picss", "2015", place="kp"), figure("b", 2, "pips", "2015")]
    found = compared(replace(DEATHS, place="kp", period="2015"), Filters(place="pakistan"), figures)

    assert "; one is for" not in found.reason
    assert "one was counted by Pakistan Institute" in found.reason
