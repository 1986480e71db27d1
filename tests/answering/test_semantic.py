"""Nearness in meaning: it adds candidates and confidence, and never overrides a constraint."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from bot.answering import semantic
from bot.answering.answer import Answered
from bot.answering.calibration import by_meaning, by_words
from bot.answering.engine import Ask, answer, build_index
from bot.answering.ranking import rank
from bot.answering.semantic import Meaning, Meanings, meanings, with_near
from tests.answering.hashing import HashingEncoder
from tests.answering.world import index as lexical
from tests.answering.world import pack

TODAY = date(2024, 2, 15)


def test_synonyms_are_near_in_meaning() -> None:
    phrasings = ["where is the cat", "cat home", "when does the boat leave", "boat times"]
    found = Meanings(HashingEncoder(), phrasings, [range(2), range(2, 4)])
    meaning = found.of("where is the kitten")
    assert meaning.at(0) > meaning.at(1)
    assert meaning.near() == [0, 1]
    assert found.cosines("cat home").argmax() == 1
    assert found.gram().shape == (4, 4)


def test_the_nearer_of_two_spellings_counts() -> None:
    found = Meanings(HashingEncoder(), ["cat", "dog"], [range(1), range(1, 2)])
    assert found.of("ct", "cat").at(0) == pytest.approx(found.of("cat").at(0), abs=1e-6)


def test_only_the_nearest_are_candidates() -> None:
    scores = np.linspace(0, 1, 80, dtype=np.float32)
    near = Meaning(scores, scores).near()
    assert near == list(range(79, 54, -1))


def test_candidates_by_words_and_by_meaning_take_turns() -> None:
    meaning = Meaning(np.array([0.1, 0.9, 0.5], np.float32), np.array([0.1, 0.9, 0.5], np.float32))
    assert with_near([0], meaning) == [1, 0, 2]
    assert with_near([0], None) == [0]


def test_without_an_encoder_or_with_too_many_phrasings_there_is_no_meaning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert meanings(None, ["a"], [range(1)]) is None
    monkeypatch.setattr(semantic, "MOST_PHRASINGS", 1)
    assert meanings(HashingEncoder(), ["a", "b"], [range(2)]) is None


def test_an_encoder_brings_its_own_calibration_and_evidence() -> None:
    built = build_index(pack(), (), HashingEncoder())
    assert built.encodes
    assert built.calibration is by_meaning()
    evidence = rank(built, built.read("How many people were killed in January 2023?"))[0].evidence
    assert evidence is not None
    assert evidence.meaning is not None
    assert 0 < evidence.meaning <= 1


def test_without_one_everything_is_as_before() -> None:
    assert not lexical().encodes
    assert lexical().calibration is by_words()
    evidence = rank(lexical(), lexical().read("How many people were killed in January 2023?"))[0].evidence
    assert evidence is not None
    assert evidence.meaning is None


def test_meaning_never_overrides_a_constraint() -> None:
    built = build_index(pack(), (), HashingEncoder())
    question = "How many people were killed in January 2019?"
    assert not isinstance(answer(built, question, Ask(as_of=TODAY)), Answered)
    removed = {each.position for each in rank(lexical(), lexical().read(question)) if each.removed_by}
    kept = {each.position for each in rank(built, built.read(question)) if each.removed_by is None}
    assert not kept & removed
