"""PURE: who does what to whom in a text, as far as the order of its words and a passive tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.dates.mentions import inside
from bot.answering.verdicts.clauses import MARK, joins_names
from bot.answering.verdicts.connectives import JOINTS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answering.reading import Anatomy

VERB: Final = re.compile(
    r"\w+ed|held|met|made|drew|drawn|told|gave|given|took|taken|sent|hit|won|lost|beat|struck|shot|brought|paid"
    r"|fought|chose|chosen|put|sought|sold|bought|taught|caught|overthrew|withdrew|forbade"
)
"""Words that tell that somebody did something, or that it was done to him."""
_BE: Final = frozenset("is are was were be been being got".split())
_ENDS: Final = JOINTS | {"that"}
"""Words with which another clause begins."""
_PUT: Final = "put"
"""A verb that is no telling word, as in "put it on a list", though somebody does it."""
_WITHIN: Final = 2
"""Words before a verb in which "was" makes it a passive."""
_TOWARD: Final = frozenset("to for against toward towards into".split())
_SHORT_FORM: Final = re.compile(r"\s*\([^()]{1,60}\)")
_TURNED: Final = frozenset({(0, 1), (1, 0), (0, 2), (2, 0)})
"""Roles on both sides of which one can't be the other: who acts is not acted on, nor is it done to him."""


class Arguments(NamedTuple):
    """The words, by key, and entities that a verb has beside it.

    Who does it, whom it is done to, to whom or against whom, and the rest.
    """

    doing: frozenset[str]
    done_to: frozenset[str]
    toward: frozenset[str]
    beside: frozenset[str]

    def role(self, item: str) -> int | None:
        """Return the only role of something; ``None`` where it has none, or several."""
        roles = [number for number, items in enumerate(self[:3]) if item in items]
        return roles[0] if len(roles) == 1 else 3 if not roles and item in self.beside else None


def turned(sentence: Mapping[str, list[Arguments]], said: Mapping[str, list[Arguments]]) -> bool:
    """Whether a sentence has somebody do with some verb what all clauses with that verb have otherwise."""
    return any(
        all(_crossed(own, other) for other in said[verb])
        for verb in sentence.keys() & said.keys()
        for own in sentence[verb]
    )


def _crossed(one: Arguments, other: Arguments) -> bool:
    """Whether two things have each other's role, or who does it has it done to him on the other side."""
    items = frozenset[str]().union(*one) & frozenset[str]().union(*other)
    roles = {(one.role(item), other.role(item)) for item in items}
    known = {(own, its) for own, its in roles if own is not None and its is not None and own != its}
    return not known.isdisjoint(_TURNED) or any((its, own) in known for own, its in known)


def arguments(anatomy: Anatomy) -> dict[str, list[Arguments]]:
    """Return the arguments of each verb of a text, by its key.

    A verb without anything before it in its clause has the subject of the one before.
    """
    return _Verbs(anatomy).arguments()


def without_short_forms(text: str) -> str:
    """Return a text without the short forms in brackets, which would part a name from its verb."""
    return _SHORT_FORM.sub("", text)


class _Verbs:
    """The tokens of one text with what each belongs to."""

    def __init__(self, anatomy: Anatomy) -> None:
        self._anatomy = anatomy
        self._tokens = anatomy.tokens
        self._at = {place: link for link in anatomy.links for place in range(link.start, link.end)}
        self._dated = inside(anatomy.periods, [token.start for token in anatomy.tokens])

    def arguments(self) -> dict[str, list[Arguments]]:
        """Return the arguments of each verb."""
        found: dict[str, list[Arguments]] = {}
        subject = frozenset[str]()
        for at, token in enumerate(self._tokens):
            term = self._anatomy.terms[at]
            told = term.role == "content" or token.word == _PUT
            if at in self._at or not VERB.fullmatch(token.word) or not told:
                continue
            first, last = self._clause(at)
            subject = self._items(range(first, at)) or subject
            own = self._around(subject, at, first, last)
            if own is not None:
                found.setdefault(term.key, []).append(own)
        return found

    def _around(self, subject: frozenset[str], verb: int, first: int, last: int) -> Arguments | None:
        """Return what one verb has beside it; ``None`` where that tells no roles, as in "those killed in"."""
        words = [token.word for token in self._tokens]
        after = range(verb + 1, last)
        by = next((at for at in after if words[at] == "by"), last)
        off = next((at for at in after if words[at] in PREPOSITIONS), last)
        near = range(max(first, verb - _WITHIN), verb)
        passive = not _BE.isdisjoint(words[at] for at in near if at not in self._at)  # "IS-K" is a name
        if passive or by == verb + 1:
            beside = range(verb + 1, by)
            ends = (at for at in range(by + 1, last) if words[at] in PREPOSITIONS)
            agent = self._items(range(by, next(ends, last)))
            return Arguments(agent, subject, self._toward(beside), self._items(beside))
        patient = self._items(range(verb + 1, off))
        beside = range(off, last)
        toward = self._toward(beside)
        return Arguments(subject, patient, toward, self._items(beside)) if patient or toward else None

    def _toward(self, places: range) -> frozenset[str]:
        """Return the names at some places that follow a "to", "for" or "against"."""
        begins = [at for at in places if self._tokens[at].word in _TOWARD]
        return frozenset[str]().union(
            *(self._items(range(at + 1, min(at + 3, places.stop))) for at in begins)
        )

    def _items(self, places: range) -> frozenset[str]:
        """Return the entities and the keys of telling words at some places, but not whose something is."""
        links = {link for at, link in self._at.items() if at in places}
        owners = {link for link in links if self._tokens[link.end - 1].raw.casefold().endswith("'s")}
        words = (self._anatomy.terms[at] for at in places if at not in self._at and at not in self._dated)
        named = (target for link in links - owners for target in (*link.targets, *link.loosely))
        return frozenset((*named, *(term.key for term in words if term.role == "content")))

    def _clause(self, verb: int) -> tuple[int, int]:
        """Return where the clause of a verb begins and ends."""
        first, last = verb, verb + 1
        while first > 0 and not self._breaks(first):
            first -= 1
        while last < len(self._tokens) and not self._breaks(last):
            last += 1
        return first, last

    def _breaks(self, at: int) -> bool:
        """Whether a clause begins at a token, which is never inside a name nor between two."""
        before, token = self._tokens[at - 1], self._tokens[at]
        if at in self._at and self._at[at].start < at:
            return False
        if MARK.search(self._anatomy.plain, before.start + len(before.raw), token.start):
            return True
        return token.word in _ENDS and not joins_names(self._anatomy, at)
