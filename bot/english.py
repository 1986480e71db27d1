"""The common words of English, from the word list of pyspellchecker: read at the first look, then kept."""

from __future__ import annotations

from functools import cache
from typing import Final

COMMON: Final = 2_000
"""How often a word stands in the list's corpus of subtitles to be common; some 12,000 words do."""


@cache
def common_words() -> frozenset[str]:
    """Return the common words of English in lower case; the first call takes tenths of a second."""
    from spellchecker import SpellChecker  # noqa: PLC0415  # reading it costs a start more than an import

    counted = SpellChecker(language="en").word_frequency
    return frozenset(word for word in counted.words() if counted[word] >= COMMON)


class CommonEnglish:
    """The common words of English, as a collection that is read when it is first asked for a word."""

    def __contains__(self, word: object) -> bool:
        """Whether a word, in lower case, is common."""
        return word in common_words()
