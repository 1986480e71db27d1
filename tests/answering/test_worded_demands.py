"""What a question turns on - the only one, the first, the fewest - wants an entry with a word for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.constraints import contradiction
from bot.knowledge.model import Entity, Entry
from tests.answering.counts import build, fact

FEN = Entity(id="fen", name="Fen Council", type="group")
MET = fact("met", "The Fen Council met in Lorn and discussed boats.", "fen")
ASKED = replace(MET, asks=("Was it the first time, and the fewest that the Fen Council met?",))


def told(statement: str) -> Entry:
    """Return what is told of the council."""
    return fact("told", statement, "fen")


@pytest.mark.parametrize(
    ("question", "entry", "fit"),
    [
        pytest.param("Was the Fen Council the only one that met?", MET, False, id="only"),
        pytest.param(
            "Was the Fen Council the only one that met?", told("Only the Fen Council met."), True, id="told"
        ),
        pytest.param("Was that the first time that the Fen Council met?", MET, False, id="first"),
        pytest.param(
            "Was that the first time that the Fen Council met?", ASKED, False, id="claimed by an ask"
        ),
        pytest.param(
            "Was that the first time that the Fen Council met?",
            replace(MET, note="It had never met; the first time."),
            True,
            id="in a note",
        ),
        pytest.param("When was the first time that the Fen Council met?", MET, True, id="which first"),
        pytest.param("Did the Fen Council meet in the first half?", MET, True, id="first half"),
        pytest.param("Did every boat of the Fen Council go?", MET, False, id="every"),
        pytest.param("When did the Fen Council discuss the fewest boats?", MET, False, id="fewest"),
        pytest.param("When did the Fen Council discuss the fewest boats?", ASKED, True, id="so it is asked"),
        pytest.param("When did the Fen Council discuss at least two boats?", MET, True, id="at least"),
        pytest.param("What was the Fen Council asking for?", MET, False, id="demanded"),
        pytest.param("What was the Fen Council asking for?", told("It wants boats."), True, id="wanted"),
        pytest.param("Who led the Fen Council before him?", told("Ada led it."), False, id="before him"),
        pytest.param("What was the rank of the Fen Council on the list?", MET, False, id="rank"),
        pytest.param("Who does the Fen Council work for?", MET, False, id="works for"),
    ],
)
def test_what_a_question_turns_on_must_be_told(question: str, entry: Entry, *, fit: bool) -> None:
    index = build(FEN, entry)
    prepared = index.entries[index.positions[entry.id]]
    reason = contradiction(index.read(question, date(2024, 2, 15)), prepared, index.pack)

    assert (reason is None) == fit
