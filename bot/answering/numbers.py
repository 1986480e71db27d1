"""PURE: the numbers that a text states, with the values each may stand for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.answering.lexicon import MULTIPLIERS, NUMBER_WORDS

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
_EVENTS: Final = r"rounds?|phase|sessions?|edition|meeting|sitting|talks|dialogue"
_PLACE: Final = re.compile(
    rf"\b(?P<event>round|phase|session|edition)\s+(?P<number>{'|'.join(_PLACES)})\b(?!\s*(?:of|/)\s*\d)"
    rf"|\b(?P<digit>[1-5])(?:st|nd|rd|th)(?=\s+(?:\w+\s+)?(?:{_EVENTS})\b)",
    re.IGNORECASE,
)
"""A place in a row of events: "round two", "2nd round"."""
_FEW: Final = frozenset({"1", "2"})
_RANKS: Final = frozenset({"no", "nr", "number"})
"""Words before a 1 that counts nothing: "their no. 1 demand"."""
_SPANS: Final = frozenset("year years yr yrs month months week weeks day days".split())
"""In "1 yr" the number is no more a count than in "one year"."""
_TEN: Final = 10
_TENS: Final = frozenset(word for word, value in NUMBER_WORDS.items() if value >= 2 * _TEN)
_LEAST_WORD: Final = 3
""""one" and "two" are seldom counts, and left out."""


def with_places_in_words(text: str) -> str:
    """Return a text with the place of an event in a row as people say it: "second round" for "round 2"."""
    return _PLACE.sub(_in_words, text)


def _in_words(match: re.Match[str]) -> str:
    """Return a place in a row in a word."""
    if match["digit"]:
        return _PLACES[match["digit"]]
    return f"{_PLACES[match['number'].casefold()]} {match['event']}"


def numbers(words: Sequence[str]) -> tuple[frozenset[float], ...]:
    """Return the values that each number among the words of a text may stand for."""
    words = _joined(words)
    places = [at for at, word in enumerate(words) if word in NUMBER_WORDS or word[0].isdigit()]
    places = [at for at in places if not (at and words[at] == "1" and words[at - 1] in _RANKS)]
    following = [words[at + 1] if at + 1 < len(words) else "" for at in places]
    found = [values(words[at], after) for at, after in zip(places, following, strict=True)]
    return tuple(each for each in found if each)


def _joined(words: Sequence[str]) -> Sequence[str]:
    """Return the words with "forty", "four" as one number: "44"."""
    if _TENS.isdisjoint(words):
        return words
    joined: list[str] = []
    for word in words:
        unit = NUMBER_WORDS.get(word, 0)
        if joined and joined[-1] in _TENS and 0 < unit < _TEN:
            joined[-1] = str(NUMBER_WORDS[joined[-1]] + unit)
        else:
            joined.append(word)
    return joined


@lru_cache(maxsize=1024)
def values(word: str, following: str) -> frozenset[float]:
    """Return the values that a number may stand for before a word; none where it counts nothing.

    ``450 million`` may stand for 450 and for 450,000,000. An ordinal ("4th") is no count.
    """
    value = None if following in _ORDINALS or (word in _FEW and following in _SPANS) else _value(word)
    return frozenset() if value is None else frozenset({value, value * MULTIPLIERS.get(following, 1)})


def _value(word: str) -> float | None:
    """Return the value of a number or number word."""
    if word[0].isdigit():
        try:
            return float(word.replace(",", ""))
        except ValueError:
            return None
    value = NUMBER_WORDS[word]
    return float(value) if value >= _LEAST_WORD else None
