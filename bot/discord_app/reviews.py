"""PURE: the entries past their review date, in words for a moderator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.discord_app.inert import inline
from bot.discord_app.layout import Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED, DISPUTED
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.knowledge.freshness import Overdue

_MOST: Final = 50
_FRESH: Final = "No entry is past its review date."
_UNCOUNTED: Final = "How often each answered can't be read at the moment, so the longest overdue come first."
_MEND: Final = "Check each against its sources, then mend it and set a later date."


def render_overdue(rows: Sequence[Overdue], *, counted: bool) -> tuple[Reply, ...]:
    """Name the entries past their review date; ``counted`` says whether their uses are known."""
    if not rows:
        return (Reply(_FRESH, colour=ANSWERED),)
    one = len(rows) == 1
    lead = f"{len(rows)} {'entry is' if one else 'entries are'} past {'its' if one else 'their'} review date"
    order = ", the most used first." if counted else f". {_UNCOUNTED}"
    shown = rows[:_MOST]
    lines = [_line(row) for row in shown]
    if len(rows) > len(shown):
        lines.append(f"… and {len(rows) - len(shown)} more; bot check --stale lists them all")
    return lay_out(f"{lead}{order} {_MEND}", [Block("To review", tuple(lines))], Frame(colour=DISPUTED))


def _line(row: Overdue) -> str:
    """Return one entry: its id and place, when it was due, and how often it answered."""
    due = Period(row.review_by, row.review_by).describe()
    times = f"answered {row.uses:,} time{'' if row.uses == 1 else 's'}" if row.uses is not None else ""
    parts = (inline(row.entry), inline(row.place), f"due by {due}", times)
    return "• " + " · ".join(filter(None, parts))
