"""PURE: numbers of a text as ranges of what they leave possible, with what each counts."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.answering.lexicon import MULTIPLIERS
from bot.answering.numbers import number_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answering.numbers import Number
    from bot.answering.text import Token
    from bot.knowledge.model import Figure, Qualifier

_ABOUT: Final = 0.05
"""How far, as a share, "about" and "nearly" reach."""
_QUALIFIERS: Final[Mapping[str, Qualifier]] = {
    "at least": "at least",
    "no fewer than": "at least",
    "no less than": "at least",
    "not less than": "at least",
    "a minimum of": "at least",
    "more than": "more than",
    "over": "more than",
    "above": "more than",
    "in excess of": "more than",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "approximately": "about",
    "some": "about",
    "nearly": "about",
    "almost": "about",
    "up to": "up to",
    "at most": "up to",
    "as many as": "up to",
    "no more than": "up to",
    "not more than": "up to",
    "a maximum of": "up to",
}
_LESS: Final = ("fewer than", "less than", "under", "below")
_BEFORE: Final = re.compile(
    rf"\b(?P<how>{'|'.join((*_QUALIFIERS, *_LESS))}|exactly|precisely|only|just)\s+"
    r"(?:(?:the|an?)\s+)?(?:us)?\$?\s*$",
    re.IGNORECASE,
)
_PLUS: Final = re.compile(r"\s*\+")
_OR_MORE: Final = re.compile(r"\s+or\s+more\b", re.IGNORECASE)
_LONGEST_BEFORE: Final = 24
_UNCOUNTED: Final = (["zero"], ["one"])
""""one of the worst" counts nothing; whoever writes that none was killed writes no number."""


@dataclass(frozen=True, slots=True)
class Span:
    """The values that a number leaves possible; an open end is not one of them."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def within(self, other: Span) -> bool:
        """Whether every value here is one of the other's."""
        low = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low and high

    def holds(self, value: float) -> bool:
        """Whether a number is one of those values."""
        return Span(value, value).within(self)

    def apart(self, other: Span) -> bool:
        """Whether the two have no value in common."""
        return self._below(other) or other._below(self)

    def _below(self, other: Span) -> bool:
        """Whether every value here is smaller than every one of the other's."""
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text: tokens ``start:end``, what it leaves possible, and its characters.

    ``value`` is the number itself, ``bare`` the same without "million" and the like.
    ``hedged`` is whether a word beside it widens or stresses it. ``first`` and ``last`` bound
    the characters, that word included.
    """

    start: int
    end: int
    span: Span
    value: float
    bare: float
    hedged: bool
    first: int
    last: int


_REACH: Final = 1.5
"""How many times as much, or as little, a number may be that an open end takes in: "over 200" is not 900."""


def hedged(
    plain: str, tokens: Sequence[Token], free: frozenset[int], numbers: Sequence[frozenset[float]]
) -> tuple[Span | None, ...]:
    """Return what each of the numbers of a text leaves possible where "over", "nearly" and the like widen it.

    ``numbers`` are the values that each may stand for; ``None`` is a number that stands for itself.
    """
    found = [each for each in amounts(plain, tokens, free) if each.hedged and not _is_most(each.span)]
    return tuple(next((_near(each) for each in found if each.value in number), None) for number in numbers)


def _is_most(leaves: Span) -> bool:
    """Whether a number is the most there may be, as in "up to ten": who writes that has heard that number."""
    return leaves.low == 0 and not leaves.high_open


def _near(amount: Amount) -> Span:
    """Return what a number leaves possible, no further off than people are who use it."""
    low, high = max(amount.span.low, amount.value / _REACH), min(amount.span.high, amount.value * _REACH)
    return replace(amount.span, low=low, high=high)


def span(qualifier: Qualifier, value: float, value_max: float | None = None) -> Span:
    """Return what a number with a qualifier leaves possible."""
    top = value if value_max is None else value_max
    match qualifier:
        case "at least":
            return Span(value, math.inf)
        case "more than":
            return Span(value, math.inf, low_open=True)
        case "about":
            return Span(value * (1 - _ABOUT), top * (1 + _ABOUT))
        case "up to":
            return Span(0, top)
        case _:
            return Span(value, top)


def figure_span(figure: Figure) -> tuple[Span, float]:
    """Return what a figure leaves possible, and the size of its unit (a million for "million USD")."""
    size = next((MULTIPLIERS[word] for word in figure.unit.casefold().split() if word in MULTIPLIERS), 1)
    top = None if figure.value_max is None else float(figure.value_max) * size
    return span(figure.qualifier, float(figure.value) * size, top), float(size)


def amounts(plain: str, tokens: Sequence[Token], free: frozenset[int]) -> tuple[Amount, ...]:
    """Return the numbers among the ``free`` tokens of a normalised text, in order.

    Ordinals ("25th") and "one" count nothing and are left out.
    """
    words = [token.word for token in tokens]
    found: list[Amount] = []
    position = 0
    while position < len(words):
        number = number_at(words, position) if position in free else None
        if number is None or words[position : number.end] in _UNCOUNTED:
            position += 1
            continue
        found.append(_amount(plain, tokens, position, number))
        position = number.end
    return tuple(_ranges(tokens, found, plain))


def _amount(plain: str, tokens: Sequence[Token], start: int, number: Number) -> Amount:
    """Return a number that begins at a token, with the words around it that widen or narrow it."""
    value, bare, end = number
    first, last = tokens[start].start, tokens[end - 1].start + len(tokens[end - 1].raw)
    before = _BEFORE.search(plain[max(0, first - _LONGEST_BEFORE) : first])
    after = _PLUS.match(plain, last) or _OR_MORE.match(plain, last)
    how = " ".join(before["how"].casefold().split()) if before else ""
    if how in _LESS:
        leaves = Span(0, value, high_open=True)
    elif after:
        leaves = span("at least", value)
    else:
        leaves = span(_QUALIFIERS.get(how, "exactly"), value)
    begin = first - len(before[0]) if before else first
    hedged = bool(before or after)
    return Amount(start, end, leaves, value, bare, hedged, begin, after.end() if after else last)


def _ranges(tokens: Sequence[Token], found: list[Amount], plain: str) -> list[Amount]:
    """Return the numbers with two of them joined where they are the ends of a range."""
    joined: list[Amount] = []
    for amount in found:
        last = joined[-1] if joined else None
        if last is not None and _is_range(tokens, last, amount, plain):
            leaves = Span(last.value, amount.value)
            joined[-1] = replace(last, end=amount.end, span=leaves, last=amount.last)
        else:
            joined.append(amount)
    return joined


def _is_range(tokens: Sequence[Token], one: Amount, other: Amount, plain: str) -> bool:
    """Whether two numbers are the ends of one range, as in "300 to 400" and "between 300 and 400"."""
    if other.value <= one.value:
        return False
    end = tokens[one.end - 1].start + len(tokens[one.end - 1].raw)
    between = plain[end : tokens[other.start].start].strip().casefold()
    if between in {"to", "-", "–"}:
        return True
    opening = tokens[one.start - 1].word if one.start else ""
    return between == "and" and opening == "between"
