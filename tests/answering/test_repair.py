"""A typo is put right only where one known word is near, and never in a number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.repair import Spelling

SPELLING = Spelling(["dialogue", "killed", "soldiers", "bombing", "who", "2023", "ceasefire", "militants"])


@pytest.mark.parametrize(
    ("typo", "word"),
    [
        ("kiled", "killed"),
        ("killled", "killed"),
        ("kilked", "killed"),
        ("kileld", "killed"),
        ("bombin", "bombing"),
        ("dialoge", "dialogue"),
        ("soldeirs", "soldiers"),
        ("ceesfire", "ceasefire"),
        pytest.param("xdialoge", "dialogue", id="a letter before it and one missing"),
        pytest.param("osldeirs", "soldiers", id="two pairs of letters swapped"),
        pytest.param("rialoge", "dialogue", id="another first letter and one missing"),
    ],
)
def test_a_missing_doubled_wrong_or_swapped_letter_is_put_right(typo: str, word: str) -> None:
    assert SPELLING.nearest(typo) == word


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("klid", id="two slips in a short word"),
        pytest.param("zilted", id="two slips in a word of six letters, one in the first"),
        pytest.param("wo", id="too short to tell"),
        pytest.param("2022", id="a number"),
        pytest.param("killed2", id="a word with a digit"),
        pytest.param("zeppelin", id="no known word begins so"),
        pytest.param("domino", id="nothing near"),
    ],
)
def test_what_is_too_far_from_every_word_stays_as_it_is(word: str) -> None:
    assert SPELLING.nearest(word) is None


def test_of_two_words_as_near_the_one_with_the_same_first_letter_is_meant() -> None:
    often = {"list": 90, "visit": 12}

    assert Spelling(often).nearest("vist") == "visit"


def test_a_known_word_is_known_as_it_stands_whatever_its_length() -> None:
    assert [word in SPELLING for word in ("killed", "who", "2023", "kiled")] == [True, True, True, False]


def test_a_known_number_is_never_what_a_typo_means() -> None:
    assert SPELLING.nearest("2o23") is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20))
def test_what_is_put_right_is_always_a_known_word(word: str) -> None:
    found = SPELLING.nearest(word)

    assert found is None or found in SPELLING


def test_a_common_word_is_meant_before_one_that_begins_otherwise_and_is_used_less() -> None:
    spelling = Spelling({"cost": 90, "oust": 40}, common=["most"])

    assert spelling.nearest("ocst") == "cost"
    assert spelling.nearest("xost") == "most"
