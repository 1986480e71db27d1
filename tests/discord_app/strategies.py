"""Hostile text and answers made of it, for property tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.answering.answer import (
    Ambiguous,
    Answered,
    Cited,
    Computed,
    Quotation,
    Statement,
    Suggestion,
    Unanswered,
)
from bot.answering.explaining import Explanation, Section
from bot.answering.figures.listing import Row, Table
from bot.answering.figures.sieve import Filters
from bot.knowledge.model import Kind, Source
from bot.knowledge.periods import Period

NASTY = (
    "@everyone",
    "@here",
    "<@123456789012345678>",
    "<@!1>",
    "<@&123456789012345678>",
    "<#123456789012345678>",
    "</ask:123456789012345678>",
    "<:smile:123456789012345678>",
    "<t:0:R>",
    "<id:home>",
    "# heading",
    "-# small",
    "> block",
    ">>> block",
    "- item",
    "1. item",
    "***",
    "___",
    "~~~",
    "===",
    "```py\ncode\n```",
    "`code`",
    "||spoiler||",
    "**bold**",
    "[click](https://evil.example)",
    "[a](<javascript:alert(1)>)",
    "![image](https://evil.example/x.png)",
    "https://evil.example/a_b",
    "<https://evil.example>",
    "](https://evil.example)",
    "\\",
    "\\\\[",
    "\u200b",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ud800",
    "\x00",
    "\u200d",
    "😀",
    "👩\u200d👩\u200d👧",
    "é" * 40,
    "x" * 300,
    " ",
    "\n",
    "\n\n\n",
    "\t",
    "1,063",
    "word",
)


class Long(str):
    """Text whose size is enough to know when a test reports it."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the size instead of the text."""
        return f"Long({len(self)})"


def repeated(part: str, count: int) -> str:
    """Return a text many times over, up to more than one message holds."""
    return Long((f"{part} " * count)[:7000])


words = st.sampled_from(NASTY) | st.text(max_size=12)
text = st.lists(words, max_size=12).map("".join) | st.lists(words, max_size=12).map(" ".join)
long_text = st.builds(repeated, text, st.integers(1, 60))
any_text = st.one_of(text, text, text, long_text)
addresses = st.one_of(
    st.none(),
    st.just("https://example.org/a"),
    st.builds("https://example.org/{}".format, text),
    st.builds("http://{}".format, text),
    text,
    st.just("javascript:alert(1)"),
    st.just("https://dawn.com@evil.example/"),
    st.just(Long("https://example.org/" + "a" * 3000)),
)
days = st.sampled_from([date(2026, 7, 31), date(2026, 11, 26)])
periods = st.sampled_from(
    [Period.parse("2023-03-06/2023-03-07"), Period.parse("2023-01"), Period.parse("2022")]
)
sources = st.builds(
    Source,
    id=st.uuids().map(str),
    publisher=any_text,
    title=st.none() | any_text,
    author=st.none() | text,
    date=st.none() | periods,
    url=addresses,
    kind=st.sampled_from(["primary", "news", "think-tank", "reference"]),
    reliability=st.sampled_from(["high", "medium", "low"]),
    note=st.none() | text,
)
cited = st.builds(Cited, sources, st.none() | text, st.none() | any_text)
quotations = st.builds(Quotation, any_text, text, st.none() | text, st.none() | periods, st.none() | any_text)
kinds: SearchStrategy[Kind] = st.sampled_from(["fact", "figure", "quote", "claim"])
statements = st.builds(
    Statement,
    st.integers(0, 10**6).map("entry-{}".format),
    kinds,
    any_text,
    st.lists(cited, min_size=1, max_size=4).map(tuple),
    st.none() | any_text,
    st.none() | periods,
    st.none() | quotations,
    st.none() | days,
)
suggestions = st.builds(Suggestion, st.just("an-entry"), any_text)


def with_sum(answered: Answered, computed: Computed | None) -> Answered:
    """Add what was worked out; where no stored statement says it, its first input is the main one."""
    if computed is None or computed.stored:
        return replace(answered, computed=computed)
    return replace(answered, main=computed.inputs[0], computed=computed)


looked_up = st.builds(
    Answered,
    any_text,
    st.floats(0, 1),
    statements,
    st.lists(statements, max_size=3).map(tuple),
    st.lists(any_text, max_size=3).map(tuple),
    st.booleans(),
    st.lists(statements, max_size=2).map(tuple),
    today=st.none() | days,
)
computed = st.builds(
    Computed,
    any_text,
    st.lists(any_text, max_size=3).map(tuple),
    st.lists(statements, min_size=1, max_size=3).map(tuple),
    st.booleans(),
)


def of_several(answered: Answered, further: list[Answered], untold: list[str]) -> Answered:
    """Add the answers to other asks of the same message, given on the same day, and asks without one."""
    same_day = (replace(each, today=answered.today) for each in further)
    return replace(answered, further=tuple(same_day), untold=tuple(untold))


lone = st.builds(with_sum, looked_up, st.none() | st.none() | computed)
answered = st.builds(
    of_several, lone, st.just([]) | st.lists(lone, max_size=2), st.just([]) | st.lists(any_text, max_size=2)
)
ambiguous = st.builds(
    Ambiguous, any_text, st.floats(0, 1), st.lists(suggestions, min_size=2, max_size=3).map(tuple)
)
unanswered = st.builds(
    Unanswered,
    any_text,
    st.floats(0, 1),
    st.lists(suggestions, max_size=3).map(tuple),
    st.none() | any_text,
)
answers = st.one_of(answered, ambiguous, unanswered)
explanations = st.builds(
    Explanation,
    any_text,
    st.lists(
        st.builds(
            Section, st.just("What comes nearest"), st.lists(any_text, min_size=1, max_size=6).map(tuple)
        ),
        max_size=3,
    ).map(tuple),
)

rows = st.builds(
    Row,
    st.just("an-entry"),
    any_text,
    st.sampled_from(["134", "about 1,063", "6 to 7"]),
    text,
    text,
    st.sampled_from(["", "January 2023"]),
    any_text,
    st.lists(cited, min_size=1, max_size=2).map(tuple),
    st.none() | any_text,
    st.lists(statements, max_size=2).map(tuple),
    st.lists(any_text, max_size=2).map(tuple),
)
tables = st.builds(
    Table,
    st.just(Filters()),
    any_text,
    st.lists(rows, max_size=4).map(tuple),
    st.lists(st.tuples(st.sampled_from(["place", "period"]), text), max_size=1).map(tuple),
)
