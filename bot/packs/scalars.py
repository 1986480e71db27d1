"""PURE: how one scalar is read, decided by the field that asks rather than by YAML's guesses.

So ``date: 2023-02`` is a month, ``id: no`` is a word and ``title: 2023`` is a text.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, TypeVar

from bot.knowledge.periods import Period
from bot.packs import limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.knowledge.model import Number
    from bot.packs.nodes import Scalar

L = TypeVar("L", bound=str)

LONGEST_NUMBER = 40

_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_BLANK_LINES = re.compile(r"\n{3,}")


class WrongValueError(ValueError):
    """A scalar that its field can't take."""

    def __init__(self, message: str, mend: str) -> None:
        """Keep what is wrong and how to mend it."""
        self.message = message
        self.mend = mend
        super().__init__(message)


def shown(text: str) -> str:
    """Quote a text for a message, cut short and on one line."""
    return repr(text if len(text) <= 60 else text[:57] + "...")  # noqa: PLR2004  # fits one line


def line(limit: int) -> Callable[[Scalar], str]:
    """Return a reader of one line of text; runs of white space become one space."""

    def read(scalar: Scalar) -> str:
        text = scalar.text
        if 0 < len(text) <= limit and _is_on_one_line(text):  # as nearly all of them
            return text
        return _text(_on_one_line(text), limit)

    return read


def name(limit: int) -> Callable[[Scalar], str]:
    """Return a reader of one line that many entries have in common: each text is kept once."""
    read = line(limit)
    return lambda scalar: intern(read(scalar))


def prose(limit: int) -> Callable[[Scalar], str]:
    """Return a reader of text that may have lines and paragraphs."""

    def read(scalar: Scalar) -> str:
        text = scalar.text
        if "\n" not in text:
            return _text(_on_one_line(text), limit)
        lines = (part.expandtabs(4).rstrip() for part in _clean(text).splitlines())
        return _text(_BLANK_LINES.sub("\n\n", "\n".join(lines)).strip(), limit)

    return read


def choice(*allowed: L) -> Callable[[Scalar], L]:
    """Return a reader of one of a few words."""
    words: dict[str, L] = {word: word for word in allowed}

    def read(scalar: Scalar) -> L:
        if scalar.text not in words:
            message = f"{shown(scalar.text)} is not allowed here"
            raise WrongValueError(message, f"write one of: {', '.join(words)}")
        return words[scalar.text]

    return read


def identifier(scalar: Scalar) -> str:
    """Read an id."""
    text = scalar.text
    if len(text) > limits.ID:
        message = f"an id of {len(text)} characters is too long"
        raise WrongValueError(message, f"shorten it to {limits.ID}")
    if not _ID.fullmatch(text):
        message = f"{shown(text)} is no id"
        raise WrongValueError(message, "write lower-case words joined by - or _, as in ned-price")
    return text


def number(scalar: Scalar) -> Number:
    """Read a finite decimal number, whole where it is written whole."""
    text = scalar.text
    if not scalar.plain:
        message = f"{shown(text)} is a text, not a number"
        raise WrongValueError(message, "write the number without quotation marks")
    match = _NUMBER.fullmatch(text)
    if match is None or len(text) > LONGEST_NUMBER:
        message = f"{shown(text)} is no number"
        raise WrongValueError(message, "write digits only, as in 134, 80000 or 2.5")
    value = float(text) if match[2] else int(text)
    if abs(value) > limits.LARGEST:
        message = f"{shown(text)} is too large a number"
        raise WrongValueError(message, "write it in a larger unit, as in 80 million")
    return value


def period(scalar: Scalar) -> Period:
    """Read a partial date or a span of two."""
    try:
        return _parsed(scalar.text)
    except ValueError as error:
        mend = "write 2023, 2023-02 or 2023-02-17, or two of them joined by /"
        message = str(error).split(";", maxsplit=1)[0]
        raise WrongValueError(message, mend) from error


_parsed = lru_cache(maxsize=1024)(Period.parse)
"""Many entries are of the same days, which are kept once."""


def day(scalar: Scalar) -> date:
    """Read one whole date."""
    try:
        if _DAY.fullmatch(scalar.text):
            return date.fromisoformat(scalar.text)
    except ValueError:
        pass  # a day that no calendar has is refused below like any other text
    message = f"{shown(scalar.text)} is no day of the calendar"
    raise WrongValueError(message, "write a whole date, as in 2027-01-31")


def _is_on_one_line(text: str) -> bool:
    """Whether a text, not empty, has single spaces between its words and no other white space."""
    return text.isprintable() and "  " not in text and text[0] != " " and text[-1] != " "


def _on_one_line(text: str) -> str:
    """Return a text with single spaces between its words."""
    return text if text and _is_on_one_line(text) else " ".join(_clean(text).split())


def _clean(text: str) -> str:
    """Return a text that has nothing invisible but white space."""
    match = _HIDDEN.search(text)
    if match is not None:
        message = f"contains a control character (U+{ord(match[0]):04X})"
        raise WrongValueError(message, "delete it")
    return text


def _text(text: str, limit: int) -> str:
    if not text:
        message = "is empty"
        raise WrongValueError(message, "write a text, or delete the key")
    if len(text) > limit:
        message = f"is {len(text):,} characters long, and the limit is {limit:,}"
        raise WrongValueError(message, "shorten it")
    return text
