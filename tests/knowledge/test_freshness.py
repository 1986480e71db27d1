"""What is past its review date is found, the most used first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.freshness import Overdue, is_overdue, overdue
from tests.knowledge.good_pack import CITED, EVENT, FACT, FIGURE, PAKISTAN, QUOTE, pack

DUE = date(2026, 7, 31)
LATER = date(2026, 8, 31)
AFTER = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("review_by", "today", "over"),
    [
        (DUE, date(2026, 8, 1), True),
        (DUE, DUE, False),
        (DUE, None, False),
        (None, AFTER, False),
    ],
)
def test_a_review_date_is_over_the_day_after_it(
    review_by: date | None, today: date | None, *, over: bool
) -> None:
    assert is_overdue(review_by, today) is over


def test_nothing_is_overdue_before_its_date() -> None:
    assert overdue(pack(replace(FACT, review_by=DUE)), DUE) == ()
    assert overdue(pack(), AFTER) == ()


def test_the_longest_overdue_come_first_where_uses_are_not_known() -> None:
    whole = pack(
        replace(FACT, review_by=LATER), replace(EVENT, review_by=DUE), replace(QUOTE, review_by=LATER)
    )

    assert [(row.entry, row.uses) for row in overdue(whole, AFTER)] == [
        ("talks", None),
        ("dates", None),
        ("remark", None),
    ]


def test_the_most_used_come_first_with_their_place() -> None:
    whole = replace(
        pack(replace(FACT, review_by=LATER), replace(EVENT, review_by=DUE)), places={"dates": "facts.yaml:3"}
    )

    assert overdue(whole, AFTER, {"dates": 7, "gone": 9}) == (
        Overdue("dates", LATER, "facts.yaml:3", 7),
        Overdue("talks", DUE, "", 0),
    )


def test_what_is_not_answered_is_not_due() -> None:
    draft, name = replace(FIGURE, review_by=DUE, status="draft"), replace(PAKISTAN, review_by=DUE)
    told = replace(name, description="A state.", citations=CITED)

    assert overdue(pack(draft, name), AFTER) == ()
    assert [row.entry for row in overdue(pack(draft, told), AFTER)] == ["pakistan"]
