"""PURE: the words with which a short reply points at something: "it", "they", "there", or "when?" alone."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, timedelta
from typing import TYPE_CHECKING, Final

from bot.answering.dates.mentions import mentions
from bot.answering.dates.parts import months_from
from bot.answering.lexicon import TAKING_PLACE
from bot.answering.text import normalise
from bot.answering.wording import when
from bot.knowledge.periods import Period

if TYPE_CHECKING:
    from datetime import date

    from bot.answering.index import Index
    from bot.answering.reading import Anatomy

_LAND: Final = r"(?:province|city|district|region|town|area|valley)\b"
_NO_THING: Final = rf"(?!\s+(?:(?:days?|times?|way|point|week|month|year)\b|{_LAND}))"
"""Not before a time or a place: "these days", "this year", "this province"."""
_POINTING: Final = re.compile(
    rf"\b(?:(?P<person>he|she|him|his|her(?=\W*$))|(?P<several>they|them|their|(?:these|those){_NO_THING}(?:\s+[a-z]+)?)"
    rf"|(?P<thing>it|its|this{_NO_THING}(?:\s+[a-z]+)?|that\s+(?:{'|'.join(sorted(TAKING_PLACE))}|report|deal|sale|law|statement|group|case)"
    r"|(?<=\bis\s)that|(?<=\bwas\s)that"
    r"|that(?=\W*$|\s+(?:was|is|did|happen\w*|take|took|start\w*|end\w*)\b)))\b",
    re.IGNORECASE,
)
_THERE: Final = re.compile(
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)\bthere\b(?!\s+(?:is|are|was|were)\b)"
    rf"|\b(?:in|across|of|from|at)\s+(?:the|this|that)\s+(?:same\s+)?{_LAND}(?!\s+of\b)",
    re.IGNORECASE,
)
"""A "there" that is a place, or "in the province": not that of "are there any"."""
_EMPTY_IT: Final = re.compile(
    r"\bit(?:'s|\s+is|\s+was)?\s+(?:true|right|correct|possible|likely|known|clear|said)\b", re.IGNORECASE
)
"""Signs of an "it" that points at nothing: "is it true that"."""
_THAT: Final = re.compile(
    r"\b(?:(?:in|during|of)\s+)?(?:that|the\s+same|this\s+same)\s+(?P<unit>year|month)\b", re.IGNORECASE
)
NEXT: Final = re.compile(
    r"\bone\s+(?:after|before)\b|\b(?:next|previous|following|later)\s+one\b", re.IGNORECASE
)
"""Signs that a reply asks of another of the kind: which, no name tells."""
_BESIDE: Final = re.compile(
    r"^\W*(?:(?:and|but|or|ok|so|what\s+about|how\s+about)\W+)*(?:(?:in|for|during|over)\s+)?(?:the\s+)?"
    r"(?:(?P<unit>year|(?:12|twelve)\s+months|month)\s+(?:(?P<after>after)|before)(?:\s+(?:that|this|it))?"
    r"|(?:(?P<next>next|following)|previous|prior)\s+(?P<of>year|(?:12|twelve)\s+months|month)"
    r"|(?P<whole>whole|entire|full)\s+year)(?P<by>\W+(?:by|per|according\s+to)\s+[\w' -]{1,40})?\W*$",
    re.IGNORECASE,
)
"""A reply that names no more than the time beside the one spoken of."""
_SHORT_YEAR: Final = re.compile(
    r"^\W*(?:(?:and|but|or|ok|so|in|for|what\s+about|how\s+about)\W+)*'?(?P<short>[1-3]\d)\W*$", re.IGNORECASE
)
"""A reply that names no more than the last two digits of a year."""
_TWELVE_MONTHS: Final = (365, 366)
TALKING: Final = frozenset(
    "discuss discussed talk talked speak spoke agree agreed cover review address decide meet"
    " negotiate".split()
)
"""What those who take part in something do there, by which nothing is told of what it was about."""
_LEADS: Final = "and but so ok okay then thanks thx ty great cool nice hm hmm wow alright yes yeah".split()
BEGUN: Final = rf"^\W*(?:(?:{'|'.join(_LEADS)}|thank\s+you)\W+){{0,3}}"
"""How a reply may begin before what it asks."""
_ASKS: Final = re.compile(
    BEGUN
    + r"(?:who|whom|whose|what|when|where|why|how|which"
    + r"|did|do|does|was|were|is|are|has|have|had|can|could)\b",
    re.IGNORECASE,
)
_OF_THEM: Final = re.compile(r"\b(?:by|of)\s+(?:them|him|her)\b", re.IGNORECASE)
"""What is asked of somebody without a question word: "attacks by them in 2021"."""
_TIME_OR_PLACE: Final = re.compile(
    BEGUN
    + r"(?P<word>when|where)(?:\s+(?:was|is|did|were)\s+(?:that|this|it|they))?"
    + r"(?:\s+(?:happen|take\s+place|be|held|start|begin))?(?:\s+(?:exactly|again))?\W*$",
    re.IGNORECASE,
)

_WHEN_SAID: Final = re.compile(
    BEGUN
    + r"(?:when|where)\s+"
    + r"(?:did\s+(?:he|she|they)\s+(?:say|state|tell|claim|announce|write)(?:\s+(?:that|this|it|so))?"
    + r"|was\s+(?:that|this|it)\s+(?:said|stated|written|published|released|announced|made))\W*$",
    re.IGNORECASE,
)


def time_or_place(index: Index, text: str) -> str:
    """Return "when" or "where" of a reply that asks no more than that ("when was it?"), or nothing."""
    return bare_time_or_place(typed(index, text).plain)


def asks_when_said(plain: str) -> bool:
    """Whether a reply asks when or where words were said: "when did he say that?", "when was it made?"."""
    return bool(_WHEN_SAID.search(plain))


def bare_time_or_place(plain: str) -> str:
    """Return the same of a text whose slips are put right."""
    found = _TIME_OR_PLACE.search(plain)
    return found["word"].casefold() if found else ""


def asks_something(plain: str) -> bool:
    """Whether a reply begins as a question does, or asks of "them"; "and X?" does not."""
    return bool(_ASKS.search(plain) or _OF_THEM.search(plain))


def typed(index: Index, text: str, as_of: date | None = None) -> Anatomy:
    """Take a reply apart, its slips put right."""
    return index.reader.anatomy(normalise(text), as_of, typed=True)


def pointers(said: Anatomy) -> list[re.Match[str]]:
    """Return the words that point at something: before any name, or at the end.

    "What did the TTP say when it ended" tells itself what "it" is; "what did the TTP say of it" does not.
    """
    first = min((said.tokens[link.start].start for link in said.links), default=len(said.plain))
    empty = _EMPTY_IT.search(said.plain)
    last = len(said.plain.rstrip(" ?.!"))
    found = [
        match for match in _POINTING.finditer(said.plain) if match.start() < first or match.end() == last
    ]
    named = (match for match in found if match.start() < first < match.end())  # "these UN monitors"
    out = {match.start() for match in named}
    return [
        each for each in found if each.start() not in out and not (empty and each.start() == empty.start())
    ]


def with_place(plain: str, name: str) -> str:
    """Return a text with the name of a place for its "there"."""
    return _THERE.sub(f"in {name}", plain)


def with_year_or_month(text: str, own: Period | None) -> str:
    """Return a reply with the time spoken of for its "that year" or "the same month", or one beside it.

    "And the year before?" is the one before that. Beside a date of its own it means that one.
    """
    if own is None:
        return text
    beside = _BESIDE.search(normalise(text))
    if beside is not None:
        period = _beside(own, beside)
        return text if period is None else f"and {when(period)}{beside['by'] or ''}?"
    short = _SHORT_YEAR.search(normalise(text)) if own.is_year else None
    if short is not None:
        return f"and {when(Period.year(own.first.year // 100 * 100 + int(short['short'])))}?"
    if mentions(normalise(text)):
        return text
    twelve_months = own.days in _TWELVE_MONTHS
    year = own if twelve_months else Period.year(own.first.year)
    month = Period.month(own.first.year, own.first.month)
    return _THAT.sub(lambda found: when(year if found["unit"].casefold() == "year" else month), text)


def _beside(own: Period, said: re.Match[str]) -> Period | None:
    """Return the year or month before or after that of a period, or its whole year.

    Several years have a year beside them, twelve months of two years have twelve others; nothing else that is
    longer or shorter has, nor has the first or the last year that a date can have.
    """
    if own.first.year == MINYEAR or own.last.year == MAXYEAR:
        return None
    step = 0 if said["whole"] else 1 if (said["after"] or said["next"]) else -1
    one_year = own.first.year == own.last.year
    if (said["unit"] or said["of"] or "year").casefold() == "month":
        within = one_year and own.first.month == own.last.month
        return months_from(own.first.year, own.first.month + step) if within else None
    if one_year:
        return Period.year(own.first.year + step)
    if (
        step
        and not said["whole"]
        and own == Period(Period.year(own.first.year).first, Period.year(own.last.year).last)
    ):
        return Period.year(own.last.year + 1 if step > 0 else own.first.year - 1)
    if not step or own.days not in _TWELVE_MONTHS:
        return None
    away = timedelta(days=own.days * step)
    return Period(own.first + away, own.last + away)


def says_there(plain: str) -> bool:
    """Whether a text has a "there" that is a place."""
    return bool(_THERE.search(plain))
