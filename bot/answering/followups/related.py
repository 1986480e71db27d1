"""PURE: a reply that names nothing, looked for in the answer before it and the entries linked with that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.followups.pointing import NEXT, TALKING, asks_something
from bot.answering.ranking import rank
from bot.answering.slots import texts
from bot.answering.wording import sentence
from bot.knowledge.model import Entity, Figure

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.index import Index
    from bot.answering.prepared import Prepared
    from bot.answering.ranking import Ranked
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

_LONGEST: Final = 8
"""Words of a reply that leaves out what it asks about."""
_CHOOSING: Final = re.compile(r"\bwhich\s+(?:one|of\s+them|count|number|figure)\b")
"""Signs that a reply asks to choose between what was told."""
_PERSON: Final = re.compile(r"\b(?:he|she|him|his|her|names?)\b")
_THEM: Final = re.compile(r"\b(?:they|them)\b")
"""Signs that a reply asks who somebody of a group is: words alone do not tell of which."""
_WHETHER_SOME: Final = re.compile(
    r"\W*(?:(?:and|so|but)\s+)?(?:did|do|does|was|were|is|are|has|have|had)\s+the\b"
)
"""Signs that a reply asks if somebody else did something: words alone do not tell who did."""
_LEAD: Final = 0.1
"""How far the first must be ahead of another, as a score."""


def told_nearby(index: Index, text: str, main: Entry, as_of: date | None = None) -> str | None:
    """Return the entry, the one before or one linked with it, that tells what a short reply asks.

    ``None`` where the reply names something itself, has a word that the pack lacks, asks why or which of
    several, or where more than one entry may be meant.
    """
    reading = index.read(text, as_of)
    if not asks_something(text) or not _leaves_out(index, reading):
        return None
    kept = [each for each in rank(index, reading, whenever=True) if each.removed_by is None]
    linked = [each for each in kept if _is_linked(index, reading, main, each)]
    if not linked:
        return None
    first, *rest = linked
    chosen = index.entries[first.position]
    near = (index.entries.bare[each.position] for each in rest if first.score - each.score < _LEAD)
    sure = all(other.period == chosen.entry.period for other in near)
    return chosen.entry.id if sure and _tells(index, reading, main, chosen) else None


def _leaves_out(index: Index, reading: Reading) -> bool:
    """Whether a short text has telling words, all known, and no name, date or number of its own."""
    if reading.links or reading.periods or reading.numbers or reading.names:
        return False
    if _CHOOSING.search(reading.text) or NEXT.search(reading.text) or reading.sought == "reason":
        return False
    if asks_who_of_them(reading):
        return False
    telling = [term for term in reading.terms if term.role == "content"]
    return (
        not reading.telling <= index.reader.keys_of(TALKING)
        and all(term.known for term in telling)
        and len(reading.order) <= _LONGEST
    )


def asks_who_of_them(reading: Reading) -> bool:
    """Whether a reply asks if somebody else did something, or who of a group did: words alone don't tell."""
    of_group = reading.sought == "person" and _THEM.search(reading.text)
    return bool(of_group or _WHETHER_SOME.match(reading.text))


def _is_linked(index: Index, reading: Reading, main: Entry, each: Ranked) -> bool:
    """Whether an entry is the one before or linked with it, of the same, and has all words of a reply."""
    prepared = index.entries[each.position]
    entry = prepared.entry
    if isinstance(entry, Entity) or not reading.telling <= prepared.document:
        return False
    own, other = ({one.id, *one.about} - {index.pack.default_place} for one in (main, entry))
    alike = not own.isdisjoint(other) or not (own - {main.id} and other - {entry.id})
    return alike and (entry.id == main.id or entry.id in main.related or main.id in entry.related)


def _tells(index: Index, reading: Reading, main: Entry, chosen: Prepared) -> bool:
    """Whether an entry tells what a reply seeks, and not only those who ask for it speak of that.

    Its own sentences must have the words, but for a sum of money, of which it was looked whether they state
    one, and for several words that another entry was asked for with, unless a person is sought. "He" is
    somebody whom one of them names, and so is whoever has a name.
    """
    entry = chosen.entry
    counts = reading.quantity and not isinstance(entry, Figure)
    if counts and not chosen.slots.numbers:
        return False
    if reading.quantity and isinstance(entry, Figure) and entry.id == main.id and not entry.label:
        return False  # all of them were just told
    if _PERSON.search(reading.text) and not _names_anybody(index, main) and not _names_anybody(index, entry):
        return False
    own = own_words(index, entry)
    whole = reading.quantity or reading.sought == "person" or entry.id == main.id
    several = len(reading.telling) > 1 and not (whole or reading.telling.isdisjoint(own))
    if reading.answer_type is None and not (several or reading.telling <= own):
        return False
    return counts or index.seeking(index.positions[entry.id], reading.sought) > 0


def own_words(index: Index, entry: Entry) -> frozenset[str]:
    """Return the keys of the words of an entry's own sentences, without those of who asks for it."""
    return index.reader.keys(" ".join((*texts(entry), sentence(index.pack, entry))))


def _names_anybody(index: Index, entry: Entry) -> bool:
    """Whether an entry is of a person."""
    return not index.people.isdisjoint(index.entries[index.positions[entry.id]].slots.entities)
