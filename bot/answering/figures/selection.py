"""PURE: which lines of figures a chart draws: one kind of period, one axis, and what has room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from bot.answering.figures.measures import Measure
from bot.answering.figures.series import Line
from bot.answering.text import fold

MOST_SERIES: Final = 4
"""More counters than these can't be told apart on a phone."""
MOST_PERIODS: Final = 24
"""More periods than these have no room for their numbers."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The lines that are drawn and the others; ``older`` counts periods of the drawn ones left out."""

    drawn: tuple[Line, ...]
    rest: tuple[Line, ...]
    older: int


def of_kind(found: tuple[Line, ...], kind: str | None) -> tuple[Line, ...]:
    """Return the lines of one kind of period: the one named, else years, else the most common."""
    if kind is not None:
        return tuple(line for line in found if fold(line.kind) == fold(kind))
    counts: dict[str, int] = {}
    for line in found:
        counts[line.kind] = counts.get(line.kind, 0) + len(line.slots)
    best = "year" if counts.get("year", 0) > 1 else max(counts, key=lambda each: counts[each], default=None)
    return tuple(line for line in found if line.kind == best)


def select(found: tuple[Line, ...], places: frozenset[str]) -> Selection:
    """Choose what is drawn: what most figures are about, by every counter, then the like of it.

    Lines of the very ``places`` asked for go before those of places inside them. Over several
    periods only one place is drawn: the parts of a whole beside it would confuse. For one
    period the greatest comes first.
    """
    exact = [line for line in found if line.measure.place in places] or found
    main = _most_common(exact)
    axis = [line for line in exact if (line.measure.metric, line.measure.unit) == (main.metric, main.unit)]
    alone = len({period for line in axis for period in line.periods}) == 1
    fits = [line for line in axis if alone or line.measure.place == main.place]
    fits = sorted(fits, key=lambda line: _about(line) != main)[:MOST_SERIES]
    drawn, older = _newest(fits)
    kept = {(line.measure, line.kind, line.periods[-1]) for line in drawn}
    rest = tuple(line for line in found if (line.measure, line.kind, line.periods[-1]) not in kept)
    return Selection(tuple(sorted(drawn, key=_falling)) if alone else drawn, rest, older)


def _most_common(found: list[Line] | tuple[Line, ...]) -> Measure:
    """Return what most periods are about, whoever counted."""
    sizes: dict[Measure, int] = {}
    for line in found:
        sizes[_about(line)] = sizes.get(_about(line), 0) + len(line.slots)
    return max(sizes, key=lambda about: (sizes[about], not about.by))


def _about(line: Line) -> Measure:
    """Return what a line measures, whoever counted."""
    return replace(line.measure, counter="")


def _newest(found: list[Line]) -> tuple[tuple[Line, ...], int]:
    """Return the lines with only their newest periods, and how many periods were left out."""
    periods = sorted({period for line in found for period in line.periods})
    kept = frozenset(periods[-MOST_PERIODS:])
    slots = [tuple(slot for slot in line.slots if slot.period in kept) for line in found]
    lines = [replace(line, slots=some) for line, some in zip(found, slots, strict=True) if some]
    return tuple(lines), len(periods) - len(kept)


def _falling(line: Line) -> float:
    """Return the key that puts the greatest first."""
    return -line.first.value
