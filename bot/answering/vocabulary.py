"""PURE: the words of a pack: what each is compared by, how telling it is, and which look like names."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from bot.answering.lexicon import (
    CHAT_WORDS,
    COUNTING,
    FRAME_WORDS,
    FUNCTION_WORDS,
    SHORTHAND,
    URDU_WORDS,
    WEEKDAYS,
)
from bot.answering.names import (
    TELLING,
    Dictionary,
    as_name,
    foreign_to,
    initials,
    lone_initials,
    long_names,
    name_like,
    near_opener,
    spellings,
)
from bot.answering.reading import Term
from bot.answering.slips import PackWords, Slips
from bot.answering.text import Token, stem, tokenise
from bot.answering.thesaurus import SYNONYMS
from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from bot.answering.adjacency import Adjacent
    from bot.knowledge.model import Pack


class Vocabulary:
    """The words that a pack uses, and what they are compared by. Learnt once, then only read."""

    def __init__(
        self,
        pack: Pack,
        words: Iterable[str],
        names: Iterable[str] = (),
        english: Container[str] = (),
    ) -> None:
        """Take a pack, every word of its texts, the words of its names, and common words of English."""
        self._english = english
        self._dictionary = english if isinstance(english, Dictionary) else None
        self._groups = _groups(pack)
        self._known: dict[str, int] = {}
        """The words of the pack with how often each stands in it."""
        self._keys: set[str] = set()
        self._terms: dict[str, Term] = {}
        names = set(names)
        phrases = (phrase for metric in pack.metrics.values() for phrase in metric.words)
        for word in chain(names, words, *(phrase.casefold().split() for phrase in phrases)):
            self.meet(word)
            self.count(word, 1)
        spoken = {word for group in pack.synonyms for phrase in group for word in phrase.split()}
        own = PackWords(self._known, names, initials(pack.of_kind(Entity)), spoken)
        self.slips = Slips(own, english, lambda word: self.key(word) in self._keys)
        self._beside: Adjacent | None = None

    def settle(self, beside: Adjacent) -> None:
        """Take which words stand side by side in the pack, when all are known."""
        self._beside = beside
        self.slips.settle(beside, self.key)

    def meet(self, word: str) -> Term:
        """Take in a word of the pack's texts; return its term outside names and dates."""
        found = self._terms.get(word)
        if found is None:
            key = self.key(word)
            self._known[word] = 0
            self._keys.add(key)
            found = self._terms[word] = self._term(word, key)
        return found

    def count(self, word: str, times: int) -> None:
        """Take in how often more a word that was met stands in the pack's texts."""
        self._known[word] += times

    def key(self, word: str) -> str:
        """Return what a word is compared by: its synonym group, or its stem; a number is its digits."""
        if word[:1].isdigit():
            return word.replace(",", "")
        stemmed = stem(word)
        return self._groups.get(stemmed, stemmed)

    def forms_of(self, keys: Iterable[str]) -> frozenset[str]:
        """Return the words of the pack compared by some keys, and short forms of them, in lower case."""
        return frozenset(chain.from_iterable(self._forms.get(key, ()) for key in keys))

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """The words of the pack, and short forms of them, by what they are compared by."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in chain(self._terms, SHORTHAND):
            found[self.key(SHORTHAND.get(word, word))].append(word)
        return dict(found)

    def idiom(self, group: tuple[str, ...]) -> str:
        """Return what a phrase of several words is compared by: the group of its one-word synonyms."""
        single = next((word for word in group if " " not in word), None)
        return self.key(single.casefold()) if single else f"={group[0]}"

    def term(self, word: str) -> Term:
        """Return the term of a word of a question, outside names and dates."""
        found = self.written(word)
        short = not found.known and found.role == "function" and len(word) > 1
        return Term(found.key, "content", known=False) if short and word in self._english else found

    def written(self, word: str) -> Term:
        """Return the term of a word of one of the pack's own texts, which says nothing of English."""
        return self._terms.get(word) or self._term(word, self.key(word))

    def _term(self, word: str, key: str) -> Term:
        """Return the term of a word with what it is compared by."""
        if word[:1].isdigit():
            return Term(key, "number")
        if word in FUNCTION_WORDS or len(word) == 1:
            return Term(key, "function")
        if word in FRAME_WORDS or word in WEEKDAYS:
            return Term(key, "frame")
        known = key in self._keys
        if not known and len(word) < TELLING:
            return Term(key, "function", known=False)
        return Term(key, "content", known=known)

    def terms(self, words: Sequence[str]) -> list[Term]:
        """Return the terms of some words outside names and dates."""
        known = self._terms.get
        return [known(word) or self.term(word) for word in words]

    def join(self, plain: str) -> str:
        """Return a text with words joined that the pack writes as one, as "cease fire"."""
        tokens = tokenise(plain)
        for first, second in zip(reversed(tokens[:-1]), reversed(tokens[1:]), strict=True):
            joined = first.word + second.word
            if joined not in self._known or not joined.isalpha():
                continue
            if first.word not in self._known or second.word not in self._known:
                plain = plain[: first.start] + joined + plain[second.start + len(second.raw) :]
        return plain

    def called(self, tokens: Sequence[Token]) -> frozenset[str]:
        """Return the keys of words that look like names, known or not."""
        like = {token.word for token in name_like(tokens)}
        terms = map(self.term, like)
        return frozenset(term.key for term in terms if term.role == "content")

    def unknown_names(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Return words that look like names the pack does not know, of a text in the case it is read in.

        Signs of a name: a capital, a place or body of the world, "in" or "near" before it, and that a word is
        no English at all, unless the text is Urdu in Latin letters.
        """
        has = self.slips.has
        long = [name for name in long_names(tokens) if not self._says(name)]
        within = {token.start for name in long for token in name}
        names = [" ".join(map(as_name, name)) for name in long]
        tokens = [token for token in tokens if token.start not in within]
        names += [as_name(token) for token in name_like(tokens, self._english) if not has(token.word)]
        urdu = not URDU_WORDS.isdisjoint(token.word for token in tokens)
        names += [as_name(token) for token in self._initials(tokens, urdu=urdu)]
        if not urdu:
            first = tokens[:1]
            names += [
                as_name(token)
                for token in self._unheard_of(tokens)
                if token not in first or not near_opener(token.word)
            ]
        names += [
            as_name(before)
            for before, token in pairwise(tokens)
            if token.capital and self._makes_a_name(before, token)
        ]
        return tuple(dict.fromkeys(names))

    def _makes_a_name(self, before: Token, name: Token) -> bool:
        """Whether a word makes another name of one that the pack has: "Ember Jam" is no "Lantern Jam"."""
        beside = name.start == before.start + len(before.raw) + 1
        told = self.term(before.word)
        strange = not told.known and told.role == "content" and before.word not in COUNTING
        return beside and strange and self.slips.has(name.word)

    def _says(self, name: Sequence[Token]) -> bool:
        """Whether the pack has words side by side."""
        keys = [self.key(token.word) for token in name]
        return self._beside is None or all(self._beside.times(pairwise(keys)))

    def _initials(self, tokens: Sequence[Token], *, urdu: bool) -> Iterator[Token]:
        """Yield the short words that neither the pack nor any reader of English has ever seen."""
        found = lone_initials(tokens, self._may_be_english, urdu=urdu) if self._english else iter(())
        has, slip = self.slips.has, self.slips.lacks_a_letter
        return (token for token in found if not (has(token.word) or slip(token.word)))

    def _may_be_english(self, word: str) -> bool:
        """Whether a word is English, however rare."""
        return word in self._english or (self._dictionary is not None and self._dictionary.writes_small(word))

    def _unheard_of(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Yield the words that neither the pack nor any reader of English has ever seen."""
        found = self._foreign(tokens)
        return foreign_to(self._dictionary.writes_small, found) if self._dictionary else found

    def foreign(self, tokens: Iterable[Token]) -> bool:
        """Whether some word is neither the pack's nor English; never where no English words are given."""
        return any(True for _ in self._foreign(tokens))

    def _foreign(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Yield the words that are neither the pack's nor English."""
        found = (token for token in self.strange(tokens) if token.word not in CHAT_WORDS)
        return (token for token in found if not self.slips.has(token.word))

    def strange(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Yield the words that are no English; none where no English words are given."""
        return foreign_to(self._english.__contains__, tokens) if self._english else iter(())


def _groups(pack: Pack) -> dict[str, str]:
    """Return the synonym group of each stem; groups that share a word are one group."""
    joined: dict[str, str] = {}

    def root(word: str) -> str:
        while joined.setdefault(word, word) != word:
            word = joined[word]
        return word

    for group in (*pack.synonyms, *SYNONYMS, *spellings(pack.of_kind(Entity))):
        keys = [stem(word.casefold()) for word in group if " " not in word]
        for key in keys[1:]:
            joined[root(key)] = root(keys[0])
    return {key: f"={root(key)}" for key in joined}
