"""PURE: what a reply refers to: the answer before it, with the question as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.answer import OWN_REASONS, Answer, Answered, Unanswered


@dataclass(frozen=True, slots=True)
class Context:
    """The answer that a reply refers to: its entries, the main one first, and the question as it was read.

    ``entries`` is empty where nothing was answered, ``question`` where only the entries are known.
    ``before`` is the question whose answer that one was a reply to.
    """

    entries: tuple[str, ...]
    question: str = ""
    before: str = ""


def context_of(answer: Answer) -> Context:
    """Return what a reply to an answer may leave out, be it that nothing was found.

    Where nothing was asked, that is what it was before.
    """
    trace = answer.trace
    if isinstance(answer, Unanswered) and answer.reason in OWN_REASONS and (trace.still or trace.reply_to):
        return Context(trace.still, trace.reply_to)
    entries = (
        tuple(statement.entry for statement in answer.statements) if isinstance(answer, Answered) else ()
    )
    return Context(entries, trace.read_as or answer.question, trace.reply_to)
