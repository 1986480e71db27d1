"""Features of a candidate become a probability."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.calibration import Calibration, Linear, by_meaning, by_words
from bot.answering.confidence import FEATURES, FEATURES_BY_MEANING
from bot.answering.forest import Forest

STUMP = "0>0.5 1>2 0>inf 0>inf 0>inf 0>inf 0>inf -1 -1 -2 -2 3 3 3 3"
"""A tree: at most half an apple is -1 and, with more than two pears, -2; more than that is 3."""
FRUIT = ("apples", "pears")


def confidence(model: Linear | Forest, **features: float) -> float:
    return Calibration(model).confidences([features])[0]


def test_the_calibrations_that_ship_rest_on_the_features_there_are() -> None:
    assert by_words().model.features == FEATURES
    assert by_meaning().model.features == FEATURES_BY_MEANING


@pytest.mark.parametrize("calibration", [by_words(), by_meaning()])
def test_the_bar_that_ships_is_higher_where_nobody_asked(calibration: Calibration) -> None:
    assert 0 < calibration.close < calibration.asked < calibration.unasked < 1


def test_without_weights_the_odds_are_even() -> None:
    assert confidence(Linear(0.0)) == 0.5


def test_weights_and_features_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="argument"):
        _ = confidence(Linear(0.0, (1.0,), FRUIT), apples=1, pears=1)


@pytest.mark.parametrize(
    ("apples", "pears", "odds"), [(0.5, 2, -1), (0.5, 3, -2), (0.6, 3, 3), (0.6, 0, 3), (-9, 9, -2)]
)
def test_a_tree_is_walked_by_its_tests(apples: float, pears: float, odds: float) -> None:
    assert Forest(FRUIT, 0.0, STUMP).log_odds([[apples, pears]]) == [odds]


def test_trees_are_summed_for_each_candidate() -> None:
    both = Forest(FRUIT, 0.5, f"\n{STUMP}\n{STUMP}\n")

    assert both.log_odds([[1, 0], [0, 0]]) == [6.5, -1.5]


shares = st.floats(0, 1)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(FEATURES), shares), st.floats(-30, 30), shares)
def test_confidence_is_a_probability(features: dict[str, float], intercept: float, weight: float) -> None:
    whole = dict.fromkeys(FEATURES, 0.0) | features

    assert 0 <= by_words().confidences([whole])[0] <= 1
    assert 0 <= confidence(Linear(intercept, (weight,), ("coverage",)), **whole) <= 1


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(FEATURES, shares)), shares)
def test_more_of_the_question_explained_never_means_less_confidence(
    features: dict[str, float], more: float
) -> None:
    less = features | {"coverage": features["coverage"] * more, "unknown": 1.0}

    assert by_words().confidences([less])[0] <= by_words().confidences([features])[0]
