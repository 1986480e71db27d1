"""PURE: the names of a question, of which an entry must concern each, or one of those to choose from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.counts import aggregate
from bot.answering.lexicon import PEOPLES
from bot.answering.linking import Link
from bot.answering.slots import texts
from bot.answering.text import is_acronym
from bot.knowledge.model import Entity, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.knowledge.model import Pack

_MOTION: Final = frozenset("go goe went fli flew come came arriv travel =visit".split())
"""The keys of words of going."""
_MOTION_WITHIN: Final = 4
"""Words before a place in which somebody goes there: "go back to X"."""


class Named:
    """The entities that a question names, of which an entry must concern each."""

    def __init__(self, reading: Reading, pack: Pack) -> None:
        """Take a read question.

        A count of a place is none of what happened there: the entry must name it, or count in it or a part.
        """
        self._reading = reading
        places = reading.places if reading.whole else frozenset[str]()
        self._links = [
            (link, not places.isdisjoint(link.targets) and pack.default_place not in link.targets)
            for link in _choices(reading)
            if not _of_people(reading, link)
        ]
        self._people = [
            (link, _called(reading, pack, link))
            for link in reading.links
            if _of_people(reading, link) and pack.default_place not in link.targets
        ]
        self._out = [link for link in reading.links if _left_out(reading, link)]

    def contradiction(self, prepared: Prepared) -> str | None:
        """Return an entity that the question names and the entry does not concern, or leaves out."""
        fixed = prepared.slots
        figure = prepared.entry if isinstance(prepared.entry, Figure) else None
        for link in self._out:
            reason = _is_of(prepared, figure, link)
            if reason is not None:
                return reason
        for link, called in self._people:
            if not any(map(called.search, texts(prepared.entry))):
                return f"not about {link.targets[0]}"
        for link, elsewhere in self._links:
            own = fixed.named | fixed.around if elsewhere else fixed.entities
            if own.isdisjoint(link.targets) and not _meant(self._reading, link, own, figure):
                return f"not about {link.targets[0]}"
        return None


def _is_of(prepared: Prepared, figure: Figure | None, link: Link) -> str | None:
    """Return how an entry is of what a question leaves out: in that place, by that counter or that group."""
    if not prepared.slots.around.isdisjoint(link.targets):
        return "another place"
    if figure is not None and figure.counted_by in link.targets:
        return "counted by another"
    by = frozenset(figure.by if figure is not None else ())
    return None if by.isdisjoint(link.targets) else "counts something else"


def _before(reading: Reading, at: int, most: int, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return some words, or keys, before a place; none where the names stand in another text."""
    return () if reading.dated_in else words[max(0, at - most) : at]


def _of_people(reading: Reading, link: Link) -> bool:
    """Whether a name is that of people who are counted: "how many Afghans died" asks of no others there."""
    if _before(reading, link.start, 1, reading.words) != ("many",):
        return False
    word = "".join(_before(reading, link.end, link.end - link.start, reading.words))
    return reading.quantity and word.endswith("s") and word[:-1] in PEOPLES


def _called(reading: Reading, pack: Pack, link: Link) -> re.Pattern[str]:
    """Return what finds people by their own name, or by initials of their country: "US soldiers"."""
    people = "".join(reading.words[link.start : link.end]).removesuffix("s")
    entities = [entry for target in link.targets if isinstance(entry := pack.entries[target], Entity)]
    names = (name for entity in entities for name in (entity.name, *entity.aliases))
    initials = "".join(f"|{re.escape(name)}" for name in names if is_acronym(name))
    return re.compile(rf"\b(?:(?i:{people}s?){initials})\b")


def _left_out(reading: Reading, link: Link) -> bool:
    """Whether a question that counts leaves a name out: "in X, not Y"."""
    before = _before(reading, link.start, 2, reading.order)
    denied = before[-1:] == ("not",) or before in {("not", "in"), ("not", "the")}
    return denied and (reading.quantity or bool(reading.asked))


def _choices(reading: Reading) -> Iterator[Link]:
    """Yield the names of a question; of two that it offers to choose from, "X or Y", one that is either."""
    last: Link | None = None
    for link in (each for each in reading.links if not _left_out(reading, each)):
        if last is not None and _before(reading, link.start, link.start - last.end, reading.order) == ("or",):
            last = Link(last.start, link.end, (*last.targets, *link.targets), (*last.loosely, *link.loosely))
            continue
        if last is not None:
            yield last
        last = link
    if last is not None:
        yield last


def _meant(reading: Reading, link: Link, own: frozenset[str], figure: Figure | None) -> bool:
    """Whether a name stands for what an entry concerns, though it is the name of something else.

    A capital may stand for its government, but not in an exact figure nor where something is counted;
    and one of several counters that a question names need not be that of each figure.
    """
    exact = figure is not None and aggregate(figure)
    counted = bool(reading.asked) and not reading.places.isdisjoint(link.targets)
    loosely = () if exact or counted or _goes_there(reading, link) else link.loosely
    return not own.isdisjoint(loosely) or _other_counter(reading, figure, (*link.targets, *loosely))


def _goes_there(reading: Reading, link: Link) -> bool:
    """Whether a question has somebody go to a place, which then stands for nothing else."""
    before = _before(reading, link.start, _MOTION_WITHIN, reading.order)
    return not _MOTION.isdisjoint(before) and ("to" in before[-1:] or "in" in before[-1:])


def _other_counter(reading: Reading, figure: Figure | None, names: tuple[str, ...]) -> bool:
    """Whether a question names several counters, this figure's among them: it asks for each."""
    if figure is None or figure.counted_by is None:
        return False
    return figure.counted_by in reading.counters and not reading.counters.isdisjoint(names)
