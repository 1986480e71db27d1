"""The common words of English, from the word list of pyspellchecker: read at the first look, then kept."""

from __future__ import annotations

import gzip
import re
from array import array
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import orjson

if TYPE_CHECKING:
    from numpy.typing import NDArray

COMMON: Final = 2_000
"""How often a word stands in the list's corpus of subtitles to be common; some 12,000 words do."""


_WORD: Final = re.compile(rb'("[^"]*"): *([0-9]{4,})')
"""A word of the list, as JSON has it, with a count that may be high enough."""


_ANY_WORD: Final = re.compile(rb'"([^"]*)": *[0-9]')


@cache
def common_words() -> frozenset[str]:
    """Return the common words of English in lower case; the first call takes a tenth of a second.

    The package itself takes four times as long to read its list, and leaves 16 MB behind; so it is not
    imported, and only the words that are common ever become objects.
    """
    found = (match.groups() for match in _WORD.finditer(_listed()))
    return frozenset(orjson.loads(word) for word, count in found if int(count) >= COMMON)


@cache
def _hashes() -> NDArray[np.int64]:
    """Return the sorted hashes of all words of the list: as texts they would fill 16 MB."""
    found = np.frombuffer(
        array("q", (hash(match[1]) for match in _ANY_WORD.finditer(_listed()))), dtype=np.int64
    )
    found.sort()  # in place: another copy would stay behind in the memory of the process
    return found


def _listed() -> bytes:
    """Return the list as it is in the package, JSON of words with counts."""
    packed = distribution("pyspellchecker").locate_file("spellchecker/resources/en.json.gz")
    return gzip.decompress(Path(str(packed)).read_bytes())


class CommonEnglish:
    """The common words of English, as a collection that is read when it is first asked for a word."""

    def __contains__(self, word: object) -> bool:
        """Whether a word, in lower case, is common."""
        return word in common_words()

    def lists(self, word: str) -> bool:
        """Whether a word, in lower case, is one at all, however rare; names of towns are, too."""
        hashed, hashes = hash(word.encode()), _hashes()
        return bool(hashes[min(int(np.searchsorted(hashes, hashed)), len(hashes) - 1)] == hashed)
