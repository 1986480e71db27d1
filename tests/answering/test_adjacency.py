"""Words that stand side by side in the phrases of an entry speak for it."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import engine
from bot.answering.adjacency import Adjacent, Pairs
from bot.answering.ranking import rank
from bot.knowledge.model import Fact
from tests.answering.entries import GAZETTE
from tests.answering.world import pack

CODES = {word: number for number, word in enumerate("who led the side of brigade government".split())}
known_words = st.lists(st.sampled_from([*CODES, "unheard"]), max_size=6)
phrasings = st.lists(st.lists(st.sampled_from(list(CODES)), max_size=6), max_size=3)


def adjacent(*entries: list[list[str]]) -> Adjacent:
    """Return the pairs of entries, each given as its phrases; those of each entry are read at once."""
    pairs = Pairs()
    for entry in filter(None, entries):
        flat = [code for phrase in entry for code in (*(CODES[word] for word in phrase), -1)]
        words = np.array(flat, dtype=np.int32)
        pairs.add(words, np.flatnonzero(words == -1), np.arange(len(entry)))
    return pairs.settled([0, *accumulate(map(len, entries))], CODES)


def pairs_of(words: list[str]) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring words, of which nothing stands before the first."""
    return set(pairwise(["", *words]))


def test_of_two_entries_with_the_same_words_the_one_that_has_them_side_by_side_has_more() -> None:
    found = adjacent([["who", "led", "the", "government", "side"]], [["the", "side", "of", "government"]])
    question = ("the", "government", "side")

    assert found.share(question, 0) == 2 / 3
    assert found.share(question, 1) == pytest.approx(1 / 3)


def test_a_phrase_that_is_the_question_is_nearest_and_longer_ones_are_farther() -> None:
    found = adjacent([["the", "side"]], [["the", "side", "of", "government"]], [])
    question = ("the", "side")

    assert [found.nearest(question, entry) for entry in range(3)] == [1, 2 / 3, 0]
    assert found.nearest_of_all(question) == (1, 1)


def test_without_words_or_phrases_nothing_is_near() -> None:
    found = adjacent([["the", "side"]])

    for words in ((), ("unheard", "words")):
        assert (found.share(words, 0), found.nearest(words, 0)) == (0, 0)
    assert adjacent([]).nearest_of_all(("the", "side")) == (0, 0)


@settings(deadline=None)
@given(st.lists(phrasings, min_size=1, max_size=4), known_words)
def test_an_entry_has_just_the_pairs_of_its_phrases(
    entries: list[list[list[str]]], question: list[str]
) -> None:
    found, wanted = adjacent(*entries), pairs_of(question)
    words, total = tuple(question), len(wanted) or 1

    nearest, shares = [0.0], [0.0]
    for position, entry in enumerate(entries):
        held = [pairs_of(phrase) for phrase in entry]
        assert found.share(words, position) == len(wanted & set().union(*held)) / total
        dice = [2 * len(wanted & own) / (len(wanted) + len(own) or 1) for own in held]
        assert found.nearest(words, position) == pytest.approx(max(dice, default=0))
        nearest += dice
        shares += [len(wanted & own) / total for own in held]
    assert found.nearest_of_all(words) == pytest.approx((max(nearest), max(shares)))


def test_whose_side_is_asked_for_decides_between_two_facts_about_both_sides() -> None:
    facts = [
        Fact(
            id=f"{side}-head",
            statement=f"{name} led the {side} side at the harbour talks; on the other stood the {other}.",
            asks=(f"Who led the {side} side at the harbour talks?",),
            citations=(GAZETTE,),
        )
        for side, other, name in (("mill", "quay", "Ada Holm"), ("quay", "mill", "Bo Lind"))
    ]
    index = engine.build_index(replace(pack(), entries={fact.id: fact for fact in facts}))

    for fact in facts:
        side = fact.id.removesuffix("-head")
        ranked = rank(index, index.read(f"who was heading the {side} side in the harbour talks"))
        assert index.entries[ranked[0].position].entry.id == fact.id
