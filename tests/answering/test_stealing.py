"""Entries that would take each other's questions are found by leaving one question out at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.engine import build_index
from bot.answering.stealing import check_stealing
from bot.knowledge.model import Citation, Entry, Fact, Pack, Source
from bot.knowledge.periods import Period

HALL = Fact(
    id="hall",
    statement="The hall closes at nine in the evening.",
    asks=("When is closing time of the building?", "at which hour do we lock up", "evening end of the day"),
    citations=(Citation(source="rules"),),
)
GATE = Fact(
    id="gate",
    statement="The gate of the yard is shut at ten.",
    asks=("So when is the closing time of that building?", "who shuts the gate", "gate and its bolt"),
    citations=(Citation(source="rules"),),
)


def said(*entries: Entry) -> list[str]:
    """Return what is said of a pack with these entries, as id, place of the ask and words."""
    source = Source(id="rules", publisher="The club", title="Rules")
    pack = Pack(id="p", title="P", sources={"rules": source}, entries={entry.id: entry for entry in entries})
    found = list(check_stealing(build_index(pack)))
    assert all((finding.subject, finding.severity) == ("entry", "warning") for finding in found)
    return [f"{finding.id} {finding.path[1]}: {finding.message}; {finding.mend}" for finding in found]


def test_two_entries_that_steal_each_other_s_question_are_named_with_it() -> None:
    (found,) = said(HALL, GATE)

    assert found == (
        "hall 0: without 'When is closing time of the building?' here, that question goes to 'gate'; and "
        "'So when is the closing time of that building?', written there, comes here; "
        "say in both what tells them apart, or add related: [gate]"
    )


def test_entries_may_answer_for_each_other_where_one_names_the_other() -> None:
    assert said(HALL, replace(GATE, related=("hall",))) == []


def test_a_question_whose_own_entry_has_a_nearer_one_is_not_stolen() -> None:
    asks = (*HALL.asks, "When is closing time of our building?")

    assert said(replace(HALL, asks=asks), GATE) == []


def test_questions_that_seek_different_things_are_not_stolen() -> None:
    asks = ("Where is the closing time of that building?", *GATE.asks[1:])

    assert said(HALL, replace(GATE, asks=asks)) == []


def test_questions_that_share_few_words_are_not_stolen() -> None:
    asks = ("When does the yard with its gate and bolt close?", *GATE.asks[1:])

    assert said(HALL, replace(GATE, asks=asks)) == []


@pytest.mark.parametrize("entries", [(), (HALL,), (replace(HALL, asks=()), replace(GATE, asks=()))])
def test_where_nothing_competes_nothing_is_stolen(entries: tuple[Entry, ...]) -> None:
    assert said(*entries) == []


def test_a_theft_in_one_direction_only_is_none() -> None:
    third = ("So when is the closing time of that building, then?",)

    assert said(HALL, replace(GATE, asks=(*GATE.asks, *third))) == []


def test_what_a_question_names_keeps_another_entry_from_stealing_it() -> None:
    one = replace(HALL, asks=("When is closing time of the building in 2021?", *HALL.asks[1:]))
    other = replace(GATE, asks=("When is closing time of the building in 2022?", *GATE.asks[1:]))

    assert said(replace(one, period=Period.year(2021)), replace(other, period=Period.year(2022))) == []
    assert said(replace(one, period=Period.year(2021)), replace(other, period=Period.year(2021))) == []
