"""What is on hold is nowhere: not answered, offered, counted, listed or drawn; and nothing else breaks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answering import engine
from bot.answering.answer import Answered
from bot.answering.browsing.overview import overview
from bot.answering.browsing.quoting import QuoteFilters, quotations
from bot.answering.browsing.timeline import Window, timeline
from bot.answering.entry_answers import answer_entry, prompts
from bot.answering.figures.chart import chart
from bot.answering.figures.listing import table
from bot.answering.figures.sieve import Filters
from bot.answering.index import Index
from bot.knowledge.model import Pack
from tests.answering import archive, world


def without(pack: Pack, *sources: str) -> Index:
    """Return the index of a pack in which some sources are withdrawn."""
    gone = {key: replace(pack.sources[key], status="withdrawn") for key in sources}
    return engine.build_index(replace(pack, sources={**pack.sources, **gone}))


@cache
def half() -> Index:
    """Return the made-up country without the bulletin, on which one counter's figures rest."""
    return without(world.pack(), "bulletin")


def shown(question: str) -> list[str]:
    """Return the ids of the entries that a question is answered with; none if it is not."""
    found = engine.answer(half(), question)
    return [each.entry for each in found.statements] if isinstance(found, Answered) else []


def test_an_entry_on_hold_is_not_answered_offered_or_worded() -> None:
    held = {hold.entry for hold in half().holds}

    assert "deaths-2023-01-pcm" in held
    assert not held & set(half().positions)
    assert "deaths-2023-01-pcm" not in shown("How many deaths did PCM count in January 2023?")
    with pytest.raises(KeyError):
        answer_entry(half(), "deaths-2023-01-pcm", "?")


def test_the_other_counter_is_answered_as_before_without_the_one_on_hold_beside_it() -> None:
    asked = "How many people were killed in January 2023?"

    assert world.shown(asked) == ["deaths-2023-01", "deaths-2023-01-pcm"]
    assert shown(asked) == ["deaths-2023-01"]


def test_figures_on_hold_are_in_no_table_and_no_chart() -> None:
    filters = Filters("deaths", None, "2023-01", "pcm")

    assert [row.entry for row in table(world.pack(), filters).rows] == ["deaths-2023-01-pcm"]
    assert table(half().pack, filters).rows == ()
    assert chart(half().pack, filters).series == ()


def test_events_quotations_and_names_on_hold_are_not_browsed_or_counted() -> None:
    archived = without(archive.pack(), "courier")

    assert quotations(archived, QuoteFilters()).rows == ()
    assert len(timeline(archived, Window()).rows) == 5
    assert dict(overview(archived).entries) == {"event": 5, "fact": 2, "claim": 2}
    assert overview(archived).sources == 3


def test_a_claim_whose_evidence_is_partly_on_hold_waits_with_it() -> None:
    archived = without(archive.pack(), "courier-2")

    assert [hold.entry for hold in archived.holds] == ["f-bridge", "c-nine"]
    assert answer_entry(archived, "f-cost", "?").disputed is False
    assert [cited.source.id for cited in answer_entry(archived, "f-cost", "?").citations] == ["gazette"]


def test_when_every_source_is_withdrawn_nothing_is_answered_and_nothing_breaks() -> None:
    empty = without(archive.pack(), "gazette", "courier", "courier-2")

    assert list(empty.entries) == []
    assert prompts(empty) == ()
