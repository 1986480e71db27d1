"""PURE: YAML that is nothing but a list of flat rows of plain texts, as large packs are, read line by line.

libyaml makes an object of every event, which takes most of the time of reading a hundred thousand
rows. A file with anything else, or with any fault, is left to it: ``read_rows`` returns ``None``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.packs.nodes import Fields, Items, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN: Final = r"[A-Za-z0-9][^\n:#]*(?<! )"
"""A text without quotation marks: no mark of YAML begins it, and none is in it."""
_WORD: Final = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"
_LINE: Final = re.compile(
    rf"^(- |  |  - |    - )(?:({_WORD}):(?: ({_PLAIN})| \[({_WORD}(?:, {_WORD})*)\])?|({_PLAIN}))$"
    r"|^ *(?:#.*)?$",
    re.MULTILINE,
)
"""A line: what leads it, a key, its text or the items of its list in brackets, and an item of a list."""
_BREAKS: Final = ("\t", "\r", "\x85", "\u2028", "\u2029")
"""Other white space and line breaks than spaces and line feeds."""
_ROW: Final = "- "
_BEFORE_KEY: Final = frozenset({_ROW, "  "})
_AROUND: Final = 6
"""Events of a file beside those of its rows: the stream, the document and the list begin and end."""


class _OtherError(Exception):
    """The file is of another kind."""


def read_rows(text: str, most: int) -> Items | None:
    """Return the rows of a file, as libyaml's events would give them; ``None`` for any other kind of file.

    ``most`` is how many events it may have.
    """
    if not text.startswith((_ROW, "#")) or any(mark in text for mark in _BREAKS):
        return None
    lines = _LINE.findall(text)
    if len(lines) != text.count("\n") + 1:  # some line is none of these
        return None
    rows = _Rows()
    try:
        rows.take(lines)
    except _OtherError:
        return None
    return rows.root if rows.root.items and rows.events <= most else None


class _Rows:
    """Builds the nodes of a file line by line, and counts the events that they stand for."""

    def __init__(self) -> None:
        self.root = Items(0, 1)
        self.events = _AROUND
        self._row: Fields | None = None
        self._listed = Items(0, 0)
        """The list that is open, once it has an item."""
        self._lead = ""
        """What leads its items; nothing while none is open, a space while it has no item."""

    def take(self, lines: Iterable[tuple[str, str, str, str, str]]) -> None:
        """Take all lines; raises ``_OtherError`` where one does not follow from those before."""
        for number, (lead, key, value, listed, item) in enumerate(lines, 1):
            if item:
                if lead != self._lead:
                    self._open(lead, number)
                self._listed.items.append(Scalar(item, True, number, len(lead) + 1))  # noqa: FBT003  # a million times
                self.events += 1
            elif key:
                row = self._begin(number) if lead == _ROW else self._row
                if row is None or key in row.keys or lead not in _BEFORE_KEY or self._lead == " ":
                    raise _OtherError
                row.keys[key] = Scalar(key, True, number, 3)  # noqa: FBT003  # as above
                self._lead = ""
                if value:
                    row.values[key] = Scalar(value, True, number, len(key) + 5)  # noqa: FBT003  # as above
                    self.events += 2
                else:
                    row.values[key] = self._list(listed, number, len(key) + 5)
        if self._lead == " ":
            raise _OtherError

    def _begin(self, number: int) -> Fields:
        """Begin a row."""
        self._row = Fields(number, 3)
        self.root.line = self.root.line or number
        self.root.items.append(self._row)
        self.events += 2
        return self._row

    def _open(self, lead: str, number: int) -> None:
        """Begin the items of a list, which may stand as far to the right as its key."""
        if self._lead != " " or lead in _BEFORE_KEY:
            raise _OtherError
        self._lead = lead
        self._listed.line, self._listed.column = number, len(lead) - 1

    def _list(self, listed: str, number: int, column: int) -> Items:
        """Return a list written in brackets, or an empty one for the items of the next lines."""
        self._listed = found = Items(number, column)
        self.events += 3
        if not listed:
            self._lead = " "
            return found
        for item in listed.split(", "):
            column += 1
            found.items.append(Scalar(item, plain=True, line=number, column=column))
            column += len(item) + 1
            self.events += 1
        return found
