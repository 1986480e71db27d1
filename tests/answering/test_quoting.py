"""Quotations are found by speaker, topic and date, newest first, and each option narrows the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answering import engine
from bot.answering.browsing.quoting import Facet, QuoteFilters, quotations, quote_choices
from bot.answering.figures.sieve import Choice
from bot.knowledge.model import Conflict
from tests.answering.archive import index, pack, quote


def found(**filters: str) -> list[str]:
    """Return the ids of the quotations that meet some filters."""
    return [row.statement.entry for row in quotations(index(), QuoteFilters(**filters)).rows]


def test_all_live_quotations_come_newest_first_and_undated_ones_last() -> None:
    assert found() == ["q-talks", "q-threat", "q-bridge", "q-undated"]


@pytest.mark.parametrize("speaker", ["ivo-brandt", "Ivo Brandt", "brandt", "IVO"])
def test_a_speaker_is_found_by_id_name_alias_or_a_word_of_it(speaker: str) -> None:
    assert found(speaker=speaker) == ["q-threat", "q-bridge"]


def test_a_speaker_is_found_by_role() -> None:
    minister = replace(quote("q-role", "nobody-known", "Yes.", "2020"), role="Interior Minister")
    other = engine.build_index(pack([minister]))

    assert [row.statement.entry for row in quotations(other, QuoteFilters(speaker="minister")).rows] == [
        "q-role"
    ]


@pytest.mark.parametrize(
    ("topic", "keys"),
    [
        ("FVF", ["q-threat"]),
        ("valmora", ["q-talks", "q-bridge"]),
        ("attack", ["q-talks"]),
        ("the bridge", ["q-bridge"]),
        ("peace", []),
    ],
)
def test_a_topic_is_a_name_with_what_is_part_of_it_or_else_words(topic: str, keys: list[str]) -> None:
    assert found(topic=topic) == keys


@pytest.mark.parametrize(
    ("day", "keys"),
    [
        ("2023", ["q-talks", "q-threat"]),
        ("15 February 2023", ["q-talks", "q-threat"]),
        ("2023-02-16", ["q-talks"]),
        ("2021-05 to 2022", ["q-bridge"]),
        ("2019", []),
    ],
)
def test_a_date_takes_what_may_have_been_said_then(day: str, keys: list[str]) -> None:
    assert found(date=day) == keys


def test_filters_hold_together() -> None:
    assert found(speaker="Brandt", topic="fvf", date="2023") == ["q-threat"]
    assert found(speaker="Holt", topic="fvf") == []


def test_what_was_meant_is_said_in_words_and_kept_in_short() -> None:
    result = quotations(index(), QuoteFilters("brandt", "open", "May 2021"))

    assert result.heading == "by Ivo Brandt about “open” in May 2021"
    assert result.filters == QuoteFilters("ivo-brandt", "open", "2021-05")
    assert quotations(index(), result.filters) == result
    assert quotations(index(), QuoteFilters()).heading == ""


def test_a_date_that_can_not_be_read_is_named() -> None:
    result = quotations(index(), QuoteFilters(date="some day"))

    assert (result.rows, result.unreadable) == ((), "some day")


def test_last_year_counts_from_the_day_given() -> None:
    result = quotations(index(), QuoteFilters(date="last year"), date(2022, 1, 1))

    assert [row.statement.entry for row in result.rows] == ["q-bridge"]


def test_a_quotation_in_dispute_comes_with_the_other_account() -> None:
    rival = replace(
        quote("q-rival", "una-holt", "No threat.", "2023-02-15"), conflicts=(Conflict(entry="q-threat"),)
    )
    (row,) = quotations(engine.build_index(pack([rival])), QuoteFilters(topic="fvf")).rows

    assert [other.entry for other in row.rivals] == ["q-rival"]


@pytest.mark.parametrize(
    ("facet", "filters", "choices"),
    [
        (
            "speaker",
            QuoteFilters(),
            (Choice("Ivo Brandt", "ivo-brandt"), Choice("Una Holt", "una-holt")),
        ),
        ("speaker", QuoteFilters(speaker="holt", date="2021"), (Choice("Ivo Brandt", "ivo-brandt"),)),
        ("topic", QuoteFilters(speaker="Una Holt"), (Choice("Valmora", "valmora"),)),
        (
            "date",
            QuoteFilters(topic="fvf"),
            (Choice("2023", "2023"), Choice("15 February 2023", "2023-02-15")),
        ),
        ("topic", QuoteFilters(speaker="Una Holt", date="some day"), (Choice("Valmora", "valmora"),)),
    ],
)
def test_each_option_offers_what_the_others_leave(
    facet: Facet, filters: QuoteFilters, choices: tuple[Choice, ...]
) -> None:
    assert quote_choices(index(), facet, filters) == choices
