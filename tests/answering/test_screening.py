"""The screen removes at once what contradicts a question, and nothing that does not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.constraints import contradiction
from bot.answering.index import Index
from bot.knowledge.model import Figure
from tests.answering.archive import index as archive
from tests.answering.world import index, pack

WORDS = """
how many people were killed injured attacks police the in by or of not since before until after January
February March 2019 2021 2022 2023 first half 1 7 40 134 percent Lorn Northmark Harrow Brigade FVF ISS
Ivo Brandt the talks chair bombing market mosque toll bridge army ceasefire NATO who when where said last year
according to and counted over about fewer than at least will should did Brandt say
""".split()


def screened(built: Index, question: str) -> list[str]:
    """Return the ids of the entries that the screen lets pass."""
    reading = built.reader.read(question)
    passing = built.screen.passes(reading, built.documents, np.arange(len(built.entries)))
    return [built.entries[int(position)].entry.id for position in np.flatnonzero(passing)]


def fitting(built: Index, question: str) -> list[str]:
    """Return the ids of the entries that contradict nothing of a question."""
    reading = built.reader.read(question)
    return [each.entry.id for each in built.entries if contradiction(reading, each, built.pack) is None]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
def test_nothing_is_removed_that_contradicts_nothing(question: str) -> None:
    for built in (index(), archive()):
        assert set(fitting(built, question)) <= set(screened(built, question))


@pytest.mark.parametrize(
    ("question", "key"),
    [
        pytest.param("Ivo Brandt", "deaths-2023-01", id="another name"),
        pytest.param("how many were killed", "talks-dates", id="a count that it does not speak of"),
        pytest.param("117 killed", "deaths-2023-01", id="another number"),
        pytest.param("how many were injured", "deaths-2023-01", id="another measure"),
        pytest.param("killed in February 2023", "deaths-2023-01", id="another month"),
        pytest.param("killed since January 2023", "deaths-2023-01", id="an open span"),
        pytest.param("talks in 2019", "talks-dates", id="another year"),
        pytest.param("talks before 2019", "talks-dates", id="a span before it"),
        pytest.param("talks until 2019", "talks-dates", id="a span that ends before it"),
        pytest.param("ceasefire ended since 2023", "ceasefire-end", id="a span after it"),
        pytest.param("the zebra", "talks-dates", id="no telling word"),
        pytest.param("NATO talks", "talks-dates", id="another acronym"),
    ],
)
def test_the_clear_cases_are_removed(question: str, key: str) -> None:
    assert key in index().positions
    assert key not in screened(index(), question)


def test_a_pack_without_figures_is_screened_too() -> None:
    told = {key: entry for key, entry in pack().entries.items() if not isinstance(entry, Figure)}
    built = Index(replace(pack(), entries=told))

    assert "talks-dates" in screened(built, "how many people were at the talks in March 2023") or fitting(
        built, "talks in March 2023"
    ) == screened(built, "talks in March 2023")


def test_a_hedged_number_lets_pass_what_it_leaves_possible() -> None:
    assert "deaths-2023-01" in screened(index(), "over 120 killed in January 2023")
    assert "deaths-2023-01" not in screened(index(), "over 140 killed in January 2023")
