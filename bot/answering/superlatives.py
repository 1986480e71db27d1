"""PURE: what a text calls the most of its kind: "the deadliest month" is no attack."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.lexicon import FUNCTION_WORDS, VIOLENCE
from bot.answering.slots import texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.knowledge.model import Entry

_SUPERLATIVE: Final = re.compile(
    r"\b(?:deadliest|bloodiest|worst|biggest|largest|greatest|highest|lowest|smallest|longest|shortest)\b"
    r"((?: \w+){1,3})"
)
"""What is the most of its kind, with the words after it."""
_OF_A_KIND: Final[Mapping[str, str]] = {
    word: kind
    for kind, words in (
        ("happening", " ".join((*VIOLENCE, "incident"))),
        ("time", "month year week day quarter"),
        ("body", "group outfit organisation organization party"),
        ("place", "province district city region country"),
    )
    for name in words.split()
    for word in (name, f"{name}s")
}
"""What can be the most of its kind, by words that nobody takes for each other."""
_EVER: Final = re.compile(r"\bever\b|\bhistory\b|\ball[\s-]time\b|\bso far\b")
"""Words that put something before all that there was, whenever it was."""


class Superlatives(NamedTuple):
    """What an entry and its asks call the most of its kind."""

    kinds: frozenset[str]
    ever: bool
    """Whether they put something before all that there was."""


def superlatives_of(entry: Entry) -> Superlatives:
    """Return what an entry and its asks call the most of its kind."""
    told = " | ".join((*texts(entry), *entry.asks)).casefold()
    return Superlatives(kinds(told), speaks_of_ever(told))


def speaks_of_ever(text: str) -> bool:
    """Whether a text in lower case puts something before all that there was."""
    return bool(_EVER.search(text))


def kinds(text: str) -> frozenset[str]:
    """Return the kinds of what a text in lower case calls the most of its kind."""
    found: set[str] = set()
    for after in _SUPERLATIVE.findall(text):
        found.update(takewhile(lambda word: word not in FUNCTION_WORDS, after.split()))
    return frozenset(_OF_A_KIND[word] for word in found if word in _OF_A_KIND)
