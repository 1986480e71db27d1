"""A sentence that counts some killed and others hurt does not tell how many of the others were killed."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer
from bot.answering.index import Index
from bot.answering.verdicts.other_counts import asks_who_were, counts_otherwise
from bot.knowledge.model import Fact
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, TODAY, build, deaths


@cache
def index() -> Index:
    """Return the counts with a raid in which soldiers were killed and farmers injured."""
    return build(
        Fact(
            id="raid",
            statement="Six soldiers were killed and 17 farmers injured in the raid on Oster in Valmora.",
            asks=(
                "How many soldiers were killed in the raid on Oster?",
                "How many farmers were injured in the raid on Oster?",
                "What happened in the raid on Oster?",
                "raid on oster casualties",
            ),
            about=("valmora",),
            period=Period.parse("2023-06-05"),
            citations=(GAZETTE,),
        ),
        deaths("d-oster", 7, "2023-06"),
    )


@pytest.mark.parametrize(
    "question", ["How many soldiers were killed in the raid on Oster?", "raid on Oster casualties"]
)
def test_what_it_counts_is_answered(question: str) -> None:
    found = answer(index(), question, Ask(as_of=TODAY))

    assert isinstance(found, Answered)
    assert found.main.entry == "raid"


@pytest.mark.parametrize(
    ("question", "otherwise"),
    [
        ("How many farmers were killed in the raid on Oster?", True),
        ("How many soldiers were injured in the raid on Oster?", True),
        ("How many soldiers were killed in the raid on Oster?", False),
        ("How many farmers were injured in the raid on Oster?", False),
    ],
)
def test_what_it_counts_of_others_is_not(question: str, *, otherwise: bool) -> None:
    reading = index().read(question, TODAY)

    assert asks_who_were(reading)
    assert counts_otherwise(index(), reading, index().pack.entries["raid"]) is otherwise
    found = answer(index(), question, Ask(as_of=TODAY))
    assert (isinstance(found, Answered) and found.main.entry == "raid") is not otherwise


def test_a_figure_counts_what_its_fields_say() -> None:
    reading = index().read("How many farmers were killed in June 2023?", TODAY)

    assert not counts_otherwise(index(), reading, index().pack.entries["d-oster"])


@pytest.mark.parametrize(
    "question", ["How many deaths in June 2023?", "farmers killed on Oster", "How many were killed?"]
)
def test_of_a_count_itself_nobody_is_asked_who_was_counted(question: str) -> None:
    assert not asks_who_were(index().read(question, TODAY))
