"""PURE: what a text asserts: its sentences, and those of questions of the kind "is it true that ..."."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.lexicon import PEOPLES
from bot.answering.text import normalise

_SENTENCES: Final = re.compile(r"(?<=[.!?])(?<![A-Z]\.)\s+(?=[\"“'(]?[A-Z0-9])")
_ASKED: Final = re.compile(
    r"^\W*(?:(?:is|was)\s+it\s+(?:really\s+)?(?:true|correct|right|so|a\s+fact)\s+that|true\s+or\s+false\W"
    r"|fact[\s-]*check\W|(?:i|we)(?:'ve|\s+have)?\s+(?:also\s+|just\s+)?(?:read|heard|saw|seen)\s+(?:(?:somewhere|online|today)\s+)?that"
    r"|(?:they|people|some)\s+(?:also\s+)?(?:say|claim)\s+that|(?:someone|somebody|my\s+\w+)\s+(?:said|says|told\s+me|claims)\s+that"
    r"|(?:apparently|so|btw|actually)\s*,)\s*",
    re.IGNORECASE,
)
"""How somebody begins who passes on what he does not vouch for."""
_FILLERS: Final = re.compile(r"\s+(?:actually|really|finally|apparently|indeed)(?=\s)", re.IGNORECASE)
"""Words that say no more than the sentence does without them."""
_BASED: Final = re.compile(
    r"(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bwere)\s+(?:based|headquartered|located|situated)(?=\s+in\b)",
    re.IGNORECASE,
)
"""Words behind a thing that say no more than the "in" after them."""
_TAG: Final = re.compile(
    r"[\s,;–—-]*(?:\b(?:right|correct|true|yes|no|ok|okay|true\s+or\s+false|is\s+(?:that|this|it)\s+"
    r"(?:true|right|correct|so)|(?:is|was|are|were|did|does|do|has|have)n'?t\s+(?:it|he|she|they|that))\s*\?+)\s*$",
    re.IGNORECASE,
)
_NEGATIVE_OPENING: Final = re.compile(
    r"^(\W*(?:is|was|are|were|did|does|do|has|have|had))n'?t\b", re.IGNORECASE
)

_DOLLARS: Final = re.compile(
    r"(?<![$\w])(\d[\d,.]*\s?(?:million|billion|thousand|mn|bn|[mk])?)\s+(?:us\s+)?dollars?\b", re.IGNORECASE
)
_WENT: Final = re.compile(r"\b(?:go|goes|gone|going|went)\s+(?P<way>up|down)\b", re.IGNORECASE)
"""A rise or a fall in two words, of which the second alone would count for little."""
DELEGATION: Final = "delegation"
_ANY_PEOPLE: Final = "|".join(sorted(PEOPLES))
_SIDE: Final = re.compile(
    rf"\b(?P<whose>(?:{_ANY_PEOPLE}|us|u\.s\.|\w+['’]s)\s+)side\b(?!\s+of\b)", re.IGNORECASE
)
"""Those who sit on one side of a table."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; at least one."""
    plain = " ".join(normalise(text).split())
    return [part for part in _SENTENCES.split(plain) if part] or [""]


def assertion(text: str) -> str:
    """Return what a question of the kind "is it true that ..." or "..., right?" asserts."""
    plain = _BASED.sub("", _FILLERS.sub("", _TAG.sub("", _ASKED.sub("", normalise(text)))))
    plain = _DOLLARS.sub(r"$\1", plain)
    plain = _WENT.sub(lambda went: "rose" if went["way"].casefold() == "up" else "fell", plain)
    return with_delegations(_NEGATIVE_OPENING.sub(r"\1", plain))


def with_delegations(text: str) -> str:
    """Return a text with the delegations of countries called so: "the Pakistani side" is one, too."""
    return _SIDE.sub(rf"\g<whose>{DELEGATION}", text)
