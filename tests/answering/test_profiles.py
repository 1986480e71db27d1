"""A question is compared with what the asks of the best candidate ask for."""

from __future__ import annotations

import pytest

from bot.answering.profiles import Agreement, Profile, agreement
from tests.answering.world import index

WORLD = index()


def of(entry: str) -> Profile:
    """Return the profile of an entry."""
    return WORLD.profile(WORLD.positions[entry])


def asked(question: str, entry: str) -> Agreement:
    """Return how far a question asks for what an entry is asked for."""
    return agreement(WORLD.read(question), of(entry), WORLD.rarity)


def test_what_the_asks_seek_is_a_share_of_them() -> None:
    assert of("ceasefire-end").kinds == {"time": 1.0}


def test_a_question_of_the_same_kind_agrees_and_one_of_another_does_not() -> None:
    assert asked("When was the ceasefire ended by the FVF?", "ceasefire-end").seeking == 1
    assert asked("Why did the FVF end its ceasefire?", "ceasefire-end").seeking == 0


def test_words_side_by_side_in_an_ask_count_as_pairs() -> None:
    together = asked("When did the FVF end its ceasefire?", "ceasefire-end").paired
    apart = asked("When did the ceasefire of the FVF end?", "ceasefire-end").paired

    assert together == 1 > apart


def test_the_word_asked_for_must_be_one_that_an_ask_asks_for() -> None:
    assert asked("Which threat did Ivo Brandt speak of?", "brandt-threat").focused == 1
    assert asked("Which front did Ivo Brandt speak of?", "brandt-threat").focused == 0


def test_an_entry_without_asks_agrees_with_any_kind_of_question() -> None:
    silent = Profile({}, frozenset(), frozenset(), frozenset())

    assert agreement(WORLD.read("When did the ferry sink?"), silent, WORLD.rarity) == (0, 1, 1, 0)


@pytest.mark.parametrize("question", ["", "zebra", "FVF"])
def test_any_question_can_be_compared(question: str) -> None:
    assert all(0 <= part <= 1 for part in asked(question, "ceasefire-end"))
