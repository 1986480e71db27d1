"""A text is read in one case, whatever the case it was typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.casing import Casing

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = (
    "A van went off near Rawalpindi, said the Mint and the PCM.",
    "The Mint makes mint and mint again.",
    "who saw it in rawalpindi",
    "An attack on Rawalpindi by the US and the WHO.",
)


class Listing(frozenset[str]):
    """Common words of English, with what a dictionary writes."""

    def lists(self, word: str) -> bool:
        """Whether a word is one at all."""
        return word in self

    def writes_small(self, word: str) -> bool:
        """Whether it is one that is no name."""
        return word == "gnu"

    def writes_as_name(self, word: str) -> bool:
        """Whether it is one that is always a name."""
        return word in {"kandahar", "kia"}


CASING = Casing(TEXTS, ["who", "us", "nap", "pcm"], {"van", "police"}.__contains__, Listing({"count", "did"}))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("a van near rawalpindi", "a van near Rawalpindi", id="as the pack writes it"),
        pytest.param("the mint", "the mint", id="what it writes without a capital as often"),
        pytest.param("pcm's report", "PCM's report", id="initials"),
        pytest.param(
            "the fbi in turkey and the uk", "the FBI in Turkey and the UK", id="as all the world does"
        ),
        pytest.param("talks in kandahar", "talks in Kandahar", id="as a dictionary does"),
        pytest.param("kandahar aur kia hua", "Kandahar aur kia hua", id="a short name in Urdu"),
        pytest.param("on monday, 6 march", "on Monday, 6 March", id="days"),
        pytest.param("the march talks", "the March talks", id="a month before a word"),
        pytest.param("that march", "that March", id="a month after that"),
        pytest.param("the march on the city", "the march on the city", id="a march"),
        pytest.param("they may march", "they may march", id="verbs"),
        pytest.param("in may", "in May", id="a month after in"),
        pytest.param("did rand count", "did Rand count", id="who counts"),
        pytest.param("did the police count", "did the police count", id="who counts, a word of the pack"),
        pytest.param("the gnu", "the gnu", id="a short word of a dictionary"),
        pytest.param("the bnx", "the Bnx", id="a short word of none"),
        pytest.param("who did it", "who did it", id="a word that asks"),
        pytest.param("did who say it", "did WHO say it", id="the body after did"),
        pytest.param("who", "WHO", id="the body alone"),
        pytest.param("the nap", "the NAP", id="initials that are a word"),
        pytest.param("is it", "is it", id="words that are no initials in this pack"),
        pytest.param("tell us", "tell us", id="us after a verb"),
        pytest.param(
            "he gave us the article", "he gave us the article", id="us after what was done for them"
        ),
        pytest.param("which of us", "which of us", id="us at the end"),
        pytest.param("talks with us officials", "talks with US officials", id="the country before a word"),
        pytest.param("us aid", "US aid", id="the country at the beginning"),
        pytest.param("us police walay ne", "us police walay ne", id="us in Urdu"),
    ],
)
@pytest.mark.parametrize("change", [str, str.upper, str.title])
def test_words_get_the_capitals_that_the_pack_the_world_or_a_dictionary_gives_them(
    typed: str, read: str, change: Callable[[str], str]
) -> None:
    assert CASING.restore(change(typed)) == read


def test_without_a_dictionary_only_the_pack_and_the_world_have_names() -> None:
    assert (
        Casing((), (), {"van"}.__contains__, ()).restore("KANDAHAR, PERU, the bnx")
        == "kandahar, Peru, the bnx"
    )
