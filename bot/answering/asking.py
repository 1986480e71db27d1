"""PURE: the part of a message that asks, read with all that the others fix."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.answering.asks import LONGEST
from bot.answering.lexicon import WORLD_NAMES
from bot.answering.wording import brief_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.answering.asks import Asking
    from bot.answering.dates.mentions import Mention
    from bot.answering.index import Index
    from bot.answering.linking import Link
    from bot.answering.reading import Reading

_SOMEBODY: Final = re.compile(r"\b(?:he|she|him)\b|\bher(?=\W*$)", re.IGNORECASE)
_SOMETHING: Final = re.compile(r"\b(?:it|they|them)\b", re.IGNORECASE)
"""Words of a sentence that point at somebody, or something, of whom another one tells."""
_POINTS: Final = re.compile(
    r"\b(?:that|this|these|those|which|the)\s+(?:\w+\s+)?(?:numbers?|figures?|counts?|tolls?|amounts?|sums?|shares?|percent\w*|estimates?|ranges?)\b",
    re.IGNORECASE,
)
"""Words of a sentence that point at a number in another one."""
_GREETING: Final = re.compile(
    r"^\W*(?:\w+\W+){0,5}?(?:hi+|hello|hey+|hiya|greetings|evening|morning|salam\w*|here|(?:i'?m|i\s+am)(?:\s+\w+)?)\s+from\b",
    re.IGNORECASE,
)
"""How people say where they are: that fixes nothing."""
_LEADS_TO: Final = r"\b(?:in|at|near|outside|about|by|per|regarding|mean|meant)\s+(?:the\s+)?"
"""Words before a name of which something is asked, or that is meant."""
_BRIEF: Final = 10
"""Most words of a sentence that may be there to fix what another asks: "my question is about Peru"."""


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


def read_ask(index: Index, asking: Asking, whole: Reading, as_of: date | None) -> Reading:
    """Return the reading of what asks in a message, with what the rest of it fixes.

    A long sentence with no date, and no name that the pack knows, is small talk. Another tells of what is
    asked; its numbers mean nothing, and those of a brief one do. ``whole`` is the message, which tells who
    "he" is. Of a very long message all that it says goes for what asks: to read it part by part takes long.
    """
    if len(whole.written) > LONGEST:
        sentence = index.read(with_antecedent(index, asking.ask, whole), as_of)
        return _fixed(sentence, whole, whole, whole)
    parts = [each for each in asking.parts if not _GREETING.search(each)]
    read = {each: index.reader.read(each, as_of) for each in parts if not _is_brief(each)}
    telling = [each for each in parts if each not in read or _tells(read[each])]
    sentence = index.read(asking.ask, as_of)
    bare = not (sentence.links or sentence.asked or sentence.telling)
    so = bare and sentence.sought == "truth"  # "did they?" asks if what comes before it is so
    pointed = asking.ask if so else with_antecedent(index, asking.ask, whole)
    before = [each for each in telling if each in asking.before]
    if pointed != asking.ask:
        sentence = index.read(pointed, as_of)
    elif bare and before:
        return index.read(f"{before[-1]}, {asking.ask}", as_of)
    if not parts:
        return sentence
    fixing = _joined(index, telling, asking.ask, as_of)
    naming = [each for each in parts if each in telling or each == asking.lead or _names_it(each, read[each])]
    named = fixing if naming == telling else _joined(index, naming, asking.ask, as_of)
    counting = [each for each in telling if each not in read]
    points = bool(_POINTS.search(asking.ask)) or counting == telling
    return _fixed(sentence, fixing, named, fixing if points else _joined(index, counting, asking.ask, as_of))


def _names_it(part: str, read: Reading) -> bool:
    """Whether the names in a part that the pack does not know may be what is asked of: "about Peru".

    A word that is neither the pack's nor English is most often a name, in small letters too. In a long
    sentence to which nothing leads it is a word of the story.
    """
    return any(
        name.casefold() in WORLD_NAMES or re.search(_LEADS_TO + re.escape(name), part, re.IGNORECASE)
        for name in read.names
    )


def _tells(read: Reading) -> bool:
    """Whether a part has a name that the pack knows, or a date that is not told from today."""
    return bool(read.links or _dated(read))


def _dated(read: Reading) -> tuple[Mention, ...]:
    """Return the dates of a text that are not told from today: "yesterday" is when somebody talked of it."""
    return tuple(each for each in read.periods if read.relative(each) is None)


def _is_denied(read: Reading, link: Link) -> bool:
    """Whether a name is said not to be meant: "the FVF, not the Brigade"."""
    before = read.words[max(0, link.start - 2) : link.start]
    return before[-1:] == ("not",) or before in {("not", "the"), ("not", "in")}


def fixes(index: Index, part: str) -> bool:
    """Whether a part of a message that does not ask may fix what another asks, by a date or a name."""
    if not _is_brief(part) or _GREETING.search(part):
        return False
    read = index.reader.read(part)
    return bool(read.links or read.periods or read.names or read.foreign)


def _is_brief(part: str) -> bool:
    """Whether a part is so short that it may be there for what it fixes."""
    return len(part.split()) <= _BRIEF


def _joined(index: Index, others: Iterable[str], ask: str, as_of: date | None) -> Reading:
    """Return the reading of some sentences of a message and the one that asks."""
    return index.reader.read(". ".join((*others, ask)), as_of)


def _fixed(sentence: Reading, fixing: Reading, named: Reading, numbered: Reading) -> Reading:
    """Return the reading of a sentence with the names, places and periods that others fix.

    "I mean 2019. How many were killed?" asks of 2019: only what else is told leaves no trace. Names that
    the pack does not know are those of ``named``, numbers those of ``numbered``.
    """
    return replace(
        sentence,
        links=tuple(each for each in fixing.links if not _is_denied(fixing, each)),
        counted_by=fixing.counted_by,
        places=fixing.places,
        periods=_dated(fixing) or named.periods,
        dated_in=(fixing if _dated(fixing) else named).text,
        numbers=numbered.numbers,
        singled=named.singled,
        in_full=fixing.in_full,
        offices=named.offices,
        names=named.names,
        proper=named.proper,
        opening=fixing.opening,
        foreign=named.foreign,
        negated=named.negated or sentence.negated,
    )
