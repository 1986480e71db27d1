"""Prints time per answer, memory and building time by size of pack, beside three usual ways to search.

Usage: python bench/latency.py [SIZE ...]. Each line is measured in a process of its own on one core, in
processor time, so that nothing else that runs on the machine counts:
the pack in ``knowledge/dialogue``, then the two made-up packs of ``corpora.py`` with 100 to 100,000
entries. The others only find one of the same phrasings; this bot reads, constrains and words.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any, Final, TypedDict

import numpy as np
import search_peers
from corpora import Corpus, long_message, templated, zipfian

from bot.answering.engine import answer
from bot.library import indexed
from bot.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.index import Index

SIZES: Final = (100, 1_000, 10_000, 100_000)
HEADER: Final = """\
| pack | method | build, s | resident, MB | p50, ms | p99, ms | p99 / ours | top-1 | 4,000 characters, ms |
|---|---|---|---|---|---|---|---|---|"""
METHODS: Final = ("this bot", "rapidfuzz", "SQLite FTS5", "bm25s")
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


def measure(method: str, folder: Path) -> Line:
    """Build one method from a folder, ask it everything and measure."""
    questions: list[tuple[str, str]] = [
        (question, entry) for question, entry in json.loads((folder / "questions.json").read_bytes())
    ]
    begun = process_time()
    ask: Callable[[str], str]
    if method == "this bot":
        index = indexed(lambda: load_pack(folder / "pack", questions=False))

        ask = partial(first_of, index)
    else:
        ask = search_peers.PEERS[method](json.loads((folder / "phrasings.json").read_bytes()))
        index = None
    build, memory = process_time() - begun, resident()
    asked = ask_all(ask, questions)
    p50, p99 = np.percentile(asked.times, [50, 99]).tolist()
    known = any(entry for _, entry in questions)
    line = Line(
        build=build,
        memory=memory,
        p50=p50,
        p99=p99,
        top=asked.right / len(asked.times) if known else None,
        long=None,
    )
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
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # this very file
    found: Any = json.loads(done.stdout.splitlines()[-1])
    return found


def prepare(folder: Path, corpus: Corpus) -> None:
    """Write a made-up pack with its questions."""
    corpus.write(folder / "pack")
    (folder / "questions.json").write_text(json.dumps(corpus.questions), encoding="utf-8")
    (folder / "long.txt").write_text(long_message(corpus), encoding="utf-8")


def prepare_dialogue(folder: Path) -> None:
    """Point to the dialogue pack with its own questions, of which only the time is measured here."""
    live = Path("knowledge/dialogue").resolve()
    (folder / "pack").symlink_to(live)
    questions = [(question.question, "") for question in load_pack(live).questions]
    (folder / "questions.json").write_text(json.dumps(questions), encoding="utf-8")


def print_pack(title: str, folder: Path) -> None:
    """Measure every method on one pack and print its rows."""
    ours: Line | None = None
    for method in METHODS:
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
    if sys.argv[1:2] == ["--one"]:
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        print(json.dumps(measure(sys.argv[2], Path(sys.argv[3]))))
        return
    if importlib.util.find_spec("bm25s") is None:
        print("bm25s is left out; to have it: python -m pip install -e '.[bench]'\n")
    print(HEADER)
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "dialogue"
        folder.mkdir()
        prepare_dialogue(folder)
        print_pack("dialogue", folder)
        for size in [int(text) for text in sys.argv[1:]] or SIZES:
            for make in (zipfian, templated):
                folder = Path(root) / f"{make.__name__}-{size}"
                prepare(folder, make(size))
                print_pack(f"{make.__name__} {size:,}", folder)


if __name__ == "__main__":
    main()
