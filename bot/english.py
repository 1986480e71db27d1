"""The common words of English, from the word list of pyspellchecker: read at the first look, then kept."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files
from typing import Final

import orjson

COMMON: Final = 2_000
"""How often a word stands in the list's corpus of subtitles to be common; some 12,000 words do."""


@cache
def common_words() -> frozenset[str]:
    """Return the common words of English in lower case; the first call takes tenths of a second."""
    return frozenset(_listed().split("\n"))


def _listed() -> str:
    """Return the words, joined: as one text, so that nothing of the whole list stays in between them.

    The package itself takes four times as long to read its list, and leaves 16 MB behind.
    """
    packed = (files("spellchecker") / "resources" / "en.json.gz").read_bytes()
    counted: dict[str, int] = orjson.loads(gzip.decompress(packed))
    return "\n".join(word for word, count in counted.items() if count >= COMMON)


class CommonEnglish:
    """The common words of English, as a collection that is read when it is first asked for a word."""

    def __contains__(self, word: object) -> bool:
        """Whether a word, in lower case, is common."""
        return word in common_words()
