"""Kinds of period: what may stand in one series, and what follows without a gap."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.figures.lengths import called, follows, length
from bot.knowledge.periods import Period


@pytest.mark.parametrize(
    ("period", "kind"),
    [
        ("2023", "year"),
        ("2021/2022", "2 years"),
        ("2023-02", "month"),
        ("2023-01/2023-06", "6 months"),
        ("2022-07/2023-06", "12 months from 1 July"),
        ("2021-08-15/2022-08-14", "12 months from 15 August"),
        ("2023-01-15/2023-02-14", "month"),
        ("2023-01-31/2023-02-28", "29 days"),
        ("2023-03-06", "day"),
        ("2023-03-06/2023-03-07", "2 days"),
        ("9999", "year"),
    ],
)
def test_a_period_is_called_what_people_call_it(period: str, kind: str) -> None:
    assert called(Period.parse(period)) == kind


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2022", "2023", True),
        ("2022-02", "2023-03", True),
        ("2022-01/2022-06", "2022-07/2022-12", True),
        ("2022", "2022-01", False),
        ("2022", "2021-08-15/2022-08-14", False),
        ("2022-01/2022-06", "2022-01/2022-11", False),
        ("2023-01-15/2023-02-14", "2023-02", False),
        ("2023-03-06", "2023-03-07", True),
        ("2023-03-06", "2023-03-07/2023-03-08", False),
    ],
)
def test_only_periods_of_one_length_and_beginning_are_of_one_kind(one: str, other: str, alike: bool) -> None:  # noqa: FBT001  # a case of the table
    assert (length(Period.parse(one)) == length(Period.parse(other))) is alike


def test_a_period_follows_the_one_that_ends_the_day_before() -> None:
    assert follows(Period.parse("2023"), Period.parse("2022"))
    assert not follows(Period.parse("2024"), Period.parse("2022"))
    assert not follows(Period.parse("2022"), Period.parse("2023"))


@given(st.dates(), st.integers(0, 3000))
def test_every_span_of_days_has_a_kind(first: date, days: int) -> None:
    last = date.fromordinal(min(date.max.toordinal(), first.toordinal() + days))
    kind = length(Period(first, last))

    assert called(Period(first, last))
    assert (kind.months == 0) != (kind.days == 0)
