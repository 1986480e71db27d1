"""PURE: reads questions, and a pack's own texts, against the names and words of that pack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answering.amounts import hedged
from bot.answering.answer_types import answer_type
from bot.answering.asked_counts import AskedCounts
from bot.answering.asked_names import own_of_names, publishers, speakers, strangers, with_owners
from bot.answering.bulk import Bulk
from bot.answering.casing import Casing
from bot.answering.dates.mentions import inside, may_mention, mentions, years_apart
from bot.answering.dates.parts import with_whole_years
from bot.answering.dates.sides import without_denied
from bot.answering.dates.told import ToldDates
from bot.answering.focus import focus
from bot.answering.intent import asks_amount, asks_how_many, asks_whether
from bot.answering.lexicon import BODIES, LINKING_WORDS
from bot.answering.linking import Link, Phrasebook, entity_phrasebook, undated
from bot.answering.measuring import Measures
from bot.answering.names import initials, name_like
from bot.answering.namesakes import in_full, namesakes
from bot.answering.numbers import with_places_in_words
from bot.answering.phrases import with_words_for_phrases
from bot.answering.reading import Anatomy, BesideNames, Reading, Said
from bot.answering.sayings import Sayings
from bot.answering.seeking import sought
from bot.answering.slots import people, trackers
from bot.answering.text import Token, beginnings, is_acronym, normalise, split, tokenise
from bot.answering.vocabulary import Vocabulary
from bot.answering.words import Known
from bot.knowledge.model import Entity, Figure

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date

    from bot.answering.adjacency import Adjacent
    from bot.knowledge.model import Pack

_ENDS: Final = re.compile(r"[\s?!.…]+\Z")
"""Marks at the end of a question: with them or without, or with others, it asks the same."""
_BODIES: Final = frozenset("institute institutes think thinktank thinktanks based".split())
"""Words soon after a place that make a body of it."""
_BODY_WITHIN: Final = 2
_NO_WORDS: Final = frozenset({"time", "place", "count"})
"""What is sought where no words are asked for: "by what date had he told the media"."""
_HEDGED: Final = 3
"""Numbers up to which a question is looked at for such as "over 200"."""


class Reader:
    """Reads texts against the names and words of one pack. Built once, then only read."""

    def __init__(
        self,
        pack: Pack,
        known: Iterable[str] = (),
        places: frozenset[str] = frozenset(),
        english: Container[str] = (),
    ) -> None:
        """Take a pack, the words of its texts, which of its entities are places, and words of English."""
        entities = pack.of_kind(Entity)
        self._entities: Phrasebook = entity_phrasebook(entities)
        self._counters = frozenset(figure.counted_by for figure in pack.of_kind(Figure) if figure.counted_by)
        self._trackers = trackers(pack)
        self._places = places
        self._people = people(pack)
        self._namesakes = namesakes(entity for entity in pack.of_kind(Entity) if entity.id not in places)
        self._checked_text = pack.checked_text.name.casefold() if pack.checked_text else None
        self._vocabulary = Vocabulary(pack, known, self._entities.words(), english)
        self._english = english
        self._initials = initials(entities)
        self._casing = self._cased()
        self._idioms = Phrasebook()
        for group in pack.synonyms:
            for phrase in group:
                if " " in phrase:
                    self._idioms.add(phrase, self._vocabulary.idiom(group))
        self._sayings = Sayings(self._vocabulary, self._entities, self._idioms)
        self._measures = Measures(pack, self._vocabulary.key)
        self._dates = ToldDates(pack, self._vocabulary.key)
        self._asked_counts = AskedCounts(
            self._measures,
            self._vocabulary,
            self._dates.happened,
            publishers(pack, self._entities),
        )

    def bulk(self, *, learn: bool) -> Bulk:
        """Return what reads many of the pack's own texts; whether it is to ``learn`` their words."""
        return Bulk(Known(self._vocabulary, self._entities, self._idioms), learn=learn)

    def learn_case(self, texts: Iterable[str]) -> None:
        """Learn from the pack's own texts which words are written with capitals."""
        self._casing = self._cased(texts)

    def _cased(self, texts: Iterable[str] = ()) -> Casing:
        """Return what gives a question its capitals."""
        return Casing(texts, self._initials, self._vocabulary.slips.has, self._english)

    def settle(self, beside: Adjacent) -> None:
        """Make ready what rests on all words of the pack and on which stand side by side."""
        self._vocabulary.settle(beside)

    def warm_up(self) -> None:
        """Make ready what the first unknown word of a question would otherwise wait for."""
        self._vocabulary.slips.warm_up()

    def study(self, text: str) -> Said:
        """Return what one of the pack's own sentences says."""
        plain = normalise(text)
        raw, found = split(plain)
        spans = mentions(plain) if may_mention(found) else ()
        return self._sayings.said(raw, found, inside(spans, beginnings(plain, raw)))._replace(periods=spans)

    def read(self, text: str, as_of: date | None = None) -> Reading:
        """Return what a question says; ``as_of`` is the day that "last year" counts from."""
        cased = self._casing.restore(with_owners(normalise(text), self._is_name))
        written = with_places_in_words(with_whole_years(_ENDS.sub("", with_words_for_phrases(cased)))) + "?"
        plain = self._vocabulary.slips.repair(self._vocabulary.join(written))
        tokens = tokenise(plain, cased=True)
        raw, found = [token.raw for token in tokens], [token.word for token in tokens]
        spans = self._dates.of(plain, tokens, lambda: self._entities.find(found, raw), as_of)
        dated = inside(spans, [token.start for token in tokens]) | years_apart(spans, found)
        said = self._sayings.said(raw, found, dated)
        said = said._replace(links=tuple(link for link in said.links if not self._describes(link, found)))
        taken = dated.union(*(range(link.start, link.end) for link in said.links))
        free_at = frozenset(range(len(tokens))) - taken
        free = [tokens[position] for position in sorted(free_at)]
        seeks = sought(["" if position in taken else word for position, word in enumerate(found)], put=True)
        undated = ["" if position + 1 in dated else word for position, word in enumerate(found)]
        others = strangers(tokens, free_at, self._english)
        reading = Reading(
            terms=tuple(said.terms),
            order=tuple([term.key for term in self._vocabulary.terms(found)]),
            words=tuple(found),
            links=said.links,
            in_full=in_full(self._namesakes, said.links, tokens),
            numbers=said.numbers,
            leaves=hedged(plain, tokens, free_at, said.numbers) if 0 < len(said.numbers) <= _HEDGED else (),
            speakers=frozenset()
            if seeks in _NO_WORDS
            else speakers(said.links, undated, self._people, others),
            periods=without_denied(plain, spans),
            counted_by=said.entities & self._counters,
            not_counted_by=self._trackers - said.entities
            if not self._trackers.isdisjoint(said.entities)
            else frozenset(),
            places=said.entities & self._places,
            people=said.entities & self._people,
            of_name=self.keys_of(own_of_names(said.links, found)),
            names=self._vocabulary.unknown_names(free),
            proper=self._proper(free)
            | self.keys_of(word for name in others for word in found[name.start : name.end]),
            called=self._vocabulary.called(free),
            foreign=self._vocabulary.foreign(free),
            focus=focus(found, taken, self._vocabulary.term),
            sought=seeks,
            quantity=asks_how_many(plain.casefold()),
            amount=asks_amount(plain.casefold()),
            checks=asks_whether(plain.casefold()) or self._checked(plain.casefold()),
            answer_type=answer_type(plain.casefold()),
            text=plain.casefold(),
            written=written,
        )
        return self._asked_counts.read(reading, free, plain, tokens)

    def _is_name(self, word: str) -> bool:
        """Whether a word is a name of the pack, and with an "s" none."""
        name, several = (self._entities.find([each.casefold()], [each]) for each in (word, f"{word}s"))
        return bool(name) and not several

    def _describes(self, link: Link, found: Sequence[str]) -> bool:
        """Whether a place only says which body is meant: "the Islamabad institute" counts elsewhere too."""
        after = found[link.end : link.end + _BODY_WITHIN]
        return not _BODIES.isdisjoint(after) and not self._places.isdisjoint(link.targets)

    def _checked(self, text: str) -> bool:
        """Whether a question, in lower case, names the text whose claims the pack checks."""
        return self._checked_text is not None and self._checked_text in text

    def named(self, text: str) -> frozenset[str]:
        """Return the words of a text that look like names, known or not."""
        return frozenset(token.word for token in name_like(tokenise(normalise(text))))

    def strange(self, text: str) -> frozenset[str]:
        """Return the words of a text that are no English, whether the pack has them or not."""
        return frozenset(token.word for token in self._vocabulary.strange(tokenise(normalise(text))))

    def anatomy(self, text: str, as_of: date | None = None, *, typed: bool = False) -> Anatomy:
        """Return where a text says what; the slips of a ``typed`` one are put right first."""
        plain = with_owners(normalise(text), self._is_name) if typed else normalise(text)
        plain = self._vocabulary.join(self._casing.restore(plain) if typed else plain)
        if typed:
            plain = self._vocabulary.slips.repair(plain)
        tokens = tokenise(plain, cased=typed)
        spans = mentions(plain, as_of)
        dated = inside(spans, [token.start for token in tokens])
        raw, found = [token.raw for token in tokens], [token.word for token in tokens]
        links = undated(self._entities.find(found, raw), dated)
        taken = dated.union(*(range(link.start, link.end) for link in links))
        at = [
            number
            for number, token in enumerate(tokens)
            if token.word not in LINKING_WORDS and number not in taken
        ]
        measured = self._measures.find([tokens[number] for number in at])
        metrics = tuple(Link(at[link.start], at[link.end - 1] + 1, link.targets) for link in measured)
        idioms = self._idioms.find(found, raw)
        return Anatomy(plain, tokens, self._vocabulary.terms(found), spans, links, metrics, idioms)

    def beside_names(self, text: str) -> BesideNames:
        """Return the names in a text with the words beside them, which are told only where there are any."""
        plain = self._vocabulary.join(normalise(text))
        tokens = tokenise(plain)
        found = [token.word for token in tokens]
        links = self._entities.find(found, [token.raw for token in tokens])
        if links:
            links = undated(links, inside(mentions(plain), [token.start for token in tokens]))
        return BesideNames(tokens, self._vocabulary.terms(found) if links else (), links)

    def keys(self, text: str) -> frozenset[str]:
        """Return what the words and idioms of one of the pack's own texts are compared by."""
        plain = self._vocabulary.join(normalise(text))
        raw, found = split(plain)
        idioms = self._idioms.find(found, raw)
        return frozenset(
            (*(term.key for term in self._vocabulary.terms(found)), *(idiom.targets[0] for idiom in idioms))
        )

    def keys_of(self, words: Iterable[str]) -> frozenset[str]:
        """Return what single words, casefolded, are compared by."""
        return frozenset(map(self._vocabulary.key, words))

    def forms_of(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the words of the pack's own texts that are compared by some keys, in lower case."""
        return self._vocabulary.forms_of(keys)

    def _proper(self, free: Sequence[Token]) -> frozenset[str]:
        """Return the keys of acronyms outside the names that the pack knows, in capitals or well known."""
        found = (token for token in free if (token.capital and is_acronym(token.raw)) or token.word in BODIES)
        terms = (self._vocabulary.term(token.word) for token in found)
        return frozenset(term.key for term in terms if term.role == "content")
