"""PURE: what an entry's own sentences tell beside its fields: what they count, whether they give reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.lexicon import COUNTING
from bot.answering.slots import texts
from bot.answering.text import normalise, tokenise

if TYPE_CHECKING:
    from bot.answering.text import Token
    from bot.knowledge.model import Entry

_AFTER, _BEFORE = 5, 2
"""Words after a number, and before it, that may say what it counts: "killed 40 people"."""
_REASON: Final = re.compile(
    r"\b(?:because|since|due|reasons?|citing|cited|respon\w+|after|over|fail\w*|accus\w+|blam\w+|so\s+that|in\s+order"
    r"|aim\w*|retaliat\w*|reveng\w*|as)\b"
)


class Told(NamedTuple):
    """What the sentences of an entry tell."""

    counted: frozenset[str]
    """The words near its numbers, casefolded."""
    reason: bool
    """Whether some word may give a reason."""


def told(entry: Entry) -> Told:
    """Return what the sentences of an entry tell."""
    said = normalise(" . ".join(texts(entry)))
    tokens = tokenise(said)
    near = [
        word.word
        for place, token in enumerate(tokens)
        if _counts(token)
        for word in (*tokens[max(0, place - _BEFORE) : place], *tokens[place + 1 : place + 1 + _AFTER])
    ]
    return Told(frozenset(near), bool(_REASON.search(said.casefold())))


def _counts(token: Token) -> bool:
    return token.number or token.word in COUNTING
