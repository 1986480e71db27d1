"""PURE: the periods that a text mentions ("6-7 March 2023", "first half of 2022", "last year")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from bot.answering.lexicon import MONTHS
from bot.knowledge.periods import Period

YEARS: Final = range(1990, 2041)
"""Years that a date without a year may mean."""

_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR: Final = r"(?:19|20)\d\d"
_DAYS: Final = r"(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|to|and|&)\s*(?P<d2>\d{1,2})(?:st|nd|rd|th)?)?"
_PART: Final = "first half|second half|1st half|2nd half|h1|h2"
_EDGE: Final = "first|opening|last|final|closing"
_SEASON: Final = "early|start|beginning|mid|middle|late|end"


Side: TypeAlias = Literal["before", "until", "since"]
"""How a date opens a span; "before" leaves the date out, the others take it in ("after the March talks")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A period in a text: the characters ``start:end`` and what they may mean.

    A date without a year has one alternative for each of ``YEARS``.
    """

    start: int
    end: int
    alternatives: tuple[Period, ...]
    yearless: bool = False
    side: Side | None = None
    """How it begins or ends a span of which the other end is open; None when it stands for itself."""

    def near(self, period: Period) -> tuple[Period, ...]:
        """Return the meanings that may share a day with a period: for a date without a year, few of many."""
        if len(self.alternatives) != len(YEARS):
            return self.alternatives
        first, last = period.first.year - YEARS.start, period.last.year - YEARS.start
        return self.alternatives[max(0, first - 1) : max(0, last + 2)]

    def overlaps(self, period: Period) -> bool:
        """Whether some meaning shares a day with the period."""
        return any(period.overlaps(alternative) for alternative in self.near(period))

    def equals(self, period: Period) -> bool:
        """Whether some meaning is exactly the period."""
        return period in self.near(period)

    def reaches(self, period: Period) -> bool:
        """Whether a period shares a day with the mention, or with the span that it begins or ends."""
        match self.side:
            case "before":
                return any(period.first < alternative.first for alternative in self.alternatives)
            case "until":
                return any(period.first <= alternative.last for alternative in self.alternatives)
            case "since":
                return any(period.last >= alternative.first for alternative in self.alternatives)
            case _:
                return self.overlaps(period)


def _iso(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    return (Period.parse(groups["text"]),)


def _calendar(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read a month with optional days and an optional year."""
    first = groups.get("d1") or ""
    return _months(MONTHS[groups["month"]], groups["year"], first, groups.get("d2") or first)


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


_whole_year = lru_cache(maxsize=256)(Period.year)


def _year(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    return (_whole_year(int(groups["year"])),)


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
    """Read "opening month of 2023" and "last month of 2022"."""
    month = 1 if groups["edge"] in {"first", "opening"} else 12
    return (Period.month(int(groups["year"]), month),)


def _season(groups: Mapping[str, str], _: date | None) -> tuple[Period, ...]:
    """Read "early", "mid" and "late" as thirds of the year."""
    year, part = int(groups["year"]), groups["part"]
    first, last = (1, 4) if part in {"early", "start", "beginning"} else (9, 12)
    if part.startswith("mid"):
        first, last = 5, 8
    return (Period(Period.month(year, first).first, Period.month(year, last).last),)


def _relative(groups: Mapping[str, str], as_of: date | None) -> tuple[Period, ...]:
    """Read "last year", "this month" and the like from the day the question is asked."""
    if as_of is None:
        return ()
    back = {"this": 0, "current": 0, "last": 1, "previous": 1}[groups["which"]]
    if groups["what"] == "year":
        return (Period.year(as_of.year - back),)
    first = as_of.replace(day=1)
    first = (first - timedelta(days=1)).replace(day=1) if back else first
    return (Period.month(first.year, first.month),)


class _Rule(NamedTuple):
    """A way to write a period: its pattern, its reader, and words of which a text needs one.

    The words only spare work: a text without any can't match. No words: any year will do.
    """

    pattern: re.Pattern[str]
    read: Callable[[Mapping[str, str], date | None], tuple[Period, ...]]
    words: frozenset[str]


_FLAGS: Final = re.IGNORECASE | re.ASCII
_YEARS: Final = frozenset(map(str, range(1900, 2100)))
_BY_MONTH: Final = frozenset(MONTHS)
_RULES: Final = tuple(
    _Rule(re.compile(rf"(?<![\w$])(?:{pattern})(?![\w%])", _FLAGS), read, frozenset(words))
    for pattern, read, words in (
        (rf"{_YEAR}-\d\d(?:-\d\d)?", _iso, _YEARS),
        (
            (
                rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<from_month>{_MONTH})\.?,?\s*(?P<from_year>{_YEAR})?\s*(?:-|–|to|till|until|through|and)\s*"
                rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})"
            ),
            _day_range,
            _BY_MONTH,
        ),
        (
            (
                rf"(?P<from_month>{_MONTH})\.?\s*(?P<from_year>{_YEAR})?\s*(?:-|–|to|till|until|through|and)\s*(?:the\s+)?(?:(?:end|start|beginning)\s+of\s+)?"
                rf"(?P<month>{_MONTH})\.?,?\s+(?P<year>{_YEAR})"
            ),
            _month_range,
            _BY_MONTH,
        ),
        (
            rf"(?P<year>{_YEAR}),?\s+(?:up\s+to|until|till|through|to)\s+(?:the\s+end\s+of\s+)?(?P<month>{_MONTH})",
            _year_to_month,
            _BY_MONTH,
        ),
        (rf"(?P<from_year>{_YEAR})\s*(?:-|–|to|till|until|through)\s*(?P<year>{_YEAR})", _year_range, _YEARS),
        (rf"between\s+(?P<from_year>{_YEAR})\s+and\s+(?P<year>{_YEAR})", _year_range, {"between"}),
        (
            rf"{_DAYS}\s*(?:of\s+)?(?P<month>{_MONTH})\.?,?(?:\s+(?:of\s+)?(?P<year>{_YEAR}))?",
            _calendar,
            _BY_MONTH,
        ),
        (rf"(?P<month>{_MONTH})\.?\s+(?:the\s+)?{_DAYS}(?:,?\s+(?P<year>{_YEAR}))?", _calendar, _BY_MONTH),
        (rf"(?P<month>{_MONTH})\.?,?\s+(?:of\s+)?(?P<year>{_YEAR})", _calendar, _BY_MONTH),
        (rf"(?P<half>{_PART})\s+(?:of\s+)?(?P<year>{_YEAR})", _half, {"half", "h1", "h2"}),
        (rf"(?P<edge>{_EDGE})\s+month\s+(?:of|in)\s+(?P<year>{_YEAR})", _edge_month, {"month"}),
        (
            rf"first\s+(?:(?P<count>\w+)\s+)?months?\s+(?:of\s+)?(?P<year>{_YEAR})",
            _months_of,
            {"month", "months"},
        ),
        (rf"(?P<part>{_SEASON})[\s-]+(?:of\s+)?(?P<year>{_YEAR})", _season, frozenset(_SEASON.split("|"))),
        (rf"(?P<month>{_MONTH})(?P<year>)", _calendar, _BY_MONTH),
        (rf"(?P<year>{_YEAR})", _year, _YEARS),
        (r"(?P<which>last|previous|this|current)\s+(?P<what>year|month)", _relative, {"year", "month"}),
    )
)
_HINTS: Final = frozenset[str]().union(*(rule.words for rule in _RULES))
_PART_OF_DATE: Final = re.compile(r"\d+|[a-z]+[12]?")
_OPENING: Final = re.compile(
    r"\b(since|after|before|until|till|by|up\s+to|prior\s+to)\s+(?:the\s+)?$", re.IGNORECASE
)
_SIDES: Final[Mapping[str, Side]] = {
    "since": "since",
    "after": "since",
    "before": "before",
    "prior to": "before",
}
"""What the words before a date make of it; all others mean "until"."""
_CLOSING: Final = re.compile(
    r"\s+(?:onwards?|and\s+(?:after|later|now|today)|to\s+(?:now|date|today)|(?:till|until)\s+now)\b",
    re.IGNORECASE,
)
_VERBS: Final = re.compile(r"(?:may|march|mar|sun|sat)", re.IGNORECASE)


def mentions(plain: str, as_of: date | None = None) -> tuple[Mention, ...]:
    """Return the periods that a normalised text mentions, in order of place.

    ``as_of`` is the day from which "last year" and "this month" count; without it they
    are not read. A lone bare year is joined to a date that has none ("in January ... 2023").
    A date that the calendar does not have is not read, nor is a part of it.
    """
    parts = set(_PART_OF_DATE.findall(plain.casefold()))
    if _HINTS.isdisjoint(parts):
        return ()
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for rule in _RULES:
        if rule.words.isdisjoint(parts):
            continue
        for match in rule.pattern.finditer(plain):
            start, end = match.span()
            if any(start < last and first < end for first, last in taken) or _is_plain_word(plain, match):
                continue
            taken.append((start, end))
            alternatives = _meanings(match, rule, as_of)
            if alternatives:
                side = _side(plain, start, end)
                found.append(Mention(start, end, alternatives, len(alternatives) > 1, side))
    return _join_lone_year(sorted(found, key=lambda mention: mention.start))


def _meanings(match: re.Match[str], rule: _Rule, as_of: date | None) -> tuple[Period, ...]:
    """Return what a match may mean; nothing when the calendar has no such day."""
    groups = {name: (text or "").casefold() for name, text in match.groupdict().items()}
    try:
        return rule.read(groups or {"text": match.group()}, as_of)
    except ValueError:
        return ()


def _side(plain: str, start: int, end: int) -> Side | None:
    """Return whether the words around a date make it the beginning or the end of a span."""
    opening = _OPENING.search(plain[max(0, start - 24) : start])
    if opening:
        return _SIDES.get(" ".join(opening[1].casefold().split()), "until")
    return "since" if _CLOSING.match(plain[end:]) else None


def _is_plain_word(plain: str, match: re.Match[str]) -> bool:
    """Whether a bare "may" or "march" is the verb: not capitalised and not after "in" or "last"."""
    word = match.group()
    if not _VERBS.fullmatch(word):
        return False
    if re.search(
        r"\b(?:in|since|until|till|during|of|by|last|this)\s+$", plain[: match.start()], re.IGNORECASE
    ):
        return False
    return not (plain[match.start()].isupper() and plain[: match.start()].strip())


def _join_lone_year(found: list[Mention]) -> tuple[Mention, ...]:
    """Give the only bare year to the dates that have none."""
    years = [m for m in found if not m.yearless and m.alternatives[0].is_year]
    yearless = [m for m in found if m.yearless]
    if len(years) != 1 or not yearless:
        return tuple(found)
    year = years[0].alternatives[0]
    joined: list[Mention] = []
    for mention in found:
        kept = tuple(p for p in mention.alternatives if year.overlaps(p)) if mention.yearless else ()
        joined.append(replace(mention, alternatives=kept, yearless=False) if kept else mention)
    return tuple(mention for mention in joined if mention is not years[0] or joined == found)
