"""Periods are read from the ways people write them, and from nothing that only looks like one."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.dates.forms import YEARS
from bot.answering.dates.mentions import by_forms, mentions
from bot.answering.dates.parts import with_whole_years
from bot.answering.lexicon import MONTHS
from bot.answering.text import normalise
from bot.knowledge.periods import Period

TODAY = date(2024, 3, 31)


def read(text: str, as_of: date | None = None) -> list[str]:
    """Return the periods of a text that it fixes, in ISO form."""
    return [str(mention.alternatives[0]) for mention in mentions(text, as_of) if not mention.yearless]


def months_of_any_year(text: str) -> set[tuple[int, int]]:
    """Return the months and days on which the periods begin that a text leaves without a year."""
    yearless = [mention for mention in mentions(text) if mention.yearless]
    return {(period.first.month, period.first.day) for mention in yearless for period in mention.alternatives}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in 2022", "2022"),
        ("in January 2023", "2023-01"),
        ("in jan 2023", "2023-01"),
        ("Jan. 2023", "2023-01"),
        ("Sept 2022", "2022-09"),
        ("January of 2023", "2023-01"),
        ("January, 2023", "2023-01"),
        ("2023-01", "2023-01"),
        ("on 2023-01-30", "2023-01-30"),
        ("7 March 2023", "2023-03-07"),
        ("the 7th of March 2023", "2023-03-07"),
        ("March 7, 2023", "2023-03-07"),
        ("March the 7th 2023", "2023-03-07"),
        ("6-7 March 2023", "2023-03-06/2023-03-07"),
        ("6/7 March 2023", "2023-03-06/2023-03-07"),
        ("2023/03/07", "2023-03-07"),
        ("between August 15, 2021 and August 14, 2022", "2021-08-15/2022-08-14"),
        ("August 15 to August 20 2021", "2021-08-15/2021-08-20"),
        ("6–7 March 2023", "2023-03-06/2023-03-07"),
        ("6 and 7 March 2023", "2023-03-06/2023-03-07"),
        ("6th to 7th March 2023", "2023-03-06/2023-03-07"),
        ("March 6-7, 2023", "2023-03-06/2023-03-07"),
        ("January to June 2023", "2023-01/2023-06"),
        ("from Jan until Jun 2023", "2023-01/2023-06"),
        ("January and February 2023", "2023-01/2023-02"),
        ("November 2021 to March 2022", "2021-11/2022-03"),
        ("2018-2020", "2018/2020"),
        ("from 2018 to 2020", "2018/2020"),
        ("between 2018 and 2020", "2018/2020"),
        ("first half of 2022", "2022-01/2022-06"),
        ("the 1st half of 2022", "2022-01/2022-06"),
        ("H1 2022", "2022-01/2022-06"),
        ("second half of 2022", "2022-07/2022-12"),
        ("H2 2022", "2022-07/2022-12"),
        ("first eleven months of 2022", "2022-01/2022-11"),
        ("first 11 months of 2022", "2022-01/2022-11"),
        ("first one month of 2022", "2022-01"),
        ("early 2022", "2022-01/2022-04"),
        ("mid-2022", "2022-05/2022-08"),
        ("late 2022", "2022-09/2022-12"),
        ("end of 2022", "2022-09/2022-12"),
        ("eighth month of 2023", "2023-08"),
        ("the shortest month of 2023", "2023-02"),
        ("new year 2023", "2023-01-01/2023-01-05"),
        ("New Year's Day 2023", "2023-01-01/2023-01-05"),
        ("early summer 2022", "2022-05/2022-06"),
        ("mid-summer 2022", "2022-07"),
        ("late summer 2022", "2022-08/2022-09"),
        ("twelve months to December 2022", "2022"),
        ("9 months ending in April 2023", "2022-08/2023-04"),
        ("twelve months ending 14 August 2021", "2020-08-15/2021-08-14"),
        ("the year to the 14th of August 2022", "2021-08-15/2022-08-14"),
        ("six months before 31 August 2022", "2022-03-01/2022-08-30"),
        ("3 months ending on 31 May 2023", "2023-03/2023-05"),
        ("between new year and the end of June 2023", "2023-01/2023-06"),
        ("from the beginning of the year until November 2022", "2022-01/2022-11"),
        ("January through June of 2023", "2023-01/2023-06"),
        ("mid August 2020 to mid August 2021", "2020-08/2021-08"),
    ],
)
def test_a_period_is_read_however_it_is_written(text: str, period: str) -> None:
    assert read(text) == [period]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("last year", "2023"),
        ("this year", "2024"),
        ("the previous year", "2023"),
        ("the current year", "2024"),
        ("last month", "2024-02"),
        ("this month", "2024-03"),
        ("next year", "2025"),
        ("next month", "2024-04"),
        ("two years ago", "2022"),
        ("a year ago", "2023"),
        ("3 months ago", "2023-12"),
        ("the year before last", "2022"),
        ("the month before last", "2024-01"),
        ("yesterday", "2024-03-30"),
        ("this week", "2024-03-25/2024-03-31"),
        ("last week", "2024-03-18/2024-03-24"),
        ("pichle saal", "2023"),
        ("is mahine", "2024-03"),
    ],
)
def test_last_and_this_count_from_the_day_of_the_question(text: str, period: str) -> None:
    assert read(text, TODAY) == [period]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Q1 2023", "2023-01/2023-03"),
        ("the month after January 2023", "2023-02"),
        ("in the month right before January 2023", "2022-12"),
        ("the year before 2023", "2022"),
        ("the day following 31 December 2022", "2023-01-01"),
        ("q4 of 2022", "2022-10/2022-12"),
        ("the third quarter of 2022", "2022-07/2022-09"),
        ("last quarter of 2022", "2022-10/2022-12"),
        ("last three months of 2022", "2022-10/2022-12"),
        ("final 6 months of 2022", "2022-07/2022-12"),
        ("latter half of 2022", "2022-07/2022-12"),
        ("the summer of 2022", "2022-06/2022-08"),
        ("winter 2022", "2022-12/2023-02"),
        ("the 2010s", "2010/2019"),
        ("2021-22", "2021/2022"),
        ("2022/23", "2022/2023"),
        ("second week of January 2023", "2023-01-08/2023-01-14"),
        ("last week of February 2023", "2023-02-22/2023-02-28"),
        ("Jan '23", "2023-01"),
        ("01/2023", "2023-01"),
        ("17/02/2023", "2023-02-17"),
        ("17-02-2023", "2023-02-17"),
        ("02/17/2023", "2023-02-17"),
        ("6.6.2022", "2022-06-06"),
        ("Jan se June 2023 tak", "2023-01/2023-06"),
    ],
)
def test_a_part_of_a_year_is_not_read_as_the_year(text: str, period: str) -> None:
    assert read(text) == [period]


def test_a_day_in_figures_has_the_day_first_or_the_month() -> None:
    (mention,) = mentions("on 06/07/2023")

    assert [str(period) for period in mention.alternatives] == ["2023-07-06", "2023-06-07"]


@pytest.mark.parametrize("text", ["13/2022", "32/13/2022", "last 13 months of 2022", "2022/25"])
def test_a_part_that_no_year_has_is_not_read_as_the_year(text: str) -> None:
    assert mentions(text) == ()


def test_what_somebody_said_was_long_ago_does_not_count_from_the_day_of_the_question() -> None:
    assert mentions("What did he say about 15 years ago?", TODAY) == ()
    assert mentions("He mentioned how things were 15 years ago.", TODAY) == ()


def test_last_month_in_january_is_december_of_the_year_before() -> None:
    assert read("last month", date(2024, 1, 5)) == ["2023-12"]


@pytest.mark.parametrize("text", ["last year", "this month", "two years ago", "yesterday"])
def test_without_a_day_of_the_question_relative_periods_are_not_read(text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "they may come",
        "may I ask",
        "May I ask",
        "we march on",
        "March on",
        "the sat image",
        "$2023",
        "2023%",
        "x2023",
        "20223",
        "how many attacks",
        "",
    ],
)
def test_what_only_looks_like_a_period_is_none(text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2023",
        "on 31 June",
        "7-6 March 2023",
        "2023-13",
        "2020-2018",
        "first 13 months of 2022",
        "first few months of 2022",
        "June to May 2022",
    ],
)
def test_what_the_calendar_does_not_have_is_not_read_as_something_wider(text: str) -> None:
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("in may", (5, 1)),
        ("In May", (5, 1)),
        ("since march", (3, 1)),
        ("last March", (3, 1)),
        ("The talks of March", (3, 1)),
        ("in january", (1, 1)),
        ("on 6 March", (3, 6)),
        ("march 6", (3, 6)),
    ],
)
def test_a_date_without_a_year_may_be_of_any_year(text: str, begins: tuple[int, int]) -> None:
    (mention,) = mentions(text)

    assert (len(mention.alternatives), months_of_any_year(text)) == (len(YEARS), {begins})


def test_a_month_with_a_number_that_may_be_a_year_is_either() -> None:
    (mention,) = mentions("killed in jan 23")

    assert mention.equals(Period.parse("2023-01"))
    assert mention.equals(Period.parse("2021-01-23"))
    assert not mention.equals(Period.parse("2022-01"))


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("in '24 as before", "in 2024 as before"),
        ("attacks on 25 dec 22?", "attacks on 25 dec 2022?"),
        ("on 25th December, '22", "on 25th December, 2022"),
        ("how many since 24, in all", "how many since 2024, in all"),
        ("attacks in Jan 24", "attacks in Jan 24"),
        ("a drop in 21.5 percent", "a drop in 21.5 percent"),
        ("a drop in 20,000 fighters", "a drop in 20,000 fighters"),
        ("is it one in 20?", "is it one in 20?"),
        ("fighters in 10?", "fighters in 10?"),
        ("how many in 24?", "how many in 2024?"),
        ("how many in 24 hours", "how many in 24 hours"),
        ("in Jan 24, 2023", "in Jan 24, 2023"),
        ("in Jan 24 to 26", "in Jan 24 to 26"),
        ("on Jan 24", "on Jan 24"),
        ("the '90s", "the '90s"),
        ("6 March 23 people died", "6 March 23 people died"),
        ("it's 22", "it's 22"),
    ],
)
def test_a_year_of_two_digits_is_told_by_what_stands_beside_it(typed: str, text: str) -> None:
    assert with_whole_years(typed) == text


def test_the_29th_of_february_is_only_of_leap_years() -> None:
    (mention,) = mentions("on 29 February")

    assert all(period.first.year % 4 == 0 for period in mention.alternatives)


def test_a_lone_year_belongs_to_the_month_that_has_none() -> None:
    assert read("in January, as counted in 2023") == ["2023-01"]


def test_a_lone_year_belongs_to_every_month_that_has_none() -> None:
    assert read("in January or in March, both in 2023") == ["2023-01", "2023-03"]


def test_two_years_are_joined_to_no_month() -> None:
    assert read("January, was it 2022 or 2023?") == ["2022", "2023"]


def test_a_month_with_its_year_takes_no_other() -> None:
    assert read("in January 2022 or 2023") == ["2022-01", "2023"]


def test_a_year_that_has_no_such_day_is_not_joined() -> None:
    assert read("on 29 February, I mean 2023") == ["2023"]


@pytest.mark.parametrize(
    "text",
    [
        "since 2022",
        "after March 2023",
        "before the 6 March 2023",
        "until 2020",
        "up to 2020",
        "prior to 2020",
        "2022 onwards",
        "between 2022 and now",
        "2022 to date",
        "2022 till now",
    ],
)
def test_a_span_that_is_open_on_one_side_says_which(text: str) -> None:
    sides = {"before": "before", "prior": "before", "until": "until", "up": "until"}

    assert [mention.side for mention in mentions(text)] == [sides.get(text.split(maxsplit=1)[0], "since")]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("before the 2024 talks", "until"),
        ("before 2024", "before"),
        ("before 2024 in Harrow", "before"),
        ("by late November 2022", "until"),
        ("till end November 2022", "until"),
        ("at the time of the March 2023 talks", "until"),
        ("as of May 2023", "until"),
    ],
)
def test_what_was_before_talks_of_a_year_may_have_been_in_that_year(text: str, side: str) -> None:
    assert [mention.side for mention in mentions(text)] == [side]


@pytest.mark.parametrize(
    "text", ["in 2022", "on 6 March 2023", "from 2018 to 2020", "from March to May 2021"]
)
def test_a_span_with_both_ends_has_no_open_side(text: str) -> None:
    assert [mention.side for mention in mentions(text)] == [None]


@pytest.mark.parametrize(
    ("text", "reached", "missed"),
    [
        ("before March 2023", "2021", "2023-03"),
        ("until March 2023", "2023-03", "2023-04"),
        ("after the March 2023 talks", "2023-03", "2023-02"),
        ("since March 2023", "2023-05", "2023-02"),
        ("in March 2023", "2023-03-15", "2023-04"),
    ],
)
def test_an_open_span_reaches_what_lies_on_its_side(text: str, reached: str, missed: str) -> None:
    (mention,) = mentions(text)

    assert mention.reaches(Period.parse(reached))
    assert not mention.reaches(Period.parse(missed))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("30 January to 4 February 2023", "2023-01-30/2023-02-04"),
        ("28 December 2022 - 3 January 2023", "2022-12-28/2023-01-03"),
        ("in 2022 up to November", "2022-01/2022-11"),
        ("2022, until the end of June", "2022-01/2022-06"),
        ("the opening month of 2023", "2023-01"),
        ("the last month of 2022", "2022-12"),
    ],
)
def test_spans_of_days_and_parts_of_a_year_are_one_period(text: str, period: str) -> None:
    assert [mention.alternatives for mention in mentions(text)] == [(Period.parse(period),)]


def test_a_mention_compares_all_that_it_may_mean() -> None:
    (march,) = mentions("in march")

    assert march.equals(Period.parse("2021-03"))
    assert march.overlaps(Period.parse("2021-03-31/2021-04-02"))
    assert not march.equals(Period.parse("2021"))
    assert not march.overlaps(Period.parse("2021-04"))


pieces = st.sampled_from(
    [*MONTHS, *"to and of - , . 6 7th 31 0 2023 1999 2022-02 first half h1 months year last early".split()]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces | st.text(max_size=5), max_size=10).map(" ".join))
def test_mentions_lie_in_the_text_in_order_without_overlaps_and_mean_something(text: str) -> None:
    plain = normalise(text)
    found = mentions(plain, TODAY)

    assert all(0 <= mention.start < mention.end <= len(plain) for mention in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(
        Period.parse(str(period)) == period for mention in found for period in mention.alternatives[:3]
    )
    assert all(mention.alternatives for mention in found)


@pytest.mark.parametrize(
    ("asked", "period", "bound"),
    [
        ("before March 2023", "2022-09/2023-02", True),
        ("before March 2023", "2022", False),
        ("until March 2023", "2023-01/2023-03", True),
        ("until March 2023", "2023-01/2023-04", False),
        ("since March 2023", "2023-03/2023-12", True),
        ("since March 2023", "2023-03-05", False),
        ("since March 2023", "2023", False),
    ],
)
def test_a_count_for_a_span_with_an_open_end_begins_or_ends_where_it_does(
    asked: str, period: str, *, bound: bool
) -> None:
    (mention,) = mentions(asked)

    assert mention.bounds(Period.parse(period)) == bound


DATED = st.sampled_from(
    [
        *("in", "2004", "2004.", "2004?", "$2004", "2004%", "2004-05", "2004/05", "2004-2006", "2000s"),
        *("since", "before the", "up to", "onwards", "and later", "to now", "Rain", "to", "-", "until"),
        *("between", "and", "of", "by", "by the", ",2004", "(2004)", "\u0664", "\u00e92004", "in 2004,"),
        *("12", "12004", "2006"),
    ]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(DATED, max_size=7).map(" ".join))
def test_a_lone_year_is_read_as_among_all_forms_of_dates(text: str) -> None:
    plain = normalise(text)
    parts = set(re.findall(r"\d+|[a-z]+[12]?", plain.casefold()))

    assert mentions(plain) == by_forms(plain, parts, None)
