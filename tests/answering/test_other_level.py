"""What one body of a kind did is not told of another of a higher or lower level."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering.index import Index
from bot.answering.verdicts.crosscheck import told_otherwise
from bot.knowledge.model import Entity, Quote
from tests.answering.counts import GAZETTE, TODAY, build, fact


@cache
def index() -> Index:
    """Return what an assembly did that has a name."""
    return build(
        Entity(id="assembly", name="Northmark Assembly", type="body"),
        Entity(id="ivo", name="Ivo Marsh", type="person"),
        fact("vote", "The Northmark Assembly voted for the merger in 2018.", "assembly"),
        fact("some", "The assembly voted; the Northmark Assembly was one of nine.", "assembly"),
        fact("national", "The Northmark Assembly sent its vote to the national council.", "assembly"),
        Quote(id="said", words="The Northmark Assembly voted.", speaker="ivo", citations=(GAZETTE,)),
    )


@pytest.mark.parametrize(
    ("question", "entry", "reason"),
    [
        pytest.param("When did the national assembly vote?", "vote", "names something else", id="another"),
        pytest.param("When did the Northmark Assembly vote?", "vote", None, id="that one"),
        pytest.param("When did the assembly vote?", "vote", None, id="no level"),
        pytest.param("When did the national assembly vote?", "some", None, id="not only in the name"),
        pytest.param("When did the national assembly vote?", "national", None, id="it names that level"),
        pytest.param("When did the national assembly vote?", "said", None, id="words of somebody"),
        pytest.param("When did the national council vote?", "vote", None, id="another body"),
    ],
)
def test_a_body_is_told_from_those_of_other_levels(question: str, entry: str, reason: str | None) -> None:
    told = told_otherwise(index(), index().read(question, TODAY))

    assert (told and told(index().pack.entries[entry])) == reason
