"""PURE: YAML that is nothing but a list of rows of texts, as packs are, read line by line.

libyaml makes an object of every event, which takes most of the time of reading a pack. A file with
anything else, or with any fault, is left to it: ``read_rows`` returns ``None``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.packs.nodes import Fields, Items, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTED: Final = r"""\"[^"\\\n]*(?:\\"[^"\\\n]*)*"|'[^'\n]*'"""
"""A text in quotation marks on one line; of what a backslash may stand for, only a quotation mark."""
_PLAIN: Final = r"[A-Za-z0-9][^\n:#]*(?:(?::(?=\S)|(?<! )#)[^\n:#]*)*(?<! )"
"""A text without quotation marks: no mark of YAML begins it, and none is in it."""
_WORD: Final = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}"
_FLAT: Final = rf"[A-Za-z0-9][^\n:#,?\[\]{{}}]*(?<! )|{_QUOTED}"
"""A text inside brackets."""
_PAIRS: Final = rf"\{{{_WORD}: (?:{_FLAT})(?:, {_WORD}: (?:{_FLAT}))*\}}"
_BRACKETS: Final = rf"\[(?:{_FLAT}|{_PAIRS})(?:, (?:{_FLAT}|{_PAIRS}))*\]"
_LINE: Final = re.compile(
    rf"^(- |  |  - |    - |    |      )(?:({_WORD}):(?: ({_PLAIN}|{_QUOTED}|{_BRACKETS}))?"
    rf"|({_PLAIN}|{_QUOTED}))$|^ *(?:#.*)?$",
    re.MULTILINE,
)
"""A line: what leads it, a key, its text or the items of its list in brackets, and an item of a list."""
_LISTED: Final = re.compile(rf"({_FLAT})|{_PAIRS}")
"""An item of a list in brackets: a text, or a mapping in braces."""
_PAIR: Final = re.compile(rf"({_WORD}): ({_FLAT})")
_BREAKS: Final = ("\t", "\r", "\x85", "\u2028", "\u2029")
"""Other white space and line breaks than spaces and line feeds."""
_ROW: Final = "- "
_BEFORE_KEY: Final = frozenset({_ROW, "  "})
_BEFORE_ITEM: Final = frozenset({"  - ", "    - "})
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
        self._inner: Fields | None = None
        """Its last item, where that is a mapping."""

    def take(self, lines: Iterable[tuple[str, str, str, str]]) -> None:
        """Take all lines; raises ``_OtherError`` where one does not follow from those before."""
        for number, (lead, key, value, item) in enumerate(lines, 1):
            if item:
                self._listed.items.append(_scalar(item, number, self._item(lead, number)))
                self.events += 1
                self._inner = None
            elif key:
                (self._field if lead in _BEFORE_KEY else self._inner_field)(lead, key, value, number)
        if self._lead == " ":
            raise _OtherError

    def _field(self, lead: str, key: str, value: str, number: int) -> None:
        """Take a field of a row, or the first of a new one."""
        row = self._begin(number) if lead == _ROW else self._row
        if row is None or self._lead == " ":
            raise _OtherError
        self._lead = ""
        if not self._set(row, key, value, number, 3):
            self._lead = " "
            row.values[key] = self._listed = Items(number, len(key) + 5)
            self.events += 3

    def _inner_field(self, lead: str, key: str, value: str, number: int) -> None:
        """Take a field of a mapping that is an item of a list."""
        column = len(lead) + 1
        if lead[-2] == "-":
            self._item(lead, number)
            self._inner = Fields(number, column)
            self._listed.items.append(self._inner)
            self.events += 2
        apart = len(self._lead) != len(lead)
        if self._inner is None or apart or not self._set(self._inner, key, value, number, column):
            raise _OtherError

    def _begin(self, number: int) -> Fields:
        """Begin a row."""
        self._row = Fields(number, 3)
        self.root.line = self.root.line or number
        self.root.items.append(self._row)
        self.events += 2
        return self._row

    def _item(self, lead: str, number: int) -> int:
        """Return the column of an item; the first of a list may stand as far to the right as its key."""
        if lead != self._lead:
            if self._lead != " " or lead not in _BEFORE_ITEM:
                raise _OtherError
            self._lead = lead
            self._listed.line, self._listed.column = number, len(lead) - 1
        return len(lead) + 1

    def _set(self, fields: Fields, key: str, written: str, line: int, column: int) -> bool:
        """Set a field to its text or to its list in brackets; whether it has one on its line."""
        if key in fields.keys:
            raise _OtherError
        fields.keys[key] = Scalar(key, True, line, column)  # noqa: FBT003  # a million times
        if not written:
            return False
        at = column + len(key) + 2
        fields.values[key] = (
            self._list(written, line, at) if written[0] == "[" else _scalar(written, line, at)
        )
        self.events += 2
        return True

    def _list(self, written: str, line: int, column: int) -> Items:
        """Return a list written in brackets."""
        found = Items(line, column)
        for match in _LISTED.finditer(written):
            text, at = match[1], column + match.start()
            found.items.append(_scalar(text, line, at) if text else self._mapping(match[0], line, at))
            self.events += 1
        self.events += 1  # beside the one that every text counts for
        return found

    def _mapping(self, written: str, line: int, column: int) -> Fields:
        """Return a mapping written in braces."""
        found = Fields(line, column)
        for match in _PAIR.finditer(written):
            key, value = match[1], match[2]
            if key in found.keys:
                raise _OtherError
            found.keys[key] = Scalar(key, plain=True, line=line, column=column + match.start(1))
            found.values[key] = _scalar(value, line, column + match.start(2))
            self.events += 2
        self.events += 1  # beside the one that every item counts for
        return found


def _scalar(written: str, line: int, column: int) -> Scalar:
    """Return a text as it stands in a line."""
    mark = written[0]
    if mark == '"':
        return Scalar(written[1:-1].replace('\\"', '"'), False, line, column)  # noqa: FBT003  # a million times
    if mark == "'":
        return Scalar(written[1:-1], False, line, column)  # noqa: FBT003  # a million times
    return Scalar(written, True, line, column)  # noqa: FBT003  # a million times
