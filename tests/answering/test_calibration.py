"""Evidence becomes a probability that rises with what speaks for an entry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.calibration import DEFAULT, FEATURES, Calibration, features
from bot.answering.ranking import rank
from tests.answering.world import index

EVIDENCE = next(
    ranked.evidence
    for ranked in rank(index(), index().reader.read("When was the Lorn Dialogue held?"))
    if ranked.evidence
)


def test_the_default_has_a_weight_for_every_feature() -> None:
    assert len(DEFAULT.weights) == len(FEATURES) == len(features(EVIDENCE))


def test_without_weights_the_odds_are_even() -> None:
    assert Calibration(0.0, (0.0,) * len(FEATURES)).confidence(EVIDENCE) == 0.5


def test_too_few_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        Calibration(0.0, (1.0,)).confidence(EVIDENCE)


def test_what_is_answered_must_be_surer_than_what_is_offered_and_no_less_sure_where_nobody_asked() -> None:
    assert 0 < DEFAULT.close < DEFAULT.asked <= DEFAULT.unasked < 1


@pytest.mark.parametrize("part", ["alike", "coverage"])
def test_more_likeness_means_more_confidence(part: str) -> None:
    less, more = replace(EVIDENCE, **{part: 0.1}), replace(EVIDENCE, **{part: 0.9})

    assert DEFAULT.confidence(less) < DEFAULT.confidence(more)


def test_unknown_words_mean_less_confidence() -> None:
    unknown, known = replace(EVIDENCE, unknown=0.9), replace(EVIDENCE, unknown=0.0)

    assert DEFAULT.confidence(unknown) < DEFAULT.confidence(known)


shares = st.floats(0, 1)
weights = st.lists(st.floats(-30, 30), min_size=len(FEATURES), max_size=len(FEATURES)).map(tuple)


@settings(max_examples=60, deadline=None)
@given(st.floats(-30, 30), weights, shares, shares)
def test_confidence_is_a_probability(
    intercept: float, weights: tuple[float, ...], nearest: float, coverage: float
) -> None:
    evidence = replace(EVIDENCE, nearest=nearest, coverage=coverage)

    assert 0 <= Calibration(intercept, weights).confidence(evidence) <= 1


def test_the_bar_that_ships_is_higher_where_nobody_asked() -> None:
    assert DEFAULT.close < DEFAULT.asked < DEFAULT.unasked
