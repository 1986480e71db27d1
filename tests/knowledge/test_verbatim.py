"""Words are proved only by a text that has exactly them; how they are set makes no difference."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.verbatim import Found, find_words, set_plainly

WORDS = "We stand ready to help."


def found(words: str, text: str) -> Found:
    """Look for words in a text, both as an author has them."""
    return find_words(set_plainly(words), set_plainly(text))


@pytest.mark.parametrize(
    "text",
    [
        "He said: “We stand ready to help.” Then he left.",
        "We  stand\n\n ready\u00a0to\thelp.",
        "We st\u00adand ready to help.",
        '"We stand ready to help," he said. "Nobody else will."',
        "“We stand ready to help”, he said.",
        "‘We stand ready to help’, he said.",
        "‘We stand ready to help,’ he said.",
        "that we stand. We stand ready to help",
    ],
)
def test_words_are_found_however_they_are_set(text: str) -> None:
    assert found(WORDS, text) == "found"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("It's the state’s “duty”", "It’s the state's 'duty'"),
        ("We help—always", "We help -- always"),
        ("counter\u2011terror, 2–3 times", "counter-terror, 2-3 times"),
        ("Yes … we do", "Yes . . . we do"),
        ("Yes [sic] we do", "Yes [sic] we do"),
        ("Do we?", "Do we?"),
        ("we help", "we help, they said"),
        ("(we help)", "so (we help) them"),
        ("the boys' help", "the boys' help"),
        ("ہم مدد کریں گے", "کہا: ہم مدد کریں گے\u06d4"),
    ],
)
def test_quote_marks_dashes_and_dots_may_look_otherwise(words: str, text: str) -> None:
    assert found(words, text) == "found"


@pytest.mark.parametrize(
    ("words", "text", "verdict"),
    [
        (WORDS, "We stand ready to help nobody.", "cut off"),
        (WORDS, "We stand ready to help... nobody", "cut off"),
        (WORDS, "“We stand ready to help,” he said, “but nobody asks.”", "cut off"),
        ("We love the boys.", "We love the boys' sisters", "cut off"),
        ("It is version 2.", "It is version 2.5", "absent"),
        (WORDS, "we stand ready to help.", "other capitals"),
        ("We […] help.", "We stand ready to help.", "edited"),
        ("We stand... to help", "We stand ready to help", "edited"),
        (WORDS, "We stood ready to help.", "absent"),
        ("We can", "We can't", "absent"),
        ("We can", "We cannot", "absent"),
        ("terrorism ends", "counter-terrorism ends", "absent"),
        ("I like state", "I like state-run banks", "absent"),
        ("t help", "can't help", "absent"),
        ("5 of them", "1.5 of them", "absent"),
        ("rose by 5", "rose by 5%", "absent"),
        ("rose by 5", "rose by 5.5", "absent"),
        ("a", "a\u0331", "absent"),
        ("“…”", "“…”", "absent"),
        ("", "anything", "absent"),
        (".", ".", "absent"),
    ],
)
def test_other_words_are_not_found(words: str, text: str, verdict: Found) -> None:
    assert found(words, text) == verdict


def test_a_full_stop_with_space_before_it_is_still_the_end() -> None:
    assert found("We help .", "We help.") == "found"


TEXT = st.text(st.sampled_from("aA bc'’\"“”.,…-—[]()%\n\u00ad\u200b\u00a0é5 ") | st.characters(), max_size=60)


@given(TEXT, TEXT)
def test_any_two_texts_give_a_verdict(words: str, text: str) -> None:
    assert found(words, text) in {"found", "other capitals", "cut off", "edited", "absent"}


@given(TEXT)
def test_setting_a_text_plainly_again_changes_nothing(text: str) -> None:
    assert set_plainly(set_plainly(text)) == set_plainly(text)


def spoken(text: str) -> list[str]:
    """Return the words of a text, read independently of how quotations are compared."""
    shown = "".join(
        "" if unicodedata.category(char) == "Cf" else char for char in unicodedata.normalize("NFKC", text)
    )
    return re.findall(r"\w+", shown)


@given(TEXT, TEXT, TEXT)
def test_words_that_a_text_does_not_have_are_never_proved(before: str, words: str, text: str) -> None:
    for whole in (text, before + words + text, before + words.upper() + text):
        if found(words, whole) == "found":
            wanted, there = spoken(words), spoken(whole)
            assert wanted
            assert any(there[at : at + len(wanted)] == wanted for at in range(len(there)))


@given(st.lists(st.sampled_from("we they help no not the state".split()), min_size=2, max_size=6), st.data())
def test_a_quotation_without_one_of_its_words_is_never_proved(words: list[str], data: st.DataObject) -> None:
    left_out = data.draw(st.integers(0, len(words) - 1))
    text = " ".join(words[:left_out] + words[left_out + 1 :])

    assert found(" ".join(words), f"He said that {text}.") == "absent"
