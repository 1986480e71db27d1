"""PURE: what surrounds the values of a chart: grid lines, the periods below, ranges and gaps."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.charts.axes import tick_words
from bot.charts.shapes import EDGE, FAINT, GRID, INK, WIDTH, Shape, Stroke, Text
from bot.charts.writing import LINE, Pen, short_period

if TYPE_CHECKING:
    from bot.answering.figures.series import Point
    from bot.charts.axes import Scale, Slots
    from bot.charts.writing import Measure
    from bot.knowledge.periods import Period

TALL: Final = 620.0
"""Height of the drawing area of columns and lines, in pixels."""
TICK: Final = 30.0
_TICKS: Final = (TICK, 26.0)
"""Heights of the names of periods, tried in turn."""
_AIR: Final = 14.0
_CAP: Final = 12.0
_MOST_LINES: Final = 5
GAP: Final = "…"


@dataclass(frozen=True, slots=True)
class Body:
    """The middle of a picture. ``dropped`` counts numbers that found no room."""

    shapes: tuple[Shape, ...]
    bottom: float
    dropped: int = 0


def margin(axis: Scale, measure: Measure) -> float:
    """Return where the drawing area begins: right of the words of the grid lines."""
    pen = Pen(measure, TICK)
    return EDGE + max(pen.width(tick_words(tick)) for tick in axis.ticks) + _AIR


def grid(axis: Scale, left: float, measure: Measure) -> Iterator[Shape]:
    """Yield a line across for each round value, zero drawn stronger."""
    pen = Pen(measure, TICK)
    for tick in axis.ticks:
        y = axis.at(float(tick))
        strong = tick == 0
        yield Stroke(((left, y), (WIDTH - EDGE, y)), FAINT if strong else GRID, 3.0 if strong else 2.0)
        yield Text(left - _AIR, y + pen.size * 0.36, tick_words(tick), pen.size, FAINT, align="right")


def times(places: Slots, top: float, measure: Measure) -> tuple[list[Shape], float]:
    """Return the names of the periods below a line, and where they end.

    Where not all of them have room, every second is left out, or more; the last one never is.
    """
    pen, step, brief = _style(places, measure)
    shapes: list[Shape] = []
    bottom = top
    above: Period | None = None
    for period in list(places.centres)[::-step][::-1]:
        y = top + _AIR + pen.size
        for words in _named(period, above if brief else None, places.width * step - _AIR, pen):
            shapes.append(Text(places.centres[period], y, words, pen.size, align="center"))
            bottom = max(bottom, y)
            y += pen.size * LINE
        above = period
    shapes += [Text(gap, top - _AIR, GAP, pen.size, FAINT, bold=True, align="center") for gap in places.gaps]
    return shapes, bottom + pen.size * 0.4


def _style(places: Slots, measure: Measure) -> tuple[Pen, int, bool]:
    """Return how periods are named so that every name has room.

    The pen, how many periods share a name, and whether months may go without the year of
    the one before.
    """
    periods = list(places.centres)
    pens = [Pen(measure, size) for size in _TICKS]
    tried = ((step, brief, pen) for step in range(1, len(periods)) for brief in (False, True) for pen in pens)
    for step, brief, pen in tried:
        shown = periods[::-step]
        names = (_named(each, each if brief else None, math.inf, pen) for each in shown)
        words = (word for lines in names for line in lines for word in line.split())
        if all(pen.width(word) <= places.width * step - _AIR for word in words):
            return pen, step, brief
    return pens[-1], len(periods), False


def _named(period: Period, above: Period | None, room: float, pen: Pen) -> list[str]:
    """Return a period's name in lines; the year of a month only where it is another than before."""
    if not period.is_month:
        return pen.wrap(short_period(period), room, _MOST_LINES)
    month, year = short_period(period).split()
    return [month] if above is not None and above.first.year == period.first.year else [month, year]


def whisker(start: tuple[float, float], end: tuple[float, float]) -> Iterator[Stroke]:
    """Yield a range from one value to another as a line with a cap at its end."""
    yield Stroke((start, end), INK, 4.0)
    x, y = end
    across = start[1] == end[1]
    cap = ((x, y - _CAP), (x, y + _CAP)) if across else ((x - _CAP, y), (x + _CAP, y))
    yield Stroke(cap, INK, 4.0)


def highest(point: Point) -> float:
    """Return the greatest value that a point stands for, its range and other values among them."""
    figures = [reading.figure for reading in point.readings]
    return max(
        float(value) for figure in figures for value in (figure.value, figure.value_max) if value is not None
    )
