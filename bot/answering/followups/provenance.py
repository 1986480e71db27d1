"""PURE: replies that ask of an answer itself: where it is from, who said it, when that was."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from bot.answering.answer import Trace
from bot.answering.prompts import prompt
from bot.answering.text import normalise, split
from bot.answering.wording import capital, name, when
from bot.knowledge.model import Claim, Entity, Event, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.answer import Answered, Context, Statement
    from bot.knowledge.model import Pack

Kind: TypeAlias = Literal["source", "speaker"]
_FILLERS: Final = frozenset(
    """
    and but ok okay so hm hmm well please pls plz can could you do did does have has got give show tell me us
    a an the any your its what whats which is are was were for of on about that this it them these those
    """.split()
)
_SOURCES: Final = frozenset(
    "source sources citation citations cite reference references proof evidence link links".split()
)
_SAYING: Final = frozenset("said says say told tells claims counted counts reported reports wrote so".split())
_SURE: Final = re.compile(
    r"^\W*(?:(?:and|but|ok|so|wait)\W+)?(?:really|seriously|for real|are you (?:sure|certain)|you sure"
    r"|is (?:that|this|it) (?:true|right|correct|so|certain|confirmed)|sach(?: mein)?)\W*$"
)
_FROM: Final = re.compile(
    r"^\W*(?:(?:and|but|ok|so)\W+)?(?:where(?:'s| is| does| did)? (?:that|this|it|you) "
    r"(?:from|come from|get (?:that|this|it)(?: from)?)|how do you know(?: that| this)?|says who)\W*$"
)
_TO_WHOM: Final = re.compile(r"^\W*(?:(?:and|but|ok|so)\W+)?according to whom?\W*$")


def asked_of(text: str) -> Kind | None:
    """Return what a reply asks of the answer itself: its sources, for "really?" too, or who said it."""
    plain = normalise(text).casefold()
    words = set(split(plain)[1])
    telling = words - _FILLERS - {"who"}
    if _FROM.search(plain) or _SURE.search(plain) or names_sources(plain):
        return "source"
    if _TO_WHOM.search(plain) or ("who" in words and telling and telling <= _SAYING):
        return "speaker"
    return None


def names_sources(text: str) -> bool:
    """Whether a reply asks for sources by their name, and does not only doubt what was said."""
    telling = set(split(normalise(text).casefold())[1]) - _FILLERS
    return bool(telling) and telling <= _SOURCES


def shown_again(
    pack: Pack, told: Answered, rest: Sequence[Statement], context: Context, kind: Kind
) -> Answered:
    """Return an answer again with all that it showed, for a reply that asks where it is from.

    ``told`` is what its main entry answers, ``rest`` the other statements that it showed.
    """
    shown = {statement.entry for statement in told.statements}
    main = _with_speaker(pack, told) if kind == "speaker" else told.main
    others = (*told.others, *(statement for statement in rest if statement.entry not in shown))
    read_as = context.question or prompt(pack, pack.entries[told.main.entry])
    return replace(told, main=main, others=others, trace=Trace(read_as=read_as, reply_to=context.before))


def dated(pack: Pack, told: Answered, context: Context) -> Answered | None:
    """Return an answer again that begins with its time; ``None`` where its entry has none of its own."""
    entry = pack.entries[told.main.entry]
    if entry.period is None or isinstance(entry, Claim | Entity):
        return None
    main = told.main
    if not isinstance(entry, Event | Quote):  # these begin with their day
        main = replace(main, text=f"{capital(when(entry.period))}: {main.text}")
    read_as = context.question or prompt(pack, entry)
    return replace(told, main=main, trace=Trace(read_as=read_as, reply_to=context.before))


def _with_speaker(pack: Pack, told: Answered) -> Statement:
    """Return a statement that begins with who said, counted or reported it; a quotation names its speaker.

    What a text says rightly was said by whoever is quoted for it, if that is one person.
    """
    statement = told.main
    entry = pack.entries[statement.entry]
    if isinstance(entry, Quote):
        return statement
    if isinstance(entry, Figure) and entry.counted_by:
        return replace(statement, text=f"Counted by {name(pack, entry.counted_by)}. {statement.text}")
    said = _speakers(pack, told) if isinstance(entry, Claim) and entry.verdict == "supported" else ()
    if len(said) == 1:
        return replace(statement, text=f"Said by {said[0]}. {statement.text}")
    *first, last = dict.fromkeys(cited.source.publisher for cited in statement.citations)
    publishers = f"{', '.join(first)} and {last}" if first else last
    return replace(statement, text=f"Reported by {publishers}. {statement.text}")


def _speakers(pack: Pack, told: Answered) -> tuple[str, ...]:
    """Return who is quoted beside a claim, each once."""
    beside = (pack.entries[statement.entry] for statement in told.others)
    return tuple(dict.fromkeys(name(pack, quote.speaker) for quote in beside if isinstance(quote, Quote)))
