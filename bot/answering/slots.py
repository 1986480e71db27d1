"""PURE: what an entry fixes: its periods, entities and numbers, for the constraints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.counts import aggregate, values_of
from bot.knowledge.model import Claim, Entity, Entry, Event, Fact, Figure, Pack, Quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answering.dates.mentions import Mention
    from bot.knowledge.periods import Period


@dataclass(frozen=True, slots=True)
class Slots:
    """What one entry fixes. ``entities`` holds everything it names and what that is part of."""

    periods: tuple[Period, ...]
    named: frozenset[str]
    entities: frozenset[str]
    numbers: frozenset[float]
    """Those that it states, other than the days of its dates: "three days" is not 3 March."""
    around: frozenset[str] = frozenset()
    """A figure's place and all that it lies in."""

    @property
    def has_number(self) -> bool:
        """Whether it has any number, be it in a date: from two dates one can count."""
        return bool(self.numbers or self.periods)


class Naming(NamedTuple):
    """What the texts of an entry name: entities and numbers; and what it says, dates."""

    entities: frozenset[str]
    numbers: frozenset[float]
    periods: Sequence[Mention]


class Roles(NamedTuple):
    """The entities that figures name: who counted, whose acts, and the events of which they are tolls."""

    counters: frozenset[str]
    actors: frozenset[str]
    events: frozenset[str]


class Ancestry:
    """What each entity is part of, all the way up, itself included."""

    def __init__(self, pack: Pack) -> None:
        """Take the ``part_of`` of a pack's entities."""
        self._parents: Mapping[str, tuple[str, ...]] = {
            entity.id: entity.part_of for entity in pack.of_kind(Entity)
        }
        self._known: dict[str, frozenset[str]] = {}

    def of(self, entity: str) -> frozenset[str]:
        """Return the entity and everything it is part of."""
        if entity not in self._known:
            self._known[entity] = frozenset(self._climb(entity, set()))
        return self._known[entity]

    def above(self, entities: Iterable[str]) -> frozenset[str]:
        """Return some entities and everything that any of them is part of."""
        return frozenset(ancestor for entity in entities for ancestor in self.of(entity))

    def _climb(self, entity: str, seen: set[str]) -> set[str]:
        if entity not in seen:
            seen.add(entity)
            for parent in self._parents.get(entity, ()):
                self._climb(parent, seen)
        return seen


def texts(entry: Entry) -> Iterator[str]:
    """Yield an entry's own sentences: what it says, not what asks for it."""
    match entry:
        case Fact():
            yield entry.statement
        case Figure():
            yield from filter(None, (entry.label, entry.statement))
        case Quote():
            yield from filter(None, (entry.words, entry.occasion, entry.role))
        case Event():
            yield from filter(None, (entry.title, entry.statement))
        case Entity():
            yield from (entry.name, *entry.aliases)
            yield from filter(None, (entry.description,))
        case Claim():
            yield from filter(None, (entry.claim, entry.differs))
        case _:
            return


def fields(entry: Entry) -> frozenset[str]:
    """Return the entities that an entry's fields name."""
    named: set[str] = set(entry.about)
    match entry:
        case Figure():
            named.update(filter(None, (entry.place, entry.counted_by, entry.event, *entry.by)))
        case Quote():
            named.add(entry.speaker)
        case Entity():
            named.add(entry.id)
        case _:
            pass
    return frozenset(named)


def slots(entry: Entry, said: Naming, ancestry: Ancestry) -> Slots:
    """Return what an entry fixes, from its fields and from what its texts say.

    Dates are taken from what it says, not from what asks for it, nor from the note of a
    figure, which speaks of other counts.
    """
    named = fields(entry) | said.entities
    entities = frozenset[str]().union(*map(ancestry.of, named))
    own = [entry.period] if entry.period else []
    periods = [*own, *(mention.alternatives[0] for mention in said.periods if not mention.yearless)]
    numbers = set(said.numbers)
    if isinstance(entry, Figure):
        numbers.update(values_of(entry))
    place = entry.place if isinstance(entry, Figure) else None
    around = ancestry.of(place) if place else frozenset[str]()
    return Slots(tuple(dict.fromkeys(periods)), named, entities, frozenset(numbers), around)


def places(pack: Pack, ancestry: Ancestry) -> frozenset[str]:
    """Return the entities that are places: where figures count, and what lies in or around them."""
    entities = pack.of_kind(Entity)
    counted = {figure.place for figure in pack.of_kind(Figure) if figure.place}
    around = {place for entity in counted for place in ancestry.of(entity)}
    types = {entity.type for entity in entities if entity.id in around}
    inside = {
        entity.id
        for entity in entities
        if entity.type in types and not around.isdisjoint(ancestry.of(entity.id))
    }
    return frozenset(around | inside)


def place_types(pack: Pack, found: frozenset[str]) -> frozenset[str]:
    """Return the types of those entities that are places, as "city"."""
    return frozenset(entity.type for entity in pack.of_kind(Entity) if entity.id in found and entity.type)


def people(pack: Pack) -> frozenset[str]:
    """Return the entities of type ``person``."""
    return frozenset(entity.id for entity in pack.of_kind(Entity) if entity.type == "person")


def happenings(pack: Pack) -> frozenset[str]:
    """Return the entities that happened: those of type ``event``, and those that have a toll."""
    events = (entity.id for entity in pack.of_kind(Entity) if entity.type == "event")
    return frozenset((*events, *(figure.event for figure in pack.of_kind(Figure) if figure.event)))


def trackers(pack: Pack) -> frozenset[str]:
    """Return the bodies that count more than the toll of one happening: those whose counts differ in kind."""
    figures = (figure for figure in pack.of_kind(Figure) if aggregate(figure))
    return frozenset(figure.counted_by for figure in figures if figure.counted_by)


def roles(pack: Pack) -> Roles:
    """Return the entities that a pack's figures name, by their part in a count."""
    figures = pack.of_kind(Figure)
    return Roles(
        frozenset(figure.counted_by for figure in figures if figure.counted_by),
        frozenset(actor for figure in figures for actor in figure.by),
        frozenset(figure.event for figure in figures if figure.event),
    )
