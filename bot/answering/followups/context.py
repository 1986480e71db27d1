"""PURE: what a reply to an answer may leave out: what that was of, or what the talk was of before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.answer import Answer, Answered, Context
from bot.answering.followups.pointing import typed

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.index import Index


def context_of(answer: Answer) -> Context:
    """Return what a reply to an answer may leave out, be it that nothing was found.

    Where that was a reply without an answer that moved on to nothing else, it is what was talked of before.
    """
    trace = answer.trace
    if trace.still is not None:
        return trace.still
    entries = (
        tuple(statement.entry for statement in answer.statements) if isinstance(answer, Answered) else ()
    )
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
