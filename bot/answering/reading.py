"""PURE: what a text says, as values: its terms, entities, metrics, periods, numbers and what is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from bot.answering.answer_types import AnswerType
from bot.answering.intent import asks_meaning
from bot.answering.seeking import Sought

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.amounts import Span
    from bot.answering.dates.mentions import Mention
    from bot.answering.linking import Link
    from bot.answering.namesakes import InFull
    from bot.answering.text import Token

Role: TypeAlias = Literal["function", "frame", "content", "number", "name"]


class Term(NamedTuple):
    """One word of a text as it is compared: the stem or synonym group, and its part in the text."""

    key: str
    role: Role
    known: bool = True
    """Whether the pack has the word, as it stands or with a typo put right."""


class Said(NamedTuple):
    """What one of a pack's own texts says: no question, so nothing is asked."""

    terms: Sequence[Term]
    links: tuple[Link, ...]
    numbers: tuple[frozenset[float], ...]
    periods: tuple[Mention, ...] = ()

    @property
    def entities(self) -> frozenset[str]:
        """Every entity that the text may name."""
        return frozenset(target for link in self.links for target in link.targets)


class BesideNames(NamedTuple):
    """Where a text has names: ``links`` are spans of its ``tokens``. ``terms`` has one for each token."""

    tokens: tuple[Token, ...]
    terms: Sequence[Term]
    links: tuple[Link, ...]


class Anatomy(NamedTuple):
    """Where a text says what: ``links``, ``metrics`` and ``idioms`` are spans of its ``tokens``.

    ``terms`` has one term a token, read as if it stood outside names and dates.
    """

    plain: str
    tokens: tuple[Token, ...]
    terms: Sequence[Term]
    periods: tuple[Mention, ...]
    links: tuple[Link, ...]
    metrics: tuple[Link, ...]
    idioms: tuple[Link, ...]


@dataclass(frozen=True)  # without slots: what every candidate is held against is worked out once
class Reading:
    """A question read against one pack. ``links`` name entity ids."""

    terms: tuple[Term, ...] = ()
    order: tuple[str, ...] = ()
    """The keys of all its words as they stand, those of names and dates too."""
    words: tuple[str, ...] = ()
    """Those words themselves."""
    links: tuple[Link, ...] = ()
    asked: frozenset[str] = frozenset()
    """Metrics that it asks for: the first named after "how many", or the first named."""
    measured: tuple[frozenset[str], ...] = ()
    """The ways to name that metric, each as the keys of its words; the question's own way comes first."""
    measured_in: str = ""
    """The words that name that metric where they are several: "dropped calls" ask for no drop."""
    negated: bool = False
    """Whether it counts those to whom that did not happen ("how many were not killed")."""
    opening: frozenset[str] = frozenset()
    """The happenings with which a span that it asks about begins or ends ("since the takeover")."""
    bare: bool = False
    """Whether it asks for a metric and names besides only places, bodies and periods."""
    whole: bool = False
    """Whether it asks how many there were in a month or more, and names nothing that happened in it."""
    beside: frozenset[str] = frozenset()
    """The keys of its other telling words where it does, but has some that may name what happened."""
    singled: frozenset[str] = frozenset()
    """The keys of the words that say of whom a count is, or what became of them."""
    in_full: tuple[InFull, ...] = ()
    """The entities that it names in full of those that share a short name with others."""
    offices: frozenset[str] = frozenset()
    """The words for those who counted where they are no names: "the military"."""
    speakers: frozenset[str] = frozenset()
    """The people whose words it asks for."""
    counted_by: frozenset[str] = frozenset()
    """The bodies it names that some figure is counted by."""
    not_counted_by: frozenset[str] = frozenset()
    """Where it names a body that counts more than the toll of one happening, the other such bodies."""
    places: frozenset[str] = frozenset()
    """The places it names."""
    people: frozenset[str] = frozenset()
    """The people it names."""
    periods: tuple[Mention, ...] = ()
    numbers: tuple[frozenset[float], ...] = ()
    """For each number, the values it may stand for (``$450 million``: 450 and 450000000)."""
    leaves: tuple[Span | None, ...] = ()
    """For each of those, what it leaves possible where it is hedged: "over 200"."""
    names: tuple[str, ...] = ()
    """Proper names that the pack does not know."""
    proper: frozenset[str] = frozenset()
    """The keys of acronyms that are no name the pack knows."""
    called: frozenset[str] = frozenset()
    """The keys of words outside the names of entities that look like names, known or not."""
    foreign: bool = False
    """Whether it has a word that neither the pack nor English has: most often a name in small letters."""
    focus: str | None = None
    """The key of the word asked for, as "company" in "which company made it"."""
    sought: Sought | None = None
    """What kind of thing it seeks: a time, a place, a reason ..."""
    quantity: bool = False
    """Whether it asks how many or how much, or for a toll, a share, a total."""
    amount: bool = False
    """Whether only a number can answer it: "how many", "how much"."""
    checks: bool = False
    """Whether it asks if something is so, or what the text says whose claims the pack checks."""
    of_name: frozenset[str] = frozenset()
    """The keys of words that Urdu in Latin letters puts after a name: "X ki umar"."""
    answer_type: AnswerType | None = None
    """What only an answer of that type can tell: a duration, an age ..."""
    text: str = ""
    """The text itself: normalised, typos put right, in lower case."""
    dated_in: str = ""
    """The text in which its periods stand, where that is not its own."""
    written: str = ""
    """The same as it was typed, normalised only, and ended with a question mark."""

    @property
    def counters(self) -> frozenset[str]:
        """The bodies that count something, when it names several: it asks for each."""
        return self.counted_by if len(self.counted_by) > 1 else frozenset()

    @property
    def placed(self) -> tuple[Link, ...]:
        """The names that stand among its own words; none where they are of another text."""
        return () if self.dated_in else self.links

    @cached_property
    def entities(self) -> frozenset[str]:
        """Every entity that the text may name."""
        return frozenset(target for link in self.links for target in link.targets)

    @cached_property
    def summing(self) -> str:
        """Its text without the words that name what it counts, if those are several."""
        if not self.measured_in:
            return self.text
        return re.sub(r"\W+".join(map(re.escape, self.measured_in.split())), " ", self.text)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The keys of its telling words outside names."""
        return frozenset(term.key for term in self.terms if term.role == "content")

    def words_of(self, mention: Mention) -> str:
        """Return the words of a date."""
        return (self.dated_in or self.text)[mention.start : mention.end]

    def relative(self, mention: Mention) -> str | None:
        """Return the words of a date that counts from the question's day, as "next month", or ``None``."""
        words = self.words_of(mention)
        dated = mention.yearless or any(letter.isdigit() for letter in words)
        return None if dated else words

    @property
    def bare_name(self) -> bool:
        """Whether it is a name and no more: it may ask for anything about what it names."""
        telling = any(term.role in {"content", "number"} for term in self.terms)
        return bool(self.links) and not (telling or self.periods or self.sought or self.asked)

    @property
    def bare_word(self) -> bool:
        """Whether it is one telling word and no more: it may ask for anything about that."""
        telling = sum(term.role == "content" and term.known for term in self.terms)
        return telling <= 1 and not (self.links or self.periods or self.numbers or self.sought)

    @cached_property
    def defines(self) -> bool:
        """Whether it asks what or who something is, or is a bare name."""
        bare = bool(self.links) and not any(term.role == "content" for term in self.terms)
        return bare or asks_meaning(self.text)
