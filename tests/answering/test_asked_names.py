"""Full names of people whom the pack does not know are seen; what only looks like one is none."""

from __future__ import annotations

import pytest

from bot.answering.asked_names import strangers
from bot.answering.text import tokenise
from bot.english import CommonEnglish


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
    assert [name.targets for name in strangers(tokenise("Imran Khan", cased=True), {0, 1}, ())] == [
        ("imran khan",)
    ]
