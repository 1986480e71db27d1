"""Periods are whole days: written as partial ISO dates, compared as spans, worded for people."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.periods import Period

FORMS = [
    ("2023", "2023"),
    ("2023-02", "February 2023"),
    ("2023-02-17", "17 February 2023"),
    ("2023-02-17/2023-02-18", "17–18 February 2023"),
    ("2023-01-30/2023-02-04", "30 January to 4 February 2023"),
    ("2022-12-30/2023-01-02", "30 December 2022 to 2 January 2023"),
    ("2022-01/2022-11", "January to November 2022"),
    ("2021-11/2022-03", "November 2021 to March 2022"),
    ("2018/2020", "2018–2020"),
]


@pytest.mark.parametrize(("text", "words"), FORMS)
def test_a_period_is_worded_naming_shared_months_and_years_once(text: str, words: str) -> None:
    assert Period.parse(text).describe() == words


@pytest.mark.parametrize("text", [text for text, _ in FORMS])
def test_a_period_is_written_in_its_shortest_form(text: str) -> None:
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("2023-01/2023-12", "2023"),
        ("2023-01-01/2023-12-31", "2023"),
        ("2023-02-01/2023-02-28", "2023-02"),
        ("2023-02-17/2023-02-17", "2023-02-17"),
        (" 2023 / 2024 ", "2023/2024"),
    ],
)
def test_different_ways_to_write_the_same_days_are_one_period(long: str, short: str) -> None:
    assert Period.parse(long) == Period.parse(short)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("soon", "is no date; write"),
        ("2023-1", "is no date; write"),
        ("2023/", "is no date; write"),
        ("2023-13", "is no date of the calendar"),
        ("2023-02-30", "is no date of the calendar"),
        ("0000", "is no date of the calendar"),
        ("2023/2022", "ends (2022-12-31) before it begins (2023-01-01)"),
    ],
)
def test_what_is_no_period_is_refused_in_a_plain_sentence(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("(", r"\(").replace(")", r"\)")):
        Period.parse(text)


def test_a_period_knows_its_length_and_kind() -> None:
    year, month, day = (Period.parse(text) for text in ("2024", "2024-02", "2024-02-29"))

    assert (year.days, month.days, day.days) == (366, 29, 1)
    assert (year.is_year, month.is_year) == (True, False)
    assert (month.is_month, day.is_month) == (True, False)


def test_a_day_is_built_from_its_numbers() -> None:
    assert Period.day(2023, 2, 17) == Period.parse("2023-02-17")


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        ("2023", "2023-02", True, True),
        ("2023-02", "2023", True, False),
        ("2023-02", "2023-02", True, True),
        ("2023-01/2023-02", "2023-02/2023-03", True, False),
        ("2023-01", "2023-02", False, False),
        ("2023-02", "2023-01", False, False),
    ],
)
def test_periods_overlap_and_contain_each_other_as_spans(
    one: str, other: str, *, overlaps: bool, contains: bool
) -> None:
    first, second = Period.parse(one), Period.parse(other)

    assert (first.overlaps(second), first.contains(second)) == (overlaps, contains)


days = st.dates() | st.sampled_from([date(1, 1, 1), date(476, 9, 1), date(9998, 1, 1), date(9999, 12, 31)])


@settings(max_examples=100, deadline=None)
@given(days, days)
def test_every_period_is_worded_and_read_back_from_how_it_is_written(one: date, other: date) -> None:
    period = Period(min(one, other), max(one, other))

    assert Period.parse(str(period)) == period
    assert period.describe()


@pytest.mark.parametrize("text", ["0476-09", "0476-09/0476-10", "9998/9999"])
def test_the_first_and_the_last_years_of_the_calendar_are_years_like_others(text: str) -> None:
    assert str(Period.parse(text)) == text
