"""A sentence that says how counts compare is held against what comes of the figures, each of them cited."""

from __future__ import annotations

import pytest

from bot.answering.verdicts.checked import Checked
from bot.answering.verdicts.judging import check
from tests.answering.counts import TODAY, build, fact, index


def checked(sentence: str) -> Checked:
    """Check a sentence against the counts."""
    return check(index(), sentence, TODAY)


def deciding(found: Checked) -> set[str]:
    """Return the entries that decide."""
    return {statement.entry for statement in found.deciding}


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("The ISS counted more attacks in 2021 than in 2020.", {"a-2020", "a-2021"}),
        ("The ISS counted fewer attacks in 2020 than in 2021.", {"a-2020", "a-2021"}),
        ("Attacks rose by 20 percent from 2020 to 2021, according to the ISS.", {"a-2020", "a-2021"}),
        ("Attacks increased 20 percent from 2020 to 2021, the ISS says.", {"a-2020", "a-2021"}),
        ("Attacks rose by 20 from 2020 to 2021, the ISS says.", {"a-2020", "a-2021"}),
        ("There were 12 more attacks in January 2023 than in December 2022.", {"a-2022-12", "a-2023-01"}),
        ("There were fewer attacks in February 2023 than in January.", {"a-2023-01", "a-2023-02"}),
        ("There were more attacks in January 2023 than in December.", {"a-2022-12", "a-2023-01"}),
        ("Attacks went up in January 2023.", {"a-2022-12", "a-2023-01"}),
        ("January 2023 was deadlier than February 2023.", {"d-2023-01", "d-2023-02"}),
        ("The PCM counted 10% more attacks in 2022 than in 2021.", {"a-pcm-2021", "a-pcm-2022"}),
        (
            "There were more attacks in Southmark than in Northmark in January 2023.",
            {"a-north-01", "a-south-01"},
        ),
        # at least 150 is more than either of two counts
        ("The ISS counted more attacks in 2023 than in 2022.", {"a-2022", "a-2022-again", "a-2023"}),
    ],
)
def test_a_comparison_that_comes_of_the_figures_is_supported(sentence: str, figures: set[str]) -> None:
    found = checked(sentence)
    assert (found.finding, deciding(found)) == ("supported", figures)
    assert all(statement.citations for statement in found.deciding)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ISS counted fewer attacks in 2021 than in 2020.",
        "Attacks fell from 2020 to 2021, the ISS says.",
        "Attacks rose by 30 percent from 2020 to 2021, according to the ISS.",
        "The ISS counted 5 more attacks in 2021 than in 2020.",
        "There were more attacks in Northmark than in Southmark in January 2023.",
        "February 2023 was deadlier than January 2023.",
    ],
)
def test_a_comparison_that_the_figures_have_otherwise_is_contradicted(sentence: str) -> None:
    found = checked(sentence)
    assert found.finding == "contradicted"
    assert found.deciding


def test_what_comes_of_the_figures_is_said_with_its_sum() -> None:
    found = checked("Attacks rose by 30 percent from 2020 to 2021, according to the ISS.")
    assert found.reason == (
        "Attacks in Valmora, counted by ISS, rose by 20, from 100 in 2020 to 120 in 2021. "
        "Difference: 120 \N{MINUS SIGN} 100 = 20: a rise; Ratio: 120 ÷ 100 = 1.2 (20 % more)"
    )


def test_where_two_counters_differ_neither_is_taken_for_right() -> None:
    found = checked("There were more attacks in 2022 than in 2021.")
    assert (found.finding, found.deciding) == ("not covered", ())
    assert {"a-2021", "a-2022", "a-pcm-2021", "a-pcm-2022"} <= {each.entry for each in found.beside}
    assert "counted by ISS" in (found.reason or "")
    assert "counted by PCM" in (found.reason or "")


def test_another_value_of_the_same_count_is_shown_beside_it() -> None:
    found = checked("The ISS counted fewer attacks in 2022 than in 2021.")
    assert (found.finding, found.disputed) == ("supported", True)
    assert found.notes == ("80 at first.",)


def test_counts_of_two_counters_are_shown_and_not_weighed() -> None:
    found = checked("The ISS counted more attacks in 2021 than the PCM.")
    assert found.finding == "not covered"
    assert {each.entry for each in found.beside} == {"a-2021", "a-pcm-2021"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Attacks doubled from 2020 to 2021.",  # how many times as much no way alone tells
        "Attacks rose and fell from 2020 to 2021.",
        "Attacks on schools rose from 2020 to 2021.",
        "Attacks in Valmora rose from 2010 to 2011.",
        "There were fewer deaths in 2023 than in 2022.",  # about 300 and up to 400
        "Attacks fell in March 2023.",  # since February they rose, but it may mean since the March before
        "The ISS counted more attacks than before.",
        "More attacks than in 2020 were there in 2021.",
        "There were more attacks in Northmark, Southmark and Tarnholm than in 2021.",
        "Attacks rose by about 20 percent from 2020 to 2021.",
        "Attacks rose by 20.4 percent from 2020 to 2021, according to the ISS.",  # may be 20, rounded
        "Attacks rose since 2020.",
    ],
)
def test_what_the_figures_do_not_settle_is_not_covered(sentence: str) -> None:
    assert checked(sentence).finding == "not covered"


def test_counts_that_do_not_measure_the_same_say_why() -> None:
    found = checked("The ISS counted more deaths in 2022 than attacks in 2021.")
    assert found.finding == "not covered"


def test_what_rose_in_a_month_need_not_have_risen_in_its_year() -> None:
    pack = build(fact("march", "Attacks by wolves fell in March 2019.", "valmora"))
    assert check(pack, "Attacks by wolves fell in March 2019.").finding == "supported"
    assert check(pack, "Attacks by wolves fell in 2019.").finding == "not covered"
