"""PURE: replies that ask no more than by whom, or under whom, what was just told was done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.text import normalise
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.reading import Anatomy
    from bot.knowledge.model import Entry

_ASKED: Final = re.compile(
    r"\W*(?:(?:and|but|ok|so)\W+)?(?:(?P<by>by|under)\s+whom?|whom?\s+(?P<after>by|under))\W*", re.IGNORECASE
)
_DONE: Final = re.compile(r"\b(?:was|were|is|been)\b.*\b(?P<verb>\w+)\W*$", re.IGNORECASE)
"""A question that ends with what was done."""
_LONGEST: Final = 200
"""Characters of its end that are looked at."""
_HAD: Final = frozenset("has had have also then".split())
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "their"})
_TOLD: Final = frozenset(
    """
    said quoted told reported stated written published recorded registered documented noted estimated
    calculated tallied listed found count counted given put
    """.split()
)
"""Words before "by" that say whose words or whose count it is, not who did it."""


def tells_by_whom(index: Index, question: str, before: str, main: Entry, text: str) -> bool:
    """Whether a reply asks by whom, and the text of an answer names who did it.

    It does so behind that very word, or before the verb of the question ``before``: "X approved it".
    """
    asked = _ASKED.fullmatch(normalise(question))
    if asked is None:
        return False
    word = (asked["by"] or asked["after"]).casefold()
    counter = main.counted_by if isinstance(main, Figure) else None
    said = index.reader.anatomy(text)
    done = _DONE.search(normalise(before)[-_LONGEST:]) if word == "by" else None
    return _names_behind(said, word, counter) or bool(done and _names_before(index, said, done["verb"]))


def _names_before(index: Index, said: Anatomy, verb: str) -> bool:
    """Whether a text names somebody right before a verb, be it somebody whom the pack does not know."""
    wanted = index.reader.keys_of((verb.casefold(),))
    ends = {link.end for link in said.links}
    for at, term in enumerate(said.terms):
        before = at - (at > 0 and said.tokens[at - 1].word in _HAD)
        if term.key not in wanted or not before:
            continue
        who, does = said.tokens[before - 1], said.tokens[before]
        beside = said.plain[who.start + len(who.raw) : does.start].isspace()
        if beside and (before in ends or who.capital):
            return True
    return False


def _names_behind(said: Anatomy, word: str, counter: str | None) -> bool:
    """Whether a text names somebody behind a preposition, other than who counted or reported it."""
    for link in said.links:
        at = link.start - 1
        at -= at > 0 and said.tokens[at].word in _ARTICLES
        if at > 0 and said.tokens[at].word == word and counter not in link.targets:
            return said.tokens[at - 1].word not in _TOLD
    return False
