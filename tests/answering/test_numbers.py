"""The numbers of a text hold every value they may stand for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.numbers import numbers, with_places_in_words


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("450", [{450}]),
        ("1,063 people", [{1063}]),
        ("2.5 percent", [{2.5}]),
        ("450 million dollars", [{450, 450_000_000}]),
        ("3 lakh", [{3, 300_000}]),
        ("twelve lorries", [{12}]),
        ("seven hundred", [{700}]),
        ("one hundred and thirty four killed", [{134}]),
        ("three hundred and eighty nine", [{389}]),
        ("two thousand three hundred", [{2300}]),
        ("twelve hundred attacks", [{1200}]),
        ("two million", [{2, 2_000_000}]),
        ("450 crore rupees", [{450, 4_500_000_000}]),
        ("3 hundred thousand", [{3, 300_000}]),
        ("a hundred people", [{100}]),
        ("two dozen", [{24}]),
        ("several hundred", []),
        ("half a dozen or a few thousand", []),
        ("hundred thousand thousand", []),
        ("three or 12", [{3}, {12}]),
        ("one or two", []),
        ("forty four attacks", [{44}]),
        ("twenty to thirty", [{20}, {30}]),
        ("ninety ten", [{90}, {10}]),
        ("1 yr and 2 months", []),
        ("1 soldier", [{1}]),
        ("zero", []),
        ("the 4 th attack", []),
        ("1.2.3", []),
        ("no number", []),
        ("", []),
    ],
)
def test_a_number_may_stand_for_itself_and_for_its_multiple(words: str, values: list[set[float]]) -> None:
    assert list(numbers(words.split())) == values


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("where was round two held", "where was second round held"),
        ("MLDD Round 2 dates", "MLDD second Round dates"),
        ("the 1st Lorn round and the 2nd session", "the first Lorn round and the second session"),
        ("on the 2nd of March", "on the 2nd of March"),
        ("round 2 of 3", "round 2 of 3"),
        ("the 1st truce and the 2nd of March", "the first truce and the 2nd of March"),
        ("on March 1st meetings began", "on March 1st meetings began"),
        ("two rounds", "two rounds"),
    ],
)
def test_the_place_of_an_event_in_a_row_is_told_in_words(typed: str, text: str) -> None:
    assert with_places_in_words(typed) == text


@settings(max_examples=60, deadline=None)
@given(st.lists(st.from_regex(r"\d+(?:[.,]\d+)*|[a-z]+", fullmatch=True), max_size=12))
def test_any_words_have_numbers_with_values(words: list[str]) -> None:
    assert all(numbers(words))
