"""Rare terms tell more than common ones, and similarity is a cosine whatever else is asked."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.columns import Holders
from bot.answering.postings import MOST_POSTINGS, Postings, Rarity, Rows

DOCUMENTS = [{"toll", "bombing"}, {"toll", "talks"}, {"toll"}]
ROWS = [{"toll": 1.0, "bombing": 1.0}, {"toll": 1.0, "talks": 2.0}, {}]


def rarity_of(documents: Iterable[Collection[str]]) -> Rarity:
    """Return how telling the terms of some documents are."""
    return Rarity(Holders(documents))


def postings(rows: list[dict[str, float]], groups: list[int], rarity: Rarity) -> Postings:
    """Return the postings of some rows, in groups of some sizes."""
    gathered = Rows()
    for row in rows:
        gathered.add(row)
    return Postings(gathered, groups, rarity)


def cosines(query: dict[str, float]) -> list[float]:
    """Return the cosines of a query with the rows."""
    texts, _ = postings(ROWS, [2, 1], rarity_of(DOCUMENTS)).cosines(query)
    return [float(score) for score in texts]


def test_a_term_of_every_document_tells_least_and_an_unknown_one_most() -> None:
    rarity = rarity_of(DOCUMENTS)

    assert (rarity.of("toll"), rarity.of("zebra")) == (1.0, 1 + math.log(4))
    assert rarity.of("toll") < rarity.of("talks") < rarity.of("zebra")


def test_weights_are_frequency_times_rarity() -> None:
    assert rarity_of(DOCUMENTS).weigh({"toll": 3.0}) == {"toll": 3.0}


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
    texts, groups = postings([], [], rarity_of([])).cosines({"toll": 1.0})

    assert (list(texts), list(groups)) == ([], [])


def test_a_group_is_compared_as_the_sum_of_its_texts() -> None:
    rarity = rarity_of(DOCUMENTS)
    _, groups = postings(ROWS, [2, 1], rarity).cosines({"toll": 1.0})
    texts, _ = postings([{"toll": 2.0, "bombing": 1.0, "talks": 2.0}, {}], [1, 1], rarity).cosines(
        {"toll": 1.0}
    )

    assert list(groups) == pytest.approx(list(texts))


def test_in_a_very_large_pack_the_commonest_words_of_a_question_are_not_looked_up() -> None:
    rows = [{"the": 1.0, f"name{number % 1000}": 1.0} for number in range(MOST_POSTINGS)]
    large = postings(rows, [1] * len(rows), rarity_of(rows))
    both, _ = large.cosines({"the": 1.0, "name7": 1.0})
    common, _ = large.cosines({"the": 1.0})

    assert np.count_nonzero(both) == len(rows) // 1000
    assert np.count_nonzero(common) == len(rows)


weights = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 5), max_size=5)


@settings(max_examples=60, deadline=None)
@given(st.lists(weights, max_size=5), weights)
def test_scores_are_the_cosines_of_the_weighted_terms(
    rows: list[dict[str, float]], query: dict[str, float]
) -> None:
    rarity = rarity_of(rows)
    asked = rarity.weigh(query)
    expected: list[float] = []
    for row in rows:
        held = rarity.weigh(row)
        lengths = math.hypot(*asked.values()) * math.hypot(*held.values())
        dot = sum(weight * held.get(term, 0) for term, weight in asked.items())
        expected.append(dot / lengths if lengths else 0)

    texts, _ = postings(rows, [1] * len(rows), rarity).cosines(query)

    assert [float(score) for score in texts] == pytest.approx(expected, abs=1e-5)
