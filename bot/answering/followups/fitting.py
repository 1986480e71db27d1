"""PURE: whether what answers a whole question is what the reply asks that it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.followups.pointing import pointers, typed
from bot.answering.followups.related import own_words
from bot.answering.operations import tells_change
from bot.answering.text import normalise
from bot.knowledge.model import Entity, Figure

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.answer import Answered
    from bot.answering.followups.resolving import Whole
    from bot.answering.index import Index
    from bot.answering.prepared import Prepared
    from bot.knowledge.model import Entry

SURE_ALONE: Final = 0.75
"""The confidence to reach where a reply has no word that points at what was talked of."""
_SAYING: Final = re.compile(r"\b(?:say|says|said|tell|told)\b", re.IGNORECASE)
_OF_THEM: Final = re.compile(r"\bhow\s+many\s+of\s+(?:them|those|these)\b", re.IGNORECASE)
"""Signs that a reply asks for a part of what was counted."""


def tolls(index: Index, whole: Whole, found: Answered) -> bool:
    """Whether a sentence that answered for a count is on the event of which it is asked."""
    return whole.event in main_of(index, found).slots.named


def is_astray(index: Index, question: str, whole: Whole, found: Answered) -> bool:
    """Whether what answered a whole question is not what the reply asks that stands for it."""
    main = main_of(index, found)
    elsewhen = whole.within and main.entry.period and not whole.within.overlaps(main.entry.period)
    # a sentence that tells a count is on the event that is asked of, or it was withheld
    counted = main.entry if whole.of and isinstance(main.entry, Figure) else None
    another = counted is not None and not _is_counted_of(whole.of, counted)
    silent = whole.points and not _speaks_of(index, question, whole, main)
    compares = found.computed or tells_change(normalise(found.main.text).casefold())
    alike = whole.compares and not compares
    return bool(elsewhen) or another or silent or alike or main.entry.id == whole.apart


def _speaks_of(index: Index, question: str, whole: Whole, answered: Prepared) -> bool:
    """Whether an entry has what a reply itself asks, and not only what it points at.

    What is best known of something answers nearly all that is asked of it by its name. A card tells nothing
    of "else", nor what anybody said, nor that something was so but by its own words.
    """
    said = typed(index, question)
    plain = said.plain
    for match in reversed(pointers(said)):
        plain = plain[: match.start()] + plain[match.end() :]
    reading = index.reader.read(plain)
    if isinstance(answered.entry, Entity):
        if whole.apart or _SAYING.search(plain):
            return False
        if reading.checks:
            return reading.telling <= own_words(index, answered.entry)
    return reading.telling <= answered.document


def is_part(index: Index, question: str, before: Entry | None, found: Answered) -> bool:
    """Whether an answer may tell how many "of them" it was so of: a narrower count does, or one of a part."""
    entry = main_of(index, found).entry
    if not _OF_THEM.search(question):
        return True
    if not isinstance(entry, Figure) or before is None or entry.id == before.id:
        return False
    metric, place = index.pack.metrics.get(entry.metric), entry.place or index.pack.default_place
    narrower = metric is not None and metric.broader is not None
    return narrower or bool(entry.label or entry.by) or place != index.pack.default_place


def goes_on(index: Index, question: str, before: Entry | None, found: Answered, as_of: date | None) -> bool:
    """Whether an answer may be meant by a reply read alone: one that names nothing asks of the talk."""
    reading = index.reader.read(question, as_of)
    usual = {index.pack.default_place}
    if before is None or reading.asked or reading.periods or reading.numbers or not reading.entities <= usual:
        return True
    own, other = (_concerned(index, entry) for entry in (before, main_of(index, found).entry))
    return not (own and other) or not own.isdisjoint(other) or found.main.entry in before.related


def is_of_another_named(index: Index, question: str, before: Entry | None, found: Answered) -> bool:
    """Whether a reply names what the answer before is not of, and is surely answered of that.

    Then the talk moves on.
    """
    if before is None or found.confidence < SURE_ALONE:
        return False
    slots = index.entries[index.positions[before.id]].slots
    reading, told = index.reader.read(question), main_of(index, found)
    others = reading.entities - slots.entities - slots.around - index.places
    return not others.isdisjoint(told.slots.named) and reading.telling <= told.document


def _concerned(index: Index, entry: Entry) -> frozenset[str]:
    """Return what an entry names beside places, which most entries of a pack may have in common."""
    return index.entries[index.positions[entry.id]].slots.named - index.places


def _is_counted_of(key: str, figure: Figure) -> bool:
    """Whether a figure counts by, in or at an entity, its acts, or is about it."""
    return key in (*figure.by, *figure.about, figure.counted_by, figure.event, figure.place)


def main_of(index: Index, found: Answered) -> Prepared:
    """Return the entry that answered."""
    return index.entries[index.positions[found.main.entry]]
