"""The made-up country with more to check sentences against: pacts, rounds, ranges, claims."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from bot.answering import engine
from bot.answering.index import Index
from bot.answering.verdicts.checked import Checked
from bot.answering.verdicts.judging import check
from bot.knowledge.model import CheckedText, Claim, Conflict, Entity, Entry, Event, Fact, Figure, Quote
from bot.knowledge.periods import Period
from tests.answering.entries import COURIER, ESSAY, GAZETTE
from tests.answering.world import TODAY, pack


def fact(key: str, statement: str, period: str | None = None, note: str | None = None) -> Fact:
    """Return a fact that nobody asks for in other words."""
    day = Period.parse(period) if period else None
    return Fact(id=key, statement=statement, period=day, note=note, citations=(GAZETTE,))


def more() -> tuple[Entry, ...]:
    """Return the further entries."""
    return (
        fact(
            "pact",
            "The Harrow Brigade signed a pact with the Free Valmora Front in Lorn on 4 May 2021 "
            "and broke the pact on 9 June 2021.",
            "2021-05-04/2021-06-09",
        ),
        fact("brigade-strength", "The Harrow Brigade has 300 to 400 fighters and more than 20 lorries."),
        fact(
            "bridge-cost", "The old bridge cost about 40 million crowns.", note="The mayor said 45 million."
        ),
        fact("ferry-ban", "Ivo Brandt did not ban the ferry in Southmark.", "2022-07"),
        fact("harvest", "Farmers sold turnips in Tarnholm in the summer.", "2022", "Others name May 2020."),
        fact("mine", "The Harrow Brigade has held the Southmark mine since June 2018."),
        fact(
            "school", "A school in Northmark was closed on 3 March 2020 by the Northmark Health Department."
        ),
        fact("library", "Northmark Health Department officials praised the Harrow Brigade."),
        fact("ferry-raised", "The ferry sank on 3 April 2019, was raised, and sailed on 5 May 2019."),
        fact("talks-place", "The Lorn Dialogue took place in Lorn."),
        fact("fair", "The fair took place in Southmark."),
        replace(
            fact("second-round", "A second round was held in Northmark on 5 May 2024.", "2024-05-05"),
            about=("lorn-talks",),
        ),
        Event(
            id="brigade-founded",
            title="Founding of the Harrow Brigade",
            statement="The Harrow Brigade was founded in Tarnholm on 2 April 2001.",
            period=Period.parse("2001-04-02"),
            citations=(COURIER,),
        ),
        Event(
            id="brigade-congress-1",
            title="First congress of the Harrow Brigade",
            statement="The Harrow Brigade met for a congress in Lorn on 3 May 2011.",
            period=Period.parse("2011-05-03"),
            citations=(COURIER,),
        ),
        Event(
            id="brigade-congress-2",
            title="Second congress of the Harrow Brigade",
            statement="The Harrow Brigade met for a congress in Northmark on 7 June 2015.",
            period=Period.parse("2015-06-07"),
            citations=(COURIER,),
        ),
        Figure(
            id="fvf-injured",
            metric="injured",
            value=12,
            qualifier="up to",
            unit="people",
            label="injured in raids by night",
            period=Period.parse("2023-02"),
            place="valmora",
            counted_by="iss",
            citations=(GAZETTE,),
        ),
        Quote(id="brandt-harvest", words="The harvest was poor.", speaker="ivo-brandt", citations=(ESSAY,)),
        Claim(
            id="claim-imprecise",
            claim="The Harrow Brigade has 500 fighters.",
            verdict="imprecise",
            differs="It has 300 to 400.",
            entries=("brigade-strength",),
            citations=(ESSAY,),
        ),
        Claim(
            id="claim-unverified",
            claim="The Harrow Brigade steals turnips.",
            verdict="unverified",
            note="The article gives no source.",
            citations=(ESSAY,),
        ),
        Claim(
            id="claim-names",
            claim="The Institute for Security Statistics, called ISS, publishes a yearbook.",
            verdict="contradicted",
            differs="There is no yearbook.",
            citations=(ESSAY,),
        ),
        Entity(
            id="envoy",
            name="Una Holt",
            type="person",
            description="An envoy of Southmark.",
            citations=(ESSAY,),
        ),
    )


@cache
def world() -> Index:
    """Return the index of the larger country."""
    small = pack()
    entries = {**small.entries, **{entry.id: entry for entry in more()}}
    text = CheckedText(name="the article", sources=("essay", "courier"))
    days = Period.parse("2023-03-06/2023-03-07")
    return engine.build_index(replace(small, entries=entries, checked_text=text, default_period=days))


def verdict(sentence: str) -> Checked:
    """Check a sentence."""
    return check(world(), sentence, TODAY)


def conflict(entry: str) -> tuple[Conflict, ...]:
    """Return a conflict with an entry."""
    return (Conflict(entry=entry),)
