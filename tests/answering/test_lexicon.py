"""The word lists hold together: folded, without doubles, and about no topic."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.answering.lexicon import (
    CHAT_ALIASES,
    DATE_WORDS,
    FRAME_WORDS,
    FUNCTION_WORDS,
    LINKING_WORDS,
    MONTHS,
    MULTIPLIERS,
    NUMBER_WORDS,
    SHORTHAND,
    WEEKDAYS,
    WORLD_NAMES,
)
from bot.answering.text import fold, stem, tokenise
from bot.answering.thesaurus import SYNONYMS

LISTS = {
    "function": FUNCTION_WORDS,
    "linking": LINKING_WORDS,
    "frame": FRAME_WORDS,
    "chat": CHAT_ALIASES,
    "shorthand for": SHORTHAND.values(),
    "numbers": NUMBER_WORDS.keys(),
    "multipliers": MULTIPLIERS.keys(),
    "dates": DATE_WORDS,
    "months": MONTHS.keys(),
    "weekdays": WEEKDAYS,
}


@pytest.mark.parametrize("name", LISTS)
def test_every_word_is_written_as_words_are_compared(name: str) -> None:
    assert [word for word in LISTS[name] if [token.word for token in tokenise(word)] != [word]] == []


def test_no_word_stands_in_two_synonym_groups() -> None:
    counts = Counter(word for group in SYNONYMS for word in group)

    assert [word for word, count in counts.items() if count > 1] == []


def test_no_stem_stands_in_two_synonym_groups() -> None:
    counts = Counter(key for group in SYNONYMS for key in {stem(word) for word in group})

    assert [key for key, count in counts.items() if count > 1] == []


def test_every_synonym_group_has_two_words_or_more_all_folded() -> None:
    assert [
        group for group in SYNONYMS if len(group) < 2 or list(group) != [fold(word) for word in group]
    ] == []


def test_no_synonym_is_a_word_with_which_dates_are_written() -> None:
    assert [word for group in SYNONYMS for word in group if word in MONTHS or word in WEEKDAYS] == []


def test_every_month_has_its_number_in_full_and_short() -> None:
    assert (MONTHS["january"], MONTHS["jan"], MONTHS["sept"], MONTHS["dec"]) == (1, 1, 9, 12)
    assert set(MONTHS.values()) == set(range(1, 13))


def test_the_week_has_seven_days() -> None:
    assert len(WEEKDAYS) == 7


def test_number_words_count_up_to_ninety() -> None:
    assert (NUMBER_WORDS["zero"], NUMBER_WORDS["twelve"], NUMBER_WORDS["ninety"]) == (0, 12, 90)


def test_countries_are_countries_and_no_regions() -> None:
    assert {"peru", "japan"} <= WORLD_NAMES
    assert not {"europe", "world"} & WORLD_NAMES
