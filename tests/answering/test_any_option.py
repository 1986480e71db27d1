"""Any text typed into an option finds something or nothing, and the short form finds the same again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.browsing.bibliography import Profile, look_up
from bot.answering.browsing.quoting import QuoteFilters, quotations
from bot.answering.browsing.timeline import Window, timeline
from tests.answering.archive import index

words = st.sampled_from(
    ["Brandt", "bridge", "the", "FVF", "2021", "2023-02", "to", "since", "Lorn", "~", "tarn", "attacks"]
)
typed = st.none() | st.text(max_size=20) | st.lists(words, min_size=1, max_size=4).map(" ".join)


@given(typed, typed, typed)
def test_quotations(speaker: str | None, topic: str | None, day: str | None) -> None:
    found = quotations(index(), QuoteFilters(speaker, topic, day))

    assert quotations(index(), found.filters) == found


@given(typed, typed, typed)
def test_events(begin: str | None, end: str | None, about: str | None) -> None:
    found = timeline(index(), Window(begin, end, about))
    again = timeline(index(), found.window)

    assert (again.rows, again.window, again.unreadable) == (found.rows, found.window, found.unreadable)


@given(typed)
def test_sources(text: str | None) -> None:
    found = look_up(index(), text)

    assert look_up(index(), found.key if isinstance(found, Profile) else found.typed) == found
