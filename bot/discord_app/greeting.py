"""PURE: how to use the bot, in a few lines with examples from the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.discord_app.inert import inline
from bot.discord_app.layout import Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED

if TYPE_CHECKING:
    from collections.abc import Iterable

_HOW: Final = (
    "Mention me with a question, reply to one of my messages, send me a direct message, "
    "or use /ask. I answer only from my sources and name them, or say that I don't know. "
    "/stats figures lists the numbers."
)
MENTION_ME: Final = (
    "Discord hides what a reply says from me when its ping is off, or when it replies to a "
    "slash command. Mention me in your question, or use /ask."
)


def how_to(title: str, examples: Iterable[str], welcome: str = "") -> tuple[Reply, ...]:
    """Return the how-to, with what the knowledge is about and some questions it answers."""
    about = inline(title)
    lead = f"{welcome} {f'My topic: {about}. ' if about else ''}{_HOW}".strip()
    asked = tuple(f"• {inline(example)}" for example in examples)
    return lay_out(lead, [Block("For example", asked)] if asked else [], Frame(colour=ANSWERED))
