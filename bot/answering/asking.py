"""PURE: the one sentence of a message that asks, read with all that the others fix."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.intent import asks
from bot.answering.wording import brief_name

if TYPE_CHECKING:
    from bot.answering.index import Index
    from bot.answering.reading import Reading

_END: Final = re.compile(r"(?<=[^\W\d_]{2}[.!?…])[.!?…]*\s+|(?<=\d[.!?…])\s+(?=[^\d\s])|[!?…]\s+|\n")
"""What parts sentences; not the full stop of "U.S." """
_CLAUSE: Final = re.compile(
    r"(?:[,;:–—]\s+|\s-+\s+)(?:(?:and|but|so|then)\s+)?"
    r"(?=(?:who|what|when|where|why|how|which|did|do|does|was|were|is|are|aren'?t|isn'?t|wasn'?t|weren'?t|has|have)\b)"
    r"|\s+but\s+(?=(?:who|what|when|where|why|how|which|did|do|does|was|were|is|are|aren'?t|isn'?t|wasn'?t)\b)",
    re.IGNORECASE,
)
"""Where a clause begins that asks, after one that leads to it."""
_TIMED: Final = re.compile(r"\b(?:before|after|since|until|till|prior|following|ago|earlier|later)\b")
"""Signs of a lead-in that says when, in a way that only the whole tells."""
_SOMEBODY: Final = re.compile(r"\b(?:he|she|him)\b|\bher(?=\W*$)", re.IGNORECASE)
_SOMETHING: Final = re.compile(r"\b(?:it|they|them)\b", re.IGNORECASE)
"""Words of a sentence that point at somebody, or something, of whom another one tells."""
_ASKED: Final = 4
"""Fewest words of such a clause."""
_SEVERAL: Final = 2
_MOST: Final = 40
"""Sentences that are looked at."""


def asking_sentence(written: str) -> str | None:
    """Return the sentence of a normalised text that asks, if it is the only one and there are others.

    The mark at the very end tells nothing, so the last sentence asks by its words, or where no other does.
    """
    sentences = [sentence for sentence in _END.split(written, _MOST) if sentence.strip()]
    if len(sentences) < _SEVERAL:
        return _asking_clause(written)
    last = sentences.pop()
    asking = [sentence for sentence in sentences if asks(sentence.casefold())]
    if not asking or asks(last.rstrip("?").casefold()):
        asking.append(last)
    return asking[0] if len(asking) == 1 else None


def _asking_clause(written: str) -> str | None:
    """Return what follows a lead-in that asks nothing: "for a paper of mine, when was it"."""
    found = _CLAUSE.search(written)
    before = written[: found.start()].casefold() if found else ""
    if found is None or asks(before) or _TIMED.search(before):
        return None
    return written[found.end() :] if len(written[found.end() :].split()) >= _ASKED else None


def with_antecedent(index: Index, sentence: str, whole: Reading) -> str:
    """Return a sentence with the name of whom the message speaks for its "he", of what for its "it".

    As it is where the message names more than one, or the sentence names anything itself.
    """
    named = {link.targets[0] for link in whole.links}
    people = named & index.people
    for pointing, meant in ((_SOMEBODY, people), (_SOMETHING, named - people - index.places)):
        if len(meant) == 1 and pointing.search(sentence) and not index.reader.read(sentence).links:
            return pointing.sub(brief_name(index.pack, next(iter(meant))), sentence, count=1)
    return sentence


def narrowed(sentence: Reading, whole: Reading) -> Reading:
    """Return the reading of a sentence with the names, places, numbers and periods of the whole message.

    "I mean 2019. How many were killed?" asks of 2019: only what else is told leaves no trace.
    """
    return replace(
        sentence,
        links=whole.links,
        counted_by=whole.counted_by,
        places=whole.places,
        periods=whole.periods,
        dated_in=whole.text,
        numbers=whole.numbers,
        singled=whole.singled,
        in_full=whole.in_full,
        offices=whole.offices,
        names=whole.names,
        proper=whole.proper,
        opening=whole.opening,
        foreign=whole.foreign,
        negated=whole.negated or sentence.negated,
    )
