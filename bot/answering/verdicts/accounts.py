"""PURE: what one entry itself says, taken apart, so that a sentence can be held against it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from bot.answering.remembering import remembered
from bot.answering.verdicts.asserting import with_delegations
from bot.answering.verdicts.dissecting import take_apart
from bot.answering.wording import sentence
from bot.knowledge.model import Claim, Entity, Event, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.index import Index
    from bot.answering.verdicts.spoken import Spoken
    from bot.knowledge.model import Entry


@dataclass(frozen=True)
class Account:
    """An entry's own words taken apart, with the entities of its fields.

    ``acting`` holds the entities that its words or fields make act or be acted on, ``named`` all
    that its words name too, ``around`` those that it is about besides; each with all that it is
    part of, but that nobody acts for the place around him.
    """

    entry: Entry
    spoken: Spoken
    acting: frozenset[str]
    named: frozenset[str]
    around: frozenset[str]
    apart: Callable[[str], Spoken]
    """Takes a text of the pack apart."""

    @cached_property
    def aside(self) -> tuple[Spoken, ...]:
        """Its note and those of its conflicts taken apart, which few sentences need."""
        notes = filter(None, (self.entry.note, *(conflict.note for conflict in self.entry.conflicts)))
        return tuple(map(self.apart, notes))


def account(index: Index, entry: Entry) -> Account:
    """Take apart what a live entry says; what asks for it is no part of that. Remembered by its id."""
    return remembered(index.remembered.accounts, entry.id, partial(_account, index, entry))


def said(index: Index, entry: Entry) -> frozenset[str]:
    """Return the keys of all words that an entry itself says, which costs less than to take them apart.

    Remembered by its id.
    """
    return remembered(index.remembered.said, entry.id, lambda: index.reader.keys(_words(index, entry)))


def _account(index: Index, entry: Entry) -> Account:
    """Take apart what an entry says."""
    spoken = _apart(index, _words(index, entry))
    roles = {target for name in spoken.named if name.is_role for target in name.targets}
    acting = actors(index, roles | _acting(index, entry))
    named = index.ancestry.above(target for name in spoken.named for target in name.targets) | acting
    around = index.ancestry.above(entry.about) | named
    return Account(entry, spoken, acting, named, around, partial(_apart, index))


def actors(index: Index, entities: set[str]) -> frozenset[str]:
    """Return some entities with the bodies that they are part of: no country acts where something is done."""
    above = index.ancestry.above(entities) - entities
    return frozenset(entities | {each for each in above if not is_place(index, each)})


def is_place(index: Index, entity: str) -> bool:
    """Whether an entity is a place: of a kind that the pack counts in, as a city."""
    found = index.pack.entries.get(entity)
    return isinstance(found, Entity) and found.type in index.place_types


def _apart(index: Index, text: str) -> Spoken:
    """Take a text of the pack apart."""
    return take_apart(index.reader.anatomy(text), index.ancestry)


def _words(index: Index, entry: Entry) -> str:
    """Return an entry's own words: of an event its headline too, of a claim only what is claimed."""
    match entry:
        case Event() if entry.statement:
            words = f"{entry.title.rstrip('.')}. {entry.statement}"
        case Claim():
            words = entry.claim
        case _:
            words = sentence(index.pack, entry)
    return with_delegations(words)


def _acting(index: Index, entry: Entry) -> set[str]:
    """Return the entities that an entry's fields make act."""
    match entry:
        case Figure():
            return {*filter(None, (entry.counted_by, entry.event)), *entry.by}
        case Quote():
            return {entry.speaker}
        case Entity():
            return {entry.id}
        case Event(about=(first, *_)) if first in index.happenings:
            return {first}
        case _:
            return set()
