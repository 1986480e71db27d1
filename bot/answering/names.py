"""PURE: which words of a text look like names: by capitals, by where they stand, by not being English."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from rapidfuzz.distance import OSA

from bot.answering.lexicon import (
    BEFORE_PLACES,
    CHAT_WORDS,
    FRAME_WORDS,
    FUNCTION_WORDS,
    LONG_NAMES,
    MONTHS,
    SHORTHAND,
    URDU_WORDS,
    VIOLENCE,
    WEEKDAYS,
    WORLD_NAMES,
)
from bot.answering.repair import rests
from bot.answering.text import is_acronym, normalise, split

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from bot.answering.text import Token
    from bot.knowledge.model import Entity

TELLING: Final = 4
"""Letters from which an unknown word counts as one; shorter ones that are no English are typing errors."""
_OPENERS: Final = (
    "what when where which whose how why did does were was have tell give name list show according please"
    " whats whos hows"
).split()
_SLIPS: Final = 2
"""Edits up to which a word may be a slip for one of more than four letters; for others it is one."""
_PREFIXES: Final = ("un", "re")
_COUNTS: Final = frozenset(
    """
    count counts record records log tally report estimate document list put attribute note publish register
    give
    """.split()
)
"""Verbs before which, after "did" or "does", stands who counted."""
_COUNTED: Final = frozenset(
    """
    figure figures count counts number numbers tally tallies estimate estimates toll data database dataset
    total totals record records index report study
    """.split()
)
"""What is of whoever counted: "Amnesty's figure"."""
_TELLERS: Final = frozenset("per via says say".split())
"""Words before whoever counted: "134 says the army"."""
_BEFORE_ACRONYMS: Final = frozenset("the did does by".split())
_AFTER_NAMES: Final = frozenset("ne ka ki ke ko".split())
"""Words of Urdu behind whoever did something, or whose something is."""
_ASKING_WORDS: Final = frozenset(
    word for word in (*FUNCTION_WORDS, *FRAME_WORDS, *MONTHS, *WEEKDAYS) if len(word) >= TELLING - 1
)
"""Words for which people type shorter ones by mistake."""
_ASKING_RESTS: Final = frozenset(rest for word in _ASKING_WORDS for rest in rests(word))
"""They, and what is left of them without a letter."""
POSSESSIVE: Final = "'s"
_LENGTHS: Final = {
    name[0]: sorted({len(other) for other in LONG_NAMES if other[0] == name[0]}) for name in LONG_NAMES
}
"""How many words the long names have that begin with a word."""


@runtime_checkable
class Dictionary(Protocol):
    """Words of English, of which the rare ones are known apart."""

    def lists(self, word: str) -> bool:
        """Whether a word, in lower case, is one at all, however rare; some names are, too."""
        ...

    def writes_small(self, word: str) -> bool:
        """Whether a dictionary has a word, in lower case, that is no name, however rare."""
        ...

    def writes_as_name(self, word: str) -> bool:
        """Whether a dictionary has a word, in lower case, as a name and as nothing else."""
        ...


def initials(entities: Iterable[Entity]) -> frozenset[str]:
    """Return the names of entities, in lower case, that are written in capitals and in one word."""
    names = (name for entity in entities for name in (entity.name, *entity.aliases))
    return frozenset(name.casefold() for name in names if name.isalpha() and is_acronym(name))


def name_like(tokens: Sequence[Token], common: Container[str] = ()) -> Iterator[Token]:
    """Yield the words that look like names, known or not.

    Where a place is named, ``common`` English stands for none: "in charge".
    """
    before = ""
    for token in tokens:
        place = before in BEFORE_PLACES and len(token.word) >= TELLING and token.word not in common
        if (token.capital or token.word in WORLD_NAMES or place) and not token.number:
            yield token
        before = token.word


def as_name(token: Token) -> str:
    """Return a word as a name is written, without a possessive."""
    raw = token.raw.removesuffix(POSSESSIVE)
    return raw[0].upper() + raw[1:]


def named_by_place(tokens: Sequence[Token], english: Callable[[str], bool]) -> Iterator[Token]:
    """Yield the words that stand where the name of a body does, known or not, in whatever case.

    ``english`` tells whether a word is English.

    So do "rand" in "did rand count", in "rand's figure" and in "according to rand", and a short word that
    is no English after "the" or before "count".
    """
    words = _padded(tokens)
    for number, token in enumerate(tokens):
        if token.number or token.word in FUNCTION_WORDS or token.word in URDU_WORDS:
            continue
        earlier, before, _, *after = words[number : number + 5]
        owns = token.raw.endswith(POSSESSIVE)
        counts = _stands_as_counter(words[number : number + 5], owns=owns)
        beside = before in _BEFORE_ACRONYMS or owns or after[0] in _COUNTED or after[0] in VIOLENCE
        initials = beside and _is_initials(token.word, english)
        if counts or initials or (earlier, before) == ("according", "to"):
            yield token


def counters(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the words that stand where who counted does, be they names or not: "what the army says"."""
    words = _padded(tokens)
    for number, token in enumerate(tokens):
        around = words[number : number + 5]
        earlier, before, *_ = around
        first = earlier if before == "the" else before
        told = first in _TELLERS or (first == "to" and "according" in words[max(0, number - 1) : number + 2])
        told |= before == "the" and not _COUNTED.isdisjoint(around[3:])
        if told or _stands_as_counter(around, owns=token.raw.endswith(POSSESSIVE)):
            yield token


def _padded(tokens: Sequence[Token]) -> list[str]:
    """Return the words of a text with two empty ones before and behind."""
    return ["", "", *(token.word for token in tokens), "", ""]


def _stands_as_counter(around: Sequence[str], *, owns: bool) -> bool:
    """Whether a word counts or owns a count, given the two before it, it and the two behind it."""
    earlier, before, _, *after = around
    asked = (earlier if before == "the" else before) in {"did", "does"}
    return (asked and after[0] in _COUNTS) or (owns and not _COUNTED.isdisjoint(after))


def lone_initials(
    tokens: Sequence[Token], english: Callable[[str], bool], *, urdu: bool = False
) -> Iterator[Token]:
    """Yield the short words that can only be initials, wherever they stand, in a text without slips.

    ``english`` tells whether a word is English. What may be a slip of a word with which people ask is none.
    An ``urdu`` text has short words of its own, but those before "ne" and the like are somebody's.
    """
    for token, after in zip_longest(tokens, tokens[1:]):
        if len(token.word) != TELLING - 1 or not token.raw.isalpha():
            continue
        named = not urdu or (after is not None and after.word in _AFTER_NAMES)
        if not named or token.word in FUNCTION_WORDS or token.word in CHAT_WORDS:
            continue
        if _is_initials(token.word, english) and not _near_asking(token.word):
            yield token


def long_names(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the names of several words of countries and bodies of the world, in whatever case."""
    words = tuple(token.word for token in tokens)
    for start, word in enumerate(words):
        for length in _LENGTHS.get(word, ()):
            if words[start : start + length] in LONG_NAMES:
                yield tokens[start : start + length]


def _is_initials(word: str, english: Callable[[str], bool]) -> bool:
    """Whether a short word can only be the initials of something."""
    return 1 < len(word) < TELLING and word not in SHORTHAND and not english(word)


def _near_asking(word: str) -> bool:
    """Whether a short word may be a slip for one of the words with which people ask.

    A letter too many or too few, or two swapped: with another letter it is as likely a name.
    """
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    return word in _ASKING_RESTS or not _ASKING_WORDS.isdisjoint((*rests(word), *swapped))


def spellings(entities: Iterable[Entity]) -> Iterator[tuple[str, str]]:
    """Yield pairs of words, in lower case, that are one word of an entity's names in two spellings.

    They begin with the same letter, and neither goes on where the other ends: "Pakistani" is no
    spelling of "Pakistan".
    """
    for entity in entities:
        words = {word for name in (entity.name, *entity.aliases) for word in split(normalise(name))[1]}
        long = sorted(word for word in words if len(word) > TELLING and word.isalpha())
        for number, word in enumerate(long):
            for other in long[number + 1 :]:
                if other[0] != word[0]:
                    break
                if not other.startswith(word) and OSA.distance(word, other, score_cutoff=_SLIPS) <= _SLIPS:
                    yield word, other


def near_opener(word: str) -> bool:
    """Whether a word may be a slip for one with which questions begin."""
    return any(OSA.distance(word, opener) <= (_SLIPS if len(opener) > TELLING else 1) for opener in _OPENERS)


def foreign_to(english: Callable[[str], bool], tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the words that are no English, in any form."""
    for token in tokens:
        short = token.number or len(token.word) < TELLING
        if not short and not any(map(english, _forms(token.word))):
            yield token


def _forms(word: str) -> Iterator[str]:
    """Yield a word, and what it may be a form of: "rammed" of "ram", "plotters" of "plot"."""
    bases = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    for base in (word, *(base for base in bases if len(base) >= TELLING)):  # "reham" is no "ham" again
        yield base
        yield from _without_ending(base)
        if base.endswith("ise"):
            yield f"{base[:-3]}ize"


def _without_ending(word: str) -> Iterator[str]:
    """Yield what a word may be without its ending."""
    for ending in ("s", "es", "d", "ed", "r", "er", "ers", "ing", "ly"):
        if word.endswith(ending):
            base = word.removesuffix(ending)
            yield base
            yield f"{base}e"
            if base[-2:-1] == base[-1:]:
                yield base[:-1]
    for ending in ("ies", "ied", "ier", "iest", "ily"):
        if word.endswith(ending):
            yield f"{word.removesuffix(ending)}y"
