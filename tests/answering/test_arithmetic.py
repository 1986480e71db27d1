"""Sums with numbers that may be a range or a bound never say more than is known."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.figures.arithmetic import (
    Bounds,
    bounds,
    difference,
    direction,
    percent,
    ratio,
    rounded,
    union,
)
from bot.answering.figures.workings import APART, OVER_TIME, in_places, workings
from bot.knowledge.model import Figure, Qualifier
from tests.sample_pack import figure

UNKNOWN = "whether it rose or fell is not known"
QUALIFIERS = st.sampled_from(["exactly", "at least", "more than", "about", "up to"])


def number(
    value: float, qualifier: Qualifier = "exactly", value_max: float | None = None, **fields: object
) -> Figure:
    """Return a figure with a number."""
    return figure("f", value, "picss", "2022", qualifier=qualifier, value_max=value_max, **fields)


def over_time(first: Figure, last: Figure) -> tuple[str, ...]:
    """Return the sums of a change over time, with a plain minus sign."""
    return tuple(line.replace("\u2212", "-") for line in workings([first], [last], OVER_TIME))


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (number(388), number(539), ("539 - 388 = 151: a rise", "539 ÷ 388 ≈ 1.39 (38.9 % more)")),
        (number(134), number(62), ("62 - 134 = -72: a fall", "62 ÷ 134 ≈ 0.46 (53.7 % less)")),
        (number(4), number(2), ("2 - 4 = -2: a fall", "2 ÷ 4 = 0.5 (50 % less)")),
        (number(7), number(7), ("7 - 7 = 0: no change", "7 ÷ 7 = 1")),
        (number(0), number(7), ("7 - 0 = 7: a rise",)),
        (number(7), number(0), ("0 - 7 = -7: a fall", "0 ÷ 7 = 0 (100 % less)")),
        (number(1), number(5000), ("5,000 - 1 = 4,999: a rise", "5,000 ÷ 1 = 5,000")),
        (number(-5), number(3), ("3 - -5 = 8: a rise",)),
        (
            number(1000000),
            number(3),
            ("3 - 1,000,000 = -999,997: a fall", "3 ÷ 1,000,000 = 0.000003"),
        ),
        (
            number(294),
            number(645, "at least"),
            ("(at least 645) - 294 = at least 351: a rise", "(at least 645) ÷ 294 ≈ at least 2.19"),
        ),
        (
            number(254, "at least"),
            number(134),
            ("134 - (at least 254) = at most -120: a fall", "134 ÷ (at least 254) ≈ at most 0.53"),
        ),
        (
            number(100, "more than"),
            number(100),
            ("100 - (more than 100) = less than 0: a fall", "100 ÷ (more than 100) = less than 1"),
        ),
        (
            number(100),
            number(100, "more than"),
            ("(more than 100) - 100 = more than 0: a rise", "(more than 100) ÷ 100 = more than 1"),
        ),
        (number(24, "at least"), number(44, "at least"), ("(at least 44) - (at least 24) is not known",)),
        (
            number(24, "up to"),
            number(44),
            ("44 - (up to 24) = at least 20: a rise",),
        ),
        (
            number(2500, value_max=6000),
            number(6000, "about", 6500),
            (
                f"(about 6,000 to 6,500) - (2,500 to 6,000) = about between 0 and 4,000: {UNKNOWN}",
                "(about 6,000 to 6,500) ÷ (2,500 to 6,000) = about between 1 and 2.6",
            ),
        ),
        (
            number(10, value_max=20),
            number(15),
            (
                f"15 - (10 to 20) = between -5 and 5: {UNKNOWN}",
                "15 ÷ (10 to 20) = between 0.75 and 1.5",
            ),
        ),
        (
            number(17, unit="percent"),
            number(70, unit="percent"),
            ("70 - 17 = 53 percentage points: a rise",),
        ),
    ],
)
def test_a_change_is_shown_with_its_sum_and_only_as_far_as_it_is_known(
    first: Figure, last: Figure, told: tuple[str, ...]
) -> None:
    assert tuple(line.partition(": ")[2] for line in over_time(first, last)) == told


def test_the_greater_of_two_places_comes_first_and_is_named() -> None:
    difference_, ratio_ = workings([number(27)], [number(44)], in_places("KP", "Pakistan"))

    assert difference_.endswith("44 \u2212 27 = 17: more in Pakistan")
    assert ratio_.startswith("Ratio: 44 ÷ 27")
    assert workings([number(44)], [number(27)], in_places("Pakistan", "KP"))[0].endswith("more in Pakistan")
    assert workings([number(4)], [number(4)], in_places("A", "B"))[0].endswith("0: the same in both")


def test_two_counters_are_apart_without_a_verdict_or_ratio() -> None:
    assert workings([number(335)], [number(388)], APART) == ("Difference: 388 \u2212 335 = 53",)


def test_every_pair_of_values_has_its_sum_up_to_four() -> None:
    assert len(workings([number(1), number(2)], [number(3)], APART)) == 2
    many = workings([number(each) for each in range(3)], [number(7), number(8)], APART)
    assert len(many) == 5
    assert many[-1] == "The other values of the two sides give other results."


def test_a_union_holds_whichever_value_is_right() -> None:
    assert union([bounds(number(533)), bounds(number(539))]) == Bounds(Decimal(533), Decimal(539))
    assert union([bounds(number(533)), bounds(number(539, "at least"))]) == Bounds(Decimal(533), None)
    assert union([bounds(number(533)), bounds(number(5, "up to"))]) == Bounds(None, Decimal(533))


def test_rounded_bounds_still_hold() -> None:
    assert rounded(Bounds(Decimal("1.119"), Decimal("1.111"))) == Bounds(Decimal("1.11"), Decimal("1.12"))
    assert rounded(Bounds(None, None)) == Bounds(None, None)


def test_what_is_not_one_number_has_no_percentage() -> None:
    assert percent(Bounds(Decimal(1), Decimal(2))) == ""
    assert percent(Bounds(Decimal(1), Decimal(1))) == ""
    assert percent(Bounds(Decimal(10), Decimal(10))) == ""
    assert percent(Bounds(Decimal("1.0001"), Decimal("1.0001"))) == ""


numbers = st.builds(
    number,
    st.integers(-(10**17), 10**17) | st.floats(-1e9, 1e9, allow_nan=False).map(lambda each: round(each, 6)),
    QUALIFIERS,
    st.none() | st.integers(10**17, 10**18 - 1),
)


@given(numbers, numbers)
def test_no_numbers_break_the_sums(first: Figure, last: Figure) -> None:
    for verdicts in (OVER_TIME, APART, in_places("A", "B")):
        assert workings([first], [last], verdicts)
    way = direction(bounds(first), bounds(last))
    opposite = {"rose": "fell", "fell": "rose"}.get(way, way)
    assert direction(bounds(last), bounds(first)) == opposite


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 1000), st.integers(0, 1000))
def test_a_difference_and_ratio_lie_within_their_bounds(low: int, other: int, more: int, extra: int) -> None:
    one, two = bounds(number(low, value_max=low + 1000)), bounds(number(other, value_max=other + 1000))
    of, to = low + more, other + extra
    gap, part = difference(one, two), ratio(one, two)

    assert gap.low is not None
    assert gap.high is not None
    assert gap.low <= of - to <= gap.high
    assert part is not None
    short = rounded(part)
    assert short.low is not None
    assert short.high is not None
    assert short.low <= Decimal(of) / Decimal(to) <= short.high
