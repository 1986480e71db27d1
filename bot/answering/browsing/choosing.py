"""PURE: what a member means by a typed option: something of the pack by its name, or words to look for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.answering.lexicon import FUNCTION_WORDS
from bot.answering.text import fold, normalise, split, stem
from bot.answering.wording import name
from bot.knowledge.model import Entity
from bot.knowledge.naming import short_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from bot.knowledge.model import Pack

LONGEST_KEY: Final = 24
"""Characters up to which an id stands for itself in a button; a longer one has a short form."""
_MARK: Final = "~"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One typed option. ``keys`` are the ids that it names; where there are none, ``words`` are looked for.

    ``typed`` is None when nothing was typed, which everything fits.
    """

    typed: str | None = None
    keys: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()

    def fits(self, keys: Collection[str], texts: Iterable[str]) -> bool:
        """Whether something with these ids and texts is wanted."""
        if self.typed is None:
            return True
        return not self.keys.isdisjoint(keys) if self.keys else holds(self.words, texts)

    @property
    def canonical(self) -> str | None:
        """The short form of the one id that is meant, or else what was typed."""
        return short(next(iter(self.keys))) if len(self.keys) == 1 else self.typed


ANYTHING: Final = Wanted()


def wanted(typed: str | None, names: Mapping[str, Collection[str]]) -> Wanted:
    """Look a typed option up among the names of ids: an id, its short form, a name, or else words."""
    if typed is None:
        return ANYTHING
    plain = " ".join(typed.split())
    if plain in names:
        return Wanted(plain, frozenset({plain}))
    if plain.startswith(_MARK):
        return Wanted(plain, frozenset(key for key in names if short(key) == plain))
    folded = fold(plain)
    keys = frozenset(key for key, known in names.items() if folded in map(fold, known))
    return Wanted(plain, keys, telling(plain))


def short(key: str) -> str:
    """Return an id itself, or the short form of a long one, which ``wanted`` looks up."""
    if len(key) <= LONGEST_KEY:
        return key
    return _MARK + short_name(key)


def telling(text: str) -> tuple[str, ...]:
    """Return the words of a text to look for: those that tell something, or else all of them."""
    words = tuple(split(normalise(text))[1])
    return tuple(word for word in words if word not in FUNCTION_WORDS) or words


def holds(words: Collection[str], texts: Iterable[str]) -> bool:
    """Whether some texts together hold every word: its beginning, or another form of it."""
    found = {word for text in texts for word in split(normalise(text))[1]}
    stems = {stem(word) for word in found}
    return bool(words) and all(
        stem(word) in stems or any(other.startswith(word) for other in found) for word in words
    )


def entity_names(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Return every name of every entity, the one that is shown first."""
    return {
        entity.id: (name(pack, entity.id), entity.name, *entity.aliases) for entity in pack.of_kind(Entity)
    }
