"""PURE: what the wording of a question demands of an answer: words, foresight, that it holds now ..."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.answering.asked_attributes import asked_attributes
from bot.answering.asked_offices import held_offices
from bot.answering.asked_parts import asked_parts
from bot.answering.exclusive import fixed, of_another
from bot.answering.intent import asks_advice, asks_ahead, asks_now, asks_still, asks_what_will_be
from bot.answering.singling import ACTORS, OFFICES
from bot.answering.slots import texts
from bot.answering.speaking_for import OTHER_PERIOD
from bot.answering.superlatives import kinds, speaks_of_ever
from bot.answering.worded_demands import lacks, worded_demands
from bot.knowledge.model import Entity, Quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading

    Check = Callable[[Prepared], str | None]
    """Returns what of a question an entry contradicts, in a word or two, or ``None``."""

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
_WHICH_DID: Final = re.compile(
    r"\b(?:which|what)\s+(?!(?:job|post|posting|position|role|office|title|rank|party|kind|sort|country|body)\b)\w+\s+"
    r"(?:did|has|had)\s+(?!.*\b(?:hold|held|have|had|lead|led|head|headed|run|ran|serve|served|represent|found|founded)\b)"
)
"""Signs that it asks which of something somebody did: which threats he meant."""
_FROM: Final = re.compile(r"\bwhere\s+(?:is|was)\b.*\b(?:from|born)\W*$")
"""Signs that it asks where somebody comes from."""
_MEETS: Final = re.compile(r"\bwhom?\s+(?:all\s+)?(?:did|has|had)\b.*\b(?:meet|met)\b")
"""Signs that it asks whom somebody met."""
_MET: Final = re.compile(
    r"\b(?:met|meets|meeting\s+(?:with|between)|received|talks\s+(?:with|between)|called\s+on|hosted|joined)\b",
    re.IGNORECASE,
)
_WHO_LED: Final = re.compile(
    r"\bwho\s+(?:\w+\s+)?(?:led|lead|leads|headed|heads|chaired|chairs|co-?chaired)\b"
)
"""Signs that it asks who was at the head of something."""
_AT_HEAD: Final = re.compile(
    r"\b(?:leaders?|emir|amir|chief|heads?|boss|leads?|led|leading|headed|heading|(?:co-?)?chair\w*|presid\w+|command\w*"
    r"|run|runs|ran|director|in\s+charge|minister|secretary\s+of|mediat\w+|represent\w*|sides?|delegation|under)\b",
    re.IGNORECASE,
)
_ARRIVED: Final = re.compile(
    r"\b(?:did|has|had)\b.*\b(?:land|landed|arrive|arrived|fly|flown|travel|travell?ed|touch(?:ed)?\s+down)\s+(?:in|into|to|at)\b"
)
"""Signs that it asks when somebody came to a place."""
_CAME: Final = re.compile(
    r"\b(?:arriv\w+|visit\w*|travel\w*|trips?|fl(?:y|ew|own|ies)|land(?:s|ed)?|came|come|went|tour\w*|reach\w*|stay\w*"
    r"|attend\w*|delegations?|met|meetings?|talks|held)\b",
    re.IGNORECASE,
)
_COMES_FROM: Final = re.compile(r"\b(?:from|born|native|hometown|national|citizen)\b", re.IGNORECASE)
_ACTING: Final = re.compile(rf"\b(?:did|does|has|had|have|by)\s+(?:the\s+)?({'|'.join(ACTORS)})\b")
"""Signs that a question asks what those did who have no name."""
_WHO_IS: Final = re.compile(r"\b(?:what|who)(?:'s|\s+(?:is|are|was|were))\s+(?!with\b)")
"""Signs that it asks who he is besides."""


_LEADER: Final = re.compile(r"\b(?:leader|emir|amir|chief|head|boss)\b")
"""Signs that a question asks who leads."""
_LESSER: Final = re.compile(r"\b(?:deputy|vice|acting|former|number\s+two|second)\b")
"""Signs that it asks for one who is not at the head."""
_LED: Final = re.compile(
    r"\b(?P<lesser>(?:deputy|vice)[\s-]+(?:\w+\s+)?)?(?:leader|emir|amir|chief|head|boss|leads|led|headed|heads)\b",
    re.IGNORECASE,
)
"""Words with which a text tells who leads, ``lesser`` where it is a deputy."""


def demands(reading: Reading) -> Iterator[Check]:
    """Yield what a question's wording demands: each tells of an entry what it does not meet, or ``None``."""
    text = reading.text
    if asks_ahead(text):
        yield _ahead
    if asks_what_will_be(text):
        yield partial(_says, _FORETELLING)
    if asks_advice(text):
        yield partial(_says, _ADVISING)
    if reading.speakers:
        yield partial(_spoken, reading)
    yield from _of_today(reading)
    most = kinds(text)
    if most:
        yield partial(_most, most, speaks_of_ever(text))
    members = fixed(reading)
    if members:
        yield partial(of_another, members)
    yield from worded_demands(reading)
    yield from asked_attributes(reading)
    yield from asked_parts(reading)
    yield from held_offices(reading)
    yield from _of_persons(reading)
    yield from _of_doers(reading)


def _of_today(reading: Reading) -> Iterator[Check]:
    """Yield what a question demands that asks when something was, or how it is today."""
    if reading.sought == "time":
        yield _undated
    now = asks_now(reading.text)
    if now:
        yield partial(_now, reading)
    if reading.people and ((now and reading.sought == "truth") or asks_still(reading.text)):
        yield _still


def _of_doers(reading: Reading) -> Iterator[Check]:
    """Yield what a question demands that asks who did it, or what somebody did: whom he met."""
    text = reading.text
    if _DOER.search(text):
        yield _is_thing
    for actor in _ACTING.findall(text):
        yield partial(_done_by, OFFICES[actor])
    if (_DID.search(text) or _WHICH_DID.search(text)) and not _WHO_IS.search(text):
        yield partial(_is_doing, reading)
    if _MEETS.search(text):
        yield partial(_says, _MET)
    if reading.people and _ARRIVED.search(text):
        yield partial(_says, _CAME)


def _of_persons(reading: Reading) -> Iterator[Check]:
    """Yield what a question demands that asks who leads or led, where he is from or what else he was."""
    text = reading.text
    if _OTHER_OFFICE.search(text):
        yield partial(_says, _BEFORE_OR_AFTER)
    if _LEADER.search(text) and not _LESSER.search(text) and reading.sought in {None, "person"}:
        yield _leads
    if _WHO_LED.search(text):
        yield partial(lacks, _AT_HEAD, own=True)
    if _FROM.search(text) and reading.people:
        yield partial(_says, _COMES_FROM)


def _ahead(prepared: Prepared) -> str | None:
    """Return whether the entry never speaks of what is still to come."""
    return OTHER_PERIOD if _NEXT.isdisjoint(prepared.document) else None


def _says(words: re.Pattern[str], prepared: Prepared) -> str | None:
    """Return whether the entry has none of some words: without them it says nothing of what is asked."""
    return None if any(map(words.search, texts(prepared.entry))) else _SILENT


def _spoken(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the entry holds another's words, or does not report that anybody said anything."""
    entry = prepared.entry
    if isinstance(entry, Quote):
        return None if entry.speaker in reading.speakers else _SILENT
    told = " ".join(texts(entry)).casefold()
    if any(" " in speaker and speaker not in told for speaker in reading.speakers):
        return _SILENT  # the name of somebody whom the pack does not know
    quoted = isinstance(entry, Entity) or bool(_QUOTED.search(reading.text))
    return _SILENT if quoted else _says(_REPORTING, prepared)


def _now(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether the entry is not kept up to date, where who or what it is today is asked."""
    entry = prepared.entry
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


def _undated(prepared: Prepared) -> str | None:
    """Return whether an entry is a card without any date or number: it does not say when anything was."""
    dated = prepared.slots.periods or prepared.slots.has_number
    return _SILENT if isinstance(prepared.entry, Entity) and not dated else None


def _leads(prepared: Prepared) -> str | None:
    """Return whether all leaders of whom an entry tells are deputies."""
    found = [each["lesser"] for text in texts(prepared.entry) for each in _LED.finditer(text)]
    return _SILENT if found and all(found) else None


def _is_thing(prepared: Prepared) -> str | None:
    """Return whether an entry is the card of anything but a person: it does not say who did it."""
    entry = prepared.entry
    return _SILENT if isinstance(entry, Entity) and entry.type != "person" else None


def _done_by(words: re.Pattern[str], prepared: Prepared) -> str | None:
    """Return whether neither an entry nor who asks for it speaks of those who are asked to have done it."""
    entry = prepared.entry
    told = " | ".join((*texts(entry), *entry.asks)).casefold()
    return None if words.search(told) else "another did that"


def _is_doing(reading: Reading, prepared: Prepared) -> str | None:
    """Return whether an entry is a person's card, which says who he is: what he did it does not tell."""
    card = prepared.entry
    own = isinstance(card, Entity) and card.type == "person" and card.id in reading.entities
    return _SILENT if own else None


def _most(asked: frozenset[str], ever: bool, prepared: Prepared) -> str | None:  # noqa: FBT001  # bound beforehand
    """Return whether the entry tells of the most of another kind, or of less time: no month is an attack."""
    told = prepared.superlatives
    other = bool(told.kinds) and told.kinds.isdisjoint(asked)
    return "another kind" if other or (ever and not told.ever) else None
