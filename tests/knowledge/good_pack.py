"""A small good pack to break in one place, and what the checks find in it."""

from __future__ import annotations

from dataclasses import replace

from bot.knowledge.checks import check
from bot.knowledge.model import (
    Citation,
    Claim,
    Entity,
    Entry,
    Event,
    Fact,
    Figure,
    Metric,
    Pack,
    Quote,
    Source,
)

CITED = (Citation(source="dawn"),)
ASKS = ("When was the dialogue?", "What dates were the talks?", "Which days did they meet?")
DAWN = Source(id="dawn", publisher="Dawn", title="A title", url="https://dawn.com/1")
DEATHS = Metric(id="deaths", unit="people", words=("killed",), sentence="{value} killed {where} {when}.")
PAKISTAN = Entity(id="pakistan", name="Pakistan", aliases=("PK",))
PRICE = Entity(id="price", name="Ned Price")
FACT = Fact(id="dates", statement="On 6 March.", asks=ASKS, citations=CITED, about=("pakistan",))
FIGURE = Figure(id="toll", metric="deaths", value=134, unit="people", citations=CITED, place="pakistan")
SAID = ("What did Price say?", "price's remark", "Which words were Price's?")
QUOTE = Quote(id="remark", words="We do.", speaker="price", asks=SAID, citations=CITED)
HELD = ("What was held?", "What took place?", "which meeting was it")
EVENT = Event(id="talks", title="Talks", asks=HELD, citations=CITED)
CLAIM = Claim(id="claim", claim="It lasted a day", verdict="contradicted", differs="Two.", entries=("dates",))


def pack(*entries: Entry, **fields: object) -> Pack:
    """Return a good pack, with the entries given added or put in place of their namesakes."""
    good = (PAKISTAN, PRICE, FACT, FIGURE, QUOTE, EVENT, CLAIM)
    every = {entry.id: entry for entry in (*good, *entries)}
    whole = Pack(id="p", title="P", sources={"dawn": DAWN}, metrics={"deaths": DEATHS}, entries=every)
    return replace(whole, **fields)


def found(whole: Pack) -> list[str]:
    """Return the findings as one line each."""
    return [f"{it.severity} {it.subject} {it.id} {it.field}: {it.message}; {it.mend}" for it in check(whole)]


def only(whole: Pack) -> str:
    """Return the one finding there is."""
    (finding,) = found(whole)
    return finding
