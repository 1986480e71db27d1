"""PURE: what a short reply to an answer asks, made whole from that answer; nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from bot.answering.answer import Answered, Trace
from bot.answering.followups.frames import Frame, frame_of, named_in
from bot.answering.followups.substitution import substituted
from bot.answering.text import normalise, split, tokenise
from bot.answering.wording import name, prompt
from bot.knowledge.model import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.answering.answer import Answer, Statement
    from bot.answering.index import Index
    from bot.knowledge.model import Entry, Pack

Kind: TypeAlias = Literal["source", "speaker"]
_LONGEST, _LONGEST_BARE = 10, 5
"""Words of a reply that leaves something out, with "and" or "what about" before it and without."""
_OPENING: Final = re.compile(
    r"^\W*(?:and|but|or|also|then|ok(?:ay)?|so|now)\b|\b(?:what|how)\s+about\b|\bsame\s+for\b"
)
_FILLERS: Final = frozenset(
    """
    and but ok okay so hm hmm well please pls plz can could you do did does have has got give show tell me us
    a an the any your its what whats which is are was were for of on about that this it them these those
    """.split()
)
_SOURCES: Final = frozenset(
    "source sources citation citations cite reference references proof evidence link links".split()
)
_SAYING: Final = frozenset(
    "said says say told tells claims claimed counted counts reported reports wrote so".split()
)
_FROM: Final = re.compile(
    r"^\W*(?:(?:and|but|ok|so)\W+)?(?:where(?:'s| is| does| did)? (?:that|this|it|you) "
    r"(?:from|come from|get (?:that|this|it)(?: from)?)|how do you know(?: that| this)?|says who)\W*$"
)
_TO_WHOM: Final = re.compile(r"^\W*(?:(?:and|but|ok|so)\W+)?according to whom?\W*$")


@dataclass(frozen=True, slots=True)
class Context:
    """The answer that a reply refers to: its entries, the main one first, and the question as it was read.

    ``question`` is empty where only the entries are known.
    """

    entries: tuple[str, ...]
    question: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """The question that a short reply asks; ``counts`` whether it was put together to ask for a count."""

    question: str
    counts: bool = False


def context_of(answer: Answer) -> Context | None:
    """Return what a reply to an answer may leave out; ``None`` where nothing was answered."""
    if not isinstance(answer, Answered):
        return None
    entries = tuple(statement.entry for statement in answer.statements)
    return Context(entries, answer.trace.read_as or answer.question)


def asked_of(text: str) -> Kind | None:
    """Return what a reply asks of the answer itself: its sources, or who said it."""
    plain = normalise(text).casefold()
    words = set(split(plain)[1])
    telling = words - _FILLERS - {"who"}
    if _FROM.search(plain) or (telling and telling <= _SOURCES):
        return "source"
    if _TO_WHOM.search(plain) or ("who" in words and telling and telling <= _SAYING):
        return "speaker"
    return None


def shown_again(
    pack: Pack, told: Answered, rest: Sequence[Statement], context: Context, kind: Kind
) -> Answered:
    """Return an answer again with all that it showed, for a reply that asks where it is from.

    ``told`` is what its main entry answers, ``rest`` the other statements that it showed.
    """
    shown = {statement.entry for statement in told.statements}
    main = _with_speaker(pack, told.main) if kind == "speaker" else told.main
    others = (*told.others, *(statement for statement in rest if statement.entry not in shown))
    read_as = context.question or prompt(pack, pack.entries[told.main.entry])
    return replace(told, main=main, others=others, trace=Trace(read_as=read_as))


def _with_speaker(pack: Pack, statement: Statement) -> Statement:
    """Return a statement that begins with who counted or reported it; a quotation names its speaker."""
    entry = pack.entries[statement.entry]
    if entry.kind == "quote":
        return statement
    if isinstance(entry, Figure) and entry.counted_by:
        return replace(statement, text=f"Counted by {name(pack, entry.counted_by)}. {statement.text}")
    *first, last = dict.fromkeys(cited.source.publisher for cited in statement.citations)
    publishers = f"{', '.join(first)} and {last}" if first else last
    return replace(statement, text=f"Reported by {publishers}. {statement.text}")


def whole_question(index: Index, text: str, context: Context, as_of: date | None = None) -> Whole | None:
    """Return the question that a short reply asks, with what it leaves out put in from the answer.

    ``None`` for a question that is whole by itself, or that names something else than what the
    answer's question is made of: it is read on its own.
    """
    words = len(tokenise(normalise(text)))
    opened = bool(_OPENING.search(normalise(text).casefold()))
    live = [key for key in context.entries if key in index.positions]
    if not live or not 0 < words <= (_LONGEST if opened else _LONGEST_BARE):
        return None
    entry = index.entries[index.positions[live[0]]].entry
    named = named_in(index, text, as_of)
    if named is None or (named.metric and named.periods and not opened):
        return None
    before = _before(index, entry, context, as_of)
    if before is not None and not named.others:
        return Whole(named.over(before).words(index.pack), counts=True)
    question = context.question or prompt(index.pack, entry)
    changed = substituted(index, question, named, as_of)
    return None if changed is None else Whole(changed)


def _before(index: Index, entry: Entry, context: Context, as_of: date | None) -> Frame | None:
    """Return what the answer's question counts, and when, where and by whom; ``None`` if it counts nothing.

    What the question leaves open the answer's figure fills, but for who counted: every counter may
    answer again.
    """
    asked = named_in(index, context.question, as_of, strict=False) if context.question else None
    own = frame_of(entry) if isinstance(entry, Figure) else None
    if asked is None or not asked.metric:
        return own
    return asked if own is None else asked.over(replace(own, counters=()))
