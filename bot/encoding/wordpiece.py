"""PURE: text to word pieces, as BERT's uncased models were trained on (Devlin et al. 2018)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MOST_CHARACTERS: Final = 2_000
"""Characters of a text that are read: more than the word pieces that the model takes in."""
_LONGEST_WORD: Final = 100
_UNKNOWN, _FIRST, _LAST = "[UNK]", "[CLS]", "[SEP]"
SPECIAL: Final = (_UNKNOWN, _FIRST, _LAST)
"""Pieces that every vocabulary must have."""
_CHINESE: Final = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
"""Blocks whose characters are words of their own, as the original tokeniser has them."""
_ASCII_SIGNS: Final = ((33, 47), (58, 64), (91, 96), (123, 126))


class WordPiece:
    """Cuts texts into the pieces of one vocabulary, longest first, and gives their numbers."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """Take the pieces in the order of their numbers (``ValueError`` without the special ones)."""
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(vocabulary)}
        missing = [piece for piece in SPECIAL if piece not in self._numbers]
        if missing:
            message = f"the vocabulary lacks {', '.join(missing)}"
            raise ValueError(message)
        self.size: Final = max(self._numbers.values()) + 1

    def numbers(self, text: str, most: int) -> list[int]:
        """Return the numbers of a text's pieces between those of its beginning and end, at most ``most``."""
        found = [self._numbers[_FIRST]]
        for word in _words(text[:MOST_CHARACTERS]):
            found += self._pieces(word)
            if len(found) >= most:
                break
        return [*found[: most - 1], self._numbers[_LAST]]

    def _pieces(self, word: str) -> list[int]:
        """Return the numbers of the longest pieces that make up a word, or that of an unknown word."""
        unknown = [self._numbers[_UNKNOWN]]
        if len(word) > _LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if prefix + word[start:end] in self._numbers), None)
            if end is None:
                return unknown
            found.append(self._numbers[prefix + word[start:end]])
            start = end
        return found


def _words(text: str) -> Iterator[str]:
    """Yield the words and signs of a text in lower case without accents."""
    spaced = "".join(map(_spaced, text))
    for word in spaced.split():
        plain = unicodedata.normalize("NFD", word.lower())
        bare = "".join(char for char in plain if unicodedata.category(char) != "Mn")
        yield from "".join(f" {char} " if _is_sign(char) else char for char in bare).split()


def _spaced(char: str) -> str:
    """Return a character as it is cut at: control characters vanish, Chinese ones stand alone."""
    code = ord(char)
    if char in "\t\n\r":
        return " "
    if code in {0, 0xFFFD} or unicodedata.category(char).startswith("C"):
        return ""
    if any(first <= code <= last for first, last in _CHINESE):
        return f" {char} "
    return " " if unicodedata.category(char) == "Zs" else char


def _is_sign(char: str) -> bool:
    """Whether a character is punctuation, or one of ASCII's other signs."""
    code = ord(char)
    ascii_sign = any(first <= code <= last for first, last in _ASCII_SIGNS)
    return ascii_sign or unicodedata.category(char).startswith("P")
