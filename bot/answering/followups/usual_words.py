"""PURE: short replies in Urdu, or said less often, as the usual ones: "kab hua?", "which month?"."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.text import normalise

_END: Final = (
    r"(?:\s+(?:hua|hui|hue|huay|huwa|tha|thi|the|thay|hai|hain|gaya|gaye|gae|gayi))*"
    r"(?:\s+(?:yeh?|wo|woh))?\W*"
)
"""Auxiliary verbs, and what is asked about, at the end of such a reply."""
_REPLIES: Final = tuple(
    (re.compile(rf"\W*(?:(?:aur|phir|to)\s+)?{said}{_END}", re.IGNORECASE), english)
    for said, english in (
        (r"(?:yeh?\s+|wo\s+|woh\s+)?kab", "when?"),
        (r"(?:yeh?\s+|wo\s+|woh\s+)?kahan", "where?"),
        (r"kyun?", "why?"),
        (r"kis\s*ne\s+(?:kiya|kia|ki)", "who did it?"),
        (r"(?:kis\s*ne\s+)?zimm?[ae]dari\s+kis\s*ne\s+(?:li|qabool\s+ki)", "who claimed it?"),
        (r"kis\s*ne\s+zimm?[ae]dari\s+(?:li|qabool\s+ki)", "who claimed it?"),
        (r"kis\s*ne\s+(?:bana(?:yi|ya|i)|qaim\s+(?:ki|kiya))", "who founded it?"),
        (r"kis\s*ne\s+(?:kaha|bola)", "who said that?"),
        (
            r"kitne\s+(?:log\s+)?(?:mare|maare|maray|halak|shaheed|jaan\s+bahaq)",
            "how many people were killed?",
        ),
        (r"kitne\s+(?:log\s+)?zakhmi", "how many people were injured?"),
        (r"kitne\s+(?:hamle|hamlay)", "how many attacks?"),
        (r"(?:(?:in|on)\s+)?(?:what|which)\s+(?:year|month|day|date)", "when?"),
        (r"(?:(?:what(?:'?s|\s+is|\s+was))\s+)?(?:his|her)\s+(?:full\s+)?name(?:\s+again)?", "who is he?"),
        (r"how\s+many\s+are\s+(?:they|there|there\s+of\s+them)", "how many members do they have?"),
        (r"source\s+kya|kahan\s+se\s+(?:pata\s+chala|liya)", "source?"),
    )
)
_OPENED: Final = re.compile(
    r"^\W*(?:(?:ok(?:ay)?|so|hmm+|wait|cool|thanks|thx|lol|interesting|great|nice|alright|right|i\s+see|got\s+it)\W+){1,2}"
    r"(?=(?:and|what\s+about|how\s+about)\b)",
    re.IGNORECASE,
)
"""What is said of the answer before a reply goes on."""
_AND: Final = re.compile(r"^\W*(?:aur|nd|n|&)\s+(?=\S)", re.IGNORECASE)
_CORRECTING: Final = re.compile(
    r"^\W*(?:no+|nope|nah|sorry)?\W*(?:but\s+)?i\s+(?:mean|meant|asked|am\s+asking|said)(?:\s+(?:about|for|of|you))?\b\W*"
    r"|^\W*(?:no+|nope|nah)\W+(?=(?:the|in|how|what|who|when|where|which|and)\b)",
    re.IGNORECASE,
)
"""How a reply begins that says what was asked for instead."""
_ASKING: Final = re.compile(
    r"(?:who|whom|whose|what|when|where|why|which|how|and|did|was|were|is|are)\b", re.IGNORECASE
)
_MOST: Final = 40
"""Characters of such a reply."""


def in_usual_words(text: str) -> str:
    """Return a reply as the usual one in English where it is known, or with its "aur" or "n" as "and".

    "No, I mean X" is "and X".
    """
    text = _OPENED.sub("", text)
    plain = normalise(text)
    rest = _CORRECTING.sub("", plain)
    if rest and rest != plain:
        return rest if _ASKING.match(rest) else f"and {rest}"
    if len(plain) <= _MOST:
        for said, english in _REPLIES:
            if said.fullmatch(plain):
                return english
    return _AND.sub("and ", text)
