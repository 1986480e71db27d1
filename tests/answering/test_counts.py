"""A count is answered with its own place, time, counter and group, and never with a neighbour's."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answering.answer import Ambiguous, Answered
from tests.answering.world import TODAY, ask, found, shown

KILLED = "How many people were killed in January 2023?"


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        (KILLED, "deaths-2023-01"),
        ("How many people were killed in 2022?", "deaths-2022"),
        ("How many people were killed in the first half of 2022?", "deaths-2022-h1"),
        ("How many people were killed between January and June 2022?", "deaths-2022-h1"),
        ("How many people were killed in the first eleven months of 2022?", "deaths-2022-11m"),
        ("How many people were killed from January to November 2022?", "deaths-2022-11m"),
        ("How many people were killed from 2018 to 2020?", "deaths-2018-2020"),
        ("How many people were killed between 2018 and 2020?", "deaths-2018-2020"),
        ("How many people were killed in Valmora in January 2023?", "deaths-2023-01"),
        ("How many people were injured in February 2023?", "injured-2023-02"),
        ("How many soldiers were killed in January 2023?", "soldiers-2023-01"),
        ("How many attacks were there in Northmark in January 2023?", "attacks-northmark-2023-01"),
        ("How many attacks by the FVF in 2022?", "attacks-fvf-2022"),
        ("How many people did PCM count killed in January 2023?", "deaths-2023-01-pcm"),
        ("How many deaths did the Peace and Conflict Monitor count in January 2023?", "deaths-2023-01-pcm"),
        ("How many attacks in December?", "attacks-2021-12"),
    ],
)
def test_a_count_is_answered_for_exactly_what_is_asked(question: str, entry: str) -> None:
    assert found(question) == entry


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many people were killed in March 2019?", id="another month and year"),
        pytest.param("How many people were killed in January 2019?", id="another year"),
        pytest.param("How many people were killed in 2019?", id="a year without a count"),
        pytest.param("How many people were killed on 15 January 2023?", id="one day of the month"),
        pytest.param("How many people were killed in January and February 2023?", id="two months"),
        pytest.param("How many people were killed in the second half of 2022?", id="the other half"),
        pytest.param("How many people were killed in the first ten months of 2022?", id="fewer months"),
        pytest.param("How many people were killed from 2018 to 2021?", id="more years"),
        pytest.param("How many people were killed since January 2023?", id="a time without an end"),
        pytest.param("How many people were killed before 2023?", id="a time without a beginning"),
        pytest.param("How many people were killed in Southmark in January 2023?", id="another place"),
        pytest.param("How many people were killed in Northmark in January 2023?", id="a part of the place"),
        pytest.param("How many people were killed in Lorn in January 2023?", id="the capital"),
        pytest.param("How many people were injured in January 2023?", id="another metric"),
        pytest.param("How many soldiers were killed in February 2023?", id="a narrower metric"),
        pytest.param("How many people did PCM count killed in February 2023?", id="another counter"),
        pytest.param("How many attacks by the Harrow Brigade in 2022?", id="another group"),
        pytest.param("How many attacks in 2022?", id="all groups, where one is counted"),
        pytest.param(
            "How many people did the FVF kill in January 2023?", id="a group, where all are counted"
        ),
        pytest.param("Were 135 people killed in January 2023?", id="another number"),
        pytest.param("Were 77 killed in the market bombing?", id="a number that no side gives"),
        pytest.param("How many people were killed in Zembla in January 2023?", id="an unknown name"),
        pytest.param("How many people were killed in January 2023 by the Blue Hand?", id="an unknown group"),
        pytest.param("how many people were killed in peru in january 2023?", id="a country in lower case"),
        pytest.param("how many people were killed in zembla in january 2023?", id="a word nobody knows"),
        pytest.param("How many teachers were killed in January 2023?", id="a part of those killed"),
        pytest.param("How many people were killed in floods in January 2023?", id="another cause"),
    ],
)
def test_a_count_is_not_answered_with_a_neighbour(question: str) -> None:
    assert shown(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "people killed January 2023",
        "In January 2023, how many people were killed?",
        "Tell me how many people were killed in January 2023.",
        "how many ppl were killed in jan 2023",
        "number of people killed in January 2023",
        "How many deaths were there in January 2023?",
        "how many lives were lost in Valmora in January 2023",
        "HOW MANY PEOPLE WERE KILLED IN JANUARY 2023?",
    ],
)
def test_keywords_questions_and_requests_get_the_same_answer(question: str) -> None:
    assert shown(question) == shown(KILLED)


@pytest.mark.parametrize(
    "question",
    [
        "How many poeple were killed in January 2023?",
        "How many people were kileld in January 2023?",
        "How many people were killed in Januray 2023?",
        "How many people were killed in Valmroa in January 2023?",
    ],
)
def test_a_typo_in_a_word_a_name_or_a_month_changes_nothing(question: str) -> None:
    assert shown(question) == shown(KILLED)


@pytest.mark.parametrize(
    "question",
    ["How many people were killed in January 2032?", "How many people were killed in January 20223?"],
)
def test_a_typo_in_digits_is_never_put_right(question: str) -> None:
    assert shown(question) == []


def test_other_counters_stand_beside_a_count_without_a_dispute() -> None:
    answer = ask(KILLED)

    assert isinstance(answer, Answered)
    assert [statement.entry for statement in answer.also] == ["deaths-2023-01-pcm"]
    assert not answer.disputed


@pytest.mark.parametrize(
    ("today", "entry"),
    [(TODAY, "deaths-2023"), (date(2023, 6, 1), "deaths-2022"), (date(2020, 1, 1), None)],
)
def test_last_year_follows_the_day_of_the_question(today: date, entry: str | None) -> None:
    assert found("How many people were killed last year?", today) == entry


def test_last_month_follows_the_day_of_the_question() -> None:
    assert found("How many people were injured last month?", date(2023, 3, 15)) == "injured-2023-02"
    assert found("How many people were injured last month?", TODAY) is None


def test_a_month_of_two_years_is_ambiguous() -> None:
    answer = ask("How many attacks in January?")

    assert isinstance(answer, Ambiguous)
    assert {choice.entry for choice in answer.choices} == {"attacks-2022-01", "attacks-2023-01"}


def test_a_month_of_one_year_is_answered_with_its_year() -> None:
    answer = ask("How many people were injured in February?")

    assert isinstance(answer, Answered)
    assert "February 2023" in answer.main.text
