"""PURE: question -> Answer over one built index: the decision and nothing else."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.answering.abstaining import LEFT_OPEN, UNTOLD, nearest_entries, seeks_nothing, unanswerable, why_not
from bot.answering.answer import (
    OWN_REASONS,
    Ambiguous,
    Answered,
    Candidate,
    Context,
    Read,
    Trace,
    Unanswered,
)
from bot.answering.asking import read_ask
from bot.answering.asks import asking_part, asks_apart
from bot.answering.confidence import judged
from bot.answering.entry_answers import suggestion, told_by
from bot.answering.following import followed
from bot.answering.followups.context import moves_on
from bot.answering.index import Index
from bot.answering.on_the_day import happened_on
from bot.answering.ranking import Ranked, rank
from bot.answering.several import Part, answered_apart, with_further
from bot.answering.sums.computing import SURE, with_sum
from bot.answering.text import normalise
from bot.answering.trust.disputes import same_matter
from bot.answering.verdicts.contrast import put_right
from bot.answering.verdicts.crosscheck import crosschecked

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import date

    from bot.answering.answer import Answer
    from bot.answering.calibration import Calibration
    from bot.answering.reading import Reading
    from bot.answering.semantic import Encoder
    from bot.knowledge.model import Entry, Pack

_CHOICES: Final = 3
_TRACED: Final = 6
"""Candidates kept in the trace, of those that contradict nothing and of those removed."""
_TIE: Final = 0.03
"""A lead below this tells nothing: the question leaves out what would choose between the two."""


@dataclass(frozen=True, slots=True)
class Ask:
    """How a question is put: ``asked`` of the bot or overheard.

    ``as_of`` is the day it is: what "last year" means, and what is past its review date.
    ``about`` is the answer to which it replies, if it does.
    """

    asked: bool = True
    as_of: date | None = None
    about: Context | None = None


ASKED: Final = Ask()


def build_index(pack: Pack, english: Container[str] = (), encoder: Encoder | None = None) -> Index:
    """Build everything that answering needs from a pack (tenths of a second; call off the loop).

    Words of ``english`` are not taken for slips of words that the pack has. With an ``encoder``
    questions are compared by meaning, too; encoding a pack takes seconds the first time.
    """
    return Index(pack, english, encoder)


def answer(index: Index, question: str, ask: Ask = ASKED, calibration: Calibration | None = None) -> Answer:
    """Answer a question from the pack, offer the nearest questions, or abstain. Never raises.

    The calibration is the index's own unless another is given.
    """
    found = _answer(index, question, ask, calibration or index.calibration)
    return replace(found, today=ask.as_of) if isinstance(found, Answered) else found


def _answer(index: Index, question: str, ask: Ask, calibration: Calibration) -> Answer:
    """Decide; what the day is matters only to what "last year" means."""
    if ask.about is not None:
        alone = replace(ask, about=None)
        found = followed(
            index, question, ask.about, lambda text: answer(index, text, alone, calibration), ask.as_of
        )
        return found if isinstance(found, Answered) else _still(index, question, found, ask)
    written = index.offered(question)
    if written is not None and ask.asked:
        return told_by(index, question, [written], frozenset())
    reading = index.read(question, ask.as_of)
    bar = calibration.asked if ask.asked else calibration.unasked
    found = _looked_up(index, reading, question, calibration, bar)
    asking = None if isinstance(found, Answered) else asking_part(normalise(question))
    read = reading
    if asking is not None:
        narrow = read_ask(index, asking, reading, ask.as_of)
        again = _looked_up(index, narrow, question, calibration, bar)
        found, read = (again, narrow) if isinstance(again, Answered) else (found, reading)
    if isinstance(found, Answered):
        found = put_right(index, found, read, ask.as_of)
    else:
        found = _of_the_day(index, found, reading)
    if ask.asked and not index.leaves_open(question):
        found = with_sum(index, found, reading)
    return _with_each(index, found, reading, replace(ask, about=None), calibration)


def _of_the_day(index: Index, found: Answer, reading: Reading) -> Answer:
    """Return the event of a day where a question asks for no more than that, or the events to choose from."""
    events = happened_on(index, reading)
    if len(events) > 1:
        choices = tuple(suggestion(index, event) for event in events)
        return Ambiguous(found.question, found.confidence, choices, found.trace)
    if not events or index.leaves_open(found.question):
        return found
    told = told_by(index, found.question, [index.positions[events[0]]], frozenset())
    return replace(told, confidence=SURE, trace=found.trace)


def _with_each(index: Index, found: Answer, whole: Reading, ask: Ask, calibration: Calibration) -> Answer:
    """Return the answer to a message with those to each of the asks that it puts, if it puts several."""
    asked = asks_apart(normalise(found.question))
    if not asked or index.leaves_open(found.question) or (isinstance(found, Answered) and found.computed):
        return found
    bar = calibration.asked if ask.asked else calibration.unasked

    def put(part: Part) -> Answer:
        """Look one ask up, or answer it as a reply to the one before it."""
        if part.after is not None:
            return answer(index, part.asking.ask, replace(ask, about=part.after), calibration)
        read = read_ask(index, part.asking, whole, ask.as_of)
        told = _looked_up(index, read, part.asking.ask, calibration, bar)
        if not isinstance(told, Answered):
            return told
        return replace(put_right(index, told, read, ask.as_of), today=ask.as_of)

    apart = answered_apart(index, asked, put)
    if isinstance(found, Answered):
        return with_further(found, apart, (1 + bar) / 2)
    return replace(apart, question=found.question) if apart else found


def _still(index: Index, question: str, found: Ambiguous | Unanswered, ask: Ask) -> Answer:
    """Return what a reply without an answer got, with what the talk goes on about, if that is the same."""
    about = ask.about
    lost = not isinstance(found, Unanswered) or found.reason not in OWN_REASONS
    if about is None or (lost and moves_on(index, question, about, ask.as_of)):
        return found
    whole = found.trace.read_as
    before = about.question if whole else about.before
    still = replace(about, question=whole or about.question, before=before, lost=about.lost or lost)
    return replace(found, trace=replace(found.trace, still=still, reply_to=about.question))


def _looked_up(index: Index, reading: Reading, question: str, calibration: Calibration, bar: float) -> Answer:
    """Return the stored answer to a question of which ``bar`` is the confidence to reach."""
    ranked = crosschecked(index, reading, rank(index, reading))
    kept = [candidate for candidate in ranked if candidate.removed_by is None]
    best, lead = 0.0, 0.0
    if kept:
        sure = judged(index, reading, kept, calibration)
        kept, best, lead = sure.kept, sure.confidence, sure.lead
        ranked = kept + ranked[len(kept) :]
    trace = _trace(index, reading, ranked, bar)
    barred = bool(reading.names) if index.plain else unanswerable(reading)
    left_open = index.leaves_open(question)
    only_named = bool(kept) and _only_named(index, reading, kept[0].position)
    if kept and not (left_open or barred):
        tied = abs(lead) < _TIE
        if best >= bar and not (tied or only_named):
            told = told_by(index, question, [each.position for each in kept], reading.counters)
            return replace(told, confidence=best, trace=trace)
        choices = _choices(index, kept, _TIE if best >= bar and not only_named else math.inf)
        if best >= calibration.close and len(choices) > 1:
            offered = tuple(suggestion(index, entry.id) for entry in choices)
            return Ambiguous(question, best, offered, trace)
    near = () if seeks_nothing(reading) else nearest_entries(index, ranked)
    nearest = tuple(suggestion(index, entry) for entry in near)
    untold = UNTOLD if only_named and best >= bar else None
    reason = LEFT_OPEN if left_open else why_not(reading, ranked) or untold
    return Unanswered(question, min(best, bar), nearest, reason, trace)


def _only_named(index: Index, reading: Reading, position: int) -> bool:
    """Whether a text is one word or the name of one thing, and an entry is not that of the name itself.

    Of a happening without one, what is nearest tells. Several names together ask for what they have to do
    with each other.
    """
    if reading.bare_word:
        alone = index.plain is None
    else:
        happened = reading.entities <= index.happenings and index.positions.keys().isdisjoint(
            reading.entities
        )
        alone = reading.bare_name and len(reading.links) == 1 and not happened
    return alone and index.entries.bare[position].id not in reading.entities


def _choices(index: Index, kept: list[Ranked], within: float) -> list[Entry]:
    """Return entries that score ``within`` of the best, best first, each about another matter."""
    found: list[Entry] = []
    for candidate in (each for each in kept if each.score >= kept[0].score - within):
        entry = index.entries.bare[candidate.position]
        if not any(same_matter(entry, other) for other in found):
            found.append(entry)
        if len(found) == _CHOICES:
            break
    return found


def _trace(index: Index, reading: Reading, ranked: list[Ranked], bar: float) -> Trace:
    """Return what was read and considered, for "why" and ``bot ask --explain``."""
    read = [Read("entity", entity) for entity in sorted(reading.entities)]
    read += [Read("metric", metric) for metric in sorted(reading.asked)]
    read += [Read("period", mention) for mention in reading.periods]
    read += [Read("unknown name", unknown) for unknown in reading.names]
    read += [Read("unknown word", term.key) for term in reading.terms if not term.known]
    kept = [candidate for candidate in ranked if candidate.removed_by is None]
    removed = ranked[len(kept) :]
    candidates = tuple(
        Candidate(index.entries.bare[candidate.position].id, round(candidate.score, 4), candidate.removed_by)
        for candidate in (*kept[:_TRACED], *removed[:_TRACED])
    )
    return Trace(tuple(read), candidates, bar)
