"""PURE: what is worked out of entries as questions touch them, and kept: it changes no answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from bot.answering.verdicts.accounts import Account
    from bot.answering.verdicts.arguments import Arguments

_Key = TypeVar("_Key")
_Found = TypeVar("_Found")
_MOST: Final = 4_096
"""What is kept of each kind, some kilobytes each."""


@dataclass(slots=True)
class Remembered:
    """What was worked out: of entries by their ids, of texts by themselves, of metrics by all named."""

    accounts: dict[str, Account] = field(default_factory=dict)
    """What entries say, taken apart."""
    said: dict[str, frozenset[str]] = field(default_factory=dict)
    """The keys of the words that entries themselves say."""
    owned: dict[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    """Whose what is in texts, by the keys of words."""
    doing: dict[str, Mapping[str, Sequence[Arguments]]] = field(default_factory=dict)
    """Who does what to whom in the entries, by the keys of verbs."""
    own: dict[str, frozenset[str]] = field(default_factory=dict)
    """What speakers say that they do themselves, by the keys of words."""
    saying: dict[str, frozenset[str]] = field(default_factory=dict)
    """Whose words the entries may be."""
    counting: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)
    """The words with which metrics are counted."""
    usual: dict[str, frozenset[str]] = field(default_factory=dict)
    """What the entries of the default period name, and the last words of those names."""


def remembered(known: dict[_Key, _Found], key: _Key, find: Callable[[], _Found]) -> _Found:
    """Return what is known of a key; find it first where nothing is, and keep no more than so much."""
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = known[key] = find()
    return found
