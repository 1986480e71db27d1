"""The pack's own ``report`` questions asked of this bot and of other matchers, for ``quality.py``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from matchers import PEERS, Asks

from bot.answering.answer import Unanswered
from bot.answering.engine import Ask, answer, build_index
from bot.answering.entry_answers import answer_entry
from bot.answering.evaluation import Judged, judge, report
from bot.english import CommonEnglish
from bot.knowledge.problems import BotError
from bot.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from matchers import Matcher

    from bot.answering.evaluation import Report
    from bot.answering.index import Index
    from bot.answering.semantic import Encoder
    from bot.knowledge.model import Pack, Question

FALSE_ANSWERS = 0.05


def with_questions(folder: Path) -> Pack:
    """Return a folder's pack (``BotError`` where it has no questions to compare with)."""
    pack = load_pack(folder)
    if not _half(pack, "report") or not _uncovered(pack):
        message = (
            f"{folder} has nothing to compare: it needs report questions, and tune questions that must find "
            "nothing."
        )
        raise BotError(message)
    return pack


def compare(pack: Pack, encoder: Encoder | None, peers: Sequence[str]) -> None:
    """Print what became of the report questions: this bot as it ships, the others from a threshold up.

    Their threshold is the lowest that holds false answers on the tune half to 5 %.
    """
    index = build_index(pack, CommonEnglish())
    held = _half(pack, "report")
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
    for label in peers:
        _print(label, _from_threshold(index, PEERS[label](asks), held))


def _half(pack: Pack, split: str) -> list[Question]:
    """Return the questions of one half of a pack."""
    return [question for question in pack.questions if question.split == split]


def _uncovered(pack: Pack) -> list[str]:
    """Return the tune questions that must find nothing."""
    return [row.question for row in _half(pack, "tune") if not (row.expect or row.expect_all)]


def _from_threshold(index: Index, matcher: Matcher, held: list[Question]) -> Report:
    """Judge a matcher's answers from a threshold (exclusive) up that the tune half sets."""
    uncovered = _uncovered(index.pack)
    best = sorted((float(matcher(text).max()) for text in uncovered), reverse=True)
    bar = best[int(FALSE_ANSWERS * len(best))]
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
