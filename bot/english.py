"""The common words of English, from the word list of pyspellchecker: read at the first look, then kept."""

from __future__ import annotations

import gzip
import re
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

import orjson

COMMON: Final = 2_000
"""How often a word stands in the list's corpus of subtitles to be common; some 12,000 words do."""


_WORD: Final = re.compile(rb'("[^"]*"): *([0-9]{4,})')
"""A word of the list, as JSON has it, with a count that may be high enough."""


@cache
def common_words() -> frozenset[str]:
    """Return the common words of English in lower case; the first call takes a tenth of a second.

    The package itself takes four times as long to read its list, and leaves 16 MB behind; so it is not
    imported, and only the words that are common ever become objects.
    """
    packed = distribution("pyspellchecker").locate_file("spellchecker/resources/en.json.gz")
    listed = gzip.decompress(Path(str(packed)).read_bytes())
    found = (match.groups() for match in _WORD.finditer(listed))
    return frozenset(orjson.loads(word) for word, count in found if int(count) >= COMMON)


class CommonEnglish:
    """The common words of English, as a collection that is read when it is first asked for a word."""

    def __contains__(self, word: object) -> bool:
        """Whether a word, in lower case, is common."""
        return word in common_words()
