"""Partial dates: read, written and worded."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.periods import Period

PERIODS = st.tuples(st.dates(), st.dates()).map(lambda ends: Period(min(ends), max(ends)))
YEARS = st.integers(1, 9999).map(Period.year)
MONTHS = st.builds(Period.month, st.integers(1, 9999), st.integers(1, 12))


SPANS = st.tuples(st.one_of(YEARS, MONTHS), st.one_of(YEARS, MONTHS)).map(
    lambda spans: Period(min(spans).first, max(*spans, key=lambda span: span.last).last)
)


@given(st.one_of(PERIODS, YEARS, MONTHS, SPANS, st.dates().map(lambda day: Period(day, day))))
def test_what_is_written_is_read_back(period: Period) -> None:
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-03-07", date(2023, 3, 7), date(2023, 3, 7)),
        (" 2023-03-06 / 2023-03-07 ", date(2023, 3, 6), date(2023, 3, 7)),
        ("2022/2023-02", date(2022, 1, 1), date(2023, 2, 28)),
    ],
)
def test_a_partial_date_is_all_its_days(text: str, first: date, last: date) -> None:
    assert Period.parse(text) == Period(first, last)


@pytest.mark.parametrize(
    "text", ["", "soon", "23", "2023-1", "2023-01-01T00:00", "2023/", "/2023", "2023/2024/2025", "٢٠٢٣"]
)
def test_what_is_no_date_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="is no date; write 2023, 2023-02 or 2023-02-17"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["0000", "2023-13", "2023-00", "2023-02-29", "2023-01-00"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no date of the calendar"):
        Period.parse(text)


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match=r"ends \(2022-12-31\) before it begins \(2023-01-01\)"):
        Period.parse("2023/2022")


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_a_value_error(text: str) -> None:
    try:
        days = Period.parse(text).days
    except ValueError:
        days = 1

    assert days >= 1


@pytest.mark.parametrize("text", ["2023", "2023-01", "2023-03-07", "2022/2023", "2022-11/2023-02", "0999-02"])
def test_a_period_is_written_in_its_shortest_form(text: str) -> None:
    assert str(Period.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023", "2023"),
        ("2023-01", "January 2023"),
        ("2023-03-07", "7 March 2023"),
        ("2023-03-06/2023-03-07", "6–7 March 2023"),
        ("2022-12-25/2023-01-02", "25 December 2022 to 2 January 2023"),
        ("2023-03-30/2023-04-02", "30 March to 2 April 2023"),
        ("2023-01/2023-06", "January to June 2023"),
        ("2022-11/2023-02", "November 2022 to February 2023"),
        ("2022/2023", "2022–2023"),
        ("9999-12-01/9999-12-30", "1–30 December 9999"),
    ],
)
def test_a_period_in_words(text: str, words: str) -> None:
    assert Period.parse(text).describe() == words


def test_periods_overlap_when_they_share_a_day() -> None:
    january, year = Period.month(2023, 1), Period.year(2023)

    assert january.overlaps(year)
    assert not january.overlaps(Period.month(2023, 2))
    assert not Period.month(2023, 2).overlaps(january)


def test_a_period_contains_what_lies_inside_it() -> None:
    january, year = Period.month(2023, 1), Period.year(2023)

    assert year.contains(january)
    assert not january.contains(year)
    assert not Period.year(2022).contains(january)
