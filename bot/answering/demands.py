"""PURE: what the wording of a question demands of an answer: words, foresight, that it holds now ..."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from bot.answering.intent import asks_advice, asks_ahead, asks_now, asks_still, asks_what_will_be
from bot.answering.lexicon import FUNCTION_WORDS, VIOLENCE
from bot.answering.slots import texts
from bot.answering.speaking_for import OTHER_PERIOD
from bot.knowledge.model import Entity, Quote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.knowledge.model import Entry

_SILENT: Final = "says nothing of that"
_FORETELLING: Final = re.compile(
    r"\b(?:will|would|shall|could|(?-i:may)|might|expect|forecast|foresee|predict|plan|intend|vow|promise|pledge|agree"
    r"|continue)(?:s|d|ed|ing)?\b",
    re.IGNORECASE,
)
"""Words with which a text speaks of what will be."""
_ADVISING: Final = re.compile(
    r"\b(?:should|must|ought|need|recommend|urge|advise|call(?:s|ed)?\s+(?:on|for))(?:s|d|ed|ing)?\b",
    re.IGNORECASE,
)
"""Words with which a text speaks of what should be."""
_REPORTING: Final = re.compile(
    r"\b(?:said|says?|told|tells?|stat(?:ed|ing)|stress\w*|call(?:ed|s|ing)|ask(?:ed|s)|warn\w*|argu\w+|announc\w+"
    r"|describ\w+|prais\w+|thank\w*|condemn\w*|den(?:y|ied|ies)|named|report(?:ed|s)|remark\w*|reject\w*|react\w*"
    r"|repl(?:y|ied|ies)|comment\w*|declar\w+|promis\w+|vow\w*|pledg\w+|offer\w*|urg(?:ed|es)|demand\w*|claim\w*"
    r"|quot\w+|confirm\w*|blam\w+|thinks?|thought|expect\w*|predict\w*|tweet\w*|wrote|writes?|sp(?:oke|eaks)"
    r"|mention\w*|express\w*|put|gave)\b",
    re.IGNORECASE,
)
"""Words with which a text reports what somebody said."""
_QUOTED: Final = re.compile(r"\b(?:quot(?:e|es|ation|ations)|(?:exact|own|very)\s+words)\b")
"""Signs that a question asks for words as they were said."""
_NEXT: Final = frozenset({"next", "upcom", "forthcom"})
_HOLDERS: Final = frozenset({None, "person", "thing"})
"""What is sought where "now" asks for who or what it is today, and not for more of it."""
_OTHER_OFFICE: Final = re.compile(
    r"\b(?:previous|former|earlier|prior|next|future)\s+(?:\w+\s+)?"
    r"(?:job|post|posting|position|role|office|career|assignment)s?\b"
)
"""Signs that a question asks what somebody was before, or became."""
_BEFORE_OR_AFTER: Final = re.compile(
    r"\b(?:previous|former|earlier|prior|next|future|before|later|until|since|then|became|had been)",
    re.IGNORECASE,
)
_DOER: Final = re.compile(r"\bwho\s+did\b")
_DID: Final = re.compile(
    r"\b(?:whom?|where)\s+did\b|\bwho\s+(?:accompanied|(?:was|went|came|flew|travel\w*)\s+with)\b"
)
"""Signs that a question asks what somebody did at a time: whom he met, where he went."""
_WHO_IS: Final = re.compile(r"\b(?:what|who)(?:'s|\s+(?:is|are|was|were))\s+(?!with\b)")
"""Signs that it asks who he is besides."""
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


def unmet(reading: Reading, prepared: Prepared) -> str | None:
    """Return what of a question's wording the entry does not meet, in a word or two, or ``None``."""
    entry, text = prepared.entry, reading.text
    return (
        (_ahead(prepared) if asks_ahead(text) else None)
        or (_says(_FORETELLING, entry) if asks_what_will_be(text) else None)
        or (_says(_ADVISING, entry) if asks_advice(text) else None)
        or (_spoken(reading, entry) if reading.speakers else None)
        or (_now(reading, entry) if asks_now(text) else None)
        or (_still(prepared) if asks_now(text) and reading.people and reading.sought == "truth" else None)
        or (_still(prepared) if asks_still(text) and reading.people else None)
        or _most(text, entry)
        or (_says(_BEFORE_OR_AFTER, entry) if _OTHER_OFFICE.search(text) else None)
        or (_SILENT if _DOER.search(text) and _is_thing(entry) else None)
        or (_SILENT if isinstance(entry, Entity) and _is_doing(reading, entry) else None)
    )


def _ahead(prepared: Prepared) -> str | None:
    """Return whether the entry never speaks of what is still to come."""
    return OTHER_PERIOD if _NEXT.isdisjoint(prepared.document) else None


def _says(words: re.Pattern[str], entry: Entry) -> str | None:
    """Return whether the entry has none of some words: without them it says nothing of what is asked."""
    return None if any(map(words.search, texts(entry))) else _SILENT


def _spoken(reading: Reading, entry: Entry) -> str | None:
    """Return whether the entry holds another's words, or does not report that anybody said anything."""
    if isinstance(entry, Quote):
        return None if entry.speaker in reading.speakers else _SILENT
    quoted = isinstance(entry, Entity) or bool(_QUOTED.search(reading.text))
    return _SILENT if quoted else _says(_REPORTING, entry)


def _now(reading: Reading, entry: Entry) -> str | None:
    """Return whether the entry is not kept up to date, where who or what it is today is asked."""
    if entry.review_by is not None or reading.sought not in _HOLDERS or reading.asked:
        return None
    person = isinstance(entry, Entity) and entry.type == "person"
    dated = entry.period is not None and reading.sought != "thing"
    return OTHER_PERIOD if person or dated else None


def _still(prepared: Prepared) -> str | None:
    """Return whether the entry is not kept up to date, where somebody is asked to be as before."""
    entry = prepared.entry
    kept = entry.review_by is not None or (entry.period is None and not isinstance(entry, Entity))
    return None if kept else OTHER_PERIOD


def _is_thing(entry: Entry) -> bool:
    """Whether an entry is the card of anything but a person: it does not say who did it."""
    return isinstance(entry, Entity) and entry.type != "person"


def _is_doing(reading: Reading, card: Entity) -> bool:
    """Whether a question asks what somebody did, of which a card that says who it is does not tell."""
    doing = bool(_DID.search(reading.text)) and not _WHO_IS.search(reading.text)
    return doing and card.type == "person" and card.id in reading.entities


def _most(text: str, entry: Entry) -> str | None:
    """Return whether the entry tells of the most of another kind, or of less time: no month is an attack."""
    asked = _kinds(text)
    if not asked:
        return None
    told = [each.casefold() for each in (*texts(entry), *entry.asks)]
    kinds = frozenset[str]().union(*map(_kinds, told))
    ever = not _EVER.search(text) or any(map(_EVER.search, told))
    return None if ever and not (kinds and kinds.isdisjoint(asked)) else "another kind"


@lru_cache(maxsize=1024)
def _kinds(text: str) -> frozenset[str]:
    """Return the kinds of what a text in lower case calls the most of its kind."""
    found: set[str] = set()
    for after in _SUPERLATIVE.findall(text):
        found.update(takewhile(lambda word: word not in FUNCTION_WORDS, after.split()))
    return frozenset(_OF_A_KIND[word] for word in found if word in _OF_A_KIND)
