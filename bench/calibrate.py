"""Fits the trees of the confidence on questions of a pack and writes them into ``bot/answering``.

Usage: python bench/calibrate.py [--knowledge DIR] [--no-more] [--model DIR] [--ranking]. With a folder of a
sentence model, ``trees_by_meaning.py`` is written instead of ``trees.py``. ``--ranking`` prints weights for
the parts of a score and writes nothing.

Fitted on the ``tune`` questions, those of ``bench/questions`` beside the pack's (``--no-more``: not), and on
the asks and the open questions of the pack, each put to the pack as if it were not in it: a part of them is
left out, the rest built anew. Of each question the first two candidates are examples. The ``report``
questions are never read. Tables, cross-validated over the ``tune`` questions, say what to expect of
questions that shaped nothing. Needs scikit-learn, of the ``bench`` extra.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import numpy as np
from examples import (
    FRESH,
    LEFT_OUT,
    MORE,
    NEAR,
    SMALL,
    TODAY,
    Example,
    at_random,
    left_out,
    smaller,
    tuned,
    with_more,
    within,
)
from matchers import Remembering

from bot.answering.confidence import FEATURES, FEATURES_BY_MEANING
from bot.answering.engine import build_index
from bot.answering.forest import DEPTH, Forest
from bot.answering.ranking import COMPARED, rank
from bot.encoding.choosing import choose_encoder
from bot.english import CommonEnglish
from bot.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.answering.index import Index

TUNE_WEIGHT: Final = 10.0
"""What a question written by a reader counts beside one written for an entry."""
RISING: Final = frozenset(
    """
    nearest centroid alike coverage tokens pairs phrased focus name date score lead third matched seeking
    meaning counted reasoned
    """.split()
)
"""Features of which more never speaks against an entry."""
FALLING: Final = frozenset(
    """
    unknown unexplained missing open left_open rivalled unnamed astray
    open_phrased left_open_phrased left_open_pairs phrased_open pairs_open
    """.split()
)
BOOSTING: Final[dict[str, Any]] = {
    "max_iter": 300,
    "max_depth": DEPTH,
    "learning_rate": 0.08,
    "min_samples_leaf": 60,
    "l2_regularization": 3.0,
    "max_features": 0.3,
    "early_stopping": False,
    "random_state": 0,
}
FOLDS: Final = 10
AS_ASKED: Final = ("tune.yaml", "tune-second.yaml")
"""Files of questions written as the ``report`` half is: the others were to be harder than what people ask."""
MOST_FALSE: Final = 0.03
"""Most questions that nothing answers, of those, that may be answered: what the bar is chosen for."""
BARS: Final = (0.5, 0.54, 0.56, 0.58, 0.6, 0.62, 0.64, 0.66, 0.68, 0.7, 0.75, 0.8)
PARTS: Final = ("nearest", "alike", "centroid", "tokens", "coverage", "pairs", "fit", "name", "date")
SIMILARITIES: Final = 6
"""The first parts of a score, whose weights sum to 1."""


class Boosted(Protocol):
    """What is used of scikit-learn's ``HistGradientBoostingClassifier``, which the tests do without."""

    def fit(
        self, rows: NDArray[np.float64], right: NDArray[np.bool_], /, *, sample_weight: NDArray[np.float64]
    ) -> Boosted:
        """Fit trees on rows."""
        ...

    def predict_proba(self, rows: NDArray[np.float64], /) -> NDArray[np.float64]:
        """Return for each row the probability that it is wrong, and that it is right."""
        ...


def fit(names: Sequence[str], examples: Sequence[tuple[Sequence[Example], float]]) -> Boosted:
    """Fit trees on examples with what each counts."""
    rows: list[list[float]] = []
    right: list[bool] = []
    weights: list[float] = []
    for found, weight in examples:
        for each in found:
            for row, is_right, fair in zip(each.rows, each.right, each.fair, strict=True):
                if fair:
                    rows.append([row[name] for name in names])
                    right.append(is_right)
                    weights.append(weight)
    directions = [(name in RISING) - (name in FALLING) for name in names]
    made = import_module("sklearn.ensemble").HistGradientBoostingClassifier
    model = cast("Boosted", made(monotonic_cst=directions, **BOOSTING))
    return model.fit(np.array(rows), np.array(right), sample_weight=np.array(weights))


def cross_validate(
    names: Sequence[str], tune: Sequence[Example], others: Sequence[tuple[Sequence[Example], float]]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return, for each question, how sure trees are that never saw it, and whether they are right."""
    fold = np.random.default_rng(0).permutation(len(tune)) % FOLDS
    confidence, right = np.zeros(len(tune)), np.zeros(len(tune), dtype=np.bool_)
    for part in range(FOLDS):
        known = [each for number, each in enumerate(tune) if fold[number] != part]
        own = np.flatnonzero(fold == part)
        model = fit(names, [(known, TUNE_WEIGHT), *others])
        confidence[own], right[own] = judge(model, names, [tune[number] for number in own.tolist()])
    return confidence, right


def judge(
    model: Boosted, names: Sequence[str], asked: Sequence[Example]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return, for each question, how sure trees are of the surest candidate, and whether that is right."""
    confidence, right = np.zeros(len(asked)), np.zeros(len(asked), dtype=np.bool_)
    for number, each in enumerate(asked):
        if each.rows:
            rows = np.array([[row[name] for name in names] for row in each.rows])
            sure = model.predict_proba(rows)[:, 1]
            confidence[number], right[number] = sure.max(), each.right[int(sure.argmax())]
    return confidence, right


def print_bars(
    title: str, confidence: NDArray[np.float64], right: NDArray[np.bool_], covered: NDArray[np.bool_]
) -> None:
    """Print for each bar what is answered of some questions, and which bar keeps false answers few."""
    print(f"{title}\n  bar  correct  wrong  false answers")
    for bar in BARS:
        said = confidence >= bar
        shares = ((said & right)[covered], (said & ~right)[covered], said[~covered])
        print(
            f" {bar:.2f}   "
            + "    ".join(f"{share.mean():.3f}" if share.size else "  -  " for share in shares)
        )
    few = next((bar for bar in BARS if (confidence >= bar)[~covered].mean() <= MOST_FALSE), None)
    print(f" the least with at most {MOST_FALSE:.0%} false answers: {few}")


def as_text(model: Boosted, names: Sequence[str]) -> tuple[float, str]:
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


def print_ranking(index: Index) -> None:
    """Print weights of ``PARTS`` that put right candidates first (listwise softmax, ridge), summing to 1."""
    parts_of = (*PARTS, "meaning") if index.meanings else PARTS
    groups: list[tuple[NDArray[np.float64], NDArray[np.bool_]]] = []
    for question in index.pack.questions:
        expected = {*question.expect, *question.expect_all}
        if question.split != "tune" or not expected:
            continue
        ranked = rank(index, index.read(question.question, TODAY))
        compared = ranked[:COMPARED]  # the others have no token set
        kept = [(each.evidence, index.entries[each.position].entry.id) for each in compared if each.evidence]
        right = np.array([entry in expected for _, entry in kept])
        if right.any() and not right.all():
            rows = [[float(getattr(evidence, name)) for name in parts_of] for evidence, _ in kept]
            groups.append((np.array(rows), right))
    spread = np.vstack([parts for parts, _ in groups]).std(axis=0) + 1e-9
    weights = np.zeros(len(spread))
    for _ in range(400):
        slope = 0.06 * weights / len(groups)
        for parts, right in groups:
            scores = np.exp(parts / spread @ weights - (parts / spread @ weights).max())
            share = scores / scores.sum()
            wanted = share * right / max((share * right).sum(), 1e-12)
            slope += (parts / spread).T @ (share - wanted) / len(groups)
        weights -= 0.5 * slope
    scaled = weights / spread / (weights / spread)[:SIMILARITIES].sum()
    print(
        "ranking: " + ", ".join(f"{name} {weight:.2f}" for name, weight in zip(parts_of, scaled, strict=True))
    )


def main() -> None:
    """Fit, print what cross-validation says of each bar, and write the trees."""
    options = argparse.ArgumentParser(description="Fit the confidence.")
    _ = options.add_argument("--knowledge", type=Path, default=Path("knowledge/dialogue"))
    _ = options.add_argument("--more", action=argparse.BooleanOptionalAction, default=True)
    _ = options.add_argument("--model", default="off")
    _ = options.add_argument("--ranking", action="store_true")
    given = options.parse_args()
    pack = with_more(given.knowledge) if given.more else load_pack(given.knowledge)
    chosen = choose_encoder(given.model, Path("data/cache"))
    encoder = Remembering(chosen) if chosen else None
    index = build_index(pack, CommonEnglish(), encoder)
    if given.ranking:
        print_ranking(index)
        return
    names = FEATURES_BY_MEANING if encoder else FEATURES
    everything = tuned(index)
    unseen = {name: within(pack, MORE / name) for name in (FRESH, NEAR)}
    seen = ~np.logical_or.reduce(list(unseen.values()))
    tune = [each for each, shapes in zip(everything, seen, strict=True) if shapes]
    others = [(list(left_out(pack, encoder, parts)), 1 / len(LEFT_OUT)) for parts in LEFT_OUT]
    others += [(list(smaller(pack, encoder, entries)), 1 / len(SMALL)) for entries in SMALL]
    others.append((list(at_random(index)), 1.0))
    print(f"{len(tune)} tune questions, {sum(len(found) for found, _ in others)} of the pack left out")
    confidence, right = cross_validate(names, tune, others)
    covered = np.array([each.covered for each in tune])
    print_bars("all, cross-validated", confidence, right, covered)
    alike = within(pack, *(given.knowledge / "questions" / name for name in AS_ASKED))[seen]
    if alike.any():
        print_bars(f"of {', '.join(AS_ASKED)}", confidence[alike], right[alike], covered[alike])
    model = fit(names, [(tune, TUNE_WEIGHT), *others])
    for name, own in unseen.items():
        asked = [everything[number] for number in np.flatnonzero(own).tolist()]
        if asked:
            print_bars(name, *judge(model, names, asked), np.array([each.covered for each in asked]))
    start, trees = as_text(model, names)
    name, about = ("trees_by_meaning", "with a sentence model") if encoder else ("trees", "by words alone")
    path = Path(f"bot/answering/{name}.py")
    write(path, names, start, trees, about)
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
