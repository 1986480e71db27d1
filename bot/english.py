"""The words of English, from the lists of pyspellchecker and chunspell: read at the first look, then kept."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import orjson
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMON: Final = 2_000
"""How often a word stands in the list's corpus of subtitles to be common; some 12,000 words do."""
_WORD: Final = re.compile(rb'\n"([^"]*)"')
_OFTEN: Final = re.compile(rb'\n("[^"]*"): ([0-9]{%d,})' % len(str(COMMON)))
"""A word whose count has enough digits. A line's beginning is found ten times as fast as a quotation mark."""
_ENTRY: Final = re.compile(rb"^([A-Za-z]{2,})(?:/|$)", re.MULTILINE)
"""A word of a Hunspell dictionary, without its forms."""


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
    return _sorted(match[1] for match in _WORD.finditer(_listed()))


@cache
def _small() -> NDArray[np.int64]:
    """Return the hashes of what a dictionary writes in small letters, likewise."""
    return _sorted(word for word in spelt() if word.islower())


@cache
def _capitalised() -> NDArray[np.int64]:
    """Return the hashes, in small letters, of what a dictionary writes with a capital, likewise."""
    return _sorted(word.lower() for word in spelt() if not word.islower())


def spelt() -> list[bytes]:
    """Return the words of the Hunspell dictionary of American English in chunspell, as they are written.

    Only its file is read: the code of that package is not imported. Where it is not installed, as on a Mac
    with Intel or Windows on ARM, there are none.
    """
    try:
        found = distribution("chunspell")
    except PackageNotFoundError:
        return []
    return _ENTRY.findall(Path(str(found.locate_file("hunspell/dictionaries/en_US.dic"))).read_bytes())


def _sorted(words: Iterable[bytes]) -> NDArray[np.int64]:
    """Return the hashes of words, sorted."""
    found = np.fromiter(map(hash, words), dtype=np.int64)
    found.sort()  # in place: another copy would stay behind in the memory of the process
    return found


def _holds(hashes: NDArray[np.int64], word: str) -> bool:
    """Whether the hash of a word is among sorted ones."""
    hashed = hash(word.encode())
    return len(hashes) > 0 and bool(
        hashes[min(int(np.searchsorted(hashes, hashed)), len(hashes) - 1)] == hashed
    )


def read_words() -> None:
    """Read everything now, so that no question waits for it."""
    common_words()
    _hashes()
    _small()
    _capitalised()


class CommonEnglish:
    """The words of English, as a collection of the common ones that is read when it is first asked."""

    def __contains__(self, word: object) -> bool:
        """Whether a word, in lower case, is common."""
        return word in common_words()

    def lists(self, word: str) -> bool:
        """Whether a word, in lower case, is one at all, however rare; names of towns are, too."""
        return _holds(_hashes(), word)

    def writes_small(self, word: str) -> bool:
        """Whether a dictionary has a word, in lower case, that is no name, however rare."""
        return _holds(_small(), word)

    def writes_as_name(self, word: str) -> bool:
        """Whether a dictionary has a word, in lower case, as a name and as nothing else."""
        return _holds(_capitalised(), word) and not _holds(_small(), word)
