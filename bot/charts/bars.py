"""PURE: charts of bars: rows where there is one period, columns where there is one series."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from bot.answering.wording import number
from bot.charts.axes import Scale, scale, slots
from bot.charts.frame import TALL, Body, grid, highest, margin, times, whisker
from bot.charts.shapes import COLOURS, EDGE, INK, INNER, WIDTH, Bar, Mark, Shape, Text
from bot.charts.writing import LINE, WARNING, Pen, short_value

if TYPE_CHECKING:
    from bot.answering.figures.chart import Chart
    from bot.answering.figures.series import Point
    from bot.charts.writing import Measure

VALUE: Final = 36.0
"""Height of numbers, in pixels; where columns are narrow they are smaller, or turned."""
_SIZES: Final = (VALUE, 32.0, 28.0)
_THICK: Final = 52.0
_FILLED: Final = 0.62
"""Width of a column, by that of its period."""
_WIDEST: Final = 260.0
_AIR: Final = 14.0
_BETWEEN: Final = 36.0
_MOST_OTHERS: Final = 3
_MOST_TURNED: Final = TALL / 2
"""Width of a number from which on there is no room for it above a column."""
_MIDDLE: Final = 0.36
"""How far the middle of a digit lies above its foot, by its height."""


def rows(chart: Chart, top: float, measure: Measure) -> Body:
    """Draw a bar for each series, its name above it and its number behind it."""
    numbers, names = Pen(measure, VALUE, bold=True), Pen(measure, VALUE)
    behind = [_behind(each.points[0], numbers) for each in chart.series]
    axis = scale(chart.series, EDGE, WIDTH - EDGE - max(map(numbers.width, behind)) - 2 * _AIR)
    shapes: list[Shape] = []
    y = top
    for series, words in zip(chart.series, behind, strict=True):
        for line in names.wrap(series.label, INNER, 2):
            y += VALUE
            shapes.append(Text(EDGE, y, line, VALUE))
            y += VALUE * (LINE - 1)
        shapes += _row(series.points[0], axis, y + _AIR / 2, words)
        y += _AIR / 2 + _THICK + _BETWEEN
    return Body(tuple(shapes), y - _BETWEEN, behind.count(""))


def _behind(point: Point, pen: Pen) -> str:
    """Return the number behind a bar, with its other values where they have room; or nothing."""
    tried = in_one_line(stack(point))
    return next((words for words in tried if pen.width(words) < INNER / 2), "")


def _row(point: Point, axis: Scale, y: float, words: str) -> Iterator[Shape]:
    """Yield a bar that lies, its range, its other values and its number."""
    value = axis.at(float(point.figure.value))
    middle = y + _THICK / 2
    begin, end = sorted((axis.zero, value))
    yield Bar(begin, y, end - begin, _THICK, COLOURS[0], hatched=point.disputed)
    if point.figure.value_max is not None:
        yield from whisker((value, middle), (axis.at(float(point.figure.value_max)), middle))
    for other in point.others:
        yield Mark(axis.at(float(other.figure.value)), middle, "rival", INK)
    last = max(axis.zero, axis.at(highest(point))) + _AIR + (_AIR if point.others else 0)
    yield Text(last, middle + VALUE * _MIDDLE, words, VALUE, bold=True)


def columns(chart: Chart, top: float, measure: Measure) -> Body:
    """Draw one series as a column for each period, its number on top."""
    points = chart.series[0].points
    stacks = [stack(point) for point in points]
    whole = scale(chart.series, top + TALL, top)
    left = margin(whole, measure)
    places = slots(chart.periods, left, WIDTH - EDGE, _WIDEST)
    pen, turned = _pen(stacks, places.width, measure)
    stacks = [_turned(lines, pen) if turned else lines for lines in stacks]
    rooms = [_room(lines, pen, turned=turned) for lines in stacks]
    axis = scale(chart.series, whole.start, _head(points, rooms, whole))
    below, bottom = times(places, top + TALL, measure)
    shapes = [*grid(axis, left, measure), *below]
    for point, lines in zip(points, stacks, strict=True):
        x = places.centres[point.period]
        shapes += _column(point, axis, x, places.width * _FILLED)
        foot = min(axis.zero, axis.at(highest(point))) - _AIR
        shapes += _on_top(lines, (x, foot), pen, turned=turned)
    return Body(tuple(shapes), bottom, stacks.count([]))


def _head(points: Collection[Point], rooms: Collection[float], whole: Scale) -> float:
    """Return where a scale must end so that the number on each column stays below the top."""
    tall = whole.start - whole.end
    ends = [whole.end]
    for point, room in zip(points, rooms, strict=True):
        share = (whole.start - min(whole.zero, whole.at(highest(point)))) / tall
        ends += [whole.start - (tall - room) / share] if share > 0 else []
    return max(ends)


def _column(point: Point, axis: Scale, x: float, width: float) -> Iterator[Shape]:
    """Yield a bar that stands, its range and its other values."""
    value = axis.at(float(point.figure.value))
    upper, lower = sorted((axis.zero, value))
    yield Bar(x - width / 2, upper, width, lower - upper, COLOURS[0], hatched=point.disputed)
    if point.figure.value_max is not None:
        yield from whisker((x, value), (x, axis.at(float(point.figure.value_max))))
    for other in point.others:
        yield Mark(x, axis.at(float(other.figure.value)), "rival", INK)


def stack(point: Point) -> list[str]:
    """Return the lines of a number: the value with a sign where it is disputed, then other values."""
    lines = _parts(point)
    lines[-1] += f" {WARNING}" if point.disputed else ""
    others = [f"or {' '.join(_parts(other))}" for other in point.others]
    more = len(others) - _MOST_OTHERS
    return [*lines, *others[:_MOST_OTHERS], *([f"or {more} more"] if more > 0 else [])]


def in_one_line(lines: list[str]) -> tuple[str, str]:
    """Return the lines of a number beside each other, with its other values and without them."""
    return " ".join(lines), " ".join(line for line in lines if not line.startswith("or "))


def _parts(point: Point) -> list[str]:
    """Return a value and, of a range, its other end."""
    end = point.figure.value_max
    return [short_value(point.figure)] if end is None else [short_value(point.figure), f"to {number(end)}"]


def _pen(stacks: Collection[list[str]], width: float, measure: Measure) -> tuple[Pen, bool]:
    """Return the pen with which every number fits over its column, and whether it must be turned."""
    for size in _SIZES:
        pen = Pen(measure, size, bold=True)
        if all(pen.width(words) <= width - 4 for lines in stacks for words in lines):
            return pen, False
    return Pen(measure, _SIZES[-1], bold=True), True


def _turned(lines: list[str], pen: Pen) -> list[str]:
    """Return a number in one line, to be read upwards; nothing where it is far too long."""
    return [words for words in in_one_line(lines) if pen.width(words) < _MOST_TURNED][:1]


def _room(lines: list[str], pen: Pen, *, turned: bool) -> float:
    """Return the height that the lines of a number take over a column."""
    if turned:
        return sum(map(pen.width, lines)) + 2 * _AIR
    return len(lines) * pen.size * LINE + 2 * _AIR


def _on_top(lines: list[str], at: tuple[float, float], pen: Pen, *, turned: bool) -> Iterator[Shape]:
    """Yield the lines of a number above each other, the last one at the foot; or one line turned."""
    x, foot = at
    for above, words in enumerate(reversed(lines)):
        if turned:
            yield Text(x + pen.size * _MIDDLE, foot, words, pen.size, bold=True, turned=True)
        else:
            y = foot - above * pen.size * LINE
            yield Text(x, y, words, pen.size, bold=True, align="center")
