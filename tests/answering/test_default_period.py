"""Undated, a question means the time that the pack is about, where an entry of it tells as much."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answered, Context
from bot.answering.index import Index
from bot.answering.ranking import rank
from bot.answering.verdicts.judging import check
from bot.english import CommonEnglish
from bot.knowledge.model import Entity, Event, Fact
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, TODAY, build


def talks(key: str, day: str, *, place: str = "Tarnholm") -> Event:
    """Return one round of the talks."""
    return Event(
        id=key,
        title=f"Round of the Lorn talks in {place}",
        asks=(f"When were the Lorn talks of {day[:4]}?",),
        about=("lorn-talks",),
        period=Period.parse(day),
        citations=(GAZETTE,),
    )


@cache
def index() -> Index:
    """Return three rounds of the talks, of which the pack is about the second, and other talks."""
    built = build(
        Entity(id="lorn-talks", name="Lorn talks", type="process"),
        Entity(id="harbour-talks", name="Harbour talks", type="process"),
        talks("first", "2020-05-10"),
        talks("second", "2022-05-10"),
        talks("third", "2023-05-10", place="Northmark"),
        Fact(
            id="harbour",
            statement="The second round of the Harbour talks was opened in Southmark on 3 May 2021.",
            asks=("When was the second round of the Harbour talks?",),
            about=("harbour-talks",),
            period=Period.parse("2021-05-03"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="held",
            statement="The Lorn talks were opened in Tarnholm on 10 May 2022.",
            asks=("Where were the talks opened?",),
            about=("lorn-talks",),
            period=Period.parse("2022-05-10"),
            citations=(GAZETTE,),
        ),
    )
    pack = replace(built.pack, default_period=Period.parse("2022-05-10"))
    return engine.build_index(pack, CommonEnglish())


def removed(question: str) -> dict[str, str | None]:
    """Return what removed each candidate."""
    return {
        index().entries.bare[each.position].id: each.removed_by
        for each in rank(index(), index().read(question))
    }


def test_undated_the_round_that_the_pack_is_about_is_meant() -> None:
    found = removed("When were the Lorn talks?")

    assert found["second"] is None
    assert found["first"] == found["third"] == "another period"


@pytest.mark.parametrize(
    "question",
    ["When were the Lorn talks of 2023?", "When was the round of the Lorn talks in Northmark?"],
)
def test_another_round_is_meant_where_something_tells_so(question: str) -> None:
    assert removed(question)["third"] is None


def test_what_names_nothing_means_the_topic_however_near_another_time_is() -> None:
    third = replace(index().pack.entries["third"], asks=("where were the talks",))
    built = engine.build_index(replace(index().pack, entries={**index().pack.entries, "third": third}))
    found = {
        built.entries.bare[each.position].id: each.removed_by
        for each in rank(built, built.read("talks where"))
    }

    assert found["held"] is None
    assert found["third"] == "another period"


def test_what_is_told_is_the_usual_round() -> None:
    found = engine.answer(index(), "When were the Lorn talks?", engine.Ask(as_of=TODAY))

    assert isinstance(found, Answered)
    assert found.main.entry in {"second", "held"}


@pytest.mark.parametrize(
    ("sentence", "finding"),
    [
        pytest.param("The talks were opened in Southmark.", "not covered", id="another's place"),
        pytest.param("The talks were opened in Tarnholm.", "supported", id="their place"),
        pytest.param(
            "The second round of the Harbour talks was opened in Southmark.", "supported", id="those named"
        ),
    ],
)
def test_the_talks_of_a_sentence_are_those_that_the_pack_is_about(sentence: str, finding: str) -> None:
    assert check(index(), sentence, TODAY).finding == finding


def test_the_round_before_another_is_not_the_usual_one() -> None:
    second = replace(index().pack.entries["second"], asks=("When was the round before?",))
    built = engine.build_index(replace(index().pack, entries={**index().pack.entries, "second": second}))
    about = Context(("first",), "When were the Lorn talks of 2020?")

    assert isinstance(engine.answer(built, "When was the round before"), Answered)
    assert not isinstance(engine.answer(built, "and the round before?", engine.Ask(about=about)), Answered)
