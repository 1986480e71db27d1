"""Prints how long loading takes and one answer takes, beside ``rapidfuzz`` over the same phrasings.

Usage: taskset -c 0 python bench/latency.py [DIR]. Both sides are asked the same questions in
one run: all of the pack's own. The peer is ``process.extractOne`` with ``token_set_ratio``, the
usual way a bot finds its FAQ entry; it only finds a phrasing, ours reads, constrains and words.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process, utils

from bot.answering.engine import answer
from bot.library import indexed
from bot.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5


def time_each(ask: Callable[[str], object], questions: list[str]) -> list[float]:
    """Return the time of every call in milliseconds, after one untimed round."""
    for question in questions:
        ask(question)
    times: list[float] = []
    for _ in range(ROUNDS):
        for question in questions:
            begun = perf_counter()
            ask(question)
            times.append(1000 * (perf_counter() - begun))
    return times


def main() -> None:
    """Load the pack, ask everything of both sides, print one table."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "knowledge/dialogue")
    begun = perf_counter()
    index = indexed(lambda: load_pack(folder))
    built = perf_counter()
    pack = index.pack
    questions = [question.question for question in pack.questions]
    phrasings = [utils.default_process(phrase) for phrase in index.phrases]

    def peer(question: str) -> object:
        return process.extractOne(utils.default_process(question), phrasings, scorer=fuzz.token_set_ratio)

    ours = time_each(lambda question: answer(index, question), questions)
    theirs = time_each(peer, questions)
    print(f"{len(pack.entries)} entries, {len(phrasings)} phrasings")
    print(f"{len(questions)} questions, {ROUNDS} rounds, one core")
    print(f"reading, checking and indexing: {built - begun:.3f} s")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB resident at most")
    print(f"{'ms per answer':32} {'p50':>7} {'p99':>7} {'max':>7}")
    for label, times in (("this bot", ours), ("rapidfuzz token_set_ratio", theirs)):
        p50, p99 = np.percentile(times, [50, 99])
        print(f"{label:32} {p50:7.2f} {p99:7.2f} {max(times):7.2f}")
    ratio = np.percentile(theirs, 99) / np.percentile(ours, 99)
    print(f"p99 of rapidfuzz / p99 of this bot: {ratio:.2f}")


if __name__ == "__main__":
    main()
