"""PURE: a reply that no other reading answers, asked of each thing that the answer before is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.answer import Answered
from bot.answering.counts import aggregate
from bot.answering.followups.fitting import SURE_ALONE, main_of
from bot.answering.followups.occasions import is_occasion, is_of, occasion_of
from bot.answering.followups.pointing import NEXT, asks_something, pointers, says_there, typed
from bot.answering.followups.referring import LASTS, with_name
from bot.answering.followups.related import asks_who_of_them, own_words
from bot.answering.wording import brief_name
from bot.knowledge.model import Entity, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from bot.answering.answer import Answer
    from bot.answering.index import Index
    from bot.answering.prepared import Prepared
    from bot.answering.reading import Anatomy, Reading
    from bot.knowledge.model import Entry

_LONGEST: Final = 10
"""Words of a reply that leaves out what it asks about."""
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
    if not _leaves_out(said, reading):
        return None
    occasion = occasion_of(index, text, main, as_of)
    found: dict[str, Answered] = {}
    for key in _meant(index, said, main):
        whole = _whole(index, said, key)
        answer = put(whole)
        if isinstance(answer, Answered) and answer.confidence >= SURE_ALONE:
            told = main_of(index, answer)
            apart = occasion is not None and not is_of(index, occasion, told)
            if not apart and key in told.slots.named and _tells(index, reading, told):
                trace = replace(answer.trace, read_as=whole)
                found.setdefault(told.entry.id, replace(answer, question=text, trace=trace))
    return next(iter(found.values())) if len(found) == 1 else None


def _leaves_out(said: Anatomy, reading: Reading) -> bool:
    """Whether a short reply asks something, without a number or a name that the pack lacks."""
    own = reading.telling and not (reading.names or reading.numbers)
    if not own or len(said.tokens) > _LONGEST or not asks_something(said.plain):
        return False
    return not (asks_who_of_them(reading) or NEXT.search(said.plain) or says_there(said.plain))


def _tells(index: Index, reading: Reading, told: Prepared) -> bool:
    """Whether an entry has all that a reply asks, some of it in its own words, and tells it of one thing."""
    entry = told.entry
    general = isinstance(entry, Entity) or (isinstance(entry, Figure) and aggregate(entry))
    own = not reading.telling.isdisjoint(own_words(index, entry))
    return own and not general and reading.telling <= told.document


def _meant(index: Index, said: Anatomy, main: Entry) -> Iterator[str]:
    """Yield what an entry is about and a reply may mean: somebody by "he", anything but him by "it"."""
    kinds = {match.lastgroup for match in pointers(said)}
    named = {target for link in said.links for target in link.targets}
    for key in dict.fromkeys(_subjects(main)):
        if key not in index.pack.entries or key in index.places or key in named:
            continue
        lasts = "thing" in kinds and LASTS.search(said.plain) and not is_occasion(index, key)
        if not lasts and (not kinds or (key in index.people) == ("person" in kinds)):
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
