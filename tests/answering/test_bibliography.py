"""Sources are found by their words, and each shows what rests on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.browsing.bibliography import Bibliography, Profile, Resting, look_up, source_choices
from bot.answering.engine import build_index
from tests.answering.archive import LONG, index, pack


def listed(typed: str | None = None) -> list[tuple[str, int]]:
    """Return the sources of a list with how many entries rest on each."""
    found = look_up(index(), typed)
    assert isinstance(found, Bibliography)
    return [(row.source.id, row.entries) for row in found.rows]


def profile(typed: str) -> Profile:
    """Return the one source that is meant."""
    found = look_up(index(), typed)
    assert isinstance(found, Profile)
    return found


def resting(typed: str) -> dict[str, Resting]:
    """Return the entries that rest on a source."""
    return {each.statement.entry: each for each in profile(typed).entries}


def test_nothing_typed_lists_all_sources_most_used_first_and_withdrawn_ones_last() -> None:
    assert listed() == [("gazette", 8), ("courier", 4), ("courier-2", 2), (LONG, 0), ("old", 0)]


def test_a_withdrawn_source_counts_and_names_what_is_on_hold_for_it() -> None:
    whole = pack()
    gone = replace(whole.sources["courier"], status="withdrawn")
    built = build_index(replace(whole, sources={**whole.sources, "courier": gone}))
    rows, one = look_up(built), look_up(built, "courier.example")

    assert isinstance(rows, Bibliography)
    assert [(row.source.id, row.entries) for row in rows.rows[-2:]] == [("courier", 4), ("old", 0)]
    assert isinstance(one, Profile)
    assert one.entries == ()
    assert [(each.entry, each.question) for each in one.held][:2] == [
        ("q-threat", "What did Ivo Brandt say on 15 February 2023?"),
        ("q-bridge", "What did Ivo Brandt say on 12 May 2021?"),
    ]


def test_a_draft_of_a_source_is_not_listed() -> None:
    whole = pack()
    draft = replace(whole.sources["old"], status="draft")
    found = look_up(build_index(replace(whole, sources={**whole.sources, "old": draft})))

    assert isinstance(found, Bibliography)
    assert "old" not in {row.source.id for row in found.rows}


@pytest.mark.parametrize("typed", ["courier", "COURIER talks", "courier.example", "talks-open"])
def test_one_source_is_found_by_id_or_by_words_of_publisher_title_and_address(typed: str) -> None:
    assert profile(typed).source.id == "courier"


@pytest.mark.parametrize("typed", ["A year of attacks", "aune", "gazette attack"])
def test_one_source_is_found_by_title_and_author(typed: str) -> None:
    assert profile(typed).source.id == "gazette"


def test_words_that_several_have_list_them() -> None:
    assert listed("Cour") == [("courier", 4), ("courier-2", 2)]


@pytest.mark.parametrize("typed", ["nothing", "~0123456789ab"])
def test_what_is_unknown_is_not_found(typed: str) -> None:
    assert listed(typed) == []


def test_a_long_id_has_a_short_form_that_finds_it_again() -> None:
    found = profile(LONG)

    assert len(found.key) < len(LONG)
    assert profile(found.key) == found
    assert found.entries == ()


def test_the_only_source_of_a_pack_is_still_a_list_when_nothing_is_typed() -> None:
    assert isinstance(look_up(index()), Bibliography)


def test_entries_come_by_kind_and_say_whether_they_rest_on_nothing_else() -> None:
    found = resting("gazette")

    assert list(found) == [
        "f-cost",
        "e-founded",
        "e-bridge",
        "e-siege",
        "e-rally",
        "e-undated",
        "c-nine",
        "c-front",
    ]
    assert {key for key, each in found.items() if not each.alone} == {"f-cost", "c-nine"}


def test_entries_show_where_in_the_source_and_whether_others_disagree() -> None:
    found = resting("courier-2")["f-bridge"]

    assert [(cited.locator, cited.quote) for cited in found.cited] == [("p. 4", "nine crowns")]
    assert (found.alone, found.disputed) == (True, True)


def test_choices_name_publisher_title_or_address_and_date() -> None:
    assert [choice.name for choice in source_choices(index())] == [
        "The Lorn Gazette · A year of attacks",
        "Courier · courier.example/2023/talks-open",
        "Courier · Bridge opens · 13 May 2021",
        "Café Lorn · Menu",
        "Withdrawn: Old Times · Withdrawn story",
    ]


def test_the_label_of_a_source_finds_it() -> None:
    for choice in source_choices(index()):
        assert profile(choice.name.removeprefix("Withdrawn: ")).source.id == choice.value
