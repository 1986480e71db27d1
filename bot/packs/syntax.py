"""PURE: what is wrong with the YAML of a file itself, said to its author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ASCII = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
"""What of ASCII a pack may hold: looked for in bytes, which is ten times as fast."""
_TAB_INDENT = re.compile(r"^ *\t[ \t]*\S", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_NO_YAML = "check the indentation, the colons and the quotation marks around this line"
_NO_TABS = "replace the tab by spaces"
_MENDS = {
    "mapping values are not allowed in this context": 'put a text with ": " in quotation marks',
    "found character that cannot start any token": "put the text in quotation marks",
    "did not find expected key": "check the indentation here and the quotation marks above",
    "found unexpected end of stream": "close the quotation mark that opens here",
    "found a tab character that violates indentation": _NO_TABS,
    "found a tab character where an indentation space is expected": _NO_TABS,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the YAML itself."""

    line: int
    column: int
    message: str
    mend: str


def unreadable(text: str) -> Fault | None:
    """Find the characters that no pack may hold."""
    match = (
        None if text.isascii() and not text.encode().translate(None, _ASCII) else _UNPRINTABLE.search(text)
    )
    if match is not None:
        message = f"contains a control character (U+{ord(match[0]):04X})"
        return _fault_at(text, match.start(), message, "delete it")
    match = _DIRECTIVE.search(text) if "%" in text else None
    if match is not None:
        return _fault_at(text, match.start(), "YAML directives (%) are not read", "delete the line")
    match = _TAB_INDENT.search(text) if "\t" in text else None
    if match is not None:
        message = "a tab indents this line, and YAML knows only spaces"
        place = text.index("\t", match.start())
        return _fault_at(text, place, message, _NO_TABS)
    return None


def _fault_at(text: str, place: int, message: str, mend: str) -> Fault:
    """Return what is wrong at a character of a text."""
    line = text.count("\n", 0, place) + 1
    return Fault(line, place - text.rfind("\n", 0, place), message, mend)


def syntax_fault(error: MarkedYAMLError) -> Fault:
    """Word the parser's complaint, at the place where the author has to look."""
    problem = error.problem or "the file ends too early"
    mark = error.problem_mark
    if problem == "found unexpected end of stream":
        mark = error.context_mark or mark
    said = f"{error.context}, {problem}" if error.context else problem
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Fault(line, column, f"this is no valid YAML: {said}", _MENDS.get(problem, _NO_YAML))
