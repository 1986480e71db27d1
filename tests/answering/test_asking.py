"""What asks in a message is held to what the rest of it fixes, and not to small talk."""

from __future__ import annotations

import pytest

from bot.answering.asking import with_antecedent
from tests.answering.world import found, index

UNCLE = "My uncle told us yesterday, over some 40 plates of rice and as he does, that"
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
        (f"{UNCLE} he had lost his xindu. How many people were killed in January 2023?", "deaths-2023-01"),
        (f"{UNCLE} XINDU in January 2023 was the worst. How many people were killed?", None),
        ("Only the Harrow Brigade, not the FVF. How many attacks were there by them in 2022?", None),
        ("Not the FVF please, all groups. How many people were killed in January 2023?", "deaths-2023-01"),
        (f"{UNCLE} January 2023 was the worst of months. How many people were killed?", "deaths-2023-01"),
        (
            f"{UNCLE} he was in Northmark. How many attacks were there in January 2023?",
            "attacks-northmark-2023-01",
        ),
        ("Yesterday. How many people were killed?", None),
        (f"{STORY * 20}How many people were killed in January 2023?", "deaths-2023-01"),
        (f"{STORY * 20}I mean xindu. How many people were killed in January 2023?", None),
        (f"{UNCLE} Ivo Brandt was in the news. Did he chair the talks?", "talks-chair"),
        (f"{STORY}I read about the FVF. When did it end its ceasefire?", "ceasefire-end"),
        ("xindu told us so. How many people were killed in January 2023?", None),
        (
            "He and I spoke for hours of raids and of so much else in XINDU. How many people were killed?",
            None,
        ),
        ("my aunt knows peru. How many people were killed in January 2023?", None),
        ("xindu university, how many people were killed in January 2023?", None),
        ("He thinks that Ivo Brandt chaired the Lorn Dialogue. Did he?", "talks-chair"),
        ("He thinks that Ivo Brandt and the Zembla Club chaired the Lorn Dialogue. Did they?", None),
        ("I am writing on the Zembla army. How many people were killed in January 2023?", None),
        ("Hello. I'm doing a project on Kenya. How many people were killed in January 2023?", None),
        ("hi, I'm Bo from Zembla. How many people were killed in January 2023?", "deaths-2023-01"),
        ("hello from Zembla. How many people were killed in January 2023?", "deaths-2023-01"),
        ("would be nice to know when the Lorn Dialogue was held", "talks-dates"),
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
