"""PURE: slips in the short words with which people ask, told by the words beside them; what adds nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.answering.lexicon import FUNCTION_WORDS, WORLD_NAMES
from bot.answering.text import as_typed, fold

if TYPE_CHECKING:
    from collections.abc import Callable

_ASKING: Final = tuple("what when where which who why how".split())
_VERBS: Final = (
    "were",
    "was",
    "are",
    "is",
    "did",
    "does",
    "do",
    "has",
    "have",
    "had",
    "will",
    "would",
    "can",
)
_AFTER_HOW: Final = ("many", "much")
_ASK, _VERB, _LETTER = "|".join(_ASKING), "|".join(_VERBS), r"[^\W\d_]"
_ADDS_NOTHING: Final = re.compile(
    rf"\b({_ASK})\s+(?:on\s+earth|in\s+the\s+world|the\s+(?:hell|heck))\b", re.IGNORECASE
)
_HOW_MANY: Final = re.compile(
    rf"\b(how\s+)({_LETTER}{{3,5}})\b(?!\s+(?:i|we|you|he|she|they|it|one)\b)", re.IGNORECASE
)
_OPENER: Final = re.compile(rf"(\A\W*|[.!?;:]\s+)({_LETTER}{{3,6}})(?=\s+(?:{_VERB})\b)", re.IGNORECASE)
_ASKED_VERB: Final = re.compile(rf"\b((?:{_ASK})\s+)({_LETTER}{{3,5}})\b(?!\s+of\b)", re.IGNORECASE)
_RATHER_VERBS: Final = frozenset({"dose", "ere"})
_RATHER_MANY: Final = frozenset({"any", "may"})
"""Words of English that, after a question word, are slips of a verb more often than meant, or after "how" of
"many"."""


def put_right(plain: str, in_pack: Callable[[str], bool], in_english: Callable[[str], bool]) -> str:
    """Return a text with "hat did", "how may" and "what ere" put right, and without "on earth".

    No question begins with "hat did", so before a verb a slip may be an English word, but none of the pack.
    """

    def fixed(word: str) -> bool:
        return word in FUNCTION_WORDS or word in WORLD_NAMES or in_pack(word)

    def no_verb(word: str) -> bool:
        return word not in _RATHER_VERBS and (fixed(word) or in_english(word))

    def no_number(word: str) -> bool:
        return word in FUNCTION_WORDS and word not in _RATHER_MANY

    plain = _ADDS_NOTHING.sub(r"\1", plain)
    plain = _HOW_MANY.sub(lambda match: _nearest(match, _AFTER_HOW, no_number), plain)
    plain = _OPENER.sub(lambda match: _nearest(match, _ASKING, fixed), plain)
    return _ASKED_VERB.sub(lambda match: _nearest(match, _VERBS, no_verb), plain)


def _nearest(match: re.Match[str], meant: tuple[str, ...], stays: Callable[[str], bool]) -> str:
    """Return a match with its word as the one of those that may be ``meant`` from which it is one edit."""
    word = fold(match[2])
    if word in meant or stays(word):
        return match[0]
    near = next((each for each in meant if OSA.distance(word, each, score_cutoff=1) == 1), None)
    return match[0] if near is None else match[1] + as_typed(near, match[2])
