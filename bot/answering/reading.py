"""PURE: what a text says: its terms, entities, metrics, periods, numbers and what is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from bot.answering.dates import Mention, mentions
from bot.answering.intent import QUANTITY, asks_how_many, asks_meaning
from bot.answering.lexicon import (
    COUNTRIES,
    DATE_WORDS,
    FRAME_WORDS,
    FUNCTION_WORDS,
    LINKING_WORDS,
    MONTHS,
    MULTIPLIERS,
    NUMBER_WORDS,
    WEEKDAYS,
)
from bot.answering.linking import Link, Phrasebook, entity_phrasebook, metric_phrasebook
from bot.answering.repair import MAX_REPAIRS, Spelling
from bot.answering.text import Token, normalise, stem, tokenise, words
from bot.answering.thesaurus import SYNONYMS
from bot.knowledge.model import Entity, Figure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.knowledge.model import Pack

Role: TypeAlias = Literal["function", "frame", "content", "number", "name"]


class Term(NamedTuple):
    """One word of a text as it is compared: the stem or synonym group, and its part in the text."""

    key: str
    role: Role
    known: bool = True
    """Whether the pack has the word, as it stands or with a typo put right."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read against one pack. ``links`` name entity ids."""

    terms: tuple[Term, ...] = ()
    links: tuple[Link, ...] = ()
    asked: frozenset[str] = frozenset()
    """Metrics that it asks for: the first named after "how many", or the first named."""
    measured: frozenset[str] = frozenset()
    """The keys of the words with which it names that metric."""
    bare: bool = False
    """Whether it asks for a metric and names besides only places, bodies and periods."""
    counters: frozenset[str] = frozenset()
    """The bodies it names that some figure is counted by, when there are several."""
    periods: tuple[Mention, ...] = ()
    numbers: tuple[frozenset[float], ...] = ()
    """For each number, the values it may stand for (``$450 million``: 450 and 450000000)."""
    names: tuple[str, ...] = ()
    """Proper names that the pack does not know."""
    focus: str | None = None
    """The key of the word asked for, as "company" in "which company made it"."""
    text: str = ""
    """The text itself: normalised, typos put right, in lower case."""

    @property
    def entities(self) -> frozenset[str]:
        """Every entity that the text may name."""
        return frozenset(target for link in self.links for target in link.targets)

    @property
    def quantity(self) -> bool:
        """Whether it asks how many or how much."""
        return asks_how_many(self.text)

    @property
    def defines(self) -> bool:
        """Whether it asks what or who something is, or is a bare name."""
        bare = bool(self.links) and not any(term.role == "content" for term in self.terms)
        return bare or asks_meaning(self.text)


_ASKING: Final = frozenset({"what", "which", "whose", "who", "many", "much"})
_FOCUS_WITHIN: Final = 4
"""Words after the question word in which the word asked for is looked for."""


class Reader:
    """Reads texts against the names and words of one pack. Built once, then only read."""

    def __init__(self, pack: Pack, texts: Iterable[str]) -> None:
        """Take a pack and the texts whose words it knows."""
        self._entities: Phrasebook = entity_phrasebook(pack.of_kind(Entity))
        self._metrics: Phrasebook = metric_phrasebook(pack.metrics.values())
        self._meant = {entity.id: entity.stands_for for entity in pack.of_kind(Entity) if entity.stands_for}
        self._counters = frozenset(figure.counted_by for figure in pack.of_kind(Figure) if figure.counted_by)
        self._groups = _groups(pack)
        self._idioms = Phrasebook()
        for group in pack.synonyms:
            for phrase in group:
                if " " in phrase:
                    self._idioms.add(phrase, self._idiom(group))
        known = {word for text in texts for word in words(normalise(text))}
        known.update(self._entities.words())
        known.update(
            word for metric in pack.metrics.values() for phrase in metric.words for word in phrase.split()
        )
        self._topic = frozenset(known)
        common = {*FUNCTION_WORDS, *FRAME_WORDS, *NUMBER_WORDS, *MULTIPLIERS, *MONTHS, *WEEKDAYS, *DATE_WORDS}
        synonyms = {word for group in SYNONYMS for word in group}
        self._spelling = Spelling(known | synonyms | set(self._idioms.words()), common)
        self._stems = frozenset(self._key(word) for word in known)
        self._terms: dict[str, Term] = {}
        for word in known:
            token = Token(word, word, stem(word), capital=False, number=word[:1].isdigit(), start=0)
            self._terms[word] = self._new_term(token)

    def _idiom(self, group: tuple[str, ...]) -> str:
        """Return what a phrase of several words is compared by: the group of its one-word synonyms."""
        single = next((word for word in group if " " not in word), None)
        return self._key(single.casefold()) if single else f"={group[0]}"

    def study(self, text: str) -> Reading:
        """Return what one of the pack's own sentences says: every word is known, nothing is asked."""
        plain = normalise(text)
        tokens = tokenise(plain)
        spans = mentions(plain)
        return replace(self._read(plain, tokens, _inside(spans, tokens)), periods=spans)

    def phrase(self, text: str) -> Reading:
        """Return the terms and entities of one of the pack's own phrasings.

        Its dates are left out and not read: they are those of what it asks for.
        """
        plain = normalise(text)
        tokens = tokenise(plain)
        return self._read(plain, tokens, _date_words(tokens))

    def read(self, text: str, as_of: date | None = None) -> Reading:
        """Return what a question says; ``as_of`` is the day that "last year" counts from."""
        plain = self._join(normalise(text))
        tokens = tokenise(plain)
        repaired = self._repairs(tokens)
        if repaired:
            tokens = tuple(repaired.get(position, token) for position, token in enumerate(tokens))
            plain = _respell(plain, tokens, repaired)
            tokens = tokenise(plain)
        spans = mentions(plain, as_of)
        dated = _inside(spans, tokens)
        reading = replace(self._read(plain, tokens, dated), periods=spans)
        named = frozenset(position for link in reading.links for position in range(link.start, link.end))
        free = [
            token for position, token in enumerate(tokens) if position not in named and position not in dated
        ]
        telling = [token for token in free if token.word not in LINKING_WORDS]
        measure = self._measure(plain, telling)
        if measure is not None:
            rest = telling[: measure.start] + telling[measure.end :]
            bare = all(self._term(token).role != "content" for token in rest)
            named_by = telling[measure.start : measure.end]
            measured = frozenset(self._key(token.word) for token in named_by)
            reading = replace(reading, asked=frozenset(measure.targets), measured=measured, bare=bare)
        counters = reading.entities & self._counters
        if len(counters) > 1:
            reading = replace(reading, counters=counters)
        return replace(reading, names=self._names(free), focus=self._focus(tokens, named | dated))

    def _focus(self, tokens: tuple[Token, ...], taken: frozenset[int]) -> str | None:
        """Return the first telling word soon after "what", "which", "whose", "who" or "how many"."""
        asking = next((number for number, token in enumerate(tokens) if token.word in _ASKING), None)
        if asking is None:
            return None
        for number in range(asking + 1, min(asking + 1 + _FOCUS_WITHIN, len(tokens))):
            role = "name" if number in taken else self._term(tokens[number]).role
            if role in {"name", "number"}:
                return None
            if role == "content":
                return self._key(tokens[number].word)
        return None

    def _measure(self, plain: str, tokens: list[Token]) -> Link | None:
        """Return the metrics named first after "how many", or else named first."""
        measured = self._metrics.find(tokens, stems=True)
        cue = QUANTITY.search(plain.casefold())
        after = (link for link in measured if cue and tokens[link.start].start >= cue.start())
        return next(iter((*after, *measured)), None)

    def _read(self, plain: str, tokens: tuple[Token, ...], dated: frozenset[int]) -> Reading:
        """Return the terms, entities and numbers of a text outside its dates."""
        links = self._links(tokens, dated)
        linked = {position for link in links for position in range(link.start, link.end)}
        free = [token for position, token in enumerate(tokens) if position not in dated] if dated else tokens
        unlinked = [
            token for position, token in enumerate(tokens) if position not in linked and position not in dated
        ]
        read = [
            self._names_term(token) if position in linked else self._term(token)
            for position, token in enumerate(tokens)
            if position not in dated
        ]
        idioms = self._idioms.find(free)
        for position in (position for idiom in idioms for position in range(idiom.start, idiom.end)):
            if not read[position].known:
                read[position] = Term(read[position].key, "frame")
        read += [Term(idiom.targets[0], "content") for idiom in idioms]
        return Reading(
            terms=tuple(read),
            links=links,
            numbers=_numbers(unlinked),
            text=plain.casefold(),
        )

    def _links(self, tokens: tuple[Token, ...], dated: frozenset[int]) -> tuple[Link, ...]:
        """Return the entities named outside dates, with what else their names stand for."""
        links = [
            link
            for link in self._entities.find(tokens)
            if not dated or dated.isdisjoint(range(link.start, link.end))
        ]
        for number, link in enumerate(links):
            loosely = tuple(meant for target in link.targets for meant in self._meant.get(target, ()))
            if loosely:
                links[number] = replace(link, loosely=loosely)
        return tuple(links)

    def _key(self, word: str) -> str:
        """Return what a word is compared by: its synonym group, or its stem."""
        key = stem(word)
        return self._groups.get(key, key)

    def _names_term(self, token: Token) -> Term:
        """Return the term of a token that is part of a name."""
        return Term(token.word if token.number else self._key(token.word), "name")

    def _term(self, token: Token) -> Term:
        """Return the term of a token outside names and dates."""
        found = self._terms.get(token.word)
        return found if found is not None else self._new_term(token)

    def _new_term(self, token: Token) -> Term:
        """Return the term of a token that no text of the pack has."""
        if token.number:
            return Term(token.word, "number")
        key = self._key(token.word)
        if token.word in FUNCTION_WORDS:
            return Term(key, "function")
        if token.word in FRAME_WORDS or token.word in WEEKDAYS:
            return Term(key, "frame")
        return Term(key, "content", known=key in self._stems)

    def _join(self, plain: str) -> str:
        """Return a text with words joined that the pack writes as one, as "cease fire"."""
        tokens = tokenise(plain)
        for first, second in zip(reversed(tokens[:-1]), reversed(tokens[1:]), strict=True):
            joined = first.word + second.word
            apart = first.word in self._topic and second.word in self._topic
            if joined.isalpha() and joined in self._topic and not apart:
                end = second.start + len(second.raw)
                plain = plain[: first.start] + joined + plain[end:]
        return plain

    def _repairs(self, tokens: tuple[Token, ...]) -> dict[int, Token]:
        """Return the tokens that a typo hides, by position, put right."""
        repaired: dict[int, Token] = {}
        tried = 0
        for position, token in enumerate(tokens):
            if token.number or token.word in self._spelling or self._key(token.word) in self._stems:
                continue
            if token.word in COUNTRIES:
                continue
            tried += 1
            if tried > MAX_REPAIRS:
                break
            word = self._spelling.nearest(token.word)
            if word is not None:
                repaired[position] = token._replace(word=word, stem=stem(word))
        return repaired

    def _names(self, tokens: list[Token]) -> tuple[str, ...]:
        """Return capitalised words, and countries in any case, that the pack does not know."""
        found = [
            token.raw
            for token in tokens
            if (token.capital or token.word in COUNTRIES)
            and not token.number
            and token.word not in self._topic
            and token.word not in self._spelling
            and self._key(token.word) not in self._stems
        ]
        return tuple(dict.fromkeys(found))


_YEARS: Final = frozenset(map(str, range(1900, 2100)))
_NOWHERE: Final[frozenset[int]] = frozenset()


def _inside(spans: tuple[Mention, ...], tokens: tuple[Token, ...]) -> frozenset[int]:
    """Return the positions of the tokens that lie in the spans of periods."""
    if not spans:
        return _NOWHERE
    return frozenset(
        position
        for span in spans
        for position, token in enumerate(tokens)
        if span.start <= token.start < span.end
    )


def _date_words(tokens: tuple[Token, ...]) -> frozenset[int]:
    """Return the positions of months, years and the numbers beside a month."""
    found: set[int] = set()
    for position, token in enumerate(tokens):
        if token.word in MONTHS:
            found.add(position)
            for step in (-1, 1):
                beside = position + step
                while 0 <= beside < len(tokens) and tokens[beside].number:
                    found.add(beside)
                    beside += step
        elif token.number and token.word in _YEARS:
            found.add(position)
    return frozenset(found)


def _respell(plain: str, tokens: tuple[Token, ...], repaired: dict[int, Token]) -> str:
    """Return the text with the repaired words put in, so that dates and names are read from it."""
    parts: list[str] = []
    position = 0
    for index in sorted(repaired):
        token = tokens[index]
        word = token.word.capitalize() if token.raw[:1].isupper() else token.word
        parts += [plain[position : token.start], word]
        position = token.start + len(token.raw)
    return "".join([*parts, plain[position:]])


def _groups(pack: Pack) -> dict[str, str]:
    """Return the synonym group of each word and stem; groups that share a word are one group."""
    joined: dict[str, str] = {}

    def root(word: str) -> str:
        while joined.setdefault(word, word) != word:
            word = joined[word]
        return word

    for group in (*pack.synonyms, *SYNONYMS):
        keys = [stem(word.casefold()) for word in group if " " not in word]
        for key in keys[1:]:
            joined[root(key)] = root(keys[0])
    return {key: f"={root(key)}" for key in joined}


def _numbers(tokens: list[Token]) -> tuple[frozenset[float], ...]:
    """Return the values that each number may stand for. "one" and "two" are seldom counts: left out."""
    found: list[frozenset[float]] = []
    for position, token in enumerate(tokens):
        value = _value(token) if token.number or token.word in NUMBER_WORDS else None
        if value is None:
            continue
        following = tokens[position + 1].word if position + 1 < len(tokens) else ""
        factor = MULTIPLIERS.get(following, 1)
        found.append(frozenset({value, value * factor}))
    return tuple(found)


def _value(token: Token) -> float | None:
    """Return the value of a number token or number word above two."""
    if token.number:
        text = token.word.replace(",", "")
        try:
            return float(text)
        except ValueError:
            return None
    value = NUMBER_WORDS.get(token.word)
    return float(value) if value is not None and value > 2 else None  # noqa: PLR2004  # see the caller
