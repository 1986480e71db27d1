"""PURE: everything that answering needs from a pack, built once for each revision."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, get_args

import numpy as np

from bot.answering.calibration import BY_MEANING, DEFAULT
from bot.answering.intent import Sought, sought
from bot.answering.linking import metric_phrasebook
from bot.answering.open_questions import OpenQuestions
from bot.answering.phrasings import Divided, Texts, divide, texts_of
from bot.answering.plain import plain
from bot.answering.postings import Postings, Rarity, Scores
from bot.answering.reader import Reader
from bot.answering.reading import Reading, Role, Said
from bot.answering.semantic import meanings
from bot.answering.slots import Ancestry, Slots, people, place_types, places, roles, slots
from bot.answering.text import normalise, split
from bot.answering.wording import prompt
from bot.answering.workings import SHARES
from bot.knowledge.holding import holds, in_force
from bot.knowledge.model import Claim, Entity, Entry, Figure, Pack

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from bot.answering.accounts import Account
    from bot.answering.linking import Link
    from bot.answering.semantic import Encoder

WEIGHTS: Final[Mapping[Role, float]] = {
    "function": 0.1,
    "frame": 0.3,
    "content": 1.0,
    "number": 1.0,
    "name": 0.5,
}
"""How much a word counts by its part in the question; a linked name counts through its entity too."""
ENTITY_WEIGHT: Final = 1.0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A live entry as it is compared: ``phrases`` are row numbers of the phrase tables."""

    entry: Entry
    phrases: range
    slots: Slots
    document: frozenset[str]
    """Every term of its asks, sentences and note, and ``@id`` of every entity it concerns."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """For each entry, 0..1: the cosine of the question with some of its phrases.

    ``nearest`` is that with the nearest phrase, ``alike`` with the nearest that seeks the same kind of
    thing (0 when none does), ``centroid`` with all of them together, ``open`` with the nearest question
    that it leaves open (0 when there is none).
    """

    nearest: Scores
    alike: Scores
    centroid: Scores
    open: Scores


class Index:
    """A pack ready to be asked. Built in tenths of a second; only what ``accounts`` remembers changes."""

    def __init__(self, pack: Pack, english: Container[str] = (), encoder: Encoder | None = None) -> None:
        """Read every text of the pack and build the tables; words of ``english`` are no typing errors."""
        self.holds = tuple(holds(pack).values())
        pack = self.pack = in_force(pack)
        self.ancestry = Ancestry(pack)
        self.places = places(pack, self.ancestry)
        self.people = people(pack)
        self.place_types = place_types(pack, self.places)
        self.named = bool(pack.of_kind(Entity))
        live = [entry for entry in pack.entries.values() if _can_answer(pack, entry)]
        texts = [texts_of(pack, each, self.places) for each in live]
        divided = divide(texts)
        known = chain.from_iterable(found for _, found in divided.values())
        self.reader = Reader(pack, known, self.places, english)
        self.phrases: list[str] = []
        self.keyed: list[str] = []
        self.entries: list[Prepared] = []
        rows = self._prepare(texts, divided)
        self.positions = {prepared.entry.id: number for number, prepared in enumerate(self.entries)}
        self.rarity = Rarity([prepared.document for prepared in self.entries])
        self._offsets = np.array([prepared.phrases.start for prepared in self.entries], dtype=np.intp)
        self._phrases = Postings(rows, self.rarity)
        self._wholes = Postings(self._sum(rows), self.rarity)
        self.open = OpenQuestions(live, self.rarity, self.reader.phrase, terms)
        self._seeking = self._by_sought(texts, divided)
        self.figures = self._by_metric()
        self.roles = roles(pack)
        self.countable = metric_phrasebook(each for each in pack.metrics.values() if each.unit not in SHARES)
        self.counters = frozenset(figure.counted_by for figure in pack.of_kind(Figure) if figure.counted_by)
        self._concerning = self._by_entity()
        self._offered = self._by_prompt(divided)
        self.accounts: dict[str, Account] = {}
        """What entries say, taken apart: filled as sentences are checked against them."""
        self.plain = plain(pack, [(each.entry, each.slots) for each in self.entries], self.reader, encoder)
        spans = [prepared.phrases for prepared in self.entries]
        self.meanings = None if self.plain else meanings(encoder, self.phrases, spans)
        self.calibration = self.plain.calibration if self.plain else BY_MEANING if self.meanings else DEFAULT

    def _prepare(self, texts: Sequence[Texts], divided: Divided) -> list[dict[str, float]]:
        """Read the texts of every entry; return the weighted terms of each phrase."""
        phrase_rows: list[dict[str, float]] = []
        studied: dict[str, Said] = {}
        for entry, phrasings, _, spoken in texts:
            for text in spoken:
                if text not in studied:  # a metric's words stand beside every figure of it
                    studied[text] = self.reader.study(text, *divided[text])
            readings: dict[str, Said] = {text: studied[text] for text in spoken}
            for text in phrasings:
                if text not in readings:
                    readings[text] = self.reader.phrase(*divided[text])
            rows = {text: terms(reading) for text, reading in readings.items()}
            first = len(self.phrases)
            self.phrases += phrasings
            phrase_rows += [rows[text] for text in phrasings]
            self.keyed += [keyed(readings[text]) for text in phrasings]
            found = slots(entry, readings, self.ancestry)
            concerned = (f"@{entity}" for entity in found.entities)
            document = frozenset(chain(concerned, *rows.values()))
            self.entries.append(Prepared(entry, range(first, len(self.phrases)), found, document))
        return phrase_rows

    def _sum(self, rows: Sequence[Mapping[str, float]]) -> list[defaultdict[str, float]]:
        """Return one row for each entry: the terms of its phrases together."""
        summed: list[defaultdict[str, float]] = []
        for prepared in self.entries:
            total: defaultdict[str, float] = defaultdict(float)
            for number in prepared.phrases:
                for term, frequency in rows[number].items():
                    total[term] += frequency
            summed.append(total)
        return summed

    def _by_sought(self, texts: Sequence[Texts], divided: Divided) -> dict[Sought, NDArray[np.bool_]]:
        """Return, for each kind of thing, which phrases seek it.

        Where nothing asks for an entry, its own words stand for whatever may be sought.
        """
        kinds: tuple[Sought, ...] = get_args(Sought)
        found: dict[Sought, NDArray[np.bool_]] = {
            kind: np.zeros(len(self.phrases), dtype=np.bool_) for kind in kinds
        }
        for prepared, (_, phrasings, asking, _) in zip(self.entries, texts, strict=True):
            for number, text in zip(prepared.phrases, phrasings[:asking], strict=False):
                kind = sought(divided[text][1])
                if kind is not None:
                    found[kind][number] = True
            if not asking:
                for kind in kinds:
                    found[kind][prepared.phrases.start : prepared.phrases.stop] = True
        return found

    def _by_metric(self) -> dict[str, list[int]]:
        """Return the positions of the figures of each metric."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, prepared in enumerate(self.entries):
            if isinstance(prepared.entry, Figure):
                found[prepared.entry.metric].append(number)
        return dict(found)

    def _by_entity(self) -> dict[str, frozenset[int]]:
        """Return the positions of the entries that concern each entity."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for number, prepared in enumerate(self.entries):
            for entity in prepared.slots.entities:
                found[entity].add(number)
        return {entity: frozenset(numbers) for entity, numbers in found.items()}

    def _by_prompt(self, divided: Divided) -> dict[str, int]:
        """Return the position of the entry that each prompt and ask is written for."""
        found: dict[str, int] = {}
        for number, prepared in enumerate(self.entries):
            for text in prepared.entry.asks:
                found.setdefault(" ".join(divided[text][1]), number)
            found.setdefault(_plain(prompt(self.pack, prepared.entry)), number)
        return found

    def leaves_open(self, question: str) -> bool:
        """Whether the pack leaves the very question open."""
        return self.open.has(_plain(question))

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
        return self._offered.get(_plain(question))

    def concerning(self, links: tuple[Link, ...]) -> frozenset[int] | None:
        """Return the positions of the entries that concern every entity named; ``None`` when none is."""
        found: frozenset[int] | None = None
        for link in links:
            sets = (self._concerning.get(name, frozenset()) for name in (*link.targets, *link.loosely))
            any_of = frozenset[int]().union(*sets)
            found = any_of if found is None else found & any_of
        return found

    def similarity(self, reading: Reading) -> Similarity:
        """Compare a question with every entry."""
        words = terms(reading)
        cosines = self._phrases.cosines(words)
        nearest = np.maximum.reduceat(cosines, self._offsets)
        alike = nearest
        if reading.sought is not None:
            alike = np.maximum.reduceat(cosines * self._seeking[reading.sought], self._offsets)
        return Similarity(nearest, alike, self._wholes.cosines(words), self.open.nearest(words))


def _plain(text: str) -> str:
    """Return the words of a text, whatever its case, spacing and punctuation."""
    return " ".join(split(normalise(text))[1])


def terms(reading: Said | Reading) -> dict[str, float]:
    """Return the weighted terms of a text: words by their part, and ``@id`` for entities."""
    found: dict[str, float] = {}
    for key, role, _ in reading.terms:
        weight = WEIGHTS[role]
        if weight > found.get(key, 0.0):
            found[key] = weight
    for link in reading.links:
        for target in link.targets:
            found[f"@{target}"] = ENTITY_WEIGHT / len(link.targets)
    return found


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
