"""Prints time per answer, memory and building time by size of pack, beside three usual ways to search.

Each line is measured in a process of its own on one core, in processor time, so that nothing else that
runs on the machine counts: the pack in ``knowledge/dialogue``, then the two made-up packs of ``corpora.py``
with 100 to 100,000 entries. The others only find one of the same phrasings; this bot reads, constrains and
words. Whichever method has taken 20 seconds in all is asked no more.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from argparse import SUPPRESS
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any, Final, TypedDict

import numpy as np
from corpora import Corpus, long_message, templated, zipfian
from search_peers import Bm25s, FullText, RapidFuzz

from bot.answering.engine import answer
from bot.commands.running import told
from bot.commands.scripts import CommandLine, whole
from bot.knowledge.problems import BotError
from bot.library import indexed, made_ready
from bot.packs import load_pack

if TYPE_CHECKING:
    from search_peers import Peer

    from bot.answering.index import Index

SIZES: Final = (100, 1_000, 10_000, 100_000)
HEADER: Final = """\
| pack | method | build, s | resident, MB | p50, ms | p99, ms | p99 / ours | top-1 | 4,000 characters, ms |
|---|---|---|---|---|---|---|---|---|"""
OURS: Final = "this bot"
PEERS: Final[dict[str, Callable[[list[str]], Peer]]] = {
    "rapidfuzz": RapidFuzz,
    "SQLite FTS5": FullText,
    "bm25s": partial(Bm25s, stop_words=False),
}
DIALOGUE: Final = Path(__file__).parents[1] / "knowledge" / "dialogue"
_WARM: Final = 5
_SLOW: Final = 20.0
"""Seconds after which a method is asked no more."""


class Line(TypedDict):
    """What one method took on one pack: milliseconds, megabytes, seconds; ``top`` is a share or None."""

    build: float
    memory: float
    p50: float
    p99: float
    top: float | None
    long: float | None


@dataclass(frozen=True, slots=True)
class Asked:
    """How the answers came: milliseconds each, and how many were right."""

    times: list[float]
    right: int


def ask_all(ask: Callable[[str], str], questions: list[tuple[str, str]]) -> Asked:
    """Ask questions of one method, after a few untimed; stop when it takes too long."""
    for question, _ in questions[:_WARM]:
        ask(question)
    times: list[float] = []
    right = 0
    for question, entry in questions:
        begun = process_time()
        found = ask(question)
        times.append(1000 * (process_time() - begun))
        right += found == entry
        if sum(times) > 1000 * _SLOW:
            break
    return Asked(times, right)


def resident() -> float:
    """Return the memory of this process now, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def first_of(index: Index, question: str) -> str:
    """Answer a question; return the entry that comes first, whether it is sure enough to be said or not."""
    told = answer(index, question)
    kept = (candidate.entry for candidate in told.trace.candidates if candidate.removed_by is None)
    return next(kept, "")


def peer(method: str, folder: Path) -> Callable[[str], str]:
    """Build a peer over the phrasings that were written for it; return how it finds an entry."""
    told_of: list[tuple[str, str]] = json.loads((folder / "phrasings.json").read_bytes())
    built = PEERS[method]([text for _, text in told_of])

    def ask(question: str) -> str:
        found = built.first(question)
        return "" if found is None else told_of[found][0]

    return ask


def measure(method: str, folder: Path) -> Line:
    """Build one method from a folder, ask it everything and measure."""
    questions: list[tuple[str, str]] = [
        (question, entry) for question, entry in json.loads((folder / "questions.json").read_bytes())
    ]
    begun = process_time()
    index = indexed(lambda: load_pack(folder / "pack", questions=False)) if method == OURS else None
    ask = peer(method, folder) if index is None else partial(first_of, index)
    build = process_time() - begun
    if index is not None:
        made_ready(index)  # as the bot does once it answers
    memory = resident()
    asked = ask_all(ask, questions)
    p50, p99 = np.percentile(asked.times, [50, 99]).tolist()
    known = any(entry for _, entry in questions)
    top = asked.right / len(asked.times) if known else None
    line = Line(build=build, memory=memory, p50=p50, p99=p99, top=top, long=None)
    if index is not None:
        line["long"] = _longest(index, folder)
        found = [(entry.id, text) for entry, text in index.phrasings()]
        (folder / "phrasings.json").write_text(json.dumps(found), encoding="utf-8")
    return line


def _longest(index: Index, folder: Path) -> float | None:
    """Return how long one message of 4,000 characters takes, in milliseconds."""
    path = folder / "long.txt"
    if not path.exists():
        return None
    message = path.read_text(encoding="utf-8")
    answer(index, message)  # untimed: in a small pack the first slip makes what slips need
    begun = process_time()
    answer(index, message)
    return 1000 * (process_time() - begun)


def apart(method: str, folder: Path) -> Line:
    """Measure in a process of its own, on one core."""
    command = [sys.executable, __file__, "--one", method, str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  # this very file
    if done.returncode:
        last = done.stderr.strip().rpartition("\n")[2] or f"it ended with {done.returncode}"
        message = f"{method} can't be measured on {folder.name}: {last}"
        raise BotError(message)
    found: Any = json.loads(done.stdout.splitlines()[-1])
    return found


def prepare(folder: Path, corpus: Corpus) -> None:
    """Write a made-up pack with its questions."""
    corpus.write(folder / "pack")
    (folder / "questions.json").write_text(json.dumps(corpus.questions), encoding="utf-8")
    (folder / "long.txt").write_text(long_message(corpus), encoding="utf-8")


def prepare_dialogue(folder: Path) -> None:
    """Point to the dialogue pack with its own questions, of which only the time is measured here."""
    (folder / "pack").symlink_to(DIALOGUE)
    questions = [(question.question, "") for question in load_pack(DIALOGUE).questions]
    (folder / "questions.json").write_text(json.dumps(questions), encoding="utf-8")


def print_pack(title: str, folder: Path) -> None:
    """Measure every method on one pack and print its rows."""
    ours: Line | None = None
    for method in (OURS, *PEERS):
        if method == "bm25s" and importlib.util.find_spec("bm25s") is None:
            continue
        line = apart(method, folder)
        ours = ours or line
        top = "" if line["top"] is None else f"{100 * line['top']:.1f} %"
        long = "" if line["long"] is None else f"{line['long']:.0f}"
        print(
            f"| {title} | {method} | {line['build']:.2f} | {line['memory']:.0f} | {line['p50']:.2f} "
            f"| {line['p99']:.2f} | {line['p99'] / ours['p99']:.1f} | {top} | {long} |",
            flush=True,
        )


def main() -> None:
    """Print the table, or measure one method where asked to."""
    options = CommandLine(__doc__)
    options.add_argument(
        "sizes",
        type=whole,
        nargs="*",
        default=SIZES,
        metavar="SIZE",
        help=f"entries of the made-up packs; else {' '.join(map(str, SIZES))}",
    )
    options.add_argument("--one", nargs=2, help=SUPPRESS)  # a method and a folder, in a process of its own
    given = options.parse_args()
    if given.one is not None:
        method, folder = given.one
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        print(json.dumps(measure(method, Path(folder))))
    else:
        print_table(given.sizes)


def print_table(sizes: Sequence[int]) -> None:
    """Measure every method on the pack and on made-up packs of some sizes."""
    if importlib.util.find_spec("bm25s") is None:
        print("bm25s is left out; to have it: python -m pip install -e '.[bench]'\n")
    print(HEADER)
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "dialogue"
        folder.mkdir()
        prepare_dialogue(folder)
        print_pack("dialogue", folder)
        for size in sizes:
            for make in (zipfian, templated):
                folder = Path(root) / f"{make.__name__}-{size}"
                prepare(folder, make(size))
                print_pack(f"{make.__name__} {size:,}", folder)


if __name__ == "__main__":
    told(main)
