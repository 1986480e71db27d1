"""What is told of one thing is not told of another that excludes it: what of a mosque, not of a church."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answered
from bot.answering.engine import answer
from bot.answering.exclusive import fixed, named
from bot.answering.opposites import OPPOSITES
from bot.answering.text import stem
from bot.knowledge.model import Entity, Fact
from tests.answering.counts import GAZETTE, build, fact

MOOR = Entity(id="moor", name="Moor League", type="group", description="A group of walkers.")
INDEX = build(
    MOOR,
    fact("on", "The office put the Moor League on its grey list in 2018.", "moor"),
    Fact(
        id="began",
        statement="The hunger strike of the Moor League ended at the mosque in May.",
        asks=(
            "When did the hunger strike of the Moor League end?",
            "Who drove the bus to the mosque?",
            "Where did the strike end, at the temple or at the mosque?",
        ),
        about=("moor",),
        citations=(GAZETTE,),
    ),
)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("the grey list and the black-list", ["black", "designate", "grey"]),
        ("the fatf blacklist and greylisting", ["black", "designate", "grey"]),
        ("gray-listed, then whitelisted", ["designate", "grey", "white"]),
        ("the white house in greenland", []),
        ("two churches and a masjid", ["church", "mosque"]),
        ("the defence minister and the army chief", ["army", "defence"]),
        ("the defence of the army", []),
        ("his brother and my sister", ["brother"]),
        ("the second round", ["second"]),
        ("the second man", []),
        ("they began", ["begin"]),
    ],
)
def test_members_of_a_kind_are_seen(text: str, members: list[str]) -> None:
    assert sorted(member for _, member in named(text)) == members


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("When was the Moor League put on the grey list?", True),
        ("When was the Moor League put on the list?", True),
        ("When was the Moor League put on the black list?", False),
        ("When did the hunger strike of the Moor League end?", True),
        ("When did the hunger strike of the Moor League begin?", False),
        ("When did the hunger strike of the Moor League end at the church?", False),
        ("When did the hunger strike of the Moor League end for his wife?", False),
        ("When did the hunger strike of the Moor League end at the temple?", False),
        ("Who drove the bus to the mosque?", True),
        ("Who drove the train to the mosque?", True),
    ],
)
def test_another_of_the_kind_is_another_thing(question: str, answered: bool) -> None:  # noqa: FBT001
    assert isinstance(answer(INDEX, question), Answered) == answered


def test_who_asks_if_something_began_is_told_that_it_ended() -> None:
    assert fixed(INDEX.reader.read("When did it begin?"))
    assert not fixed(INDEX.reader.read("Did it begin in May?"))


def test_no_word_is_its_own_opposite() -> None:
    lines = [[line for line, _ in found] for found in OPPOSITES.values()]

    assert all(len(each) == len(set(each)) for each in lines)
    assert OPPOSITES[stem("began")] == ((0, "begin"),)
