"""PURE: the numbers that a text states, with the values each may stand for."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.lexicon import MONTHS, MULTIPLIERS, NUMBER_WORDS
from bot.knowledge.cardinals import SCALES, spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
_PLACES: Final = {"one": "first", "two": "second", "three": "third", "four": "fourth", "five": "fifth"} | {
    "1": "first",
    "2": "second",
    "3": "third",
    "4": "fourth",
    "5": "fifth",
}
_PLACE: Final = re.compile(
    rf"\b(?P<event>round|phase|session|edition)\s+(?P<number>{'|'.join(_PLACES)})\b(?!\s*(?:of|/)\s*\d)"
    rf"|\b(?P<digit>[1-5])(?:st|nd|rd|th)(?=\s+(?!(?:of|to|and|or|till|until|day|{'|'.join(MONTHS)})\b)[^\W\d_]{{2}})",
    re.IGNORECASE,
)
"""A place in a row: "round two", "2nd round", "1st attack"; no day of a month."""
_FEW: Final = frozenset({"1", "2"})
_RANKS: Final = frozenset({"no", "nr", "number"})
"""Words before a 1 that counts nothing: "their no. 1 demand"."""
_SPANS: Final = frozenset("year years yr yrs month months week weeks day days".split())
"""In "1 yr" the number is no more a count than in "one year"."""
_LEAST_WORD: Final = 3
""""one" and "two" are seldom counts, and left out."""
_HUNDRED, _THOUSAND = 100, 1_000
_LONGEST: Final = 12
"""Words in which a spelled number ends: "two thousand three hundred and eighty-nine" has six."""
_MOST_SCALES: Final = 2
"""Most words that multiply a number in digits: "3 hundred thousand"."""
_OPEN: Final = frozenset("half of several few couple some many".split()) | SCALES.keys()
"""Words before "hundred" and the like, or before "a dozen", that leave the number open."""


class Number(NamedTuple):
    """A number in a text, the same without a "million" at its end, and where its words end."""

    value: float
    bare: float
    end: int


def with_places_in_words(text: str) -> str:
    """Return a text with the place of an event in a row as people say it: "second round" for "round 2"."""
    return _PLACE.sub(_in_words, text)


def _in_words(match: re.Match[str]) -> str:
    """Return a place in a row in a word, and a day behind its month as it is."""
    if match["digit"]:
        before = match.string[: match.start()].split()[-1:]
        return match[0] if before and before[0].casefold() in MONTHS else _PLACES[match["digit"]]
    return f"{_PLACES[match['number'].casefold()]} {match['event']}"


def numbers(words: Sequence[str]) -> tuple[frozenset[float], ...]:
    """Return the values that each number among the words of a text may stand for.

    ``450 million`` may stand for 450 and for 450,000,000. What counts nothing is left out: an ordinal
    ("4 th"), a rank ("no 1"), "one" and "two", the 1 of "1 year".
    """
    found: list[frozenset[float]] = []
    at = 0
    while at < len(words):
        values, at = counted_at(words, at)
        if values:
            found.append(values)
    return tuple(found)


def counted_at(words: Sequence[str], at: int) -> tuple[frozenset[float], int]:
    """Return the values of the number that begins at a word, none if it counts nothing, and its end."""
    number = number_at(words, at)
    if number is None:
        return frozenset(), at + 1
    values = frozenset({number.value, number.bare}) if _counts(words, at, number) else frozenset[float]()
    return values, number.end


def number_at(words: Sequence[str], at: int) -> Number | None:
    """Return the number that begins at a word, in digits or spelled ("one hundred and thirty four").

    ``None`` where none begins, or where it is an ordinal.
    """
    word = words[at]
    if word[0].isdigit():
        return _in_digits(words, at)
    if word in NUMBER_WORDS:
        return _spelled(words[at : at + _LONGEST], at)
    if word in SCALES and (SCALES[word] <= _THOUSAND or words[at - 1 : at] == ["a"]):
        return _of_one(words, at)
    return None


def _of_one(words: Sequence[str], at: int) -> Number | None:
    """Return the number that begins with a "hundred" or the like before which no number stands."""
    if not _OPEN.isdisjoint(words[max(0, at - 2) : at]):
        return None
    found = _spelled(["one", *words[at : at + _LONGEST]], at - 1)
    return found._replace(bare=found.value) if found.end > at else None


def _in_digits(words: Sequence[str], at: int) -> Number | None:
    """Return a number in digits with the words that multiply it."""
    try:
        bare = value = float(words[at].replace(",", ""))
    except ValueError:
        return None
    end = at + 1
    while end < len(words) and end <= at + _MOST_SCALES and words[end] in MULTIPLIERS:
        value, end = value * MULTIPLIERS[words[end]], end + 1
    return None if end < len(words) and words[end] in _ORDINALS else Number(value, bare, end)


def _spelled(words: Sequence[str], offset: int) -> Number:
    """Return the number that some words begin with, which stand ``offset`` words behind the text's first."""
    value, end = spelled(words, 0)
    if value is None:  # two numbers that follow each other, as in "nine ten"
        value, end = Decimal(NUMBER_WORDS[words[0]]), 1
    scale = SCALES.get(words[end - 1], 1)
    return Number(float(value), float(value / scale if scale > _HUNDRED else value), offset + end)


def _counts(words: Sequence[str], at: int, number: Number) -> bool:
    """Whether a number may count something where it stands."""
    if number.end > at + 1:
        return True
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word[0].isdigit():
        ranked = word == "1" and at > 0 and words[at - 1] in _RANKS
        return not ranked and not (word in _FEW and following in _SPANS)
    return number.value >= _LEAST_WORD
