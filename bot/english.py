"""The words of English, from the word list of pyspellchecker: read at the first look, then kept."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

import numpy as np
import orjson
from numpy.typing import NDArray

COMMON: Final = 2_000
"""How often a word stands in the list's corpus of subtitles to be common; some 12,000 words do."""
_WORD: Final = re.compile(rb'\n"([^"]*)"')
_OFTEN: Final = re.compile(rb'\n("[^"]*"): ([0-9]{%d,})' % len(str(COMMON)))
"""A word whose count has enough digits. A line's beginning is found ten times as fast as a quotation mark."""


def _listed() -> bytes:
    """Read the list: JSON, with a word and its count on each line.

    The package itself would leave 16 MB behind, so it is not imported.
    """
    packed = distribution("pyspellchecker").locate_file("spellchecker/resources/en.json.gz")
    return gzip.decompress(Path(str(packed)).read_bytes())


@cache
def common_words() -> frozenset[str]:
    """Return the common words of English in lower case; the first call takes 0.04 s.

    A question may wait for it, so no other word ever becomes an object.
    """
    often: list[tuple[bytes, bytes]] = _OFTEN.findall(_listed())
    common = b",".join([word for word, count in often if int(count) >= COMMON])
    words: list[str] = orjson.loads(b"[%b]" % common)
    return frozenset(words)


@cache
def _hashes() -> NDArray[np.int64]:
    """Return the hashes of all words, sorted, which take a tenth of what words do; in 0.06 s."""
    found = np.fromiter((hash(match[1]) for match in _WORD.finditer(_listed())), dtype=np.int64)
    found.sort()  # in place: another copy would stay behind in the memory of the process
    return found


def read_words() -> None:
    """Read everything now, so that no question waits for it."""
    common_words()
    _hashes()


class CommonEnglish:
    """The words of English, as a collection of the common ones that is read when it is first asked."""

    def __contains__(self, word: object) -> bool:
        """Whether a word, in lower case, is common."""
        return word in common_words()

    def lists(self, word: str) -> bool:
        """Whether a word, in lower case, is one at all, however rare; names of towns are, too."""
        hashed, hashes = hash(word.encode()), _hashes()
        return bool(hashes[min(int(np.searchsorted(hashes, hashed)), len(hashes) - 1)] == hashed)
