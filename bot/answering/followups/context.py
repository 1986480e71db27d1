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
    """Whether a reply names a time or a thing of which the answer before was not: the talk is of that now."""
    said = typed(index, text, as_of)
    reading = index.reader.read(said.plain, as_of)
    if reading.periods or reading.names:
        return True
    own = frozenset(context.entries).union(
        *(
            index.entries[index.positions[key]].slots.around
            for key in context.entries
            if key in index.positions
        )
    )
    return not reading.entities <= own
