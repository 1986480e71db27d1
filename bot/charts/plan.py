"""PURE: a chart laid out as a picture: title, unit, key, values, and below them notes and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.figures.trends import DEFINITIONS
from bot.charts.bars import columns, rows
from bot.charts.curves import lines
from bot.charts.shapes import (
    COLOURS,
    DASHES,
    EDGE,
    FAINT,
    GRID,
    INK,
    INNER,
    MARKS,
    WIDTH,
    Mark,
    Plan,
    Shape,
    Stroke,
    Text,
)
from bot.charts.writing import LINE, SIGNS, WARNING, Pen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.figures.chart import Chart
    from bot.charts.frame import Body
    from bot.charts.writing import Measure

_TITLES: Final = (50.0, 42.0)
"""Heights of the title: the smaller one where the larger does not fit on one line."""
_SUBTITLE: Final = 34.0
_KEY: Final = 34.0
_FOOT: Final = 27.0
_MOST_TITLE_LINES: Final = 3
_MOST_NOTE_LINES: Final = 3
_SWATCH: Final = 64.0
_AIR: Final = 26.0


class _Column:
    """Text going down the page."""

    def __init__(self, top: float, measure: Measure) -> None:
        """Begin at a height."""
        self.y = top
        self._measure = measure
        self.shapes: list[Shape] = []

    def write(self, words: str, size: float, most: int, colour: str = INK, *, bold: bool = False) -> None:
        """Add a paragraph of at most ``most`` lines."""
        pen = Pen(self._measure, size, bold=bold)
        for line in pen.wrap(words, INNER, most):
            self.shapes.append(Text(EDGE, self.y + size, line, size, colour, bold=bold))
            self.y += size * LINE


def lay_out(chart: Chart, measure: Measure) -> Plan:
    """Return the picture of a chart that has something to draw."""
    column = _Column(EDGE, measure)
    large, small = _TITLES
    fits = Pen(measure, large, bold=True).width(chart.title) <= INNER
    column.write(chart.title, large if fits else small, _MOST_TITLE_LINES, bold=True)
    column.write(_subtitle(chart), _SUBTITLE, _MOST_TITLE_LINES, FAINT)
    if len(chart.series) > 1 and len(chart.periods) > 1:
        _key(chart, column, measure)
    middle = _body(chart, column.y + _AIR, measure)
    column.shapes += middle.shapes
    column.y = middle.bottom + _AIR
    column.shapes.append(Stroke(((EDGE, column.y), (WIDTH - EDGE, column.y)), GRID))
    column.y += _AIR / 2
    for note in (*_notes(chart, middle), _sources(chart, measure)):
        column.write(note, _FOOT, _MOST_NOTE_LINES, FAINT)
    return Plan(round(column.y + EDGE / 2), tuple(column.shapes))


def _body(chart: Chart, top: float, measure: Measure) -> Body:
    """Return the form that suits a chart."""
    if len(chart.periods) == 1:
        return rows(chart, top, measure)
    return (columns if len(chart.series) == 1 else lines)(chart, top, measure)


def _subtitle(chart: Chart) -> str:
    """Name the unit, where the title does not, and who counted, where it was only one."""
    only = chart.series[0].counter if len(chart.series) == 1 else ""
    unit = "" if chart.caption == chart.title else chart.unit
    told = ", ".join(filter(None, (unit, f"counted by {only}" if only else "")))
    return told[:1].upper() + told[1:]


def _key(chart: Chart, column: _Column, measure: Measure) -> None:
    """Show the mark and dash of each series beside its name, several in a row where there is room."""
    pen = Pen(measure, _KEY)
    column.y += _AIR / 2
    x = EDGE
    for number, series in enumerate(chart.series):
        label = "".join(pen.wrap(series.label, INNER - _SWATCH - _AIR, 1)) or "(not named)"
        width = _SWATCH + 12 + pen.width(label)
        if x > EDGE and x + width > WIDTH - EDGE:
            x, column.y = EDGE, column.y + _KEY * LINE
        middle = column.y + _KEY * 0.64
        path = ((x, middle), (x + _SWATCH, middle))
        column.shapes.append(Stroke(path, COLOURS[number], 5.0, DASHES[number], number))
        column.shapes.append(Mark(x + _SWATCH / 2, middle, MARKS[number], COLOURS[number], series=number))
        column.shapes.append(Text(x + _SWATCH + 12, column.y + _KEY, label, _KEY))
        x += width + 1.6 * _AIR
    column.y += _KEY * LINE


def _notes(chart: Chart, middle: Body) -> Iterator[str]:
    """Yield what a reader must know: signs, gaps, definitions, the date and the publishers."""
    points = [point for series in chart.series for point in series.points]
    figures = [reading.figure for point in points for reading in point.readings]
    used = {figure.qualifier for figure in figures}
    signs = [f"{sign} {qualifier}" for qualifier, sign in SIGNS.items() if sign and qualifier in used]
    signs += [f"{WARNING} sources disagree" if any(point.disputed for point in points) else ""]
    signs += ["… no figure" if any(len(series.runs) > 1 for series in chart.series) else ""]
    yield " · ".join(filter(None, signs))
    yield DEFINITIONS if len({series.counter for series in chart.series}) > 1 else ""
    yield "Numbers without room here are in the message." if middle.dropped else ""


def _sources(chart: Chart, measure: Measure) -> str:
    """Name the date and as many publishers as have room, and count the rest."""
    pen = Pen(measure, _FOOT)
    date = f"As of {chart.as_of.describe()} · " if chart.as_of else ""
    every = list(dict.fromkeys(" ".join(cited.source.publisher.split()) for cited in chart.citations))
    for count in range(len(every), 1, -1):
        more = f" and {len(every) - count} more" if count < len(every) else ""
        told = f"{date}Sources: {', '.join(every[:count])}{more}"
        if len(pen.wrap(told, INNER, _MOST_NOTE_LINES + 1)) <= _MOST_NOTE_LINES:
            return told
    return f"{date}Sources: {', '.join(every)}"
