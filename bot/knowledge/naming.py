"""PURE: how names and questions are compared, which name was probably meant, and short names for ids."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from functools import lru_cache
from string import punctuation
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Collection

_CLOSE = 70
_LONGEST = 100
SHORT: Final = 7
"""Characters of a short name."""
_SHORT_BYTES: Final = 5
_NO_WORD = re.compile(r"[^\w\s]|_")
_APART = f"{punctuation}\x1c\x1d\x1e\x1f"
_ASCII = bytes.maketrans(_APART.encode(), b" " * len(_APART))
"""Punctuation, and separators that only ``str.split`` takes for spaces, to spaces."""


def folded(text: str) -> str:
    """Return the text without case, punctuation and doubled spaces, for comparing."""
    if text.isascii():
        return b" ".join(
            text.encode().lower().translate(_ASCII).split()
        ).decode()  # thrice as fast as on text
    return " ".join(_NO_WORD.sub(_space, unicodedata.normalize("NFKC", text).casefold()).split())


def nearest(word: str, known: Collection[str]) -> str | None:
    """Return the known name that ``word`` is most likely a slip for, if one is close enough."""
    names = list(known)
    found = process.extractOne(word[:_LONGEST], names, scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return found[0] if found else None


@lru_cache(maxsize=4096)  # there are two or three of them in the buttons under every answer
def short_name(entry_id: str) -> str:
    """Return the ``SHORT`` URL-safe characters that stand for an entry's id where there is little room."""
    digest = hashlib.blake2b(entry_id.encode("utf-8", "surrogatepass"), digest_size=_SHORT_BYTES).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _space(match: re.Match[str]) -> str:
    """Keep vowel signs and other marks, which belong to words in many scripts."""
    return match[0] if unicodedata.category(match[0]).startswith("M") else " "
