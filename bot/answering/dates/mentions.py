"""PURE: the periods that a text mentions ("6-7 March 2023", "first half of 2022", "last year")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.answering.dates.forms import FORMS, YEARS, whole_year
from bot.answering.dates.patterns import Form, beginnings
from bot.answering.dates.sides import Side, leaves_out, side_of
from bot.answering.lexicon import MONTHS
from bot.knowledge.periods import Period

MONTH_OR_MORE: Final = 28
"""Days from which a period is a month or more, and a count for it a sum of its own."""


_LONGEST_MONTH: Final = 31
_NEARLY: Final = 7
"""Days before the end of a month at which a count until then may end: "by late November"."""
_UNEVEN: Final = 3
"""Days by which two months or years that follow each other may differ in length."""


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
    left_out: bool = False
    """Whether the span begins when the date is over: "after August 2025", not "since"."""

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
        """Whether some meaning is exactly the period, or runs from the month it begins in to that it ends in.

        "August 2020 to August 2021" is the year that began in mid August.
        """
        meant = self.near(period)
        return period in meant or any(
            each.days > _LONGEST_MONTH and each.contains(period) and each.months == period.months
            for each in meant
        )

    def compares(self, period: Period) -> bool:
        """Whether some meaning is the period and the one before it: "from 2022 to 2023" is so to 2023."""
        both = 2 * period.days
        return any(
            meant.last == period.last and abs(meant.days - both) <= _UNEVEN for meant in self.near(period)
        )

    def runs_to(self, period: Period) -> bool:
        """Whether it ends a year's count that is the period: "until November 2022" is January to November."""
        if self.side not in {"until", "before"} or (period.first.month, period.first.day) != (1, 1):
            return False
        return not self.alternatives[0].is_year and self.bounds(period)

    def reaches(self, period: Period) -> bool:
        """Whether a period shares a day with the mention, or with the span that it begins or ends."""
        match self.side:
            case "before":
                return any(period.first < alternative.first for alternative in self.alternatives)
            case "until":
                return any(period.first <= alternative.last for alternative in self.alternatives)
            case "since":
                if self.left_out:
                    return any(period.last > alternative.last for alternative in self.alternatives)
                return any(period.last >= alternative.first for alternative in self.alternatives)
            case _:
                return self.overlaps(period)

    def bounds(self, period: Period) -> bool:
        """Whether a count for a period is one for the span that the mention begins or ends."""
        match self.side:
            case "before":
                return any((day.first - period.last).days == 1 for day in self.alternatives)
            case "until":
                return any(
                    period.first <= day.first <= period.last <= day.last
                    and (day.last - period.last).days <= _NEARLY
                    for day in self.alternatives
                )
            case _:
                begins = any(day.first <= period.first <= day.last for day in self.alternatives)
                return begins and period.days >= MONTH_OR_MORE


HINTS: Final = frozenset[str]().union(*(form.words for form in FORMS))
"""Words, in lower case, of which a text has one that mentions a period."""
_LONE_YEAR: Final = re.compile(r"(?<!\S)(?:19|20)\d\d(?=[.?!]?(?:$|\s+[a-z]))", re.IGNORECASE | re.ASCII)
"""A year with nothing beside it that could be a part of it."""
_PART_OF_DATE: Final = re.compile(r"\d+|[a-z]+[12]?")
_SAYING: Final = re.compile(
    r"\b(?:say|says|said|saying|tell|told|quotes?|quoted|words?|mention\w*|warn\w*|want\w*)\b", re.IGNORECASE
)
_VERBS: Final = re.compile(r"(?:may|march|mar|sun|sat)", re.IGNORECASE)


def may_mention(words: Iterable[str]) -> bool:
    """Whether a text of some words can mention a period at all; most texts of a pack can't."""
    return not HINTS.isdisjoint(words)


def mentions(plain: str, as_of: date | None = None) -> tuple[Mention, ...]:
    """Return the periods that a normalised text mentions, in order of place.

    ``as_of`` is the day from which "last year" and "this month" count; without it they
    are not read. A lone bare year is joined to a date that has none ("in January ... 2023").
    A date that the calendar does not have is not read, nor is a part of it.
    """
    parts = set(_PART_OF_DATE.findall(plain.casefold()))
    hints = HINTS.intersection(parts)
    if not hints:
        return ()
    return (len(hints) == 1 and _lone_year(plain, *hints)) or by_forms(plain, parts, as_of)


def _lone_year(plain: str, hint: str) -> tuple[Mention, ...]:
    """Return the year that is a text's only sign of a date, as in most figures; nothing if unsure."""
    match = _LONE_YEAR.search(plain) if hint.isdigit() and plain.count(hint) == 1 else None
    if match is None or match[0] != hint:
        return ()
    start, end = match.span()
    return (Mention(start, end, (whole_year(int(hint)),), side=side_of(plain, start, end)),)


def by_forms(plain: str, parts: AbstractSet[str], as_of: date | None) -> tuple[Mention, ...]:
    """Return the periods that a text mentions in any form; ``parts`` are its words and numbers."""
    begins = beginnings(plain, months=not MONTHS.keys().isdisjoint(parts))
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    for form in FORMS:
        if form.words.isdisjoint(parts):
            continue
        for match in form.matches(plain, begins):
            start, end = match.span()
            if any(start < last and first < end for first, last in taken) or _is_plain_word(plain, match):
                continue
            taken.append((start, end))
            alternatives = _meanings(match, form, as_of)
            if alternatives:
                side, after = side_of(plain, start, end), leaves_out(plain, start, end)
                found.append(Mention(start, end, alternatives, len(alternatives) > 1, side, left_out=after))
    return _join_lone_year(sorted(found, key=lambda mention: mention.start))


def inside(spans: Iterable[Mention], starts: Sequence[int]) -> frozenset[int]:
    """Return the positions of the words that begin in the spans of periods, given where words begin."""
    return frozenset(
        position
        for span in spans
        for position in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    )


def years_apart(spans: Sequence[Mention], found: Sequence[str]) -> frozenset[int]:
    """Return the positions of years that stand apart from their dates: "before December ... in 2022"."""
    years = {str(span.alternatives[0].first.year) for span in spans if not span.yearless}
    return frozenset(number for number, word in enumerate(found) if word in years)


def _meanings(match: re.Match[str], form: Form, as_of: date | None) -> tuple[Period, ...]:
    """Return what a match may mean; nothing when the calendar has no such day."""
    groups = {name: (text or "").casefold() for name, text in match.groupdict().items()}
    try:
        return form.read(groups or {"text": match.group()}, as_of)
    except ValueError:
        return ()


def _is_plain_word(plain: str, match: re.Match[str]) -> bool:
    """Whether a match is no date here.

    A bare "may" or "march" is the verb: not capitalised and not after "in" or "last". What somebody
    said was "15 years ago" counts from the day on which it was said.
    """
    word = match.group()
    if word.casefold().endswith("ago"):
        return bool(_SAYING.search(plain[: match.start()]))
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
