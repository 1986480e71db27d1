"""What is on a grey list is no answer to who is on a black one."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answered
from bot.answering.colours import colours
from bot.answering.engine import answer
from bot.knowledge.model import Entity
from tests.answering.counts import build, fact

MOOR = Entity(id="moor", name="Moor League", type="group", description="A group of walkers.")
INDEX = build(MOOR, fact("on", "The office put the Moor League on its grey list in 2018.", "moor"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the grey list and the black-list", ["black", "grey"]),
        ("gray-listed, then whitelisted", ["grey", "white"]),
        ("the white house in greenland", []),
    ],
)
def test_colours_are_seen_alone_and_before_lists(text: str, found: list[str]) -> None:
    assert sorted(colours(text)) == found


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("When was the Moor League put on the grey list?", True),
        ("When was the Moor League put on the list?", True),
        ("When was the Moor League put on the black list?", False),
    ],
)
def test_another_colour_is_another_thing(question: str, answered: bool) -> None:  # noqa: FBT001
    assert isinstance(answer(INDEX, question), Answered) == answered
