"""A sentence that has the opposite of what an entry says, and the same in all else, is contradicted."""

from __future__ import annotations

import pytest

from bot.answering.verdicts.judging import check
from tests.answering.counts import build, fact

TOLD = (
    fact("thanked", "Ada Weld thanked the Harrow Brigade at the fair in May 2021.", "ada-weld"),
    fact("fell", "Attacks on bridges in Northmark fell by 51 percent in 2021.", "northmark"),
    fact("undated", "Ivo Brandt praised the old ferryman.", "ivo-brandt"),
    fact("refused", "Ivo Brandt did not refuse the flower prize.", "ivo-brandt"),
    fact("claimed", "The Free Valmora Front claimed the raid on the mill.", "fvf"),
)


@pytest.mark.parametrize(
    ("sentence", "entry"),
    [
        ("Ada Weld blamed the Harrow Brigade at the fair in May 2021.", "thanked"),
        ("Ivo Brandt blamed the old ferryman.", "undated"),
        ("Attacks on bridges in Northmark rose by 51 percent in 2021.", "fell"),
    ],
)
def test_the_opposite_of_what_an_entry_says_is_contradicted(sentence: str, entry: str) -> None:
    found = check(build(*TOLD), sentence)
    assert (found.finding, [each.entry for each in found.deciding]) == ("contradicted", [entry])


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada Weld blamed the Harrow Brigade at the fair in May 2022.",  # then she may have
        "Ada Weld blamed the Harrow Brigade at the fair.",  # so she may have at another one
        "Attacks on bridges in Northmark rose.",
        "Ada Weld blamed Ivo Brandt at the fair in May 2021.",
        "Ada Weld blamed the Harrow Brigade at the harbour in May 2021.",
        "Ada Weld did not blame the Harrow Brigade at the fair in May 2021.",
        "Ada Weld visited the Harrow Brigade at the fair in May 2021.",
        "Ivo Brandt accepted the flower prize.",
        "The Free Valmora Front denied the raid on the mill.",  # one of it may claim what another denies
    ],
)
def test_what_may_be_true_besides_is_not(sentence: str) -> None:
    assert check(build(*TOLD), sentence).finding == "not covered"
