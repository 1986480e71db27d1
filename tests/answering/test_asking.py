"""A message of several sentences is asked by the one that asks, and held to what the others fix."""

from __future__ import annotations

import pytest

from bot.answering.asking import asking_sentence, with_antecedent
from tests.answering.world import found, index


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("Hi all, a long story. When was it? Thanks in advance.", "When was it?"),
        ("a long story\nwhen was it\nthanks", "when was it"),
        ("My essay is about 2022. How many were killed", "How many were killed"),
        ("ok so this is for school... who led it?! thx", "who led it?!"),
        ("Who led the U.S. side", None),
        ("When was it? And who led it?", None),
        ("It was in March. It was good.", "It was good."),
        ("Is it spring? It was good.", "Is it spring?"),
        ("When was it?", None),
        ("", None),
        ("for a paper of mine, when was it held?", "when was it held?"),
        ("all groups together - how many attacks were there?", "how many attacks were there?"),
        ("a stupid question maybe but who led the talks?", "who led the talks?"),
        ("the year before the flood, how many were killed?", None),
        ("is it spring, and when was it held?", None),
        ("he said it, who knows", None),
        ("2019, who led it?", None),
    ],
)
def test_the_only_sentence_that_asks_among_others_is_found(message: str, sentence: str | None) -> None:
    asked = asking_sentence(message)

    assert (asked.strip(" ?!") if asked else asked) == (sentence.strip(" ?!") if sentence else sentence)


STORY = "Hello everyone, my homework on bread and honey is late again. "


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        (f"{STORY}How many people were killed in January 2023? My teacher wants sources.", "deaths-2023-01"),
        (f"{STORY}It is about January 2023. How many people were killed?", "deaths-2023-01"),
        (f"{STORY}When was the Lorn Dialogue held? Cheers.", "talks-dates"),
        ("My homework on bread and honey is late, when was the Lorn Dialogue held?", "talks-dates"),
        (f"{STORY}It is about bread in 2019. When was the Lorn Dialogue held?", None),
        (f"{STORY}I mean 2019. How many people were killed?", None),
        (f"{STORY}My aunt lives in Peru. How many people were killed in January 2023?", None),
        (f"{STORY}I was told it was 500. How many people were killed in January 2023?", None),
        (f"{STORY}Does the Zembla Club matter to the Lorn Dialogue?", None),
    ],
)
def test_a_story_around_a_question_is_passed_over_but_for_what_it_fixes(
    message: str, entry: str | None
) -> None:
    assert found(message) == entry


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("Ivo Brandt is in the news. Did he chair the Lorn Dialogue?", "talks-chair"),
        ("I read about the Free Valmora Front. When did it end its ceasefire?", "ceasefire-end"),
        ("I read about the Free Valmora Front and the Harrow Brigade. When did it end its ceasefire?", None),
    ],
)
def test_a_pronoun_is_whom_or_what_the_message_names_if_that_is_one(message: str, entry: str | None) -> None:
    assert found(message) == entry


@pytest.mark.parametrize(
    ("whole", "sentence"),
    [
        ("I read a lot. When did it end?", "When did it end?"),
        ("I read about the FVF. When did the Lorn Dialogue end it?", "When did the Lorn Dialogue end it?"),
        ("I read about Northmark. When did it end?", "When did it end?"),
    ],
)
def test_a_pronoun_stays_where_nothing_or_only_a_place_is_named(whole: str, sentence: str) -> None:
    assert with_antecedent(index(), sentence, index().reader.read(whole)) == sentence


@pytest.mark.parametrize(
    ("whole", "sentence", "named"),
    [
        ("I read about the FVF. When did it end?", "When did it end?", "When did FVF end?"),
        ("Ivo Brandt is in the news. Did he chair it?", "Did he chair it?", "Did Ivo Brandt chair it?"),
    ],
)
def test_a_pronoun_is_put_in_words(whole: str, sentence: str, named: str) -> None:
    assert with_antecedent(index(), sentence, index().reader.read(whole)) == named
