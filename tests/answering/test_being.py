"""What is said to be, or to have been at a time or place, must be told so; another leader contradicts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.verdicts.judging import check
from bot.knowledge.model import Entity
from bot.knowledge.periods import Period
from tests.answering.counts import TODAY, build, fact

HELD = "A flower show was held on 9 March 2021."  # a Tuesday


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("The Harrow Brigade is on the black list of the bank.", "The Harrow Brigade is on the black list."),
        (HELD, "The flower show took place on 9 March 2021."),
        (HELD, "The flower show was on 9 March 2021."),
        (HELD, "The flower show was held on Tuesday, 9 March 2021."),
        ("IS-Valmora (IS-V) announced itself on 10 May 2015.", "IS-V announced itself on 10 May 2015."),
        (
            "The Harrow Brigade, a band based in Northmark, sings.",
            "The Harrow Brigade is based in Northmark.",
        ),
        ("The Harrow Brigade is a band in Northmark.", "The Harrow Brigade is a band based in Northmark."),
        ("The Harrow Brigade and Ivo Brandt held a fair.", "Ivo Brandt and the Harrow Brigade held a fair."),
        ("The Harrow Brigade held a fair.", "I read somewhere that the Harrow Brigade held a fair, right?"),
        ("The Harrow Brigade held a fair.", "Apparently, the Harrow Brigade actually held a fair."),
        ("Ivo Brandt led the Dutch side at the flower show.", "Ivo Brandt led the Dutch delegation."),
        ("Ivo Brandt led the Dutch delegation at the flower show.", "The Dutch side was led by Ivo Brandt."),
    ],
)
def test_a_sentence_is_supported_by_what_says_that_it_is_so(statement: str, sentence: str) -> None:
    assert check(build(fact("told", statement), IS_V), sentence, TODAY).finding == "supported"


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        # how it came to an end, or began, tells nothing of how it is
        (
            "The bank took the Harrow Brigade off its black list in 2022.",
            "The Harrow Brigade is on the black list.",
        ),
        ("The bank put the Harrow Brigade on its black list.", "The Harrow Brigade was off the black list."),
        (
            "The bank took the Harrow Brigade off its black list in 2022.",
            "The bank put the Harrow Brigade on its black list in 2022.",
        ),
        # what was announced on a day was not on that day
        ("The mayor announced a flower show on 3 March 2021.", "The flower show took place on 3 March 2021."),
        ("The mayor announced a flower show on 3 March 2021.", "The flower show was on 3 March 2021."),
        # a day of the week is a date, too
        (HELD, "The flower show was held on Sunday, 9 March 2021."),
        (HELD, "The flower show was held on a Sunday."),
        # a place goes with the date beside it
        (
            "Flower shows were held in Northmark in May 2020 and in Southmark in May 2021.",
            "A flower show was held in Northmark in May 2021.",
        ),
        ("The Harrow Brigade shut the mill in 2021.", "The Harrow Brigade was shut in 2021."),
        ("Ivo Brandt lived on the Dutch side of the border.", "Ivo Brandt lived on the Dutch delegation."),
    ],
)
def test_what_is_told_of_something_else_supports_nothing(statement: str, sentence: str) -> None:
    assert check(build(fact("told", statement)), sentence, TODAY).finding == "not covered"


IS_V = Entity(id="isv", name="IS-Valmora", type="group", aliases=("IS-V",))
WARDEN = replace(
    fact("warden", "Ivo Brandt was the warden of the harbour in May 2021.", "ivo-brandt"),
    period=Period.parse("2021-05"),
)
LED = replace(
    fact("led", "Ada Weld led Valmora's delegation at the flower show in May 2021.", "ada-weld"),
    period=Period.parse("2021-05"),
)


def test_what_somebody_is_he_may_have_been_at_other_times() -> None:
    assert (
        check(build(WARDEN), "Ivo Brandt was the warden of the harbour in July 2021.").finding
        == "not covered"
    )


def test_another_leader_of_a_delegation_contradicts() -> None:
    found = check(build(LED), "Ivo Brandt led Valmora's delegation at the flower show in May 2021.")
    assert (found.finding, found.compared[0].line) == (
        "contradicted",
        "The person differs: “Ivo Brandt”, but my source has “Ada Weld”.",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Ivo Brandt led Valmora's delegation at the flower show.",  # perhaps another show
        "Ivo Brandt led Northmark's delegation at the flower show in May 2021.",
        "Ivo Brandt led the choir at the flower show in May 2021.",
        "Ivo Brandt visited Valmora's delegation at the flower show in May 2021.",
        "Ivo Brandt led Valmora's delegation at the ferry race in May 2021.",
        "Ivo Brandt led the flower show in May 2021.",  # so may several
        "Ivo Brandt did not lead Valmora's delegation at the flower show in May 2021.",
        "Ivo Brandt and Ada Weld led Valmora's delegation at the flower show in May 2021.",
    ],
)
def test_what_several_may_lead_is_not_contradicted(sentence: str) -> None:
    assert check(build(LED), sentence).finding == "not covered"
