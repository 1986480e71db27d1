"""PURE: which figures a member means: filters as typed, looked up in the pack, and what fits them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never

from bot.answering.dates.spans import read_span
from bot.answering.slots import Ancestry
from bot.answering.text import fold
from bot.answering.wording import name
from bot.knowledge.model import Entity, Figure, Pack
from bot.knowledge.periods import Period

Column: TypeAlias = Literal["metric", "place", "period", "counted_by"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the figures must have, as a member typed or chose it; None takes any."""

    metric: str | None = None
    place: str | None = None
    period: str | None = None
    counted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to fill a filter: what a member reads, and what the filter takes."""

    name: str
    value: str


class Sieve:
    """Filters looked up in a pack.

    ``unknown`` names those that the pack has nothing for; ``heading`` says in words what the
    others were taken to mean, ``canonical`` in ids. ``places`` and ``period`` are what those two
    were taken to mean; nothing where they are not filled.
    """

    def __init__(self, pack: Pack, filters: Filters) -> None:
        """Look every filter up."""
        self._pack = pack
        self._ancestry = Ancestry(pack)
        self._metrics = _metrics(pack, filters.metric)
        self.places = _entities(pack, filters.place)
        self._counters = _entities(pack, filters.counted_by)
        self.period = read_span(filters.period) if filters.period else None
        self.unknown = tuple(self._unknown(filters))
        self.heading = ", ".join(filter(None, self._parts()))
        self.canonical = Filters(
            _only(self._metrics, filters.metric),
            _only(self.places, filters.place),
            str(self.period) if self.period else filters.period,
            _only(self._counters, filters.counted_by),
        )

    def figures(self) -> Iterator[Figure]:
        """Yield the live figures that pass."""
        for figure in self._pack.of_kind(Figure):
            if figure.status == "live" and self._passes(figure):
                yield figure

    def _passes(self, figure: Figure) -> bool:
        """Whether a figure meets every filter; a place includes the places inside it."""
        if self._metrics and figure.metric not in self._metrics:
            return False
        if self._counters and figure.counted_by not in self._counters:
            return False
        if self.places and not (figure.place and self.places & self._ancestry.of(figure.place)):
            return False
        if self.period is None:
            return True
        return figure.period is not None and self.period.contains(figure.period)

    def _unknown(self, filters: Filters) -> Iterator[tuple[Column, str]]:
        """Yield the filters that are filled but mean nothing to the pack."""
        if filters.metric is not None and not self._metrics:
            yield "metric", filters.metric
        if filters.place is not None and not self.places:
            yield "place", filters.place
        if filters.period is not None and self.period is None:
            yield "period", filters.period
        if filters.counted_by is not None and not self._counters:
            yield "counted_by", filters.counted_by

    def _parts(self) -> Iterator[str]:
        """Yield what each filter was taken to mean."""
        yield "; ".join(plain_name(metric) for metric in sorted(self._metrics))
        yield "; ".join(name(self._pack, place) for place in sorted(self.places))
        yield self.period.describe() if self.period else ""
        counters = "; ".join(name(self._pack, counter) for counter in sorted(self._counters))
        yield f"counted by {counters}" if counters else ""


def choices(pack: Pack, column: Column, filters: Filters) -> tuple[Choice, ...]:
    """Return every way to fill one filter that leaves figures, given the other filters."""
    others = replace(filters, **{column: None})
    figures = list(Sieve(pack, others).figures())
    match column:
        case "metric":
            return distinct(Choice(plain_name(figure.metric), figure.metric) for figure in figures)
        case "period":
            return period_choices(figure.period for figure in figures if figure.period)
        case "counted_by":
            return _entity_choices(pack, (figure.counted_by for figure in figures))
        case "place":
            ancestry = Ancestry(pack)
            inside = (ancestry.of(figure.place) for figure in figures if figure.place)
            return _entity_choices(pack, (place for places in inside for place in sorted(places)))
        case _:
            assert_never(column)


def plain_name(metric_id: str) -> str:
    """Return a metric's name in words."""
    return metric_id.replace("-", " ").replace("_", " ")


def _metrics(pack: Pack, typed: str | None) -> frozenset[str]:
    """Return the metrics that a member may mean by an id, a name or a word for it."""
    if typed is None:
        return frozenset()
    wanted = fold(typed).strip()
    ids = {*pack.metrics, *(figure.metric for figure in pack.of_kind(Figure))}
    words = {key: [key, plain_name(key)] for key in ids}
    for metric in pack.metrics.values():
        words[metric.id] += metric.words
    return frozenset(key for key, names in words.items() if wanted in map(fold, names))


def _entities(pack: Pack, typed: str | None) -> frozenset[str]:
    """Return the entities that a member may mean by an id, a name or an alias."""
    if typed is None:
        return frozenset()
    wanted = fold(typed).strip()
    return frozenset(
        entity.id
        for entity in pack.of_kind(Entity)
        if wanted in map(fold, (entity.id, entity.name, name(pack, entity.id), *entity.aliases))
    )


def _only(found: frozenset[str], typed: str | None) -> str | None:
    """Return the id that a filter means, or what was typed where it means several."""
    return next(iter(found)) if len(found) == 1 else typed


def period_choices(found: Iterable[Period]) -> tuple[Choice, ...]:
    """Return the whole years and then the exact periods among some, newest first."""
    periods = set(found)
    years = {Period.year(p.first.year) for p in periods if p.first.year == p.last.year}
    newest = sorted(years, reverse=True) + sorted(periods - years, reverse=True)
    return tuple(Choice(period.describe(), str(period)) for period in newest)


def _entity_choices(pack: Pack, ids: Iterable[str | None]) -> tuple[Choice, ...]:
    """Return some entities by name."""
    return distinct(Choice(name(pack, entity), entity) for entity in ids if entity)


def distinct(found: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the choices once each, the most frequent first."""
    return tuple(choice for choice, _ in Counter(found).most_common())
