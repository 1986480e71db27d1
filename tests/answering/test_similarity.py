"""In a very large pack a question is as similar to what is likely as it would be in a small one."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.columns import Positions
from bot.answering.fixed import Fixing
from bot.answering.gathering import Gathered
from bot.answering.phrase_table import PhraseTable
from bot.answering.phrasings import texts_of
from bot.answering.postings import Scores, best
from bot.answering.reader import Reader
from bot.answering.similarity import EveryPhrase, LikelyPhrases, Similar
from bot.answering.slots import Ancestry, Slots
from bot.answering.weights import terms
from bot.knowledge.periods import Period
from tests.answering.world import index

WORDS = """
how many people were killed injured the in by January 2023 Lorn Northmark Harrow Brigade FVF talks chair
bombing mosque bridge army ceasefire zebra who when where said last year what is and counted of
""".split()


@cache
def gathered() -> Gathered:
    """Return the phrases of a small pack."""
    pack, places = index().pack, index().places
    found = [texts_of(pack, entry, places) for entry in index().entries.bare]
    return Gathered(pack, Reader(pack, places=places), Ancestry(pack), found)


@cache
def every() -> EveryPhrase:
    """Return what compares with every phrase."""
    return EveryPhrase(gathered(), index().rarity)


@cache
def large() -> LikelyPhrases:
    """Return what compares with the likely phrases, as in a very large pack."""
    table = PhraseTable(gathered().rows, gathered().offsets, index().rarity)
    return LikelyPhrases(gathered(), index().rarity, table)


def likely(wholes: Scores) -> Positions:
    """Return every other entry."""
    return np.arange(0, len(wholes), 2)


def compared(text: str) -> tuple[Similar, Similar]:
    """Return how similar a question is to every entry, and to the likely ones."""
    reading = index().reader.read(text)
    seeking = None if reading.sought is None else gathered().seeking()[reading.sought]
    words = terms(reading)
    return every().similar(words, seeking, likely), large().similar(words, seeking, likely)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_what_is_likely_is_compared_as_in_a_small_pack(text: str) -> None:
    small, some = compared(text)

    assert some.at is not None
    np.testing.assert_allclose(some.centroid, small.centroid, atol=1e-5)
    np.testing.assert_allclose(some.nearest[some.at], small.nearest[some.at], atol=1e-5)
    np.testing.assert_allclose(some.alike[some.at], small.alike[some.at], atol=1e-5)


def test_what_is_not_likely_has_no_nearest_phrase() -> None:
    _, some = compared("how many people were killed in Lorn in January 2023")

    assert some.at is not None
    assert not np.delete(some.nearest, some.at).any()


def test_where_nothing_is_likely_no_phrase_is_compared() -> None:
    words = terms(index().reader.read("the talks in Lorn"))
    found = large().similar(words, None, lambda _: np.zeros(0, dtype=np.intp))

    assert found.centroid.any()
    assert not found.nearest.any()


def reference(scores: Scores, most: int) -> list[int]:
    """Return the best scores in the plainest way."""
    order = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    return [place for place in order if scores[place] > 0][:most]


def many(kind: str) -> Scores:
    """Return 20,000 scores."""
    rng = np.random.default_rng(7)
    scores = rng.random(20_000)
    match kind:
        case "few values":
            return np.round(scores, 1)
        case "mostly one value":
            return np.where(scores > 0.99, scores, 0.2)
        case "one value":
            return np.full(20_000, 0.5)
        case "high where a sample looks":
            scores[:] = 0.1
            scores[::17] = rng.random(len(scores[::17])) + 1
            return scores
        case _:
            return scores


@pytest.mark.parametrize(
    "kind", ["all kinds", "few values", "mostly one value", "one value", "high where a sample looks"]
)
@pytest.mark.parametrize("most", [1, 25, 500, 1_500, 19_000])
def test_the_best_of_very_many_scores_are_the_highest_and_the_earlier_of_equals(kind: str, most: int) -> None:
    scores = many(kind)

    assert best(scores, most).tolist() == reference(scores, most)


def test_what_entries_fix_is_given_back_as_it_was() -> None:
    fixing = Fixing()
    days = (Period.year(2023), Period.month(2022, 3))
    slots = [
        Slots(days, frozenset({"a"}), frozenset({"a", "b"}), frozenset({1.0, 2.5}), frozenset({"b"})),
        Slots((), frozenset(), frozenset(), frozenset()),
    ]
    for each in slots:
        fixing.append(each)
    fixed = fixing.settled()

    assert len(fixing) == len(fixed) == 2
    assert list(fixed) == list(fixed[0:2]) == slots
