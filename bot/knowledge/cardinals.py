"""PURE: numbers written as English words, as in "one hundred and thirty-four"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL: Final = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "lac": 100_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_HUNDRED: Final = 100
_TEN: Final = 10
_TWENTY: Final = 20


class _Spelled:
    """A number being read word by word."""

    def __init__(self) -> None:
        self._whole = 0
        self._part = 0
        self._below = 10**18
        self._open = True

    @property
    def value(self) -> int:
        """The number so far."""
        return self._whole + self._part

    def take(self, word: str) -> bool:
        """Add a word; ``False`` when it can't go on the number."""
        return self._small(SMALL[word]) if word in SMALL else self._scale(word)

    def _small(self, value: int) -> bool:
        """Add a number below 100."""
        rest = self._part % _HUNDRED
        after_tens = rest >= _TWENTY and rest % _TEN == 0 and 0 < value < _TEN
        if not after_tens and (rest or not self._open):
            return False
        self._open = value != 0 and value >= _TWENTY
        self._part += value
        return True

    def _scale(self, word: str) -> bool:
        """Multiply by a hundred, a thousand and so on; each must be smaller than the one before."""
        scale = SCALES[word]
        if not self._part or scale >= self._below:
            return False
        self._open = True
        if scale == _HUNDRED:
            self._part *= _HUNDRED
            return self._part < _HUNDRED * _HUNDRED
        self._whole += self._part * scale
        self._part, self._below = 0, scale
        return True


def scale_of(word: str) -> int | None:
    """Return what a word multiplies a number by, as in ``million`` or ``crores``."""
    return SCALES.get(word) or SCALES.get(word.removesuffix("s"))


def spelled(words: Sequence[str], start: int) -> tuple[Decimal | None, int]:
    """Read the number that begins at ``words[start]``, a word of ``SMALL``.

    Returns its value and where it ends; ``None`` for a run of number words that is no one number.
    """
    number = _Spelled()
    at, sound, last = start, True, ""
    while at < len(words):
        word = words[at]
        if word in SMALL or word in SCALES:
            sound = sound and number.take(word)
            last = word
        elif not _joins(words, at, last):
            break
        elif word == ",":
            sound = False
        at += 1
    return (Decimal(number.value) if sound else None), at


def _joins(words: Sequence[str], at: int, last: str) -> bool:
    """Whether a hyphen, a comma or "and" stands inside a number."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == "-":
        return following in SMALL or following in SCALES
    if words[at] == ",":  # "one thousand, five hundred" may be one number
        return SCALES.get(last, 0) > _HUNDRED and following in SMALL
    return words[at] == "and" and last in SCALES and following in SMALL
