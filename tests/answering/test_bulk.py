"""Texts read many at once say what each of them says alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.bulk import Told
from bot.answering.columns import in_order
from bot.answering.reader import Reader
from bot.answering.text import normalise, split
from bot.answering.weights import WEIGHTS, terms
from bot.knowledge.model import Entity, Pack
from tests.answering.world import index, pack

modestly = settings(max_examples=80, deadline=None)
PARTS = (
    *(
        "the FVF",
        "Ivo Brandt",
        "Tarnholm market bombing",
        "WHO",
        "who",
        "market",
        "Lorn Dialogue",
        "Northmark",
    ),
    *("killed", "raids", "bulletproof vehicle", "sit down at the table", "armoured", "zebra", "is", "of"),
    *("January 2023", "March", "6-7 March 2023", "2022", "17 25 May 30", "since 2021", "first half of 2022"),
    *(
        "450 million",
        "1,063",
        "12",
        "4th",
        "three",
        "one",
        "$5",
        "30%",
        "didn't",
        "café’s",
        "\n",
        "`x`",
        "?",
        ",",
    ),
)
TEXTS = st.lists(st.lists(st.sampled_from(PARTS), max_size=8).map(" ".join), max_size=6)
"""Texts of names, numbers, dates and words that the made-up country has or lacks."""


def told(texts: list[str], spoken: int) -> Told:
    """Read texts of the made-up country at once."""
    return index().reader.bulk(learn=False).read(texts, spoken)


def weights(texts: list[str], spoken: int) -> list[dict[str, float]]:
    """Return the weighted terms of each of some texts read at once."""
    bulk = index().reader.bulk(learn=False)
    rows = bulk.read(texts, spoken).rows
    return [rows.of(number, list(bulk.codes)) for number in range(len(texts))]


@modestly
@given(TEXTS)
def test_texts_of_the_pack_say_at_once_what_each_says_alone(texts: list[str]) -> None:
    found, rows = told(texts, len(texts)), weights(texts, len(texts))

    for number, text in enumerate(texts):
        said = index().reader.study(text)
        assert found.words_of(number) == split(normalise(text))[1]
        assert rows[number] == pytest.approx(terms(said))
        assert found.numbers.get(number, set()) == {value for each in said.numbers for value in each}
        assert found.periods.get(number, ()) == said.periods


@modestly
@given(TEXTS)
def test_one_text_says_the_same_whatever_is_read_beside_it(texts: list[str]) -> None:
    rows = weights(texts, 0)

    assert rows == [row for text in texts for row in weights([text], 0)]


@pytest.mark.parametrize(
    ("asked", "dateless"),
    [
        ("how many raids in January 2023", "how many raids in"),
        ("raids on 6 7 March", "raids on"),
        ("March 17 25 2022 raids", "raids"),
        ("who sat down in 2022 at the table", "who sat down in at the table"),
        ("raids", "raids"),
    ],
)
def test_the_dates_of_what_is_asked_for_are_no_words_of_the_question(asked: str, dateless: str) -> None:
    assert weights([asked], 0) == weights([dateless], 0)
    assert told([asked], 0).periods == {}


def test_a_number_far_from_a_month_is_no_date() -> None:
    assert told(["12 raids in March"], 0).numbers == {0: {12.0}}


def test_a_word_that_stands_there_twice_counts_as_the_more_telling_of_the_two() -> None:
    (row,) = weights(["Brandt Ivo Brandt brandts"], 0)

    assert row["brandt"] == pytest.approx(WEIGHTS["content"])


def test_the_words_of_what_is_learnt_are_the_pack_s_and_later_ones_are_not() -> None:
    reader = Reader(Pack(id="p", title="P", entries={"x": Entity(id="x", name="Mark")}))
    bulk = reader.bulk(learn=True)
    bulk.read(["the zebra crossing"])
    bulk.settle()
    before = dict(bulk.codes)
    bulk.read(["the quagga"])

    known = {term.key: term.known for term in reader.read("zebra quagga").terms}
    assert known == {"zebra": True, "quagga": False}
    assert bulk.codes["quagga"] >= len(before)


def test_every_text_of_a_pack_that_is_read_at_once_names_what_it_names_alone() -> None:
    texts = [ask for entry in pack().entries.values() for ask in entry.asks]

    for number, row in enumerate(weights(texts, len(texts))):
        named = {term[1:] for term in row if term.startswith("@")}
        assert named == index().reader.study(texts[number]).entities


@modestly
@given(st.lists(st.integers(0, 70_000)))
def test_numbers_are_put_in_order_and_equal_ones_stay_as_they_stand(numbers: list[int]) -> None:
    found = np.array(numbers, dtype=np.int32)

    for below in (max(numbers, default=0) + 1, 1 << 20):
        assert in_order(found, below).tolist() == np.argsort(found, kind="stable").tolist()
