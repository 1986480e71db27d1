"""Questions about names that the first pack does not know: no other's count or deed is given for theirs."""

from __future__ import annotations

import pytest

from bot.answering.answer import Answered
from bot.answering.engine import answer
from tests.packs.dialogue import TODAY, index


@pytest.mark.parametrize(
    ("question", "name"),
    [
        pytest.param("XDK count of people killed in January 2023", "Xdk", id="before a count"),
        pytest.param("How many attacks in Pakistan in 2022 per XDK?", "Xdk", id="at the end"),
        pytest.param("When was the indefinite xdk ceasefire of 2022 announced?", "Xdk", id="in the middle"),
        pytest.param(
            "How many ANP fighters did the UN estimate in July 2024?", "Anp", id="near a short word"
        ),
        pytest.param("jui ne jang bandi kab khatam ki 2022 mein", "Jui", id="in Urdu, whoever did it"),
        pytest.param(
            "Is it true the Zorvan asks for stricter Islamic law?", "Zorvan", id="two edits from a word"
        ),
    ],
)
def test_an_unknown_name_is_told_whatever_it_is_near_to_and_no_other_s_is_given_for_it(
    question: str, name: str
) -> None:
    assert name in index().read(question).names
    assert not isinstance(answer(index(), question, TODAY), Answered)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("idk, how many were killed in january 2023", id="chat"),
        pytest.param("iirc 134 were killed in january 2023?", id="longer chat"),
        pytest.param("who was amb richard", id="a title cut short"),
        pytest.param("how many people were killed in jan 2023 acc to picss", id="short form"),
        pytest.param("when was the fto dte of the ttp", id="a letter is missing"),
        pytest.param("kitne log mare gaye jan 2023 mje btao", id="Urdu"),
        pytest.param("he'd said it in 2023, who was it", id="an apostrophe"),
        pytest.param("what was the terorrist demmands", id="slips"),
    ],
)
def test_a_short_word_that_people_type_and_a_slip_are_no_names(question: str) -> None:
    assert index().read(question).names == ()
