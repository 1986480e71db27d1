"""The common words of English, from the word list of pyspellchecker: read at the first look, then kept."""

from __future__ import annotations

import gzip
import re
from array import array
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import orjson
from numpy.typing import NDArray

COMMON: Final = 2_000
"""How often a word stands in the list's corpus of subtitles to be common; some 12,000 words do."""
_DIGITS: Final = len(str(COMMON))
_WORD: Final = re.compile(rb'"([^"]*)": *([0-9]+)')
"""A word of the list, as JSON has it, with its count."""


class _Words(NamedTuple):
    """What is kept of the list: the common words, and of all of them sorted hashes, which take a tenth."""

    common: frozenset[str]
    hashes: NDArray[np.int64]


@cache
def _words() -> _Words:
    """Read the list, in a tenth of a second.

    The package itself takes twice as long, and leaves 16 MB behind; so it is not imported, and only
    the words that are common ever become objects that stay.
    """
    packed = distribution("pyspellchecker").locate_file("spellchecker/resources/en.json.gz")
    listed = gzip.decompress(Path(str(packed)).read_bytes())
    hashes = array("q")
    common: list[str] = []
    for match in _WORD.finditer(listed):
        word, count = match.groups()
        hashes.append(hash(word))
        if len(count) >= _DIGITS and int(count) >= COMMON:
            common.append(orjson.loads(b'"%b"' % word))
    found = np.frombuffer(hashes, dtype=np.int64)
    found.sort()  # in place: another copy would stay behind in the memory of the process
    return _Words(frozenset(common), found)


def common_words() -> frozenset[str]:
    """Return the common words of English in lower case; the first call takes a tenth of a second."""
    return _words().common


class CommonEnglish:
    """The words of English, as a collection of the common ones that is read when it is first asked."""

    def __contains__(self, word: object) -> bool:
        """Whether a word, in lower case, is common."""
        return word in common_words()

    def lists(self, word: str) -> bool:
        """Whether a word, in lower case, is one at all, however rare; names of towns are, too."""
        hashed, hashes = hash(word.encode()), _words().hashes
        return bool(hashes[min(int(np.searchsorted(hashes, hashed)), len(hashes) - 1)] == hashed)
