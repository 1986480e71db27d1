"""Typed dates are read as people write them, whole or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.dates.spans import is_unit, read_span
from bot.knowledge.periods import Period

TODAY = date(2024, 6, 15)


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("2022", "2022"),
        (" 2023-01 ", "2023-01"),
        ("January 2023", "2023-01"),
        ("jan 2023", "2023-01"),
        ("in January, 2023", "2023-01"),
        ("03/2023", "2023-03"),
        ("6 March 2023", "2023-03-06"),
        ("6-7 March 2023", "2023-03-06/2023-03-07"),
        ("first half of 2022", "2022-01/2022-06"),
        ("last year", "2023"),
        ("today", "2024-06-15"),
        ("2022-11 to 2023-03", "2022-11/2023-03"),
        ("2022-11/2023-03", "2022-11/2023-03"),
        ("2022-11..2023-03", "2022-11/2023-03"),
        ("11/2022 - 3/2023", "2022-11/2023-03"),
        ("November 2022 until March 2023", "2022-11/2023-03"),
        ("January to March 2022", "2022-01/2022-03"),
        ("between 2018 and 2020", "2018/2020"),
        ("from 3 May 2022 to the 2nd of June 2022", "2022-05-03/2022-06-02"),
        ("2022 to now", "2022-01-01/2024-06-15"),
        ("1 January to 6 March 2023", "2023-01-01/2023-03-06"),
        ("2022 to march", "2022-01/2022-03"),
        ("6 March 2023 to 8 April", "2023-03-06/2023-04-08"),
        ("6 March 2023 to 8 January", "2023-03-06/2024-01-08"),
    ],
)
def test_a_date_or_range_is_read_as_people_write_it(typed: str, span: str) -> None:
    assert read_span(typed, TODAY) == Period.parse(span)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "some day",
        "6/3/2023",
        "30 February 2023",
        "2023-13",
        "since 2022",
        "2022 or 2023",
        "1 December to 6 March 2023",
        "2022 and 30 people",
        "March",
        "1 May to 3 June",
        "2023 to 2022",
        "March 2023 to 2022-11",
        "2020, 2021 and 2022",
        "5 May to 1985-01-01",
        "1985-01 to 5 May 1984",
        "2041-01-01 to 5 May",
    ],
)
def test_what_is_unclear_is_not_read(typed: str) -> None:
    assert read_span(typed, TODAY) is None


def test_without_a_day_to_count_from_today_and_last_year_are_not_read() -> None:
    assert read_span("today") is None
    assert read_span("last year") is None


@pytest.mark.parametrize(
    ("span", "unit"),
    [("2022", True), ("2022-02", True), ("2022-02-03", True), ("2022-01/2022-06", False)],
)
def test_a_day_month_or_year_is_no_range(span: str, unit: bool) -> None:  # noqa: FBT001  # a table
    assert is_unit(Period.parse(span)) is unit


@given(st.text(max_size=60) | st.from_regex(r"[0-9/ to.-]{0,30}", fullmatch=True))
def test_any_text_is_read_or_not(typed: str) -> None:
    span = read_span(typed, TODAY)

    assert span is None or read_span(str(span)) == span
