"""PURE: what a short reply to an answer asks, made whole from that answer; nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.answering.followups.frames import Frame, compared, frame_of, frame_of_card, named_in
from bot.answering.followups.occasions import is_occasion
from bot.answering.followups.pointing import pointers, typed
from bot.answering.followups.referring import referred
from bot.answering.followups.substitution import substituted
from bot.answering.followups.versions import other_side, with_version
from bot.answering.prompts import prompt
from bot.answering.text import normalise, tokenise
from bot.knowledge.model import Entity, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.answering.answer import Context
    from bot.answering.index import Index
    from bot.knowledge.model import Entry
    from bot.knowledge.periods import Period

_LONGEST, _LONGEST_BARE = 10, 5
"""Words of a reply that leaves something out, with "and" or "what about" before it and without."""
_OPENING: Final = re.compile(
    r"^\W*(?:and|but|or|also|then|ok(?:ay)?|so|now)\b|\b(?:what|how)\s+about\b|\bsame\s+for\b"
)
_ASKS_ELSE: Final = re.compile(
    r"^\W*(?:(?:and|but|or|also|then|ok(?:ay)?|so|now)\W+){0,2}"
    r"(?:who|whom|whose|when|where|why|which|what(?!\s+(?:about|of|in|for)\b)|how(?!\s+(?:about|many|much)\b))\b"
    r"|^\W*(?:is|was|were|are|did|does|do|has|have|had)\b|^\W*(?:who|what|when|where)'?s\b"
    r"|\bwho\s+(?:is|was|are|were)\b"
)
"""Signs that a reply asks something else of what it names: "where is X", "and who is X"."""
_END: Final = " ?.!"
_THEY: Final = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)
_AFTER: Final = re.compile(r"\b(?:after|during)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whole:
    """The question that a short reply asks.

    ``counts`` whether it was put together to ask for a count, ``event`` of what, if of one with a toll,
    ``of`` the entity that the count must be of, ``counter`` who counted what was answered before, where the
    reply names no other; ``compares`` whether it asks how counts differ. ``points`` whether a name stands
    for a word of the reply; ``within`` is the time that its answer must be of, if it is of any, ``apart`` the
    entry that must not answer it; ``perhaps`` where the reply may as well be whole by itself.
    """

    question: str
    counts: bool = False
    event: str = ""
    counter: str = ""
    of: str = ""
    compares: bool = False
    points: bool = False
    within: Period | None = None
    apart: str = ""
    perhaps: bool = False


def whole_questions(index: Index, text: str, context: Context, as_of: date | None = None) -> Iterator[Whole]:
    """Yield the questions that a short reply may ask, with what it leaves out put in from the answer.

    None for a question that is whole by itself, or that names something else than what the
    answer's question is made of: it is read on its own.
    """
    live = [key for key in context.entries if key in index.positions]
    entry = index.entries.bare[index.positions[live[0]]] if live else None
    if entry is None and not context.question:
        return
    of_card = _of_card(index, text, entry, context, as_of)
    if of_card is not None:
        yield of_card
    put_in = None if of_card else _put_in_or_said(index, text, entry, context, as_of)
    if put_in is not None:
        yield put_in
    if of_card is None and (context.lost or put_in is None):
        earlier = _put_in_earlier(index, text, context, as_of)
        if earlier is not None:
            yield earlier
    if put_in is not None:
        return
    for each in referred(index, text, context, as_of):
        apart = live[0] if live and each.anew else ""
        yield Whole(each.question, points=True, within=each.within, apart=apart, perhaps=each.perhaps)


def _put_in(
    index: Index, text: str, entry: Entry | None, context: Context, as_of: date | None
) -> Whole | None:
    """Return the question before with what a reply names in the place of its like."""
    words = len(tokenise(normalise(text)))
    opened = bool(_OPENING.search(normalise(text).casefold()))
    if not 0 < words <= _LONGEST:
        return None
    before = _before(index, entry, context, as_of)
    between = compared(index, text, before, _asked(index, context.before, as_of)) if before else None
    if between is not None:
        return Whole(between, compares=True)
    leans = opened or bool(pointers(typed(index, text, as_of)))
    if (words > _LONGEST_BARE and not leans) or _ASKS_ELSE.search(normalise(text).casefold()):
        return None
    beside = (before.periods if before else ()) or ((entry.period,) if entry and entry.period else ())
    # of what is no count "after the raid" asks at the raid; of a count it would ask since then
    named = named_in(index, text if before else _AFTER.sub("", text), as_of, beside=beside)
    if before is not None and (named is None or not named.metric):
        named = _of_whom(index, text, before, as_of) or named
    if named is None or (named.metric and named.periods and not opened):
        return None
    if before is None and named.metric:
        before = _where_asked(index, entry, context, as_of)
    if before is not None and not named.others:
        return _as_count(index, text, named.over(before), entry)
    question = context.question or (prompt(index.pack, entry) if entry else "")
    changed = substituted(index, question, text, named, as_of)
    # what was just told of one is not told of another
    apart = entry.id if entry and replace(named, periods=()) != Frame() else ""
    return None if changed is None else Whole(changed, apart=apart)


def _put_in_or_said(
    index: Index, text: str, entry: Entry | None, context: Context, as_of: date | None
) -> Whole | None:
    """Return the question before with what a reply names put in, be it who says something of the same."""
    changed = with_version(text, context.question)
    if changed is not None:
        return Whole(changed, apart=entry.id if entry else "")
    found = _put_in(index, text, entry, context, as_of)
    counts = found is None and _before(index, entry, context, as_of) is not None
    other = None if found else other_side(text, context.question, counts=counts)
    return _put_in(index, other, entry, context, as_of) if other else found


def _put_in_earlier(index: Index, text: str, context: Context, as_of: date | None) -> Whole | None:
    """Return the same of the question before that one, of which "and X?" may go on.

    What was asked in between of an answer, or in vain, need not be what is asked of another.
    """
    if not (context.before and (context.lost or _OPENING.search(normalise(text).casefold()))):
        return None
    return _put_in(index, text, None, replace(context, entries=(), question=context.before, before=""), as_of)


def _as_count(index: Index, text: str, frame: Frame, entry: Entry | None) -> Whole | None:
    """Return the count that a frame asks for; ``None`` where "they" in the reply are nobody in it."""
    figure = entry if isinstance(entry, Figure) else None
    if _THEY.search(text) and not (frame.actors or frame.counters or (figure and figure.counted_by)):
        return None
    counter = figure.counted_by if figure and not frame.counters else None
    tolled = frame.event if _has_toll(index, frame) else ""
    return Whole(frame.words(index.pack), counts=True, event=tolled, counter=counter or "")


def _of_card(
    index: Index, text: str, entry: Entry | None, context: Context, as_of: date | None
) -> Whole | None:
    """Return the count that a reply asks of the entity that an answer was about, if it names no other."""
    card = _card(index, entry, context)
    if card is None or not 0 < len(tokenise(normalise(text))) <= _LONGEST:
        return None
    named = named_in(index, text, as_of)
    if named is None or not named.metric or named.counters or named.actors or named.event or named.others:
        return None
    frame = named.over(frame_of_card(index, card))
    # what takes place once is not counted in another year: then all may be meant
    perhaps = bool(named.periods) and (bool(named.places) or is_occasion(index, card))
    return Whole(frame.words(index.pack), counts=True, event=frame.event, of=card, perhaps=perhaps)


def _card(index: Index, entry: Entry | None, context: Context) -> str | None:
    """Return the entity, no person, of which was told what it is, or whose name alone was asked."""
    found = entry.id if isinstance(entry, Entity) else ""
    if entry is None and context.question:
        reading = index.reader.read(context.question)
        found = reading.links[0].targets[0] if reading.bare_name and len(reading.links) == 1 else ""
    return found if found and found not in index.people else None


def _of_whom(index: Index, text: str, before: Frame, as_of: date | None) -> Frame | None:
    """Return the narrower count of which a reply names only whom it counts: "and soldiers?"."""
    metrics = index.pack.metrics
    own = metrics.get(before.metric)
    wider = metrics.get(own.broader or own.id) if own else None
    found = named_in(index, f"{text.rstrip(_END)} {wider.words[0]}", as_of) if wider else None
    narrower = metrics.get(found.metric) if found else None
    while narrower is not None and wider is not None and narrower.broader not in {None, wider.id}:
        narrower = metrics.get(narrower.broader or "")
    return found if wider and narrower and narrower.broader == wider.id else None


def _has_toll(index: Index, frame: Frame) -> bool:
    """Whether some figure counts what is asked of an event: then a sentence on the event may tell it too.

    Not where a part of the dead is asked for: such a sentence tells the whole toll.
    """
    metric = index.pack.metrics.get(frame.metric)
    if metric is not None and metric.broader is not None:
        return False
    figures = (index.entries.bare[position] for position in index.figures.get(frame.metric, ()))
    return any(isinstance(figure, Figure) and figure.event == frame.event for figure in figures)


def _asked(index: Index, question: str, as_of: date | None) -> Frame | None:
    """Return what a whole question counts, and when, where and by whom.

    ``None`` if it counts nothing, or names what no count is of: put together anew it would lose that.
    """
    named = named_in(index, question, as_of, strict=False) if question else None
    return named if named is not None and named.metric and not named.others else None


def _before(index: Index, entry: Entry | None, context: Context, as_of: date | None) -> Frame | None:
    """Return what the answer's question counts, and when, where and by whom; ``None`` if it counts nothing.

    What the question leaves open the answer's figure fills, but for who counted: every counter may
    answer again.
    """
    asked = _asked(index, context.question, as_of)
    own = frame_of(entry) if isinstance(entry, Figure) else None
    if asked is None:
        return own
    return asked if own is None else asked.over(replace(own, counters=()))


def _where_asked(index: Index, entry: Entry | None, context: Context, as_of: date | None) -> Frame | None:
    """Return of what, or else where and when, a question asked that counted nothing."""
    named = named_in(index, context.question, as_of, strict=False) if context.question else None
    if named is None:
        return None
    own = index.entries[index.positions[entry.id]].slots.entities if entry else frozenset[str]()
    if named.event in own:
        return Frame(event=named.event)
    tolled = [key for key in entry.about if key in index.roles.events] if entry else []
    if len(tolled) == 1:
        return Frame(event=tolled[0])
    return Frame(periods=named.periods, places=named.places) if named.periods and named.places else None
