"""PURE: how much the bot is asked, in words for a moderator."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.discord_app.inert import inline
from bot.discord_app.layout import Block, Frame, Reply, lay_out
from bot.discord_app.render import ANSWERED
from bot.offers import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from bot.store import Usage

_MOST_GUILDS: Final = 20
_MOST_ELSEWHERE: Final = 5
"""Questions of all servers; those of the server itself come first and are all shown."""
_LONGEST_QUESTION: Final = 200
_NOBODY: Final = "Nobody has asked me anything in this server yet."
_FOOTER: Final = "I count questions, not who asks them."


def render_usage(
    here: Usage, everywhere: Usage | None = None, names: Mapping[int, str] | None = None
) -> tuple[Reply, ...]:
    """Say how much was asked in one server and, for the home servers, in all of them.

    All servers are left out where nobody else asked. ``names`` has the names of the servers that
    are known; others are shown by their id.
    """
    lead = f"In this server, {_counts(here)}" if here.asked else _NOBODY
    blocks = [Block("Asked most in this server", tuple(_entries(here)))] if here.entries else []
    if everywhere is not None and everywhere.asked > here.asked:
        blocks.append(Block("All servers", (_capital(_counts(everywhere)),)))
        if everywhere.entries:
            asked = tuple(islice(_entries(everywhere), _MOST_ELSEWHERE))
            blocks.append(Block("Asked most in all servers", asked))
        blocks.append(Block("By server", tuple(_guilds(everywhere, names or {}))))
    return lay_out(lead, blocks, Frame(footer=_FOOTER, colour=ANSWERED))


def _counts(usage: Usage) -> str:
    """Return what was asked and what came of it."""
    since = f" since {_day(usage.since)}" if usage.since else ""
    outcomes = (
        (usage.answered, "answered"),
        (usage.unanswered, "not in my sources"),
        (usage.ambiguous, "answered with “did you mean”"),
    )
    shares = ", ".join(f"{count:,} {what} ({100 * count / usage.asked:.0f} %)" for count, what in outcomes)
    return f"{_times(usage.asked, 'question')} asked{since}: {shares}."


def _entries(usage: Usage) -> Iterator[str]:
    """Yield what was answered most often."""
    for question, count in usage.entries:
        yield f"• {inline(shorten(question, _LONGEST_QUESTION))} – {_times(count, 'time')}"


def _guilds(usage: Usage, names: Mapping[int, str]) -> Iterator[str]:
    """Yield the servers that asked most, and how many others there are."""
    for guild, count in usage.guilds[:_MOST_GUILDS]:
        yield f"• {_guild(guild, names)} – {_times(count, 'question')}"
    more = len(usage.guilds) - _MOST_GUILDS
    if more > 0:
        rest = sum(count for _, count in usage.guilds[_MOST_GUILDS:])
        yield f"… and {_times(rest, 'question')} in {more:,} more"


def _guild(guild: int | None, names: Mapping[int, str]) -> str:
    """Return what to call a server."""
    if guild is None:
        return "direct messages"
    name = inline(names.get(guild, ""))
    return f"{name} ({guild})" if name else f"server {guild}"


def _day(moment: datetime) -> str:
    """Return the day of a moment in UTC."""
    return f"{moment.day} {moment:%B %Y}"


def _times(count: int, noun: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _capital(sentence: str) -> str:
    """Return a sentence with a capital letter."""
    return sentence[:1].upper() + sentence[1:]
