"""Use cases of browsing: sources, quotations, events, and how good the knowledge is."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.answering.browsing.bibliography import Bibliography, Profile
from bot.answering.browsing.quoting import QuoteFilters
from bot.answering.browsing.timeline import Window
from bot.answering.figures.sieve import Choice
from bot.browsing import Browsing
from bot.knowledge.model import Entity, Question, Source
from bot.library import Library
from bot.offers import LONGEST, MOST, units
from tests.answering.archive import event, pack, quote
from tests.shelf import Shelf

PUBLISHED = datetime(2024, 1, 2, 3, 4, tzinfo=UTC)


class Clock:
    """Tells the moments at which a pack goes live, one minute after the other."""

    def __init__(self) -> None:
        """Start at the first."""
        self.minute = PUBLISHED.minute - 1

    def __call__(self) -> datetime:
        """Return the next moment."""
        self.minute += 1
        return PUBLISHED.replace(minute=self.minute)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(pack())


@pytest.fixture
def library(shelf: Shelf) -> Library:
    library = Library(shelf, Clock())
    library.load_first()
    return library


@pytest.fixture
def browsing(library: Library) -> Browsing:
    return Browsing(library, lambda: date(2024, 6, 1))


async def test_about_tells_what_is_live_since_when_and_how_good_it_is(
    browsing: Browsing, library: Library
) -> None:
    about = await browsing.about()

    assert (about.revision, about.since) == (library.current.id, PUBLISHED)
    assert about.overview.title == "Valmora"
    assert about.measured is not None
    assert about.measured.false_answers.total == 1


async def test_a_state_read_again_is_live_since_the_first_time(
    browsing: Browsing, library: Library, shelf: Shelf
) -> None:
    await library.reload()
    assert (await browsing.about()).since == PUBLISHED
    shelf.pack = pack([event("e-new", "New", "2024")])
    await library.reload()

    assert (await browsing.about()).since > PUBLISHED


async def test_a_revision_is_measured_once_however_many_ask(
    browsing: Browsing, library: Library, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def measured(*_: object) -> None:
        threads.append(threading.get_ident())

    monkeypatch.setattr("bot.browsing.measure", measured)
    await asyncio.gather(browsing.about(), browsing.about())
    await browsing.about()
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()

    shelf.pack = replace(shelf.pack, questions=(Question(question="New?", split="report"),))
    await library.reload()
    await browsing.about()
    assert len(threads) == 2


async def test_questions_that_can_not_be_read_are_tried_again(browsing: Browsing, shelf: Shelf) -> None:
    shelf.break_with(1)
    failed = await browsing.about()
    shelf.error = None
    about = await browsing.about()

    assert (failed.measured, failed.unreadable) == (None, True)
    assert about.measured is not None
    assert not about.unreadable


async def test_sources_are_one_or_a_list(browsing: Browsing) -> None:
    assert isinstance(await browsing.sources(), Bibliography)
    assert isinstance(await browsing.sources("gazette"), Profile)


async def test_sources_are_offered_by_words_of_publisher_and_title(browsing: Browsing) -> None:
    assert await browsing.source_choices("bridge cour") == [
        Choice("Courier · Bridge opens · 13 May 2021", "courier-2")
    ]
    assert (await browsing.source_choices(""))[0].value == "gazette"


async def test_offers_are_few_short_distinct_and_of_the_live_revision(
    browsing: Browsing, library: Library, shelf: Shelf
) -> None:
    await browsing.source_choices("")
    alike = [Source(id=f"s-{n}", publisher="Same", title="word " * 40) for n in range(40)]
    long = Source(id="x" * 101, publisher="Too long an id", title="T")
    shelf.pack = replace(shelf.pack, sources={each.id: each for each in [*alike, long]}, entries={})
    await library.reload()
    offered = await browsing.source_choices("same")

    assert len({choice.name for choice in offered}) == len({choice.value for choice in offered}) == MOST
    assert all(units(choice.name) <= LONGEST for choice in offered)
    assert await browsing.source_choices("too long an id") == []


async def test_quotations_are_found_and_offered(browsing: Browsing) -> None:
    found = await browsing.quotations(QuoteFilters(date="last year"))
    offered = await browsing.quote_choices("speaker", "bra", QuoteFilters(topic="fvf"))

    assert [row.statement.entry for row in found.rows] == ["q-talks", "q-threat"]
    assert offered == [Choice("Ivo Brandt", "ivo-brandt")]


async def test_events_are_found_and_offered(browsing: Browsing) -> None:
    found = await browsing.events(Window("last year", "today"))
    offered = await browsing.event_choices("about", "tarn", Window("2023"))

    assert [row.statement.entry for row in found.rows] == ["e-rally", "e-siege"]
    assert offered == [Choice("Tarnholm", "tarnholm")]


async def test_a_typed_date_is_offered_first_as_it_is_read(browsing: Browsing) -> None:
    ranges = await browsing.event_choices("begin", "2022-11 to 2023-03", Window())
    months = await browsing.event_choices("end", "january 2023", Window())
    year = await browsing.quote_choices("date", "2023", QuoteFilters())

    assert ranges[0] == Choice("November 2022 to March 2023", "2022-11/2023-03")
    assert [choice.value for choice in months] == ["2023-01"]
    assert [choice.value for choice in year] == ["2023", "2023-02-15", "2023-02"]


async def test_what_is_no_date_yet_finds_those_that_are_like_it(browsing: Browsing) -> None:
    offered = await browsing.quote_choices("date", "feb", QuoteFilters())

    assert {choice.value for choice in offered} == {"2023-02-15", "2023-02"}


async def test_people_of_one_name_can_both_be_chosen(
    browsing: Browsing, library: Library, shelf: Shelf
) -> None:
    same = [Entity(id=key, name="Ida Same") for key in ("ida-1", "ida-2")]
    quotes = [quote(f"q-{each.id}", each.id, "Words.", "2020") for each in same]
    shelf.pack = pack([*same, *quotes])
    await library.reload()
    offered = await browsing.quote_choices("speaker", "ida", QuoteFilters())

    assert offered == [Choice("Ida Same", "ida-1"), Choice("Ida Same (2)", "ida-2")]
