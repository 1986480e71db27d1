"""PURE: the words and patterns of which written dates are made, and what a form of them is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, TypeAlias

from bot.answering.lexicon import MONTHS, NUMBER_WORDS
from bot.knowledge.periods import Period

Read: TypeAlias = Callable[[Mapping[str, str], date | None], tuple[Period, ...]]
"""From the named groups of a match, in lower case, and the day of asking to what they may mean."""
Begins: TypeAlias = Literal["digit", "month", "word"]
"""What a date of some form begins with; only where such a thing stands it is looked for."""
Written: TypeAlias = tuple[str, Read, Begins, frozenset[str]]
"""A pattern with its reader, what it begins with, and words of which a text needs one."""

MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR: Final = r"(?:19|20)\d\d"
COUNT: Final = rf"\d{{1,2}}|{'|'.join(word for word, value in NUMBER_WORDS.items() if 0 < value <= 12)}"  # noqa: PLR2004  # months
MONTH_NAMES: Final = frozenset(MONTHS)
YEARS_IN_DIGITS: Final = frozenset(map(str, range(1900, 2100)))


def number(text: str) -> int:
    """Return what a number in digits or in a word stands for; "a" is one."""
    return int(text) if text.isdigit() else NUMBER_WORDS.get(text, 1)


_FLAGS: Final = re.IGNORECASE | re.ASCII
_APART: Final = r"(?<![\w$])"
_DIGIT: Final = re.compile(rf"{_APART}\d", _FLAGS)
_ANY_MONTH: Final = re.compile(rf"{_APART}(?:{MONTH})", _FLAGS)


class Form(NamedTuple):
    """A way to write a period: its pattern, its reader, what it begins with, words of which a text needs one.

    Beginnings and words only spare work: elsewhere, and in a text without any, nothing can match.
    """

    pattern: re.Pattern[str]
    read: Read
    begins: Begins
    words: frozenset[str]

    def matches(self, plain: str, begins: Mapping[Begins, Sequence[int]]) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, of which ``begins`` are the places where digits and months begin."""
        if self.begins == "word":
            yield from self.pattern.finditer(plain)
            return
        end = 0
        for start in begins[self.begins]:
            match = self.pattern.match(plain, start) if start >= end else None
            if match:
                end = match.end()
                yield match


def form(pattern: str, read: Read, begins: Begins, words: frozenset[str]) -> Form:
    """Return a form, of which the pattern must stand apart from other words and numbers."""
    return Form(re.compile(rf"{_APART}(?:{pattern})(?![\w%])", _FLAGS), read, begins, words)


def beginnings(plain: str, *, months: bool) -> Mapping[Begins, Sequence[int]]:
    """Return the places of a text where digits begin, and months where it has any."""
    return {
        "digit": [found.start() for found in _DIGIT.finditer(plain)],
        "month": [found.start() for found in _ANY_MONTH.finditer(plain)] if months else (),
    }
