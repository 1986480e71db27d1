"""A small pack to hold a conversation about: a bombing that somebody claimed, rounds of talks, who speaks."""

from __future__ import annotations

from functools import cache

from bot.answering import engine
from bot.answering.answer import Answer, Context
from bot.answering.followups.context import context_of
from bot.answering.index import Index
from bot.knowledge.model import Claim, Entity, Event, Fact, Quote
from bot.knowledge.periods import Period
from tests.answering.counts import COURIER, GAZETTE, TODAY, build

BOMBING = "Who claimed the Tarnholm market bombing?"
TALKS = "Who chaired the Lorn talks of 2023?"


@cache
def index() -> Index:
    """Return the counts with a bombing that somebody claimed, two rounds of talks, and who chaired them."""
    return build(
        Event(
            id="bomb-went-off",
            title="A bomb went off in the market of Tarnholm",
            asks=("When was the Tarnholm market bombing?", "Where was the Tarnholm market bombing?"),
            about=("market-bombing", "tarnholm"),
            period=Period.parse("2023-02-03"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="claimed",
            statement="The Free Valmora Front claimed the Tarnholm market bombing.",
            asks=(BOMBING, "Which group claimed responsibility for the market bombing?"),
            about=("market-bombing", "fvf"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="chair-2022",
            statement="Ivo Brandt chaired the Lorn talks of 2022.",
            asks=(
                "Who chaired the Lorn talks of 2022?",
                "Who chaired the Lorn talks?",
            ),
            about=("lorn-talks", "ivo-brandt"),
            period=Period.parse("2022-05-10"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="chair-2023",
            statement="Ada Weld chaired the Lorn talks of 2023.",
            asks=(TALKS,),
            about=("lorn-talks", "ada-weld"),
            period=Period.parse("2023-05-10"),
            citations=(GAZETTE,),
        ),
        Fact(
            id="hosts-2022",
            statement="The Gazette hosted the Lorn talks on 10 May 2022.",
            asks=("Who hosted the Lorn talks?", "Who was the host when everybody met for dinner?"),
            about=("lorn-talks",),
            period=Period.parse("2022-05-10"),
            citations=(GAZETTE,),
        ),
        Entity(
            id="ada-weld",
            name="Ada Weld",
            type="person",
            description="The chair of the Lorn talks of 2023.",
            asks=("Who is Ada Weld?",),
            citations=(GAZETTE,),
        ),
        Entity(
            id="fvf",
            name="Free Valmora Front",
            type="group",
            aliases=("FVF",),
            description="An armed group in Valmora.",
            asks=("What is the FVF?",),
            citations=(GAZETTE,),
        ),
        Fact(
            id="banned",
            statement="Valmora banned the Free Valmora Front in 2019.",
            asks=("When was the FVF banned?", "Is the FVF banned?"),
            about=("fvf",),
            period=Period.parse("2019"),
            citations=(GAZETTE,),
        ),
        Claim(
            id="claim-bridge",
            claim="A minister called the bridge a threat.",
            verdict="supported",
            asks=("Is it true that a minister called the bridge a threat?",),
            entries=("brandt",),
            citations=(COURIER,),
        ),
        Fact(
            id="rain",
            statement="Rain fell all day.",
            asks=("Did rain ever fall all day?",),
            period=Period.parse("2020-06-01"),
            citations=(GAZETTE,),
        ),
        Entity(id="raid", name="Harbour raid", type="event"),
        Quote(
            id="on-bombing",
            words="We mourn the dead of the market.",
            speaker="ivo-brandt",
            asks=("What did Ivo Brandt say about the market bombing?",),
            about=("market-bombing",),
            period=Period.parse("2023-02-04"),
            citations=(COURIER,),
        ),
        Fact(
            id="laid-a-wreath",
            statement="Ivo Brandt laid a wreath in the harbour on 4 March 2023.",
            asks=("Who laid a wreath?",),
            about=("ivo-brandt",),
            period=Period.parse("2023-03-04"),
            citations=(GAZETTE,),
        ),
        Quote(
            id="on-raid",
            words="We mourn the dead of the harbour.",
            speaker="ivo-brandt",
            asks=("What did Ivo Brandt say about the Harbour raid?",),
            about=("raid",),
            period=Period.parse("2023-03-04"),
            citations=(COURIER,),
        ),
    )


def ask(question: str, about: Context | None = None) -> Answer:
    """Put a question to the bot, perhaps as a reply to an answer."""
    return engine.answer(index(), question, engine.Ask(as_of=TODAY, about=about))


def replied(*messages: str) -> Answer:
    """Put a question, then each message as a reply to what came before; return the last answer."""
    answer = ask(messages[0])
    for message in messages[1:]:
        answer = ask(message, context_of(answer))
    return answer
