"""PURE: words that an entry must have since a question turns on them: the only one, the fewest, a rank."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answering.slots import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading


class _Turn(NamedTuple):
    """What a question turns on, with words of which it then has one, and the words that tell it."""

    cues: frozenset[str]
    asking: re.Pattern[str]
    telling: re.Pattern[str]
    claims: bool
    """Whether it claims so, which who asks for an entry may do as well: only its own words tell it then."""


_TURNS: Final[tuple[_Turn, ...]] = tuple(
    _Turn(frozenset(cues.split()), re.compile(asking), re.compile(rf"\b(?:{telling})", re.IGNORECASE), claims)
    for cues, asking, telling, claims in (
        (
            "him her them predecessor predecessors successor successors succeed succeeds succeeded",
            r"\b(?:before|after)\s+(?:him|her|them)\b|\bpredecessors?\b|\bsuccess(?:or|ors)\b|\bsucceed(?:ed|s)?\b",
            r"before|after|former|predecess|success|succeed|replac|previous|became|took\s+over|until|since",
            False,
        ),
        (
            "fewest least lowest smallest quietest safest calmest",
            r"(?<!\bat\s)\b(?:fewest|least|lowest|smallest|quietest|safest|calmest)\b",
            r"few|least|low|small|quiet|safe|calm",
            False,
        ),
        (
            "only sole",
            r"\bthe\s+(?:only|sole)\b",
            r"only|sole|alone|just\b|none\b|also|besides?\b|alongside|other",
            True,
        ),
        (
            "first",
            (
                r"\b(?:is|was|are|were)\b(?!.*\bor\b).{1,60}\bthe\s+(?:very\s+)?first\b"
                r"(?!\s+(?:half|one|of|day|week|month|year|quarter|\d|\w+\s+(?:days|weeks|months|years?))\b)"
            ),
            r"first|1st|never\s+before|earlier|previous|initial|began|since|before",
            True,
        ),
        (
            "every each",
            r"^\W*(?:did|has|have|do|does)\s+(?:every|each)\b",
            r"every|each\b|all\b|none\b|whole|both\b",
            True,
        ),
        ("never", r"\bnever\b", r"never|not\b|no\b|none\b|without|first|earlier|before", True),
        ("against", r"\bvot(?:e|ed|es|ing)\s+(?:\w+\s+)?against\b", r"against|oppos|nays?\b|noes", False),
        (
            "demand demanded demanding ask asked asking",
            r"\bwhat\b.{1,60}\b(?:demand(?:ing|ed)?|ask(?:ing|ed)?\s+for)\W*$",
            r"demand|want|ask|sought|seek|call\w*\s+for|condition|insist|requir|exchange",
            False,
        ),
        (
            "rank ranks ranked ranking rankings position place",
            (
                r"\brank(?:ed|s|ings?)?\b(?=.*\b(?:index|list|table|world|countries)\b)"
                r"|\b(?:which|what)\s+(?:position|place)\s+(?:in|on)\b"
            ),
            (
                r"rank|position|place[ds]?\b|\d+(?:st|nd|rd|th)\b|top\b"
                r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
            ),
            False,
        ),
        (
            "work works worked working employed",
            r"\b(?:which|what|who)\b.{1,50}\b(?:work(?:ed|ing|s)?|employed)\s+(?:for|by)\b",
            r"work|employ|fellow|serv(?:es?|ed|ing)\b|job",
            False,
        ),
    )
)


def worded_demands(reading: Reading) -> Iterator[Callable[[Prepared], str | None]]:
    """Yield what tells of an entry whether it lacks words on which a question turns."""
    for turn in _TURNS:
        if turn.cues.isdisjoint(reading.words) or (turn.claims and not reading.checks):
            continue
        if turn.asking.search(reading.text):
            yield partial(lacks, turn.telling, own=turn.claims)


def lacks(telling: re.Pattern[str], prepared: Prepared, *, own: bool = False) -> str | None:
    """Return whether an entry has none of some words; who asks for it may, unless it must be its ``own``."""
    entry = prepared.entry
    told = [*texts(entry), *([entry.note] if own and entry.note else () if own else entry.asks)]
    return None if any(map(telling.search, told)) else "says nothing of that"
