"""A court, a weapon, or what scholars said is told by an entry that has a word for it, and by no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.constraints import contradiction
from bot.knowledge.model import Entity, Entry
from tests.answering.counts import build, count, fact

FEN = Entity(id="fen", name="Fen Council", type="group")
BOATS = fact("boats", "The Fen Council seized nine boats in Lorn.", "fen")


@pytest.mark.parametrize(
    ("question", "entry", "fit"),
    [
        pytest.param("Which court judged the Fen Council for the boats?", BOATS, False, id="no court"),
        pytest.param(
            "Which court judged the Fen Council for the boats?",
            replace(BOATS, asks=("Did a court judge the Fen Council?",)),
            True,
            id="so it is asked",
        ),
        pytest.param("What did scholars say about the Fen Council?", BOATS, False, id="other speakers"),
        pytest.param(
            "What did scholars say about the Fen Council?",
            fact("said", "Scholars blamed the Fen Council.", "fen"),
            True,
            id="those speakers",
        ),
        pytest.param("What did the Fen Council say about the boats?", BOATS, True, id="named speakers"),
        pytest.param("What did each one say about the boats?", BOATS, True, id="any speakers"),
        pytest.param("Did scholars say how many boats?", BOATS, True, id="whether"),
        pytest.param("9 boats in Lorn, how many sank?", BOATS, False, id="of a number that it states"),
        pytest.param("boats in Lorn, how many?", BOATS, True, id="how many"),
        pytest.param(
            "how many attacks did the Fen Council make?",
            fact("made", "The Fen Council made attacks on 3 May 2021.", "fen"),
            False,
            id="no count",
        ),
        pytest.param(
            "how many attacks did the Fen Council make?",
            replace(BOATS, statement="The Fen Council made attacks.", note="The Gazette has 9."),
            True,
            id="a count in the note",
        ),
        pytest.param(
            "how many attacks did the Fen Council make?",
            fact("made", "The Fen Council made its fourth of all attacks on 3 May 2021.", "fen"),
            True,
            id="an ordinal",
        ),
        pytest.param(
            "how strong was the Fen Council in 2021?",
            fact("met", "The Fen Council met.", "fen"),
            False,
            id="size",
        ),
    ],
)
def test_what_is_asked_for_must_be_told(question: str, entry: Entry, *, fit: bool) -> None:
    index = build(FEN, entry)
    prepared = index.entries[index.positions[entry.id]]
    reason = contradiction(index.read(question, date(2024, 2, 15)), prepared, index.pack)

    assert (reason is None) == fit


GERMANY = Entity(id="germany", name="Germany", type="place", aliases=("Germans", "German", "FRG"))
TOLL = count("toll", 9, "2021", place="lorn", about=("germany",), label="Germans on the boats")


@pytest.mark.parametrize(
    ("question", "label", "fit"),
    [
        pytest.param("How many Germans were on the boats?", "Germans on the boats", True, id="by their name"),
        pytest.param("How many Germans were on the boats?", "FRG crew on the boats", True, id="by initials"),
        pytest.param("How many Germans were on the boats?", "people on the boats", False, id="others there"),
        pytest.param("How many people did Germans see?", "people on the boats", True, id="not counted"),
        pytest.param("How many were on the boats, not German?", "people on the boats", True, id="left out"),
    ],
)
def test_people_of_a_country_are_counted_where_they_are_named(
    question: str, label: str, *, fit: bool
) -> None:
    index = build(GERMANY, replace(TOLL, label=label))
    prepared = index.entries[index.positions["toll"]]
    reason = contradiction(index.read(question, date(2024, 2, 15)), prepared, index.pack)

    assert (reason != "not about germany") == fit


def test_a_count_of_a_place_that_is_left_out_is_none() -> None:
    index = build(count("a-2018", 45, "2018", place="northmark"))
    prepared = index.entries[index.positions["a-2018"]]
    question = index.read("How many attacks in Valmora in 2018, not Northmark?", date(2024, 2, 15))

    assert contradiction(question, prepared, index.pack) == "another place"


def test_a_part_of_a_count_is_not_told_by_the_count() -> None:
    index = build(FEN, count("a-2018", 45, "2018"))
    prepared = index.entries[index.positions["a-2018"]]
    question = index.read("How many of the 45 attacks in 2018 were raids?", date(2024, 2, 15))

    assert contradiction(question, prepared, index.pack) == "states no other number"
