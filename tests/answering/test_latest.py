"""The latest of what is held again and again is the one that took place last, of those that are asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering import engine
from bot.answering.index import Index
from bot.english import CommonEnglish
from bot.knowledge.model import Entity, Event
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, build


def held(key: str, day: str, process: str, *about: str, title: str) -> Event:
    """Return one of what is held again and again."""
    return Event(
        id=key,
        title=title,
        statement=f"{title} on {Period.parse(day).describe()}.",
        asks=(f"When was it that {title}?",),
        about=(process, *about),
        period=Period.parse(day),
        citations=(GAZETTE,),
    )


@cache
def index() -> Index:
    """Return three rounds of the talks that the pack is about, two of others, and of one more only one."""
    built = build(
        Entity(id="lorn-talks", name="Lorn Talks", type="process"),
        Entity(id="harbour-board", name="Harbour Board", type="process"),
        Entity(id="river-talks", name="River Talks", type="process"),
        Entity(id="ann", name="Ann Lund", type="person"),
        Entity(id="eastmark", name="Eastmark", type="place"),
        held("first", "2020-05-10", "lorn-talks", "eastmark", title="The Lorn talks met in Eastmark"),
        held(
            "second", "2022-05-10", "lorn-talks", "northmark", title="The Lorn talks were held in Northmark"
        ),
        held("third", "2023-05-10", "lorn-talks", "eastmark", title="The Lorn talks met in Eastmark"),
        held("board-one", "2018-01-03", "harbour-board", title="The Harbour Board met"),
        held("board-two", "2019-01-03", "harbour-board", title="The Harbour Board met"),
        held("river", "2023-09-03", "river-talks", title="The River talks were held"),
    )
    pack = replace(built.pack, default_period=Period.parse("2022-05-10"))
    return engine.build_index(pack, CommonEnglish())


@pytest.mark.parametrize(
    ("question", "day"),
    [
        pytest.param("When were the latest talks?", "2023-05-10", id="those that the pack is about"),
        pytest.param("When were the most recent talks held?", "2023-05-10", id="in two words"),
        pytest.param("When were the last Lorn talks?", "2023-05-10", id="named"),
        pytest.param("When were the last talks in Northmark?", "2022-05-10", id="in a place"),
        pytest.param("When was the last meeting of the Harbour Board?", "2019-01-03", id="other talks"),
    ],
)
def test_the_latest_has_the_date_of_the_last_that_took_place(question: str, day: str) -> None:
    (mention,) = index().read(question).periods

    assert mention.alternatives == (Period.parse(day),)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("When were the recent talks?", id="recent is not the latest"),
        pytest.param("How long did the talks last?", id="a verb"),
        pytest.param("What was the last word of Ann Lund at the talks?", id="the latest of something else"),
        pytest.param("When were the last talks in Southmark?", id="where none were held"),
        pytest.param("When were the last River Talks?", id="held but once"),
        pytest.param("When did the board last hold a meeting?", id="no word of it behind"),
        pytest.param("When was the last", id="of what is not said"),
        pytest.param("When was the last board?", id="of other talks than the pack is about"),
        pytest.param("last big red boat race won here", id="of no word for any"),
    ],
)
def test_nothing_else_is_dated_by_what_was_last(question: str) -> None:
    assert index().read(question).periods == ()


def test_the_latest_in_a_year_is_of_that_year() -> None:
    (mention,) = index().read("When were the last talks in 2020?").periods

    assert mention.alternatives == (Period.parse("2020"),)
