"""PURE: a sentence checked: the verdict, or where its words settle nothing, what comes closest to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer
from bot.answering.verdicts.judging import check

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.index import Index
    from bot.answering.verdicts.checked import Checked


def check_with_closest(index: Index, text: str, as_of: date | None = None) -> Checked:
    """Say whether the pack's sources support a text, contradict it or do not cover it. Never raises.

    Where they do not cover it word for word, what answers it as a question is shown as what comes
    closest, with all that must stand beside it: whoever asked can read whether it says the same.
    """
    found = check(index, text, as_of)
    if found.finding != "not covered" or found.deciding or found.reason:
        return found
    told = answer(index, text, Ask(as_of=as_of))
    if not isinstance(told, Answered) or told.computed:
        return found
    shown = {each.entry for each in (told.main, *told.others)}
    return replace(
        found,
        closest=(told.main,),
        beside=told.others,
        notes=told.dispute_notes,
        disputed=told.disputed,
        nearest=tuple(each for each in found.nearest if each.entry not in shown),
    )
