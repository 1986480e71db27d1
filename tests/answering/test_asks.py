"""What asks in a message is told from what leads to it, and several asks from one."""

from __future__ import annotations

import pytest

from bot.answering.asks import asking_part, asks_apart


@pytest.mark.parametrize(
    ("message", "ask"),
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
        ("He told me how it was. When was it held? I need the day.", "When was it held?"),
        ("It rained. For a paper of mine, when was it held?", "when was it held?"),
        ("I was tired, as always. He asked me when it was held", "when it was held"),
        ("He comes from far and asked us how many came there", "how many came there"),
        ("do you know it", None),
    ],
)
def test_the_only_part_that_asks_among_others_is_found(message: str, ask: str | None) -> None:
    asked = asking_part(message)

    assert (asked.ask.strip(" ?!") if asked else None) == (ask.strip(" ?!") if ask else None)


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("When was it held and who led it?", ["When was it held", "who led it"]),
        ("When was it held? Also how many came?", ["When was it held", "Also how many came"]),
        (
            "Just the plain fact, which day was it and how many came?",
            ["which day was it", "how many came"],
        ),
        ("tell me when it was held and who came there", ["tell me when it was held", "who came there"]),
        ("1. When was it held? 2. who led it", ["When was it held", "who led it"]),
        ("1) when was it held 2) who led it", ["when was it held", "who led it"]),
        ("When was it held?", []),
        ("When and where was it held?", []),
        ("Was talking to a friend of mine. When was it held?", []),
        ("He told me who led it and when it was held.", []),
        ("How many attacks by the TTP and IS-K were there?", []),
        (f"When was it held and who led it? {'It was a long day. ' * 60}", []),
        ("1 who is a b. 2 who is c d. 3 who is e f. 4 who is g h. 5 who is i j", []),
    ],
)
def test_several_asks_of_a_message_are_told_apart(message: str, asks: list[str]) -> None:
    assert [each.ask.strip(" ?") for each in asks_apart(message)] == asks


def test_what_is_no_ask_is_kept_beside_each() -> None:
    first, second = asks_apart("It is about 2022. When was it held and who led it?")

    assert first.others == second.others == ("It is about 2022.",)
