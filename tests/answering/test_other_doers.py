"""Of somebody is not told what the entry says that another did."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer
from bot.answering.index import Index
from bot.answering.verdicts.other_doers import asked_to_have_done, done_by_another
from bot.knowledge.model import Entity, Event, Quote
from bot.knowledge.periods import Period
from tests.answering.counts import GAZETTE, TODAY, build, fact


@cache
def index() -> Index:
    """Return bodies and people of whom each did something."""
    return build(
        Entity(id="fen", name="Fen Council", type="group"),
        Entity(id="office", name="Reed Office", type="body"),
        Entity(id="desk", name="Harbour Desk", type="body", part_of=("office",)),
        Entity(id="moor", name="Moor League", type="group"),
        Entity(id="ada", name="Ada Stone", type="person", part_of=("fen",)),
        Entity(id="ivo", name="Ivo Marsh", type="person"),
        fact("ban", "The Harbour Desk banned the Moor League in 2019.", "desk", "moor", "fen"),
        fact("visit", "Ada Stone visited Ivo Marsh in Lorn.", "ada", "ivo", "fen"),
        fact("role", "The Fen Council was there when the Harbour Desk moved the Moor League.", "fen"),
        fact("pier", "The Reed Office closed the pier in 2020.", "office"),
        fact("grant", "The Reed Office suspended its grants to the Moor League in 2020.", "office", "moor"),
        Entity(id="vale", name="Vale Society", type="body"),
        fact("class", "The Reed Office trained nine guards in the Vale Society in 2020.", "office", "vale"),
        Quote(id="ours", words="Today we are closing the old pier.", speaker="ivo", citations=(GAZETTE,)),
        Entity(id="kai", name="Kai Holm", type="person"),
        Event(
            id="opened",
            title="The Reed Office opened the pier",
            about=("office",),
            period=Period.parse("2021-05-04"),
            citations=(GAZETTE,),
        ),
        fact("law", "The law was amended in 2018 after a vote.", "fen"),
    )


def another(question: str, entry: str) -> bool:
    """Whether an entry says of another what a question asks."""
    asked = asked_to_have_done(index().read(question, TODAY))
    return done_by_another(index(), asked, index().pack.entries[entry])


@pytest.mark.parametrize(
    ("question", "entry", "other"),
    [
        pytest.param("When did the Fen Council ban the Moor League?", "ban", True, id="another body"),
        pytest.param("When did the Harbour Desk ban the Moor League?", "ban", False, id="that body"),
        pytest.param("When did the Reed Office ban the Moor League?", "ban", False, id="what it is part of"),
        pytest.param("When did the Harbour Desk close the pier?", "pier", False, id="a part of it"),
        pytest.param("When did the Fen Council move the Moor League?", "role", False, id="named beside it"),
        pytest.param(
            "When did the Moor League move the Harbour Desk?", "role", False, id="done to it, both named"
        ),
        pytest.param("When did Ada Stone ban the Moor League?", "ban", False, id="a person may act for it"),
        pytest.param("Has the Fen Council visited Ivo Marsh?", "visit", False, id="a person of it"),
        pytest.param("Has Ivo Marsh visited Ada Stone?", "visit", False, id="who meets may be met"),
        pytest.param("Has Kai Holm visited Ivo Marsh?", "visit", True, id="another person"),
        pytest.param("Does the Fen Council ban the Moor League?", "ban", True, id="does"),
        pytest.param("When did the Fen Council open the pier?", "opened", True, id="an event"),
        pytest.param("Did the Reed Office visit Ivo Marsh?", "visit", False, id="a body and a person"),
        pytest.param("When did the Fen Council amend the law?", "law", False, id="nobody is said to have"),
        pytest.param("the Fen Council ban of the Moor League", "ban", False, id="no question of who did"),
        pytest.param("When was the Moor League banned by the Fen Council?", "ban", True, id="a passive"),
        pytest.param("When was the Moor League banned by the Harbour Desk?", "ban", False, id="by that body"),
        pytest.param("by the Fen Council", "ban", False, id="nothing before by"),
        pytest.param("Did the Fen Council", "ban", False, id="no verb"),
        pytest.param("Did Ada Stone ban it?", "fen", False, id="a card"),
        pytest.param("When did the Moor League suspend its grants?", "grant", True, id="to whom it was done"),
        pytest.param("How many guards has the Vale Society trained?", "class", True, id="where it was done"),
        pytest.param(
            "When did the Fen Council blacklist the Moor League?", "ban", True, id="done to the same"
        ),
        pytest.param("When did the Fen Council openly ban the Moor League?", "ban", True, id="an adverb"),
        pytest.param("When did the Fen Council and the Moor League meet?", "ban", False, id="two"),
        pytest.param("When did the Fen Council blacklist the harbour?", "ban", False, id="done to another"),
        pytest.param("Why did the Fen Council close the old pier?", "ours", True, id="a speaker's own side"),
        pytest.param("Why did Ivo Marsh close the old pier?", "ours", False, id="the speaker"),
        pytest.param("Why did the Fen Council paint the old pier?", "ours", False, id="not said"),
    ],
)
def test_an_entry_of_another_who_did_so_is_told_by_its_own_sentences(
    question: str, entry: str, *, other: bool
) -> None:
    assert another(question, entry) == other


def test_names_that_stood_in_another_sentence_are_not_looked_for_in_this_one() -> None:
    reading = index().read("When did the Fen Council ban the Moor League?", TODAY)
    assert asked_to_have_done(replace(reading, dated_in="Something else.")) == []


def test_such_an_entry_answers_nothing() -> None:
    told = answer(index(), "When did the Harbour Desk ban the Moor League?", Ask(as_of=TODAY))
    found = answer(index(), "When did the Fen Council ban the Moor League?", Ask(as_of=TODAY))

    assert isinstance(told, Answered)
    assert told.main.entry == "ban"
    assert not isinstance(found, Answered)
    assert [each.removed_by for each in found.trace.candidates if each.entry == "ban"] == ["another did that"]
