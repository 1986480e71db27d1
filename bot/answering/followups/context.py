"""PURE: what a reply to an answer may leave out: what that was of, or what the talk was of before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.answer import Answer, Answered, Context
from bot.answering.followups.pointing import typed
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.index import Index
    from bot.knowledge.model import Entry


def context_of(answer: Answer) -> Context:
    """Return what a reply to an answer may leave out, be it that nothing was found.

    Where that was a reply without an answer that moved on to nothing else, it is what was talked of before.
    Of a message that asked several things a reply goes on from what was told, not from its words.
    """
    trace = answer.trace
    if trace.still is not None:
        return trace.still
    entries = (
        tuple(statement.entry for statement in answer.statements) if isinstance(answer, Answered) else ()
    )
    if isinstance(answer, Answered) and (answer.further or answer.untold):
        return Context(entries)
    return Context(entries, trace.read_as or answer.question, trace.reply_to)


def moves_on(index: Index, text: str, context: Context, as_of: date | None = None) -> bool:
    """Whether a reply names a time or a thing of which the answer before is not: the talk is of that now."""
    said = typed(index, text, as_of)
    reading = index.reader.read(said.plain, as_of)
    live = [index.entries[index.positions[key]] for key in context.entries if key in index.positions]
    days = [each.entry.period for each in live if each.entry.period]
    if reading.names or any(not any(map(date.equals, days)) for date in reading.periods):
        return True
    own = frozenset(context.entries).union(*(each.slots.entities | each.slots.around for each in live))
    return not reading.entities - {index.pack.default_place} <= own


def answered_before(index: Index, context: Context) -> Entry | None:
    """Return the entry that was answered first, if it still is live."""
    live = (key for key in context.entries if key in index.positions)
    first = next(live, None)
    return None if first is None else index.entries.bare[index.positions[first]]


def time_spoken_of(index: Index, context: Context, as_of: date | None = None) -> Period | None:
    """Return the time of the entry that was answered first, or the only one that was asked about in vain.

    Of years that were compared it is all of them together; where the entry has no time of its own, or a
    longer one, it is the only one that was asked about.
    """
    entry = answered_before(index, context)
    told = index.reader.read(context.question, as_of).periods if context.question else ()
    years = [each.alternatives[0] for each in told if each.alternatives[0].is_year]
    if len(years) > 1 and len(years) == len(told):
        return Period(min(year.first for year in years), max(year.last for year in years))
    plain = [each for each in told if each.side is None and not each.yearless]
    asked = plain[0].alternatives[0] if len(plain) == 1 else None
    own = entry.period if entry is not None else None
    if own is None or asked is None:
        return own or asked
    return asked if own.contains(asked) else own
