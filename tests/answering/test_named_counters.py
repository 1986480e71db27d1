"""A sentence that says who counted is held against the counts of that body, and not of others."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering.index import Index
from bot.answering.verdicts.judging import check
from bot.knowledge.model import Conflict
from tests.answering.counts import TODAY, build, count


@cache
def index() -> Index:
    """Return the counts with one of the ISS of which its note gives another's number and an older one."""
    return build(
        count(
            "iss-2019",
            50,
            "2019",
            note="At first it was 48; the PCM counted 60.",
            conflicts=(Conflict(entry="a-pcm-2019"),),
        )
    )


@pytest.mark.parametrize(
    ("sentence", "finding"),
    [
        pytest.param("The ISS counted 50 attacks in Valmora in 2019.", "supported", id="its own"),
        pytest.param("The PCM counted 60 attacks in Valmora in 2019.", "supported", id="the other's own"),
        pytest.param("The ISS counted 60 attacks in Valmora in 2019.", "contradicted", id="another's"),
        pytest.param(
            "The PCM counted 50 attacks in Valmora in 2019.", "contradicted", id="that of the first"
        ),
        pytest.param("The ISS counted 48 attacks in Valmora in 2019.", "not covered", id="an older one"),
        pytest.param("There were 55 attacks in Valmora in 2019.", "contradicted", id="nobody's"),
    ],
)
def test_whose_count_it_is_decides(sentence: str, finding: str) -> None:
    assert check(index(), sentence, TODAY).finding == finding
