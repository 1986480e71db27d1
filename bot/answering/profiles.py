"""PURE: what the asks of one entry ask for, and how far a question asks for the same."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.answering.intent import Sought, sought
from bot.answering.text import normalise, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.answering.phrasings import Texts
    from bot.answering.postings import Rarity
    from bot.answering.reader import Reader
    from bot.answering.reading import Reading, Term


class Profile(NamedTuple):
    """What the asks of an entry ask for, and the words of its own sentences."""

    kinds: Mapping[Sought | None, float]
    """The share of its asks that seek each kind of thing; empty where nothing asks for it."""
    focuses: frozenset[str | None]
    """The keys of the words that its asks ask for."""
    pairs: frozenset[tuple[str, str]]
    """Words that stand side by side in some ask, as keys, without those that tell nothing."""
    told: frozenset[str]
    """The keys of its own sentences."""


class Agreement(NamedTuple):
    """How far a question asks for what an entry is asked for, each 0..1."""

    told: float
    seeking: float
    focused: float
    paired: float


def profile(texts: Texts, reader: Reader) -> Profile:
    """Read the asks and the sentences of one entry."""
    asking = texts.phrasings[: texts.asking]
    asks = [split(normalise(text))[1] for text in asking]
    kinds: Counter[Sought | None] = Counter(sought(found) for found in asks)
    said = map(reader.study, texts.phrasings[texts.asking :])
    return Profile(
        {kind: count / len(asks) for kind, count in kinds.items()},
        frozenset(reader.focus(found) for found in asks),
        frozenset(pair for text in asking for pair in _pairs(reader.study(text).terms)),
        frozenset(term.key for each in said for term in each.terms),
    )


def agreement(reading: Reading, found: Profile, rarity: Rarity) -> Agreement:
    """Compare a question with what one entry is asked for. What cannot be compared agrees."""
    telling = {term.key: rarity.of(term.key) for term in reading.terms if term.role == "content"}
    told = sum([worth for key, worth in telling.items() if key in found.told])
    pairs = set(_pairs(reading.terms))
    return Agreement(
        told / (sum(telling.values()) or 1.0),
        found.kinds.get(reading.sought, 0.0) if found.kinds else 1.0,
        float(reading.focus is None or not found.kinds or reading.focus in found.focuses),
        len(pairs & found.pairs) / max(len(pairs), 1),
    )


def _pairs(terms: Iterable[Term]) -> Iterable[tuple[str, str]]:
    """Return the keys of neighbours among the words that tell something."""
    return pairwise(term.key for term in terms if term.role != "function")
