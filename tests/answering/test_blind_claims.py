"""The sentences of bench/claims, written before anything could check them, hold the checker."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from bot.answering.index import Index
from bot.answering.verdicts.judging import check
from bot.library import indexed
from bot.packs import load_pack

ROOT = Path(__file__).parents[2]


class Changed(TypedDict):
    """A sentence in which something was changed."""

    sentence: str
    slot: str


@cache
def live() -> Index:
    """Return the index of the dialogue pack."""
    return indexed(lambda: load_pack(ROOT / "knowledge" / "dialogue", questions=False))


@cache
def findings(split: str, wanted: str) -> tuple[str, ...]:
    """Return what the sentences of one kind are found to be."""
    text = (ROOT / "bench" / "claims" / "dialogue.yaml").read_text("utf-8")
    rows: list[str | Changed] = yaml.safe_load(text)[wanted][split]
    sentences = (row if isinstance(row, str) else row["sentence"] for row in rows)
    return tuple(check(live(), sentence).finding for sentence in sentences)


@pytest.mark.sweep
@pytest.mark.parametrize("split", ["tune", "report"])
@pytest.mark.parametrize("wanted", ["contradicted", "not covered"])
def test_nothing_else_is_ever_called_supported(split: str, wanted: str) -> None:
    assert findings(split, wanted).count("supported") == 0


@pytest.mark.parametrize("split", ["tune", "report"])
@pytest.mark.parametrize("wanted", ["supported", "contradicted"])
def test_most_of_what_the_sources_decide_is_decided_rightly(split: str, wanted: str) -> None:
    found = findings(split, wanted)

    assert found.count(wanted) >= 0.7 * len(found)
