"""Common English words are told apart from slips and names."""

from __future__ import annotations

import pytest

from bot.english import CommonEnglish, common_words


@pytest.mark.parametrize("word", ["drone", "mosque", "people"])
def test_a_common_word_is_known(word: str) -> None:
    assert word in CommonEnglish()


@pytest.mark.parametrize("word", ["peopel", "rawalpindi", "", 7])
def test_a_slip_or_a_name_is_no_common_word(word: object) -> None:
    assert word not in CommonEnglish()


def test_the_list_holds_thousands_of_words_and_is_read_once() -> None:
    assert 5_000 < len(common_words()) < 20_000
    assert common_words() is common_words()


def test_rare_words_and_names_of_towns_are_listed_but_not_common() -> None:
    english = CommonEnglish()

    assert all(english.lists(word) and word not in english for word in ("oslo", "texas"))
    assert not any(english.lists(word) for word in ("wehn", "dialoge", "zzzz", ""))
