"""PURE: why a question is not answered, and what to offer instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.answer import NO_QUESTION
from bot.answering.intent import asks
from bot.answering.lexicon import COURTESIES, REQUESTS
from bot.answering.ranking import NEAR_BUT_REMOVED

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.ranking import Ranked
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

LEFT_OPEN: Final = "they leave that open"
"""Why a question is not answered that an entry names as one it does not answer."""
UNTOLD: Final = "they do not say what it is"
"""Why a name alone is not answered, of which they tell this and that."""
_FEW: Final = 2
"""Telling words in "thanks, that was helpful" and the like: as near to many a question as to none."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_FAVOUR: Final = re.compile(
    r"\W*(?:can|could|will|would)\s+(?:you|u|ya)\s+(?:please\s+|pls\s+)?"
    r"(?!(?:tell|explain|give|show|list|name|say|describe|define|find|quote|compare|confirm|check|verify|remind"
    r"|send|share|provide|summari[sz]e|clarify|point|help|let)\b)\w+\b.*\b(?:my|me|us)\b"
)
"""How a text begins that asks the bot to do something for somebody, and not to say what it knows."""
_NEAREST: Final = 3
_NEAR, _NEAR_IF_SELDOM_ASKED = 0.35, 0.2
"""Score from which an entry is near enough to be named as a topic; one with few asks is near to less."""
_WELL_ASKED: Final = 8
"""Asks from which what people type is mostly like one of them."""


def unanswerable(reading: Reading) -> bool:
    """Whether nothing can answer a text, whatever the scores.

    Such a text has nothing to look up, or names what the pack has never heard of: the
    nearest thing would be a wrong answer.
    """
    return bool(reading.names) or seeks_nothing(reading)


def why_not(reading: Reading, ranked: list[Ranked]) -> str | None:
    """Return why a question is not answered, as a plain clause; ``None`` when nothing comes near."""
    if reading.names:
        return f"they say nothing about {', '.join(reading.names[:3])}"
    if seeks_nothing(reading):
        return NO_QUESTION
    best = next(iter(ranked), None)
    if best is None or best.removed_by is None or best.score < NEAR_BUT_REMOVED:
        return None
    return _mismatch(best.removed_by)


def nearest_entries(index: Index, ranked: list[Ranked]) -> list[str]:
    """Return the ids of the entries nearest to a question that is not answered, at most three."""
    told = ((candidate, index.entries.bare[candidate.position]) for candidate in ranked)
    return [entry.id for candidate, entry in told if candidate.score >= _near(candidate, entry)][:_NEAREST]


def _near(candidate: Ranked, entry: Entry) -> float:
    """Return the score from which an entry is near enough to be named."""
    if candidate.removed_by is not None:
        return NEAR_BUT_REMOVED
    return _NEAR if len(entry.asks) >= _WELL_ASKED else _NEAR_IF_SELDOM_ASKED


def seeks_nothing(reading: Reading) -> bool:
    """Whether a text has no telling word, name or date, or is courteous and has little else.

    A number alone tells nothing. Nor does the bot write anybody's essay.
    """
    telling = sum(term.role in {"content", "name"} for term in reading.terms)
    fixed = reading.links or reading.periods or reading.asked
    courteous = telling <= _FEW and _is_courteous(reading.text)
    return not (telling or reading.periods) or (
        not fixed and (courteous or bool(_FAVOUR.match(reading.text)))
    )


def _is_courteous(text: str) -> bool:
    """Whether a text, in lower case, greets, thanks or laughs and has no sign that it asks."""
    words = frozenset(_WORD.findall(text))
    return not (COURTESIES.isdisjoint(words) or words & REQUESTS or asks(text.rstrip("?")))


def _mismatch(reason: str) -> str:
    """Return what removed the nearest entry, as members read it."""
    return {
        "another period": "they have it for other times only",
        "another place": "they have it for other places only",
        "another number": "they give no such number",
        "states no number": "they give no number for that",
        "counts something else": "they count something else",
    }.get(reason, "they come near it, but do not say that")
