"""PURE: the ways in which a period is written, and what each means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from bot.answering.dates.parts import PARTS, RELATIVE, Begins, Read, Written
from bot.answering.lexicon import MONTHS
from bot.knowledge.periods import Period

YEARS: Final = range(1990, 2041)
"""Years that a date without a year may mean."""

_SHORT_YEARS: Final = range(19, 32)
"""Days of a month that may be a year: "jan 23"."""
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR: Final = r"(?:19|20)\d\d"
_DAYS: Final = r"(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and|&)\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?"
_PART: Final = "(?:first|second|1st|2nd|latter|last) half|h1|h2"
_ORDINALS: Final = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_EDGE: Final = "|".join((*_ORDINALS, "opening", "shortest", "last", "final", "closing"))
_ROUGHLY: Final = r"(?:the\s+)?(?:(?:end|start|beginning|middle)\s+of\s+|(?:early|mid|late)[\s-]+)?"
"""What says roughly which part of a month begins or ends a span."""
_SEASON: Final = "early|start|beginning|mid|middle|late|end"


def _iso(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    return (Period.parse(groups["text"]),)


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
    """Read "30 January to 4 February 2023"."""
    year = int(groups["year"])
    first = date(int(groups["from_year"] or year), MONTHS[groups["from_month"]], int(groups["d1"]))
    return (Period(first, date(year, MONTHS[groups["month"]], int(groups["d2"]))),)


def _half(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    year = int(groups["year"])
    first, last = (1, 6) if "1" in groups["half"] or "first" in groups["half"] else (7, 12)
    return (Period(Period.month(year, first).first, Period.month(year, last).last),)


def _months_of(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "first eleven months of 2022"."""
    numbers = "one two three four five six seven eight nine ten eleven twelve".split()
    text = groups["count"] or "1"
    count = numbers.index(text) + 1 if text in numbers else int(text)
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


class Form(NamedTuple):
    """A way to write a period: its pattern, its reader, what it begins with, words of which a text needs one.

    Beginnings and words only spare work: elsewhere, and in a text without any, nothing can match.
    """

    pattern: re.Pattern[str]
    read: Read
    begins: Begins
    words: frozenset[str]

    def matches(self, plain: str, begins: Mapping[Begins, Sequence[int]]) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, of which ``begins`` are the places where digits and months begin."""
        if self.begins == "word":
            yield from self.pattern.finditer(plain)
            return
        end = 0
        for start in begins[self.begins]:
            match = self.pattern.match(plain, start) if start >= end else None
            if match:
                end = match.end()
                yield match


_YEARS: Final = frozenset(map(str, range(1900, 2100)))
_BY_MONTH: Final = frozenset(MONTHS)
_WRITTEN: Final[tuple[Written, ...]] = (
    (
        rf"new\s+year(?:'s(?:\s+(?:day|eve))?)?\s+(?:of\s+)?(?P<year>{_YEAR})",
        _new_year,
        "word",
        _YEARS,
    ),
    (rf"{_YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?", _iso, "digit", _YEARS),
    *PARTS,
    (
        (
            rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<from_month>{_MONTH})\.?,?\s*(?P<from_year>{_YEAR})?\s*(?:-|–|to|till|until|through|and)\s*"
            rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})"
        ),
        _day_range,
        "digit",
        _BY_MONTH,
    ),
    (
        (
            rf"(?P<from_month>{_MONTH})\.?\s*(?P<from_year>{_YEAR})?\s*(?:-|–|to|till|until|through|and|se)\s*{_ROUGHLY}"
            rf"(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?(?P<year>{_YEAR})"
        ),
        _month_range,
        "month",
        _BY_MONTH,
    ),
    (
        rf"(?P<year>{_YEAR}),?\s+(?:up\s+to|until|till|through|to)\s+(?:the\s+end\s+of\s+)?(?P<month>{_MONTH})(?!\.?,?\s+{_YEAR})",
        _year_to_month,
        "digit",
        _BY_MONTH,
    ),
    (
        rf"(?P<from_year>{_YEAR})\s*(?:-|–|to|till|until|through|se)\s*(?P<year>{_YEAR})",
        _year_range,
        "digit",
        _YEARS,
    ),
    (
        rf"between\s+(?P<from_year>{_YEAR})\s+and\s+(?P<year>{_YEAR})",
        _year_range,
        "word",
        frozenset({"between"}),
    ),
    (
        rf"{_DAYS}\s*(?:of\s+)?(?P<month>{_MONTH})\.?,?(?:\s+(?:of\s+)?(?P<year>{_YEAR}))?",
        _calendar,
        "digit",
        _BY_MONTH,
    ),
    (
        rf"(?P<month>{_MONTH})\.?\s+(?:the\s+)?{_DAYS}(?:,?\s+(?P<year>{_YEAR}))?",
        _month_first,
        "month",
        _BY_MONTH,
    ),
    (
        rf"(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?(?:the\s+year\s+)?(?P<year>{_YEAR})",
        _calendar,
        "month",
        _BY_MONTH,
    ),
    (rf"(?P<half>{_PART})\s+(?:of\s+)?(?P<year>{_YEAR})", _half, "word", frozenset({"half", "h1", "h2"})),
    (
        rf"(?P<edge>{_EDGE})\s+month\s+(?:of|in)\s+(?P<year>{_YEAR})",
        _edge_month,
        "word",
        frozenset({"month"}),
    ),
    (
        rf"(?:first|opening)\s+(?:(?P<count>\w+)\s+)?months?\s+(?:of\s+)?(?P<year>{_YEAR})",
        _months_of,
        "word",
        frozenset({"month", "months"}),
    ),
    (
        rf"(?P<part>{_SEASON})[\s-]+(?:of\s+)?(?P<year>{_YEAR})",
        _season,
        "word",
        frozenset(_SEASON.split("|")),
    ),
    (rf"(?P<month>{_MONTH})(?P<year>)", _calendar, "month", _BY_MONTH),
    (rf"(?P<year>{_YEAR})", _year, "digit", _YEARS),
    *RELATIVE,
)
_FLAGS: Final = re.IGNORECASE | re.ASCII
_APART: Final = r"(?<![\w$])"
_DIGIT: Final = re.compile(rf"{_APART}\d", _FLAGS)
_ANY_MONTH: Final = re.compile(rf"{_APART}(?:{_MONTH})", _FLAGS)
FORMS: Final = tuple(
    Form(re.compile(rf"{_APART}(?:{pattern})(?![\w%])", _FLAGS), read, begins, words)
    for pattern, read, begins, words in _WRITTEN
)


def beginnings(plain: str, *, months: bool) -> Mapping[Begins, Sequence[int]]:
    """Return the places of a text where digits begin, and months where it has any."""
    return {
        "digit": [found.start() for found in _DIGIT.finditer(plain)],
        "month": [found.start() for found in _ANY_MONTH.finditer(plain)] if months else (),
    }
