"""PURE: the numbers that a text states, with the values each may stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.lexicon import MULTIPLIERS, NUMBER_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_ORDINALS: Final = frozenset({"st", "nd", "rd", "th"})
_LEAST_WORD: Final = 3
""""one" and "two" are seldom counts, and left out."""


def numbers(words: Sequence[str]) -> tuple[frozenset[float], ...]:
    """Return the values that each number among the words of a text may stand for.

    ``450 million`` may stand for 450 and for 450,000,000. An ordinal ("4th") is no count.
    """
    found: list[frozenset[float]] = []
    for position in [at for at, word in enumerate(words) if word in NUMBER_WORDS or word[0].isdigit()]:
        word = words[position]
        following = words[position + 1] if position + 1 < len(words) else ""
        value = _value(word)
        if value is not None and following not in _ORDINALS:
            found.append(frozenset({value, value * MULTIPLIERS.get(following, 1)}))
    return tuple(found)


def _value(word: str) -> float | None:
    """Return the value of a number or number word."""
    if word[0].isdigit():
        try:
            return float(word.replace(",", ""))
        except ValueError:
            return None
    value = NUMBER_WORDS[word]
    return float(value) if value >= _LEAST_WORD else None
