"""PURE: a comparison as messages: both sides, the sums, what to bear in mind, and all sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.answer import newest
from bot.discord_app.footnotes import Footnotes
from bot.discord_app.inert import guard_start, inline
from bot.discord_app.layout import LONGEST_NAME, LONGEST_SENTENCE, Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED, DISPUTED
from bot.offers import shorten, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.figures.comparison import Comparison, Pair, Side
    from bot.answering.figures.listing import Row

_QUOTED: Final = 200


def render_comparison(comparison: Comparison) -> tuple[Reply, ...]:
    """Return the messages that show two sides beside each other, one block for each pair."""
    notes = Footnotes()
    blocks = [_block(pair, notes) for pair in comparison.pairs]
    remarks = tuple(dict.fromkeys(line for pair in comparison.pairs for line in _remarks(pair, notes)))
    blocks += [Block("Notes and other values", remarks)] if remarks else []
    lead = guard_start(inline(comparison.heading))
    if comparison.more:
        lead += f"\n{comparison.more} more pairs have no room; fill in more options to choose."
    rows = [row for pair in comparison.pairs for side in pair.sides for row in side.rows]
    disputed = any(row.rivals or row.dispute_notes for row in rows)
    as_of = newest(cited for row in rows for cited in row.citations)
    footer = f"As of {as_of.describe()}" if as_of else ""
    frame = Frame(footer=footer, colour=DISPUTED if disputed else ANSWERED)
    return lay_out(lead, [*blocks, notes.block(_QUOTED)], frame)


def refusal(comparison: Comparison) -> str:
    """Return the sentences that say why two sides can't be compared."""
    return shorten(inline(comparison.reason), LONGEST_SENTENCE)


def _block(pair: Pair, notes: Footnotes) -> Block:
    """Return one pair: its sides, its sums and its caveats."""
    title = guard_start(inline(pair.title))
    lines = [_side(side, notes) for side in pair.sides]
    lines += [guard_start(inline(each)) for each in (*pair.workings, *pair.caveats)]
    if units(title) > LONGEST_NAME:
        return Block("Comparison", (title, *lines))
    return Block(title or "Comparison", tuple(lines))


def _side(side: Side, notes: Footnotes) -> str:
    """Return one side: its name, and each of its values with the numbers of its sources."""
    values = [f"{row.value} {inline(row.unit)} {notes.mark(row.citations)}" for row in side.rows]
    return guard_start(f"{inline(side.name)}: {', or '.join(values)}")


def _remarks(pair: Pair, notes: Footnotes) -> Iterator[str]:
    """Yield the notes of the figures, and what other values there are of them."""
    shown = {row.entry for side in pair.sides for row in side.rows}
    for side in pair.sides:
        for row in side.rows:
            counter = "" if row.counted_by in pair.title else row.counted_by  # the title names it once
            counter = "" if counter == side.name else counter
            of = ", ".join(filter(None, (inline(counter), inline(side.name))))
            begin = guard_start(f"{of} ({row.value}):")
            yield from (f"{begin} {line}" for line in _told(row, shown, notes))


def _told(row: Row, shown: set[str], notes: Footnotes) -> Iterator[str]:
    """Yield a figure's note and the values that dispute it, but for those that stand beside it."""
    if row.note:
        yield inline(row.note)
    for rival in row.rivals:
        if rival.entry not in shown:
            yield f"⚠ sources disagree: {inline(rival.text)} {notes.mark(rival.citations)}"
    for note in row.dispute_notes:
        yield f"⚠ sources disagree: {inline(note)}"
