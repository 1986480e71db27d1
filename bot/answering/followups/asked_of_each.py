"""PURE: a reply that no other reading answers, asked of each thing that the answer before is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.answer import Answered
from bot.answering.counts import aggregate
from bot.answering.followups.fitting import main_of
from bot.answering.followups.occasions import is_of, occasion_of
from bot.answering.followups.pointing import NEXT, asks_something, pointers, says_there, typed
from bot.answering.followups.referring import with_name
from bot.answering.followups.related import own_words
from bot.answering.wording import brief_name
from bot.knowledge.model import Entity, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from bot.answering.answer import Answer
    from bot.answering.index import Index
    from bot.answering.reading import Anatomy
    from bot.knowledge.model import Entry

_LONGEST: Final = 10
"""Words of a reply that leaves out what it asks about."""
_SURE: Final = 0.75
"""The confidence to reach: what a reply leaves out is put in without a word that points at it."""
_END: Final = " ?.!"


def asked_of_each(
    index: Index, text: str, main: Entry, put: Callable[[str], Answer], as_of: date | None = None
) -> Answered | None:
    """Return the answer to a reply that is asked of each thing that an entry is about, if one entry answers.

    ``put`` answers a whole question. The answer must be of the thing put in and have all that the reply
    itself asks; a card says no more than what something is, and the count of a year is of no happening.
    """
    said = typed(index, text, as_of)
    reading = index.reader.read(said.plain, as_of)
    if len(said.tokens) > _LONGEST or reading.names or reading.numbers or not reading.telling:
        return None
    if not asks_something(said.plain) or NEXT.search(said.plain) or says_there(said.plain):
        return None
    occasion = occasion_of(index, text, main, as_of)
    found: dict[str, Answered] = {}
    for key in _meant(index, said, main):
        whole = _whole(index, said, key)
        answer = put(whole)
        if not isinstance(answer, Answered) or answer.confidence < _SURE:
            continue
        told = main_of(index, answer)
        if reading.telling.isdisjoint(own_words(index, told.entry)):
            continue
        apart = occasion is not None and not is_of(index, occasion, told)
        general = isinstance(told.entry, Entity) or (isinstance(told.entry, Figure) and aggregate(told.entry))
        if not (apart or general) and key in told.slots.named and reading.telling <= told.document:
            trace = replace(answer.trace, read_as=whole)
            found.setdefault(told.entry.id, replace(answer, question=text, trace=trace))
    return next(iter(found.values())) if len(found) == 1 else None


def _meant(index: Index, said: Anatomy, main: Entry) -> Iterator[str]:
    """Yield what an entry is about and a reply may mean: somebody by "he", anything but him by "it"."""
    kinds = {match.lastgroup for match in pointers(said)}
    named = {target for link in said.links for target in link.targets}
    for key in dict.fromkeys(_subjects(main)):
        if key not in index.positions or key in index.places or key in named:
            continue
        if not kinds or (key in index.people) == ("person" in kinds):
            yield key


def _subjects(main: Entry) -> Iterator[str]:
    """Yield the entities that an entry is about, the nearest first."""
    if isinstance(main, Entity):
        yield main.id
        return
    if isinstance(main, Figure) and main.event:
        yield main.event
    if isinstance(main, Quote):
        yield main.speaker
    yield from main.about


def _whole(index: Index, said: Anatomy, key: str) -> str:
    """Return a reply with the name of an entity for the one word that points at it, or else beside it."""
    found, name = pointers(said), brief_name(index.pack, key)
    if len(found) == 1:
        return f"{with_name(said.plain, found, name)}?"
    return f"{said.plain.rstrip(_END)} ({name})?"
