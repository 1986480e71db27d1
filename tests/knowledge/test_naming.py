"""Comparing names and finding the one that was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.naming import folded, nearest


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("When was the dialogue?", "when was  the dialogue"),
        ("the U.S.-Pakistan talks!", "The U S Pakistan talks"),
        ("id_with_underscores", "id with underscores"),
        ("\N{FULLWIDTH LATIN SMALL LETTER A} wide one", "A wide one"),
        ("Straße", "STRASSE"),
    ],
)
def test_case_punctuation_and_spaces_make_no_difference(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_vowel_signs_do_make_a_difference() -> None:
    assert folded("की") != folded("का")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(("word", "meant"), [("qualifer", "qualifier"), ("quote", None), ("", None)])
def test_the_nearest_name_must_be_near(word: str, meant: str | None) -> None:
    assert nearest(word, {"qualifier": 1, "period": 2}) == meant
