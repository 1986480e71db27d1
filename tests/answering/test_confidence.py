"""The surest of the first candidates is answered, by its evidence beside that of the others."""

from __future__ import annotations

from bot.answering.calibration import Calibration, Linear
from bot.answering.confidence import JUST_THAT, MOST_LEAD, features, judged
from bot.answering.ranking import Ranked, rank
from tests.answering.world import index

QUESTION = "market bombing"
DIFFERENT = "Who chaired the talks?"


def kept(question: str = QUESTION) -> list[Ranked]:
    found = rank(index(), index().read(question))
    return [each for each in found if each.removed_by is None]


def feature(name: str, question: str, number: int = 0) -> float:
    return features(index(), index().read(question), kept(question), number)[name]


def by(name: str, weight: float, intercept: float = 0.0) -> Calibration:
    return Calibration(Linear(intercept, (weight,), (name,)))


def test_the_best_candidate_leads_the_next_one_about_another_matter() -> None:
    assert 0 < feature("lead", QUESTION) <= MOST_LEAD


def test_a_later_candidate_is_behind() -> None:
    numbers = range(1, len(kept(DIFFERENT)))
    leads = [feature("lead", DIFFERENT, number) for number in numbers]

    assert feature("lead", DIFFERENT) > 0
    assert all(-MOST_LEAD <= lead <= 0 for lead in leads)


def test_the_only_candidate_leads_by_its_own_score() -> None:
    only = kept()[:1]

    found = features(index(), index().read(QUESTION), only, 0)

    assert found["lead"] == min(only[0].score, MOST_LEAD)
    assert found["third"] == only[0].score
    assert found["rivalled"] == 0


def test_the_surer_of_the_first_two_is_put_first() -> None:
    first, second, *_ = kept()
    reading = index().read(QUESTION)

    assert judged(index(), reading, kept(), by("score", 9.0)).kept[0] == first
    sure = judged(index(), reading, kept(), by("score", -9.0, 7.0))
    assert sure.kept[:2] == [second, first]
    assert len(sure.kept) == len(kept())


def test_of_two_that_are_equally_sure_the_first_stays_first() -> None:
    first, *_ = kept()

    assert judged(index(), index().read(QUESTION), kept(), by("score", 0.0)).kept[0] == first


def test_a_question_that_seeks_nothing_is_sought_by_every_phrase() -> None:
    assert feature("seeking", QUESTION) == 1
    assert 0 <= feature("seeking", "why was the market bombed") < 1


def test_what_is_asked_is_a_feature() -> None:
    assert feature("whether", "Is it true that the market was bombed?") == 1
    assert feature("quantity", "How many people were killed in the market bombing?") == 1


def test_a_question_for_just_what_a_figure_counts_is_surely_answered_by_it() -> None:
    def sure(question: str) -> float:
        return judged(index(), index().read(question), kept(question), by("score", 0.0)).confidence

    assert sure("How many people were killed in January 2023?") == JUST_THAT
    assert sure("How many people were killed in the market bombing?") == 0.5
    assert sure("Who chaired the talks?") == 0.5
