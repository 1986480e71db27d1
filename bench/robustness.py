"""Prints how much small changes of a pack's questions change what becomes of them.

- *Slips*: one or two edits a question (a letter inserted, deleted, replaced, or two swapped) in words of
  four letters or more; digits stay. They must lose few right answers and gain no false one.
- *Case, spacing, marks at the end*: must change nothing.
- *Year, month, place and initials exchanged* for those of which the pack says nothing: must never be answered
  with what another time, place or body has. An answer that says outright that the sources have it otherwise
  is right.

Of the ``report`` questions only totals are printed; ``--show`` prints what went wrong with the ``tune`` ones.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from variants import Uncovered, dated_otherwise, plain_changes, words_misspelt

from bot.answering.answer import Answered
from bot.answering.engine import Ask, answer, build_index
from bot.answering.evaluation import Judged, Share, judge, report
from bot.commands.running import told
from bot.commands.scripts import CommandLine, whole
from bot.english import CommonEnglish
from bot.knowledge.problems import BotError
from bot.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.answering.answer import Answer
    from bot.answering.index import Index
    from bot.knowledge.model import Question


class Bench:
    """The questions of one half of a pack, asked as written and changed."""

    def __init__(self, folder: Path, split: str, *, show: bool) -> None:
        """Read the pack and ask everything as it is written."""
        pack = load_pack(folder)
        self.index: Index = build_index(pack, CommonEnglish())
        self.questions = [question for question in pack.questions if question.split == split]
        if not self.questions:
            message = f"{folder} has no {split} questions to ask; name a pack with some, or another --split."
            raise BotError(message)
        self._show = show and split != "report"
        self._how = Ask(as_of=date.today())  # noqa: DTZ011  # the day here, as in `bot eval`
        self.written = [judge(question, self.put(question.question)) for question in self.questions]

    def put(self, text: str) -> Answer:
        """Ask one question."""
        return answer(self.index, text, self._how)

    def slips(self, seeds: int) -> None:
        """Print what becomes of the questions with slips beside the same as written."""
        print("\n| | answered correctly | covered, answered wrongly | must find nothing, answered |")
        print("|---|---|---|---|")
        judged = [self._misspelt(question, seed) for seed in range(seeds) for question in self.questions]
        for label, rows in (("as written", self.written), ("with slips", judged)):
            found = report(rows)
            print(f"| {label} | {found.correct} | {found.wrong} | {found.false_answers} |")
        moves = Counter(
            (before.outcome, after.outcome)
            for before, after in zip(self.written * seeds, judged, strict=True)
        )
        gained = moves["rightly silent", "false answer"]
        print(f"\nFalse answers that slips gain: {gained}, lose: {moves['false answer', 'rightly silent']}")

    def _misspelt(self, question: Question, seed: int) -> Judged:
        """Ask a question with slips."""
        text = words_misspelt(question.question, seed)
        found = judge(question, self.put(text))
        if found.outcome == "false answer":
            self._tell("slip", text, found.answer)
        return found

    def plain(self) -> None:
        """Print how often case, spacing and marks at the end change an answer."""
        changed: Counter[str] = Counter()
        for before in self.written:
            for label, text in plain_changes(before.question.question):
                after = self.put(text)
                if _gist(after) != _gist(before.answer):
                    changed[label] += 1
                    self._tell(label, text, after)
        print("\n| changed | other outcome or entry |")
        print("|---|---|")
        for label, _ in plain_changes(""):
            print(f"| {label} | {Share(changed[label], len(self.written))} |")

    def exchanged(self, seeds: int) -> None:
        """Print how often questions about what is not covered are answered."""
        uncovered = Uncovered(self.index)
        print("\n| exchanged | answered | with another time's, place's, body's or others' |")
        print("|---|---|---|")
        changes: dict[str, Callable[[str, int], str | None]] = {
            "year": uncovered.year,
            "month": uncovered.month,
            "place": uncovered.place,
            "place, all in small letters": lambda text, seed: (uncovered.place(text, seed) or "").lower(),
            "initials of a body": uncovered.body,
            "people, for some kind of them": uncovered.whom,
            "killed or hurt, for another fate": uncovered.fate,
            "a thing or deed, for one that excludes it": uncovered.thing,
        }
        for label, change in changes.items():
            asked, answered, wrong = self._asked(change, label, seeds)
            print(f"| {label} | {Share(answered, asked)} | {Share(wrong, asked)} |")

    def _asked(
        self, change: Callable[[str, int], str | None], label: str, seeds: int
    ) -> tuple[int, int, int]:
        """Return how many changed questions there are, how many are answered, and how many wrongly."""
        made = (
            (change(question.question, seed), question.question)
            for seed in range(seeds)
            for question in self.questions
        )
        texts = {text: question for text, question in made if text}
        answered = wrong = 0
        for text, question in texts.items():
            found = self.put(text)
            if not isinstance(found, Answered) or found.contrast or _is_left_out(found, text, question):
                continue
            answered += 1
            periods = self.index.entries[self.index.positions[found.main.entry]].slots.periods
            if not label.startswith(("year", "month")) or dated_otherwise(periods, text):
                wrong += 1
                self._tell(label, text, found)
        return len(texts), answered, wrong

    def _tell(self, label: str, text: str, found: Answer) -> None:
        """Print one thing that went wrong with a question that may be looked at."""
        if self._show:
            entry = found.main.entry if isinstance(found, Answered) else type(found).__name__
            print(f"[{label}] {text!r} -> {entry} ({found.confidence:.2f})")


def _is_left_out(found: Answered, text: str, question: str) -> bool:
    """Whether what was exchanged in a question stands in a part that the answer says it does not answer."""
    new = _words(text) - _words(question)
    return any(not new.isdisjoint(_words(part)) for part in found.untold)


def _words(text: str) -> frozenset[str]:
    """Return the words of a text in lower case."""
    return frozenset(re.findall(r"\w+", text.casefold()))


def _gist(found: Answer) -> tuple[str, str]:
    """Return the outcome and the first entry of an answer."""
    return type(found).__name__, found.main.entry if isinstance(found, Answered) else ""


def main() -> None:
    """Print the tables."""
    options = CommandLine(__doc__)
    options.takes_knowledge()
    options.add_argument(
        "--split", choices=("report", "tune"), default="report", help="the half; else %(default)s"
    )
    options.add_argument(
        "--seeds", type=whole, default=3, metavar="N", help="changed forms of each question; else %(default)s"
    )
    options.add_argument("--show", action="store_true", help="what went wrong, of the tune questions only")
    given = options.parse_args()
    bench = Bench(given.knowledge, given.split, show=given.show)
    print(f"{given.split} half, {len(bench.questions)} questions, {given.seeds} changed forms of each")
    bench.slips(given.seeds)
    bench.plain()
    bench.exchanged(given.seeds)


if __name__ == "__main__":
    told(main)
