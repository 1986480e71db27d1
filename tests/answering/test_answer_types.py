"""What asks for an age, a sum or an hour is not answered by what tells none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.answer_types import AnswerType, answer_type, tells
from bot.knowledge.model import Fact
from bot.knowledge.periods import Period
from tests.answering.entries import count
from tests.answering.world import found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how long did they talk", "duration"),
        ("how long ago was it", None),
        ("how long has it been banned", None),
        ("at what time did it begin", "time of day"),
        ("over what time period", None),
        ("how old was he", "age"),
        ("uski umar kya thi", "age"),
        ("how much money was paid", "money"),
        ("how many dollars was it", "money"),
        ("the group's income per year", "money"),
        ("its annual budget", "money"),
        ("where does its income come from", None),
        ("how much was paid", None),
        ("what was the bill for hosting the talks", "money"),
        ("how much did the talks cost", "money"),
        ("when was the bill for the harbour passed", None),
        ("what percentage of raids failed", "share"),
        ("who chaired the talks", None),
    ],
)
def test_a_question_fixes_a_type_of_answer(text: str, kind: AnswerType | None) -> None:
    assert answer_type(text) == kind


@pytest.mark.parametrize(
    ("kind", "statement", "told"),
    [
        ("duration", "The talks lasted three hours.", True),
        ("duration", "Ivo Brandt chaired the talks.", False),
        ("time of day", "It began at 9 a.m. on Monday.", True),
        ("time of day", "It began on Monday.", False),
        ("age", "He was 41 years old.", True),
        ("age", "The institute was founded in 2006.", True),
        ("age", "He chaired the talks.", False),
        ("money", "They paid $40 for it.", True),
        ("money", "They paid for it.", False),
        ("share", "Half of the raids failed.", True),
        ("share", "Forty raids failed.", False),
    ],
)
def test_an_entry_tells_of_a_type_or_not(kind: AnswerType, statement: str, *, told: bool) -> None:
    assert tells(kind, Fact(id="x", statement=statement)) == told


def test_days_that_an_entry_is_about_are_a_duration() -> None:
    held = Fact(id="x", statement="The talks were held.", period=Period.parse("2023-03-06/2023-03-07"))

    assert tells("duration", held)
    assert not tells("duration", replace(held, period=Period.parse("2023-03-06")))


def test_a_figure_tells_of_its_unit() -> None:
    assert tells("money", replace(count("x", "attacks", 9, "2023"), unit="million USD"))
    assert not tells("money", count("x", "attacks", 9, "2023"))


def test_what_tells_no_age_is_no_answer_to_how_old() -> None:
    assert found("Who chaired the Lorn Dialogue?") is not None
    assert found("How old was who chaired the Lorn Dialogue?") is None


def test_who_asks_for_a_type_of_an_entry_says_that_it_tells_one() -> None:
    river = Fact(id="x", statement="The river has 40 km.", asks=("How long is the river?", "river"))

    assert tells("duration", river)
    assert not tells("age", river)


def test_rupees_are_money_by_their_short_name() -> None:
    assert tells("money", Fact(id="x", statement="He was paid Rs 200,000."))
