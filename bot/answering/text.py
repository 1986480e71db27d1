"""PURE: from text to tokens: normalised words with their place, stem and capitals."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, cast

import Stemmer

from bot.answering.lexicon import SHORTHAND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAX_CHARACTERS = 4_000
"""Longest message that is read (Discord's own limit with Nitro); the rest is ignored."""
MAX_TOKENS = 600
END: Final = "\n"
"""What ``pieces`` puts after the words of each text."""

_NOISE = re.compile(
    r"```.*?```|https?://\S+|<a?:\w+:\d+>|<[@#][!&]?\d+>|<t:-?\d+(?::\w)?>",
    re.DOTALL | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*|%|\$")
_WORD_OR_END = re.compile(rf"{_WORD.pattern}|{END}")
_STEMS: Final = {
    word: stem
    for stem, words in (
        ("attacker", "attacker attackers"),
        ("departm", "department departments"),
        ("authorit", "authority authorities"),
        ("emergenc", "emergency emergencies"),
        ("importan", "important importance"),
        ("universit", "university universities"),
    )
    for word in words.split()
}
"""Words that Snowball gives the stem of others: "attackers killed" are no attacks."""
_APOSTROPHE = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})  # noqa: RUF001  # as typed
SENTENCE_END: Final = frozenset('.!?\n:;"“”')
_snowball = cast("Callable[[str], str]", Stemmer.Stemmer("english").stemWord)  # pyright: ignore[reportUnknownMemberType]  # PyStemmer ships no types


class Token(NamedTuple):
    """A word or number of a text. ``word`` is casefolded without a possessive ``'s``."""

    raw: str
    word: str
    stem: str
    capital: bool
    """Whether it begins with a capital letter inside a sentence, or is all capitals."""
    number: bool
    start: int
    """Where it begins in the normalised text, in characters."""


def normalise(text: str) -> str:
    """Return NFKC text, cut to ``MAX_CHARACTERS``, without links, mentions and code blocks.

    Runs of white space become one space, or one line break where they hold one: what looks for
    dates would otherwise walk a long run again from each of its places.
    """
    text = text[:MAX_CHARACTERS]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)[:MAX_CHARACTERS].translate(_APOSTROPHE)
    if "<" in text or "//" in text or "```" in text:  # what every kind of noise has
        text = _NOISE.sub(" ", text)
    lines = (" ".join(line.split()) for line in text.replace("`", "'").splitlines())
    return "\n".join(filter(None, lines))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the Snowball English stem of a casefolded word, but one of its own where that is another's."""
    return _STEMS.get(word) or _snowball(word)


def fold(text: str) -> str:
    """Return text casefolded with accents removed, so that ``Café`` equals ``cafe``."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def as_typed(word: str, raw: str) -> str:
    """Return a word in the case of what was typed for it: in a text of capitals it is no name."""
    if is_acronym(raw):
        return word.upper()
    return word.capitalize() if raw[0].isupper() else word


@lru_cache(maxsize=16)  # a question is split again after each step of its reading, mostly unchanged
def tokenise(plain: str, *, cased: bool = False) -> tuple[Token, ...]:
    """Return the tokens of a normalised text, at most ``MAX_TOKENS``.

    In a ``cased`` one, where only names have capitals, those at the beginning of a sentence count too.
    """
    shouting = not cased and plain.isupper()
    tokens: list[Token] = []
    end = 0
    for match in islice(_WORD.finditer(plain), MAX_TOKENS):
        raw, start = match[0], match.start()
        word, stemmed, number, capital = _told_by(raw)
        if capital and not cased:
            starts = end == 0 or not SENTENCE_END.isdisjoint(plain[end:start])
            capital = not shouting and (not starts or is_acronym(raw))
        tokens.append(Token(raw, word, stemmed, capital, number, start))
        end = match.end()
    return tuple(tokens)


@lru_cache(maxsize=65_536)
def _told_by(raw: str) -> tuple[str, str, bool, bool]:
    """Return of a word as written how it is compared, its stem, whether it is a number and has a capital."""
    word, number = compared(raw), raw[0].isdigit()
    return word, word if number else stem(word), number, raw[0].isupper()


def split(plain: str) -> tuple[list[str], list[str]]:
    """Return the words of a normalised text as written, and as ``Token.word`` has them."""
    raw = _WORD.findall(plain)[:MAX_TOKENS]
    return raw, list(map(compared, raw))


def pieces(texts: Iterable[str]) -> list[str]:
    """Return what stands between the spaces of texts, with ``END`` after that of each.

    The words of the pieces, as ``words_in`` has them, are those that ``split`` finds in the texts.
    """
    lines = [*map(_line, texts), ""]
    return f" {END} ".join(lines).split(" ")[:-1]


def words_in(piece: str) -> list[str]:
    """Return the words of a piece of a text as written; ``END`` is one."""
    return _WORD_OR_END.findall(piece)


def _line(text: str) -> str:
    """Return a text on one line that has the same words when it is normalised, no more than are read."""
    if not text.isascii() or "<" in text or "//" in text or "`" in text:
        text = normalise(text)
    text = text[:MAX_CHARACTERS]
    return " ".join(split(text)[0]) if len(text) > MAX_TOKENS else text.replace(END, " ")


def beginnings(plain: str, raw: Iterable[str]) -> list[int]:
    """Return where each of the words that ``split`` finds in a text begins, in characters."""
    found: list[int] = []
    end = 0
    for word in raw:  # between words there is nothing that could be one
        start = plain.index(word, end)
        found.append(start)
        end = start + len(word)
    return found


@lru_cache(maxsize=65_536)
def compared(raw: str) -> str:
    """Return a word as it is compared: casefolded, no shorthand, without a possessive or an apostrophe."""
    word = fold(raw)
    word = word.removesuffix("'s").replace("'", "") if "'" in word else word
    return SHORTHAND.get(word, word)


def is_acronym(raw: str) -> bool:
    """Whether a word is written in capitals, at least two of them, perhaps with a possessive ``'s``."""
    bare = raw[:-2] if raw[-2:] in {"'s", "\N{RIGHT SINGLE QUOTATION MARK}s"} else raw
    return len(bare) > 1 and bare.isupper()
