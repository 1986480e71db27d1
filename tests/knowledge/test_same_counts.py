"""Two figures that count the same must say that they disagree, or what tells them apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.knowledge.model import Conflict, Figure
from bot.knowledge.periods import Period
from tests.knowledge.good_pack import FIGURE, found, only, pack

TOLL = replace(FIGURE, period=Period.parse("2023-01"), counted_by="pakistan")
OTHER = replace(TOLL, id="other", value=139)


def test_figures_that_differ_and_name_no_conflict_are_found() -> None:
    assert only(pack(TOLL, OTHER)) == (
        "warning entry other value: the figure 'toll' counts the same and says 134; "
        "add conflicts: [toll], or tell the two apart by a label, place or period"
    )


def test_so_is_a_figure_that_stands_there_twice() -> None:
    finding = only(pack(TOLL, replace(OTHER, value=134)))

    assert (
        "the figure 'toll' counts the same and has the same value; keep one of the two, with both citations"
        in finding
    )


def test_the_default_place_need_not_be_written() -> None:
    assert len(found(pack(TOLL, replace(OTHER, place=None), default_place="pakistan"))) == 1


def test_another_upper_end_or_qualifier_says_something_else() -> None:
    wide = replace(OTHER, value=134, value_max=150)
    hedged = replace(OTHER, value=134, qualifier="at least")

    assert "counts the same and says 134; add" in only(pack(TOLL, wide))
    assert "counts the same and says 134; add" in only(pack(TOLL, hedged))
    assert "says at least 134 to 150; add" in only(
        pack(replace(wide, qualifier="at least"), replace(TOLL, id="z"))
    )


@pytest.mark.parametrize("which", [TOLL, OTHER])
def test_a_conflict_on_either_side_will_do(which: Figure) -> None:
    other = OTHER if which is TOLL else TOLL

    assert found(pack(other, replace(which, conflicts=(Conflict(entry=other.id),)))) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(OTHER, period=Period.parse("2023-02")),
        replace(OTHER, period=None),
        replace(OTHER, counted_by="price"),
        replace(OTHER, counted_by=None),
        replace(OTHER, unit="policemen", label="policemen"),
        replace(OTHER, place=None),
        replace(OTHER, label="policemen"),
        replace(OTHER, by=("price",)),
        replace(OTHER, event="price"),
        replace(OTHER, status="withdrawn"),
    ],
)
def test_what_counts_something_else_is_none_of_it(other: Figure) -> None:
    assert found(pack(TOLL, other)) == []
