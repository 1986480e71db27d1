"""PURE: the case in which a text is read, whatever the case in which it was typed.

People write "ttp" and "TTP", and in a hurry nothing but capitals. So what they type is read in small letters
first. Then each word gets the capitals with which the pack, the world or a dictionary writes it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from bot.answering.lexicon import (
    BODIES,
    CHAT_ALIASES,
    FUNCTION_WORDS,
    MONTHS,
    URDU_WORDS,
    WEEKDAYS,
    WORLD_NAMES,
)
from bot.answering.names import TELLING, Dictionary, named_by_place
from bot.answering.text import is_acronym, tokenise

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from bot.answering.text import Token

Form: TypeAlias = Literal["capitals", "capital"]

_INSIDE: Final = re.compile(r"(?<=[\w,;] )[^\W\d_]+")
"""Words inside a sentence: at its beginning a capital says nothing."""
_TO_PERSON: Final = frozenset(
    """
    tell tells told telling give gives gave giving show shows showed let lets letting help helps helped
    remind reminds reminded teach teaches taught inform ask asks asked explain send sends sent
    bring brings brought lend lent join joins joined among amongst all both
    """.split()
)
"""Words after which "us" is no country."""
_BESIDE_US: Final = frozenset("for to of with on between from about".split())
"""Words after which it is none unless something is said of it, as in "of us aid"."""
_BEFORE_BODIES: Final = frozenset("the did does".split())
"""Words after which what is otherwise a short word of English, as "who" and "it", is a body."""
_VERBS: Final = frozenset({"march", "may"})
"""Months that are verbs as well."""
_BEFORE_MONTHS: Final = frozenset(
    "in since until till during of by last next early late mid from before after between".split()
)
_KEPT: Final = 4_096
"""Words of which it is remembered how they are written."""
_NAME_IN_URDU: Final = 6
"""Letters from which a name of the dictionary is taken for one in an Urdu text: "kia" is a car and Urdu."""


class Casing:
    """The capitals of a pack's words. Learnt once, then only read."""

    def __init__(
        self,
        texts: Iterable[str],
        initials: Iterable[str],
        known: Callable[[str], bool],
        english: Container[str],
    ) -> None:
        """Take a pack's own texts, the initials of its entities, the words it knows, and words of English."""
        self._known = known
        self._dictionary = english if isinstance(english, Dictionary) else None
        self._english = english
        self._forms: dict[str, Form] = {}
        self._form_of = lru_cache(maxsize=_KEPT)(self._usual_form)
        seen = Counter(word for text in texts if not text.islower() for word in _INSIDE.findall(text))
        small = Counter[str]()
        for word, times in seen.items():
            small[word.casefold()] += times if word[0].islower() else -times
        for word in seen:
            if not word[0].islower() and small[word.casefold()] < 0:
                acronym = is_acronym(word) and seen[word] >= seen[word.capitalize()]
                self._forms[word.casefold()] = "capitals" if acronym else "capital"
        for name in initials:
            self._forms.setdefault(name, "capitals")
        self._doubtful = (CHAT_ALIASES | FUNCTION_WORDS).intersection(initials)

    def restore(self, plain: str) -> str:
        """Return a normalised text in the case in which it is read."""
        small = plain.casefold()
        tokens = tokenise(small)
        urdu = not URDU_WORDS.isdisjoint(token.word for token in tokens)
        forms: dict[int, Form] = {token.start: form for token, form in self._formed(tokens, urdu=urdu)}
        for token in named_by_place(tokens, self._may_be_english):
            if not self._known(token.word):
                forms.setdefault(token.start, "capital")
        parts: list[str] = []
        end = 0
        for token in tokens:
            if token.start in forms:
                parts += [small[end : token.start], _written(token.raw, forms[token.start])]
                end = token.start + len(token.raw)
        return "".join([*parts, small[end:]])

    def _formed(self, tokens: Sequence[Token], *, urdu: bool) -> Iterator[tuple[Token, Form]]:
        """Yield the words that are written with capitals."""
        for number, token in enumerate(tokens):
            before = tokens[number - 1].word if number else ""
            after = tokens[number + 1].word if number + 1 < len(tokens) else ""
            word = token.word
            if word in _VERBS:
                form: Form | None = "capital" if _is_month(word, before, after) else None
            elif word in CHAT_ALIASES or word in FUNCTION_WORDS:
                body = word in self._doubtful and (
                    len(tokens) == 1 or _is_body(word, before, after, urdu=urdu)
                )
                form = "capitals" if body else None
            elif word in MONTHS or word in WEEKDAYS:
                form = "capital"
            else:
                form = self._form_of(word, urdu)
            if form:
                yield token, form

    def _may_be_english(self, word: str) -> bool:
        """Whether a word is English, as far as that is known."""
        small = self._dictionary is not None and self._dictionary.writes_small(word)
        return small or not self._english or word in self._english

    def _usual_form(self, word: str, urdu: bool) -> Form | None:  # noqa: FBT001  # called through its cache
        """Return how a word is written whatever stands beside it."""
        return "capitals" if word in BODIES else self._forms.get(word) or self._worldly(word, urdu=urdu)

    def _worldly(self, word: str, *, urdu: bool) -> Form | None:
        """Return how a word is written that the pack has no capital for."""
        if word in WORLD_NAMES:
            return "capitals" if len(word) < TELLING else "capital"
        name = self._dictionary is not None and self._dictionary.writes_as_name(word)
        return "capital" if name and len(word) >= (_NAME_IN_URDU if urdu else TELLING) else None


def _written(raw: str, form: Form) -> str:
    """Return a word in small letters with its capitals; a possessive stays small."""
    if form == "capital":
        return raw.capitalize()
    bare, apostrophe, rest = raw.partition("'")
    return bare.upper() + apostrophe + rest


def _is_month(word: str, before: str, after: str) -> bool:
    """Whether "march" or "may" is the month, by the words beside it: "the march on the city" is none."""
    if before in _BEFORE_MONTHS or before[:1].isdigit() or after[:1].isdigit():
        return True
    if word == "may":
        return False
    return before in {"that", "this"} or (before == "the" and after != "" and after not in FUNCTION_WORDS)


def _is_body(word: str, before: str, after: str, *, urdu: bool) -> bool:
    """Whether a short word that a name of the pack collides with is that name, by the words beside it."""
    if before in _BEFORE_BODIES or word not in FUNCTION_WORDS:
        return True
    if word != "us" or urdu or before in _TO_PERSON:
        return False
    return before not in _BESIDE_US or not (after == "" or after in FUNCTION_WORDS)
