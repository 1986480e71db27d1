"""The buttons under a reply, as Discord shows them. A listener answers the presses, so no view is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

import discord

from bot.answering.answer import Ambiguous, Answered, Unanswered
from bot.discord_app.views.custom_ids import (
    MOST_EARLIER,
    MOST_ENTRIES,
    Delete,
    Pick,
    Sources,
    Why,
    encode,
)
from bot.knowledge.naming import short_name

if TYPE_CHECKING:
    from bot.answering.answer import Answer, Suggestion
    from bot.discord_app.views.custom_ids import Press

_CHOICES, _DETAILS = 0, 1
"""Rows: what may be meant first, then what may be asked of the reply."""
_MOST_CHOICES: Final = 5
"""Buttons in a row of Discord's."""
_MOST_MORE: Final = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """How the question of a reply was put: by whom, in which message, and to which revision."""

    asker: int
    revision: str
    question: int = 0
    """The member's message; 0 for a slash command."""
    private: bool = False
    """Whether only the asker sees the reply, who can dismiss it without a button."""
    picked: bool = False


def buttons(answer: Answer, put: Put, earlier: tuple[int, ...] = ()) -> discord.ui.View:
    """Return the buttons under the last message of a reply; ``earlier`` are the messages before it."""
    view = discord.ui.View(timeout=None)
    picks = [Pick(put.asker, put.question, short_name(offered.entry)) for offered in _offered(answer)]
    for number, pick in enumerate(picks, 1):
        if pick not in picks[: number - 1]:
            _add(view, str(number), pick, discord.ButtonStyle.primary, _CHOICES)
    entry = ""
    if isinstance(answer, Answered):
        entry = short_name(answer.main.entry)
        _add(view, "Sources", _sources(answer))
    _add(view, "Why", Why(put.question, put.revision, entry, put.picked))
    if not put.private:
        _add(view, "Delete", Delete(put.asker, put.question, earlier[:MOST_EARLIER]))
    view.stop()  # the listener answers the presses; discord.py need not remember the view
    return view


def picks(answer: Answer) -> frozenset[str]:
    """Return the short names of the entries that can be picked under a reply."""
    return frozenset(short_name(offered.entry) for offered in _offered(answer))


def _offered(answer: Answer) -> tuple[Suggestion, ...]:
    """Return the questions that a reply offers, as they are numbered in it."""
    match answer:
        case Answered():
            return ()
        case Ambiguous():
            return answer.choices[:_MOST_CHOICES]
        case Unanswered():
            return answer.nearest[:_MOST_CHOICES]
        case _:
            assert_never(answer)


def _sources(answer: Answered) -> Sources:
    """Return what the button for sources holds: the entries shown, the main one first."""
    entries = tuple(dict.fromkeys(short_name(statement.entry) for statement in answer.statements))
    more = min(len(entries) - len(entries[:MOST_ENTRIES]), _MOST_MORE)
    return Sources(entries[:MOST_ENTRIES], more)


def _add(
    view: discord.ui.View,
    label: str,
    press: Press,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    row: int = _DETAILS,
) -> None:
    """Add one button."""
    view.add_item(discord.ui.Button(label=label, custom_id=encode(press), style=style, row=row))
