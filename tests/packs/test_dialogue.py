"""The pack that comes with the bot: nothing old or weak passes for more, and any source can be withdrawn."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.answering import engine
from bot.answering.entry_answers import answer_entry
from bot.answering.index import Index
from bot.answering.stealing import check_stealing
from bot.answering.trust.caveats import out_of_date
from bot.answering.verdicts.crosscheck import told_otherwise
from bot.answering.wording import plain
from bot.knowledge.freshness import overdue
from bot.knowledge.holding import holds, in_force
from bot.knowledge.model import Claim
from bot.knowledge.wording import ASKED_FOR, FEWEST_ASKS
from bot.packs import load_pack

pytestmark = pytest.mark.sweep  # every entry, source and question of the pack

DIALOGUE = Path(__file__).parents[2] / "knowledge" / "dialogue"
MORE = Path(__file__).parents[2] / "bench" / "questions"
RESEARCHED = date(2026, 1, 31)
"""The end of the month in which the pack's newest sources appeared."""


@cache
def index() -> Index:
    """Return the pack's index, built once."""
    return engine.build_index(load_pack(DIALOGUE, questions=False))


def test_no_answer_rests_on_weak_sources_alone_without_saying_so() -> None:
    weak = 0
    for entry in index().positions:
        answer = answer_entry(index(), entry, "?")
        if all(cited.source.reliability == "low" for cited in answer.citations):
            weak += 1
            assert "of low reliability" in plain(answer), entry

    assert weak


def test_what_ages_has_a_review_date_after_the_research_and_says_so_once_it_is_over() -> None:
    due = [entry for entry in index().pack.entries.values() if entry.review_by]

    assert due
    for entry in due:
        assert entry.review_by is not None
        assert entry.review_by > RESEARCHED
        late = answer_entry(index(), entry.id, "?", entry.review_by + timedelta(days=1))
        assert late.main in out_of_date(late)
    assert overdue(index().pack, RESEARCHED) == ()


def test_whichever_source_is_withdrawn_nothing_is_left_live_without_a_source() -> None:
    pack = index().pack
    for key, source in pack.sources.items():
        gone = replace(pack, sources={**pack.sources, key: replace(source, status="withdrawn")})
        left, held = in_force(gone), holds(gone)
        cited = {entry.id for entry in left.entries.values() if entry.citations and entry.status == "live"}
        for entry in left.entries.values():
            assert all(citation.source != key for citation in entry.citations) or entry.id in held
            if isinstance(entry, Claim) and entry.status == "live":
                assert entry.id in cited or set(entry.entries) <= cited


def test_no_entry_tells_otherwise_than_its_own_questions_have_it() -> None:
    found: list[str] = []
    for entry in index().entries.bare:
        for ask in entry.asks[::4]:  # each takes a millisecond
            told = told_otherwise(index(), index().read(ask, RESEARCHED))
            found += [f"{entry.id}: {why}: {ask}" for why in filter(None, [told(entry) if told else None])]

    assert found == []


def test_no_two_entries_steal_each_other_s_questions() -> None:
    assert [f"{finding.id}: {finding.message}" for finding in check_stealing(index())] == []


def test_every_live_fact_quotation_and_event_has_three_questions() -> None:
    asked = [entry for entry in index().pack.entries.values() if isinstance(entry, ASKED_FOR)]

    assert [entry.id for entry in asked if entry.status == "live" and len(entry.asks) < FEWEST_ASKS] == []


def test_questions_that_only_fitting_reads_go_with_the_pack_and_are_none_of_the_report_half(
    tmp_path: Path,
) -> None:
    whole = tmp_path / "dialogue"
    shutil.copytree(DIALOGUE, whole)
    for path in MORE.glob("*.yaml"):
        shutil.copy(path, whole / "questions")

    questions = load_pack(whole).questions  # raises if one expects what the pack does not have

    own = load_pack(DIALOGUE).questions
    asked: dict[str, set[str]] = {"tune": set(), "report": set()}
    for question in questions:
        asked[question.split].add(" ".join(question.question.casefold().split()))
    assert asked["tune"].isdisjoint(asked["report"])
    assert sum(each.split == "report" for each in questions) == sum(each.split == "report" for each in own)
