"""PURE: the answer to a message that asks several things: each by itself, and what of it is not answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.answering.answer import Answered, Context
from bot.answering.asking import fixes

if TYPE_CHECKING:
    from bot.answering.answer import Answer
    from bot.answering.asks import Asking
    from bot.answering.index import Index

_LEANS: Final = re.compile(
    r"\b(?:it|its|he|him|his|she|her|they|them|their|that|those|this|these|one|ones|each|both|either|same"
    r"|uski|uska|unki|unka|wo|woh|us\s+ne|unho\w*|(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)there)\b",
    re.IGNORECASE,
)
"""Words by which an ask leans on the one before it."""
_EDGES: Final = " \t,;:–—-?!."
_LINK: Final = re.compile(r"^(?:(?:and|also|plus|but|so|then)\W+)+", re.IGNORECASE)
"""Words that link an ask to the one before it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One ask of a message as it is to be looked up.

    With ``after`` it goes on from that answer; else the other parts of ``asking`` fix what it leaves out.
    """

    asking: Asking
    after: Context | None = None


Put: TypeAlias = Callable[[Part], "Answer"]
"""Answers one ask of a message."""


def answered_apart(index: Index, asked: tuple[Asking, ...], put: Put) -> Answered | None:
    """Return the answer to several asks of a message; ``None`` where none of them is answered.

    The first that is answered comes first; the other answers are its ``further`` ones, and the words of
    what is not answered are ``untold``.
    """
    found: list[Answered] = []
    untold: list[str] = []
    before: Context | None = None
    for asking in asked:
        answer = _first_answered(_ways(index, asking, asked, tuple(untold), before), put)
        words = _LINK.sub("", asking.ask.strip(_EDGES))
        if answer is None:
            untold.append(words)
            before = None
        else:
            found.append(replace(answer, question=words))
            before = Context(tuple(each.entry for each in answer.statements), answer.trace.read_as or words)
    if not found:
        return None
    return replace(found[0], further=_distinct(found)[1:], untold=tuple(untold))


def with_further(whole: Answered, apart: Answered | None, bar: float) -> Answered:
    """Return the answer to a message as a whole, with those to its asks that it does not hold.

    As there is an answer already, those are shown only from a confidence of ``bar``.
    """
    if apart is None:
        return whole
    told = {statement.entry for statement in whole.statements}
    lone = (replace(apart, further=(), untold=()), *apart.further)
    further = (each for each in lone if each.main.entry not in told and each.confidence >= bar)
    return replace(whole, further=tuple(further))


def _ways(
    index: Index,
    asking: Asking,
    asked: tuple[Asking, ...],
    untold: tuple[str, ...],
    before: Context | None,
) -> list[Part]:
    """Return how one of the asks of a message may be looked up, in turn.

    What names all it asks stands by itself, but for what asks before it fix that are not answered. What
    leans goes on from the answer before it, and without one it asks nothing that can be known; only the
    first may lean on what comes after it: "how many were killed and how many injured in 2022".
    """
    after = (
        [] if before is None or any(fixes(index, each) for each in asking.others) else [Part(asking, before)]
    )
    if _stands_alone(index, asking.ask):
        return [Part(asking._replace(others=(*asking.others, *_dated(index, untold)))), *after]
    if asking is not asked[0]:
        return after
    return [Part(asking._replace(others=(*asking.others, *(each.ask for each in asked[1:]))))]


def _dated(index: Index, asks: tuple[str, ...]) -> Iterator[str]:
    """Yield asks that name a time, which is that of the next one too, or something that the pack lacks."""
    for ask in asks:
        read = index.reader.read(ask)
        if read.periods or read.names or read.foreign:
            yield ask


def _stands_alone(index: Index, ask: str) -> bool:
    """Whether an ask names something of the pack, or a count's time, and says what; and points at nothing."""
    read = index.reader.read(ask)
    telling = read.sought not in {None, "count"} or read.asked or read.telling
    named = read.links or (read.asked and read.periods)
    return bool(named and telling) and not _LEANS.search(ask)


def _first_answered(ways: list[Part], put: Put) -> Answered | None:
    """Return the answer of the first way that has one."""
    for part in ways:
        answer = put(part)
        if isinstance(answer, Answered):
            return answer
    return None


def _distinct(found: list[Answered]) -> tuple[Answered, ...]:
    """Return answers without those that an earlier one gives."""
    return tuple({(each.main.entry, each.computed): each for each in reversed(found)}.values())[::-1]
