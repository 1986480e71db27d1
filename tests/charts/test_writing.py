"""Words of a picture fit their lines, and short forms say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts.axes import Scale, tick_words
from bot.charts.labels import Box
from bot.charts.writing import Pen, short_period
from bot.knowledge.periods import Period


def measure(words: str, size: float, *, bold: bool = False) -> float:
    """Return widths of a font in which every letter is alike."""
    return len(words) * size * (2 if bold else 1)


PEN = Pen(measure, 1)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("one two three", ["one two", "three"]),
        ("one two three four", ["one two", "three…"]),
        ("incomprehensible", ["incompr…"]),
        ("one incomprehensible", ["one", "incompr…"]),
        ("", []),
        (" " * 500, []),
        ("x" + " " * 500, ["x…"]),
    ],
)
def test_words_are_broken_at_spaces_and_what_is_cut_says_so(words: str, lines: list[str]) -> None:
    assert PEN.wrap(words, 8, 2) == lines


@given(st.text(max_size=600), st.integers(1, 60), st.integers(1, 4))
def test_no_line_is_too_wide_and_there_are_no_more_than_wanted(words: str, width: int, most: int) -> None:
    lines = PEN.wrap(words, width, most)

    assert len(lines) <= most
    assert all(len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2022", "2022"),
        ("2022-09", "Sep 2022"),
        ("2022-01/2022-11", "Jan to Nov 2022"),
        ("2021-08-15/2022-08-14", "15 Aug 2021 to 14 Aug 2022"),
        ("2023-05-06/2023-05-07", "6–7 May 2023"),
    ],
)
def test_months_are_short_on_an_axis(period: str, words: str) -> None:
    assert short_period(Period.parse(period)) == words


@pytest.mark.parametrize(
    ("high", "words"),
    [
        (1063, ["0", "250", "500", "750", "1,000"]),
        (0.0003, ["0", "0.0001", "0.0002", "0.0003"]),
        (7_000_000, ["0", "2M", "4M", "6M"]),
        (3 * 10**17, ["0", "1.0E+17", "2.0E+17", "3.0E+17"]),
    ],
)
def test_a_scale_has_a_few_round_values(high: float, words: list[str]) -> None:
    assert [tick_words(tick) for tick in Scale(0, high, 0, 1).ticks] == words


def test_a_line_crosses_a_box_only_where_it_runs_through() -> None:
    box = Box(0, 0, 10, 10)

    assert box.crossed((-5, 5), (15, 5))
    assert box.crossed((5, -5), (5, 15))
    assert box.crossed((-5, -5), (15, 15))
    assert not box.crossed((-5, 12), (15, 12))
    assert not box.crossed((12, -5), (12, 15))
    assert not box.crossed((-5, -5), (-1, -1))
    assert not box.crossed((-5, 8), (5, 28))
