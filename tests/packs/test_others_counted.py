"""A count of the first pack is not given for some of those counted, another fate, or as another's count."""

from __future__ import annotations

import pytest

from tests.packs.dialogue import found, index


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("How many journalists were hurt in the KPO attack of 17 February 2023?", id="how many"),
        pytest.param("politicians killed nationwide in January 2023 by PICSS's count?", id="before the verb"),
        pytest.param("Is it true that 56 tourists died in Pakistan in December 2022?", id="after a number"),
        pytest.param("Were any foreigners among the 134 killed in January 2023?", id="any"),
        pytest.param("How many women were killed in militant attacks in 2022, says PIPS?", id="of a year"),
        pytest.param("How many of the 533 dead of 2022 were civilians, going by PICSS?", id="of them"),
        pytest.param("How many cricketers were hurt in the Peshawar mosque bombing?", id="a kind on no list"),
        pytest.param("Did five or seven dancers die in the KPO attack in Karachi?", id="after numbers"),
        pytest.param("singers killed nationwide in January 2023 by PICSS's count?", id="keywords"),
        pytest.param("223 or 232 kidnapped in KP, Jan 2023?", id="another fate"),
        pytest.param("Security forces poisoned in 2022: is it 379 or 282?", id="before the question"),
        pytest.param("How many militant attacks did the military count in 2023?", id="who has no name"),
        pytest.param("How many injured in February 2023 says the military?", id="says the military"),
        pytest.param("How many people were killed in 2022 according to the government?", id="according to"),
    ],
)
def test_a_count_of_others_is_not_given(question: str) -> None:
    assert found(question) is None


def test_another_happening_than_the_one_that_is_named_is_not_told() -> None:
    assert found("did IS-K claim the Peshawar Police Lines bombing?") is None
    assert (
        found("did IS-K claim the bombing of the Shia mosque in Peshawar?") == "peshawar-shia-mosque-bombing"
    )
    assert (
        found("62 or 63 killed in the March 2022 Peshawar mosque attack?") == "peshawar-shia-mosque-bombing"
    )


@pytest.mark.parametrize(
    ("question", "singled"),
    [
        ("how many students were killed in January 2023", True),
        ("my students say 134 were killed in January 2023", False),
        ("students, how many were killed in January 2023?", False),
        ("how many did militants kill in January 2023", False),
    ],
)
def test_only_whom_a_count_is_of_is_singled_out(question: str, singled: bool) -> None:  # noqa: FBT001
    assert bool(index().read(question).singled) == singled


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("How many civilians were killed in Pakistan in 2022, by SATP?", "satp-civilian-deaths-2022"),
        ("civilians wounded in Balochistan on 25 December 2022", "balochistan-civilians-wounded-2022-12-25"),
        ("how many folks were hurt in the whole of 2023, by PICSS?", "picss-injured-2023"),
        ("I teach students: how many people were killed in January 2023?", "picss-deaths-2023-01"),
        ("how many insurgents were killed by the forces in January 2023", "picss-militants-killed-2023-01"),
        ("How many people were killed in January 2023?", "picss-deaths-2023-01"),
    ],
)  # fmt: skip
def test_whom_the_entry_speaks_of_and_who_asks_keep_nothing_from_it(question: str, entry: str) -> None:
    assert found(question) == entry
