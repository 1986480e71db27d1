"""PURE: what happened on one day: its event, or the events to choose from, where only the day is asked."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from bot.knowledge.model import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry
    from bot.knowledge.periods import Period

_ASKED: Final = re.compile(
    r"\bwhat\b.{0,20}\b(?:happen(?:ed|s)?|occur(?:red)?|took\s+place|went\s+(?:on|down))\b|\bkya\s+hua\b"
    r"|\b(?:events?|happenings?)\s+(?:of|on)\b"
)
"""A question for whatever happened."""
_ELSE: Final = frozenset("who whom where why how kahan kaun kab kyun else".split())
"""Words of a question that asks for more than that."""
_MOST: Final = 3
"""Events that are offered."""


def happened_on(index: Index, reading: Reading) -> tuple[str, ...]:
    """Return the ids of the events of a day that a question asks for with nothing but that day and places.

    Events of which one is about all that the other is are the same: the first of them stands for both.
    """
    day = _day(reading)
    if day is None or not _ASKED.search(reading.text) or not _ELSE.isdisjoint(reading.words):
        return ()
    found: list[Event] = []
    for event in index.days.get(day, ()):
        named = index.entries[index.positions[event.id]].slots.entities | set(event.about)
        fits = all(not named.isdisjoint(link.targets) for link in reading.links)
        if fits and not any(other.about[:1] == event.about[:1] for other in found):
            found.append(event)
    return tuple(event.id for event in found[:_MOST])


def _day(reading: Reading) -> Period | None:
    """Return the one day that a question names, if it names nothing else but what the pack knows."""
    if len(reading.periods) != 1 or reading.names or reading.foreign or reading.telling or reading.numbers:
        return None
    mention = reading.periods[0]
    day = mention.alternatives[0]
    plain = not (mention.yearless or mention.side or mention.left_out)
    return day if plain and day.first == day.last else None


def events_by_day(entries: Iterable[Entry]) -> Mapping[Period, Sequence[Event]]:
    """Return the events among some entries that are of just one day, by that day, in their order."""
    found: defaultdict[Period, list[Event]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry, Event) and entry.period and entry.period.first == entry.period.last:
            found[entry.period].append(entry)
    return found
