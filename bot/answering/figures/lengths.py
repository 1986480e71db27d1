"""PURE: kinds of period: which may stand in one series, and which follow each other without a gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from babel.dates import format_date

if TYPE_CHECKING:
    from bot.knowledge.periods import Period

_YEAR: Final = 12
"""Months of a year."""


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """A length of period: whole months, or days where it is not made of whole months.

    ``begins`` is the day of the month on which it begins, or for whole years the month and day:
    the year from August is not of one kind with the calendar year.
    """

    months: int
    days: int
    begins: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """What one period of this kind is called, as in ``year``, ``month`` or ``6 months``."""
        if not self.months:
            return _counted(self.days, "day")
        if self.begins == (1, 1):
            return _counted(self.months // _YEAR, "year")
        return _counted(self.months, "month")


def length(period: Period) -> Length:
    """Return the kind of a period."""
    first, last = period.first, period.last
    months = 12 * (last.year - first.year) + last.month - first.month
    if first.day == 1 and _ends_month(period):
        months += 1
    elif months < 1 or last.day != first.day - 1:
        return Length(0, period.days)
    whole_years = months % _YEAR == 0
    return Length(months, 0, (first.month, first.day) if whole_years else (first.day,))


def called(period: Period) -> str:
    """Return a period's kind with where it begins, as in ``12 months from 15 August``."""
    kind = length(period)
    if kind.months and kind.months % _YEAR == 0 and kind.begins != (1, 1):
        return f"{kind.words} from {format_date(period.first, 'd MMMM', locale='en_GB')}"
    return kind.words


def follows(later: Period, earlier: Period) -> bool:
    """Whether a period begins on the day after another ends."""
    return later.first.toordinal() == earlier.last.toordinal() + 1


def _ends_month(period: Period) -> bool:
    """Whether a period's last day is the last of its month."""
    last = period.last
    return type(period).month(last.year, last.month).last == last


def _counted(count: int, unit: str) -> str:
    """Return ``year`` for one and ``2 years`` for more."""
    return unit if count == 1 else f"{count} {unit}s"
