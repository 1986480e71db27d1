"""A small pack with every kind of entry, for the tests of the outer layers."""

from __future__ import annotations

from collections.abc import Iterable

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

DATES_ASK = "When was the dialogue held?"
LONG_ASK = (
    "Which of the many questions about the dialogue of March 2023 is so long that Discord's "
    "autocomplete cannot show the whole of it to a member?"
)


def source(key: str, publisher: str, title: str | None, date: str) -> Source:
    """Return a source with an address of its own."""
    return Source(
        id=key,
        publisher=publisher,
        title=title,
        date=Period.parse(date),
        url=f"https://example.org/{key}",
    )


def figure(key: str, value: float, counted_by: str, period: str, **fields: object) -> Figure:
    """Return deaths counted in Pakistan."""
    given: dict[str, object] = {
        "metric": "deaths",
        "unit": "people",
        "place": "pakistan",
        "citations": (Citation(source="dawn"),),
    }
    given.update(fields)
    return Figure(id=key, value=value, counted_by=counted_by, period=Period.parse(period), **given)  # type: ignore[arg-type]


SOURCES = (
    source("dawn", "Dawn", "Pakistan, US reaffirm commitment", "2023-03-07"),
    source("tribune", "The Express Tribune", "Price on the TTP", "2023-02-16"),
    source("untitled", "PICSS", None, "2023-02-01"),
)


def facts() -> tuple[Entry, ...]:
    """Return the entries that are no figures."""
    return (
        Fact(
            id="dialogue-dates",
            statement="Pakistan and the United States held a dialogue on 6 and 7 March 2023.",
            asks=(DATES_ASK, "What dates were the talks?"),
            about=("ct-dialogue",),
            period=Period.parse("2023-03-06/2023-03-07"),
            citations=(Citation(source="dawn", quote="The two-day dialogue concluded."),),
            note="The second day was a Tuesday.",
        ),
        Fact(
            id="long-ask",
            statement="This one.",
            asks=(LONG_ASK,),
            period=Period.parse("2023-03"),
            citations=(Citation(source="untitled"),),
        ),
        Quote(
            id="price-threats",
            words="These are threats to us as well.",
            speaker="ned-price",
            role="State Department spokesperson",
            occasion="daily briefing",
            asks=("What did Ned Price say about the TTP?",),
            period=Period.parse("2023-02-15"),
            citations=(Citation(source="tribune"),),
        ),
        Claim(
            id="sc1",
            claim="The dialogue lasted three days",
            verdict="contradicted",
            differs="It lasted two days.",
            asks=("Did the dialogue last three days?",),
            entries=("dialogue-dates",),
            citations=(Citation(source="dawn"),),
        ),
    )


def figures() -> tuple[Entry, ...]:
    """Return figures that agree, differ and lie inside each other."""
    return (
        figure("picss-2023-01", 134, "picss", "2023-01", conflicts=(Conflict(entry="pips-2023-01"),)),
        figure("pips-2023-01", 101, "pips", "2023-01", qualifier="at least"),
        figure("picss-2022", 1234567, "picss", "2022", qualifier="about", value_max=2000000),
        figure("kp-2023-01", 9, "pips", "2023-01", place="kp", conflicts=(Conflict(note="7 by one paper"),)),
    )


def entities() -> tuple[Entry, ...]:
    """Return the things that the other entries name."""
    return (
        Entity(id="ct-dialogue", name="Counterterrorism Dialogue", aliases=("dialogue", "talks")),
        Entity(id="pakistan", name="Pakistan", type="place"),
        Entity(id="kp", name="Khyber Pakhtunkhwa", aliases=("KP",), type="place", part_of=("pakistan",)),
        Entity(id="picss", name="Pakistan Institute for Conflict and Security Studies", aliases=("PICSS",)),
        Entity(id="pips", name="Pak Institute for Peace Studies", aliases=("PIPS",)),
        Entity(id="ned-price", name="Ned Price"),
    )


def sample_pack(extra: Iterable[Entry] = (), without: Iterable[str] = ()) -> Pack:
    """Return the pack, with some entries added or replaced, and some left out."""
    entries = {entry.id: entry for entry in (*facts(), *figures(), *entities(), *extra)}
    for key in without:
        del entries[key]
    return Pack(
        id="sample",
        title="the dialogue",
        metrics={
            "deaths": Metric(
                id="deaths",
                unit="people",
                words=("people killed", "deaths", "killed"),
                sentence="{who} counted {value} people killed {where} {when}.",
            )
        },
        sources={each.id: each for each in SOURCES},
        entries=entries,
    )
