"""PURE: what speaks for one entry as the answer to a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne

from bot.answering.index import keyed
from bot.answering.intent import (
    asks_person,
    asks_verbatim,
    asks_where,
    asks_who,
    asks_words,
)
from bot.answering.weights import terms
from bot.knowledge.model import Claim, Entity, Event, Fact, Figure, Quote

if TYPE_CHECKING:
    from bot.answering.index import Index, Similarity
    from bot.answering.prepared import Prepared
    from bot.answering.reading import Reading
    from bot.answering.semantic import Meaning
    from bot.knowledge.model import Entry

NEAREST, ALIKE, CENTROID, TOKENS, COVERAGE, PAIRS = 0.07, 0.07, 0.19, 0.1, 0.28, 0.29
"""Weights of the parts of a score; they sum to 1. Fitted on the ``tune`` questions of the dialogue pack
by ``bench/calibrate.py``, as is ``FIT``, what the kind of an entry counts beside them."""
FIT: Final = 0.53
FIGURE_FOR_QUANTITY, EVENT_FOR_QUANTITY = 0.06, -0.03
ENTITY_FOR_MORE, ENTITY_FOR_MEANING = -0.1, 0.03
QUOTE_FOR_MORE, QUOTE_FOR_WORDS, QUOTE_VERBATIM = -0.03, 0.03, 0.15
CLAIM_FOR_MORE, CLAIM_FOR_WHETHER = -0.08, 0.02
"""What the kind of an entry adds, by what is asked: how many, what something is, what was said, whether."""
NO_DATE: Final = -0.05
"""What an entry loses when only its text, not its own period, has the date asked for."""
DEFAULT_DAYS: Final = 0.05
"""What an entry gains whose days are the pack's ``default_period``, when the question names no date."""
MEANING: Final = 0.3
"""The part of a score that is nearness in meaning, where there is an encoder."""
_PERIOD_RARITY: Final = 4.0
_WORDS_OF_A_NAME: Final = 2
"""Telling words beside names up to which "what is" asks for a meaning, not for a fact."""
_MOST_PERIODS, _MOST_UNNAMED, _LONGEST = 2, 2, 12
"""Counts from which more of the same says no more."""


class Evidence(NamedTuple):
    """What speaks for one entry. All parts are 0..1, but for counts, ``matched`` and ``missing``.

    ``matched`` is the rarity of the known telling words that the entry has, together, in multiples of
    that of an unknown word; ``missing`` that of the rarest telling word that it lacks. ``unknown``
    and ``unexplained`` are the shares of the question's telling words, by rarity, that the pack does
    not have and that this entry does not have.
    """

    nearest: float
    centroid: float
    alike: float
    """The cosine with the nearest of its phrases that seek the same kind of thing; 0 when none does."""
    tokens: float
    coverage: float
    pairs: float
    """The share of the question's pairs of neighbouring words that the entry's phrases have."""
    fit: float
    """What the kind of the entry adds or takes."""
    unknown: float
    unexplained: float
    unnamed: int
    """How many words that look like names it lacks, at most ``_MOST_UNNAMED``."""
    matched: float
    missing: float
    focus: float
    """Whether the entry has the word that the question asks for ("which company")."""
    name: float
    """Whether the entry names somebody, or some place, that the question does not, when that is asked for."""
    date: float
    """Whether the entry's own period has the dates asked for; 1 when none is."""
    default: float
    """Whether its days are those that the pack takes a question to mean that names none, 0 or 1."""
    open: float
    """How much nearer the question is to one that the pack leaves open than to any phrase of it, 0..1."""
    left_open: float
    """How near the question is to any that the pack leaves open, 0..1."""
    periods: int
    length: int
    """Telling words of the question."""
    meaning: float | None = None
    """How near it comes in meaning; ``None`` without an encoder."""
    astray: float = 0.0
    """How much nearer in meaning the question is to one left open, -1..1; 0 without an encoder."""
    resemblance: float | None = None
    """How much it resembles the entry's asks, in a pack of nothing but those, where it is the score."""

    @property
    def score(self) -> float:
        """How well the entry explains the question, about 0..1; orders the candidates."""
        parts = NEAREST * self.nearest + ALIKE * self.alike + CENTROID * self.centroid
        parts += TOKENS * self.tokens + COVERAGE * self.coverage + PAIRS * self.pairs + FIT * self.fit
        parts += NO_DATE * (1 - self.date) + DEFAULT_DAYS * self.default
        return parts if self.meaning is None else (1 - MEANING) * parts + MEANING * self.meaning


class Weighing:
    """One question, with everything about it that is the same for every entry."""

    def __init__(
        self, index: Index, reading: Reading, similarity: Similarity, meaning: Meaning | None = None
    ) -> None:
        """Take a read question and its similarity to every entry, by words and perhaps by meaning."""
        self._index = index
        self._similarity = similarity
        self._open = float(similarity.open.max(initial=0.0))
        self._meaning = meaning
        self._keyed = keyed(reading)
        rarity = index.rarity.of
        self._worth = {term: weight * rarity(term) for term, weight in terms(reading).items()}
        self._dated = min(len(reading.periods), _MOST_PERIODS)
        self._matched = len(reading.periods) * _PERIOD_RARITY
        self._asked = sum(self._worth.values()) + self._matched
        telling = [term for term in reading.terms if term.role == "content"]
        self._known = {term.key: rarity(term.key) for term in telling if term.known}
        strange = {term.key: rarity(term.key) for term in telling if not term.known}
        self._strangest = max(strange.values(), default=0.0)
        unknown = sum(rarity(term.key) for term in telling if not term.known)
        self._most = sum(self._known.values())
        self._rarest = index.rarity.rarest
        self._telling = unknown + sum(rarity(term.key) for term in telling if term.known) or 1.0
        self._unknown = unknown / self._telling
        self._focus = reading.focus
        self._called = reading.called
        named = sum(term.role in {"content", "name", "number"} for term in reading.terms)
        self._length = min(named, _LONGEST)
        self._reading = reading
        self._who, self._where = asks_who(reading.text), asks_where(reading.text)
        self._person = asks_person(reading.text)
        self._entities = reading.entities
        self._namable = self._who or self._where or self._person
        self._quantity = reading.quantity
        self._defines = reading.defines and len(telling) <= _WORDS_OF_A_NAME
        self._fits = self._fits_of_kinds()
        self._meant = None if reading.periods else index.pack.default_period

    def evidence(self, position: int) -> Evidence:
        """Return what speaks for the entry at a position of the index."""
        prepared, similarity = self._index.entries[position], self._similarity
        entry, document = prepared.entry, prepared.document
        missing = [worth for key, worth in self._known.items() if key not in document]
        return Evidence(
            nearest=float(similarity.nearest[position]),
            centroid=float(similarity.centroid[position]),
            alike=float(similarity.alike[position]),
            tokens=0.0,
            coverage=self._coverage(prepared),
            pairs=0.0,
            fit=self._fits[entry.kind],
            unknown=self._unknown,
            unexplained=sum(missing) / self._telling,
            unnamed=min(len(self._called - document), _MOST_UNNAMED),
            matched=(self._most - sum(missing)) / self._rarest,
            missing=max([*missing, self._strangest]) / self._rarest,
            focus=float(self._focus is None or self._focus in document),
            name=self._name(prepared),
            date=self._date(entry),
            default=float(self._meant is not None and entry.period == self._meant),
            open=max(self._open - float(similarity.nearest[position]), 0.0),
            left_open=self._open,
            periods=self._dated,
            length=self._length,
            meaning=self._meaning.at(position) if self._meaning else None,
            astray=self._meaning.astray(position) if self._meaning else 0.0,
        )

    def _name(self, prepared: Prepared) -> float:
        """Return whether the entry can name who or where, 0 or 1; 1 when that is not asked."""
        if not self._namable or (self._reading.defines and prepared.entry.id in self._entities):
            return 1.0  # "who is X" asks of X itself
        new = prepared.slots.named - self._entities
        if self._person and self._index.people:
            return float(bool(new & self._index.people))
        if self._where and self._index.places:
            return float(bool(new & self._index.places))
        return float(bool(new - self._index.places)) if self._who and self._index.named else 1.0

    def _date(self, entry: Entry) -> float:
        """Return whether the entry's own period overlaps every date asked for, 0 or 1."""
        own, asked = entry.period, self._reading.periods
        return float(not asked or own is None or all(mention.reaches(own) for mention in asked))

    def _coverage(self, prepared: Prepared) -> float:
        """Return the share of the question, by rarity, that the entry's words and fields explain."""
        if not self._asked:
            return 0.0
        document = prepared.document
        explained = sum([worth for term, worth in self._worth.items() if term in document])
        return (explained + self._matched) / self._asked

    def closely(self, position: int, evidence: Evidence) -> Evidence:
        """Return the evidence for an entry with what its phrases tell, each looked at on its own."""
        pairs = self._index.adjacent.share(self._reading.order, position)
        return evidence._replace(tokens=self._tokens(position), pairs=pairs)

    def _tokens(self, position: int) -> float:
        """Return the best ``token_set_ratio`` over an entry's phrases, 0..1."""
        found = extractOne(self._keyed, self._index.entries.keyed(position), scorer=fuzz.token_set_ratio)
        return found[1] / 100 if found else 0.0

    def _fits_of_kinds(self) -> dict[str, float]:
        """Return what each kind of entry adds to its score, by what is asked."""
        return {
            Fact.kind: 0.0,
            Figure.kind: FIGURE_FOR_QUANTITY if self._quantity else 0.0,
            Event.kind: EVENT_FOR_QUANTITY if self._quantity else 0.0,
            Entity.kind: ENTITY_FOR_MEANING if self._defines else ENTITY_FOR_MORE,
            Quote.kind: _quote_fit(self._reading.text),
            Claim.kind: CLAIM_FOR_WHETHER if self._reading.checks else CLAIM_FOR_MORE,
        }


def _quote_fit(text: str) -> float:
    """Return what being a quote adds: much when the very words are asked for."""
    if asks_verbatim(text):
        return QUOTE_VERBATIM
    return QUOTE_FOR_WORDS if asks_words(text) else QUOTE_FOR_MORE
