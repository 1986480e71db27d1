"""PURE: phrases of a question that stand for a word, or for nothing: "full form", "ke bare mein batao"."""

from __future__ import annotations

import re
from typing import Final

from bot.answering.lexicon import VIOLENCE

_PHRASES: Final = tuple(
    (re.compile(phrase, re.IGNORECASE), word)
    for phrase, word in (
        (r"\bfull\s+forms?\b", "abbreviation"),
        (r"\bacc\b\.?(?=\s+to\b)", "according"),
        (r"\b(?:in\s+charge|at\s+the\s+helm)\s+of\b", "heading"),
        (r"\b(?:go(?:es)?|going|went|dat(?:es?|ed|ing))\s+back\s+to(?=\s+\d)", "was founded in"),
        (r"\bwhat\s+came\s+out\s+of\b", "what outcome came out of"),
        (
            rf"\bwho\s+did(?=\s+(?:the|that|this)\s+(?:[\w'-]+\s+){{0,5}}(?:{'|'.join(sorted(VIOLENCE))})\W*$)",
            "who carried out",
        ),
        (r"\bsec(?:retary)?[\s-]?gen(?:eral)?\b\.?", "Secretary-General"),
        (
            r"\s+ke\s+baa?re\s+(?:mein|main|me)(?:\s+(?:kuch|mujhe|hamen))?(?:\s+bata(?:o|en|yen|ein|iye|iyeh?))?\W*$",
            "",
        ),
    )
)


def with_words_for_phrases(text: str) -> str:
    """Return a text with what people write in several words as the word that is compared."""
    for phrase, word in _PHRASES:
        text = phrase.sub(word, text)
    return text
