"""The sentences of bench/claims, written before anything could check them, hold the checker."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from bot.answering.verdicts.judging import check
from tests.packs.dialogue import index

ROOT = Path(__file__).parents[2]


class Changed(TypedDict):
    """A sentence in which something was changed."""

    sentence: str
    slot: str


@cache
def findings(split: str, wanted: str) -> tuple[str, ...]:
    """Return what the sentences of one kind are found to be."""
    text = (ROOT / "bench" / "claims" / "dialogue.yaml").read_text("utf-8")
    rows: list[str | Changed] = yaml.safe_load(text)[wanted][split]
    sentences = (row if isinstance(row, str) else row["sentence"] for row in rows)
    return tuple(check(index(), sentence).finding for sentence in sentences)


@pytest.mark.sweep
@pytest.mark.parametrize("split", ["tune", "report"])
@pytest.mark.parametrize("wanted", ["contradicted", "not covered"])
def test_nothing_else_is_ever_called_supported(split: str, wanted: str) -> None:
    assert findings(split, wanted).count("supported") == 0


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("PIPS says attacks went down by 17 percent from 2022 to 2023.", id="fell for rose"),
        pytest.param("The TTP claimed the Kahan roadside bomb.", id="one of several attacks"),
        pytest.param("FATF was grey-listed by Pakistan in June 2018.", id="who did it to whom"),
        pytest.param(
            "In September 2018 the Pentagon cancelled 400 million dollars in Coalition Support Funds.",
            id="other dollars",
        ),
    ],
)  # fmt: skip
def test_what_is_turned_round_is_not_called_supported(sentence: str) -> None:
    assert check(index(), sentence).finding != "supported"


@pytest.mark.parametrize(
    "sentence",
    [
        "PIPS says attacks went up by 17 percent from 2022 to 2023.",
        "In September 2018 the Pentagon cancelled 300 million dollars in Coalition Support Funds.",
        "The TTP was banned by Pakistan on 25 August 2008.",
    ],
)
def test_the_same_in_other_words_is_supported(sentence: str) -> None:
    assert check(index(), sentence).finding == "supported"


@pytest.mark.parametrize("split", ["tune", "report"])
@pytest.mark.parametrize("wanted", ["supported", "contradicted"])
def test_most_of_what_the_sources_decide_is_decided_rightly(split: str, wanted: str) -> None:
    found = findings(split, wanted)

    assert found.count(wanted) >= 0.7 * len(found)
