"""PURE: the one sentence of a message that asks, read with all that the others fix."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.intent import asks

if TYPE_CHECKING:
    from bot.answering.reading import Reading

_END: Final = re.compile(r"(?<=[^\W\d_]{2}[.!?…])[.!?…]*\s+|(?<=\d[.!?…])\s+(?=[^\d\s])|[!?…]\s+|\n")
"""What parts sentences; not the full stop of "U.S." """
_SEVERAL: Final = 2
_MOST: Final = 40
"""Sentences that are looked at."""


def asking_sentence(written: str) -> str | None:
    """Return the sentence of a normalised text that asks, if it is the only one and there are others.

    The mark at the very end tells nothing, so the last sentence asks by its words, or where no other does.
    """
    sentences = [sentence for sentence in _END.split(written, _MOST) if sentence.strip()]
    if len(sentences) < _SEVERAL:
        return None
    last = sentences.pop()
    asking = [sentence for sentence in sentences if asks(sentence.casefold())]
    if not asking or asks(last.rstrip("?").casefold()):
        asking.append(last)
    return asking[0] if len(asking) == 1 else None


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
        numbers=whole.numbers,
        names=whole.names,
        proper=whole.proper,
        opening=whole.opening,
        foreign=whole.foreign,
        negated=whole.negated or sentence.negated,
    )
