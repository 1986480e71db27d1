"""What comes near an entry and asks for something else: a whole month, the future, advice, other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering import engine
from bot.answering.constraints import contradiction
from bot.answering.index import Index
from bot.knowledge.model import Citation, Entity, Entry, Fact, Quote
from bot.knowledge.periods import Period
from tests.answering.entries import GAZETTE, count
from tests.answering.world import index, pack


def contradicted(question: str, *entries: Entry) -> list[str | None]:
    """Return what of a question each entry contradicts, in the made-up country with those entries added."""
    cited = {entry.id: replace(entry, citations=(GAZETTE,)) for entry in entries}
    built = Index(replace(pack(), entries={**pack().entries, **cited}))
    reading = built.reader.read(question)
    return [contradiction(reading, built.entries[built.positions[key]], built.pack) for key in cited]


def contradicts(question: str, key: str) -> str | None:
    """Return what of a question an entry of the made-up country contradicts."""
    return contradiction(index().reader.read(question), index().entries[index().positions[key]], pack())


RAID = Fact(
    id="raid",
    statement="On 9 May 2022 there were 3 attacks in Tarnholm, in which 2 people were killed.",
    period=Period.parse("2022-05-09"),
)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        pytest.param("How many attacks were there in Tarnholm in May 2022?", "counts a part", id="its month"),
        pytest.param("attacks tarnholm 2022", "counts a part", id="its year, as keywords"),
        pytest.param("How many people were killed in Tarnholm in 2022?", "counts a part", id="a toll"),
        pytest.param("Have attacks in Tarnholm doubled in May 2022?", "counts a part", id="a change"),
        pytest.param("How many attacks were there in Tarnholm on 9 May 2022?", None, id="its day"),
        pytest.param("How many attacks were there in Tarnholm?", None, id="no time"),
        pytest.param("3 attacks in Tarnholm in May 2022?", None, id="its number is stated"),
        pytest.param("Where were attacks in May 2022?", None, id="no count"),
    ],
)
def test_what_happened_on_a_day_is_no_count_of_a_month(question: str, reason: str | None) -> None:
    assert contradicted(question, RAID) == [reason]


def test_a_sentence_with_the_count_of_the_whole_time_is_one() -> None:
    total = replace(
        RAID, statement="There were 70 attacks in Tarnholm in May 2022, 3 of them on 9 May 2022.", period=None
    )

    assert contradicted("How many attacks were there in Tarnholm in May 2022?", total) == [None]


def test_the_toll_of_what_a_question_names_is_asked_for_whatever_month_it_adds() -> None:
    assert contradicts("How many died in the market bombing in January 2023?", "toll-police") is None


def test_what_nobody_counts_by_the_month_is_counted_whenever_it_was() -> None:
    once = Fact(id="class", statement="On 9 May 2022 the first 40 were trained.")

    assert contradicted("How many were trained in May 2022?", once) == [None]


def test_a_part_of_the_country_is_not_counted_by_a_sentence_that_names_what_happened_there() -> None:
    country = Fact(
        id="country",
        statement="In January 2023, the month of the market bombing, there were 44 attacks.",
        about=("market-bombing",),
    )

    assert contradicted("How many attacks were there in January 2023?", country) == [None]
    assert contradicted("How many attacks were there in Northmark in January 2023?", country) != [None]


def test_a_count_by_another_is_not_that_of_the_body_named() -> None:
    noted = replace(count("x", "attacks", 9, "2023-03"), note="The Peace and Conflict Monitor counts others.")

    assert contradicted("How many attacks in March 2023 by the PCM's count?", noted) == ["counted by another"]
    assert contradicted("How many attacks in March 2023 by the ISS's count?", noted) == [None]


@pytest.mark.parametrize(
    ("question", "fit"),
    [
        ("Were more than 100 people killed in January 2023?", True),
        ("over 130 people killed in January 2023, right?", True),
        ("Were over a hundred people killed in January 2023?", True),
        ("Were one hundred and thirty four people killed in January 2023?", True),
        ("Were at least 134 people killed in January 2023?", True),
        ("Were about 130 people killed in January 2023?", True),
        ("Were fewer than 140 people killed in January 2023?", True),
        pytest.param("Were more than 20 people killed in January 2023?", False, id="a number far off"),
        pytest.param("Were fewer than 130 people killed in January 2023?", False, id="not fewer"),
        pytest.param("Were up to 140 people killed in January 2023?", False, id="somebody's own number"),
        pytest.param("Were 130 people killed in January 2023?", False, id="another number"),
        pytest.param("Were two hundred people killed in January 2023?", False, id="another, spelled"),
    ],
)
def test_a_hedged_number_is_met_by_what_it_leaves_possible(question: str, *, fit: bool) -> None:
    assert (contradicts(question, "deaths-2023-01") is None) == fit


def test_a_hedged_number_asks_for_the_count_of_the_whole_time() -> None:
    assert contradicts("Were over a hundred people killed in January 2023?", "toll-health") == "counts a part"
    assert (
        contradicts("Were over 90 people killed in the market bombing in January 2023?", "toll-health")
        is None
    )


def test_a_hedged_number_is_met_by_the_number_of_a_figure_not_by_one_in_its_asks() -> None:
    asked = replace(count("x", "attacks", 9, "2023-03"), asks=("From which 30 attacks did it fall to 9?",))

    assert contradicted("Were there more than 25 attacks in March 2023?", asked) == ["another number"]


def test_a_place_in_a_row_is_no_count() -> None:
    assert index().reader.read("what was their no 1 demand").numbers == ()


@pytest.mark.parametrize(
    "question",
    [
        "Will the Front strike in Tarnholm again?",
        "ok so will the front strike tarnholm",
        "If the talks fail, will the Front strike in Tarnholm?",
        "when will the Front strike in Tarnholm",
    ],
)
def test_what_was_does_not_tell_what_will_be(question: str) -> None:
    was = Fact(id="was", statement="The Free Valmora Front struck in Tarnholm.")
    will_be = Fact(id="will", statement="The Free Valmora Front said it would strike in Tarnholm.")

    assert contradicted(question, was, will_be) == ["says nothing of that", None]


def test_what_was_does_not_tell_what_should_be() -> None:
    was = Fact(id="was", statement="The government of Valmora banned lorries.")
    advice = Fact(id="advice", statement="The Essay wrote that the government of Valmora should ban lorries.")

    assert contradicted("Should the cabinet ban lorries?", was, advice) == ["says nothing of that", None]
    assert contradicted("Which lorries should I say the cabinet banned?", was) == [None]


def test_somebody_s_words_are_not_another_s() -> None:
    other = Entity(id="mara-oyen", name="Mara Oyen", type="person", description="Minister of Valmora.")
    words = Quote(
        id="q", words="Ivo Brandt is right about the Front.", speaker="mara-oyen", about=("ivo-brandt",)
    )
    reported = Fact(id="f", statement="Ivo Brandt told the Front to leave.", about=("ivo-brandt",))
    silent = Fact(id="s", statement="Ivo Brandt met the Front.", about=("ivo-brandt",))

    asked = "What did Minister Brandt say about the Front?"

    assert contradicted(asked, other, words, reported, silent)[1:] == [
        "says nothing of that",
        None,
        "says nothing of that",
    ]
    assert index().reader.read("By what date had Ivo Brandt told the media?").speakers == frozenset()
    assert contradicted("What did Mara Oyen say?", other, words) == ["says nothing of that", None]
    assert contradicted("Mara Oyen said that Ivo Brandt met the Front, did he?", other, silent)[1] != (
        "says nothing of that"
    )


def test_a_question_of_all_of_a_month_is_not_answered_with_a_day() -> None:
    cited = replace(RAID, citations=(Citation(source="gazette"),), asks=("How many attacks hit Tarnholm?",))
    built = engine.build_index(replace(pack(), entries={**pack().entries, "raid": cited}))

    assert engine.answer(built, "How many attacks hit Tarnholm on 9 May 2022?").confidence > 0
    assert not hasattr(engine.answer(built, "How many attacks were there in Tarnholm in 2022?"), "main")
