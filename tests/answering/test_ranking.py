"""Candidates come best first, those that contradict the question last, and no question costs too much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.evidence import Evidence, Weighing
from bot.answering.index import Index
from bot.answering.ranking import Ranked, rank
from bot.knowledge.model import Entity
from tests.answering.counts import build, count
from tests.answering.world import index, pack


def ranked(question: str) -> list[Ranked]:
    """Return the candidates of a question."""
    return rank(index(), index().reader.read(question))


def first(question: str) -> str:
    """Return the id of the best candidate."""
    return index().entries[ranked(question)[0].position].entry.id


def evidence(question: str, key: str, among: Index | None = None) -> Evidence:
    """Return what speaks for an entry as the answer to a question."""
    built = among or index()
    reading = built.reader.read(question)
    weighing, position = Weighing(built, reading, built.similarity(reading)), built.positions[key]
    return weighing.closely(position, weighing.evidence(position))


QUESTIONS = [
    "How many people were killed in January 2023?",
    "How many attacks by the Harrow Brigade?",
    "Who chaired the talks?",
    "zebra",
    "",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_fits_comes_best_first_and_what_contradicts_comes_after_it(question: str) -> None:
    found = ranked(question)
    kept = [candidate.score for candidate in found if candidate.removed_by is None]

    assert [candidate.removed_by is None for candidate in found[: len(kept)]] == [True] * len(kept)
    assert kept == sorted(kept, reverse=True)


@pytest.mark.parametrize("question", QUESTIONS)
def test_only_what_fits_is_weighed(question: str) -> None:
    assert all((each.evidence is None) == (each.removed_by is not None) for each in ranked(question))


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_entry_is_a_candidate_twice(question: str) -> None:
    positions = [candidate.position for candidate in ranked(question)]

    assert len(positions) == len(set(positions))


def test_a_question_without_any_word_of_the_pack_has_no_candidates() -> None:
    assert ranked("") == []


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("What did Ivo Brandt say about the FVF?", "brandt-threat"),
        ("When did the FVF end its ceasefire?", "ceasefire-end"),
        ("Is it true that the FVF ended the ceasefire in June 2022?", "claim-june"),
        ("What is the WHO?", "world-office"),
        ("How many attacks by the FVF?", "attacks-fvf-2022"),
        ("What are the exact words of Brandt on the FVF?", "brandt-threat"),
    ],
)
def test_the_kind_of_answer_that_is_asked_for_comes_first(question: str, key: str) -> None:
    assert first(question) == key


def test_the_own_question_of_an_entry_is_explained_wholly() -> None:
    found = evidence("When was the Lorn Dialogue held?", "talks-dates")

    assert (found.coverage, found.tokens, found.unknown, found.unexplained) == pytest.approx((1, 1, 0, 0))


def test_words_that_nobody_has_are_unknown_and_words_of_others_unexplained() -> None:
    nobody, others = evidence("the zebra talks", "talks-dates"), evidence("the lorry talks", "talks-dates")

    assert (nobody.unknown > 0, nobody.unexplained) == (True, 0)
    assert (others.unknown, others.unexplained > 0) == (0, True)


def test_a_question_without_words_is_explained_by_nothing() -> None:
    assert evidence("", "talks-dates").coverage == 0


@pytest.mark.parametrize("question", [*QUESTIONS, "the toll of the bombing", "Where was the talk in 2023?"])
@pytest.mark.parametrize(
    "key", ["talks-dates", "toll-police", "brandt-threat", "claim-june", "world-office", "bombing"]
)
def test_shares_of_the_evidence_are_shares(question: str, key: str) -> None:
    found = evidence(question, key)
    shares = (found.nearest, found.centroid, found.tokens, found.coverage, found.unknown, found.unexplained)

    assert all(-1e-6 <= share <= 1 + 1e-6 for share in shares)


@pytest.mark.parametrize(
    ("question", "key", "name"),
    [
        ("Who chaired the Lorn Dialogue?", "talks-chair", 1),
        ("Who chaired the Lorn Dialogue?", "armoured-car", 0),
        ("Who chaired the count of the dead?", "toll-police", 0),
        ("Who counted the dead?", "toll-police", 1),
        ("Who counted the dead?", "armoured-car", 0),
        ("Where was the market bombing?", "bombing", 1),
        ("Where did the envoy go?", "armoured-car", 0),
        ("How did the envoy go?", "armoured-car", 1),
    ],
)
def test_who_and_where_want_a_name_that_the_question_does_not_have(
    question: str, key: str, name: int
) -> None:
    assert evidence(question, key).name == name


def test_where_no_entity_is_said_to_be_a_person_any_body_may_be_who() -> None:
    nobody = {entity.id: replace(entity, type=None) for entity in pack().of_kind(Entity)}
    built = Index(replace(pack(), entries={**pack().entries, **nobody}))

    assert evidence("Who chaired the count of the dead?", "toll-police", built).name == 1


@pytest.mark.parametrize(
    ("question", "key", "date"),
    [
        ("talks in March 2023", "talks-dates", 1),
        ("talks in 2019", "talks-dates", 0),
        ("talks", "talks-dates", 1),
        ("talks in 2019", "talks-chair", 1),
    ],
)
def test_the_dates_asked_for_are_those_of_the_entry_or_it_has_none(
    question: str, key: str, date: int
) -> None:
    assert evidence(question, key).date == date


def test_the_word_asked_for_must_be_one_of_the_entry() -> None:
    assert evidence("Which bridge was opened?", "bridge-opened").focus == 1
    assert evidence("Which bridge was opened?", "armoured-car").focus == 0


def test_an_entry_with_no_phrase_that_seeks_what_is_sought_is_less_likely() -> None:
    asked_for = evidence("when was the market bombing", "bombing")
    never_asked = evidence("why was the market bombing", "bombing")

    assert asked_for.alike > never_asked.alike == 0
    assert never_asked.score < asked_for.score


def test_keywords_seek_nothing_that_an_entry_could_lack() -> None:
    found = evidence("market bombing", "bombing")

    assert found.alike == found.nearest


def test_a_question_without_a_date_means_the_days_of_the_pack() -> None:
    days = pack().entries["bombing"].period
    meant = Index(replace(pack(), default_period=days))

    assert evidence("market bombing", "bombing", meant).default == 1
    assert evidence("market bombing", "bombing").default == 0
    assert evidence("market bombing in 2023", "bombing", meant).default == 0
    assert evidence("market bombing", "bombing", meant).score > evidence("market bombing", "bombing").score


def test_a_count_that_nothing_narrows_down_is_asked_of_the_whole_not_of_a_part_of_it() -> None:
    part = count(
        "a-2021-religious",
        55,
        "2021",
        label="attacks by religious groups in 2021",
        asks=("How many attacks by religious groups in Valmora in 2021 according to the ISS?",),
    )
    among = build(part)

    def found(question: str) -> dict[str, str | None]:
        candidates = rank(among, among.reader.read(question))
        return {among.entries[each.position].entry.id: each.removed_by for each in candidates}

    bare = found("How many attacks in Valmora in 2021 according to the ISS?")
    assert bare["a-2021"] is None
    assert bare["a-2021-religious"] == "counts a part"
    assert found("How many attacks by religious groups in Valmora in 2021?")["a-2021-religious"] is None
    assert found("How many attacks in Valmora in 2023 according to the ISS?")["a-2023"] is None
