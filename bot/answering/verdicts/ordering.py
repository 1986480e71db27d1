"""PURE: what a text says came first: "X before Y", "X was followed by Y", "After X, Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.dates.mentions import inside
from bot.answering.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.reading import Anatomy

_ORDER: Final = re.compile(
    r"\b(?:(?P<first>before|prior\s+to|ahead\s+of|followed\s+by)|(?P<last>after|following|preceded\s+by))\b",
    re.IGNORECASE,
)
"""Words by which what stands before them came first, or last."""


class _Order(NamedTuple):
    """The entities and keys of telling words of what came first, and of what came last."""

    first: frozenset[str]
    last: frozenset[str]


def puts_in_order(text: Anatomy) -> bool:
    """Whether a text has a word that may put two things in order."""
    return bool(_ORDER.search(text.plain))


def reversed_order(sentence: Anatomy, said: Anatomy) -> bool:
    """Whether a sentence says that one thing came before another, and an entry only that it came after it."""
    told = list(_orders(said))
    return any(
        any(_crossed(own, other) for other in told) and not any(_agree(own, other) for other in told)
        for own in _orders(sentence)
    )


def _crossed(own: _Order, other: _Order) -> bool:
    """Whether what came first on one side came last on the other, and the other way round."""
    return not (own.first.isdisjoint(other.last) or own.last.isdisjoint(other.first))


def _agree(own: _Order, other: _Order) -> bool:
    """Whether both have the same things first and last."""
    return not (own.first.isdisjoint(other.first) or own.last.isdisjoint(other.last))


def _orders(anatomy: Anatomy) -> Iterator[_Order]:
    """Yield what a text puts in order; a date after the word puts nothing in order."""
    plain = anatomy.plain
    dated = inside(anatomy.periods, [token.start for token in anatomy.tokens])
    for match in _ORDER.finditer(plain):
        after = next((at for at, token in enumerate(anatomy.tokens) if token.start >= match.end()), None)
        if after is None or after in dated:
            continue
        start = max(plain.rfind(mark, 0, match.start()) for mark in ".;!?") + 1
        ends = [place for place in (plain.find(mark, match.end()) for mark in ".;!?") if place >= 0]
        left, right = (start, match.start()), (match.end(), min(ends, default=len(plain)))
        comma = plain.find(",", match.end())
        if not tokenise(plain[slice(*left)]) and comma > 0:  # "After X, Y"
            left, right = (comma, right[1]), (match.end(), comma)
        one, two = _items(anatomy, *left), _items(anatomy, *right)
        sides = (one - two, two - one)
        yield _Order(*(sides if match["first"] else reversed(sides)))


def _items(anatomy: Anatomy, first: int, last: int) -> frozenset[str]:
    """Return the entities between two characters, and the keys of telling words, those of names too."""
    places = [at for at, token in enumerate(anatomy.tokens) if first <= token.start < last]
    named = (target for link in anatomy.links if link.start in places for target in link.targets)
    terms = (anatomy.terms[at] for at in places)
    return frozenset((*named, *(term.key for term in terms if term.role == "content")))
