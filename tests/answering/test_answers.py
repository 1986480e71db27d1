"""Facts, quotes, events, claims and disputes are answered with what belongs to them, or not at all."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answered
from tests.answering.world import ask, found, shown

TALKS = "When was the Lorn Dialogue held?"


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        (TALKS, "talks-dates"),
        ("Who chaired the Lorn Dialogue?", "talks-chair"),
        ("When did the FVF end its ceasefire?", "ceasefire-end"),
        ("What did Ivo Brandt say about the FVF?", "brandt-threat"),
        ("When was the Harrow bridge opened?", "bridge-opened"),
        ("When was the Tarnholm market bombed?", "bombing"),
        ("Why were lorries banned from the bridge?", "cabinet-lorry-ban"),
        ("What does WHO stand for?", "world-office"),
    ],
)
def test_every_kind_of_entry_is_found_by_its_question(question: str, entry: str) -> None:
    assert found(question) == entry


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        pytest.param("When did the FVF end its truce?", "ceasefire-end", id="a common synonym"),
        pytest.param("When did the talks take place?", "talks-dates", id="a synonym of the pack"),
        pytest.param("Did the envoy use a bulletproof vehicle?", "armoured-car", id="a phrase of the pack"),
        pytest.param("Why did Lorn ban lorries from the bridge?", "cabinet-lorry-ban", id="a capital"),
        pytest.param("When was the Lorn Dialoge held?", "talks-dates", id="a typo in a name"),
        pytest.param("Who chiared the Lorn Dialogue?", "talks-chair", id="a typo in a word"),
        pytest.param("lorn dialogue dates", "talks-dates", id="keywords"),
        pytest.param("when may the talks take place", "talks-dates", id="a verb that is also a month"),
    ],
)
def test_other_words_for_the_same_question_find_the_same_entry(question: str, entry: str) -> None:
    assert found(question) == entry


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("When was the Lorn Dialogue held in 2019?", id="another year"),
        pytest.param("Was the Lorn Dialogue held on 8 March 2023?", id="another day"),
        pytest.param("Who chaired the Geneva Dialogue?", id="an unknown name"),
        pytest.param("who chaired the lorn dialogue for peru?", id="a country in lower case"),
        pytest.param("What did Mira Kolt say about the FVF?", id="an unknown speaker"),
        pytest.param("What did Brandt say about the Harrow Brigade?", id="another group"),
        pytest.param("Did the Lorn Dialogue last three days?", id="another number"),
        pytest.param("What is the weather today?", id="another topic"),
        pytest.param("Who is the president of Valmora?", id="nothing but the name is known"),
        pytest.param("Did the turnip harvest fail?", id="a draft"),
        pytest.param("Where did the ferry sink?", id="a withdrawn entry"),
        pytest.param("who are you", id="small talk"),
        pytest.param("hello", id="a greeting"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_the_pack_does_not_say_is_not_answered(question: str) -> None:
    assert shown(question) == []


@pytest.mark.parametrize(
    "question",
    [
        "How many people died in the Tarnholm market bombing?",
        "How many people did Tarnholm police count dead in the market bombing?",
        "How many deaths in the market bombing did the health department count?",
        "Did 84 people die in the Tarnholm market bombing?",
        "Did 101 people die in the Tarnholm market bombing?",
    ],
)
def test_a_disputed_toll_shows_both_sides_whichever_is_asked(question: str) -> None:
    answer = ask(question)

    assert isinstance(answer, Answered)
    assert answer.disputed
    assert {statement.entry for statement in answer.statements} == {"toll-police", "toll-health"}


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("Did 101 people die in the market bombing?", "toll-health"),
        ("Was the toll of the bombing 84?", "toll-police"),
    ],
)
def test_the_side_that_is_asked_comes_first(question: str, side: str) -> None:
    assert found(question) == side


@pytest.mark.parametrize(
    ("question", "entries"),
    [
        ("Is it true that the FVF ended the ceasefire in June 2022?", ["claim-june", "ceasefire-end"]),
        ("Did the Lorn Dialogue really last two days?", ["claim-two-days", "talks-dates"]),
    ],
)
def test_a_claim_brings_what_decides_it(question: str, entries: list[str]) -> None:
    answer = ask(question)

    assert isinstance(answer, Answered)
    assert shown(question) == entries
    assert not answer.disputed


def test_the_citations_of_all_that_is_shown_are_given_once() -> None:
    answer = ask("Did the Lorn Dialogue really last two days?")

    assert isinstance(answer, Answered)
    assert [cited.source.id for cited in answer.citations] == ["essay"]


@pytest.mark.parametrize(
    "question",
    ["WHEN WAS THE LORN DIALOGUE HELD?", "when was the lorn dialogue held", f"{TALKS} <@123> https://x.org"],
)
def test_case_mentions_and_links_change_nothing(question: str) -> None:
    assert shown(question) == shown(TALKS)
