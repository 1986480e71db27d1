"""Text becomes words that compare: without links, accents, possessives and case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.text import (
    END,
    MAX_CHARACTERS,
    MAX_TOKENS,
    beginnings,
    fold,
    normalise,
    pieces,
    split,
    stem,
    tokenise,
    words_in,
)

modestly = settings(max_examples=60, deadline=None)


def read(text: str) -> list[str]:
    """Return the words of a text as they are compared."""
    return [token.word for token in tokenise(normalise(text))]


def words_of(texts: list[str]) -> list[str]:
    """Return the words of all pieces of texts."""
    return [word for piece in pieces(texts) for word in words_in(piece)]


def capitals(text: str) -> list[str]:
    """Return the words of a text that look like names."""
    return [token.raw for token in tokenise(normalise(text)) if token.capital]


@pytest.mark.parametrize(
    "noise",
    [
        "https://example.org/a?b=1",
        "<@123456789012345678>",
        "<@!1>",
        "<#42>",
        "<@&7>",
        "<:smile:123>",
        "<a:wave:123>",
        "<t:1700000000:R>",
        "```py\nprint('deaths')\n```",
    ],
)
def test_links_mentions_emoji_and_code_are_no_words(noise: str) -> None:
    assert read(f"how many {noise} attacks") == ["how", "many", "attacks"]


def test_compatibility_forms_of_letters_and_digits_are_the_plain_ones() -> None:
    assert read("\N{LATIN SMALL LIGATURE FI}rst \N{FULLWIDTH DIGIT TWO}3") == ["first", "23"]


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "\N{MODIFIER LETTER APOSTROPHE}", "`"])
def test_every_apostrophe_ends_a_possessive(apostrophe: str) -> None:
    assert read(f"Valmora{apostrophe}s toll") == ["valmora", "toll"]


def test_an_apostrophe_inside_a_word_is_dropped() -> None:
    assert read("didn't O'Hara say") == ["didnt", "ohara", "say"]


@pytest.mark.parametrize(("text", "plain"), [("Café", "cafe"), ("ÉLAN", "elan"), ("straße", "strasse")])
def test_accents_and_case_do_not_tell_words_apart(text: str, plain: str) -> None:
    assert fold(text) == plain


def test_inflected_forms_share_a_stem() -> None:
    assert {stem("attack"), stem("attacks"), stem("attacked")} == {"attack"}


def test_a_number_keeps_its_separators_and_is_not_stemmed() -> None:
    (number,) = tokenise("1,063.5")

    assert (number.word, number.stem, number.number) == ("1,063.5", "1,063.5", True)


def test_percent_and_dollar_are_words_of_their_own() -> None:
    assert read("$5 or 7%") == ["$", "5", "or", "7", "%"]


def test_a_capital_inside_a_sentence_marks_a_name() -> None:
    assert capitals("Did Brandt meet the Front?") == ["Brandt", "Front"]


@pytest.mark.parametrize("text", ["Who led it?", "Fine. Who led it?", "Wait: Who led it?", "Hm\nWho led it?"])
def test_a_capital_at_the_beginning_of_a_sentence_marks_nothing(text: str) -> None:
    assert capitals(text) == []


def test_an_acronym_is_a_name_even_at_the_beginning() -> None:
    assert capitals("ISS counted what?") == ["ISS"]


def test_a_text_all_in_capitals_names_nothing() -> None:
    assert capitals("WHO LED THE DELEGATION?") == []


def test_tokens_know_where_they_begin() -> None:
    plain = normalise("Who led  the <@1> talks, and where?")

    assert all(plain.startswith(token.raw, token.start) for token in tokenise(plain))


def test_a_text_has_the_same_words_with_and_without_their_places() -> None:
    text = "Ivo Brandt's weekly briefing isn't on 7 March."

    assert split(normalise(text))[1] == read(text)


def test_only_so_much_of_a_text_is_read() -> None:
    long = "a1 " * MAX_CHARACTERS

    assert (len(normalise(long)), len(tokenise(long))) == (MAX_CHARACTERS, MAX_TOKENS)


@modestly
@given(st.text(max_size=200))
def test_any_text_has_tokens_in_order_and_inside_it(text: str) -> None:
    plain = normalise(text)
    tokens = tokenise(plain)
    ends = [token.start + len(token.raw) for token in tokens]

    assert all(end <= token.start for end, token in zip(ends, tokens[1:], strict=False))
    assert all(end <= len(plain) for end in ends)
    assert all(token.word for token in tokens)


@modestly
@given(st.text(max_size=60))
def test_folding_a_normalised_text_twice_is_folding_it_once(text: str) -> None:
    folded = fold(normalise(text))

    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("30 January" + " " * 3_000 + "2023", "30 January 2023"),
        ("one\t \N{NO-BREAK SPACE} two", "one two"),
        ("  one  \n \n\n  two ", "one\ntwo"),
    ],
)
def test_a_run_of_white_space_is_one_space_or_one_line_break(text: str, plain: str) -> None:
    assert normalise(text) == plain


SNIPPETS = st.text(max_size=40) | st.sampled_from(
    [
        "don't",
        "a'b'c",
        "1,063.5",
        "1.",
        "30%$5",
        "2023a",
        "<@12>",
        "http://x.y",
        "`s",
        "half_way",
        "Café’s",
        "½",
    ]
)
WRITINGS = st.lists(st.lists(SNIPPETS, max_size=6).map(" ".join), max_size=5)
"""Texts of anything, and of what is split in a way of its own."""


@modestly
@given(WRITINGS)
def test_texts_split_at_once_have_the_words_that_each_has_alone(texts: list[str]) -> None:
    alone = [word for text in texts for word in (*split(normalise(text))[0], END)]

    assert words_of(texts) == alone


@pytest.mark.parametrize("word", ["a ", "é "])
def test_of_texts_split_at_once_no_more_is_read_than_of_one(word: str) -> None:
    texts = ["how many", word * MAX_CHARACTERS, "ten words"]
    alone = [each for text in texts for each in (*split(normalise(text))[0], END)]

    assert words_of(texts) == alone
    assert len(alone) == MAX_TOKENS + 7


@modestly
@given(st.lists(SNIPPETS, max_size=6).map(" ".join))
def test_words_begin_where_they_stand(text: str) -> None:
    plain = normalise(text)
    raw, _ = split(plain)

    assert beginnings(plain, raw) == [token.start for token in tokenise(plain)]
