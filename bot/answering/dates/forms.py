"""PURE: the ways in which a period is written, and what each means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from bot.answering.dates.parts import PARTS, RELATIVE
from bot.answering.dates.patterns import (
    MONTH,
    MONTH_NAMES,
    YEAR,
    YEARS_IN_DIGITS,
    Written,
    form,
)
from bot.answering.lexicon import MONTHS, NUMBER_WORDS
from bot.knowledge.periods import Period

YEARS: Final = range(1990, 2041)
"""Years that a date without a year may mean."""

_SHORT_YEARS: Final = range(19, 32)
"""Days of a month that may be a year: "jan 23"."""
_DAYS: Final = r"(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|/|to|and|&)\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?"
_PART: Final = "(?:first|second|1st|2nd|latter|last) half|h1|h2"
_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_EDGE: Final = "|".join((*_ORDINALS, "opening", "shortest", "last", "final", "closing"))
_ROUGHLY: Final = r"(?:the\s+)?(?:(?:end|start|beginning|middle)\s+of\s+|(?:early|mid|late)[\s-]+)?"
"""What says roughly which part of a month begins or ends a span."""
_SEASON: Final = "early|start|beginning|mid|middle|late|end"


def _iso(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    return (Period.parse(groups["text"].replace("/", "-")),)


def _calendar(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read a month with optional days and an optional year."""
    first = groups.get("d1") or ""
    return _months(MONTHS[groups["month"]], groups["year"], first, groups.get("d2") or first)


def _month_first(groups: Mapping[str, str], as_of: date | None) -> tuple[Period, ...]:
    """Read a month before its days; "jan 23" may be the month of a year too."""
    found = _calendar(groups, as_of)
    may_be_year = not groups["year"] and not groups["d2"] and int(groups["d1"]) in _SHORT_YEARS
    return (*found, Period.month(2000 + int(groups["d1"]), MONTHS[groups["month"]])) if may_be_year else found


@lru_cache(maxsize=4096)
def _months(month: int, year: str, first: str, last: str) -> tuple[Period, ...]:
    """Return a month, or days of it, in one year or in each of ``YEARS``."""
    found: list[Period] = []
    for each in (int(year),) if year else YEARS:
        try:
            whole = Period.month(each, month)
            if first and last:
                whole = Period(date(each, month, int(first)), date(each, month, int(last)))
        except ValueError:
            continue
        found.append(whole)
    return tuple(found)


def _month_range(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "January to June 2023" and "November 2021 to March 2022"."""
    last = int(groups["year"])
    first = int(groups["from_year"] or last)
    start = Period.month(first, MONTHS[groups["from_month"]])
    return (Period(start.first, Period.month(last, MONTHS[groups["month"]]).last),)


def _year_range(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "2018-2020" and "between 2018 and 2020"."""
    return (Period(Period.year(int(groups["from_year"])).first, Period.year(int(groups["year"])).last),)


whole_year = lru_cache(maxsize=256)(Period.year)


def _year(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    return (whole_year(int(groups["year"])),)


def _year_to_month(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "2022 up to November": from the first of January on."""
    year = int(groups["year"])
    return (Period(date(year, 1, 1), Period.month(year, MONTHS[groups["month"]]).last),)


def _day_range(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "30 January to 4 February 2023", and "January 30 to February 4, 2023"."""
    year = int(groups["year"])
    first = date(int(groups["from_year"] or year), MONTHS[groups["from_month"]], int(groups["d1"]))
    return (Period(first, date(year, MONTHS[groups["month"]], int(groups["d2"]))),)


def _half(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    year = int(groups["year"])
    first, last = (1, 6) if "1" in groups["half"] or "first" in groups["half"] else (7, 12)
    return (Period(Period.month(year, first).first, Period.month(year, last).last),)


def _months_of(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "first eleven months of 2022"."""
    text = groups["count"] or "1"
    count = NUMBER_WORDS[text] if text in NUMBER_WORDS else int(text)
    year = int(groups["year"])
    if not 1 <= count <= 12:  # noqa: PLR2004  # months of a year
        return ()
    return (Period(date(year, 1, 1), Period.month(year, count).last),)


def _edge_month(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "opening month of 2023", "eighth month of 2023" and "last month of 2022"."""
    edge = groups["edge"]
    month = _ORDINALS.index(edge) + 1 if edge in _ORDINALS else {"opening": 1, "shortest": 2}.get(edge, 12)
    return (Period.month(int(groups["year"]), month),)


def _new_year(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "new year 2023" as its first days."""
    year = int(groups["year"])
    return (Period(date(year, 1, 1), date(year, 1, 5)),)


def _season(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "early", "mid" and "late" as thirds of the year."""
    year, part = int(groups["year"]), groups["part"]
    first, last = (1, 4) if part in {"early", "start", "beginning"} else (9, 12)
    if part.startswith("mid"):
        first, last = 5, 8
    return (Period(Period.month(year, first).first, Period.month(year, last).last),)


_WRITTEN: Final[tuple[Written, ...]] = (
    (
        rf"new\s+year(?:'s(?:\s+(?:day|eve))?)?\s+(?:of\s+)?(?P<year>{YEAR})",
        _new_year,
        "word",
        YEARS_IN_DIGITS,
    ),
    (rf"{YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?|{YEAR}/(?:0[1-9]|1[0-2])/\d\d", _iso, "digit", YEARS_IN_DIGITS),
    *PARTS,
    (
        (
            rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<from_month>{MONTH})\.?,?\s*(?P<from_year>{YEAR})?\s*(?:-|–|to|till|until|through|and)\s*"
            rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})\.?,?\s+(?P<year>{YEAR})"
        ),
        _day_range,
        "digit",
        MONTH_NAMES,
    ),
    (
        (
            rf"(?P<from_month>{MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<from_year>{YEAR})?\s*(?:-|–|to|till|until|through|and)\s*"
            rf"(?P<month>{MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{YEAR})"
        ),
        _day_range,
        "month",
        MONTH_NAMES,
    ),
    (
        (
            rf"(?P<from_month>{MONTH})\.?\s*(?P<from_year>{YEAR})?\s*(?:-|–|to|till|until|through|and|se)\s*{_ROUGHLY}"
            rf"(?P<month>{MONTH})\.?,?\s+(?:of\s+)?(?P<year>{YEAR})"
        ),
        _month_range,
        "month",
        MONTH_NAMES,
    ),
    (
        rf"(?P<year>{YEAR}),?\s+(?:up\s+to|until|till|through|to)\s+(?:the\s+end\s+of\s+)?(?P<month>{MONTH})(?!\.?,?\s+\d)",
        _year_to_month,
        "digit",
        MONTH_NAMES,
    ),
    (
        rf"(?P<from_year>{YEAR})\s*(?:-|–|to|till|until|through|se)\s*(?P<year>{YEAR})",
        _year_range,
        "digit",
        YEARS_IN_DIGITS,
    ),
    (
        rf"between\s+(?P<from_year>{YEAR})\s+and\s+(?P<year>{YEAR})",
        _year_range,
        "word",
        frozenset({"between"}),
    ),
    (
        rf"{_DAYS}\s*(?:of\s+)?(?P<month>{MONTH})\.?,?(?:\s+(?:of\s+)?(?P<year>{YEAR}))?",
        _calendar,
        "digit",
        MONTH_NAMES,
    ),
    (
        rf"(?P<month>{MONTH})\.?\s+(?:the\s+)?{_DAYS}(?:,?\s+(?P<year>{YEAR}))?",
        _month_first,
        "month",
        MONTH_NAMES,
    ),
    (
        rf"(?P<month>{MONTH})\.?,?\s+(?:of\s+)?(?:the\s+year\s+)?(?P<year>{YEAR})",
        _calendar,
        "month",
        MONTH_NAMES,
    ),
    (rf"(?P<half>{_PART})\s+(?:of\s+)?(?P<year>{YEAR})", _half, "word", frozenset({"half", "h1", "h2"})),
    (
        rf"(?P<edge>{_EDGE})\s+month\s+(?:of|in)\s+(?P<year>{YEAR})",
        _edge_month,
        "word",
        frozenset({"month"}),
    ),
    (
        rf"(?:first|opening)\s+(?:(?P<count>\w+)\s+)?months?\s+(?:of\s+)?(?P<year>{YEAR})",
        _months_of,
        "word",
        frozenset({"month", "months"}),
    ),
    (
        rf"(?P<part>{_SEASON})[\s-]+(?:of\s+)?(?P<year>{YEAR})",
        _season,
        "word",
        frozenset(_SEASON.split("|")),
    ),
    (rf"(?P<month>{MONTH})(?P<year>)", _calendar, "month", MONTH_NAMES),
    (rf"(?P<year>{YEAR})", _year, "digit", YEARS_IN_DIGITS),
    *RELATIVE,
)
FORMS: Final = tuple(form(*written) for written in _WRITTEN)
