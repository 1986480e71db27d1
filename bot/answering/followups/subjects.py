"""PURE: the one thing that a question and its answer are about, as far as a reply may point at it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.followups.occasions import is_occasion
from bot.knowledge.model import Entity, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.answer import Context
    from bot.answering.index import Index
    from bot.knowledge.model import Entry

WHETHER: Final = re.compile(r"^\W*(?:did|was|were|is|are|has|had|does)\b", re.IGNORECASE)
"""Signs that a question asks if something is so."""


def subject_of(index: Index, entry: Entry | None, context: Context, kind: str | None) -> str | None:
    """Return what a question and its answer are about, if that is one thing, or one ``person``.

    What happened comes before who took part in it, but "they" are those rather than what happened.
    """
    person = kind == "person"
    found = [key for key in _spoken_of(index, entry, context) if (key in index.people) == person]
    if found and WHETHER.search(context.question):
        return found[0]  # of what was asked if something is so of it
    first = [key for key in found if (key in index.happenings) == (kind != "several")]
    chosen = found if person else first or found
    if len(chosen) == 1:
        return chosen[0]
    if chosen or entry is None or (isinstance(entry, Quote) and not person):
        return None  # what is quoted may be of any of the things beside it
    about = [key for key in entry.about if _is_subject(index, key, person)]
    if person:
        return about[0] if len(about) == 1 else None
    return about[0] if about and kind != "several" and is_occasion(index, about[0]) else None


def _is_subject(index: Index, key: str, person: bool) -> bool:  # noqa: FBT001
    """Whether an entity is a person, or a thing that is no place."""
    entity = index.pack.entries.get(key)
    place = isinstance(entity, Entity) and entity.type in index.place_types
    return key in index.people if person else not place and key not in index.people


def _spoken_of(index: Index, entry: Entry | None, context: Context) -> Iterable[str]:
    """Return the entities that the question names and the answer concerns, and what the answer is of."""
    links = index.reader.read(context.question).links if context.question else ()
    named = {target: None for link in links for target in link.targets if _may_be_subject(index, target)}
    if entry is None:
        return named
    own = index.entries[index.positions[entry.id]].slots.entities
    fitting = {key: None for key in named if key in own}
    if isinstance(entry, Entity):
        return (entry.id,) if entry.id in fitting else (entry.id, *fitting)
    return fitting | dict.fromkeys(_of(entry))


def _may_be_subject(index: Index, key: str) -> bool:
    """Whether a reply may point at an entity that a question names: who counts is only beside the count."""
    if key in index.roles.counters:
        return False
    return _is_subject(index, key, person=True) or _is_subject(index, key, person=False)


def _of(entry: Entry) -> tuple[str, ...]:
    """Return what an entry's fields say it is of: the event of a toll, the speaker of a quotation."""
    if isinstance(entry, Figure) and entry.event:
        return (entry.event,)
    return (entry.speaker,) if isinstance(entry, Quote) else ()
