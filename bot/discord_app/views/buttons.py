"""The buttons under a reply, as Discord shows them. A listener answers the presses, so no view is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, assert_never

import discord

from bot.answering.answer import Ambiguous, Answered, Unanswered
from bot.discord_app.errors import Reporting
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

_MOST_CHOICES: Final = 5
"""Buttons in a row of Discord's."""
_NONE: Final[frozenset[str]] = frozenset()
"""Remembered for thousands of replies; made anew, each would take 216 bytes."""
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


class Buttons(Reporting, discord.ui.View):
    """Buttons as Discord takes them, for a listener to answer: discord.py need not remember the view.

    Its own buttons and their view refer to each other. Those of every answer would wait for the garbage
    collector, which would then stop all answers for as long as twenty of them take.
    """

    def __init__(self, *rows: list[dict[str, Any]]) -> None:
        """Take the rows; an empty one is left out."""
        super().__init__(timeout=None)
        self._rows = [row for row in rows if row]
        self.stop()

    def to_components(self) -> list[dict[str, Any]]:
        """Return the rows as they are sent."""
        kind = discord.ComponentType.action_row.value
        return [{"type": kind, "components": row} for row in self._rows]


def buttons(answer: Answer, put: Put, earlier: tuple[int, ...] = ()) -> Buttons:
    """Return the buttons under the last message of a reply; ``earlier`` are the messages before it."""
    picks = [Pick(put.asker, put.question, short_name(offered.entry)) for offered in _offered(answer)]
    choices = [
        _button(str(number), pick, discord.ButtonStyle.primary)
        for number, pick in enumerate(picks, 1)
        if pick not in picks[: number - 1]
    ]
    entry, details = "", list[dict[str, Any]]()
    if isinstance(answer, Answered):
        entry = short_name(answer.main.entry)
        details.append(_button("Sources", _sources(answer)))
    details.append(_button("Why", Why(put.question, put.revision, entry, put.picked)))
    if not put.private:
        details.append(_button("Delete", Delete(put.asker, put.question, earlier[:MOST_EARLIER])))
    return Buttons(choices, details)


def picks(answer: Answer) -> frozenset[str]:
    """Return the short names of the entries that can be picked under a reply."""
    offered = _offered(answer)
    return frozenset(short_name(each.entry) for each in offered) if offered else _NONE


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


def _button(
    label: str, press: Press, style: discord.ButtonStyle = discord.ButtonStyle.secondary
) -> dict[str, Any]:
    """Return one button."""
    kind = discord.ComponentType.button.value
    return {"type": kind, "style": style.value, "label": label, "custom_id": encode(press)}
