"""The words with which people ask say what kind of answer they want."""

from __future__ import annotations

import pytest

from bot.answering.intent import (
    asks_how_many,
    asks_meaning,
    asks_person,
    asks_verbatim,
    asks_where,
    asks_whether,
    asks_who,
    asks_words,
)


@pytest.mark.parametrize(
    "text", ["how many attacks", "how much money", "the toll of the attack", "number of raids"]
)
def test_a_text_asks_how_many(text: str) -> None:
    assert asks_how_many(text)


@pytest.mark.parametrize("text", ["who led it", "when was it", "what is fvf", "how was it done"])
def test_a_text_does_not_ask_how_many(text: str) -> None:
    assert not asks_how_many(text)


@pytest.mark.parametrize(
    "text", ["what is fvf", "who was brandt", "what does who stand for", "explain the talks"]
)
def test_a_text_asks_what_something_is(text: str) -> None:
    assert asks_meaning(text)


@pytest.mark.parametrize("text", ["what did brandt say", "when was it", "how many died"])
def test_a_text_does_not_ask_what_something_is(text: str) -> None:
    assert not asks_meaning(text)


@pytest.mark.parametrize("text", ["what did brandt say", "how did they respond", "quote brandt"])
def test_a_text_asks_for_words(text: str) -> None:
    assert asks_words(text)


@pytest.mark.parametrize("text", ["when was it", "how many died"])
def test_a_text_does_not_ask_for_words(text: str) -> None:
    assert not asks_words(text)


@pytest.mark.parametrize("text", ["who led it", "so who led it", "whose plan was it"])
def test_a_text_asks_for_a_person_or_a_body(text: str) -> None:
    assert asks_who(text)


@pytest.mark.parametrize("text", ["the man who led it", "where was it", "when was it"])
def test_a_text_asks_for_neither_a_person_nor_a_body(text: str) -> None:
    assert not asks_who(text)


@pytest.mark.parametrize("text", ["who chaired it", "the name of the chair", "who was the envoy"])
def test_a_text_asks_for_a_person_alone(text: str) -> None:
    assert asks_person(text)


@pytest.mark.parametrize("text", ["who counted the dead", "when was it"])
def test_a_text_does_not_ask_for_a_person_alone(text: str) -> None:
    assert not asks_person(text)


@pytest.mark.parametrize("text", ["where was it", "in which city was it", "what country hosted it"])
def test_a_text_asks_for_a_place(text: str) -> None:
    assert asks_where(text)


@pytest.mark.parametrize("text", ["who led it", "the town where it was"])
def test_a_text_does_not_ask_for_a_place(text: str) -> None:
    assert not asks_where(text)


@pytest.mark.parametrize(
    "text", ["is it so", "did they end it", "so, was it two days", "fact check the toll"]
)
def test_a_text_asks_whether(text: str) -> None:
    assert asks_whether(text)


@pytest.mark.parametrize("text", ["when did they end it", "the toll"])
def test_a_text_does_not_ask_whether(text: str) -> None:
    assert not asks_whether(text)


@pytest.mark.parametrize(
    "text",
    ["price quote on threats", "what exactly did brandt say of it", "his exact words please", "verbatim"],
)
def test_a_text_asks_for_the_very_words(text: str) -> None:
    assert asks_verbatim(text)


@pytest.mark.parametrize("text", ["what did brandt say of it", "the exact date", "who exactly said it"])
def test_a_text_that_asks_what_was_said_need_not_ask_for_the_very_words(text: str) -> None:
    assert not asks_verbatim(text)


@pytest.mark.parametrize("text", ["ispr ka matlab?", "landberg kon hai", "picss is what?"])
def test_what_a_name_means_may_be_asked_in_many_ways(text: str) -> None:
    assert asks_meaning(text)


def test_a_name_asked_for_in_urdu_is_a_person_s() -> None:
    assert asks_person("which officer was it, naam kya tha?")
