"""PURE: figures as a table: in order of time, worded, each with its citations and disputes."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.answer import Cited, Statement
from bot.answering.figures.sieve import Column, Filters, Sieve, plain_name
from bot.answering.wording import name, statement, value
from bot.knowledge.model import Figure, Pack


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in words. ``rivals`` and ``dispute_notes`` give other values of the same thing."""

    entry: str
    what: str
    value: str
    unit: str
    place: str
    period: str
    counted_by: str
    citations: tuple[Cited, ...]
    note: str | None = None
    rivals: tuple[Statement, ...] = ()
    dispute_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in order of time.

    ``filters`` says in ids what was asked for, ``heading`` in words; ``unknown`` names the
    filters that the pack has nothing for.
    """

    filters: Filters
    heading: str
    rows: tuple[Row, ...]
    unknown: tuple[tuple[Column, str], ...] = ()


def table(pack: Pack, filters: Filters) -> Table:
    """Return the live figures that meet every filter, sorted by period and then by counter."""
    sieve = Sieve(pack, filters)
    found = sorted(sieve.figures(), key=lambda figure: _order(pack, figure))
    rows = () if sieve.unknown else tuple(row(pack, figure) for figure in found)
    return Table(sieve.canonical, sieve.heading, rows, sieve.unknown)


def row(pack: Pack, figure: Figure) -> Row:
    """Return a figure in words, with every other value of the same thing."""
    return Row(
        entry=figure.id,
        what=_what(pack, figure),
        value=value(figure),
        unit=figure.unit,
        place=name(pack, figure.place) if figure.place else "",
        period=figure.period.describe() if figure.period else "",
        counted_by=name(pack, figure.counted_by) if figure.counted_by else "",
        citations=statement(pack, figure).citations,
        note=figure.note,
        rivals=tuple(statement(pack, pack.entries[rival]) for rival in pack.rivals.get(figure.id, ())),
        dispute_notes=tuple(conflict.note for conflict in figure.conflicts if conflict.note),
    )


def _what(pack: Pack, figure: Figure) -> str:
    """Return what a figure counts: its label or metric, the event and whose acts."""
    parts = [figure.label or plain_name(figure.metric)]
    if figure.event:
        parts.append(name(pack, figure.event))
    if figure.by:
        parts.append("by " + " and ".join(name(pack, actor) for actor in figure.by))
    return ", ".join(parts)


def _order(pack: Pack, figure: Figure) -> tuple[bool, str, str, str, str]:
    """Return the key that sorts by period, then by counter; without a period last."""
    period = figure.period
    first, last = (period.first.isoformat(), period.last.isoformat()) if period else ("", "")
    counter = name(pack, figure.counted_by) if figure.counted_by else ""
    return (period is None, first, last, counter, figure.id)
