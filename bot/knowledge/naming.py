"""PURE: how names and questions are compared, and which name an author probably meant."""

from __future__ import annotations

import re
import unicodedata
from string import punctuation
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Collection

_CLOSE = 70
_LONGEST = 100
_NO_WORD = re.compile(r"[^\w\s]|_")
_ASCII = str.maketrans(dict.fromkeys(punctuation, " "))


def folded(text: str) -> str:
    """Return the text without case, punctuation and doubled spaces, for comparing."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII).split())
    return " ".join(_NO_WORD.sub(_space, unicodedata.normalize("NFKC", text).casefold()).split())


def nearest(word: str, known: Collection[str]) -> str | None:
    """Return the known name that ``word`` is most likely a slip for, if one is close enough."""
    names = list(known)
    found = process.extractOne(word[:_LONGEST], names, scorer=fuzz.ratio, score_cutoff=_CLOSE)
    return found[0] if found else None


def _space(match: re.Match[str]) -> str:
    """Keep vowel signs and other marks, which belong to words in many scripts."""
    return match[0] if unicodedata.category(match[0]).startswith("M") else " "
