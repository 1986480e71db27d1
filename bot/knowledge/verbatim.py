"""PURE: whether a text has some words exactly so; only how they are set (spaces, quote marks) is free."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Found: TypeAlias = Literal["found", "other capitals", "cut off", "edited", "absent"]
"""How a text has some words.

``cut off``: it has them, but goes on where the quotation ends its sentence. ``edited``: they were
shortened or added to, with ``…`` or ``[ ]``, and the text does not have them so.
"""

_ACCENTS: Final = str.maketrans("`\u00b4", "''")
_SINGLE: Final = re.compile("[\u2018-\u201b\u2039\u203a\u2032]")
_DOUBLE: Final = re.compile("[\u201c-\u201f\u00ab\u00bb\u2033\u300c-\u300f]|''")
_HYPHENS: Final = re.compile("[\u2010-\u2013\u2212]")
_DASHES: Final = re.compile("[\u2014\u2015\u2e3a\u2e3b]|--+")
_ELLIPSIS: Final = re.compile(r"\. ?\. ?\.(?: ?\.)*")
_EDITED: Final = re.compile(r"\.\.\.|[\[\]]")
_ANY_MARK: Final = "['\"]"
_END: Final = re.compile(
    r"""\.(?![\w.])  # a full stop that is no decimal point and no ellipsis
    |[,;]?"(?![^.!?"]{0,120}"[a-z])  # the quotation ends, and does not go on after "he said"
    |[,;]'(?!\w)|(?<!s)'(?!\w)  # the same in single marks, which after an s may be a genitive
    |$""",
    re.VERBOSE,
)
"""What may follow words that a quotation ends with a full stop: texts put the stop elsewhere."""


def set_plainly(text: str) -> str:
    """Return a text with one kind of space, dash and quote mark, and without invisible characters."""
    text = unicodedata.normalize("NFKC", text.translate(_ACCENTS))
    if not text.isprintable():
        text = "".join([char if char.isprintable() else _stand_in(char) for char in text])
    text = _DOUBLE.sub('"', _SINGLE.sub("'", text))
    text = _DASHES.sub(" - ", _HYPHENS.sub("-", text))
    return _ELLIPSIS.sub("...", " ".join(text.split()))


def find_words(words: str, text: str) -> Found:
    """Say how a text has some words; both as ``set_plainly`` returns them."""
    wanted = words.strip("'\" ")
    if not any(char.isalnum() for char in wanted):
        return "absent"
    ends = wanted.endswith(".") and not wanted.endswith("...")
    body = wanted[:-1].rstrip() if ends else wanted
    places = list(_places(body, text))
    if any(not ends or _END.match(text, place) for place in places):
        return "found"
    if places:
        return "cut off"
    if any(_places(body, text, re.IGNORECASE)):
        return "other capitals"
    return "edited" if _EDITED.search(wanted) else "absent"


def _stand_in(char: str) -> str:
    """Return nothing for a soft hyphen and its like, which only format; for the rest a space."""
    return "" if unicodedata.category(char) == "Cf" else " "


def _places(words: str, text: str, flags: re.RegexFlag = re.NOFLAG) -> Iterator[int]:
    """Yield where some words end in a text, never inside a longer word or number: "can" is not "can't"."""
    literal = re.sub(_ANY_MARK, lambda _: _ANY_MARK, re.escape(words))
    before = r"(?<!\w)(?<!\w['-])(?<!\d[.,])" if _in_word(words[0]) else ""
    after = r"(?!\w)(?!['-]\w)(?![.,]\d)(?!%)" if _in_word(words[-1]) else ""
    for match in re.finditer(f"{before}{literal}{after}", text, flags):
        following = text[match.end() : match.end() + 1]
        if not (following and _is_mark(following)):
            yield match.end()


def _in_word(char: str) -> bool:
    """Whether a character is part of a word."""
    return char.isalnum() or char == "_" or _is_mark(char)


def _is_mark(char: str) -> bool:
    """Whether a character belongs to the one before it, as accents and vowel signs do."""
    return unicodedata.category(char).startswith("M")
