"""The facts, figures, quotes, events and claims of the made-up country."""

from __future__ import annotations

from bot.knowledge.model import Citation, Claim, Conflict, Entry, Event, Fact, Figure, Quote
from bot.knowledge.periods import Period

GAZETTE = Citation(source="gazette")
COURIER = Citation(source="courier")
BULLETIN = Citation(source="bulletin")
ESSAY = Citation(source="essay", quote="They talked for two days.", locator="p. 4")


def count(key: str, metric: str, value: int, period: str, counter: str = "iss") -> Figure:
    """Return one counter's count for the whole country."""
    return Figure(
        id=key,
        metric=metric,
        value=value,
        unit="attacks" if metric == "attacks" else "people",
        period=Period.parse(period),
        place="valmora",
        counted_by=counter,
        citations=(BULLETIN if counter == "pcm" else GAZETTE,),
    )


def figures() -> tuple[Figure, ...]:
    """Return monthly, yearly and half-yearly counts, and those of places, groups and one event."""
    return (
        count("deaths-2023-01", "deaths", 134, "2023-01"),
        count("deaths-2023-01-pcm", "deaths", 128, "2023-01", "pcm"),
        count("deaths-2023-02", "deaths", 61, "2023-02"),
        count("deaths-2022", "deaths", 973, "2022"),
        count("deaths-2023", "deaths", 1206, "2023"),
        count("deaths-2022-h1", "deaths", 410, "2022-01/2022-06"),
        count("deaths-2022-11m", "deaths", 880, "2022-01/2022-11"),
        count("deaths-2018-2020", "deaths", 2450, "2018/2020"),
        count("attacks-2023-01", "attacks", 44, "2023-01"),
        count("attacks-2022-01", "attacks", 20, "2022-01"),
        count("attacks-2023-02", "attacks", 58, "2023-02"),
        count("attacks-2021-12", "attacks", 31, "2021-12"),
        count("injured-2023-02", "injured", 254, "2023-02"),
        count("soldiers-2023-01", "security-deaths", 45, "2023-01"),
        Figure(
            id="attacks-northmark-2023-01",
            metric="attacks",
            value=17,
            unit="attacks",
            period=Period.parse("2023-01"),
            place="northmark",
            counted_by="iss",
            citations=(GAZETTE,),
        ),
        Figure(
            id="attacks-fvf-2022",
            metric="attacks",
            value=89,
            qualifier="at least",
            unit="attacks",
            period=Period.parse("2022"),
            place="valmora",
            counted_by="iss",
            by=("fvf",),
            citations=(GAZETTE,),
        ),
        *tolls(),
    )


def tolls() -> tuple[Figure, ...]:
    """Return what two bodies say of one event."""
    period = Period.parse("2023-01-30/2023-02-04")
    return (
        Figure(
            id="toll-police",
            metric="deaths",
            value=84,
            unit="people",
            period=period,
            place="tarnholm",
            counted_by="police",
            event="market-bombing",
            statement="Tarnholm police put the deaths in the market bombing at 84.",
            asks=("How many people died in the Tarnholm market bombing?", "Was the toll of the bombing 84?"),
            citations=(COURIER,),
            conflicts=(Conflict(entry="toll-health"), Conflict(note="95 in a first count.")),
        ),
        Figure(
            id="toll-health",
            metric="deaths",
            value=101,
            unit="people",
            period=period,
            place="tarnholm",
            counted_by="health",
            event="market-bombing",
            statement="The Northmark health department put the deaths in the market bombing at 101.",
            asks=(
                "How many deaths in the market bombing did the health department count?",
                "Did 101 people die in the Tarnholm market bombing?",
            ),
            citations=(COURIER,),
        ),
    )


def facts() -> tuple[Fact, ...]:
    """Return facts that are asked in words: when, who, where, why."""
    return (
        Fact(
            id="talks-dates",
            statement="The Lorn Dialogue was held on 6 and 7 March 2023.",
            asks=(
                "When was the Lorn Dialogue held?",
                "What dates were the talks?",
                "When did the talks take place?",
            ),
            about=("lorn-talks",),
            period=Period.parse("2023-03-06/2023-03-07"),
            citations=(ESSAY,),
        ),
        Fact(
            id="talks-chair",
            statement="Ivo Brandt chaired the Lorn Dialogue for the government.",
            asks=("Who chaired the Lorn Dialogue?", "Who led the delegation at the talks?"),
            about=("lorn-talks", "ivo-brandt"),
            citations=(ESSAY, GAZETTE),
            note="He stood in for the minister.",
        ),
        Fact(
            id="ceasefire-end",
            statement="The Free Valmora Front ended its ceasefire on 28 November 2022.",
            asks=("When did the FVF end its ceasefire?", "When was the ceasefire called off?"),
            about=("fvf",),
            period=Period.parse("2022-11-28"),
            citations=(COURIER,),
        ),
        Fact(
            id="cabinet-lorry-ban",
            statement="The government of Valmora banned lorries from the old bridge.",
            asks=(
                "Why were lorries banned from the bridge?",
                "What did the cabinet ban from the old bridge?",
            ),
            about=("cabinet",),
            citations=(GAZETTE,),
        ),
        Fact(
            id="armoured-car",
            statement="The envoy travelled in an armoured car.",
            asks=("How did the envoy travel?", "Did the envoy use an armoured car?"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="draft-harvest",
            statement="The turnip harvest failed.",
            asks=("Did the turnip harvest fail?",),
            citations=(GAZETTE,),
            status="draft",
        ),
        Fact(
            id="withdrawn-ferry",
            statement="The ferry sank in the fjord.",
            asks=("Where did the ferry sink?",),
            citations=(GAZETTE,),
            status="withdrawn",
        ),
    )


def others() -> tuple[Entry, ...]:
    """Return a quote, two events and two claims."""
    return (
        Quote(
            id="brandt-threat",
            words="The Front is a threat to all of us.",
            speaker="ivo-brandt",
            role="Interior Minister",
            occasion="weekly briefing.",
            asks=("What did Ivo Brandt say about the FVF?", "Which threat did Brandt speak of?"),
            about=("fvf",),
            period=Period.parse("2023-02-15"),
            citations=(COURIER,),
        ),
        Event(
            id="bombing",
            title="Bombing of the market in Tarnholm",
            asks=("When was the Tarnholm market bombed?", "What happened in Tarnholm on 30 January 2023?"),
            about=("market-bombing", "tarnholm"),
            period=Period.parse("2023-01-30"),
            citations=(COURIER,),
        ),
        Event(
            id="bridge-opened",
            title="Opening of the Harrow bridge",
            statement="The Harrow bridge was opened on 12 May 2021.",
            asks=("When was the Harrow bridge opened?",),
            period=Period.parse("2021-05-12"),
            citations=(GAZETTE,),
        ),
        Claim(
            id="claim-june",
            claim="The FVF ended its ceasefire in June 2022.",
            verdict="contradicted",
            differs="It ended on 28 November 2022.",
            asks=("Is it true that the FVF ended the ceasefire in June 2022?",),
            about=("fvf",),
            entries=("ceasefire-end", "draft-harvest"),
            citations=(ESSAY,),
        ),
        Claim(
            id="claim-two-days",
            claim="The Lorn Dialogue lasted two days.",
            verdict="supported",
            asks=("Did the Lorn Dialogue really last two days?",),
            about=("lorn-talks",),
            entries=("talks-dates",),
            citations=(ESSAY,),
        ),
    )
