"""PURE: the answer to a short reply: which whole questions it may ask, and what may answer them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.answering.answer import UNCLEAR, Answered, Trace, Unanswered
from bot.answering.entry_answers import answer_entry, statements, suggestion, told_by
from bot.answering.followups.asked_of_each import asked_of_each
from bot.answering.followups.context import answered_before, time_spoken_of
from bot.answering.followups.exact_words import asks_exact_words, exact_words
from bot.answering.followups.fitting import (
    goes_on,
    is_astray,
    is_of_another_named,
    is_part,
    main_of,
    tolls,
)
from bot.answering.followups.occasions import is_of, occasion_of
from bot.answering.followups.pointing import (
    asks_when_said,
    time_or_place,
    with_year_or_month,
)
from bot.answering.followups.provenance import asked_of, dated, names_sources, shown_again
from bot.answering.followups.referring import points
from bot.answering.followups.related import told_nearby
from bot.answering.followups.resolving import whole_questions
from bot.answering.followups.told_with_it import tells_so, tells_where
from bot.answering.followups.usual_words import in_usual_words
from bot.answering.prompts import prompt
from bot.answering.text import normalise
from bot.answering.verdicts.crosscheck import told_otherwise
from bot.knowledge.model import Entity, Figure, Quote

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.answer import Answer, Context
    from bot.answering.followups.occasions import Occasion
    from bot.answering.followups.resolving import Whole
    from bot.answering.index import Index
    from bot.answering.prepared import Prepared
    from bot.knowledge.model import Entry

_ANOTHER: Final = re.compile(
    r"^\W*(?:(?:and|but|so)\W+)?(?:did|does|has|have|had|will|was|were|is)\b.*\bagain\b|\banother\b|\b(?:round|one|attack|visit|meeting|time)\s+(?:before|after)\b"
    r"|\b(?:previous|next)\s+(?:round|one|attack|visit|meeting|time)\b",
    re.IGNORECASE,
)
"""Words of a reply that asks of another one than was told of."""
_BEFORE: Final = re.compile(
    r"\b(?:round|one|attack|visit|meeting)\s+before\W*$|\bprevious\s+(?:round|one|attack|visit|meeting)\W*$",
    re.IGNORECASE,
)
"""Words of a reply that asks of the one before."""
_BEGAN: Final = re.compile(r"\b(?:start|begin)\b", re.IGNORECASE)
"""Words of a reply that asks when something began, which no count tells."""
Put: TypeAlias = Callable[[str], "Answer"]
"""Answers a whole question."""


def followed(index: Index, question: str, about: Context, put: Put, as_of: date | None) -> Answer:
    """Answer a reply: what it leaves out is put in from the answer that it replies to, else it is read alone.

    ``put`` answers a whole question.
    """
    main = answered_before(index, about)
    plain = with_year_or_month(in_usual_words(question), time_spoken_of(index, about, as_of))
    found = _followed(index, plain, about, put, as_of)
    alone = found is None
    found = found or put(plain)
    if not isinstance(found, Answered):
        found = _nearby(index, plain, about, as_of) or found
    if isinstance(found, Answered) and not is_part(index, plain, main, found):
        found = _withheld(index, question, found)
    if (
        isinstance(found, Answered)
        and not found.trace.read_as
        and not goes_on(index, plain, main, found, as_of)
    ):
        found = _withheld(index, question, found)
    each = (
        None if isinstance(found, Answered) or main is None else asked_of_each(index, plain, main, put, as_of)
    )
    found = replace(each, trace=replace(each.trace, reply_to=about.question)) if each else found
    same = isinstance(found, Answered) and main is not None and found.main.entry == main.id
    # read by itself, "the round before" is that before nothing in particular
    if isinstance(found, Answered) and (
        (same and _ANOTHER.search(plain)) or (alone and _BEFORE.search(plain))
    ):
        found = _withheld(index, question, found)
    if alone and plain != question and not found.trace.read_as:
        found = replace(found, trace=replace(found.trace, read_as=plain))
    return replace(found, question=question)


def _nearby(index: Index, question: str, about: Context, as_of: date | None) -> Answered | None:
    """Return the answer to a reply that the entry before tells, or one linked with it."""
    main = answered_before(index, about)
    near = told_nearby(index, question, main, as_of) if main is not None and not about.lost else None
    otherwise = told_otherwise(index, index.read(question, as_of)) if near is not None else None
    if near is None or (otherwise is not None and otherwise(index.pack.entries[near])):
        return None
    read_as = prompt(index.pack, index.pack.entries[near])
    trace = Trace(threshold=index.calibration.asked, read_as=read_as, reply_to=about.question)
    return replace(answer_entry(index, near, question), confidence=trace.threshold, trace=trace)


def _followed(index: Index, question: str, about: Context, put: Put, as_of: date | None) -> Answer | None:
    """Return the answer to a reply in English, if it is one."""
    live = [key for key in about.entries if key in index.positions]
    main = answered_before(index, about)
    again = _again(index, question, about, live, main)
    if again is not None:  # what goes on from here goes on from what was asked before
        return replace(again, trace=replace(again.trace, reply_to=again.trace.reply_to or about.question))
    first: Answer | None = None
    for whole in whole_questions(index, question, about, as_of):
        found = _as_whole(index, question, whole, put)
        found = replace(found, trace=replace(found.trace, read_as=whole.question, reply_to=about.question))
        if isinstance(found, Answered):
            return found
        first = first or (None if whole.perhaps else found)
    began = isinstance(main, Figure) and bool(_BEGAN.search(question))
    asked = time_or_place(index, question) if main is not None else ""
    if main is not None and asked == "when" and not began:
        return dated(index.pack, answer_entry(index, main.id, question), about) or first
    if first is None and main is not None and asked == "where":
        told = answer_entry(index, main.id, question)
        first = told if tells_where(index, main, told.main.text) else None
    if first is not None:
        return first
    if points(index, question, about, as_of):
        return Unanswered(question, 0.0, reason=UNCLEAR)
    return _of_the_occasion(index, question, main, put, as_of)


def _again(index: Index, question: str, about: Context, live: list[str], main: Entry | None) -> Answer | None:
    """Return the answer itself again, for a reply that asks who said it, whence or how."""
    if main is None:
        return None
    kind = asked_of(question)
    told = answer_entry(index, main.id, question)
    if kind and about.lost:
        about = replace(about, question="")  # it was asked in vain
    counter = kind == "speaker" and isinstance(main, Figure)
    if kind and (not about.lost or counter or names_sources(question)):
        return shown_again(index.pack, told, statements(index, live[1:]), about, kind)
    if about.lost:
        return None
    if asks_exact_words(question):
        quote = exact_words(index, main)
        return answer_entry(index, quote, question) if quote else Unanswered(question, 0.0, reason=UNCLEAR)
    if isinstance(main, Quote) and (time_or_place(index, question) or asks_when_said(normalise(question))):
        return dated(index.pack, told, about)  # who is quoted is named with the day and the occasion
    return told if tells_so(index, question, about.question, main, told.main.text) else None


def _as_whole(index: Index, question: str, whole: Whole, put: Put) -> Answer:
    """Answer the whole question that a short reply asks."""
    found = put(whole.question)
    if not isinstance(found, Answered):
        return replace(found, question=question)
    if (
        whole.counts
        and not isinstance(main_of(index, found).entry, Figure)
        and not tolls(index, whole, found)
    ):
        # such a question holds only what a count is found by: a sentence that fits may say something else
        figure = _figure_of(index, found)
        if figure is None:
            return _withheld(index, question, found)
        found = figure
    if is_astray(index, question, whole, found):
        return _withheld(index, question, found)
    return replace(_by_counter(index, found, whole.counter) if whole.counts else found, question=question)


def _figure_of(index: Index, found: Answered) -> Answered | None:
    """Return the first figure that contradicts nothing of a question that a sentence answered."""
    for each in found.trace.candidates:
        position = index.positions[each.entry]
        if each.removed_by is None and isinstance(index.entries.bare[position], Figure):
            told = told_by(index, found.question, [position], frozenset())
            return replace(told, confidence=found.confidence, trace=found.trace, today=found.today)
    return None


def _withheld(index: Index, question: str, found: Answered) -> Unanswered:
    """Return an answer as no more than what is nearest."""
    nearest = (suggestion(index, found.main.entry),)
    return Unanswered(question, found.confidence, nearest, trace=found.trace)


def _by_counter(index: Index, found: Answered, counter: str) -> Answered:
    """Return an answer that begins with the count of one counter, if it shows one."""
    shown = [index.entries.bare[index.positions[statement.entry]] for statement in found.statements]
    own = [entry for entry in shown if isinstance(entry, Figure) and entry.counted_by == counter]
    if found.computed or not own or own[0] is shown[0]:
        return found
    order = [own[0], *(entry for entry in shown if entry is not own[0])]
    led = told_by(index, found.question, [index.positions[entry.id] for entry in order], frozenset())
    return replace(led, confidence=found.confidence, trace=found.trace, today=found.today)


def _of_the_occasion(
    index: Index, question: str, main: Entry | None, put: Put, as_of: date | None
) -> Answer | None:
    """Return the answer to a reply that names no occasion, unless it is of another one."""
    asked = occasion_of(index, question, main, as_of)
    if asked is None:
        return None
    found = put(question)
    if isinstance(found, Answered) and (
        is_of(index, asked, main_of(index, found)) or is_of_another_named(index, question, main, found)
    ):
        return found
    again = put(asked.question) if isinstance(found, Answered) or _tells(index, question) else found
    if isinstance(again, Answered) and _is_told_of(index, asked, main_of(index, again)):
        return replace(again, question=question, trace=replace(again.trace, read_as=asked.question))
    return _withheld(index, question, found) if isinstance(found, Answered) else found


def _tells(index: Index, question: str) -> bool:
    """Whether a reply says what it asks of an occasion: with "how much?" alone it may ask anything."""
    reading = index.reader.read(question)
    return bool(reading.links) or any(term.role == "content" and term.known for term in reading.terms)


def _is_told_of(index: Index, asked: Occasion, answered: Prepared) -> bool:
    """Whether an entry answers of an occasion, and does not only say what it is."""
    return is_of(index, asked, answered) and not isinstance(answered.entry, Entity)
