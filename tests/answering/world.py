"""A small made-up country with everything the engine tells apart: counters, places, groups, tolls, claims."""

from __future__ import annotations

from datetime import date
from functools import cache

from bot.answering import engine
from bot.answering.answer import Ambiguous, Answered, Unanswered
from bot.answering.index import Index
from bot.english import CommonEnglish
from bot.knowledge.model import Entity, Entry, Metric, Pack, Source
from bot.knowledge.periods import Period
from tests.answering.entries import facts, figures, others

TODAY = date(2024, 2, 15)

METRICS = (
    Metric(
        id="deaths",
        unit="people",
        words=("people killed", "killed", "deaths", "died", "death toll", "fatalities", "lives lost"),
        sentence="{who} counted {value} people killed in attacks {where} {when}.",
    ),
    Metric(
        id="security-deaths",
        unit="people",
        words=("soldiers killed", "soldiers were killed", "policemen killed", "police were killed"),
        sentence="{who} counted {value} soldiers and policemen killed {where} {when}.",
        broader="deaths",
    ),
    Metric(
        id="injured",
        unit="people",
        words=("injured", "wounded", "people hurt"),
        sentence="{who} counted {value} people injured in attacks {where} {when}.",
    ),
    Metric(
        id="attacks",
        unit="attacks",
        words=("attacks", "raids", "incidents"),
        sentence="{who} counted {value} attacks {where} {when}.",
    ),
    Metric(id="trained", unit="people", words=("trained", "trainees")),
)

SOURCES = (
    ("gazette", "The Lorn Gazette", "A year of attacks", "2024-01-05"),
    ("courier", "Northmark Courier", "What the counters found", "2023-02-01"),
    ("bulletin", "Peace and Conflict Monitor", None, "2023-02-03"),
    ("essay", "The Essay", "On the talks", None),
)


def entities() -> tuple[Entry, ...]:
    """Return the places, bodies, people and terms that the other entries name."""
    return (
        Entity(id="valmora", name="Valmora", type="place", aliases=("Republic of Valmora",)),
        Entity(id="northmark", name="Northmark", type="place", part_of=("valmora",)),
        Entity(id="southmark", name="Southmark", type="place", part_of=("valmora",)),
        Entity(id="tarnholm", name="Tarnholm", type="place", part_of=("northmark",)),
        Entity(id="lorn", name="Lorn", type="place", part_of=("valmora",), stands_for=("cabinet",)),
        Entity(id="cabinet", name="Government of Valmora", aliases=("cabinet",)),
        Entity(id="iss", name="Institute for Security Statistics", aliases=("ISS",)),
        Entity(id="pcm", name="Peace and Conflict Monitor", aliases=("PCM",)),
        Entity(id="police", name="Tarnholm Police"),
        Entity(id="health", name="Northmark Health Department", aliases=("health department",)),
        Entity(id="fvf", name="Free Valmora Front", aliases=("FVF",)),
        Entity(id="brigade", name="Harrow Brigade"),
        Entity(id="market-bombing", name="Tarnholm market bombing", aliases=("market bombing",)),
        Entity(id="lorn-talks", name="Lorn Dialogue"),
        Entity(id="ivo-brandt", name="Ivo Brandt", type="person", aliases=("Brandt",)),
        Entity(
            id="world-office",
            name="World Harvest Office",
            aliases=("WHO",),
            asks=("What does WHO stand for?", "What is the World Harvest Office?"),
            description="A body that lends seed to farmers.",
            citations=facts()[0].citations,
        ),
    )


@cache
def pack() -> Pack:
    """Return the pack; read only, so one copy serves every test."""
    entries = (*entities(), *facts(), *figures(), *others())
    return Pack(
        id="valmora",
        title="Attacks and talks in Valmora",
        default_place="valmora",
        metrics={metric.id: metric for metric in METRICS},
        synonyms=(("dialogue", "talks", "sit down at the table"), ("armoured car", "bulletproof vehicle")),
        sources={
            key: Source(
                id=key,
                publisher=publisher,
                title=title,
                date=Period.parse(day) if day else None,
                url=f"https://example.org/{key}",
            )
            for key, publisher, title, day in SOURCES
        },
        entries={entry.id: entry for entry in entries},
    )


@cache
def index() -> Index:
    """Return the pack's index, built once."""
    return engine.build_index(pack(), CommonEnglish())


def ask(question: str, as_of: date | None = None) -> Answered | Ambiguous | Unanswered:
    """Put a question to the bot."""
    return engine.answer(index(), question, engine.Ask(as_of=as_of))


def shown(question: str, as_of: date | None = None) -> list[str]:
    """Return the ids of the entries that a question is answered with, best first; none if it is not."""
    answer = ask(question, as_of)
    return [statement.entry for statement in answer.statements] if isinstance(answer, Answered) else []


def found(question: str, as_of: date | None = None) -> str | None:
    """Return the id of the entry that a question is answered with, if it is answered."""
    return next(iter(shown(question, as_of)), None)
