"""PURE: figures as pages: each with its value, place, period, counter, sources and disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.discord_app.citing import citation, cited_lines, told
from bot.discord_app.inert import guard_start, inert, inline
from bot.discord_app.layout import LONGEST_NAME, Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED, UNANSWERED
from bot.offers import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.figures.listing import Row, Table
    from bot.answering.figures.sieve import Column

_FIGURES_ON_A_PAGE: Final = 8
_QUOTED: Final = 200
_DISAGREE: Final = "⚠ Sources disagree:"
COLUMNS: Final[dict[Column, str]] = {
    "metric": "metric",
    "place": "place",
    "period": "period",
    "counted_by": "counter",
}


def render_table(table: Table) -> tuple[Reply, ...]:
    """Return the pages of a table, to be shown one at a time."""
    if table.unknown:
        known = "; ".join(f"the {COLUMNS[column]} “{inline(text)}”" for column, text in table.unknown)
        return lay_out(f"My sources have no figures for {known}.", [], Frame(colour=UNANSWERED))
    about = inline(table.heading)
    if not table.rows:
        lead = f"My sources have no figure for {about}." if about else "My sources have no figures."
        return lay_out(lead, [], Frame(colour=UNANSWERED))
    count = "1 figure" if len(table.rows) == 1 else f"{len(table.rows)} figures"
    frame = Frame(colour=ANSWERED, most_fields=_FIGURES_ON_A_PAGE, part="Page")
    return lay_out(f"{count}: {about or 'all figures'}", [_block(row) for row in table.rows], frame)


def _block(row: Row) -> Block:
    """Return one figure under its period and counter."""
    parts = filter(None, (row.period, inline(row.counted_by)))
    title = guard_start(" · ".join(parts) or inline(row.what))
    spare: tuple[str, ...] = ()
    if units(title) > LONGEST_NAME:
        title, spare = row.period or "Figure", (title,)
    return Block(title or "Figure", (*spare, *_lines(row)))


def _lines(row: Row) -> Iterator[str]:
    """Yield what is known of a figure, its value first."""
    shown = (row.value, row.what) if row.what.startswith(row.unit) else (row.value, row.unit, "·", row.what)
    yield " · ".join(filter(None, (inert(" ".join(shown)), inline(row.place))))
    for cited in row.citations:
        yield from citation(cited, _QUOTED)
    if row.note:
        yield inert(f"Note: {row.note}")
    for rival in row.rivals:
        first, *rest = told(rival, _QUOTED)
        yield f"{_DISAGREE} {first}"
        yield from rest
        yield from cited_lines(rival, _QUOTED)
    for note in row.dispute_notes:
        yield f"{_DISAGREE} {inline(note)}"
