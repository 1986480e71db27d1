"""Fits the trees of the confidence on questions of a pack and writes them into ``bot/answering``.

Fitted on the ``tune`` questions, those of ``bench/questions`` beside the pack's (``--no-more``: not), and on
the asks and the open questions of the pack, each put to the pack as if it were not in it: a part of them is
left out, the rest built anew. Of each question the first two candidates are examples. The ``report``
questions are never read. Tables, cross-validated over the ``tune`` questions, say what to expect of
questions that shaped nothing. Needs scikit-learn, of the ``bench`` extra.
"""

from __future__ import annotations

from argparse import BooleanOptionalAction
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import numpy as np
from examples import (
    FRESH,
    LEFT_OUT,
    MORE,
    NEAR,
    SMALL,
    Example,
    at_random,
    fit_for,
    left_out,
    smaller,
    tuned,
    with_more,
    within,
)
from matchers import Remembering
from ranking_weights import print_ranking
from tree_modules import as_text, write

from bot.answering.confidence import FEATURES, FEATURES_BY_MEANING
from bot.answering.engine import build_index
from bot.answering.forest import DEPTH
from bot.commands.running import told
from bot.commands.scripts import CommandLine, need
from bot.encoding.choosing import choose_encoder
from bot.english import CommonEnglish
from bot.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.answering.index import Index
    from bot.answering.semantic import Encoder

ROOT: Final = Path(__file__).parents[1]
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


def options() -> CommandLine:
    """Return what can be chosen."""
    found = CommandLine(__doc__)
    found.takes_knowledge()
    found.add_argument(
        "--more",
        action=BooleanOptionalAction,
        default=True,
        help="with the questions of bench/questions, or not",
    )
    found.add_argument(
        "--model",
        default="off",
        metavar="DIR",
        help="the folder of a sentence model: trees_by_meaning.py is written instead of trees.py",
    )
    found.add_argument(
        "--ranking", action="store_true", help="print weights for the parts of a score, and write nothing"
    )
    return found


def main() -> None:
    """Read the pack, and fit."""
    given = options().parse_args()
    if not given.ranking:
        need("sklearn", "scikit-learn")
    pack = with_more(given.knowledge) if given.more else load_pack(given.knowledge)
    fit_for(pack)
    chosen = choose_encoder(given.model, Path("data/cache"))
    encoder = Remembering(chosen) if chosen else None
    index = build_index(pack, CommonEnglish(), encoder)
    if given.ranking:
        print_ranking(index)
    else:
        calibrate(index, encoder, [given.knowledge / "questions" / name for name in AS_ASKED])


def calibrate(index: Index, encoder: Encoder | None, as_asked: Sequence[Path]) -> None:
    """Fit, print what cross-validation says of each bar, and write the trees."""
    names = FEATURES_BY_MEANING if encoder else FEATURES
    everything = tuned(index)
    unseen = {name: within(index.pack, MORE / name) for name in (FRESH, NEAR)}
    seen = ~np.logical_or.reduce(list(unseen.values()))
    tune = [each for each, shapes in zip(everything, seen, strict=True) if shapes]
    others = not_asked(index, encoder)
    print(f"{len(tune)} tune questions, {sum(len(found) for found, _ in others)} of the pack left out")
    confidence, right = cross_validate(names, tune, others)
    covered = np.array([each.covered for each in tune])
    print_bars("all, cross-validated", confidence, right, covered)
    alike = within(index.pack, *as_asked)[seen]
    if alike.any():
        print_bars(f"of {', '.join(AS_ASKED)}", confidence[alike], right[alike], covered[alike])
    model = fit(names, [(tune, TUNE_WEIGHT), *others])
    for name, own in unseen.items():
        asked = [everything[number] for number in np.flatnonzero(own).tolist()]
        if asked:
            print_bars(name, *judge(model, names, asked), np.array([each.covered for each in asked]))
    name, about = ("trees_by_meaning", "with a sentence model") if encoder else ("trees", "by words alone")
    path = Path("bot", "answering", f"{name}.py")
    write(ROOT / path, names, *as_text(model, names), about)
    print(f"wrote {path}")


def not_asked(index: Index, encoder: Encoder | None) -> list[tuple[list[Example], float]]:
    """Return the examples made of the pack itself, with what each counts."""
    others = [(list(left_out(index.pack, encoder, parts)), 1 / len(LEFT_OUT)) for parts in LEFT_OUT]
    others += [(list(smaller(index.pack, encoder, entries)), 1 / len(SMALL)) for entries in SMALL]
    others.append((list(at_random(index)), 1.0))
    return others


if __name__ == "__main__":
    told(main)
