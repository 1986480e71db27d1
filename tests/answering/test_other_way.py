"""When somebody was put on a list is not told by the day on which he was taken off it."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer
from bot.answering.verdicts.other_way import asked_turns, tells_other_way
from bot.knowledge.model import Entity, Entry
from tests.answering.counts import TODAY, build, fact

MOOR = Entity(id="moor", name="Moor League", type="group", description="A group listed in 2018.")
OFF = fact("off", "The office removed the Moor League from its red list in 2022.", "moor")
ON = fact("on", "The office put the Moor League on its red list in 2018.", "moor")
BOTH = fact("both", "The Moor League was listed in 2018 and removed in 2022.", "moor")
FROZEN = fact("frozen", "The office suspended its aid to the Moor League in 2019.", "moor")
FREED = fact("freed", "The office resumed its aid to the Moor League in 2021.", "moor")
NEITHER = fact("neither", "The red list of the office has nine names.", "moor")
INDEX = build(MOOR, OFF, ON, BOTH, NEITHER)


@pytest.mark.parametrize(
    ("question", "entry", "other"),
    [
        pytest.param("When was the Moor League put on the red list?", OFF, True, id="put on"),
        pytest.param("When was the Moor League listed?", OFF, True, id="listed"),
        pytest.param("When was the Moor League taken off the red list?", ON, True, id="taken off"),
        pytest.param("In which month did they strike the League off the list?", ON, True, id="struck off"),
        pytest.param("When did the Moor League put a stop to it?", OFF, False, id="put to"),
        pytest.param("How was it when the Moor League was listed?", OFF, False, id="when inside"),
        pytest.param("On what date was the Moor League dropped from the list?", ON, True, id="dropped from"),
        pytest.param("When was the Moor League banned?", OFF, False, id="no list"),
        pytest.param("When did the Moor League put its plan on hold?", OFF, False, id="on hold"),
        pytest.param(
            "So in which year was the Moor League listed?", OFF, True, id="which year, and an opening"
        ),
        pytest.param("When was the Moor League listed?", ON, False, id="that turn"),
        pytest.param("When was the Moor League listed?", BOTH, False, id="both"),
        pytest.param("When was the Moor League listed?", NEITHER, False, id="neither"),
        pytest.param("When was the Moor League listed?", MOOR, False, id="a card"),
        pytest.param("When was the Moor League listed and when removed?", OFF, False, id="both asked"),
        pytest.param("When did the office lift the 2019 freeze on aid?", FROZEN, True, id="a freeze lifted"),
        pytest.param("When was the ban on the Moor League lifted?", FROZEN, True, id="a ban lifted"),
        pytest.param("In which month did the office hand back the aid?", FROZEN, True, id="handed back"),
        pytest.param("When was the aid suspended?", FREED, True, id="suspended, told as resumed"),
        pytest.param("When was the aid resumed?", FREED, False, id="resumed"),
        pytest.param("When was the aid suspended?", FROZEN, False, id="suspended"),
        pytest.param("Was the Moor League ever taken off the list?", ON, True, id="whether it was undone"),
        pytest.param("Did the office ever give its aid to them back?", FROZEN, True, id="words between"),
        pytest.param("Was the Moor League put on the list?", OFF, False, id="that it was undone tells so"),
        pytest.param("Is the Moor League listed?", OFF, False, id="whether it is so"),
    ],
)
def test_the_opposite_turn_is_told_by_its_words(question: str, entry: Entry, *, other: bool) -> None:
    assert tells_other_way(asked_turns(INDEX.read(question, TODAY)), entry) == other


def test_the_day_of_the_other_turn_answers_nothing() -> None:
    index = build(MOOR, OFF)
    told = answer(index, "When was the Moor League removed from the red list?", Ask(as_of=TODAY))
    found = answer(index, "When was the Moor League put on the red list?", Ask(as_of=TODAY))

    assert isinstance(told, Answered)
    assert told.main.entry == "off"
    assert not isinstance(found, Answered)
