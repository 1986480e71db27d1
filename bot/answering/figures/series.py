"""PURE: figures as the series of a chart: each one counter, one thing, one place, one kind of period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bot.answering.figures.lengths import Length, called, follows, length
from bot.answering.figures.listing import Row, row
from bot.answering.figures.measures import (
    Measure,
    acts,
    counter_name,
    counter_short,
    measure,
    place_name,
    subject,
)
from bot.knowledge.model import Figure
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from bot.knowledge.model import Pack


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series, as a figure and in words.

    ``others`` hold what the same counter gives otherwise for the same period; the one whose
    sources are newest stands for them.
    """

    figure: Figure
    period: Period
    row: Row
    others: tuple[Point, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether some source gives another value."""
        return bool(self.others or self.row.rivals or self.row.dispute_notes)

    @property
    def readings(self) -> tuple[Point, ...]:
        """The point itself and then the others."""
        return (self, *self.others)


@dataclass(frozen=True, slots=True)
class Series:
    """What one counter counted, in order of time; no two of its periods share a day.

    ``label`` tells the series from the others of its chart; ``subject`` is what is counted,
    whose acts and where.
    """

    label: str
    counter: str
    subject: str
    unit: str
    points: tuple[Point, ...]

    @property
    def runs(self) -> tuple[tuple[Point, ...], ...]:
        """The points parted at every gap: only neighbours in time are in one run."""
        runs: list[list[Point]] = []
        for point in self.points:
            if runs and follows(point.period, runs[-1][-1].period):
                runs[-1].append(point)
            else:
                runs.append([point])
        return tuple(map(tuple, runs))


@dataclass(frozen=True, slots=True)
class Slot:
    """The figures of one counter for one period, the one with the newest sources first."""

    period: Period
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of a series before they are worded, in order of time."""

    measure: Measure
    slots: tuple[Slot, ...]

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods, in order of time."""
        return tuple(slot.period for slot in self.slots)

    @property
    def kind(self) -> str:
        """What its periods are called."""
        return called(self.slots[0].period)

    @property
    def first(self) -> Figure:
        """One of its figures: they all measure the same."""
        return self.slots[0].figures[0]


def is_count(figure: Figure) -> bool:
    """Whether a chart can show a figure: a count of everything of its kind, for a period."""
    return figure.period is not None and figure.event is None and figure.label is None


def lines(pack: Pack, figures: Iterable[Figure]) -> tuple[Line, ...]:
    """Return the counts among some figures as lines, those with most periods first."""
    found: dict[tuple[Measure, Length], dict[Period, list[Figure]]] = {}
    for figure in figures:
        if is_count(figure) and figure.period is not None:
            slots = found.setdefault((measure(pack, figure), length(figure.period)), {})
            slots.setdefault(figure.period, []).append(figure)
    parts = [Line(what, chain) for (what, _), slots in found.items() for chain in _chains(pack, slots)]
    return tuple(sorted(parts, key=lambda line: -len(line.slots)))


def slots(pack: Pack, figures: Iterable[Figure]) -> tuple[Slot, ...]:
    """Return figures of one counter by their periods, in order of time."""
    found: dict[Period, list[Figure]] = {}
    for figure in figures:
        if figure.period is not None:
            found.setdefault(figure.period, []).append(figure)
    return _sorted(pack, found)


def _sorted(pack: Pack, found: dict[Period, list[Figure]]) -> tuple[Slot, ...]:
    """Return figures by their periods, in order of time."""
    return tuple(
        Slot(period, tuple(sorted(found[period], key=lambda figure: _newest(pack, figure), reverse=True)))
        for period in sorted(found)
    )


def _chains(pack: Pack, found: dict[Period, list[Figure]]) -> Iterator[tuple[Slot, ...]]:
    """Part the periods of figures into chains in which none overlap."""
    chains: list[list[Slot]] = []
    for slot in _sorted(pack, found):
        free = (chain for chain in chains if not chain[-1].period.overlaps(slot.period))
        chain = next(free, None)
        if chain is None:
            chains.append([slot])
        else:
            chain.append(slot)
    return map(tuple, chains)


def _newest(pack: Pack, figure: Figure) -> date:
    """Return the date of a figure's newest source; the first of days where none has a date."""
    dates = [pack.sources[citation.source].date for citation in figure.citations]
    return max((when.last for when in dates if when), default=date.min)


def series(pack: Pack, found: tuple[Line, ...]) -> tuple[Series, ...]:
    """Return lines in words, each with a label that tells it from the others."""
    return tuple(
        Series(
            label=label,
            counter=counter_name(pack, line.first),
            subject=subject(pack, line.first),
            unit=line.first.unit,
            points=tuple(_point(pack, slot) for slot in line.slots),
        )
        for line, label in zip(found, labels(pack, found), strict=True)
    )


def labels(pack: Pack, found: tuple[Line, ...]) -> tuple[str, ...]:
    """Return what tells each of some lines from the others."""
    firsts = [line.first for line in found]
    places = len({figure.place for figure in firsts}) > 1
    actors = len({frozenset(figure.by) for figure in firsts}) > 1
    several_units = len({figure.unit for figure in firsts}) > 1
    told = (_label(pack, each, places=places, actors=actors, units=several_units) for each in firsts)
    return tuple(", ".join(filter(None, parts)) for parts in told)


def _label(pack: Pack, figure: Figure, *, places: bool, actors: bool, units: bool) -> Iterator[str]:
    """Yield who counted, and the place, whose acts and the unit where the series differ in them."""
    yield counter_short(pack, figure)
    yield place_name(pack, figure) if places else ""
    yield (acts(pack, figure) or "in all") if actors else ""
    yield figure.unit if units else ""


def _point(pack: Pack, slot: Slot) -> Point:
    """Return the figures of one period as a point."""
    first, *rest = (Point(figure, slot.period, row(pack, figure)) for figure in slot.figures)
    return replace(first, others=tuple(rest))
