"""PURE: numbers beside their points, so that none covers another or a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.charts.shapes import Text

if TYPE_CHECKING:
    from bot.charts.writing import Pen

Point = tuple[float, float]
_NEAR: Final = 20.0
_FAR: Final = 38.0
_SHIFTS: Final = (0.5, 0.85, 0.15)
"""How much of a number lies left of its point: half, most or little of it."""
_AIR: Final = 3.0
"""Pixels kept free around a number."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def inside(self, other: Box) -> bool:
        """Whether this box lies wholly in another."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom

    def crossed(self, start: Point, end: Point) -> bool:
        """Whether a straight line runs through the box."""
        low, high = 0.0, 1.0
        sides = ((start[0], end[0], self.left, self.right), (start[1], end[1], self.top, self.bottom))
        for begin, stop, least, most in sides:
            if begin == stop:
                if not least < begin < most:
                    return False
                continue
            enter, leave = sorted(((least - begin) / (stop - begin), (most - begin) / (stop - begin)))
            low, high = max(low, enter), min(high, leave)
        return low < high


@dataclass(frozen=True, slots=True)
class Wanted:
    """A number that wants a place beside its point.

    ``below`` says where it would rather be; ``extra`` that it is not missed without room.
    """

    at: Point
    words: str
    colour: str
    below: bool = False
    extra: bool = False


class Labels:
    """Places numbers one after another; the first ones get the best places."""

    def __init__(
        self, pen: Pen, area: Box, marks: Sequence[Box], strokes: Sequence[tuple[Point, Point]]
    ) -> None:
        """Keep what numbers must not cover, and the lines that they had better not."""
        self._pen = pen
        self._area = area
        self._taken = list(marks)
        self._strokes = strokes
        self.texts: list[Text] = []
        self.dropped = 0

    def place(self, every: Iterable[Wanted]) -> None:
        """Put some numbers, one after another."""
        for wanted in every:
            self._put(wanted)

    def _put(self, wanted: Wanted) -> None:
        """Put a number where there is room, best where no line runs; else count it as dropped."""
        free = [box for box in self._places(wanted) if self._is_free(box)]
        clear = [box for box in free if not any(box.crossed(*stroke) for stroke in self._strokes)]
        box = next(iter(clear or free), None)
        if box is None:
            self.dropped += not wanted.extra
            return
        self._taken.append(box)
        text = Text(
            box.left + _AIR,
            box.bottom - _AIR - self._pen.size * 0.08,
            wanted.words,
            self._pen.size,
            wanted.colour,
            bold=True,
            halo=True,
        )
        self.texts.append(text)

    def _is_free(self, box: Box) -> bool:
        """Whether a box covers nothing and lies in the picture."""
        return box.inside(self._area) and not any(box.meets(other) for other in self._taken)

    def _places(self, wanted: Wanted) -> Iterator[Box]:
        """Yield the places around a point, the best first."""
        width = self._pen.width(wanted.words) + 2 * _AIR
        height = self._pen.size * 0.86 + 2 * _AIR
        x, y = wanted.at
        sides = (1, -1) if wanted.below else (-1, 1)
        for far in (_NEAR, _FAR):
            for side in sides:
                for part in _SHIFTS:
                    yield _box(x - part * width, y + side * far, width, height, side)
            for left in (x + far, x - far - width):
                yield Box(left, y - height / 2, left + width, y + height / 2)


def _box(left: float, edge: float, width: float, height: float, side: int) -> Box:
    """Return a box that ends at an edge above a point, or begins at one below it."""
    top = edge if side > 0 else edge - height
    return Box(left, top, left + width, top + height)
