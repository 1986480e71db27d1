"""PURE: the answer to a short reply: which whole questions it may ask, and what may answer them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.answering.answer import UNCLEAR, Answered, Trace, Unanswered
from bot.answering.answer_types import tells
from bot.answering.entry_answers import answer_entry, statements, suggestion, told_by
from bot.answering.followups.exact_words import asks_exact_words, exact_words
from bot.answering.followups.occasions import is_of, occasion_of
from bot.answering.followups.pointing import (
    asks_when_said,
    pointers,
    time_or_place,
    typed,
    with_year_or_month,
)
from bot.answering.followups.provenance import asked_of, dated, names_sources, shown_again
from bot.answering.followups.referring import answered_before, points
from bot.answering.followups.related import told_nearby
from bot.answering.followups.resolving import whole_questions
from bot.answering.followups.usual_words import in_usual_words
from bot.answering.operations import tells_change
from bot.answering.prompts import prompt
from bot.answering.text import normalise
from bot.knowledge.model import Entity, Figure, Quote

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.answer import Answer, Context
    from bot.answering.followups.occasions import Occasion
    from bot.answering.followups.resolving import Whole
    from bot.answering.index import Index
    from bot.answering.prepared import Prepared
    from bot.knowledge.model import Entry

_HOW_MUCH: Final = re.compile(r"\W*(?:and\s+)?how\s+much(?:\s+(?:was|is)\s+(?:it|that))?\W*", re.IGNORECASE)
"""A reply that asks for the sum of money that was just told."""
_SINCE_WHEN: Final = re.compile(r"\W*(?:and\s+)?(?:since|from)\s+when\W*", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:since|from)\s+(?:\w+\s+){0,2}\d", re.IGNORECASE)
"""Words of an answer that tell from when on something is so."""
_SAYING: Final = re.compile(r"\b(?:say|says|said|tell|told)\b", re.IGNORECASE)
_OF_THEM: Final = re.compile(r"\bhow\s+many\s+of\s+(?:them|those|these)\b", re.IGNORECASE)
"""Signs that a reply asks for a part of what was counted."""
_BEGAN: Final = re.compile(r"\b(?:start|begin)\b", re.IGNORECASE)
"""Words of a reply that asks when something began, which no count tells."""
Put: TypeAlias = Callable[[str], "Answer"]
"""Answers a whole question."""


def followed(index: Index, question: str, about: Context, put: Put, as_of: date | None) -> Answer:
    """Answer a reply: what it leaves out is put in from the answer that it replies to, else it is read alone.

    ``put`` answers a whole question.
    """
    plain = with_year_or_month(in_usual_words(question), answered_before(index, about))
    found = _followed(index, plain, about, put, as_of)
    alone = found is None
    found = found or put(plain)
    if not isinstance(found, Answered):
        found = _nearby(index, plain, about, as_of) or found
    if isinstance(found, Answered) and not _is_part(index, plain, answered_before(index, about), found):
        found = _withheld(index, question, found)
    if alone and plain != question and not found.trace.read_as:
        found = replace(found, trace=replace(found.trace, read_as=plain))
    return replace(found, question=question)


def _nearby(index: Index, question: str, about: Context, as_of: date | None) -> Answered | None:
    """Return the answer to a reply that the entry before tells, or one linked with it."""
    main = answered_before(index, about)
    near = told_nearby(index, question, main, as_of) if main is not None and not about.lost else None
    if near is None:
        return None
    read_as = prompt(index.pack, index.pack.entries[near])
    trace = Trace(threshold=index.calibration.asked, read_as=read_as, reply_to=about.question)
    return replace(answer_entry(index, near, question), confidence=trace.threshold, trace=trace)


def _followed(index: Index, question: str, about: Context, put: Put, as_of: date | None) -> Answer | None:
    """Return the answer to a reply in English, if it is one."""
    live = [key for key in about.entries if key in index.positions]
    main = answered_before(index, about)
    again = _again(index, question, about, live, main)
    if again is not None:
        return again
    first: Answer | None = None
    for whole in whole_questions(index, question, about, as_of):
        found = _as_whole(index, question, whole, put)
        found = replace(found, trace=replace(found.trace, read_as=whole.question, reply_to=about.question))
        if isinstance(found, Answered):
            return found
        first = first or (None if whole.perhaps else found)
    began = isinstance(main, Figure) and bool(_BEGAN.search(question))
    if main is not None and time_or_place(index, question) == "when" and not began:
        return dated(index.pack, answer_entry(index, main.id, question), about) or first
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
    told_so = (_HOW_MUCH.fullmatch(question) and tells("money", main)) or (
        _SINCE_WHEN.fullmatch(question) and _SINCE.search(told.main.text)
    )
    return told if told_so else None


def _as_whole(index: Index, question: str, whole: Whole, put: Put) -> Answer:
    """Answer the whole question that a short reply asks."""
    found = put(whole.question)
    if not isinstance(found, Answered):
        return replace(found, question=question)
    if whole.counts and not isinstance(_main(index, found).entry, Figure) and not _tolls(index, whole, found):
        # such a question holds only what a count is found by: a sentence that fits may say something else
        figure = _figure_of(index, found)
        if figure is None:
            return _withheld(index, question, found)
        found = figure
    if _is_astray(index, question, whole, found):
        return _withheld(index, question, found)
    return replace(_by_counter(index, found, whole.counter) if whole.counts else found, question=question)


def _tolls(index: Index, whole: Whole, found: Answered) -> bool:
    """Whether a sentence that answered for a count is on the event of which it is asked."""
    return whole.event in _main(index, found).slots.named


def _is_astray(index: Index, question: str, whole: Whole, found: Answered) -> bool:
    """Whether what answered a whole question is not what the reply asks that stands for it."""
    main = _main(index, found)
    elsewhen = whole.within and main.entry.period and not whole.within.overlaps(main.entry.period)
    # a sentence that tells a count is on the event that is asked of, or it was withheld
    counted = main.entry if whole.of and isinstance(main.entry, Figure) else None
    another = counted is not None and not _is_counted_of(whole.of, counted)
    silent = whole.points and not _speaks_of(index, question, whole, main)
    compares = found.computed or tells_change(normalise(found.main.text).casefold())
    alike = whole.compares and not compares
    return bool(elsewhen) or another or silent or alike or main.entry.id == whole.apart


def _figure_of(index: Index, found: Answered) -> Answered | None:
    """Return the first figure that contradicts nothing of a question that a sentence answered."""
    for each in found.trace.candidates:
        position = index.positions[each.entry]
        if each.removed_by is None and isinstance(index.entries.bare[position], Figure):
            told = told_by(index, found.question, [position], frozenset())
            return replace(told, confidence=found.confidence, trace=found.trace, today=found.today)
    return None


def _speaks_of(index: Index, question: str, whole: Whole, answered: Prepared) -> bool:
    """Whether an entry has what a reply itself asks, and not only what it points at.

    What is best known of something answers nearly all that is asked of it by its name. A card tells nothing
    of "else", nor what anybody said.
    """
    said = typed(index, question)
    plain = said.plain
    for match in reversed(pointers(said)):
        plain = plain[: match.start()] + plain[match.end() :]
    if isinstance(answered.entry, Entity) and (whole.apart or _SAYING.search(plain)):
        return False
    return index.reader.read(plain).telling <= answered.document


def _is_part(index: Index, question: str, before: Entry | None, found: Answered) -> bool:
    """Whether an answer may tell how many "of them" it was so of: a narrower count does, or one of a part."""
    entry = _main(index, found).entry
    if not _OF_THEM.search(question):
        return True
    if not isinstance(entry, Figure) or before is None or entry.id == before.id:
        return False
    metric, place = index.pack.metrics.get(entry.metric), entry.place or index.pack.default_place
    narrower = metric is not None and metric.broader is not None
    return narrower or bool(entry.label or entry.by) or place != index.pack.default_place


def _is_counted_of(key: str, figure: Figure) -> bool:
    """Whether a figure counts by, in or at an entity, its acts, or is about it."""
    return key in (*figure.by, *figure.about, figure.counted_by, figure.event, figure.place)


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
    if isinstance(found, Answered) and is_of(index, asked, _main(index, found)):
        return found
    again = put(asked.question) if isinstance(found, Answered) or _tells(index, question) else found
    if isinstance(again, Answered) and _is_told_of(index, asked, _main(index, again)):
        return replace(again, question=question, trace=replace(again.trace, read_as=asked.question))
    return _withheld(index, question, found) if isinstance(found, Answered) else found


def _tells(index: Index, question: str) -> bool:
    """Whether a reply says what it asks of an occasion: with "how much?" alone it may ask anything."""
    reading = index.reader.read(question)
    return bool(reading.links) or any(term.role == "content" and term.known for term in reading.terms)


def _is_told_of(index: Index, asked: Occasion, answered: Prepared) -> bool:
    """Whether an entry answers of an occasion, and does not only say what it is."""
    return is_of(index, asked, answered) and not isinstance(answered.entry, Entity)


def _main(index: Index, found: Answered) -> Prepared:
    """Return the entry that answered."""
    return index.entries[index.positions[found.main.entry]]
