"""PURE: what a plan is made of: shapes in pixels, from the top left corner, in drawing order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

WIDTH: Final = 1080
"""Pixels across; a phone shows them on about 400."""
EDGE: Final = 44
"""Pixels left free at each side."""
INNER: Final = WIDTH - 2 * EDGE

INK: Final = "#1f2328"
FAINT: Final = "#59636e"
GRID: Final = "#d8dee4"
PAPER: Final = "#ffffff"
COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7")
"""From the palette of Okabe and Ito, which colour-blind people can tell apart."""
DARK: Final = ("#005a8c", "#a34700", "#00694d", "#8a3f68")
"""The same, dark enough for text on paper."""

Align: TypeAlias = Literal["left", "center", "right"]
MarkShape: TypeAlias = Literal["circle", "square", "triangle", "diamond", "rival"]
MARKS: Final[tuple[MarkShape, ...]] = ("circle", "square", "triangle", "diamond")
Dash: TypeAlias = Literal["solid", "dashed", "dashdot", "dotted"]
DASHES: Final[tuple[Dash, ...]] = ("solid", "dashed", "dashdot", "dotted")


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words; ``y`` is the line that letters stand on. ``turned`` reads upwards."""

    x: float
    y: float
    words: str
    size: float
    colour: str = INK
    bold: bool = False
    align: Align = "left"
    turned: bool = False
    halo: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled box; ``x`` and ``y`` are its top left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through some points. ``series`` is the number of the one series that it joins."""

    points: tuple[tuple[float, float], ...]
    colour: str = GRID
    width: float = 2.0
    dash: Dash = "solid"
    series: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of a series; a ``rival`` is hollow."""

    x: float
    y: float
    shape: MarkShape
    colour: str
    size: float = 22.0
    series: int | None = None


Shape: TypeAlias = Text | Bar | Stroke | Mark


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole picture, ``WIDTH`` pixels wide."""

    height: float
    shapes: tuple[Shape, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The words in it, in drawing order."""
        return tuple(shape.words for shape in self.shapes if isinstance(shape, Text))
