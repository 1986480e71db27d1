"""Names, aliases and the words of metrics are found in a text, the longest first."""

from __future__ import annotations

import pytest

from bot.answering.lexicon import CHAT_ALIASES, FUNCTION_WORDS
from bot.answering.linking import Link, Phrasebook, entity_phrasebook, metric_phrasebook
from bot.answering.text import normalise, tokenise
from bot.knowledge.model import Entity, Metric

PLACES = entity_phrasebook(
    [
        Entity(id="mark", name="Mark"),
        Entity(id="mark-city", name="Mark City"),
        Entity(id="who", name="World Harvest Office", aliases=("WHO", "Harvest Office")),
        Entity(id="union", name="United States", aliases=("US", "U.S.")),
        Entity(id="one-front", name="People's Front", aliases=("Front",)),
        Entity(id="other-front", name="Workers' Front", aliases=("front",)),
    ]
)


def named(book: Phrasebook, text: str, *, stems: bool = False) -> list[tuple[str, ...]]:
    """Return what a text names, from left to right."""
    tokens = tokenise(normalise(text))
    keys = [token.stem if stems else token.word for token in tokens]
    return [link.targets for link in book.find(keys, [token.raw for token in tokens])]


@pytest.mark.parametrize(
    "text", ["the World Harvest Office", "the world harvest office's seed", "did the HARVEST OFFICE lend?"]
)
def test_a_name_is_found_in_any_case_and_as_a_possessive(text: str) -> None:
    assert named(PLACES, text) == [("who",)]


def test_the_longest_name_wins() -> None:
    assert named(PLACES, "from Mark City to Mark") == [("mark-city",), ("mark",)]


def test_the_beginning_of_a_longer_name_is_still_found() -> None:
    assert named(PLACES, "Mark Harvest") == [("mark",)]


def test_a_link_says_which_words_name_the_entity() -> None:
    assert PLACES.find(["in", "mark", "city", "now"], ["in", "Mark", "City", "now"]) == (
        Link(1, 3, ("mark-city",)),
    )


def test_a_name_of_two_entities_names_both() -> None:
    assert named(PLACES, "the Front") == [("one-front", "other-front")]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("who did it", []),
        ("Who did it", []),
        ("what is WHO", [("who",)]),
        ("tell us more", []),
        ("the US said", [("union",)]),
        ("what the us said", [("union",)]),
        ("the who report", [("who",)]),
        ("the report of us", []),
    ],
)
def test_an_acronym_that_is_also_a_word_needs_its_capitals_or_an_article(
    text: str, targets: list[tuple[str, ...]]
) -> None:
    assert named(PLACES, text) == targets


def test_a_name_that_people_type_for_another_word_is_not_found_in_that_word() -> None:
    book = entity_phrasebook([Entity(id="quarter", name="Harbour Quarter", aliases=("HQ",))])

    assert named(book, "the headquarters of the party") == []
    assert named(book, "the Harbour Quarter") == [("quarter",)]


def test_a_name_written_twice_names_its_entity_once() -> None:
    book = Phrasebook()
    book.add("Mark", "mark")
    book.add("mark", "mark")

    assert named(book, "Mark") == [("mark",)]


@pytest.mark.parametrize("phrase", ["", "?!", "a b c d e f g h i j k l"])
def test_a_name_without_words_or_with_too_many_is_never_found(phrase: str) -> None:
    book = Phrasebook()
    book.add(phrase, "x")

    assert (named(book, phrase), list(book.words())) == ([], [])


def test_a_phrasebook_knows_every_word_of_its_names() -> None:
    assert {"world", "harvest", "office", "who", "front"} <= set(PLACES.words())


COUNTS = metric_phrasebook(
    [
        Metric(id="deaths", unit="people", words=("people killed", "killed", "lives lost")),
        Metric(id="soldiers", unit="people", words=("soldiers killed",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("killed", [("deaths",)]),
        ("the killing of kills", [("deaths",), ("deaths",)]),
        ("soldier killed", [("soldiers",)]),
        ("life lost", []),
        ("wounded", []),
    ],
)
def test_the_words_of_a_metric_are_found_in_their_inflected_forms(
    text: str, metrics: list[tuple[str, ...]]
) -> None:
    assert named(COUNTS, text, stems=True) == metrics


def test_linking_words_inside_the_phrase_of_a_metric_do_not_count() -> None:
    book = metric_phrasebook([Metric(id="rise", unit="percent", words=("rise in the deaths",))])

    assert named(book, "rise deaths", stems=True) == [("rise",)]


def test_every_chat_word_and_function_word_is_folded() -> None:
    assert all(word == word.casefold() for word in CHAT_ALIASES | FUNCTION_WORDS)
