"""PURE: what a reload did, in words for a moderator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.discord_app.inert import inert, inline
from bot.discord_app.layout import Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED, DISPUTED
from bot.knowledge.holding import why_held

if TYPE_CHECKING:
    from bot.knowledge.problems import BotError, Problem
    from bot.library import Revision

_MOST_IDS: Final = 20
_MOST_PROBLEMS: Final = 5
_MOST_HELD: Final = 30


def render_reload(revision: Revision) -> tuple[Reply, ...]:
    """Say what is live now and what changed."""
    changes, held = revision.changes, _on_hold(revision)
    if not changes:
        lead = f"Reloaded: no entry has changed. Revision {revision.id} is live."
        return lay_out(lead, held, Frame(colour=ANSWERED))
    kinds = (("added", changes.added), ("changed", changes.changed), ("removed", changes.removed))
    counts = ", ".join(f"{len(ids)} {kind}" for kind, ids in kinds)
    blocks = [Block(kind.capitalize(), (_ids(ids),)) for kind, ids in kinds if ids]
    lead = f"Reloaded: {counts}. Revision {revision.id} is live."
    return lay_out(lead, [*blocks, *held], Frame(colour=ANSWERED))


def render_problems(error: BotError, problems: tuple[Problem, ...], live: str) -> tuple[Reply, ...]:
    """Say why nothing was published, where to look, and that the old facts still serve."""
    errors = [problem for problem in problems if problem.severity == "error"]
    shown = errors[:_MOST_PROBLEMS]
    lines = [f"• {inline(str(problem))}" for problem in shown]
    if len(errors) > len(shown):
        lines.append(f"… and {len(errors) - len(shown)} more")
    blocks = [Block("Problems", tuple(lines))] if lines else []
    lead = f"{inert(str(error))} Nothing was changed: revision {live} is still live."
    return lay_out(lead, blocks, Frame(colour=DISPUTED))


def _on_hold(revision: Revision) -> list[Block]:
    """Return which entries are on hold and why; nothing when none is."""
    held = revision.index.holds
    shown = held[:_MOST_HELD]
    lines = [f"• {inline(hold.entry)}: {inline(why_held(revision.pack, hold))}" for hold in shown]
    if len(held) > len(shown):
        lines.append(f"… and {len(held) - len(shown)} more; bot check lists them all")
    return [Block(f"On hold, so not answered ({len(held)})", tuple(lines))] if held else []


def _ids(ids: tuple[str, ...]) -> str:
    """Return some ids, and how many more there are."""
    shown = ", ".join(inline(entry) for entry in ids[:_MOST_IDS])
    more = len(ids) - _MOST_IDS
    return f"{shown} and {more} more" if more > 0 else shown
