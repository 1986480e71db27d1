"""Rare terms tell more than common ones, and similarity is a cosine whatever else is asked."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.postings import Postings, Rarity

DOCUMENTS = [{"toll", "bombing"}, {"toll", "talks"}, {"toll"}]
ROWS = [{"toll": 1.0, "bombing": 1.0}, {"toll": 1.0, "talks": 2.0}, {}]


def cosines(query: dict[str, float]) -> list[float]:
    """Return the cosines of a query with the rows."""
    return [float(score) for score in Postings(ROWS, Rarity(DOCUMENTS)).cosines(query)]


def test_a_term_of_every_document_tells_least_and_an_unknown_one_most() -> None:
    rarity = Rarity(DOCUMENTS)

    assert (rarity.of("toll"), rarity.of("zebra")) == (1.0, 1 + math.log(4))
    assert rarity.of("toll") < rarity.of("talks") < rarity.of("zebra")


def test_weights_are_frequency_times_rarity() -> None:
    assert Rarity(DOCUMENTS).weigh({"toll": 3.0}) == {"toll": 3.0}


def test_a_row_is_wholly_similar_to_itself() -> None:
    assert cosines(ROWS[1])[1] == pytest.approx(1)


def test_a_row_without_terms_is_similar_to_nothing() -> None:
    assert cosines({"toll": 1.0})[2] == 0


def test_a_query_without_terms_is_similar_to_nothing() -> None:
    assert cosines({}) == [0, 0, 0]


def test_a_term_that_no_row_has_lowers_every_score() -> None:
    plain, puzzled = cosines({"toll": 1.0}), cosines({"toll": 1.0, "zebra": 1.0})

    assert all(0 < more < less for more, less in zip(puzzled[:2], plain[:2], strict=True))


def test_without_rows_there_are_no_scores() -> None:
    assert list(Postings([], Rarity([])).cosines({"toll": 1.0})) == []


weights = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 5), max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(weights, max_size=5), weights)
def test_scores_are_the_cosines_of_the_weighted_terms(
    rows: list[dict[str, float]], query: dict[str, float]
) -> None:
    rarity = Rarity(rows)
    asked = rarity.weigh(query)
    expected: list[float] = []
    for row in rows:
        held = rarity.weigh(row)
        lengths = math.hypot(*asked.values()) * math.hypot(*held.values())
        dot = sum(weight * held.get(term, 0) for term, weight in asked.items())
        expected.append(dot / lengths if lengths else 0)

    assert [float(score) for score in Postings(rows, rarity).cosines(query)] == pytest.approx(
        expected, abs=1e-5
    )
