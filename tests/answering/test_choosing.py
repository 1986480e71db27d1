"""A typed option means something of the pack by id, short form or name, or else words to look for."""

from __future__ import annotations

import pytest

from bot.answering.browsing.choosing import ANYTHING, LONGEST_KEY, Wanted, holds, short, telling, wanted

LONG = "k" * (LONGEST_KEY + 1)
NAMES = {"ttp": ("Tehreek", "TTP"), "cafe": ("Café Lorn",), LONG: ("Long",), "cafe-2": ("Café Lorn", "x")}


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("ttp", {"ttp"}),
        ("TTP", {"ttp"}),
        (" tehreek ", {"ttp"}),
        ("cafe  lorn", {"cafe", "cafe-2"}),
        (short(LONG), {LONG}),
        ("~nothing", set[str]()),
        ("lorn", set[str]()),
    ],
)
def test_an_id_a_short_form_and_a_name_are_known(typed: str, keys: set[str]) -> None:
    assert wanted(typed, NAMES).keys == keys


def test_the_short_form_leads_back_to_what_is_meant() -> None:
    for key in NAMES:
        assert len(short(key)) <= LONGEST_KEY
        again = wanted(wanted(key, NAMES).canonical, NAMES)
        assert again.keys == {key}


def test_what_names_several_or_nothing_stays_as_typed() -> None:
    assert wanted("Café Lorn", NAMES).canonical == "Café Lorn"
    assert wanted("some  words", NAMES).canonical == "some words"


def test_nothing_typed_fits_everything() -> None:
    assert wanted(None, NAMES) is ANYTHING
    assert ANYTHING.fits((), ())
    assert ANYTHING.canonical is None


def test_a_name_is_looked_for_among_ids_and_words_among_texts() -> None:
    assert wanted("TTP", NAMES).fits(("ttp",), ())
    assert not wanted("TTP", NAMES).fits(("cafe",), ("The TTP.",))
    assert wanted("lorn menu", NAMES).fits((), ("Menu of", "Lorn"))


def test_words_are_those_that_tell_something_or_else_all() -> None:
    assert telling("the attack on the mosque") == ("attack", "mosque")
    assert telling("the") == ("the",)


@pytest.mark.parametrize("typed", ["attacks", "attack", "ATT", "policies"])
def test_a_word_is_found_by_its_beginning_and_in_other_forms(typed: str) -> None:
    assert holds(telling(typed), ("An attack, and a policy.",))


@pytest.mark.parametrize("typed", ["", "...", "attack peace", "tack"])
def test_no_words_or_a_missing_one_find_nothing(typed: str) -> None:
    assert not holds(telling(typed), ("An attack.",))


def test_a_short_form_that_is_gone_fits_nothing() -> None:
    gone = wanted("~0123456789ab", NAMES)

    assert gone == Wanted("~0123456789ab")
    assert not gone.fits(("ttp",), ("anything",))
