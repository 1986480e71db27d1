"""Counts of the first pack are given for their own days only, however a question words a longer time."""

from __future__ import annotations

import pytest

from tests.packs.dialogue import found


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("how many attacks in Balochistan in the whole of 2022", id="in the whole of"),
        pytest.param("how many attacks in Balochistan throughout 2022", id="throughout"),
        pytest.param("how many attacks did Balochistan suffer in 2022", id="suffered"),
        pytest.param("how many attacks rocked Balochistan in December 2022", id="rocked, in a month"),
        pytest.param("attacks reported in Balochistan for the entire year 2022?", id="the entire year"),
        pytest.param("how many attacks hit the Balochistan province in 2022", id="the province"),
        pytest.param("how many soldiers lost their lives in Balochistan over all of 2022", id="soldiers"),
        pytest.param("how many people died in Peshawar throughout 2023", id="in a city"),
        pytest.param("In 2014, how many deaths did Peshawar see?", id="a city saw"),
        pytest.param("how bad was 2014 for Peshawar, how many deaths?", id="for a city"),
    ],
)
def test_what_happened_on_one_day_is_no_count_of_its_month_or_year(question: str) -> None:
    assert found(question) is None


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("how many attacks hit Balochistan on 25 December 2022", "balochistan-attacks-count-2022-12-25"),
        ("how many worshippers died in the Peshawar mosque in January 2023", "peshawar-mosque-deaths-police"),
        ("how many students were killed at the school in Peshawar in December 2014", "aps-deaths-2014"),
        ("PICSS fatalities for the whole of 2023?", "picss-deaths-2023"),
        ("What's the PICSS attack figure for the whole of 2021?", "picss-attacks-2021"),
        ("how many attacks did Pakistan see in January 2023", "picss-attacks-2023-01"),
    ],
)  # fmt: skip
def test_a_count_is_given_for_the_days_or_the_happening_that_it_is_of(question: str, entry: str) -> None:
    assert found(question) == entry
