"""Who led one side of talks is not told by who led the other."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer
from bot.answering.index import Index
from bot.answering.verdicts.other_sides import asked_side, of_other_side
from bot.knowledge.model import Entity
from tests.answering.counts import TODAY, build, fact


@cache
def index() -> Index:
    """Return two countries, and who was at the head of their sides."""
    return build(
        Entity(id="norland", name="Norland", type="place"),
        Entity(id="ada", name="Ada Stone", type="person", part_of=("norland",)),
        Entity(id="ivo", name="Ivo Marsh", type="person", part_of=("valmora",)),
        Entity(id="kai", name="Kai Holm", type="person"),
        fact("theirs", "The harbour talks of 2019 had Ada Stone among their chairs.", "norland", "valmora"),
        fact("both", "Ada Stone and Ivo Marsh chaired the river talks.", "norland", "valmora"),
        fact("unknown", "Kai Holm chaired the road talks.", "norland", "valmora"),
        fact("nobody", "The pier talks ended in a pact.", "norland", "valmora"),
    )


@pytest.mark.parametrize(
    ("question", "entry", "other"),
    [
        pytest.param("Who led the Valmora side at the harbour talks?", "theirs", True, id="the other's"),
        pytest.param("Who led the Norland side at the harbour talks?", "theirs", False, id="its own"),
        pytest.param("Who headed Valmora's delegation?", "theirs", True, id="a delegation"),
        pytest.param("The Valmora team was led by whom?", "theirs", True, id="a passive"),
        pytest.param("Who led the Valmora side at the river talks?", "both", False, id="both are named"),
        pytest.param(
            "Who led the Valmora side at the road talks?", "unknown", False, id="whose is not known"
        ),
        pytest.param("Who led the Valmora side at the pier talks?", "nobody", False, id="no person"),
        pytest.param("Who led the Valmora side at the harbour talks?", "ada", False, id="a card"),
    ],
)
def test_people_of_the_other_side_led_that_one(question: str, entry: str, *, other: bool) -> None:
    side = asked_side(index().read(question, TODAY))

    assert of_other_side(index(), side, index().pack.entries[entry]) == other


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Who led the talks for Valmora?", id="no side"),
        pytest.param("When was the Valmora side in Lorn?", id="not who led"),
        pytest.param("Who led the Valmora side and the Norland side?", id="of both"),
    ],
)
def test_where_no_one_side_is_asked_for_nothing_is_another_s(question: str) -> None:
    assert not asked_side(index().read(question, TODAY))


def test_who_led_the_other_side_is_no_answer() -> None:
    told = answer(index(), "Who led the Norland side at the harbour talks of 2019?", Ask(as_of=TODAY))
    found = answer(index(), "Who led the Valmora side at the harbour talks of 2019?", Ask(as_of=TODAY))

    assert not isinstance(found, Answered)
    assert [each.removed_by for each in found.trace.candidates if each.entry == "theirs"] == ["another's"]
    assert [each.removed_by for each in told.trace.candidates if each.entry == "theirs"] == [None]
