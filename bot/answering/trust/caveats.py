"""PURE: what must be known of a statement before it is trusted: that it may be old, or weakly sourced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answering.answer import newest
from bot.knowledge.freshness import is_overdue
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.answer import Answered, Cited, Statement
    from bot.knowledge.model import Source


def caveats(answered: Answered, statement: Statement) -> tuple[str, ...]:
    """Return plain sentences on the age and the sources of one of an answer's statements; mostly none."""
    found: list[str] = []
    if is_out_of_date(answered, statement) and statement.review_by:
        found.append(_aged(statement.review_by, statement.citations))
    if is_weakly_sourced(answered, statement):
        found.append(_weak(statement))
    return tuple(found)


def out_of_date(answered: Answered) -> tuple[Statement, ...]:
    """Return the statements of an answer that are past their review date on the day it is given."""
    return tuple(each for of in (answered, *answered.further) for each in of.own if is_out_of_date(of, each))


def weakly_sourced(answered: Answered) -> tuple[Statement, ...]:
    """Return the statements of an answer that rest on sources of low reliability only."""
    return tuple(
        each for of in (answered, *answered.further) for each in of.own if is_weakly_sourced(of, each)
    )


def trust(source: Source) -> str:
    """Return what a citation says of its source's reliability: something only where that is low."""
    return "low reliability" if source.reliability == "low" else ""


def is_out_of_date(answered: Answered, statement: Statement) -> bool:
    """Whether a statement is past its review date on the day the answer is given."""
    return is_overdue(statement.review_by, answered.today)


def is_weakly_sourced(answered: Answered, statement: Statement) -> bool:
    """Whether no better source than one of low reliability stands behind a statement.

    What a claim cites is where it is made; the entries beside it, which decide it, stand behind it.
    """
    behind = statement.citations
    if statement.kind == "claim" and statement is answered.main:
        behind = (*behind, *(cited for other in answered.others for cited in other.citations))
    return bool(behind) and all(cited.source.reliability == "low" for cited in behind)


def _aged(review_by: date, citations: tuple[Cited, ...]) -> str:
    """Return that a statement may be out of date, and how old it is."""
    due = Period(review_by, review_by).describe()
    dated = newest(citations)
    told = f", and its newest source is of {dated.describe()}" if dated else ""
    return f"This may be out of date: it was to be reviewed by {due}{told}."


def _weak(statement: Statement) -> str:
    """Return that a statement rests on sources of low reliability, and on which."""
    sources = {cited.source.id: cited.source for cited in statement.citations}
    names = "; ".join(map(_name, sources.values()))
    some = "a source" if len(sources) == 1 else "sources"
    if statement.kind == "claim":
        return f"Claimed only in {some} of low reliability: {names}."
    return f"Rests on {some} of low reliability only: {names}."


def _name(source: Source) -> str:
    """Return what a reader knows a source by."""
    date = source.date.describe() if source.date else None
    return ", ".join(filter(None, (source.publisher, source.title, date)))
