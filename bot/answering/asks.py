"""PURE: which parts of a message ask, by signs of how people ask, and which parts only lead to them."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.answering.intent import asks

_END: Final = re.compile(
    r"(?:(?<=\s)|^)\d{1,2}[.)]\s+(?=(?:who|what|when|where|why|how|which|did|was|is|are)\b)"
    r"|(?<=[^\W\d_]{2}[.!?…])[.!?…]*\s+|(?<=\d[.!?…])\s+(?=[^\d\s])|[!?…]\s+|\n",
    re.IGNORECASE,
)
"""What parts sentences; not the full stop of "U.S.". The numbers of a list of questions are none of them."""
_CLAUSE: Final = re.compile(
    r"(?:[,;:–—]\s+|\s-+\s+)(?:(?:and|but|so|then)\s+)?"
    r"(?=(?:who|what|when|where|why|how|which|did|do|does|was|were|is|are|aren'?t|isn'?t|wasn'?t|weren'?t|has|have)\b)"
    r"|\s+but\s+(?=(?:who|what|when|where|why|how|which|did|do|does|was|were|is|are|aren'?t|isn'?t|wasn'?t)\b)"
    r"|\b(?:ask(?:ed|s|ing)?|remind|tell|show|explain|know|find\s+out|figure\s+out|sure|clue|idea|wondering)\s+"
    r"(?:(?:me|us|him|her|them|you)\s+)?(?=(?:who|what|when|where|why|how|which)\b)",
    re.IGNORECASE,
)
"""Where a clause begins that asks, after one that leads to it."""
_JOINED: Final = re.compile(
    r"(?:[,;]\s*|\s+)(?:and|also|plus|&|n)\s+(?:(?:also|then|on\s+what|in\s+what|at\s+what|by\s+whom)\s+)?"
    r"(?=(?:who|whose|what|when|where|why|how|which|did|does|do|was|were|is|are|has|have|wat|wen|kab|kaun|kon|kitn[aei]|kahan|kya)\b(?!-))",
    re.IGNORECASE,
)
"""Where a second ask begins in one sentence."""
_PUT: Final = re.compile(
    r"^\W{0,20}(?:(?:so|and|also|but|ok(?:ay)?|oh|hey|hi|hello|well|please|pls|plz|then|plus|now|btw|anyways?|actually|just"
    r"|first(?:ly)?|second(?:ly)?|finally|lastly|lol|yo|bro|bhai|guys|folks|all|everyone|question|quick|one\s+more)\W+){0,5}"
    r"(?:(?:can|could|would)\s+(?:you|u|some(?:one|body)|any(?:one|body))\W+(?:please\W+|pls\W+)?(?:tell|explain|say|help)\W+"
    r"(?:(?:me|us)\W+)?(?:with\W+)?|(?:do(?:es)?\s+)?(?:you|u|any(?:one|body)|some(?:one|body))(?:\s+here)?\s+knows?\s+(?:if\s+|whether\s+)?"
    r"|tell\s+(?:me|us)\W+|i(?:'d|\s+would)?\s+(?:like|want|need|wanted)\s+to\s+(?:know|ask|learn)\W+|i\s+wonder\s+)?"
    r"(?:(?:on|in|at|by|for|from|since|until|to|of|with)\s+)?"
    r"(?:(?:who|whom|whose|who'?s|what|what'?s|which|when|when'?s|where|where'?s|why|how|wat|wht|wen|kab|kaun|kon|kitn[aei]|kahan)\b"
    r"|(?:is|are|was|were|did|does|do|has|have|had)\b(?!-|\s+(?:been|to|no|never|always|just|\w+ing)\b)|(?:give|list|name|tell)\b)",
    re.IGNORECASE,
)
"""A part that puts a question or a request, and does not only have such a word somewhere."""
_TIMED: Final = re.compile(r"\b(?:before|after|since|until|till|prior|following|ago|earlier|later)\b")
"""Signs of a lead-in that says when, in a way that only the whole tells."""
_FEWEST: Final = 3
"""Fewest words of one of several asks."""
_ASKED: Final = 4
"""Fewest words of a clause that asks after one that leads to it."""
_SEVERAL: Final = 2
_MOST: Final = 40
"""Sentences that are looked at."""
_MOST_ASKS: Final = 4
LONGEST: Final = 600
"""Characters of a message that is read part by part."""


class Asking(NamedTuple):
    """The part of a message that asks, and the other parts, each as it is written.

    ``lead`` is what leads to it in the same sentence, if anything does; ``at`` is how many of the others
    come before it.
    """

    ask: str
    others: tuple[str, ...]
    lead: str = ""
    at: int = 0

    @property
    def parts(self) -> tuple[str, ...]:
        """Every other part."""
        return (*self.others, self.lead) if self.lead else self.others

    @property
    def before(self) -> tuple[str, ...]:
        """Those that come before it."""
        return (*self.others[: self.at], self.lead) if self.lead else self.others[: self.at]


def asking_part(written: str) -> Asking | None:
    """Return what of a normalised text asks, if that is one sentence, or one clause, and there is more."""
    sentences = _sentences(written)
    sentence = _asking_sentence(sentences)
    if sentence is None and len(sentences) >= _SEVERAL:
        return None
    others = tuple(each for each in sentences if sentence is not None and each != sentence)
    at = sentences.index(sentence) if sentence is not None else 0
    clause = _asking_clause(sentence or written)
    if clause is not None:
        return Asking(clause, others, (sentence or written).removesuffix(clause), at)
    return None if sentence is None else Asking(sentence, others, at=at)


def asks_apart(written: str) -> tuple[Asking, ...]:
    """Return the asks of a normalised text that puts several, each with what is no ask; else nothing.

    Of a very long text nothing: each ask would be read with all the rest of it.
    """
    if len(written) > LONGEST:
        return ()
    joined = (part for sentence in _sentences(written) for part in _JOINED.split(sentence))
    parts = [each for part in joined for each in _with_lead_apart(part) if each.strip(" ,;:?!.")]
    asking = [part for part in parts if len(part.split()) >= _FEWEST and _PUT.search(part)]
    if not _SEVERAL <= len(asking) <= _MOST_ASKS:
        return ()
    others = tuple(part for part in parts if part not in asking)
    return tuple(
        Asking(part, others, at=sum(each not in asking for each in parts[: parts.index(part)]))
        for part in asking
    )


def _with_lead_apart(part: str) -> tuple[str, ...]:
    """Return a part, or what leads to its ask and the ask: "just the fact, which day was it"."""
    clause = None if _PUT.search(part) else _asking_clause(part)
    return (part,) if clause is None else (part.removesuffix(clause), clause)


def _sentences(written: str) -> list[str]:
    """Return the sentences of a text that have anything in them."""
    return [sentence for sentence in _END.split(written, _MOST) if sentence.strip()]


def _asking_sentence(sentences: list[str]) -> str | None:
    """Return the one of several sentences that asks, if it is the only one.

    The mark at the very end tells nothing, so the last sentence asks by its words, or where no other does.
    Where more have a word that asks, the only one that puts a question is meant.
    """
    if len(sentences) < _SEVERAL:
        return None
    *first, last = sentences
    asking = [sentence for sentence in first if asks(sentence.casefold())]
    if not asking or asks(last.rstrip("?").casefold()):
        asking.append(last)
    if len(asking) > 1:
        asking = [sentence for sentence in asking if _PUT.search(sentence)]
    return asking[0] if len(asking) == 1 else None


def _asking_clause(written: str) -> str | None:
    """Return what follows a lead-in that asks nothing: "for a paper of mine, when was it"."""
    found = _CLAUSE.search(written)
    before = written[: found.start()].casefold() if found else ""
    if found is None or asks(before) or _TIMED.search(before):
        return None
    return written[found.end() :] if len(written[found.end() :].split()) >= _ASKED else None
