"""A small made-up archive to browse: sources of every use, quotations, events, disputes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from bot.answering import engine
from bot.answering.index import Index
from bot.knowledge.model import (
    Citation,
    Claim,
    Conflict,
    Entity,
    Entry,
    Event,
    Fact,
    Pack,
    Question,
    Quote,
    Source,
)
from bot.knowledge.periods import Period

LONG = "a-source-whose-id-is-longer-than-a-button-likes"


def sources() -> tuple[Source, ...]:
    """Return sources with and without title, date and live entries."""
    return (
        Source(id="gazette", publisher="The Lorn Gazette", title="A year of attacks", author="E. Aune"),
        Source(id="courier", publisher="Courier", url="https://courier.example/2023/talks-open"),
        Source(id="courier-2", publisher="Courier", title="Bridge opens", date=Period.parse("2021-05-13")),
        Source(id=LONG, publisher="Café Lorn", title="Menu"),
        Source(id="old", publisher="Old Times", title="Withdrawn story", status="withdrawn"),
    )


def quote(key: str, speaker: str, words: str, day: str | None, *about: str) -> Quote:
    """Return a quotation."""
    period = Period.parse(day) if day else None
    citations = (Citation(source="courier"),)
    return Quote(id=key, words=words, speaker=speaker, period=period, about=about, citations=citations)


def event(key: str, title: str, day: str | None, *about: str, statement: str | None = None) -> Event:
    """Return an event."""
    period = Period.parse(day) if day else None
    citations = (Citation(source="gazette"),)
    return Event(id=key, title=title, statement=statement, period=period, about=about, citations=citations)


def entities() -> tuple[Entry, ...]:
    """Return people and places, one inside the other."""
    return (
        Entity(id="valmora", name="Valmora"),
        Entity(id="tarnholm", name="Tarnholm", part_of=("valmora",)),
        Entity(id="ivo-brandt", name="Ivo Brandt", aliases=("Brandt",)),
        Entity(id="una-holt", name="Una Holt"),
        Entity(id="fvf", name="Free Valmora Front", aliases=("FVF",)),
    )


def entries() -> tuple[Entry, ...]:
    """Return what can be browsed, and what must not be."""
    return (
        *entities(),
        quote("q-threat", "ivo-brandt", "The Front is a threat to all of us.", "2023-02-15", "fvf"),
        quote("q-bridge", "ivo-brandt", "The bridge is open to everyone.", "2021-05-12", "tarnholm"),
        quote("q-talks", "una-holt", "We talked of attacks.", "2023-02", "valmora"),
        quote("q-undated", "una-holt", "Nobody knows.", None),
        Quote(
            id="q-draft",
            words="Not yet.",
            speaker="una-holt",
            status="draft",
            citations=(Citation(source="courier"),),
        ),
        event("e-founded", "The Front is founded", "2019", "fvf"),
        event("e-bridge", "Bridge", "2021-05-12", "tarnholm", statement="The bridge opened."),
        event("e-siege", "Siege", "2023-01-30/2023-02-02", "tarnholm", statement="A siege."),
        event("e-rally", "Rally", "2023-01-30", "valmora", statement="A rally of the Front."),
        event("e-undated", "Something", None),
        Fact(
            id="f-bridge",
            statement="It cost nine crowns.",
            period=Period.parse("2021-05-12"),
            citations=(Citation(source="courier-2", locator="p. 4", quote="nine crowns"),),
            conflicts=(Conflict(entry="f-cost"), Conflict(note="Ten, by the mayor.")),
        ),
        Fact(
            id="f-cost",
            statement="It cost twelve crowns.",
            citations=(Citation(source="gazette"), Citation(source="courier-2")),
        ),
        Claim(
            id="c-nine",
            claim="The bridge cost nine crowns.",
            verdict="supported",
            entries=("f-bridge", "f-cost"),
            citations=(Citation(source="gazette"),),
        ),
        Claim(
            id="c-front",
            claim="The Front is old.",
            verdict="unverified",
            differs="Nobody says so.",
            citations=(Citation(source="gazette"),),
        ),
    )


def pack(extra: Iterable[Entry] = (), without: Iterable[type[Entry]] = ()) -> Pack:
    """Return the archive, with more entries or without those of some kinds."""
    kept = [entry for entry in entries() if not isinstance(entry, tuple(without))]
    return Pack(
        id="archive",
        title="Valmora",
        description="Attacks and talks.",
        as_of=Period.parse("2024-01"),
        sources={source.id: source for source in sources()},
        entries={entry.id: entry for entry in (*kept, *extra)},
        questions=(
            Question(question="How much did the bridge cost?", expect=("x",), split="report"),
            Question(question="Who won the cup in Peru?", split="report"),
            Question(question="Is this one left out?"),
        ),
    )


@cache
def index() -> Index:
    """Return the archive's index, built once."""
    return engine.build_index(pack())
