"""The pack's own ``report`` questions asked of this bot and of other matchers, for ``quality.py``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from matchers import PEERS, Asks

from bot.answering.answer import Unanswered
from bot.answering.engine import Ask, answer, answer_entry, build_index
from bot.answering.evaluation import Judged, judge, report
from bot.english import CommonEnglish
from bot.packs import load_pack

if TYPE_CHECKING:
    from pathlib import Path

    from matchers import Matcher

    from bot.answering.evaluation import Report
    from bot.answering.index import Index
    from bot.answering.semantic import Encoder
    from bot.knowledge.model import Question

FALSE_ANSWERS = 0.05


def compare(folder: Path, encoder: Encoder | None) -> None:
    """Print what became of the report questions: this bot as it ships, the others from a threshold up.

    Their threshold is the lowest that holds false answers on the tune half to 5 %.
    """
    pack = load_pack(folder)
    index = build_index(pack, CommonEnglish())
    tune = [question for question in pack.questions if question.split == "tune"]
    held = [question for question in pack.questions if question.split == "report"]
    if not held:
        return
    print(f"\n### {pack.title}, {len(held)} report questions\n")
    print("| | answered correctly | covered, answered wrongly | must find nothing, answered |")
    print("|---|---|---|---|")
    how = Ask(as_of=date.today())  # noqa: DTZ011  # the day here, as in `bot eval`
    kinds = {"this bot": index}
    if encoder is not None:
        kinds["this bot, with meaning"] = build_index(pack, CommonEnglish(), encoder)
    for label, built in kinds.items():
        _print(label, report(judge(row, answer(built, row.question, how)) for row in held))
    told = list(index.phrasings())
    entries = np.array([index.positions[entry.id] for entry, _ in told])
    asks = Asks(pack, [text for _, text in told], entries, len(index.entries))
    for label, make in PEERS.items():
        _print(label, _from_threshold(index, make(asks), tune, held))


def _from_threshold(index: Index, matcher: Matcher, tune: list[Question], held: list[Question]) -> Report:
    """Judge a matcher's answers from a threshold (exclusive) up that the tune half sets."""
    uncovered = [row.question for row in tune if not (row.expect or row.expect_all)]
    bar = float(np.quantile([matcher(text).max() for text in uncovered], 1 - FALSE_ANSWERS))
    found: list[Judged] = []
    for row in held:
        scores = matcher(row.question)
        entry = index.entries[int(scores.argmax())].entry.id
        said = scores.max() > bar
        given = answer_entry(index, entry, row.question) if said else Unanswered(row.question, 0.0)
        found.append(judge(row, given))
    return report(found)


def _print(label: str, found: Report) -> None:
    """Print one line of the table."""
    print(f"| {label} | {found.correct} | {found.wrong} | {found.false_answers} |", flush=True)
