"""PURE: which words of a text are slips, and of what: the pack's words and names, and plain English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.answering.asking_words import put_right
from bot.answering.lexicon import (
    BEFORE_NAMES,
    BEFORE_PLACES,
    CHAT_WORDS,
    DATE_WORDS,
    FRAME_WORDS,
    FUNCTION_WORDS,
    MONTHS,
    MULTIPLIERS,
    NUMBER_WORDS,
    SHORTHAND,
    WEEKDAYS,
    WORLD_NAMES,
)
from bot.answering.names import POSSESSIVE, TELLING, Dictionary, foreign_to
from bot.answering.operations import WORDS as SUM_WORDS
from bot.answering.repair import MAX_REPAIRS, Spelling, one_edit_from
from bot.answering.slips_in_context import InContext, Sureness, other_initials, other_letter
from bot.answering.text import Token, as_typed, fold, tokenise
from bot.answering.thesaurus import SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping
    from collections.abc import Set as AbstractSet

    from bot.answering.adjacency import Adjacent

_COMMON = frozenset(
    {*FUNCTION_WORDS, *FRAME_WORDS, *NUMBER_WORDS, *MULTIPLIERS, *MONTHS, *WEEKDAYS, *DATE_WORDS}
)
_UNDOING = frozenset("lift lifts lifted lifting".split())
"""Words that are near to "list", and mean the opposite."""
_NO_SLIPS = frozenset({*FUNCTION_WORDS, *FRAME_WORDS, *CHAT_WORDS, *SUM_WORDS, *_UNDOING})
_CAPITALISED = frozenset({*MONTHS, *WEEKDAYS})
"""Words other than names that are written with a capital."""
_WRITTEN_SHORT = frozenset(SHORTHAND.values())
_TOO_LONG_FOR_CHANCE = 8
"""Letters from which a word is hardly near to another by chance."""
_SHORT, _LONG, _USED = 4, 30, 10
"""Letters above which, and uses in the pack from which, a word may be meant though it is no English."""
_OFTEN = 50
"""Times that the pack says a word from which another, rare word may be a slip of it."""


@dataclass(frozen=True, slots=True)
class PackWords:
    """The words of a pack, in lower case."""

    known: Mapping[str, int]
    """With how often each is used."""
    names: AbstractSet[str]
    """Those that the names of entities consist of."""
    initials: AbstractSet[str]
    """Names of one word in capitals."""
    spoken: AbstractSet[str]
    """Those only asked with."""


class Slips:
    """Puts slips right by the words of a pack, which may still be learnt until the first slip."""

    def __init__(self, words: PackWords, english: Container[str], has_form: Callable[[str], bool]) -> None:
        """Take a pack's words and common English; ``has_form`` tells whether it has a form of a word."""
        self._known = words.known
        self._names = words.names - FUNCTION_WORDS  # "and" is in names of bodies, but no name
        self._initials = words.initials - FUNCTION_WORDS
        self._spoken = words.spoken
        self._english = english
        self._dictionary = english if isinstance(english, Dictionary) else None
        self._has_form = has_form
        self._in_context: InContext | None = None

    def settle(self, beside: Adjacent, key: Callable[[str], str]) -> None:
        """Take which words stand side by side in the pack, and what words are compared by; all are known."""
        self._in_context = InContext(
            beside,
            key,
            self.spelling,
            self._names,
            self._initials,
            _CAPITALISED,
            self._how_sure,
            self._surely_meant,
        )

    def _how_sure(self, token: Token) -> Sureness:
        """Return whether a word is the pack's or common English, one that only a dictionary has, or none."""
        english = token.word in self._english
        form = len(token.word) >= TELLING and not any(foreign_to(self._english.__contains__, [token]))
        if english or form or self.has(token.word):
            return Sureness.COMMON
        listed = self._dictionary is not None and self._dictionary.lists(token.word)
        return Sureness.RARE if listed else Sureness.NONE

    def _surely_meant(self, token: Token) -> bool:
        """Whether a word is no slip wherever it stands."""
        word = token.word
        said = word in _NO_SLIPS or word in WORLD_NAMES
        return said or (token.capital and self.has(word))

    @cached_property
    def spelling(self) -> Spelling:
        """What puts slips right, made when every word is known."""
        common = {word for group in SYNONYMS for word in group}
        return Spelling(self._known, _COMMON, self._spoken | common)

    @cached_property
    def _of_names(self) -> Spelling:
        """What puts slips in names right, made likewise."""
        return Spelling({word: self._known[word] for word in self._names})

    @cached_property
    def _of_initials(self) -> Spelling:
        """What puts slips in initials right, made likewise."""
        return Spelling({word: self._known.get(word, 0) for word in self._initials})

    def warm_up(self) -> None:
        """Make ready what unknown words are compared with: a tenth of a second."""
        _ = "" in self._english
        self.spelling.warm_up()
        self._of_names.warm_up()
        self._of_initials.warm_up()

    def has(self, word: str) -> bool:
        """Whether the pack or any English reader has a word, or another form of it."""
        return word in self._known or word in self.spelling or self._has_form(word)

    def lacks_a_letter(self, word: str) -> bool:
        """Whether a short word may be one that the pack often says, without a letter or with two swapped."""
        near = self.spelling.near(word, twice=False)
        return any(not other_letter(word, each) and self._known.get(each, 0) >= _USED for each in near)

    def repair(self, plain: str) -> str:
        """Return a text, in the case it is read in, with its typos put right.

        At most ``MAX_REPAIRS`` words are tried.
        """
        plain = put_right(plain, self._known.__contains__, self._english.__contains__)
        plain = self._in_context.put_right(plain) if self._in_context else plain
        parts: list[str] = []
        end, tried = 0, 0
        word_before = ""
        tokens = tokenise(plain, cased=True)
        for number, token in enumerate(tokens):
            before, word_before = word_before, token.word
            if token.word in _WRITTEN_SHORT and fold(token.raw) in SHORTHAND:
                parts += [plain[end : token.start], as_typed(token.word, token.raw)]
                end = token.start + len(token.raw)
            if token.number or self.has(token.word) or token.word in WORLD_NAMES or token.word in SUM_WORDS:
                continue
            if token.word in self._english or token.word in CHAT_WORDS:
                continue  # a word that the pack lacks, not a slip for one that it has
            tried += 1
            after = tokens[number + 1].word if number + 1 < len(tokens) else ""
            word = self._meant(token, before, after) if tried <= MAX_REPAIRS else None
            if word is not None:
                parts += [plain[end : token.start], as_typed(SHORTHAND.get(word, word), token.raw)]
                end = token.start + len(token.raw)
        return "".join([*parts, plain[end:]])

    def _meant(self, token: Token, before: str, after: str) -> str | None:
        """Return the word that a slip stands for, or ``None``: of what is written as a name, a name first."""
        word = self._of_names.nearest(token.word) if token.capital else None
        if word is None or OSA.distance(token.word, word, score_cutoff=1) > 1:
            word = self.spelling.nearest(token.word)
        if word in self._initials:
            word = self._body(token.word)
        if word not in self._names and (token.capital or before in BEFORE_PLACES):
            country = _of_the_world(token.word)
            if country is not None:
                return country
        if word is not None and self._may_be(token, word, before) and self._fits(token, word, before, after):
            return word
        return self._plain_english(token, before)

    def _fits(self, token: Token, word: str, before: str, after: str) -> bool:
        """Whether a word may stand where a slip does: many a word is two edits away from an unknown name."""
        long = len(token.word) >= _TOO_LONG_FOR_CHANCE
        if long or word in self._names or OSA.distance(token.word, word, score_cutoff=1) <= 1:
            return True
        return self._in_context is None or self._in_context.heard(before, word, after)

    def _plain_english(self, token: Token, before: str) -> str | None:
        """Return the common word of English that a word is a slip of, though the pack lacks it."""
        named = token.capital or before in BEFORE_NAMES or not _SHORT < len(token.word) <= _LONG
        if named or self._dictionary is None or self._dictionary.lists(token.word):
            return None
        return next(filter(self._english.__contains__, one_edit_from(token.word)), None)

    def _body(self, word: str) -> str | None:
        """Return the initials that a word is a slip of; of two as near, whose counts differ, neither."""
        near = self._of_initials.near(word, twice=False)
        bodies = [name for name in near if not other_initials(word, name, self._initials)]
        # another letter is less likely than one too many or too few, or two swapped
        likely = [name for name in bodies if not other_letter(word, name)] or bodies
        return likely[0] if len(likely) == 1 else None

    def _may_be(self, token: Token, word: str, before: str) -> bool:
        """Whether a word of the pack may be what was meant: of what looks like a name only a name may.

        A short word that is neither a name nor English is as near to many names of places and people.
        What a dictionary lists is a slip only of what the pack says often: of "oslo" not "solo".
        """
        if self._dictionary and self._known.get(word, 0) < _OFTEN and self._dictionary.lists(token.word):
            return False
        if token.capital or before in BEFORE_NAMES or token.raw.endswith(POSSESSIVE):
            named = word in self._names or word in (_CAPITALISED if token.capital else _COMMON)
            near = named + (len(word) >= _TOO_LONG_FOR_CHANCE)  # edits by which nobody means another word
            return near > 0 and OSA.distance(token.word, word, score_cutoff=near) <= near
        if word in self._names or word in _COMMON:
            return True
        common = len(word) > _SHORT and self._known.get(word, 0) >= _USED
        english = word in self._english or word.removesuffix("s") in self._english
        return not self._english or len(word) >= _TOO_LONG_FOR_CHANCE or common or english


def _of_the_world(word: str) -> str | None:
    """Return the country or body of the world, of at least so many letters, that a word is one edit from."""
    if len(word) < _SHORT:
        return None
    return next((each for each in one_edit_from(word) if each in WORLD_NAMES and len(each) > _SHORT), None)
