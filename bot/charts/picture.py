"""Draws a plan as a PNG with matplotlib. Slow to import, so only ``drawing`` does, when it must."""

from __future__ import annotations

import gc
import io
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, assert_never

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text as Words
from matplotlib.transforms import IdentityTransform

from bot.charts.plan import lay_out
from bot.charts.shapes import PAPER, WIDTH, Bar, Mark, MarkShape, Shape, Stroke, Text

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from bot.answering.figures.chart import Chart
    from bot.charts.shapes import Plan

_DPI: Final = 72
"""At which a point of a font is a pixel."""
_YOUNG: Final = 1
"""Generation up to which garbage is collected after a picture: its parts refer to each other, and to
five megabytes of pixels that would stay until the next whole collection."""
_UNKNOWN: Final = "\u25a1"
"""Stands for a character that the font does not have."""
_MARKERS: Final[dict[MarkShape, str]] = {
    "circle": "o",
    "square": "s",
    "triangle": "^",
    "diamond": "D",
    "rival": "D",
}


def draw(chart: Chart) -> bytes:
    """Return a chart as a PNG; the same chart gives the same bytes."""
    picture = png(lay_out(chart, measure))
    gc.collect(_YOUNG)
    return picture


def png(plan: Plan) -> bytes:
    """Return a plan as a PNG, ``WIDTH`` pixels wide."""
    figure = Figure(figsize=(WIDTH / _DPI, plan.height / _DPI), dpi=_DPI, facecolor=PAPER)
    FigureCanvasAgg(figure)
    for order, shape in enumerate(plan.shapes):
        artist = _artist(shape, plan.height)
        artist.set_zorder(order)
        artist.set_transform(IdentityTransform())
        figure.add_artist(artist)
    file = io.BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})  # pyright: ignore[reportUnknownMemberType]  # untyped
    return file.getvalue()


def measure(words: str, size: float, *, bold: bool = False) -> float:
    """Return how wide words are, in pixels: the sum of their letters, which is close enough."""
    return size * sum(_advance(each, bold) for each in drawable(words))


@lru_cache(maxsize=8192)
def _advance(character: str, bold: bool) -> float:  # noqa: FBT001  # names a font
    """Return how wide a character is in a font of size 1."""
    font = _font(bold)
    return font.load_char(ord(character), LoadFlags.NO_SCALE).horiAdvance / font.units_per_EM


def drawable(words: str) -> str:
    """Return words without invisible characters, and a box for each one that the font lacks."""
    visible = (each for each in words if unicodedata.category(each) not in {"Cc", "Cf", "Cs", "Mn", "Me"})
    return "".join(each if ord(each) in _known() else _UNKNOWN for each in visible)


def _artist(shape: Shape, height: float) -> Artist:
    """Return a shape for matplotlib, which counts pixels from the bottom."""
    match shape:
        case Text():
            return _words(shape, height)
        case Bar():
            foot = height - shape.y - shape.height
            box = Rectangle((shape.x, foot), shape.width, shape.height, facecolor=shape.colour)
            box.set_edgecolor(PAPER)
            box.set_linewidth(0)
            box.set_hatch("//" if shape.hatched else "")
            return box
        case Stroke():
            xs, ys = zip(*shape.points, strict=True)
            path = Line2D(xs, [height - y for y in ys], color=shape.colour, linewidth=shape.width)
            path.set_linestyle(shape.dash)
            return path
        case Mark():
            return _mark(shape, height)
        case _:
            assert_never(shape)


def _words(text: Text, height: float) -> Words:
    """Return words, never read as mathematics."""
    words = Words(
        text.x,
        height - text.y,
        drawable(text.words),
        color=text.colour,
        horizontalalignment=text.align,
        verticalalignment="baseline",
        fontproperties=FontProperties(fname=_path(text.bold), size=text.size),
        rotation=90 if text.turned else 0,
        rotation_mode="anchor",
        parse_math=False,
    )
    if text.halo:
        words.set_path_effects([withStroke(linewidth=6, foreground=PAPER)])
    return words


def _mark(mark: Mark, height: float) -> Line2D:
    """Return the mark of a point."""
    marker = Line2D([mark.x], [height - mark.y], linestyle="", marker=_MARKERS[mark.shape])
    hollow = mark.shape == "rival"
    marker.set_markersize(mark.size * (0.7 if hollow else 1.0))
    marker.set_markerfacecolor(PAPER if hollow else mark.colour)
    marker.set_markeredgecolor(mark.colour if hollow else PAPER)
    marker.set_markeredgewidth(3 if hollow else 2)
    return marker


def _path(bold: bool) -> Path:  # noqa: FBT001  # names a font
    """Return the font that comes with matplotlib, so that pictures are the same everywhere."""
    return Path(mpl.get_data_path(), "fonts", "ttf", f"DejaVuSans{'-Bold' if bold else ''}.ttf")


@lru_cache(maxsize=2)
def _font(bold: bool) -> FT2Font:  # noqa: FBT001  # names a font
    """Return a font for measuring."""
    return FT2Font(_path(bold))


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """Return the characters that both fonts have."""
    return frozenset(_font(bold=False).get_charmap()) & frozenset(_font(bold=True).get_charmap())
