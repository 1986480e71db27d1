"""PURE: what a chart shows, in plain sentences, with nothing that its figures do not bear out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.figures.arithmetic import bounds, direction, union
from bot.answering.wording import capital, when

if TYPE_CHECKING:
    from bot.answering.figures.arithmetic import Bounds, Direction
    from bot.answering.figures.chart import Chart
    from bot.answering.figures.series import Point, Series
    from bot.knowledge.periods import Period

_VERBS: Final[dict[Direction, str]] = {
    "rose": "rose",
    "fell": "fell",
    "same": "stayed the same",
    "unknown": "went",
}
DEFINITIONS: Final = "Counters may define what they count differently."


def findings(chart: Chart) -> tuple[str, ...]:
    """Return a sentence for each series: from where to where it went, and its peak."""
    if len(chart.series) == 1:
        (only,) = chart.series
        counter = f", counted by {only.counter}" if only.counter else ""
        joined = ": " if len(only.points) == 1 else f"{counter[:1]} "
        return (capital(f"{only.subject}{counter}{joined}{trend(only)}"),)
    return tuple(f"{each.label}: {trend(each)}" for each in chart.series)


def trend(series: Series) -> str:
    """Say how one series went from its first point to its last, without naming it."""
    first, last = series.points[0], series.points[-1]
    if len(series.points) == 1:
        return f"{told(first)} {during(first.period)}."
    way = direction(_bounds(first), _bounds(last))
    change = f"{_VERBS[way]} from {told(first)} {during(first.period)} to {told(last)} {during(last.period)}"
    if way == "same":
        change = f"{_VERBS[way]}, {told(first)}, {during(first.period)} and {during(last.period)}"
    gaps = "; periods between have no figure" if len(series.runs) > 1 else ""
    return f"{change}{_peak(series)}{gaps}."


def during(period: Period) -> str:
    """Return ``in 2022``, or a span of its own in brackets, so that no "to" runs into another."""
    text = period.describe()
    return f"({text})" if "–" in text or " to " in text else when(period)


def told(point: Point) -> str:
    """Return a point's value with its qualifier, and the other values that its counter gives."""
    others = " or ".join(other.row.value for other in point.others)
    return f"{point.row.value} (or {others})" if others else point.row.value


def _peak(series: Series) -> str:
    """Name the highest point where it lies between the ends and above all else for certain."""
    inner = series.points[1:-1]
    if not inner:
        return ""
    top = max(inner, key=lambda point: point.figure.value)
    rest = [point for point in series.points if point is not top]
    if all(direction(_bounds(point), _bounds(top)) == "rose" for point in rest):
        return f", with the highest, {told(top)}, {during(top.period)}"
    return ""


def _bounds(point: Point) -> Bounds:
    """Return between what a point's value lies, whichever of its readings is right."""
    return union(bounds(reading.figure) for reading in point.readings)
