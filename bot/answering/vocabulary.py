"""PURE: the words of a pack: what each is compared by, how telling it is, and typos put right."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from rapidfuzz.distance import OSA

from bot.answering.asking_words import put_right
from bot.answering.lexicon import (
    BEFORE_NAMES,
    COUNTRIES,
    DATE_WORDS,
    FRAME_WORDS,
    FUNCTION_WORDS,
    MONTHS,
    MULTIPLIERS,
    NUMBER_WORDS,
    SHORTHAND,
    URDU_WORDS,
    WEEKDAYS,
)
from bot.answering.names import TELLING, foreign_to, name_like, near_opener, spellings, written_as_names
from bot.answering.reading import Term
from bot.answering.repair import MAX_REPAIRS, Spelling, one_edit_from
from bot.answering.sums.operations import WORDS as SUM_WORDS
from bot.answering.text import Token, as_typed, fold, is_acronym, stem, tokenise
from bot.answering.thesaurus import SYNONYMS
from bot.knowledge.model import Entity

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from bot.knowledge.model import Pack

_COMMON = frozenset(
    {*FUNCTION_WORDS, *FRAME_WORDS, *NUMBER_WORDS, *MULTIPLIERS, *MONTHS, *WEEKDAYS, *DATE_WORDS}
)


_WRITTEN_SHORT = frozenset(SHORTHAND.values())
_TOO_LONG_FOR_CHANCE = 8
"""Letters from which a word is hardly near to another by chance."""
_SHORT, _USED = 4, 10
"""Letters above which, and uses in the pack from which, a word may be meant though it is no English."""
_OFTEN = 50
"""Times that the pack says a word from which another, rare word may be a slip of it."""


@runtime_checkable
class Dictionary(Protocol):
    """Words of English, of which the rare ones are known apart."""

    def lists(self, word: str) -> bool:
        """Whether a word, in lower case, is one at all, however rare."""
        ...


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
        self._spoken = {word for group in pack.synonyms for phrase in group for word in phrase.split()}
        self._names = names
        self._written_as_names: frozenset[str] = frozenset()

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

    @cached_property
    def spelling(self) -> Spelling:
        """What puts slips right, made when every word is known."""
        common = {word for group in SYNONYMS for word in group}
        return Spelling(self._known, _COMMON, self._spoken | common)

    @cached_property
    def _acronyms(self) -> Spelling:
        """What puts slips in names right, made likewise."""
        return Spelling({word: self._known[word] for word in self._names if word not in FUNCTION_WORDS})

    def warm_up(self) -> None:
        """Make ready what unknown words are compared with: a tenth of a second."""
        _ = "" in self._english
        self.spelling.warm_up()
        self._acronyms.warm_up()

    def key(self, word: str) -> str:
        """Return what a word is compared by: its synonym group, or its stem; a number is its digits."""
        if word[:1].isdigit():
            return word.replace(",", "")
        stemmed = stem(word)
        return self._groups.get(stemmed, stemmed)

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

    def repair(self, plain: str) -> str:
        """Return a text with its typos put right, at most ``MAX_REPAIRS`` words tried."""
        plain = put_right(plain, self._known.__contains__, self._english.__contains__)
        parts: list[str] = []
        end, tried = 0, 0
        word_before = ""
        for token in tokenise(plain):
            before, word_before = word_before, token.word
            if token.word in _WRITTEN_SHORT and fold(token.raw) in SHORTHAND:
                parts += [plain[end : token.start], as_typed(token.word, token.raw)]
                end = token.start + len(token.raw)
            if token.number or self._has(token.word) or token.word in COUNTRIES or token.word in SUM_WORDS:
                continue
            tried += 1
            acronym = is_acronym(token.raw) and not plain.isupper()
            if not acronym and token.word in self._english:
                continue  # a word that the pack lacks, not a slip for one that it has
            spelling = self._acronyms if acronym else self.spelling
            # of two bodies with names as near, neither is taken: their counts differ
            word = self._nearest(token, spelling, alone=acronym) if tried <= MAX_REPAIRS else None
            if word is None or not (acronym or self._may_be(token, word, before)):
                word = None if acronym or tried > MAX_REPAIRS else self._plain_english(token, before)
            if word is not None:
                parts += [plain[end : token.start], as_typed(SHORTHAND.get(word, word), token.raw)]
                end = token.start + len(token.raw)
        return "".join([*parts, plain[end:]])

    def _nearest(self, token: Token, spelling: Spelling, *, alone: bool) -> str | None:
        """Return the known word that a slip is nearest to: of what is written as a name, a name first."""
        if token.capital and not alone:
            name = self._acronyms.nearest(token.word)
            if name is not None and OSA.distance(token.word, name, score_cutoff=1) <= 1:
                return name
        return spelling.nearest(token.word, alone=alone)

    def _plain_english(self, token: Token, before: str) -> str | None:
        """Return the common word of English that a word is a slip of, though the pack lacks it."""
        named = token.capital or before in BEFORE_NAMES or len(token.word) <= _SHORT
        if named or self._dictionary is None or self._dictionary.lists(token.word):
            return None
        return next(filter(self._english.__contains__, one_edit_from(token.word)), None)

    def _may_be(self, token: Token, word: str, before: str) -> bool:
        """Whether a word of the pack may be what was meant: of what looks like a name only a name may.

        A short word that is neither a name nor English is as near to many names of places and people.
        What a dictionary lists is a slip only of what the pack says often: of "oslo" not "solo".
        """
        if self._dictionary and self._known.get(word, 0) < _OFTEN and self._dictionary.lists(token.word):
            return False
        if token.capital or before in BEFORE_NAMES:
            named = word in self._names or word in _COMMON
            near = named + (len(word) >= _TOO_LONG_FOR_CHANCE)  # edits by which nobody means another word
            return near > 0 and OSA.distance(token.word, word, score_cutoff=near) <= near
        if word in self._names or word in _COMMON:
            return True
        common = len(word) > _SHORT and self._known.get(word, 0) >= _USED
        english = word in self._english or word.removesuffix("s") in self._english
        return not self._english or len(word) >= _TOO_LONG_FOR_CHANCE or common or english

    def learn_names(self, texts: Iterable[str]) -> None:
        """Learn which words the pack's own sentences write with a capital only: names in any case."""
        self._written_as_names = written_as_names(texts)

    def called(self, tokens: Sequence[Token]) -> frozenset[str]:
        """Return the keys of words that look like names, known or not, however they are written."""
        like = {token.word for token in name_like(tokens)}
        like.update(token.word for token in tokens if token.word in self._written_as_names)
        terms = map(self.term, like)
        return frozenset(term.key for term in terms if term.role == "content")

    def unknown_names(self, tokens: Sequence[Token], *, caseless: bool = False) -> tuple[str, ...]:
        """Return words that look like names the pack does not know.

        Signs of a name: a capital inside a sentence, or at its beginning where the word is not English, a
        country of the world in any case, or an unknown word after "in", "at", "near" or "from". In a
        ``caseless`` text, where capitals tell nothing, it is every word that is not English, unless the
        text is Urdu in Latin letters.
        """
        names = [token.raw for token in name_like(tokens) if not self._has(token.word)]
        if not caseless:
            written = [token for token in tokens if token.raw[0].isupper() and not token.capital]
            names += [token.raw for token in self._foreign(written) if not near_opener(token.word)]
        if caseless and URDU_WORDS.isdisjoint(token.word for token in tokens):
            names += [token.raw for token in self._foreign(tokens)]
        return tuple(dict.fromkeys(names))

    def foreign(self, tokens: Iterable[Token]) -> bool:
        """Whether some word is neither the pack's nor English; never where no English words are given."""
        return any(True for _ in self._foreign(tokens))

    def _foreign(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Yield the words that are neither the pack's nor English."""
        return (token for token in self.strange(tokens) if not self._has(token.word))

    def strange(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """Yield the words that are no English; none where no English words are given."""
        return foreign_to(self._english, tokens) if self._english else iter(())

    def _has(self, word: str) -> bool:
        """Whether the pack or any English reader has a word, or another form of it."""
        return word in self._known or word in self.spelling or self.key(word) in self._keys


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
