"""PURE: what kind of answer a text asks for, from the words with which people ask."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Sought: TypeAlias = Literal["count", "time", "place", "reason", "person", "manner", "thing", "truth"]
"""What kind of thing a question seeks; a string of keywords seeks nothing in particular."""
SOUGHT: Final[tuple[Sought, ...]] = get_args(Sought)

_COUNTS: Final = frozenset(
    "number numbers toll tally percent percentage total share kitne kitna kitni".split()
)
_MEASURES: Final = frozenset("many much large big high strong few".split())
_TIMES: Final = frozenset("when kab tareekh date dates".split())
_UNITS_OF_TIME: Final = frozenset("day days date dates month months year years time week".split())
_PLACES: Final = frozenset("where kahan location venue".split())
_KINDS_OF_PLACE: Final = frozenset(
    "city town place places country countries province district districts region area village".split()
)
_REASONS: Final = frozenset("why reason reasons motive motives purpose kyun kyu".split())
_CAUSING: Final = frozenset("reason reasons made led caused drove prompted pushed".split())
_NAMED_PEOPLE: Final = frozenset("name names".split())
_KINDS_OF_PEOPLE: Final = frozenset(
    """
    person official officials minister general group groups body organisation organization outlet
    politician leader commander man woman diplomat officer spokesman spokesperson ambassador
    """.split()
)
_THINGS: Final = frozenset("what which whats kya".split())
_ASKING: Final[Mapping[str, Sought]] = {
    "when": "time",
    "kab": "time",
    "where": "place",
    "kahan": "place",
    "why": "reason",
    "kyun": "reason",
    "kyu": "reason",
    "who": "person",
    "whom": "person",
    "whose": "person",
    "kaun": "person",
    "kon": "person",
    "kitne": "count",
    "kitna": "count",
    "kitni": "count",
}
"""Question words that alone say what is sought."""
_CUES: Final = _THINGS.union(_ASKING, ("how",))
_KINDS: Final[Mapping[Sought, frozenset[str]]] = {
    "time": _UNITS_OF_TIME,
    "place": _KINDS_OF_PLACE,
    "reason": _CAUSING,
    "person": _KINDS_OF_PEOPLE,
    "count": _COUNTS,
}
"""Words after "which" or "what" that say what is sought."""
_HINTS: Final[Mapping[Sought, frozenset[str]]] = {
    "count": _COUNTS,
    "time": _TIMES,
    "place": _PLACES,
    "reason": _REASONS,
    "person": _NAMED_PEOPLE,
}
"""Words that say what is sought wherever they stand."""
_HINTING: Final = frozenset[str]().union(*_HINTS.values())
_WITHIN: Final = 2
"""Words after "which" or "what" in which the kind of thing is looked for."""
_AUXILIARIES: Final = frozenset(
    "is are was were did does do has have had can could will would isnt wasnt didnt".split()
)
_TRUTHS: Final = frozenset("true right correct".split())
_OPENERS: Final = frozenset("so and but ok hey wait please pls".split())


def sought(words: Sequence[str]) -> Sought | None:
    """Return what kind of thing a text seeks, from its words as they are compared.

    The first question word decides, with the words after it; where there is none, a word that
    stands for a kind of thing does ("toll", "date", "venue").
    """
    for place, word in enumerate(words):
        if word not in _CUES:
            continue
        if word == "how":
            return _of_how(words[place + 1 : place + 3])
        if word in _THINGS:
            return _of_which(words[place + 1 : place + 1 + _WITHIN]) or _hinted(words) or "thing"
        return _ASKING[word]
    hinted = _hinted(words)
    if hinted is not None:
        return hinted
    first = next((word for word in words if word not in _OPENERS), "")
    return "truth" if first in _AUXILIARIES or not _TRUTHS.isdisjoint(words) else None


def _of_how(after: Sequence[str]) -> Sought:
    """Return what "how" seeks, by the words after it."""
    first = after[0] if after else ""
    if first in _MEASURES:
        return "count"
    if first in {"long", "old"}:
        return "time"
    return "reason" if first == "come" else "manner"


def _of_which(after: Sequence[str]) -> Sought | None:
    """Return what "which" or "what" seeks, by the first word after it that stands for a kind of thing."""
    for word in after:
        for kind, names in _KINDS.items():
            if word in names:
                return kind
    return None


def _hinted(words: Sequence[str]) -> Sought | None:
    """Return the kind of thing that some word of a text stands for."""
    if _HINTING.isdisjoint(words):
        return None
    return next(kind for kind, names in _HINTS.items() if not names.isdisjoint(words))


QUANTITY: Final = re.compile(
    r"\bhow\s+(?:many|much|large|big|high|strong)\b"
    r"|\b(?:number|count|total|toll|tally|percent(?:age)?|share|figures?|no\.?)\b|%|\bkitn[aei]\b"
)
_AMOUNT: Final = re.compile(r"^\W{0,20}(?:so|and|but|ok|hey)?\W{0,5}how\s+(?:many|much)\b")
_CHANGE: Final = re.compile(
    r"\bby\s+(?:how\s+(?:much|many)|what)\b|\bper\s?cent(?:age)?\b|%"
    r"|\bhow\s+(?:much|far|fast|steep(?:ly)?|sharp(?:ly)?)\b"
)
_EITHER: Final = re.compile(r"\b(?:or|vs|versus)\b|\d\s*/\s*\d")
"""Signs that a question offers numbers or dates to choose from."""
_PART: Final = re.compile(r"\bhow\s+many\s+of\b|\bof\s+(?:the\s+\d|those\b|them\b)")
_PARTICULARS: Final = re.compile(r"\b(?:exactly|specific\w*|precisely|by\s+name|names?|list\s+of|each)\b")
_OTHER_THAN_COUNT: Final = re.compile(
    r"^\W{0,20}(?:so|and|but|ok|hey)?\W{0,5}(?:why|who|whom|whose|where|when)\b"
)
_PERSON: Final = re.compile(
    r"\bnaam\b|\bnames?\s+of\b|\b(?:his|her|their)\s+(?:full\s+)?names?\b|\bby\s+name\b|\b(?:identity|author)\s+of\b"
    r"|\bwho\s+(?:is|was|were|are)\s+(?:the|a|an)\b"
    r"|\bwho\b(?:\s+at\s+\w+(?:\s+\w+){0,3})?\s+(?:led|leads|headed|heads|chaired|chairs|co-?chaired|co\s+chaired|represented"
    r"|wrote|drafted|interviewed|founded|photographed|accompanied)\b"
    r"|\b(?:which|what|whose)\s+(?:\w+\s+)?(?:reporter|journalist|photographer|author|general|elder|officer)s?\b"
)
_MEANING: Final = re.compile(
    r"\b(?:what|who|wat|wht|whats|whos)(?:'s|'re|\s+(?:is|are|was|were|r))?\s+(?!(?:did|does|do|has|had|have)\b)"
    r"|\b(?:stands?|stood)\s+for\b|\bmean(?:s|ing)?\b|\bfull\s+(?:form|name)\b|\babbreviation\b|\bacronym\b"
    r"|\bdefin\w+|\btell\s+me\s+about\b|\bexplain\b|\bdescribe\b|\bkya\s+hai\b|\bk(?:au|o)n\b"
    r"|\bmatlab\b|\bspelled\s+out\b|\bwhat\s+on\s+earth\b|\bis\s+what\b|\bwhat\s+(?:sort|kind|type)\s+of\b"
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
    r"|would|isn'?t|wasn'?t|didn'?t)\b|\btrue\b|\bfalse\b|\bcorrect\b|\breally\b|\bthe\s+article\b|\bverify\b"
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
def asks_rate(text: str) -> bool:
    """Whether a text asks for a rate, which no total is."""
    return bool(_RATE.search(text))
