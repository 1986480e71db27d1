"""PURE: what a short reply means by "it" or "they", or leaves out after "when": the one thing spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.operations import operation
from bot.answering.text import normalise, tokenise
from bot.answering.wording import brief_name, prompt, when
from bot.knowledge.model import Entity, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bot.answering.followups.context import Context
    from bot.answering.index import Index
    from bot.knowledge.model import Entry
    from bot.knowledge.periods import Period

_END: Final = " ?.!"
_LONGEST: Final = 10
"""Words of a reply that points at something."""
_LONGEST_BARE: Final = 6
"""Words of one that leaves out what it asks about."""
_BRIEF: Final = 31
"""Most days of what is one happening."""
_THING: Final = re.compile(
    r"\b(?:it|they|them)\b|\b(?P<own>its|their)\b"
    r"|\b(?:that|this)\b(?=\W*$|\s+(?:was|is|did|happen\w*|take|took|start\w*|end\w*)\b)",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(r"\b(?:he|she|him)\b|\b(?P<own>his)\b|\bher\b(?=\W*$)", re.IGNORECASE)
_EMPTY_IT: Final = re.compile(
    r"\bit(?:'s|\s+is|\s+was)?\s+(?:true|right|correct|possible|likely|known|clear|said)\b", re.IGNORECASE
)
"""Signs of an "it" that points at nothing: "is it true that"."""
_COMPARED: Final = re.compile(r"\b(?:it|they|that|this|those|these)\b", re.IGNORECASE)
_BEGUN: Final = r"^\W*(?:(?:and|but|so|ok|okay|then)\W+){0,2}"
_ASKING: Final = re.compile(
    _BEGUN + r"(?:who|what|when|where|why|how|which|did|was|were|is|are|has|have|does)\b", re.IGNORECASE
)
_ONE_WORD: Final = re.compile(_BEGUN + r"(?P<word>when|where|why)\W*$", re.IGNORECASE)
_TIME_OR_PLACE: Final = re.compile(
    _BEGUN
    + r"(?P<word>when|where)(?:\s+(?:was|is|did|were)\s+(?:that|this|it|they))?"
    + r"(?:\s+(?:happen|take\s+place|be|held|start|begin))?\W*$",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"^(\W*(?:\w+\W+){0,2}?)(?:when|where|why|how)(?=\s+(?:did|was|were|is|are|has|had|does)\b)",
    re.IGNORECASE,
)
_WHETHER: Final = re.compile(r"^\W*(?:did|was|were|is|are|has|had|does)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Referral:
    """A whole question that a reply may stand for, and what its answer must be.

    ``within`` is the time that the answer must be of, if it is of any; with ``anew`` another
    entry than before must answer: the one before did not say it.
    """

    question: str
    within: Period | None = None
    anew: bool = False


def time_or_place(text: str) -> str:
    """Return "when" or "where" of a reply that asks no more than that ("when was it?"), or nothing."""
    found = _TIME_OR_PLACE.search(normalise(text))
    return found["word"].casefold() if found else ""


def points(index: Index, text: str, as_of: date | None = None) -> bool:
    """Whether a short reply points at something by "it", "they", "he" and names nothing itself.

    So does one that compares: "is that more than X".
    """
    plain = normalise(text)
    if not 0 < len(tokenise(plain)) <= _LONGEST or _EMPTY_IT.search(plain):
        return False
    wanted = operation(plain.casefold())
    if _COMPARED.search(plain) and wanted is not None and wanted.kind == "compare":
        return True
    return bool(_PERSON.search(plain) or _THING.search(plain)) and _is_bare(index, plain, as_of)


def referred(index: Index, text: str, context: Context, as_of: date | None = None) -> Iterator[Referral]:
    """Yield the whole questions that a reply may stand for, the likeliest first.

    None where it names something itself, or where more than one thing could be meant.
    """
    plain = normalise(text)
    if not 0 < len(tokenise(plain)) <= _LONGEST or not _ASKING.search(plain):
        return
    entry = _entry(index, context)
    alone = _ONE_WORD.search(plain)
    if alone and (entry is not None or alone["word"].casefold() == "when"):
        yield from _exchanged(index, entry, context, alone["word"].casefold())
    if alone is None or alone["word"].casefold() != "why":
        yield from _pointed(index, entry, context, plain, as_of)


def _entry(index: Index, context: Context) -> Entry | None:
    """Return the entry that was answered first, if it still is live."""
    live = (key for key in context.entries if key in index.positions)
    first = next(live, None)
    return None if first is None else index.entries.bare[index.positions[first]]


def _exchanged(index: Index, entry: Entry | None, context: Context, word: str) -> Iterator[Referral]:
    """Yield the question before with another question word."""
    question = context.question or (prompt(index.pack, entry) if entry else "")
    if _ASKED.search(question):
        yield Referral(_ASKED.sub(rf"\g<1>{word}", question, count=1), anew=word != "when")
    elif _WHETHER.search(question):
        yield Referral(f"{word} {question}", anew=word != "when")


def _pointed(
    index: Index, entry: Entry | None, context: Context, plain: str, as_of: date | None
) -> Iterator[Referral]:
    """Yield a reply with the name of what it points at, at its end where it has no word for it."""
    empty = _EMPTY_IT.search(plain)
    person = None if empty else _PERSON.search(plain)
    place = person or (None if empty else _THING.search(plain))
    subject = _subject(index, entry, context, person=person is not None)
    if subject is None or not _is_bare(index, plain, as_of):
        return
    name = brief_name(index.pack, subject)
    bare = _TIME_OR_PLACE.search(plain)
    if bare:
        whole = f"{bare['word'].casefold()} was {name}"
    elif place is not None:
        told = f"{name}'s" if place.groupdict().get("own") else name
        whole = f"{plain[: place.start()]}{told}{plain[place.end() :].rstrip(_END)}"
    elif _leaves_out(index, plain, as_of):
        whole = f"{plain.rstrip(_END)} at {name}"
    else:
        return
    days = _days(index, subject, entry)
    if days is not None:
        yield Referral(f"{whole} {when(days)}?")
    yield Referral(f"{whole}?", within=days)


def _is_bare(index: Index, plain: str, as_of: date | None) -> bool:
    """Whether a text has no name, date or number of its own."""
    reading = index.reader.read(plain, as_of)
    return not (reading.links or reading.periods or reading.numbers or reading.names)


def _leaves_out(index: Index, plain: str, as_of: date | None) -> bool:
    """Whether a short text has telling words, all known, and counts nothing."""
    reading = index.reader.read(plain, as_of)
    telling = [term for term in reading.terms if term.role == "content"]
    short = len(tokenise(plain)) <= _LONGEST_BARE
    return short and bool(telling) and all(term.known for term in telling) and not reading.asked


def _subject(index: Index, entry: Entry | None, context: Context, *, person: bool) -> str | None:
    """Return what a question and its answer are about, if that is one thing, or one person.

    What happened comes before who took part in it.
    """
    found = [key for key in _spoken_of(index, entry, context) if (key in index.people) == person]
    happened = [key for key in found if key in index.happenings]
    chosen = found if person else happened or found
    if len(chosen) == 1:
        return chosen[0]
    if chosen or entry is None or (isinstance(entry, Quote) and not person):
        return None  # what is quoted may be of any of the things beside it
    about = [key for key in entry.about if _is_subject(index, key, person)]
    return about[0] if about and (len(about) == 1 or not person) else None


def _is_subject(index: Index, key: str, person: bool) -> bool:  # noqa: FBT001
    """Whether an entity is a person, or a thing that is neither a place nor one who counts."""
    entity = index.pack.entries.get(key)
    beside = key in index.roles.counters or (isinstance(entity, Entity) and entity.type in index.place_types)
    return key in index.people if person else not beside and key not in index.people


def _spoken_of(index: Index, entry: Entry | None, context: Context) -> Iterable[str]:
    """Return the entities that the question names and the answer concerns, and what the answer is of."""
    links = index.reader.read(context.question).links if context.question else ()
    named = {target: None for link in links for target in link.targets if _may_be_subject(index, target)}
    if entry is None:
        return named
    own = index.entries[index.positions[entry.id]].slots.entities
    fitting = {key: None for key in named if key in own}
    if isinstance(entry, Entity):
        return (entry.id,) if entry.id in fitting else (entry.id, *fitting)
    return fitting | dict.fromkeys(_of(entry))


def _may_be_subject(index: Index, key: str) -> bool:
    """Whether a reply may point at an entity: at a person, or at a thing."""
    return _is_subject(index, key, person=True) or _is_subject(index, key, person=False)


def _of(entry: Entry) -> tuple[str, ...]:
    """Return what an entry's fields say it is of: the event of a toll, the speaker of a quotation."""
    if isinstance(entry, Figure) and entry.event:
        return (entry.event,)
    return (entry.speaker,) if isinstance(entry, Quote) else ()


def _days(index: Index, subject: str, entry: Entry | None) -> Period | None:
    """Return the days that were spoken of, where what is meant is no single happening."""
    if subject in index.happenings or entry is None or isinstance(entry, Figure):
        return None
    return entry.period if entry.period is not None and entry.period.days <= _BRIEF else None
