"""The questions that stand for entries: they name what an entry holds and assert nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.prompts import figure_prompts, prompt
from bot.knowledge.model import Claim, Entity, Entry, Event, Fact, Figure, Quote
from bot.knowledge.periods import Period
from tests.answering.entries import count
from tests.answering.world import pack

DEATHS = count("x", "deaths", 1063, "2023-01")


def test_the_questions_of_a_figure_name_what_it_holds() -> None:
    fvf = next(figure for figure in pack().of_kind(Figure) if figure.by)

    assert "how many attacks by FVF in Valmora in 2022" in figure_prompts(pack(), fvf)
    assert "how many attacks by FVF did ISS count in 2022" in figure_prompts(pack(), fvf)


@pytest.mark.parametrize("figure", [replace(DEATHS, label="one part"), replace(DEATHS, metric="turnips")])
def test_a_figure_that_its_metric_does_not_define_has_no_questions_of_its_own(figure: Figure) -> None:
    assert figure_prompts(pack(), figure) == []


@pytest.mark.parametrize(
    ("entry", "question"),
    [
        (Fact(id="x", statement="Tea is dear.", asks=("Is tea dear?", "Tea?")), "Is tea dear?"),
        (Fact(id="x", statement="Tea is dear.", asks=("tea price", "Is tea dear?")), "Is tea dear?"),
        (Fact(id="x", statement="Tea is dear.", asks=("tea price",)), "tea price"),
        (Entity(id="x", name="Alder"), "What is Alder?"),
        (Quote(id="x", words="No.", speaker="ivo-brandt"), "What did Ivo Brandt say?"),
        (
            Quote(id="x", words="No.", speaker="ivo-brandt", period=Period.parse("2023-02-15")),
            "What did Ivo Brandt say on 15 February 2023?",
        ),
        (Claim(id="x", claim="Tea is dear.", verdict="contradicted"), "Is it true: Tea is dear?"),
        (Fact(id="x", statement="Tea is dear."), "Is it true: Tea is dear?"),
        (Event(id="x", title="Tea is sold out"), "Is it true: Tea is sold out?"),
    ],
)
def test_the_question_that_stands_for_an_entry_asserts_nothing(entry: Entry, question: str) -> None:
    assert prompt(pack(), entry) == question


@pytest.mark.parametrize(
    "figure",
    [
        DEATHS,
        replace(DEATHS, asks=("alder deaths",)),
        replace(DEATHS, metric="turnips"),
        replace(DEATHS, label="people lost at sea"),
        replace(DEATHS, place=None, period=None, counted_by=None),
    ],
)
def test_the_question_of_a_figure_holds_no_value(figure: Figure) -> None:
    question = prompt(pack(), figure)

    assert question.endswith("?")
    assert "1,063" not in question


def test_the_question_of_a_figure_is_that_of_its_metric() -> None:
    asking = replace(pack().metrics["deaths"], question="How many were killed {where} {when}, by {who}?")
    whole = replace(pack(), metrics={"deaths": asking})

    assert prompt(whole, DEATHS) == "How many were killed in Valmora in January 2023, by ISS?"
