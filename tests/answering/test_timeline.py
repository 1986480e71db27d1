"""A timeline lists what happened in a window of time, in order, about a topic."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answering import engine
from bot.answering.browsing.timeline import Edge, Timeline, Window, timeline, window_choices
from bot.answering.figures.sieve import Choice
from bot.knowledge.model import Event
from tests.answering.archive import index, pack

TODAY = date(2023, 6, 1)


def events(begin: str | None = None, end: str | None = None, about: str | None = None) -> Timeline:
    """Return the timeline of a window."""
    return timeline(index(), Window(begin, end, about), TODAY)


def keys(found: Timeline) -> list[str]:
    """Return the ids of what happened."""
    return [row.statement.entry for row in found.rows]


def test_events_come_in_order_of_time_and_undated_ones_last() -> None:
    assert keys(events()) == ["e-founded", "e-bridge", "e-rally", "e-siege", "e-undated"]


@pytest.mark.parametrize(
    ("begin", "end", "expected", "heading"),
    [
        ("2021", None, ["e-bridge", "e-rally", "e-siege"], "since 2021"),
        ("since 2021", None, ["e-bridge", "e-rally", "e-siege"], "since 2021"),
        (None, "2021", ["e-founded", "e-bridge"], "up to 2021"),
        (None, "until May 2021", ["e-founded", "e-bridge"], "up to May 2021"),
        ("2020", "January 2022", ["e-bridge"], "from January 2020 to January 2022"),
        ("2022", "2020", ["e-bridge"], "in 2020–2022"),
        ("2022-11 to 2023-03", None, ["e-rally", "e-siege"], "from November 2022 to March 2023"),
        (None, "2022-11/2023-03", ["e-rally", "e-siege"], "from November 2022 to March 2023"),
        ("2 February 2023", "today", ["e-siege"], "from 2 February to 1 June 2023"),
        ("1999", "2001", [], "in 1999–2001"),
    ],
)
def test_one_side_is_open_and_a_range_is_the_whole_window(
    begin: str | None, end: str | None, expected: list[str], heading: str
) -> None:
    found = events(begin, end)

    assert (keys(found), found.heading) == (expected, heading)


@pytest.mark.parametrize(
    "window", [Window("2021"), Window("2022-11 to 2023-03"), Window(None, "2022", "FVF")]
)
def test_the_short_form_of_a_window_finds_the_same(window: Window) -> None:
    found = timeline(index(), window)

    assert timeline(index(), found.window) == found


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ("tarnholm", ["e-bridge", "e-siege"]),
        ("Valmora", ["e-bridge", "e-rally", "e-siege"]),
        ("FVF", ["e-founded"]),
        ("front", ["e-founded", "e-rally"]),
        ("tarn siege", ["e-siege"]),
    ],
)
def test_a_topic_is_a_name_with_what_is_part_of_it_or_else_words(about: str, expected: list[str]) -> None:
    assert keys(events(about=about)) == expected


def test_what_was_meant_is_said_in_words() -> None:
    assert events(about="fvf").heading == "about Free Valmora Front (FVF)"
    assert events("2023", about="rally").heading == "since 2023 about “rally”"


@pytest.mark.parametrize("window", [Window("some day"), Window("2022", "some day")])
def test_a_date_that_can_not_be_read_is_named(window: Window) -> None:
    found = timeline(index(), window)

    assert (found.rows, found.unreadable) == ((), "some day")


def test_a_headline_stands_only_beside_a_sentence_of_its_own() -> None:
    founded, bridge, *_ = events().rows

    assert (founded.title, founded.statement.text) == ("", "2019: The Front is founded.")
    assert (bridge.title, bridge.statement.text) == ("Bridge", "The bridge opened.")


def test_a_pack_without_events_tells_its_time_by_dated_facts() -> None:
    found = timeline(engine.build_index(pack(without=[Event])), Window())
    (row,) = found.rows

    assert (row.statement.entry, row.title) == ("f-bridge", "")
    assert [other.entry for other in row.rivals] == ["f-cost"]
    assert row.dispute_notes == ("Ten, by the mayor.",)


@pytest.mark.parametrize(
    ("edge", "window", "choices"),
    [
        (
            "begin",
            Window(about="tarnholm"),
            (
                Choice("2021", "2021"),
                Choice("2023", "2023"),
                Choice("May 2021", "2021-05"),
                Choice("January 2023", "2023-01"),
            ),
        ),
        ("end", Window("2023", "2022"), (Choice("2023", "2023"), Choice("January 2023", "2023-01"))),
        ("about", Window(end="2020"), (Choice("Free Valmora Front (FVF)", "fvf"),)),
    ],
)
def test_each_option_offers_what_the_others_leave(
    edge: Edge, window: Window, choices: tuple[Choice, ...]
) -> None:
    offered = window_choices(index(), edge, window)

    assert [choice.value for choice in offered] == [choice.value for choice in choices]
