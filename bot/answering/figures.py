"""PURE: the figures of a pack as a table: chosen by fields, worded, each with its citations."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from bot.answering.dates import mentions
from bot.answering.slots import Ancestry
from bot.answering.text import fold
from bot.answering.wording import name, statement, value
from bot.knowledge.model import Entity, Entry, Figure
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.answering.answer import Cited, Statement
    from bot.knowledge.model import Pack

Column: TypeAlias = Literal["metric", "place", "period", "counted_by"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the figures must have, as a member typed or chose it; None takes any."""

    metric: str | None = None
    place: str | None = None
    period: str | None = None
    counted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in words. ``rivals`` and ``dispute_notes`` give other values of the same thing."""

    entry: str
    what: str
    value: str
    unit: str
    place: str
    period: str
    counted_by: str
    citations: tuple[Cited, ...]
    note: str | None = None
    rivals: tuple[Statement, ...] = ()
    dispute_notes: tuple[str, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether another source gives another value."""
        return bool(self.rivals or self.dispute_notes)


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in order of time. ``unknown`` names the filters that the pack has nothing for."""

    heading: str
    rows: tuple[Row, ...]
    unknown: tuple[tuple[Column, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to fill a filter: what a member reads, and what the filter takes."""

    name: str
    value: str


def table(pack: Pack, filters: Filters) -> Table:
    """Return the live figures that meet every filter, sorted by period and then by counter."""
    sieve = _Sieve(pack, filters)
    found = sorted(sieve.figures(), key=lambda figure: _order(pack, figure))
    rows = () if sieve.unknown else tuple(_row(pack, figure) for figure in found)
    return Table(sieve.heading, rows, sieve.unknown)


def choices(pack: Pack, column: Column, filters: Filters) -> tuple[Choice, ...]:
    """Return every way to fill one filter that leaves figures, given the other filters."""
    others = replace(filters, **{column: None})
    figures = list(_Sieve(pack, others).figures())
    if column == "metric":
        return _distinct(Choice(_metric(figure.metric), figure.metric) for figure in figures)
    if column == "period":
        return _period_choices(figures)
    if column == "counted_by":
        return _entity_choices(pack, (figure.counted_by for figure in figures if figure.counted_by))
    ancestry = Ancestry(pack)
    places = (place for figure in figures if figure.place for place in sorted(ancestry.of(figure.place)))
    return _entity_choices(pack, places)


class _Sieve:
    """The filters looked up in a pack."""

    def __init__(self, pack: Pack, filters: Filters) -> None:
        self._pack = pack
        self._ancestry = Ancestry(pack)
        self._metrics = _metrics(pack, filters.metric)
        self._places = _entities(pack, filters.place)
        self._counters = _entities(pack, filters.counted_by)
        self._period = _period(filters.period)
        looked_up: tuple[tuple[Column, str | None, object], ...] = (
            ("metric", filters.metric, self._metrics),
            ("place", filters.place, self._places),
            ("period", filters.period, self._period),
            ("counted_by", filters.counted_by, self._counters),
        )
        unknown: list[tuple[Column, str]] = []
        for column, typed, meaning in looked_up:
            if typed is not None and not meaning:
                unknown.append((column, typed))  # a comprehension loses the literals
        self.unknown = tuple(unknown)
        self.heading = ", ".join(filter(None, self._parts(filters)))

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
        if self._places and not (figure.place and self._places & self._ancestry.of(figure.place)):
            return False
        if self._period is None:
            return True
        return figure.period is not None and self._period.contains(figure.period)

    def _parts(self, filters: Filters) -> Iterator[str]:
        """Yield what the filters were taken to mean, for the heading."""
        pack = self._pack
        yield "; ".join(_metric(metric) for metric in sorted(self._metrics))
        yield "; ".join(name(pack, place) for place in sorted(self._places))
        yield self._period.describe() if self._period else ""
        if filters.counted_by and self._counters:
            counters = "; ".join(name(pack, counter) for counter in sorted(self._counters))
            yield f"counted by {counters}"


def _row(pack: Pack, figure: Figure) -> Row:
    """Return a figure in words, with every other value of the same thing."""
    told = statement(pack, figure)
    rivals = tuple(statement(pack, rival) for rival in _rivals(pack, figure))
    return Row(
        entry=figure.id,
        what=_what(pack, figure),
        value=value(figure),
        unit=figure.unit,
        place=name(pack, figure.place) if figure.place else "",
        period=figure.period.describe() if figure.period else "",
        counted_by=name(pack, figure.counted_by) if figure.counted_by else "",
        citations=told.citations,
        note=figure.note,
        rivals=rivals,
        dispute_notes=tuple(conflict.note for conflict in figure.conflicts if conflict.note),
    )


def _rivals(pack: Pack, figure: Figure) -> Iterator[Entry]:
    """Yield the live entries in conflict with a figure, whichever side names the conflict."""
    named = {conflict.entry for conflict in figure.conflicts}
    for entry in pack.entries.values():
        against = entry.id in named or any(c.entry == figure.id for c in entry.conflicts)
        if against and entry.status == "live" and entry.id != figure.id:
            yield entry


def _what(pack: Pack, figure: Figure) -> str:
    """Return what a figure counts: its label or metric, the event and whose acts."""
    parts = [figure.label or _metric(figure.metric)]
    if figure.event:
        parts.append(name(pack, figure.event))
    if figure.by:
        parts.append("by " + " and ".join(name(pack, actor) for actor in figure.by))
    return ", ".join(parts)


def _metric(metric_id: str) -> str:
    """Return a metric's plain name."""
    return metric_id.replace("-", " ").replace("_", " ")


def _metrics(pack: Pack, typed: str | None) -> frozenset[str]:
    """Return the metrics that a member may mean."""
    if typed is None:
        return frozenset()
    wanted = fold(typed).strip()
    return frozenset(
        metric.id
        for metric in pack.metrics.values()
        if wanted in {fold(word) for word in (metric.id, *metric.words)}
    ) or frozenset(figure.metric for figure in pack.of_kind(Figure) if fold(figure.metric) == wanted)


def _entities(pack: Pack, typed: str | None) -> frozenset[str]:
    """Return the entities that a member may mean by an id, a name or an alias."""
    if typed is None:
        return frozenset()
    wanted = fold(typed).strip()
    return frozenset(
        entity.id
        for entity in pack.of_kind(Entity)
        if wanted in {fold(word) for word in (entity.id, entity.name, name(pack, entity.id), *entity.aliases)}
    )


def _period(typed: str | None) -> Period | None:
    """Read a partial ISO date, or words such as "January 2023"; None when it is neither."""
    if typed is None:
        return None
    try:
        return Period.parse(typed)
    except ValueError:
        found = [mention for mention in mentions(typed) if not mention.yearless]
        return found[0].alternatives[0] if len(found) == 1 else None


def _period_choices(figures: Iterable[Figure]) -> tuple[Choice, ...]:
    """Return the whole years and then the exact periods of some figures, newest first."""
    periods = {figure.period for figure in figures if figure.period}
    years = {Period.year(p.first.year) for p in periods if p.first.year == p.last.year}
    newest = sorted(years, reverse=True) + sorted(periods - years, reverse=True)
    return tuple(Choice(period.describe(), str(period)) for period in newest)


def _entity_choices(pack: Pack, ids: Iterable[str]) -> tuple[Choice, ...]:
    """Return some entities by name."""
    return _distinct(Choice(name(pack, entity), entity) for entity in ids)


def _distinct(found: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the choices once each, those with most figures first."""
    return tuple(choice for choice, _ in Counter(found).most_common())


def _order(pack: Pack, figure: Figure) -> tuple[bool, str, str, str, str]:
    """Return the key that sorts by period, then by counter; without a period last."""
    first, last = (
        (figure.period.first.isoformat(), figure.period.last.isoformat()) if figure.period else ("", "")
    )
    counter = name(pack, figure.counted_by) if figure.counted_by else ""
    return (figure.period is None, first, last, counter, figure.id)
