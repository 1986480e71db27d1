"""A number is found only where a text states it as an amount, in digits or in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.amounts import Amount, amount, amounts

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "? ? twenty thirty forty fifty sixty seventy eighty ninety".split()


def stated(text: str) -> set[str]:
    """Return the amounts of a text in short."""
    return {f"{each.value.normalize():f}{'%' if each.percent else ''}" for each in amounts(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("134 deaths and 254 injuries in at least 44 attacks.", {"134", "254", "44"}),
        ("1,063 or 1\u00a0064 or 2,50,000; 1,500.5", {"1063", "1064", "250000", "1500.5"}),
        ("forty-four, a hundred, one hundred and thirty-four", {"44", "100", "134"}),
        ("Two dozen and a dozen; two hundred thousand five", {"24", "12", "200005"}),
        ("five crore two lakh", {"50200000"}),
        ("twelve hundred men", {"1200"}),
        ("80 thousand, 2 lakhs, 1.5 million", {"80000", "200000", "1500000"}),
        ("$450mn, $5m, €2,000k, 3bn", {"450000000", "5000000", "2000000", "3000000000"}),
        (
            "Rs8bn, Rs. 7 million, PKR12, US$450m, Rs5m, $450-million",
            {"8000000000", "7000000", "12", "450000000", "5000000"},
        ),
        ("50%, 6 per cent, seven percent, 8-percent", {"50%", "6%", "7%", "8%"}),
        ("6,000-6,500 men", {"6000", "6500"}),
        (
            "2 to 3 million, 40–50 %, between 4 and 5 thousand",
            {"2000000", "3000000", "40%", "50%", "4000", "5000"},
        ),
        ("two to three million", {"2000000", "3000000"}),
        ("500 to 2 thousand", {"500", "2000"}),
        ("2 million to 3 million", {"2000000", "3000000"}),
        ("5 and 6 million", {"5", "6000000"}),
        ("a two-day meeting; $2000; 0", {"2", "2000", "0"}),
        ("one man", {"1"}),
        ("٤٤ حملے", {"44"}),
        ("4 or a quarter", {"4"}),
    ],
)
def test_amounts_are_read_in_digits_and_in_words(text: str, expected: set[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "in 2023 and January 2023, on 30 January, January 30, 6-7 March, March 6 and 7, the 3rd of May",
        "2023-01-30, 9/11, 10:30, 2022-23, version 3.2.1",
        "10 p.m., 3am, at 5 o'clock, 11 a.m.",
        "an F-16, the 4th, 13th, 1st, B52, Article 370, resolution 1267, no. 50",
        "a 44-year-old, 44 years old, aged 44",
        "two-thirds, one third, twenty-first, two point five, 2 and a half million",
        "half a million, quarter of a million, dozens, hundreds of thousands",
        "twenty twenty-two, one two, one hundred hundred, zero five, two thousand thousand",
        "one thousand, five hundred",
        "one of the worst, no one, the one that; one another",
        "1 063 and 007 and .5x and 1.",
        "12345678901234567890123 men",
        "five twenty; a man",
    ],
)
def test_what_may_be_no_amount_or_another_is_not_read(text: str) -> None:
    assert stated(text) - {"1"} == set()


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (450, "million USD", "$450 million"),
        (450, "million USD", "450,000,000 dollars"),
        (2.5, "percent", "2.5 %"),
        (-12, "%", "fell by 12 per cent"),
        (3, "people", "three people"),
    ],
)
def test_a_figure_is_stated_as_its_unit_says(value: float, unit: str, text: str) -> None:
    assert amount(value, unit) in amounts(text)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (450, "people", "$450 million"),
        (450, "million USD", "$450"),
        (50, "people", "50 %"),
        (50, "percent", "50 people"),
        (3, "people", "13 people, 2023, 30, 3,000, 3.5, 0.3, 33"),
        (13, "people", "1 and 3; 1,3; 13th; 113"),
    ],
)
def test_a_figure_is_not_proved_by_another_number(value: float, unit: str, text: str) -> None:
    assert amount(value, unit) not in amounts(text)


def in_words(number: int) -> str:
    """Spell a number below a billion, as people do."""
    for scale, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= scale:
            head, rest = divmod(number, scale)
            tail = f" {'and ' if rest < 100 else ''}{in_words(rest)}" if rest else ""
            return f"{in_words(head)} {name}{tail}"
    if number < 20:
        return UNITS[number]
    return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")


@given(st.integers(2, 999_999_999))
def test_every_number_is_found_as_people_write_it(number: int) -> None:
    for written in (f"{number:,}", in_words(number)):
        assert amounts(f"They counted {written} people.") == {Amount(Decimal(number))}


@given(st.integers(3000, 10**12))
def test_a_plain_number_is_found(number: int) -> None:
    assert amounts(f"They counted {number} people.") == {Amount(Decimal(number))}


PIECES = st.text(st.sampled_from("0123456789,.-/:% $ab\u0664\u00a0"), max_size=8) | st.sampled_from(
    "and a an one two twenty hundred thousand million dozen half third of March to between per cent years "
    "old year aged point no. percent mn".split()
)


@given(st.text() | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join))
def test_any_text_has_amounts_or_none(text: str) -> None:
    for found in amounts(text):
        assert found.value >= 0


@given(st.text(st.characters(categories=["L", "P", "Z", "S"])))
def test_a_text_without_digits_and_number_words_states_nothing(text: str) -> None:
    spelled = {*UNITS, *TENS, "a", "an"}
    words = "".join(char if char.isalpha() else " " for char in text.lower()).split()

    assert spelled & set(words) or not amounts(text)


@given(st.lists(st.integers(0, 10**6), max_size=8), st.integers(0, 10**6))
def test_a_number_is_never_found_inside_others(numbers: list[int], wanted: int) -> None:
    text = "; ".join(map(str, numbers))

    assert (amount(wanted, "people") in amounts(text)) <= (wanted in numbers)


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(), st.text(max_size=60))
def test_any_value_of_any_unit_is_an_amount(value: float, unit: str) -> None:
    assert amount(value, unit).value >= 0
