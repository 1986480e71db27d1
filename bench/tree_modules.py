"""The trees that ``calibrate.py`` has fitted, as text and as the module that the bot reads."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING, Any, cast

from bot.answering.forest import DEPTH, Forest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray


def as_text(model: object, names: Sequence[str]) -> tuple[float, str]:
    """Return the log odds without any tree, and the trees as ``Forest`` reads them."""
    fitted = cast("Any", model)
    trees = [_tree(predictors[0].nodes) for predictors in fitted._predictors]  # noqa: SLF001  # no other way to them
    start = round(float(fitted._baseline_prediction.item()), 5)  # noqa: SLF001  # the same
    text = "\n".join(trees)
    _ = Forest(tuple(names), start, text)
    return start, text


def _tree(nodes: NDArray[Any]) -> str:
    """Return a tree as a line; where a branch ends early, what follows never goes right."""
    tests: list[str] = []
    level = [0]
    for _ in range(DEPTH):
        below: list[int] = []
        for at in level:
            node = nodes[at]
            ends = bool(node["is_leaf"])
            tests.append("0>inf" if ends else f"{node['feature_idx']}>{node['num_threshold']:.5g}")
            below += [at, at] if ends else [int(node["left"]), int(node["right"])]
        level = below
    return " ".join([*tests, *(f"{nodes[at]['value']:.4f}" for at in level)])


def write(path: Path, names: Sequence[str], start: float, trees: str, about: str) -> None:
    """Write a module of trees."""
    listed = fill(" ".join(names), 100, initial_indent="    ", subsequent_indent="    ")
    path.write_text(
        f'"""PURE: the trees of the confidence {about}, written by ``bench/calibrate.py``."""\n\n'
        "from __future__ import annotations\n\nfrom typing import Final\n\n"
        f'FEATURES: Final = tuple(\n    """\n{listed}\n    """.split()\n)\n'
        f"START: Final = {start}\n"
        f'TREES: Final = """\n{trees}\n"""\n',
        encoding="utf-8",
    )
