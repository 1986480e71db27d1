"""PURE: how to use the bot, in a few lines with examples from the pack; the welcome on a new server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.discord_app.inert import inline, plain
from bot.discord_app.layout import Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED
from bot.offers import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

MENTION_ME: Final = (
    "Discord hides what a reply says from me when its ping is off, or when it replies to a "
    "slash command. Mention me in your question, or use /ask."
)

_ASK: Final = (
    "• Mention me with a question, or reply to one of my messages.",
    "• Use /ask, which offers questions as you type.",
    "• Send me a direct message.",
    "• /help lists everything else: numbers, charts, quotations, a timeline, my sources.",
)
_MANAGE: Final = "/setup chooses where I answer and who moderates me, or switches me off."
_STILL_OFF: Final = "I was switched off in this server, and still am; /setup switches me on again."
_LONGEST_TITLE: Final = 200


def welcome(title: str, examples: Iterable[str], *, enabled: bool = True) -> Reply:
    """Return the one message for a server that added the bot: what it does, how to ask, how to stop it.

    ``enabled`` is False where the managers switched it off when it was there before.
    """
    blocks = _usage(examples)
    blocks.append(Block("If you manage this server", (_MANAGE if enabled else _STILL_OFF,)))
    return lay_out(f"Hello! {_promise(title)}", blocks, Frame(colour=ANSWERED))[0]


def how_to(title: str, examples: Iterable[str], welcome: str = "") -> tuple[Reply, ...]:
    """Return the how-to, with what the knowledge is about and some questions it answers."""
    return lay_out(f"{welcome} {_promise(title)}".strip(), _usage(examples), Frame(colour=ANSWERED))


def _promise(title: str) -> str:
    """Say what the bot does."""
    about = inline(shorten(plain(title), _LONGEST_TITLE))
    return (
        f"I answer questions{f' on one topic: {about}' if about else ''}. Every answer names its "
        "sources, and when they don't cover a question, I say so."
    )


def _usage(examples: Iterable[str]) -> list[Block]:
    """Say how to ask, with examples where there are some."""
    asked = tuple(f"• {inline(example)}" for example in examples)
    return [Block("How to ask", _ASK), *([Block("For example", asked)] if asked else [])]
