"""PURE: of what kind of thing a question asks which it was: "which district", "in what language"."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.demands import Check
    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.knowledge.model import Pack

_ASKING: Final = frozenset({"which", "what", "whose"})
_KINDS: Final = frozenset(
    """
    language languages nationality nationalities religion sect tribe clan caste
    street road lane highway village hamlet neighbourhood neighborhood district districts province provinces
    building hall room floor row checkpoint airport station port hotel restaurant hospital
    hospitals clinic university college madrassa prison jail cemetery stadium
    aircraft plane helicopter airline flight ship motorcycle
    weapon weapons gun rifle calibre ammunition brand colour color uniform
    minister ministers spokesman spokesperson spokeswoman commander commanders senator senators
    lawmaker lawmakers judge judges lawyer lawyers doctor doctors journalist journalists reporter reporters
    professor
    company companies firm firms contractor bank brigade battalion regiment
    court law clause charges charge verdict signature motive
    budget deadline fiscal tax currency audience
    film song book novel app hashtag email phone passport visa
    """.split()
)
"""Kinds of things that hardly go by another name: what tells one has the word, or names such a thing."""
_BETWEEN: Final = frozenset(
    "other senior high top main exact specific particular local foreign same two three four five".split()
)
"""Words that may stand before the kind."""


def of_asked_kinds(reading: Reading, pack: Pack) -> Iterator[Check]:
    """Yield, for each kind of which a question asks which it was, what tells of an entry that it has none."""
    return (partial(_lacks, kind, reading, pack) for kind in asked_kinds(reading))


def _lacks(kind: tuple[str, str], reading: Reading, pack: Pack, prepared: Prepared) -> str | None:
    """Return whether an entry never speaks of a kind."""
    return None if tells_of(kind, reading, pack, prepared) else "says nothing of that"


def asked_kinds(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield each kind of which a question asks which it was, as written and as it is compared."""
    words = reading.words
    if _ASKING.isdisjoint(words):
        return
    named = {at for link in reading.placed for at in range(link.start, link.end)}
    for at, word in enumerate(words):
        if word not in _ASKING:
            continue
        place = at + 1
        while place < len(words) and (place in named or words[place] in _BETWEEN):
            place += 1
        if place < len(words) and words[place] in _KINDS:
            yield words[place], reading.order[place]


def tells_of(kind: tuple[str, str], reading: Reading, pack: Pack, prepared: Prepared) -> bool:
    """Whether an entry, or who asks for it, has the word for a kind, or it names a thing of that kind.

    A thing that the question names itself is none that it asks for.
    """
    word, key = kind
    if key in prepared.document:
        return True
    named = (pack.entries.get(entity) for entity in prepared.slots.named - reading.entities)
    types = (entity.type.split() for entity in named if isinstance(entity, Entity) and entity.type)
    return any(word in {each, f"{each}s"} for type_ in types for each in type_)
