"""PURE: which words of a text look like names, by how they are written and by not being English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.answering.lexicon import BEFORE_PLACES, COUNTRIES
from bot.answering.text import normalise, split

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from bot.answering.text import Token
    from bot.knowledge.model import Entity

TELLING: Final = 4
"""Letters from which an unknown word counts as one; shorter ones that are no English are typing errors."""
_OPENERS: Final = (
    "what when where which whose how why did does were was have tell give name list show according please"
    " whats whos hows"
).split()
_SLIPS: Final = 2
"""Edits up to which a word may be a slip for one of more than four letters; for others it is one."""
_PREFIXES: Final = ("un", "re")
_NAME: Final = re.compile(r"(?<=[a-z0-9,;] )[A-Z][a-z]+")
_SMALL: Final = re.compile(r"\b[a-z]+")
"""Words with a capital inside a sentence, and words without one."""


def name_like(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the words that look like names, known or not."""
    before = ""
    for token in tokens:
        place = before in BEFORE_PLACES and len(token.word) >= TELLING
        if (token.capital or token.word in COUNTRIES or place) and not token.number:
            yield token
        before = token.word


def spellings(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """Yield pairs of words, in lower case, that are one word of an entity's names in two spellings.

    They begin with the same letter, and neither goes on where the other ends: "Pakistani" is no
    spelling of "Pakistan".
    """
    for entity in entities:
        words = {word for name in (entity.name, *entity.aliases) for word in split(normalise(name))[1]}
        long = sorted(word for word in words if len(word) > TELLING and word.isalpha())
        for number, word in enumerate(long):
            for other in long[number + 1 :]:
                if other[0] != word[0]:
                    break
                if not other.startswith(word) and OSA.distance(word, other, score_cutoff=_SLIPS) <= _SLIPS:
                    yield word, other


def near_opener(word: str) -> bool:
    """Whether a word may be a slip for one with which questions begin."""
    return any(OSA.distance(word, opener) <= (_SLIPS if len(opener) > TELLING else 1) for opener in _OPENERS)


def written_as_names(texts: Iterable[str]) -> frozenset[str]:
    """Return the words, in lower case, that sentences write with a capital inside them and never without."""
    whole = "\n".join(texts)
    return frozenset(map(str.lower, _NAME.findall(whole))) - set(_SMALL.findall(whole))


def foreign_to(english: Container[str], tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the words that are no English, in any form."""
    for token in tokens:
        short = token.number or len(token.word) < TELLING
        if not short and not any(form in english for form in _forms(token.word)):
            yield token


def _forms(word: str) -> Iterator[str]:
    """Yield a word, and what it may be a form of: "rammed" of "ram", "plotters" of "plot"."""
    bases = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    for base in (word, *(base for base in bases if len(base) >= TELLING)):  # "reham" is no "ham" again
        yield base
        yield from _without_ending(base)
        if base.endswith("ise"):
            yield f"{base[:-3]}ize"


def _without_ending(word: str) -> Iterator[str]:
    """Yield what a word may be without its ending."""
    for ending in ("s", "es", "d", "ed", "r", "er", "ers", "ing", "ly"):
        if word.endswith(ending):
            base = word.removesuffix(ending)
            yield base
            yield f"{base}e"
            if base[-2:-1] == base[-1:]:
                yield base[:-1]
    for ending in ("ies", "ied", "ier", "iest", "ily"):
        if word.endswith(ending):
            yield f"{word.removesuffix(ending)}y"
