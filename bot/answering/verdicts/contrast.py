"""PURE: an entry as an answer, and the answer that says so where the question supposes something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.answer import Answered
from bot.answering.trust.disputes import companions
from bot.answering.verdicts.claims import spoken_of
from bot.answering.verdicts.judging import contradiction
from bot.answering.wording import statement
from bot.knowledge.model import Claim

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.index import Index
    from bot.answering.reading import Reading
    from bot.answering.trust.disputes import Companions
    from bot.knowledge.model import Entry, Pack


def told(pack: Pack, question: str, entry: Entry, beside: Companions) -> Answered:
    """Word an entry with everything that must stand beside it."""
    answered = Answered(
        question,
        1.0,
        statement(pack, entry),
        tuple(statement(pack, other) for other in beside.entries),
        beside.notes,
        beside.disputed,
        tuple(statement(pack, other) for other in beside.also),
    )
    return replace(answered, speaks_of=spoken_of(pack, answered))


def put_right(index: Index, answered: Answered, reading: Reading, as_of: date | None = None) -> Answered:
    """Return an answer that says so where the question supposes what the sources have otherwise.

    Without that, the answer to "Were the talks in Lahore?" would read as a yes. Only a number, a date or a
    place can be otherwise. A claim that was checked says itself what is otherwise.
    """
    if isinstance(index.pack.entries[answered.main.entry], Claim):
        return answered
    states = reading.numbers or reading.periods or reading.places
    if not states or not reading.checks or reading.sought not in {None, "truth"}:
        return answered
    checked = contradiction(index, answered.question, answered.main.entry, as_of)
    differing = tuple(each.line for each in checked.compared if not each.agrees) if checked else ()
    if checked is None or not differing:
        return answered
    entry = index.entries[index.positions[checked.deciding[0].entry]].entry
    beside = companions(index, entry, [], reading.counters)
    righted = told(index.pack, answered.question, entry, beside)
    return replace(righted, confidence=answered.confidence, trace=answered.trace, contrast=differing)
