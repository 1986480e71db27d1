"""Of which kind of thing it is asked which it was, an entry must speak: no district is told by a day."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answering.asked_kinds import asked_kinds, tells_of
from bot.answering.constraints import contradiction
from bot.answering.index import Index
from bot.knowledge.model import Entity
from tests.answering.counts import TODAY, build, fact


@cache
def index() -> Index:
    """Return a raid in a district, what a minister did, and a treaty in a language."""
    return build(
        Entity(id="oster", name="Oster", type="district", part_of=("northmark",)),
        Entity(id="mill", name="Mill League", type="armed group"),
        Entity(id="thing", name="Old Ledger"),
        fact("raid", "The Mill League raided a farm in Oster at dawn.", "oster", "mill", "thing"),
        fact("plain", "The Mill League raided a farm at dawn.", "mill"),
        fact("minister", "A minister of Valmora opened the farm.", "valmora"),
        fact("treaty", "The treaty of the farm was written in the Norlandic language.", "valmora"),
    )


def kinds(question: str) -> list[str]:
    """Return the kinds of which a question asks which it was."""
    return [word for word, _ in asked_kinds(index().read(question, TODAY))]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which district was raided?", ["district"]),
        ("In what other languages was the treaty written?", ["languages"]),
        ("Which Valmora minister opened it, and in what language?", ["minister", "language"]),
        ("Whose signature is under the treaty?", ["signature"]),
        ("Which was the district?", []),
        ("Was a minister there?", []),
        ("Which farm was raided?", []),
        ("district which", []),
    ],
)
def test_what_kind_of_thing_is_asked_for(question: str, found: list[str]) -> None:
    assert kinds(question) == found


@pytest.mark.parametrize(
    ("question", "entry", "told"),
    [
        pytest.param("Which district was raided by the Mill League?", "raid", True, id="a thing of the kind"),
        pytest.param("Which district was raided by the Mill League?", "plain", False, id="no such thing"),
        pytest.param("In which district is the raid on Oster?", "raid", False, id="the one of the question"),
        pytest.param("Which minister opened the farm?", "minister", True, id="the word itself"),
        pytest.param("In what language is the treaty?", "treaty", True, id="the word beside its name"),
        pytest.param("In what language did the minister speak?", "minister", False, id="never spoken of"),
    ],
)
def test_an_entry_tells_of_a_kind_by_its_word_or_by_a_thing_of_it(
    question: str, entry: str, *, told: bool
) -> None:
    reading = index().read(question, TODAY)
    prepared = index().entries[index().positions[entry]]
    (kind,) = asked_kinds(reading)

    assert tells_of(kind, reading, index().pack, prepared) == told


def test_what_never_speaks_of_the_kind_is_no_candidate() -> None:
    reading = index().read("In what language did the minister of Valmora open the farm?", TODAY)
    prepared = index().entries[index().positions["minister"]]

    assert contradiction(reading, prepared, index().pack) == "says nothing of that"
