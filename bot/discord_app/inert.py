"""PURE: text from packs and members made inert: no ping, markup, link or invisible character."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_JOINERS: Final = frozenset("\u200c\u200d")
"""Invisible, but Persian, Urdu and emoji need them inside words."""
_MARKUP: Final = re.compile(r"[\\*_~|`\[\]<]|:(?=//)")
_PING: Final = re.compile(r"@(?=everyone|here|[!&]?\d)", re.IGNORECASE)
_LINE_START: Final = re.compile(r"[#>+=-]|\d{1,9}(?=[.)])")


def plain(text: str) -> str:
    """Return one line without controls, surrogates and invisible characters; no markup escaped.

    For places that Discord shows as they are: an embed's author and footer, a file.
    """
    if not (text.isascii() and text.isprintable()):
        text = text.translate({ord(character): _kept(character) for character in set(text)})
    line = " ".join(text.split())
    return line if line.strip("\u200c\u200d ") else ""


def inline(text: str) -> str:
    """Return one line of inert text, for use inside a line of our own."""
    return _PING.sub("@\u200b", _MARKUP.sub(r"\\\g<0>", plain(text)))


def inert(text: str) -> str:
    """Return inert text with its paragraphs kept, for use on lines of its own."""
    lines = [guard_start(inline(line)) for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def guard_start(line: str) -> str:
    """Escape what would make a heading, list or block quote at the start of a line."""
    match = _LINE_START.match(line)
    if match is None:
        return line
    at = match.end() if match.group()[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _kept(character: str) -> str:
    """Return a character, or what may stand for it."""
    if character in _JOINERS:
        return character
    category = unicodedata.category(character)
    if category in {"Zs", "Zl", "Zp"} or character in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85":
        return " "
    return "" if category in {"Cc", "Cf", "Cs"} else character
