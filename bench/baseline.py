"""Prints this bot beside ``rapidfuzz`` ``token_set_ratio`` on the pack's own questions.

Usage: python bench/baseline.py [DIR]. The baseline matches the question against the same
phrasings of the same entries and answers from a threshold up. Its threshold is chosen on the
``tune`` half, as the lowest that holds its false answers there to 5 %: at 3 % it would answer
nothing. The table is the ``report`` half.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from bot.answering.answer import Unanswered
from bot.answering.engine import Ask, answer, answer_entry, build_index
from bot.answering.evaluation import Judged, Report, judge, report
from bot.english import CommonEnglish
from bot.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answering.index import Index
    from bot.knowledge.model import Question

FALSE_ANSWERS = 0.05


class Baseline:
    """Nearest phrasing by ``token_set_ratio``."""

    def __init__(self, index: Index) -> None:
        """Take the phrasings of an index."""
        self._index = index
        self._entries = [entry.id for entry, _ in index.phrasings()]
        self._phrasings = [utils.default_process(text) for _, text in index.phrasings()]

    def nearest(self, question: str) -> tuple[str, float]:
        """Return the entry of the nearest phrasing, and its score 0..100."""
        text = utils.default_process(question)
        found = process.extractOne(text, self._phrasings, scorer=fuzz.token_set_ratio)
        return (self._entries[found[2]], found[1]) if found else ("", 0.0)

    def judge(self, question: Question, threshold: float) -> Judged:
        """Judge the answer from a threshold (exclusive) up."""
        entry, score = self.nearest(question.question)
        said = score > threshold
        given = (
            answer_entry(self._index, entry, question.question)
            if said
            else Unanswered(question.question, 0.0)
        )
        return judge(question, given)

    def threshold(self, questions: Iterable[Question]) -> float:
        """Return the threshold that holds false answers to ``FALSE_ANSWERS``."""
        scores = sorted(
            (self.nearest(q.question)[1] for q in questions if not (q.expect or q.expect_all)), reverse=True
        )
        return scores[int(FALSE_ANSWERS * len(scores))]


def row(label: str, found: Report) -> str:
    """Return one line of the table."""
    return f"| {label} | {found.correct} | {found.wrong} | {found.false_answers} |"


def main() -> None:
    """Print the table."""
    pack = load_pack(Path(sys.argv[1] if len(sys.argv) > 1 else "knowledge/dialogue"))
    index = build_index(pack, CommonEnglish())
    tune = [question for question in pack.questions if question.split == "tune"]
    held = [question for question in pack.questions if question.split == "report"]
    baseline = Baseline(index)
    threshold = baseline.threshold(tune)
    how = Ask(as_of=date.today())  # noqa: DTZ011  # the day here, as in `bot eval`
    ours = report(judge(question, answer(index, question.question, how)) for question in held)
    theirs = report(baseline.judge(question, threshold) for question in held)
    print(f"report half, {len(held)} questions; baseline threshold {threshold:.1f} from the tune half")
    print("| | answered correctly | covered, answered wrongly | must find nothing, answered |")
    print("|---|---|---|---|")
    print(row("this bot", ours))
    print(row("rapidfuzz token_set_ratio", theirs))


if __name__ == "__main__":
    main()
