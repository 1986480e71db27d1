"""A small pack of counts by two bodies in two places, for sums over them and for short replies."""

from __future__ import annotations

from datetime import date
from functools import cache

from bot.answering import engine
from bot.answering.answer import Answer, Answered, Context
from bot.answering.index import Index
from bot.english import CommonEnglish
from bot.knowledge.model import (
    Citation,
    Claim,
    Conflict,
    Entity,
    Entry,
    Fact,
    Figure,
    Metric,
    Pack,
    Quote,
    Source,
)
from bot.knowledge.periods import Period

TODAY = date(2024, 2, 15)
GAZETTE, COURIER = Citation(source="gazette"), Citation(source="courier")


def count(key: str, value: float, period: str, **fields: object) -> Figure:
    """Return attacks that the ISS counted in Valmora."""
    given: dict[str, object] = {
        "metric": "attacks",
        "unit": "attacks",
        "place": "valmora",
        "counted_by": "iss",
        "citations": (GAZETTE,),
    }
    given.update(fields)
    return Figure(id=key, value=value, period=Period.parse(period), **given)  # type: ignore[arg-type]


def deaths(key: str, value: float, period: str, **fields: object) -> Figure:
    """Return people killed whom the ISS counted in Valmora."""
    return count(key, value, period, **({"metric": "deaths", "unit": "people"} | fields))


def figures() -> tuple[Entry, ...]:
    """Return the counts."""
    return (
        count("a-2020", 100, "2020"),
        count("a-2021", 120, "2021"),
        count(
            "a-2022", 90, "2022", conflicts=(Conflict(entry="a-2022-again"), Conflict(note="80 at first."))
        ),
        count("a-2022-again", 95, "2022", citations=(COURIER,)),
        count("a-2023", 150, "2023", qualifier="at least"),
        count("a-2022-12", 8, "2022-12"),
        count("a-2023-01", 20, "2023-01"),
        count("a-2023-02", 12, "2023-02"),
        count("a-2023-03", 20, "2023-03"),
        count("a-h1", 60, "2023-01/2023-06"),
        count("a-pcm-2021", 70, "2021", counted_by="pcm", citations=(COURIER,)),
        count("a-pcm-2022", 77, "2022", counted_by="pcm", citations=(COURIER,)),
        count("a-pcm-2019", 60, "2019", counted_by="pcm", citations=(COURIER,)),
        count("a-north-01", 5, "2023-01", place="northmark"),
        count("a-south-01", 9, "2023-01", place="southmark"),
        count("a-fvf-2021", 11, "2021", by=("fvf",)),
        count("a-fvf-2022", 14, "2022", by=("fvf",)),
        count("a-north-pcm", 6, "2023-02", place="northmark", counted_by="pcm"),
        count("a-south-iss", 7, "2023-02", place="southmark"),
        count("rise-2021", 20, "2021", metric="rise", unit="percent"),
        deaths("d-2023-01", 40, "2023-01"),
        deaths("d-2023-02", 30, "2023-02"),
        deaths("d-2022", 400, "2022", qualifier="up to"),
        deaths("d-2023", 300, "2023", qualifier="about"),
        deaths("d-unnamed-2021", 10, "2021", counted_by=None),
        deaths("d-unnamed-2022", 10, "2022", counted_by=None),
        deaths("toll", 7, "2023-02-03", place="tarnholm", event="market-bombing"),
        count(
            "h-toll", 31, "2023-02-03", metric="hurt", unit="people", place="tarnholm", event="market-bombing"
        ),
        count("h-2023-01", 90, "2023-01", metric="hurt", unit="people"),
        count("h-north-01", 15, "2023-01", metric="hurt", unit="people", place="northmark"),
        count("tents", 300, "2023-01", metric="tents", unit="tents", label="tents sent to the valley"),
    )


def fact(key: str, statement: str, *about: str) -> Fact:
    """Return a fact that is asked for in its own words."""
    return Fact(
        id=key, statement=statement, asks=(f"Is it so: {statement}",), about=about, citations=(GAZETTE,)
    )


def others() -> tuple[Entry, ...]:
    """Return facts, a quote and a claim."""
    return (
        Fact(
            id="march-fact",
            statement="By the ISS's count the 20 attacks of March 2023 were the most in any month.",
            asks=("Was March 2023 a bad month?",),
            period=Period.parse("2023-03"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="talks",
            statement="The Lorn talks were held in Northmark in 2022.",
            asks=("When were the Lorn talks held?", "Where were the Lorn talks held?"),
            about=("lorn-talks", "northmark"),
            period=Period.parse("2022"),
            citations=(GAZETTE, COURIER),
        ),
        Fact(
            id="talks-2023",
            statement="The Lorn talks of 2023 were held in Southmark.",
            asks=("When were the Lorn talks of 2023 held?",),
            about=("lorn-talks", "southmark"),
            period=Period.parse("2023"),
            citations=(GAZETTE,),
        ),
        Quote(
            id="brandt",
            words="The bridge is a threat to all of us.",
            speaker="ivo-brandt",
            role="Minister",
            asks=("What did Ivo Brandt say about the bridge?",),
            period=Period.parse("2023-02-15"),
            citations=(COURIER,),
        ),
        Quote(
            id="weld",
            words="The bridge is safe.",
            speaker="ada-weld",
            asks=("What did Ada Weld say about the bridge?",),
            period=Period.parse("2023-02-16"),
            citations=(COURIER,),
        ),
        Claim(
            id="claim-fell",
            claim="Attacks fell from 2020 to 2021.",
            verdict="contradicted",
            asks=("Is it true that attacks fell from 2020 to 2021?",),
            entries=("a-2020", "a-2021"),
            citations=(COURIER,),
        ),
    )


def entities() -> tuple[Entry, ...]:
    """Return what the other entries name."""
    return (
        Entity(id="valmora", name="Valmora", type="place"),
        Entity(id="northmark", name="Northmark", type="place", part_of=("valmora",)),
        Entity(id="southmark", name="Southmark", type="place", part_of=("valmora",)),
        Entity(id="tarnholm", name="Tarnholm", type="place", part_of=("northmark",)),
        Entity(id="iss", name="Institute for Security Statistics", type="body", aliases=("ISS",)),
        Entity(id="pcm", name="Peace and Conflict Monitor", type="body", aliases=("PCM",)),
        Entity(id="fvf", name="Free Valmora Front", type="group", aliases=("FVF",)),
        Entity(id="harrow", name="Harrow Brigade", type="group"),
        Entity(id="market-bombing", name="Tarnholm market bombing", aliases=("market bombing",)),
        Entity(id="lorn-talks", name="Lorn talks"),
        Entity(id="ivo-brandt", name="Ivo Brandt", type="person", aliases=("Brandt",)),
        Entity(id="ada-weld", name="Ada Weld", type="person"),
    )


METRICS = (
    Metric(
        id="attacks",
        unit="attacks",
        words=("attacks", "raids"),
        sentence="{who} counted {value} attacks {where} {when}.",
    ),
    Metric(
        id="deaths",
        unit="people",
        words=("killed", "deaths", "people died"),
        sentence="{who} counted {value} people killed {where} {when}.",
    ),
    Metric(
        id="hurt",
        unit="people",
        words=("injured", "wounded"),
        sentence="{who} counted {value} people injured {where} {when}.",
    ),
    Metric(
        id="rise",
        unit="percent",
        words=("rise in attacks", "attacks rose", "attacks rise"),
        sentence="{who} put the rise in attacks {when} at {value} percent.",
    ),
    Metric(id="tents", unit="tents", words=("tents",)),
)


def build(
    *extra: Entry, default_place: str | None = "valmora", metrics: tuple[Metric, ...] = METRICS
) -> Index:
    """Return an index over the counts with more entries, or with others in their place."""
    entries = (*entities(), *figures(), *others(), *extra)
    return engine.build_index(
        Pack(
            id="counts",
            title="Counts",
            default_place=default_place,
            metrics={metric.id: metric for metric in metrics},
            sources={
                "gazette": Source(id="gazette", publisher="The Gazette", date=Period.parse("2024-01-05")),
                "courier": Source(id="courier", publisher="Courier", date=Period.parse("2024-02-01")),
            },
            entries={entry.id: entry for entry in entries},
        ),
        CommonEnglish(),
    )


@cache
def index() -> Index:
    """Return the index, built once."""
    return build()


def ask(question: str, about: Context | None = None, among: Index | None = None) -> Answer:
    """Put a question to the bot, perhaps as a reply to an answer."""
    return engine.answer(among or index(), question, engine.Ask(as_of=TODAY, about=about))


def shown(answer: Answer) -> list[str]:
    """Return the entries of an answer; none when it is no answer."""
    return [statement.entry for statement in answer.statements] if isinstance(answer, Answered) else []
