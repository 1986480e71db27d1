"""PURE: spans of days written as partial ISO dates (2023, 2023-02, 2023-02-17/2023-02-18)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LOCALE = "en_GB"
_DECEMBER = 12


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of whole days; ``first`` and ``last`` are both inside it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a span that ends before it begins (``ValueError``)."""
        if self.last < self.first:
            message = f"the period ends ({self.last}) before it begins ({self.first})"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or two of them joined by ``/``.

        Raises ``ValueError`` with a plain sentence when the text is none of these.
        """
        start, slash, end = text.strip().partition("/")
        first = _partial(start)
        return cls(first.first, _partial(end).last) if slash else first

    @classmethod
    def year(cls, year: int) -> Period:
        """Return the whole calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Return the whole calendar month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period:
        """Return one day; ``ValueError`` when there is no such day."""
        return cls(date(year, month, day), date(year, month, day))

    @property
    def months(self) -> tuple[int, int, int, int]:
        """The year and month it begins in, and those it ends in."""
        return self.first.year, self.first.month, self.last.year, self.last.month

    def overlaps(self, other: Period) -> bool:
        """Whether the two spans share a day."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: Period) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.first <= other.first and other.last <= self.last

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return (self.last - self.first).days + 1

    @property
    def is_year(self) -> bool:
        """Whether the span is exactly one calendar year."""
        return self == Period.year(self.first.year)

    @property
    def is_month(self) -> bool:
        """Whether the span is exactly one calendar month."""
        return self == Period.month(self.first.year, self.first.month)

    def __str__(self) -> str:
        """Return the shortest partial ISO form, which ``parse`` reads back."""
        if self.is_year:
            return f"{self.first.year:04d}"
        if self.is_month:
            return self.first.isoformat()[:7]
        if self.days == 1:
            return self.first.isoformat()
        if self == _whole_months(self):
            if (self.first.month, self.last.month) == (1, _DECEMBER):
                return f"{self.first.year:04d}/{self.last.year:04d}"
            return f"{self.first.isoformat()[:7]}/{self.last.isoformat()[:7]}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def describe(self) -> str:
        """Return the span in words, as in ``6–7 March 2023`` or ``January 2023``."""
        if self.is_year:
            return str(self.first.year)
        if self.is_month:
            return _written(self.first, "MMMM y")
        if self.days == 1:
            return _written(self.first, "d MMMM y")
        if self == _whole_months(self):
            if (self.first.month, self.last.month) == (1, _DECEMBER):
                return f"{self.first.year}–{self.last.year}"
            return _interval(self, "MMMM y")
        return _interval(self, "d MMMM y")


@lru_cache(maxsize=4096)
def _written(day: date, pattern: str) -> str:
    """Write a day; packs and answers name the same few again and again, and Babel takes its time."""
    return format_date(day, pattern, locale=_LOCALE)


def _interval(period: Period, pattern: str) -> str:
    """Word a span, naming the month and the year once where both ends share them."""
    first, last = period.first, period.last
    end = _written(last, pattern)
    if pattern.startswith("d") and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    if first.year == last.year:
        pattern = pattern.removesuffix(" y")
    return f"{_written(first, pattern)} to {end}"


def _whole_months(period: Period) -> Period:
    """Return the months that the span touches, whole."""
    last = Period.month(period.last.year, period.last.month)
    return Period(period.first.replace(day=1), last.last)


def _partial(text: str) -> Period:
    """Read one partial ISO date."""
    match = _PARTIAL.fullmatch(text.strip())
    if match is None:
        message = f"{text!r} is no date; write 2023, 2023-02 or 2023-02-17, or two joined by /"
        raise ValueError(message)
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None or month is None:
            return Period.year(year or 0)
        return Period.month(year, month) if day is None else Period.day(year, month, day)
    except (ValueError, calendar.IllegalMonthError) as error:
        message = f"{text!r} is no date of the calendar"
        raise ValueError(message) from error
