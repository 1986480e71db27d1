"""PURE: what all entries fix, in columns: as objects a hundred thousand of them would fill the memory."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic, overload

from bot.answering.columns import Holders, Key
from bot.answering.slots import Slots

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.knowledge.periods import Period


class _Column(Generic[Key]):
    """What each entry holds of one kind, entry after entry."""

    def __init__(self) -> None:
        self._codes: dict[Key, int] = {}
        self._flat = array("i")
        self._lengths = array("i")

    def add(self, keys: Collection[Key]) -> None:
        """Add the keys of the next entry, each once."""
        codes = self._codes
        self._lengths.append(len(keys))
        if keys:
            self._flat.extend([codes.setdefault(key, len(codes)) for key in keys])

    def holders(self) -> Holders[Key]:
        """Return who holds what."""
        return Holders[Key].of_flat(self._codes, self._flat, self._lengths)


class Fixing:
    """Takes what one entry after another fixes."""

    def __init__(self) -> None:
        """Begin without entries."""
        self._named, self._entities, self._around = _Column[str](), _Column[str](), _Column[str]()
        self._numbers = _Column[float]()
        self._periods: list[tuple[Period, ...]] = []
        self._same: dict[tuple[Period, ...], tuple[Period, ...]] = {}
        self.last = Slots((), frozenset(), frozenset(), frozenset())
        """What the last entry so far fixes."""

    def __len__(self) -> int:
        """Return how many entries there are so far."""
        return len(self._periods)

    def append(self, slots: Slots) -> None:
        """Take what the next entry fixes."""
        self.last = slots
        self._named.add(slots.named)
        self._entities.add(slots.entities)
        self._around.add(slots.around)
        self._numbers.add(slots.numbers)
        self._periods.append(self._same.setdefault(slots.periods, slots.periods))

    def settled(self) -> Fixed:
        """Return what all entries fix."""
        return Fixed(
            self._periods,
            self._named.holders(),
            self._entities.holders(),
            self._around.holders(),
            self._numbers.holders(),
        )


class Fixed(Sequence[Slots]):
    """What each entry fixes, in the order of the index."""

    def __init__(
        self,
        periods: list[tuple[Period, ...]],
        named: Holders[str],
        entities: Holders[str],
        around: Holders[str],
        numbers: Holders[float],
    ) -> None:
        """Take the fields of ``Slots``, each for all entries."""
        self.periods = periods
        self.named = named
        self.entities = entities
        self.around = around
        self.numbers = numbers

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self.periods)

    @overload
    def __getitem__(self, position: int) -> Slots: ...
    @overload
    def __getitem__(self, position: slice) -> Sequence[Slots]: ...
    def __getitem__(self, position: int | slice) -> Slots | Sequence[Slots]:
        """Return what the entry at a position fixes, or those of a slice."""
        if isinstance(position, slice):
            return [self[each] for each in range(*position.indices(len(self)))]
        return Slots(
            self.periods[position],
            self.named.keys_of(position),
            self.entities.keys_of(position),
            self.numbers.keys_of(position),
            self.around.keys_of(position),
        )
