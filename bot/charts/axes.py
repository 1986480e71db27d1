"""PURE: the axes of a chart: a scale for the values, and a slot for each period and each gap."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from babel.numbers import format_compact_decimal

from bot.answering.figures.lengths import follows
from bot.answering.wording import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answering.figures.series import Series
    from bot.knowledge.periods import Period

_STEPS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_TICKS: Final = 4
_LONG: Final = 1_000_000
"""From here on round values are written short, as in ``2.5M``."""
_LONGEST: Final = 10**15
"""From here on there is no word for them."""
_GAP: Final = 0.6
"""Width of a gap, by that of a period."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from values to pixels: ``low`` lies at ``start``, ``high`` at ``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value lies."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def zero(self) -> float:
        """Where bars begin."""
        return self.at(0.0)

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """A few round values inside the scale, zero among them."""
        rough = (self.high - self.low) / _TICKS
        power = math.floor(math.log10(rough))
        steps = [step.scaleb(power) for step in _STEPS]
        step = min(steps, key=lambda step: abs(math.log(float(step) / rough)))
        first, last = math.ceil(Decimal(str(self.low)) / step), math.floor(Decimal(str(self.high)) / step)
        return tuple(count * step for count in range(first, last + 1))


def scale(series: Iterable[Series], start: float, end: float) -> Scale:
    """Return the scale that holds zero and every value, range and other value of some series."""
    points = (point for each in series for point in each.points)
    figures = [reading.figure for point in points for reading in point.readings]
    values = [float(figure.value) for figure in figures]
    values += [float(figure.value_max) for figure in figures if figure.value_max is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    return Scale(low, high if high > low else low + 1.0, start, end)


@dataclass(frozen=True, slots=True)
class Slots:
    """Where each period lies along an axis. ``gaps`` are the middles of gaps in time."""

    centres: dict[Period, float]
    gaps: tuple[float, ...]
    width: float


def slots(periods: Sequence[Period], left: float, right: float, widest: float) -> Slots:
    """Share the room from ``left`` to ``right`` out to periods in order, at most ``widest`` pixels each.

    Where time is missing between two of them there is a gap.
    """
    steps = [
        1.0 if index == 0 or _joins(periods[index - 1], each) else 1.0 + _GAP
        for index, each in enumerate(periods)
    ]
    width = min(widest, (right - left) / sum(steps))
    at = left + (right - left - width * sum(steps)) / 2
    centres: dict[Period, float] = {}
    gaps: list[float] = []
    for period, step in zip(periods, steps, strict=True):
        if step > 1.0:
            gaps.append(at + width * (step - 1.0) / 2)
        at += width * step
        centres[period] = at - width / 2
    return Slots(centres, tuple(gaps), width)


def _joins(earlier: Period, later: Period) -> bool:
    """Whether no day is missing between two periods."""
    return follows(later, earlier) or later.overlaps(earlier)


def tick_words(tick: Decimal) -> str:
    """Return a round value, as in ``1,000`` or ``2.5M``."""
    if abs(tick) < _LONG:
        return number(tick.normalize())
    if abs(tick) < _LONGEST:
        return format_compact_decimal(tick, locale="en_GB", fraction_digits=2)
    return f"{tick:.1E}"
