"""A button holds all that a press needs, within Discord's limit, and nothing else is taken for a button."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.views.custom_ids import (
    LONGEST,
    MOST_EARLIER,
    MOST_ENTRIES,
    Delete,
    Pick,
    Press,
    Sources,
    Why,
    decode,
    encode,
)
from bot.knowledge.naming import SHORT, short_name
from bot.offers import units

ids = st.integers(0, 2**64 - 1)
entries = st.text(max_size=200).map(short_name)
presses: st.SearchStrategy[Press] = st.one_of(
    st.builds(Pick, ids, ids, entries),
    st.builds(Sources, st.lists(entries, min_size=1, max_size=MOST_ENTRIES).map(tuple), st.integers(0, 999)),
    st.builds(Why, ids, st.text("0123456789abcdef", max_size=16), entries | st.just(""), st.booleans()),
    st.builds(Delete, ids, ids, st.lists(ids, max_size=MOST_EARLIER).map(tuple)),
)


@given(presses)
def test_what_a_button_holds_is_read_back_and_fits_discord(press: Press) -> None:
    custom_id = encode(press)

    assert decode(custom_id) == press
    assert units(custom_id) <= LONGEST


@given(presses, presses)
def test_buttons_that_do_something_else_never_have_the_same_id(one: Press, other: Press) -> None:
    assert (encode(one) == encode(other)) == (one == other)


@given(st.text() | presses.map(encode).map(lambda custom_id: custom_id[:-1] + "!"))
def test_no_other_text_is_taken_for_a_button(text: str) -> None:
    assert decode(text) is None


@given(st.text(), st.text())
def test_a_short_name_has_one_length_and_tells_entries_apart(one: str, other: str) -> None:
    assert len(short_name(one)) == SHORT
    assert (short_name(one) == short_name(other)) == (one == other)
