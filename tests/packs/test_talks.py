"""Replies in talks about the first pack: they are answered of what was spoken of, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.answer import Answered
from bot.answering.engine import answer
from bot.answering.followups.context import context_of
from tests.packs.dialogue import TODAY, index


def last_of(*texts: str) -> str | None:
    """Return the entry that answers the last text of a talk; none if it is not answered."""
    about, told = None, None
    for text in texts:
        told = answer(index(), text, replace(TODAY, about=about))
        about = context_of(told)
    return told.main.entry if isinstance(told, Answered) else None


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        pytest.param(
            "where was the 2024 round of the pakistan-us counterterrorism dialogue held?",
            "and when was the one after that?",
            id="the next one is not this one",
        ),
        pytest.param(
            "when did pakistan's foreign office announce the march 2023 dialogue with the us?",
            "and the americans?",
            id="what one did is not what the other did",
        ),
        pytest.param("who leads the ttp", "and the afghan taliban?", id="a card does not say who leads"),
        pytest.param(
            "what share of army troops did the ttp want out of the tribal districts?",
            "did the army pull any out?",
            id="whether somebody else did it",
        ),
        pytest.param(
            "when was the second mid-level defence dialogue between pakistan and the us?",
            "who led the pakistani side",
            id="at another meeting",
        ),
        pytest.param(
            "was there a us pakistan counterterrorism channel before 2023?",
            "does the group still exist?",
            id="the group is none that was not spoken of",
        ),
        pytest.param(
            "how many attacks hit Balochistan on 25 December 2022",
            "how many attacks in the province in the whole of 2022",
            id="the province of the talk",
        ),
    ],
)
def test_a_reply_is_not_answered_with_what_it_does_not_ask(question: str, reply: str) -> None:
    assert last_of(question) is not None
    assert last_of(question, reply) is None


@pytest.mark.parametrize(
    ("talk", "entry"),
    [
        pytest.param(
            ("how many militant attacks were there in 2025 according to picss?", "and the year before"),
            "picss-attacks-2024-restated",
            id="the year before",
        ),
        pytest.param(
            ("what did blinken say when the us designated leaders of aqis and the ttp?", "whats aqis"),
            "aqis",
            id="without an apostrophe",
        ),
        pytest.param(
            (
                "how many people were killed in kp in january 2023 according to picss?",
                "and in punjab?",
                "how many attacks were there in balochistan that month",
            ),
            "picss-attacks-balochistan-2023-01",
            id="that month, after a reply in vain",
        ),
        pytest.param(
            ("who said that groups in afghanistan threaten pakistan and the us?", "where did he say that?"),
            "bilawal-groups-in-afghanistan",
            id="where it was said",
        ),
        pytest.param(
            ("when did the ttp decline, says usip?", "how many fighters does the ttp have these days"),
            "un-ttp-strength-estimates",
            id="these days point at nothing",
        ),
    ],
)  # fmt: skip
def test_a_reply_is_answered_of_what_was_spoken_of(talk: tuple[str, ...], entry: str) -> None:
    assert last_of(*talk) == entry
