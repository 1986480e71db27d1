"""Full names of people whom the pack does not know are seen; what only looks like one is none."""

from __future__ import annotations

import pytest

from bot.answering.asked_names import publishers, strangers
from bot.answering.constraints import contradiction
from bot.answering.linking import entity_phrasebook
from bot.answering.text import tokenise
from bot.english import CommonEnglish
from bot.knowledge.model import Entity
from tests.answering.counts import build, index


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("what did Imran Khan say", ["imran khan"]),
        ("did Orla Vashti meet Ivo Brandt there", ["orla vashti", "ivo brandt"]),
        ("what did Vashti say", []),
        ("the South Asian portal", []),
        ("Sydney Economics", []),
        ("Swiss Vashti", []),
    ],
)
def test_names_of_several_words_are_of_people(text: str, found: list[str]) -> None:
    tokens = tokenise(text, cased=True)
    names = strangers(tokens, range(len(tokens)), CommonEnglish())

    assert [name.targets[0] for name in names] == found
    assert all(
        [token.word for token in tokens[name.start : name.end]] == name.targets[0].split() for name in names
    )


def test_words_of_the_pack_s_names_are_no_others() -> None:
    assert strangers(tokenise("did Imran Khan go", cased=True), {0, 1, 3}, ()) == ()
    assert strangers(tokenise("did Brandt go", cased=True), {0, 1, 2}, ()) == ()
    assert [
        name.targets for name in strangers(tokenise("did president Brandt go", cased=True), {0, 1, 2, 3}, ())
    ] == [("president brandt",)]
    assert [name.targets for name in strangers(tokenise("Imran Khan", cased=True), {0, 1}, ())] == [
        ("imran khan",)
    ]


@pytest.mark.parametrize("asked", ["did the Courier count in 2021", "were there in 2021 per Courier"])
def test_a_count_of_who_publishes_is_one_that_they_published(asked: str) -> None:
    counts = index()
    reading = counts.reader.read(f"How many attacks {asked}?")
    told = {
        key: contradiction(reading, counts.entries[counts.positions[key]], counts.pack)
        for key in ("a-pcm-2021", "a-2021")
    }

    assert reading.offices == {"courier"}
    assert told == {"a-pcm-2021": None, "a-2021": "counted by another"}


def test_a_publisher_by_a_name_of_the_pack_is_who_bears_that_name() -> None:
    paper = Entity(id="courier", name="Courier", type="body")

    assert list(publishers(build().pack, entity_phrasebook(()))) == ["courier"]
    assert list(publishers(build().pack, entity_phrasebook((paper,)))) == []
