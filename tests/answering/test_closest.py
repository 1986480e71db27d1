"""A sentence that no words settle is shown with what comes closest to it, and all that belongs beside it."""

from __future__ import annotations

import pytest

from bot.answering.closest import check_with_closest
from bot.answering.verdicts.checked import Checked
from bot.answering.verdicts.contract import check_json
from tests.answering.world import index


def checked(sentence: str) -> Checked:
    """Check a sentence against the made-up country."""
    return check_with_closest(index(), sentence)


def test_what_comes_closest_is_shown_with_its_source_and_no_verdict() -> None:
    found = checked("The Harrow bridge was inaugurated in May 2021")

    assert found.finding == "not covered"
    assert [each.entry for each in found.closest] == ["bridge-opened"]
    assert found.headline == "My sources neither confirm nor deny it in these words"
    assert found.citations
    assert "bridge-opened" not in {each.entry for each in found.nearest}


def test_a_dispute_is_shown_beside_it() -> None:
    found = checked("Tarnholm police had a toll for the market bombing")

    assert [each.entry for each in found.closest] == ["toll-police"]
    assert [each.entry for each in found.beside] == ["toll-health"]
    assert found.disputed
    assert found.headline.endswith(", but sources disagree")


@pytest.mark.parametrize(
    ("sentence", "finding"),
    [
        pytest.param("The Harrow bridge was opened on 12 May 2021.", "supported", id="supported"),
        pytest.param("The Harrow bridge was opened on 9 May 2021.", "contradicted", id="contradicted"),
        pytest.param("The Lorn Dialogue was held in Zembla.", "not covered", id="an unknown name"),
        pytest.param("Penguins swim well.", "not covered", id="nothing like it"),
    ],
)
def test_nothing_is_close_where_there_is_a_verdict_or_nothing_of_the_sort(
    sentence: str, finding: str
) -> None:
    found = checked(sentence)

    assert found.finding == finding
    assert not found.closest


def test_other_tools_get_it_apart_from_what_decides() -> None:
    found = check_json(checked("The Harrow bridge was inaugurated in May 2021"), 1.0)

    assert (found["verdict"], found["deciding"]) == ("not covered", [])
    assert [each["entry"] for each in found["closest"]] == ["bridge-opened"]
    assert found["citations"]
