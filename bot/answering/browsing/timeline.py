"""PURE: what happened, in order of time: the events of a span of days, about a topic."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from bot.answering.browsing.choosing import entity_names, wanted
from bot.answering.browsing.records import Record, is_about, record, topic_name
from bot.answering.dates.spans import is_unit, read_span
from bot.answering.figures.sieve import Choice, distinct
from bot.answering.wording import name, when
from bot.knowledge.model import Event, Fact
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.index import Index

Edge: TypeAlias = Literal["begin", "end", "about"]
_SINCE: Final = re.compile(r"\s*(?:since|from|starting)\s+", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\s*(?:until|till|up\s+to|to|through)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Window:
    """Which events to list, as a member typed or chose it; None takes any.

    A day, month or year leaves the other side open; a range in one option is the whole window.
    """

    begin: str | None = None
    end: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time.

    ``window`` says in short what was asked for, ``heading`` in words; ``unreadable`` is a date
    that can't be read.
    """

    window: Window
    heading: str
    rows: tuple[Record, ...]
    unreadable: str | None = None


class _Search:
    """A window looked up in a pack."""

    def __init__(self, index: Index, window: Window, as_of: date | None) -> None:
        """Read the dates and look the topic up."""
        self._index = index
        self._names = entity_names(index.pack)
        self._about = wanted(window.about, self._names)
        begin = _read(window.begin, _SINCE, as_of)
        end = _read(window.end, _UNTIL, as_of)
        self.unreadable = next(
            (typed for typed, read in ((window.begin, begin), (window.end, end)) if typed and not read), None
        )
        self._begin, self._end = _sides(begin, end)
        self.canonical = Window(
            str(self._begin) if self._begin else None,
            str(self._end) if self._end else None,
            self._about.canonical,
        )

    @property
    def heading(self) -> str:
        """What the window was taken to mean."""
        topic = topic_name(self._about, self._names)
        return " ".join(filter(None, (self._span(), f"about {topic}" if topic else "")))

    def _span(self) -> str:
        """Return the days in words."""
        begin, end = self._begin, self._end
        if begin and end:
            return when(Period(begin.first, end.last))
        if begin:
            return f"since {begin.describe()}"
        return f"up to {end.describe()}" if end else ""

    def happened(self) -> Iterator[Event | Fact]:
        """Yield what fits, in no order; a date that can't be read hides none."""
        for entry in happenings(self._index):
            if self._is_inside(entry.period) and is_about(self._index, entry, self._about, self._names):
                yield entry

    def _is_inside(self, period: Period | None) -> bool:
        """Whether days lie at least partly inside the window."""
        if self._begin is None and self._end is None:
            return True
        if period is None or (self._begin and period.last < self._begin.first):
            return False
        return not (self._end and period.first > self._end.last)


def timeline(index: Index, window: Window, as_of: date | None = None) -> Timeline:
    """Return the events of a window; ``as_of`` is what "today" and "last year" count from."""
    search = _Search(index, window, as_of)
    if search.unreadable is not None:
        return Timeline(window, search.heading, (), search.unreadable)
    found = sorted(search.happened(), key=_order)
    rows = tuple(record(index, entry, _title(entry)) for entry in found)
    return Timeline(search.canonical, search.heading, rows)


def window_choices(index: Index, edge: Edge, window: Window, as_of: date | None = None) -> tuple[Choice, ...]:
    """Return the ways to fill one option that leave events, given the other options.

    The years and months of the events come in order of time.
    """
    others: dict[str, None] = {edge: None}
    found = sorted(_Search(index, replace(window, **others), as_of).happened(), key=_order)
    match edge:
        case "begin" | "end":
            return _dates([entry.period for entry in found if entry.period])
        case "about":
            about = (entity for entry in found for entity in entry.about)
            return distinct(Choice(name(index.pack, entity), entity) for entity in about)
        case _:
            assert_never(edge)


def happenings(index: Index) -> list[Event | Fact]:
    """Return the events of a pack; one that has none tells its time by its dated facts."""
    entries = [prepared.entry for prepared in index.entries]
    events: list[Event | Fact] = [entry for entry in entries if isinstance(entry, Event)]
    return events or [entry for entry in entries if isinstance(entry, Fact) and entry.period]


def _read(typed: str | None, opening: re.Pattern[str], as_of: date | None) -> Period | None:
    """Read one side, with or without a word such as "since" before it."""
    match = opening.match(typed) if typed else None
    return read_span(typed[match.end() if match else 0 :], as_of) if typed else None


def _sides(begin: Period | None, end: Period | None) -> tuple[Period | None, Period | None]:
    """Return both sides of the window: a range fills both, and sides in the wrong order are put right."""
    if begin and end is None and not is_unit(begin):
        return begin, begin
    if end and begin is None and not is_unit(end):
        return end, end
    if begin and end and begin.first > end.last:
        return end, begin
    return begin, end


def _dates(periods: list[Period]) -> tuple[Choice, ...]:
    """Return the years and then the months in which some periods begin."""
    years = {Period.year(period.first.year) for period in periods}
    months = {Period.month(period.first.year, period.first.month) for period in periods}
    return tuple(Choice(period.describe(), str(period)) for period in (*sorted(years), *sorted(months)))


def _title(entry: Event | Fact) -> str:
    """Return the headline of an event that has a sentence besides."""
    return entry.title if isinstance(entry, Event) and entry.statement else ""


def _order(entry: Event | Fact) -> tuple[date, date, str]:
    """Return the key that sorts by time; without a date last."""
    period = entry.period or Period(date.max, date.max)
    return (period.first, period.last, entry.id)
