"""PURE: replies that name nothing are asked of the occasion of the answer, not of another one like it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.counts import aggregate
from bot.answering.followups.pointing import asks_something, typed
from bot.answering.lexicon import TAKING_PLACE
from bot.answering.wording import brief_name, when
from bot.knowledge.model import Entity, Figure, Quote

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.index import Index
    from bot.answering.prepared import Prepared
    from bot.knowledge.model import Entry
    from bot.knowledge.periods import Period

_LONGEST: Final = 10
"""Words of a reply that may leave out of which occasion it asks."""
_BRIEF: Final = 31
"""Most days of one occasion."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What an answer was about: one thing that happened, or the days of one that takes place again and again.

    ``question`` is the reply with that put in.
    """

    question: str
    happened: str = ""
    subject: str = ""
    days: Period | None = None


def is_occasion(index: Index, key: str) -> bool:
    """Whether an entity is something that takes place: it happened, or its name says that it does."""
    entity = index.pack.entries.get(key)
    named = isinstance(entity, Entity) and not TAKING_PLACE.isdisjoint(entity.name.casefold().split())
    return named or key in index.happenings


def occasion_of(index: Index, text: str, main: Entry | None, as_of: date | None = None) -> Occasion | None:
    """Return the occasion that a reply leaves out; ``None`` where it names one, or the answer is of none."""
    said = typed(index, text, as_of)
    if main is None or isinstance(main, Quote) or not asks_something(said.plain):
        return None
    reading = index.reader.read(said.plain, as_of)
    if reading.periods or reading.numbers or any(is_occasion(index, key) for key in reading.entities):
        return None
    return _of(index, said.plain.rstrip(" ?.!"), main) if len(said.tokens) <= _LONGEST else None


def _of(index: Index, plain: str, main: Entry) -> Occasion | None:
    """Return the occasion of an answer, with a reply that it is put into."""
    if isinstance(main, Entity):
        whole = f"{plain} at {brief_name(index.pack, main.id)}?"
        return Occasion(whole, subject=main.id) if is_occasion(index, main.id) else None
    own = (main.event,) if isinstance(main, Figure) and main.event else main.about
    happened = [key for key in own if key in index.happenings]
    if happened:
        return Occasion(f"{plain} at {brief_name(index.pack, happened[0])}?", happened=happened[0])
    brief = main.period is not None and main.period.days <= _BRIEF
    if brief and main.about and is_occasion(index, main.about[0]):
        return Occasion(f"{plain} {when(main.period)}?", subject=main.about[0], days=main.period)
    return None


def is_of(index: Index, occasion: Occasion, answered: Prepared) -> bool:
    """Whether an entry may be of an occasion: it is not plainly of another one."""
    if occasion.happened:
        others = answered.slots.named & index.happenings
        if isinstance(answered.entry, Figure) and aggregate(answered.entry):
            return False
        return not others or occasion.happened in others
    days, told = occasion.days, answered.slots.periods
    if days is None:
        return occasion.subject in answered.slots.entities
    if occasion.subject not in answered.slots.entities:
        return not any(is_occasion(index, key) for key in answered.slots.entities)
    return not told or any(days.overlaps(period) for period in told)
