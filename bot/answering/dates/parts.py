"""PURE: parts of a year ("third quarter of 2022"), and dates from the day of asking on ("two years ago")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from bot.answering.dates.patterns import COUNT, MONTH, MONTH_NAMES, YEAR, YEARS_IN_DIGITS, Written, number
from bot.answering.lexicon import MONTHS
from bot.knowledge.periods import Period

_PLACES: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first month of each, in the northern half of the world."""
_BACK: Final = {
    "last": -1,
    "previous": -1,
    "past": -1,
    "pichle": -1,
    "pichhle": -1,
    "guzishta": -1,
    "this": 0,
    "current": 0,
    "is": 0,
    "iss": 0,
    "next": 1,
    "coming": 1,
    "agle": 1,
}
"""Years, months or weeks from the one of asking, in English and in Urdu in Latin letters."""
_YEAR_WORDS: Final = frozenset({"year", "years", "saal"})
_MONTH_WORDS: Final = frozenset({"month", "months", "mahine", "maheene"})


def months_from(year: int, month: int, count: int = 1) -> Period:
    """Return ``count`` months from one on, which may be outside 1..12: month 0 is the December before."""
    first, last = divmod(month - 1, 12), divmod(month + count - 2, 12)
    return Period(
        Period.month(year + first[0], first[1] + 1).first, Period.month(year + last[0], last[1] + 1).last
    )


def _quarter(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "Q3 2022" and "last quarter of 2022"."""
    written = groups["number"] or groups["place"]
    quarter = int(written) if written.isdigit() else _PLACES.get(written, 4)
    return (months_from(int(groups["year"]), 3 * quarter - 2, 3),)


def _last_months(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "last three months of 2022"."""
    count = number(groups["count"])
    if not 1 <= count <= 12:  # noqa: PLR2004  # months of a year
        return ()
    return (months_from(int(groups["year"]), 13 - count, count),)


def _season(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "summer of 2022"; winter is that which begins in the year. A late one goes a month beyond."""
    year, month = int(groups["year"]), _SEASONS[groups["season"]]
    match groups["part"]:
        case "early":
            return (months_from(year, month - 1, 2),)
        case "mid":
            return (months_from(year, month + 1),)
        case "late":
            return (months_from(year, month + 2, 2),)
        case _:
            return (months_from(year, month, 3),)


def _months_to(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "21 months to April 2023" and "twelve months ending in December 2022"."""
    count = number(groups["count"])
    return (months_from(int(groups["year"]), MONTHS[groups["month"]] - count + 1, count),)


def _months_to_day(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "twelve months ending 14 August 2021" and "the year to 14 August 2022"."""
    month, year = MONTHS[groups["month"]], int(groups["year"])
    last = date(year, month, int(groups["day"])) - timedelta(days=groups["how"] == "before")
    count = 12 if groups["whole"] else number(groups["count"])
    begins = months_from(last.year, last.month - count)
    return (Period(begins.first + timedelta(days=min(last.day, begins.days)), last),)


def _beside(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "the month after January 2023", "the year before 2022" and "the day after 6 March 2023"."""
    away = 1 if groups["way"] in {"after", "following"} else -1
    year = int(groups["year"])
    if groups["years"]:
        return (Period.year(year + away),)
    if groups["months"]:
        return (months_from(year, MONTHS[groups["month"]] + away),)
    beside = date(year, MONTHS[groups["month"]], int(groups["day"])) + timedelta(days=away)
    return (Period(beside, beside),)


def _from_new_year(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "between new year and the end of June 2023"."""
    return (months_from(int(groups["year"]), 1, MONTHS[groups["month"]]),)


def _decade(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "the 2010s"."""
    year = int(groups["decade"])
    return (Period(Period.year(year).first, Period.year(year + 9).last),)


def _years(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "2022/23" and "2022-23" as both years."""
    first = int(groups["year"])
    last = first - first % 100 + int(groups["short"])
    return (Period(Period.year(first).first, Period.year(last).last),) if last == first + 1 else ()


def _week(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "second week of January 2023"."""
    whole = Period.month(int(groups["year"]), MONTHS[groups["month"]])
    week = _PLACES.get(groups["place"])
    if week is None:
        return (Period(whole.last - timedelta(days=6), whole.last),)
    first = whole.first + timedelta(days=7 * (week - 1))
    return (Period(first, first + timedelta(days=6)),)


def _short_year(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "Jan '23"."""
    return (Period.month(2000 + int(groups["short"]), MONTHS[groups["month"]]),)


def _numeric_month(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "01/2023"."""
    return (Period.month(int(groups["year"]), int(groups["number"])),)


def _numeric_day(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "17/02/2023" with the day or the month first, whichever the calendar has."""
    year, one, two = int(groups["year"]), int(groups["one"]), int(groups["two"])
    orders = ((two, one), (one, two)) if one != two else ((one, two),)
    return tuple(Period.day(year, month, day) for month, day in orders if month <= 12)  # noqa: PLR2004  # months


def _relative(groups: Mapping[str, str], as_of: date | None) -> tuple[Period, ...]:
    """Read "last year", "this month", "next week" from the day of asking."""
    if as_of is None:
        return ()
    steps = _BACK[groups["which"]]
    if groups["what"] in _YEAR_WORDS:
        return (Period.year(as_of.year + steps),)
    if groups["what"] in _MONTH_WORDS:
        return (months_from(as_of.year, as_of.month + steps),)
    monday = as_of + timedelta(days=7 * steps - as_of.weekday())
    return (Period(monday, monday + timedelta(days=6)),)


def _ago(groups: Mapping[str, str], as_of: date | None) -> tuple[Period, ...]:
    """Read "two years ago", "the year before last" and "yesterday" from the day of asking."""
    if as_of is None:
        return ()
    if groups.get("day"):
        before = as_of - timedelta(days=1)
        return (Period(before, before),)
    count = number(groups.get("count") or "2")
    if groups["what"] in _YEAR_WORDS:
        return (Period.year(as_of.year - count),)
    return (months_from(as_of.year, as_of.month - count),)


_SHORT: Final = re.compile(
    rf"(?<=\s)'(?=[0-3]\d\b(?!s))|(?<=\d)(?:st|nd|rd|th)?\s+(?:{MONTH})\.?,?\s+(?:'?)(?=[0-3]\d\s*(?:$|[?.,!)]))"
    r"|(?<!one )\b(?:in|since)\s+(?=2\d\s*(?:$|[?!)]|[.,](?!\d)))",
    re.IGNORECASE,
)
"""What stands before a year of two digits: "in '24", "25 Dec 22", "in 24?"."""


def with_whole_years(text: str) -> str:
    """Return a text with the century put before years of two digits."""
    return _SHORT.sub(lambda match: f"{match[0].removesuffix(chr(39))}20", text)


_PLACE: Final = "|".join((*_PLACES, "last", "final"))

PARTS: Final[tuple[Written, ...]] = (
    (
        rf"(?P<one>\d{{1,2}})(?P<mark>[/.-])(?P<two>\d{{1,2}})(?P=mark)(?P<year>{YEAR})",
        _numeric_day,
        "digit",
        YEARS_IN_DIGITS,
    ),
    (rf"(?P<number>\d{{1,2}})/(?P<year>{YEAR})", _numeric_month, "digit", YEARS_IN_DIGITS),
    (rf"(?P<year>{YEAR})[-/](?P<short>\d\d)(?![-/]?\d)", _years, "digit", YEARS_IN_DIGITS),
    (
        rf"(?P<place>{_PLACE})\s+week\s+(?:of|in)\s+(?P<month>{MONTH})\.?,?\s+(?P<year>{YEAR})",
        _week,
        "word",
        frozenset({"week"}),
    ),
    (rf"(?P<month>{MONTH})\.?\s*'(?P<short>\d\d)", _short_year, "month", MONTH_NAMES),
    (
        rf"(?:q(?P<number>[1-4])|(?P<place>{_PLACE})\s+quarter)(?:\s+of)?\s+(?P<year>{YEAR})",
        _quarter,
        "word",
        frozenset({"q", "q1", "q2", "quarter"}),
    ),
    (
        rf"(?:last|final|closing)\s+(?P<count>{COUNT})\s+months\s+(?:of|in)\s+(?P<year>{YEAR})",
        _last_months,
        "word",
        frozenset({"months"}),
    ),
    (
        rf"(?:(?P<part>early|mid|late)[\s-]*)?(?P<season>{'|'.join(_SEASONS)})(?:\s+of)?\s+(?P<year>{YEAR})",
        _season,
        "word",
        frozenset(_SEASONS),
    ),
    (
        (
            rf"(?P<count>{COUNT})\s+months\s+(?:(?:up\s+)?to|until|till|ending(?:\s+in)?)\s+(?:the\s+end\s+of\s+)?"
            rf"(?P<month>{MONTH})\.?,?\s+(?P<year>{YEAR})"
        ),
        _months_to,
        "word",
        frozenset({"months"}),
    ),
    (
        (
            rf"(?:(?P<count>{COUNT})\s+months|(?P<whole>year))\s+(?P<how>(?:up\s+)?to|until|till|before|ending(?:\s+on)?)"
            rf"\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})\.?,?\s+(?P<year>{YEAR})"
        ),
        _months_to_day,
        "word",
        frozenset({"months", "year"}),
    ),
    (
        (
            r"(?:the\s+)?(?:day|(?P<months>month)|(?P<years>year))\s+"
            r"(?:(?:right|just|immediately|directly)\s+)?(?P<way>before|after|preceding|following|prior\s+to)\s+"
            rf"(?(years)|(?(months)|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)(?P<month>{MONTH})\.?,?\s+)"
            rf"(?P<year>{YEAR})"
        ),
        _beside,
        "word",
        frozenset({"day", "month", "year"}),
    ),
    (
        (
            r"(?:new\s+year(?:'s(?:\s+day)?)?|(?:beginning|start)\s+of\s+the\s+year)\s+(?:and|to|till|until|through|up\s+to)"
            rf"\s+(?:the\s+)?(?:end\s+of\s+|late\s+)?(?P<month>{MONTH})\.?,?\s+(?:of\s+)?(?P<year>{YEAR})"
        ),
        _from_new_year,
        "word",
        frozenset({"year"}),
    ),
    (r"(?P<decade>(?:19|20)\d0)'?s", _decade, "digit", YEARS_IN_DIGITS),
)
"""Dates with a year."""
RELATIVE: Final[tuple[Written, ...]] = (
    (r"(?:the\s+)?(?P<what>year|month)\s+before\s+last", _ago, "word", frozenset({"before"})),
    (rf"(?P<count>{COUNT}|an?)\s+(?P<what>years?|months?)\s+ago", _ago, "word", frozenset({"ago"})),
    (r"(?P<day>yesterday)(?P<what>)", _ago, "word", frozenset({"yesterday"})),
    (
        rf"(?P<which>{'|'.join(_BACK)})\s+(?P<what>year|month|week|saal|mahine|maheene)",
        _relative,
        "word",
        frozenset({"week", *_YEAR_WORDS, *_MONTH_WORDS}),
    ),
)
"""Dates that count from the day of asking."""
