"""Of entities that share a short name, the one that is named in full is meant and no other."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answered
from bot.answering.index import Index
from bot.answering.namesakes import namesakes
from bot.knowledge.model import Citation, Entity, Fact
from tests.answering.world import pack

CITED = (Citation(source="gazette"),)
ENTITIES = (
    Entity(id="hill", name="Hill Guard", aliases=("Guard",)),
    Entity(id="river", name="River Guard", aliases=("RG",)),
    Entity(id="lone", name="Lone Order", aliases=("Order",)),
)
FACTS = (
    Fact(
        id="river-ban",
        statement="The River Guard was banned on 3 May 2020.",
        asks=("When was the Guard banned?", "Since when is the River Guard banned?", "Guard ban date"),
        about=("river",),
        citations=CITED,
    ),
    Fact(
        id="hill-song",
        statement="The song of the Hill Guard was written in 1920.",
        asks=("When was the song of the Guard written?", "Hill Guard song year"),
        citations=CITED,
    ),
    Fact(
        id="hill-boats",
        statement="The Hill Guard sold its boats in 2019.",
        asks=("When did the Hill Guard sell its boats?", "Hill Guard boats sold"),
        about=("hill",),
        citations=CITED,
    ),
)


@cache
def index() -> Index:
    """Return a small pack with two guards, built once."""
    return engine.build_index(replace(pack(), entries={each.id: each for each in (*ENTITIES, *FACTS)}))


def found(question: str) -> str | None:
    """Return the entry that answers a question; none if it is not answered."""
    told = engine.answer(index(), question)
    return told.main.entry if isinstance(told, Answered) else None


def test_only_short_names_that_end_another_s_are_shared() -> None:
    assert namesakes(ENTITIES).keys() == {"hill"}


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        pytest.param("When was the River Guard banned?", "river-ban", id="its own full name"),
        pytest.param("When was the Guard banned then?", "river-ban", id="the short name may be either's"),
        pytest.param("When was the Hill Guard banned?", None, id="the other's full name"),
        pytest.param("When was the Hill Guard song written?", "hill-song", id="named in its text alone"),
        pytest.param("When did the Hill Guard sell all its boats?", "hill-boats", id="about the other"),
    ],
)
def test_what_has_the_short_name_only_is_not_about_the_other(question: str, entry: str | None) -> None:
    assert found(question) == entry
