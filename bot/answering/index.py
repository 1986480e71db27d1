"""PURE: everything that answering needs from a pack, built once for each revision."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.answering.asked_dates import AskedDates
from bot.answering.calibration import by_meaning, by_words
from bot.answering.columns import Positions
from bot.answering.figures.workings import SHARES
from bot.answering.gathering import Gathered
from bot.answering.linking import metric_phrasebook
from bot.answering.on_the_day import events_by_day
from bot.answering.open_questions import OpenQuestions
from bot.answering.phrase_table import PhraseTable
from bot.answering.phrasings import texts_of, words_of
from bot.answering.plain import plain
from bot.answering.postings import Rarity, Scores, best
from bot.answering.prepared import Shelf, Written
from bot.answering.prompts import prompt
from bot.answering.reader import Reader
from bot.answering.reading import Reading, Said
from bot.answering.remembering import Remembered
from bot.answering.screening import Screen
from bot.answering.semantic import meanings
from bot.answering.similarity import LIKELY, Comparing, EveryPhrase, LikelyPhrases, Similar
from bot.answering.slots import Ancestry, happenings, people, place_types, places, roles, texts
from bot.answering.weights import terms
from bot.knowledge.holding import holds, in_force
from bot.knowledge.model import Claim, Entity, Entry, Figure, Pack, Quote

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date

    from bot.answering.seeking import Sought
    from bot.answering.semantic import Encoder


_COMPARED: Final = 500
"""Entries of a large pack whose phrases are compared with a question, of all and of those it concerns."""
_NOWHERE: Final[Positions] = np.zeros(0, dtype=np.intp)


@dataclass(frozen=True, slots=True)
class Similarity(Similar):
    """For each entry also ``open``: the cosine with the nearest question that it leaves open, or 0."""

    open: Scores = field(kw_only=True)


class Index:
    """A pack ready to be asked. Built in tenths of a second; only what is remembered of answers changes."""

    def __init__(self, pack: Pack, english: Container[str] = (), encoder: Encoder | None = None) -> None:
        """Read every text of the pack and build the tables; words of ``english`` are no typing errors."""
        self.holds = tuple(holds(pack).values())
        pack = self.pack = in_force(pack)
        self.ancestry = Ancestry(pack)
        self.places = places(pack, self.ancestry)
        self.people = people(pack)
        self.happenings = happenings(pack)
        self.speakers = frozenset(quote.speaker for quote in pack.of_kind(Quote))
        self.place_types = place_types(pack, self.places)
        self.named = bool(pack.of_kind(Entity))
        live = [entry for entry in pack.entries.values() if _can_answer(pack, entry)]
        self.reader = Reader(pack, places=self.places, english=english)
        found = (texts_of(pack, entry, self.places) for entry in live)
        gathered = Gathered(pack, self.reader, self.ancestry, found)
        self.documents = gathered.documents
        self.positions = {entry.id: position for position, entry in enumerate(live)}
        self.rarity = Rarity(self.documents)
        fixed = gathered.fixed.settled()
        self.screen = Screen(pack, live, fixed)
        phrases = PhraseTable(gathered.rows, gathered.offsets, self.rarity)
        self.entries = Shelf(live, fixed, self.documents, phrases)
        few = len(live) <= LIKELY
        self._comparing: Comparing = (
            EveryPhrase(gathered, self.rarity) if few else LikelyPhrases(gathered, self.rarity, phrases)
        )
        self.adjacent = gathered.adjacent
        self.asked_dates = AskedDates(live, self.reader)
        self.open = OpenQuestions(live, self.rarity, gathered.bulk)
        self._seeking = gathered.seeking()
        self._offsets = np.array(gathered.offsets, dtype=np.intp)
        self.figures = self._by_metric()
        self.days = events_by_day(live)
        self.counts = {key: np.array(positions, dtype=np.intp) for key, positions in self.figures.items()}
        self._written = Written(gathered.written, gathered.writers)
        self.roles = roles(pack)
        self.countable = metric_phrasebook(each for each in pack.metrics.values() if each.unit not in SHARES)
        self.counters = frozenset(figure.counted_by for figure in pack.of_kind(Figure) if figure.counted_by)
        self.remembered = Remembered()
        if few:
            self.reader.learn_case(
                text for entry in live for text in (*texts(entry), *entry.asks, *entry.leaves_open)
            )
        self.plain = plain(pack, list(zip(live, fixed, strict=True)), self.reader, encoder) if few else None
        if not few:
            self.reader.warm_up()
        spans = list(map(range, gathered.offsets, gathered.offsets[1:]))
        told = [text for _, text in self.phrasings()] if encoder else []
        left_open = [question for entry in live for question in entry.leaves_open]
        self.meanings = None if self.plain else meanings(encoder, told, spans, left_open)
        fitted = by_meaning if self.meanings else by_words
        self.calibration = self.plain.calibration if self.plain else fitted()

    def _by_metric(self) -> dict[str, list[int]]:
        """Return the positions of the figures of each metric."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for position, entry in enumerate(self.entries.bare):
            if isinstance(entry, Figure):
                found[entry.metric].append(position)
        return dict(found)

    def phrasings(self) -> Iterator[tuple[Entry, str]]:
        """Yield every text that a question is compared with, beside its entry."""
        for entry in self.entries.bare:
            for text in texts_of(self.pack, entry, self.places).phrasings:
                yield entry, text

    def leaves_open(self, question: str) -> bool:
        """Whether the pack leaves the very question open."""
        return self.open.has(words_of(question))

    @property
    def encodes(self) -> bool:
        """Whether a question is encoded to be compared, which takes some ten milliseconds."""
        return self.meanings is not None or (self.plain is not None and self.plain.resemblance.by_meaning)

    def read(self, question: str, as_of: date | None = None) -> Reading:
        """Return what a question says to this pack; ``as_of`` is the day that "last year" counts from."""
        reading = self.reader.read(question, as_of)
        return self.plain.opened(reading) if self.plain else reading

    def offered(self, question: str) -> int | None:
        """Return the position of the entry whose author wrote the very question, if any did."""
        words = words_of(question)
        for position in self._written.of(words):
            entry = self.entries.bare[position]
            if words in map(words_of, (*entry.asks, prompt(self.pack, entry))):
                return position
        return None

    def similarity(self, reading: Reading) -> Similarity:
        """Compare a question with every entry."""
        words = terms(reading)
        seeking = None if reading.sought is None else self._seeking[reading.sought]
        found = self._comparing.similar(words, seeking, partial(self._likely, reading))
        return Similarity(found.nearest, found.alike, found.centroid, found.at, open=self.open.nearest(words))

    def seeking(self, position: int, sought: Sought | None) -> float:
        """Return the share of an entry's phrases that seek what is sought, 0..1; 1 where nothing is."""
        if sought is None:
            return 1.0
        own = self._seeking[sought][self._offsets[position] : self._offsets[position + 1]]
        return float(np.count_nonzero(own) / len(own))

    def _likely(self, reading: Reading, wholes: Scores) -> Positions:
        """Return the positions of the entries of a large pack whose phrases are worth comparing.

        They are the likeliest by all phrases together, among those that concern what is named
        too, and the figures of the metric asked.
        """
        concerned = self.screen.concerning(reading)
        found = np.zeros(len(wholes), dtype=np.bool_)
        found[best(wholes, _COMPARED)] = True
        if concerned is not None:
            among = np.flatnonzero(concerned)
            found[among[best(wholes[among], _COMPARED)]] = True
        for metric in reading.asked:
            figures = self.counts.get(metric, _NOWHERE)
            found[figures if concerned is None else figures[concerned[figures]]] = True
        return np.flatnonzero(found)


def keyed(reading: Said | Reading) -> str:
    """Return the keys of a text's telling words, for comparing token sets."""
    return " ".join([key for key, role, _ in reading.terms if role != "function"])


def _can_answer(pack: Pack, entry: Entry) -> bool:
    """Whether an entry may be answered: live, cited, and an entity only with a description.

    A claim may rest on the citations of a live entry that decides it.
    """
    if entry.status != "live" or (isinstance(entry, Entity) and not entry.description):
        return False
    deciding = [pack.entries.get(key) for key in entry.entries] if isinstance(entry, Claim) else []
    return any(each.citations for each in (entry, *deciding) if each is not None and each.status == "live")
