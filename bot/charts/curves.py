"""PURE: charts of lines: several series over time, each with its own colour, mark and dash."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.charts.axes import Scale, Slots, scale, slots
from bot.charts.frame import TALL, Body, grid, margin, times, whisker
from bot.charts.labels import Box, Labels, Wanted
from bot.charts.shapes import COLOURS, DARK, DASHES, EDGE, FAINT, MARKS, WIDTH, Mark, Stroke
from bot.charts.writing import WARNING, Pen, short_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.figures.chart import Chart
    from bot.answering.figures.series import Point, Series
    from bot.charts.writing import Measure
    from bot.knowledge.periods import Period

_WIDEST: Final = 320.0
_HEAD: Final = 64.0
"""Pixels free above the highest point, for its number."""
_SIZES: Final = (34.0, 30.0, 27.0)
"""Heights of numbers that are tried in turn, until all of them have room."""
_APART: Final = 26.0
"""Pixels between two series in one period, so that no mark hides another."""
_SPREAD: Final = 0.6
_MARK: Final = 15.0
"""Half the size of a mark with some air."""


class _Panel:
    """Where the points of a chart lie."""

    def __init__(self, chart: Chart, top: float, measure: Measure) -> None:
        """Lay out both axes."""
        self.axis: Scale = scale(chart.series, top + TALL, top + _HEAD)
        self.left = margin(self.axis, measure)
        self.places: Slots = slots(chart.periods, self.left, WIDTH - EDGE, _WIDEST)
        self.area = Box(self.left, top, WIDTH - 4, top + TALL)
        step = min(_APART, self.places.width * _SPREAD / len(chart.series))
        middle = (len(chart.series) - 1) / 2
        self._shifts = {
            point.figure.id: (number - middle) * step
            for number, series in enumerate(chart.series)
            for point in series.points
        }

    def at(self, point: Point, value: float | None = None) -> tuple[float, float]:
        """Return where a point lies, or another value of its period."""
        shown = float(point.figure.value) if value is None else value
        return self.places.centres[point.period] + self._shifts[point.figure.id], self.axis.at(shown)


def lines(chart: Chart, top: float, measure: Measure) -> Body:
    """Draw several series; only neighbouring periods of one series are joined."""
    panel = _Panel(chart, top, measure)
    below, bottom = times(panel.places, top + TALL, measure)
    strokes = [
        stroke for number, series in enumerate(chart.series) for stroke in _strokes(panel, series, number)
    ]
    marks = [mark for number, series in enumerate(chart.series) for mark in _marks(panel, series, number)]
    ranges = [shape for series in chart.series for shape in _ranges(panel, series)]
    boxes = [Box(m.x - _MARK, m.y - _MARK, m.x + _MARK, m.y + _MARK) for m in marks]
    boxes += [Box(gap - _MARK, top + TALL - 3 * _MARK, gap + _MARK, top + TALL) for gap in panel.places.gaps]
    edges = [pair for stroke in (*strokes, *ranges) for pair in pairwise(stroke.points)]
    tried: list[Labels] = []
    for size in _SIZES:
        tried.append(Labels(Pen(measure, size, bold=True), panel.area, boxes, edges))
        tried[-1].place(_wanted(panel, chart))
        if not tried[-1].dropped:
            break
    labels = min(tried, key=lambda each: each.dropped)
    shapes = (*grid(panel.axis, panel.left, measure), *below, *strokes, *ranges, *marks, *labels.texts)
    return Body(shapes, bottom, labels.dropped)


def _strokes(panel: _Panel, series: Series, number: int) -> Iterator[Stroke]:
    """Yield the lines of one series, none across a gap."""
    for run in series.runs:
        if len(run) > 1:
            path = tuple(panel.at(point) for point in run)
            yield Stroke(path, COLOURS[number], 5.0, DASHES[number], number)


def _marks(panel: _Panel, series: Series, number: int) -> Iterator[Mark]:
    """Yield the marks of one series: other values of a period first, hollow."""
    for point in series.points:
        for other in point.others:
            x, y = panel.at(point, float(other.figure.value))
            yield Mark(x, y, "rival", DARK[number], series=number)
    for point in series.points:
        x, y = panel.at(point)
        yield Mark(x, y, MARKS[number], COLOURS[number], series=number)


def _ranges(panel: _Panel, series: Series) -> Iterator[Stroke]:
    """Yield the ranges of values, and what ties other values to their point."""
    for point in series.points:
        if point.figure.value_max is not None:
            yield from whisker(panel.at(point), panel.at(point, float(point.figure.value_max)))
        for other in point.others:
            yield Stroke((panel.at(point), panel.at(point, float(other.figure.value))), FAINT, 3.0, "dotted")


def _wanted(panel: _Panel, chart: Chart) -> tuple[Wanted, ...]:
    """Return every number, the newest periods first and other values of a period last."""
    found: list[Wanted] = []
    rest: list[Wanted] = []
    for period in reversed(chart.periods):
        for number, point, lowest in _in_order(chart, period):
            words = short_range(point.figure) + (f" {WARNING}" if point.disputed else "")
            found.append(Wanted(panel.at(point), words, DARK[number], below=lowest))
            for other in point.others:
                at = panel.at(point, float(other.figure.value))
                lower = other.figure.value < point.figure.value
                rest.append(Wanted(at, f"or {short_range(other.figure)}", DARK[number], lower, extra=True))
    return (*found, *rest)


def _in_order(chart: Chart, period: Period) -> Iterator[tuple[int, Point, bool]]:
    """Yield the points of a period with their series: the highest, the lowest, and those between.

    The first two have a side of their own to put their number on; the lowest is marked.
    """
    points = [(number, each) for number, series in enumerate(chart.series) for each in series.points]
    same = [(number, point) for number, point in points if point.period == period]
    same.sort(key=lambda pair: -pair[1].figure.value)
    yield (*same[0], False)
    if len(same) > 1:
        yield (*same[-1], True)
    for number, point in same[1:-1]:
        yield number, point, False
