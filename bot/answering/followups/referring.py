"""PURE: what a short reply means by "it" or "they", or leaves out after "when": the one thing spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.followups.context import answered_before
from bot.answering.followups.occasions import is_occasion
from bot.answering.followups.pointing import (
    BEGUN,
    NEXT,
    TALKING,
    asks_something,
    bare_time_or_place,
    pointers,
    says_there,
    typed,
    with_place,
)
from bot.answering.followups.subjects import WHETHER, subject_of
from bot.answering.operations import operation
from bot.answering.prompts import prompt
from bot.answering.text import tokenise
from bot.answering.wording import brief_name, when
from bot.knowledge.model import Entity, Figure
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from bot.answering.answer import Context
    from bot.answering.index import Index
    from bot.answering.reading import Anatomy
    from bot.knowledge.model import Entry

_END: Final = " ?.!"
_LONGEST: Final = 10
"""Words of a reply that points at something."""
_LONGEST_BARE: Final = 6
"""Words of one that leaves out what it asks about."""
_BRIEF: Final = 31
"""Most days of what is one happening."""
_OWN: Final = frozenset({"his", "their", "its"})
_COMPARED: Final = re.compile(r"\b(?:it|they|that|this|those|these)\b", re.IGNORECASE)
_NAMED_ONLY: Final = re.compile(r"^\W*(?:and|same\s+for|(?:and\s+)?(?:what|how)\s+about)\b", re.IGNORECASE)
_WHY: Final = re.compile(BEGUN + r"(?:why|how\s+come|kyun?)\b", re.IGNORECASE)
_ELSE: Final = re.compile(r"\belse\b|\bagain\b|\bwith\s+(?:him|her|them)\b", re.IGNORECASE)
"""Signs that a reply asks for more than was told."""
_IN_IT: Final = re.compile(r"\bin\s+(?:it|this|that)\b(?=\W*$)", re.IGNORECASE)
LASTS: Final = re.compile(
    r"\b(?:it|this|that)\s+(?:\w+ly\s+)?(?:start|begin|began|begun|end|last|happen)(?:s|ed)?\b", re.IGNORECASE
)
"""What is asked of something that took time."""
_THEY_DID: Final = re.compile(
    r"\b(?:what|whom?)\s+(?:did|do|have|had)\s+(?:they|these|those)\b", re.IGNORECASE
)
_DID_IT: Final = re.compile(BEGUN + r"who\s+did\s+(?:it|this|that|so)\W*$", re.IGNORECASE)
_TALKING: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(TALKING))})\b(?<!agree)|\bagree\s+(?:on|to|that)\b", re.IGNORECASE
)
"""Signs that "they" take part in something: "did they discuss it" asks of that."""
_ONE_WORD: Final = re.compile(BEGUN + r"(?P<word>when|where|why)\W*$", re.IGNORECASE)
_ASKED: Final = re.compile(
    r"^(\W*(?:\w+\W+){0,2}?)(?:when|where|why|how)(?=\s+(?:did|was|were|is|are|has|had|does)\b)",
    re.IGNORECASE,
)
_HOW_MUCH_DID: Final = re.compile(
    r"\W*how\s+(?:much|many)\s+(?:(?:in|of)\s+)?(?P<what>[\w'-]+(?:\s+[\w'-]+){0,5}?)\s+"
    r"(?P<did>did|was|were|has|have|had)\s+(?P<rest>.+?)\W*",
    re.IGNORECASE,
)
"""A question for a sum, of which "why?" asks why it was so."""


@dataclass(frozen=True, slots=True)
class Referral:
    """A whole question that a reply may stand for, and what its answer must be.

    ``within`` is the time that the answer must be of, if it is of any; with ``anew`` another
    entry than before must answer: the one before did not say it. ``perhaps`` where the reply points at
    nothing: it may as well be whole.
    """

    question: str
    within: Period | None = None
    anew: bool = False
    perhaps: bool = False


def points(index: Index, text: str, context: Context, as_of: date | None = None) -> bool:
    """Whether a short reply asks of something by "it", "they", "he", and of nothing that it names before.

    So does one that compares ("is that more than X"), and one that names something and no more ("and X?").
    """
    said = typed(index, text, as_of)
    if not 0 < len(said.tokens) <= _LONGEST:
        return False
    if _compares(said.plain) or NEXT.search(said.plain):
        return True
    entry = answered_before(index, context)
    if (
        not _is_defined(index, entry, context)
        and _NAMED_ONLY.search(said.plain)
        and index.reader.read(said.plain, as_of).bare_name
    ):
        return True
    named = frozenset(target for link in said.links for target in link.targets)
    there = says_there(said.plain) and index.places.isdisjoint(named)
    return asks_something(said.plain) and (there or bool(pointers(said)))


def _is_defined(index: Index, entry: Entry | None, context: Context) -> bool:
    """Whether an answer was what something is that the question names, or there was none."""
    if entry is None or not context.question:
        return True
    return isinstance(entry, Entity) and entry.id in index.reader.read(context.question).entities


def referred(index: Index, text: str, context: Context, as_of: date | None = None) -> Iterator[Referral]:
    """Yield the whole questions that a reply may stand for, the likeliest first.

    None where it names something itself, or where more than one thing could be meant.
    """
    said = typed(index, text, as_of)
    if not 0 < len(said.tokens) <= _LONGEST or not asks_something(said.plain):
        return
    if _compares(said.plain) or NEXT.search(said.plain):
        return
    entry = answered_before(index, context)
    alone = _ONE_WORD.search(said.plain)
    word = alone["word"].casefold() if alone else ""
    if word == "when" or (word and entry is not None):
        yield from _exchanged(index, entry, context, word)
    if word != "why":
        yield from _pointed(index, entry, context, said, as_of)


def _compares(plain: str) -> bool:
    """Whether a reply compares what was said with something: no one question asks that."""
    wanted = operation(plain.casefold())
    compares = wanted is not None and wanted.kind == "compare" and not wanted.change
    return compares and bool(_COMPARED.search(plain))


def _exchanged(index: Index, entry: Entry | None, context: Context, word: str) -> Iterator[Referral]:
    """Yield the question before with another question word."""
    question = context.question or (prompt(index.pack, entry) if entry else "")
    sum_of = _HOW_MUCH_DID.fullmatch(question) if word == "why" else None
    if sum_of:
        yield Referral("why {did} {rest} {what}?".format(**sum_of.groupdict()), anew=True)
    elif _ASKED.search(question):
        yield Referral(_ASKED.sub(rf"\g<1>{word}", question, count=1), anew=word != "when")
    elif WHETHER.search(question):
        yield Referral(f"{word} {question}", anew=word != "when")


def _pointed(
    index: Index, entry: Entry | None, context: Context, said: Anatomy, as_of: date | None
) -> Iterator[Referral]:
    """Yield a reply with the name of what it points at, at its end where it has no word for it."""
    kinds = {match.lastgroup for match in pointers(said)}
    place = None if kinds else _there(index, entry, context, said.plain)
    if place is not None:
        there = with_place(said.plain, brief_name(index.pack, place))
        yield Referral(there, anew=bool(_ELSE.search(said.plain)))
        return
    if len(kinds) > 1 or not (kinds or _is_bare(index, said.plain, as_of)):
        return
    kind = kinds.pop() if kinds else None
    talking = kind == "several" and bool(_TALKING.search(said.plain))
    kind = "thing" if talking else kind
    subject = subject_of(index, entry, context, kind)
    if any(subject in link.targets for link in said.links):
        return  # "was it X" asks if X is what is meant
    whole = _whole(index, said, subject, as_of) if subject else None
    if subject is None or whole is None:
        return
    if subject in index.happenings and _THEY_DID.search(said.plain):
        return  # what happened does nothing
    lasting = _IN_IT.search(said.plain) or (kind == "thing" and LASTS.search(said.plain))
    if lasting and not (subject in index.happenings or is_occasion(index, subject)):
        return  # nobody dies in a group, and it does not begin as what it did does
    days = _days(index, subject, entry)
    anew = talking or bool(_WHY.search(said.plain) or _ELSE.search(said.plain))
    perhaps = not pointers(said) and not bare_time_or_place(said.plain)
    if days is not None and not said.periods:
        yield Referral(f"{whole} {when(days)}?", anew=anew, perhaps=perhaps)
    yield Referral(f"{whole}?", within=None if said.periods else days, anew=anew, perhaps=perhaps)


def _whole(index: Index, said: Anatomy, subject: str, as_of: date | None) -> str | None:
    """Return a reply with the name of its subject, without its mark; ``None`` where it leaves out more."""
    name, found = brief_name(index.pack, subject), pointers(said)
    bare = bare_time_or_place(said.plain)
    if _DID_IT.search(said.plain):
        happened = index.pack.entries.get(subject) if subject in index.happenings else None
        return f"who carried out {happened.name}" if isinstance(happened, Entity) else None
    if bare:
        return f"{bare} was {name}" if is_occasion(index, subject) else None
    if found:
        return with_name(said.plain, found, name)
    if WHETHER.search(said.plain) and not (subject in index.happenings or is_occasion(index, subject)):
        return None  # who did what is left open
    return f"{said.plain.rstrip(_END)} at {name}" if _leaves_out(index, said.plain, as_of) else None


def with_name(plain: str, pointers: Sequence[re.Match[str]], name: str) -> str:
    """Return a text with a name in the place of the words that point at it."""
    for match in reversed(pointers):
        told = f"{name}'s" if match[0].casefold() in _OWN else name
        plain = plain[: match.start()] + told + plain[match.end() :]
    return plain.rstrip(_END)


def _there(index: Index, entry: Entry | None, context: Context, plain: str) -> str | None:
    """Return the one place that "there" means, other than the pack's own."""
    if not says_there(plain):
        return None
    links = index.reader.read(context.question).links if context.question else ()
    named = {link.targets[0] for link in links} & index.places
    if isinstance(entry, Figure) and entry.place:
        named.add(entry.place)
    found = named - {index.pack.default_place}
    return found.pop() if len(found) == 1 else None


def _is_bare(index: Index, plain: str, as_of: date | None) -> bool:
    """Whether a text has no name, date or number of its own."""
    reading = index.reader.read(plain, as_of)
    return not (reading.links or reading.periods or reading.numbers or reading.names)


def _leaves_out(index: Index, plain: str, as_of: date | None) -> bool:
    """Whether a short text has telling words, all known, and does not ask how many."""
    reading = index.reader.read(plain, as_of)
    telling = [term for term in reading.terms if term.role == "content"]
    short = len(tokenise(plain)) <= _LONGEST_BARE
    return short and bool(telling) and all(term.known for term in telling) and not reading.quantity


def _days(index: Index, subject: str, entry: Entry | None) -> Period | None:
    """Return the days that were spoken of, where what is meant is no single happening."""
    occasion = subject not in index.happenings and is_occasion(index, subject)
    if entry is None or not occasion:
        return None
    return entry.period if entry.period is not None and entry.period.days <= _BRIEF else None
