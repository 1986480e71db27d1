"""A question that is not answered gets a reason where one is known, and real questions near it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering import engine
from bot.answering.abstaining import nearest_entries, unanswerable, why_not
from bot.answering.ranking import Ranked
from bot.knowledge.model import Fact
from tests.answering.entries import GAZETTE
from tests.answering.world import index, pack


def reason(question: str, ranked: list[Ranked]) -> str | None:
    """Return why a question is not answered, given its candidates."""
    return why_not(index().reader.read(question), ranked)


@pytest.mark.parametrize("text", ["", "   ", "?!", "hello there", "who are you", "please tell me", "1 2 134"])
def test_a_text_that_says_nothing_has_nothing_to_look_up(text: str) -> None:
    assert unanswerable(index().reader.read(text))
    assert reason(text, []) == "I see no question to look up"


@pytest.mark.parametrize("text", ["thanks, that talk was useful", "lol great talks", "hello chair, so nice"])
def test_who_thanks_greets_or_laughs_asks_nothing(text: str) -> None:
    assert unanswerable(index().reader.read(text))
    assert reason(text, []) == "I see no question to look up"


@pytest.mark.parametrize(
    "text",
    ["hi, who chaired the talks", "hello, details of the talks please", "thanks! FVF", "hey talks 2023"],
)
def test_who_greets_and_asks_is_heard(text: str) -> None:
    assert not unanswerable(index().reader.read(text))


@pytest.mark.parametrize(
    "text", ["can you write my essay for me", "could u please sing us a song?", "will you do my homework"]
)
def test_who_asks_a_favour_of_the_bot_asks_nothing(text: str) -> None:
    assert unanswerable(index().reader.read(text))


@pytest.mark.parametrize(
    "text", ["can you tell me of the talks", "can you quote my minister", "can you park at the bridge"]
)
def test_who_wants_the_bot_to_say_something_is_heard(text: str) -> None:
    assert not unanswerable(index().reader.read(text))


def test_unknown_names_are_named_as_the_reason_at_most_three() -> None:
    question = "Did Zembla, Borduria, Syldavia and Ruritania agree?"

    assert unanswerable(index().reader.read(question))
    assert reason(question, []) == "they say nothing about Zembla, Borduria, Syldavia"


@pytest.mark.parametrize("text", ["talks", "in 2023", "FVF"])
def test_a_word_a_number_a_period_or_a_name_can_be_looked_up(text: str) -> None:
    assert not unanswerable(index().reader.read(text))


@pytest.mark.parametrize(
    ("removed", "clause"),
    [
        ("another period", "they have it for other times only"),
        ("another place", "they have it for other places only"),
        ("another number", "they give no such number"),
        ("counts something else", "they count something else"),
        ("not about iss", "they come near it, but do not say that"),
    ],
)
def test_what_the_nearest_entry_contradicts_is_the_reason(removed: str, clause: str) -> None:
    assert reason("talks", [Ranked(0, 0.9, removed_by=removed)]) == clause


@pytest.mark.parametrize(
    "ranked",
    [
        pytest.param([], id="no candidate"),
        pytest.param([Ranked(0, 0.9)], id="one that fits, but not surely"),
        pytest.param([Ranked(0, 0.01, removed_by="another period")], id="one that is far away"),
    ],
)
def test_without_a_near_contradiction_no_reason_is_given(ranked: list[Ranked]) -> None:
    assert reason("talks", ranked) is None


def test_only_near_entries_are_offered_and_at_most_three() -> None:
    near = [Ranked(position, 0.9) for position in range(5)]
    removed = Ranked(5, 0.9, removed_by="another place")
    far = [Ranked(6, 0.01), Ranked(7, 0.01, removed_by="another period")]
    ids = [prepared.entry.id for prepared in index().entries]

    assert nearest_entries(index(), [*far, *near]) == ids[:3]
    assert nearest_entries(index(), [*far, removed]) == [ids[5]]
    assert nearest_entries(index(), far) == []


def test_an_entry_with_few_asks_is_near_to_less() -> None:
    asks = ("When does the ferry run?",)
    seldom = Fact(id="seldom", statement="The ferry runs.", asks=asks, citations=(GAZETTE,))
    often = replace(seldom, id="often", asks=tuple(f"When does the ferry run in {day}?" for day in range(8)))
    both = engine.build_index(replace(pack(), entries={"seldom": seldom, "often": often}))
    ranked = [Ranked(both.positions[key], 0.25) for key in ("often", "seldom")]

    assert nearest_entries(both, ranked) == ["seldom"]
    assert nearest_entries(both, [each._replace(score=0.4) for each in ranked]) == ["often", "seldom"]


@pytest.mark.parametrize("text", ["50% 50% 50%", "x", "x % $", "thanks!", "hi thanks"])
def test_single_letters_signs_and_thanks_are_no_question(text: str) -> None:
    assert reason(text, []) == "I see no question to look up"
