"""Common English words are told apart from slips and names."""

from __future__ import annotations

from importlib.metadata import Distribution, PackageNotFoundError

import pytest

import bot.english as english_words
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


def test_a_dictionary_tells_names_from_rare_words() -> None:
    english = CommonEnglish()

    assert all(map(english.writes_as_name, ("kandahar", "munich")))
    assert all(map(english.writes_small, ("scorecard", "turkey")))
    assert not any(map(english.writes_as_name, ("turkey", "scorecard", "brandulok", "")))
    assert not any(map(english.writes_small, ("kandahar", "brandulok", "")))


def test_without_the_dictionary_no_rare_word_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Distribution:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(english_words, "distribution", missing)

    assert english_words.spelt() == []
