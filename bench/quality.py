"""Prints how well questions find their entry and are refused where there is none, beside other matchers.

``--data`` holds the public sets (see ``shots.py``); without it only the pack's own ``report`` questions are
asked. ``--model`` is a folder with a sentence model, for the lines "with meaning"; the installed one is
found by itself. Protocol: K asks for each label, three nested samples; the threshold is the 95 % quantile
of the scores of the validation texts that no label covers. Nothing of the test part shapes anything.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from matchers import PEERS, Asks, Matcher, Remembering, ours
from own_questions import compare, with_questions
from shots import IntentSet, Shots, draw, letters_changed, read

from bot.commands.running import told
from bot.commands.scripts import CommandLine, folder_at, need, whole
from bot.encoding.choosing import choose_encoder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

SEEDS: Final = 3
FALSE: Final = 0.05
SLOW: Final = {"difflib"}
"""Matchers that are asked a part of the questions of one sample: they take tens of milliseconds each."""
PART: Final = 250
SETS: Final = ("clinc150.json", "clinc_banking.json")


@dataclass(frozen=True, slots=True)
class Row:
    """What one matcher reaches on one set and kind; all 0..1. ``right`` are answered and right."""

    top1: float
    recall3: float
    auroc: float
    right: float
    exact: float
    false: float
    typo_top1: float
    typo_right: float


@dataclass(frozen=True, slots=True)
class Answers:
    """For each question: the chance that its entry is first, or of the first three, and the best score."""

    top1: NDArray[np.float64]
    recall3: NDArray[np.float64]
    best: NDArray[np.float64]

    def right(self, bar: float) -> float:
        """Return the share that is answered above a bar and right."""
        return float(np.mean(self.top1 * (self.best > bar)))


def ask(matcher: Matcher, questions: Sequence[tuple[str, int]]) -> Answers:
    """Ask questions whose entries are known (-1 for none)."""
    scores = np.stack([matcher(text) for text, _ in questions])
    wanted = np.array([label for _, label in questions])
    own = np.where(wanted >= 0, scores[np.arange(len(scores)), wanted], np.inf)[:, None]
    above, equal = (scores > own).sum(axis=1), (scores == own).sum(axis=1).clip(1)
    found = own[:, 0] > scores.min(axis=1)  # where all are equal, nothing is found
    top1, recall3 = (found * ((most - above) / equal).clip(0, 1) for most in (1, 3))
    return Answers(top1, recall3, scores.max(axis=1))


def measure(matcher: Matcher, found: IntentSet, kind: str, labels: list[str], most: int | None) -> Row:
    """Ask everything of one matcher."""
    number = {label: place for place, label in enumerate(labels)}
    test = [(text, number[label]) for text, label in found.test][:most]
    covered = ask(matcher, test)
    misspelled = ask(matcher, [(letters_changed(text, 0), label) for text, label in test])
    without = ask(matcher, [(text, -1) for text in found.oos[kind][:most]]).best
    bar = float(
        np.quantile(ask(matcher, [(text, -1) for text in found.uncovered(kind)[:most]]).best, 1 - FALSE)
    )
    return Row(
        float(covered.top1.mean()),
        float(covered.recall3.mean()),
        _auroc(covered.best, without),
        covered.right(bar),
        covered.right(float(np.quantile(without, 1 - FALSE))),
        float((without > bar).mean()),
        float(misspelled.top1.mean()),
        misspelled.right(bar),
    )


def _auroc(covered: NDArray[np.float64], without: NDArray[np.float64]) -> float:
    """Return how often a covered question scores above one that is not; ties count half."""
    ordered = np.sort(without)
    below, up_to = (np.searchsorted(ordered, covered, side) for side in ("left", "right"))
    return float((below + up_to).mean() / 2 / len(ordered))


def table(found: IntentSet, kind: str, count: int, matchers: dict[str, Callable[[Asks], Matcher]]) -> None:
    """Print one table: one kind of uncovered questions, so many asks for each label."""
    print("| | top-1 | recall@3 | AUROC | right | right at exact 5 % | false | typos: top-1 | right |")
    print("|---|---|---|---|---|---|---|---|---|")
    for label, make in matchers.items():
        slow = label in SLOW
        rows: list[tuple[float, ...]] = []
        for seed in range(1 if slow else SEEDS):
            shots = draw(found, count, seed)
            matcher = make(_asks(shots))
            rows.append(astuple(measure(matcher, found, kind, list(shots.asks), PART if slow else None)))
        _print(label, np.mean(rows, axis=0))


def _asks(shots: Shots) -> Asks:
    """Return the asks of a sample with their pack."""
    texts = [text for asks in shots.asks.values() for text in asks]
    entries = np.repeat(np.arange(len(shots.asks)), [len(asks) for asks in shots.asks.values()])
    return Asks(shots.pack(), texts, entries, len(shots.asks))


def _print(label: str, row: NDArray[np.float64]) -> None:
    """Print one line of a table: shares in per cent, the area as it is."""
    cells = [f"{value:.3f}" if place == 2 else f"{100 * value:.1f}" for place, value in enumerate(row)]  # noqa: PLR2004  # the area
    print(f"| {label} | {' | '.join(cells)} |", flush=True)


def options() -> CommandLine:
    """Return what can be chosen."""
    found = CommandLine(__doc__)
    found.add_argument("--data", type=folder_at, metavar="DIR", help="the folder of the public sets")
    found.add_argument("--model", metavar="DIR", help='the folder of a sentence model; "off": none')
    found.takes_knowledge()
    found.add_argument(
        "--k", type=whole, nargs="+", default=[1, 3, 5], metavar="K", help="asks for each label; else 1 3 5"
    )
    found.add_argument(
        "--peers",
        nargs="+",
        choices=PEERS,
        default=list(PEERS),
        metavar="NAME",
        help=f"the other matchers; else all of {', '.join(PEERS)}",
    )
    return found


def main() -> None:
    """Print the tables."""
    given = options().parse_args()
    if "bm25s" in given.peers:
        need("bm25s", "bm25s")
    own = with_questions(given.knowledge)
    sets = {} if given.data is None else {name: read(given.data, name) for name in SETS}
    encoder = choose_encoder(given.model, Path("data/cache"))
    matchers: dict[str, Callable[[Asks], Matcher]] = {"this bot": ours}
    if encoder is not None:
        remembering = Remembering(encoder)
        matchers["this bot, with meaning"] = lambda asks: ours(asks, remembering)
    matchers |= {label: PEERS[label] for label in given.peers}
    sizes: list[int] = given.k
    for name, found in sets.items():
        for kind, count in product(found.oos, sizes):
            print(f"\n### {name.removesuffix('.json')}, uncovered: {kind}, K = {count}\n")
            table(found, kind, count, matchers)
    compare(own, encoder, given.peers)


if __name__ == "__main__":
    told(main)
