"""PURE: takes a sentence apart by what was read in it, so that two can be compared."""

from __future__ import annotations

from bisect import bisect_left
from itertools import count
from typing import TYPE_CHECKING, Final

from bot.answering.amounts import Amount, amounts
from bot.answering.dates.mentions import inside
from bot.answering.verdicts.clauses import clauses
from bot.answering.verdicts.connectives import (
    ARTICLES,
    BOUNDS,
    HAPPENING,
    IN_PLACE,
    NEGATORS,
    PASSIVE,
    QUANTIFIERS,
    ROUNDS,
    SEVERAL,
    SPREAD,
    WEIGHTY,
)
from bot.answering.verdicts.spoken import Counted, Dated, Named, Spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.answering.dates.mentions import Mention
    from bot.answering.linking import Link
    from bot.answering.reading import Anatomy
    from bot.answering.slots import Ancestry

_UNIT_WITHIN: Final = 4
"""Tokens after a number in which what it counts is looked for."""
_DOLLAR: Final = "$"
_MOST_UNITS: Final = 2
_QUANTIFIED: Final = 3
"""Tokens after "every" in which what it is of is looked for."""


def take_apart(anatomy: Anatomy, ancestry: Ancestry) -> Spoken:
    """Take a text apart by what was read in it."""
    return _Parts(anatomy, ancestry).spoken()


class _Parts:
    """The tokens of one text with what each belongs to."""

    def __init__(self, anatomy: Anatomy, ancestry: Ancestry) -> None:
        self._anatomy = anatomy
        self._ancestry = ancestry
        self._tokens = anatomy.tokens
        self._starts = [token.start for token in anatomy.tokens]
        self._dated = inside(anatomy.periods, self._starts)
        self._linked = _positions(anatomy.links)
        everything = frozenset(range(len(self._tokens)))
        self._free = everything - self._dated - self._linked
        self._amounts = amounts(anatomy.plain, self._tokens, self._free)
        self._counts = frozenset(at for each in self._amounts for at in range(each.start, each.end))
        self._clause = clauses(anatomy, frozenset(self._inner()), self._dated)

    def spoken(self) -> Spoken:
        """Return the parts as values."""
        words = {
            number: self._tokens[number].word
            for number in sorted(self._free - self._counts - self._qualifying())
        }
        terms = self._terms(words)
        count = (self._clause[-1] if self._clause else 0) + 1
        clauses: list[set[str]] = [set() for _ in range(count)]
        for number, key in terms:
            clauses[self._clause[number]].add(key)
        idiomatic = _positions(self._anatomy.idioms)
        kept = [(number, key) for number, key in terms if number not in idiomatic]
        idioms = [(idiom.start, idiom.targets[0]) for idiom in self._anatomy.idioms]
        for start, key in idioms:
            clauses[self._clause[start]].add(key)
        ordered = sorted([*kept, *idioms])
        return Spoken(
            plain=self._anatomy.plain,
            terms={key: self._tokens[number].raw for number, key in ordered},
            clauses=tuple(map(frozenset, clauses)),
            named=tuple(map(self._name, self._anatomy.links)),
            counted=tuple(map(self._count, self._amounts)),
            dated=tuple(map(self._date, self._anatomy.periods)),
            weighty=frozenset(
                self._weighed(number, word) for number, word in words.items() if word in WEIGHTY
            ),
            negated=tuple(map(self._denying(words).count, range(count))),
        )

    def _weighed(self, number: int, word: str) -> str:
        """Return a weighty word, of those that say of how many with what they are of: "every night"."""
        if word not in QUANTIFIERS:
            return word
        after = range(number + 1, min(number + 1 + _QUANTIFIED, len(self._tokens)))
        terms = (self._anatomy.terms[at] for at in after)
        return f"{word} {next((term.key for term in terms if term.role == 'content'), '')}"

    def _denying(self, words: Mapping[int, str]) -> list[int]:
        """Return the clause of each word that denies."""
        return [self._clause[number] for number, word in words.items() if word in NEGATORS]

    def _qualifying(self) -> frozenset[int]:
        """Return the positions of the words that qualify a number, as "more than"."""
        return frozenset(at for each in self._amounts for at in self._between(each.first, each.last))

    def _between(self, first: int, last: int) -> range:
        """Return the positions of the tokens that begin from one character up to another."""
        return range(bisect_left(self._starts, first), bisect_left(self._starts, last))

    def _terms(self, words: Mapping[int, str]) -> list[tuple[int, str]]:
        """Return the keys of the telling words, and of numbers that count nothing."""
        terms = self._anatomy.terms
        return [
            (number, terms[number].key)
            for number, word in words.items()
            if terms[number].role in {"content", "number"} and word not in HAPPENING and word not in SPREAD
        ]

    def _inner(self) -> Iterator[int]:
        """Yield the positions of tokens that stand in the same date, name or number as the one before."""
        for span in self._anatomy.periods:
            yield from self._between(span.start, span.end)[1:]
        for link in self._anatomy.links:
            yield from range(link.start + 1, link.end)
        for each in self._amounts:
            yield from self._between(each.first + 1, each.last)

    def _name(self, link: Link) -> Named:
        """Return an entity with the word before it."""
        at = link.start - 1
        while at >= 0 and self._tokens[at].word in ARTICLES:
            at -= 1
        before = self._tokens[at].word if at >= 0 and self._clause[at] == self._clause[link.start] else ""
        if before == "of" and at > 0 and self._tokens[at - 1].word in ROUNDS:
            before = ""  # a round of the talks is the talks
        if self._tokens[link.end - 1].raw.casefold().endswith("'s"):
            before = "of"  # whose it is, and not who does it
        followed = link.end < len(self._tokens)
        after = self._anatomy.terms[link.end].key if followed else ""
        follows = self._tokens[link.end].word if followed else ""
        targets = frozenset((*link.targets, *link.loosely))
        if before in IN_PLACE:  # who meets in a capital meets in no government, and not all over its country
            wider = [self._ancestry.of(target) - {target} for target in link.targets]
            targets = frozenset(link.targets).difference(*wider) or targets
        last = self._anatomy.terms[link.end - 1]
        head = last.key if last.role == "content" else ""
        clause = self._clause[link.start]
        earlier = (number for number in self._free if number < link.start and self._clause[number] == clause)
        opens = not any(self._anatomy.terms[number].role == "content" for number in earlier)
        text = self._text(link.start, link.end)
        suffers = bool(PASSIVE.match(self._anatomy.plain, self._end(self._past_date(link.end))))
        return Named(targets, before, follows, after, head, opens, suffers, clause, text)

    def _past_date(self, at: int) -> int:
        """Return where a text goes on behind a date that belongs to what is before it: "of March 2023"."""
        dated = at + 1 in self._dated and self._tokens[at].word in {"of", "in", "on"}
        return next(place for place in count(at + 1) if place not in self._dated) if dated else at

    def _date(self, mention: Mention) -> Dated:
        """Return a date with the clause that it begins in."""
        at = next((n for n, token in enumerate(self._tokens) if token.start >= mention.start), 0)
        text = self._anatomy.plain[mention.start : mention.end]
        return Dated(mention, self._clause[at] if self._clause else 0, text)

    def _count(self, amount: Amount) -> Counted:
        """Return a number with what it counts: what follows it, or else the nearest before it."""
        after, before = self._following(amount), self._preceding(amount)
        metrics, units = self._metrics(after)[:1], self._telling(after)[:_MOST_UNITS]
        if not metrics and not units:
            metrics, units = self._metrics(before)[-1:], self._telling(before)[:1]
        last = amount.last
        for number in units:
            last = max(last, self._tokens[number].start + len(self._tokens[number].raw))
        unit = frozenset(self._anatomy.terms[number].key for number in units)
        dollars = _DOLLAR in self._anatomy.plain[amount.first : self._starts[amount.start] + 1]
        return Counted(
            amount,
            unit | {_DOLLAR} if dollars else unit,
            frozenset(target for link in metrics for target in link.targets),
            frozenset(self._anatomy.terms[number].key for number in _positions(metrics)),
            self._clause[amount.start],
            self._anatomy.plain[amount.first : last].strip(),
            limit=self._bounds(amount),
        )

    def _bounds(self, amount: Amount) -> bool:
        """Whether a number bounds what stands before it, and counts nothing: "children under 7"."""
        at = next((at for at in range(amount.start) if self._starts[at] >= amount.first), amount.start)
        if at == 0 or self._tokens[at].word not in BOUNDS:
            return False
        return at - 1 in self._free and bool(SEVERAL.fullmatch(self._tokens[at - 1].word))

    def _metrics(self, at: list[int]) -> list[Link]:
        """Return the metrics named with words at some positions."""
        return [link for link in self._anatomy.metrics if not set(at).isdisjoint(range(link.start, link.end))]

    def _telling(self, at: list[int]) -> list[int]:
        """Return the positions of telling words among some."""
        return [number for number in at if self._anatomy.terms[number].role == "content"]

    def _following(self, amount: Amount) -> list[int]:
        """Return the positions soon after a number in its clause, up to the next number, date or name.

        But a name right behind it says whose they are: "6,000 TTP fighters".
        """
        clause = self._clause[amount.start]
        whose = next((link.end for link in self._anatomy.links if link.start == amount.end), amount.end)
        found: list[int] = []
        for number in range(whose, min(whose + _UNIT_WITHIN, len(self._tokens))):
            if number not in self._free or number in self._counts or self._clause[number] != clause:
                break
            found.append(number)
        return found

    def _preceding(self, amount: Amount) -> list[int]:
        """Return the positions before a number in its clause, the nearest first."""
        clause = self._clause[amount.start]
        return [
            number
            for number in range(amount.start - 1, -1, -1)
            if self._clause[number] == clause and number in self._free and number not in self._counts
        ]

    def _text(self, start: int, end: int) -> str:
        """Return the words of some tokens as written."""
        return self._anatomy.plain[self._tokens[start].start : self._end(end)]

    def _end(self, end: int) -> int:
        """Return the character at which the tokens up to one end."""
        return self._tokens[end - 1].start + len(self._tokens[end - 1].raw)


def _positions(links: Iterable[Link]) -> frozenset[int]:
    """Return the positions of the tokens in some spans."""
    return frozenset(at for link in links for at in range(link.start, link.end))
