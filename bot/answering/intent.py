"""PURE: what a text asks for, from signs of how people ask: a number, names, the very words ..."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

QUANTITY: Final = re.compile(
    r"\bhow\s+(?:many|much|large|big|high|strong)\b"
    r"|\b(?:number|count|total|toll|tally|percent(?:age)?|share|figures?|stats|statistics|no\.?)\b|%|\bkitn[aei]\b"
)
_AMOUNT: Final = re.compile(
    r"^\W{0,20}(?:so|and|but|ok|hey)?\W{0,5}how\s+(?:many|much)\b|[,;:-]\s*(?:and\s+)?how\s+many\W{0,5}$"
)
_CHANGE: Final = re.compile(
    r"\bby\s+(?:how\s+(?:much|many)|what)\b|\bper\s?cent(?:age)?\b|%"
    r"|\bhow\s+(?:much|far|fast|steep(?:ly)?|sharp(?:ly)?)\b"
)
_EITHER: Final = re.compile(r"\b(?:or|vs|versus|ya)\b|\d\s*/\s*\d")
"""Signs that a question offers numbers or dates to choose from."""
_OF_NUMBER: Final = re.compile(r"\bhow\s+many\b|^\W*(?:number|share|percentage)\s+of\b|\bkitn[aei]\b")
_SIZE: Final = re.compile(r"\bhow\s+(?:strong|numerous)\s+(?:is|are|was|were)\b")
_PART: Final = re.compile(r"\bhow\s+many\s+of\b|\bof\s+(?:the\s+\d|those\b|them\b)")
_PARTICULARS: Final = re.compile(r"\b(?:exactly|specific\w*|precisely|by\s+name|names?|list\s+of|each)\b")
_OTHER_THAN_COUNT: Final = re.compile(
    r"^\W{0,20}(?:so|and|but|ok|hey)?\W{0,5}(?:why|who|whom|whose|where|when)\b"
)
_PERSON: Final = re.compile(
    r"\bnaam\b|\bnames?\s+of\b|\b(?:his|her|their)\s+(?:full\s+)?names?\b|\bby\s+name\b|\bidentity\s+of\b|\b(?:founder|owner|author|creator)s?\b"
    r"|\bwho\s+(?:is|was|were|are)\s+(?:the|a|an)\b"
    r"|\bwho\b(?:\s+at\s+\w+(?:\s+\w+){0,3})?\s+(?:led|leads|headed|heads|chaired|chairs|co-?chaired|co\s+chaired|represented"
    r"|wrote|drafted|interviewed|founded)\b"
    r"|\b(?:which|what|whose)\s+(?:\w+\s+)?(?:reporter|journalist|author|general|elder|officer)s?\b"
)
_MEANING: Final = re.compile(
    r"\b(?:what|who|wat|wht|whats|whos)(?:'s|'re|\s+(?:is|are|was|were|r))?\s+(?!(?:did|does|do|has|had|have)\b)"
    r"|\b(?:stands?|stood)\s+for\b|\bmean(?:s|ing)?\b|\bfull\s+(?:form|name)\b|\babbreviation\b|\bacronym\b"
    r"|\bdefin\w+|\btell\s+me\s+about\b|\bexplain\b|\bdescribe\b|\bkya\s+hai\b|\bk(?:au|o)n\b"
    r"|\bmatlab\b|\bis\s+what\b"
)
_WORDS_OF: Final = re.compile(
    r"\b(?:sa(?:y|id|ys|ying)|quotes?|quoted|words?|remark(?:s|ed)?|comment(?:s|ed)?|statements?|told"
    r"|respon[ds]\w*|react\w*|tweet\w*|thank\w*|call(?:ed)?|describ\w*|condemn\w*|express\w*|warn\w*"
    r"|announce[ds]?)\b"
)
_VERBATIM: Final = re.compile(
    r"\bquot(?:e|es|ed|ation)\b|\bverbatim\b|\bword\s+for\s+word\b"
    r"|\b(?:exact(?:ly)?|full|actual)\s+(?:words?|sentences?|remarks?|statements?)\b"
    r"|\bwhat\s+exactly\s+did\b.*\bsay\b"
)
_WHO: Final = re.compile(r"^\W{0,20}(?:so|and|but|ok|hey|please|pls)?\W{0,5}(?:who|whom|whose)\b")
_WHERE: Final = re.compile(
    r"^\W{0,20}(?:so|and|but|ok|hey|please|pls)?\W{0,5}where\b"
    r"|\b(?:which|what)\s+(?:city|town|place|country|province|district)\b"
)
_CHECKS: Final = re.compile(
    r"^\W{0,20}(?:so\W+|and\W+|but\W+|ok\W+|hey\W+|wait\W+)?(?:is|are|was|were|did|does|do|has|have|had|can|could|will"
    r"|would|isn'?t|wasn'?t|didn'?t)\b(?!-)|\btrue\b|\bfalse\b|\bcorrect\b|\breally\b|\bverify\b"
    r"|\bfact\s*check\b|\b(?:yes|right|no|certain|sure)\s*\?|\bis\s+(?:it|that)\s+(?:right|certain|so)\b"
)
_ASKS: Final = re.compile(
    r"\?|^\W{0,20}(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would)\b"
    r"|\b(?:who|whom|whose|what|which|when|where|why|how|wat|wht|wen|kab|kya|kaun|kon|kitn[aei]|kahan)\b"
    r"|^\W{0,20}(?:please\W+|pls\W+|plz\W+)?(?:tell|give|show|list|name|explain|describe|define|find|quote|compare)\b"
)
_AHEAD: Final = re.compile(
    r"\b(?:next|upcoming|forthcoming)\s+(?!(?:to|day|morning|week|month|quarter|year)\b)[^\W\d_]"
)
"""Signs that a question asks of what is still to come ("the next round")."""

_OPENERS: Final = r"^\W{0,20}(?:(?:so|and|but|ok|hey|well|please|pls)\W{1,5}){0,3}"
_WILL_BE: Final = re.compile(
    _OPENERS + r"(?:(?:will|shall)\b|(?:is|are)\b.{1,60}\bgoing\s+(?:back|to)\b)|\bif\b.{1,120}\bwill\b"
    r"|\b(?:when|what|why|how|who|where)\s+will\b|\bwill\s+never\b"
)
_ADVICE: Final = re.compile(_OPENERS + r"should\b|\b(?:when|what|how|who|where)\s+should\b")
_NOW: Final = re.compile(
    r"(?<!till )(?<!until )(?<!from )(?<!by )\bnow(?=\s*(?:$|[?.!,;]))|\b(?:is|are|who|right)\s+now\b"
    r"|\b(?:nowadays|these days|currently|at present)\b"
    r"|\bcurrent\s+(?!account\b)\w|\baaj\s?kal\b"
)
"""Signs that a question asks how something is on the day of asking."""
_STILL: Final = re.compile(_OPENERS + r"(?:is|are)\b.{1,40}\bstill\b")
_RATE: Final = re.compile(r"\b(?:per|each|every)\s+(?:day|week|month)\b|\b(?:daily|weekly|monthly|average)\b")
"""Signs that a question asks for a rate, which no total is."""

_once = lru_cache(maxsize=16)
"""Keeps what was found of the last few texts: of one question the same is asked for every candidate."""


@_once
def asks_how_many(text: str) -> bool:
    """Whether a text asks how many or how much."""
    return bool(QUANTITY.search(text)) and not _OTHER_THAN_COUNT.search(text)


@_once
def asks_amount(text: str) -> bool:
    """Whether only a number can answer a text: "how many", "how much"."""
    return bool(_AMOUNT.search(text))


@_once
def asks_change(text: str) -> bool:
    """Whether a text asks by how much something changed, if it speaks of a change."""
    return bool(_CHANGE.search(text))


@_once
def either(text: str) -> bool:
    """Whether a question offers numbers or dates to choose from."""
    return bool(_EITHER.search(text))


@_once
def asks_size(text: str) -> bool:
    """Whether a text asks how strong or large something is."""
    return bool(_SIZE.search(text))


@_once
def asks_of_number(text: str) -> bool:
    """Whether a text asks how many of something: of 306 attacks that it states, how many bombings."""
    return bool(_OF_NUMBER.search(text))


@_once
def asks_part(text: str) -> bool:
    """Whether a text asks for a part of something counted: "how many of the 40"."""
    return bool(_PART.search(text))


@_once
def asks_particulars(text: str) -> bool:
    """Whether a text asks for names, or for what exactly: more than most sentences tell."""
    return bool(_PARTICULARS.search(text))


@_once
def asks_meaning(text: str) -> bool:
    """Whether a text asks what or who something is."""
    return bool(_MEANING.search(text))


@_once
def asks_words(text: str) -> bool:
    """Whether a text asks for somebody's words."""
    return bool(_WORDS_OF.search(text))


@_once
def asks_verbatim(text: str) -> bool:
    """Whether a text asks for the very words."""
    return bool(_VERBATIM.search(text))


@_once
def asks_who(text: str) -> bool:
    """Whether a text asks for a person or a body."""
    return bool(_WHO.search(text))


@_once
def asks_person(text: str) -> bool:
    """Whether only the name of a person can answer: "name of the", "who led", "who was the"."""
    return bool(_PERSON.search(text))


@_once
def asks_where(text: str) -> bool:
    """Whether a text asks for a place."""
    return bool(_WHERE.search(text))


@_once
def asks_whether(text: str) -> bool:
    """Whether a text asks if something is so."""
    return bool(_CHECKS.search(text))


@_once
def asks(text: str) -> bool:
    """Whether a text has a sign that it asks: a question mark, a question word or a request."""
    return bool(_ASKS.search(text))


@_once
def asks_ahead(text: str) -> bool:
    """Whether a text asks of what is still to come: "the next round"."""
    return bool(_AHEAD.search(text))


@_once
def asks_what_will_be(text: str) -> bool:
    """Whether a text asks what will be: "will they strike again"."""
    return bool(_WILL_BE.search(text))


@_once
def asks_now(text: str) -> bool:
    """Whether a text asks how something is on the day of asking."""
    return bool(_NOW.search(text))


@_once
def asks_still(text: str) -> bool:
    """Whether a text asks if something is so as before."""
    return bool(_STILL.search(text))


@_once
def asks_advice(text: str) -> bool:
    """Whether a text asks what should be, or should have been: "should they have paid"."""
    return bool(_ADVICE.search(text))


@_once
def asks_rate(text: str) -> bool:
    """Whether a text asks for a rate, which no total is."""
    return bool(_RATE.search(text))
