"""Cosines of rows with a text and with each other."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.table import Table

ROWS = st.lists(
    st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 3), min_size=1), min_size=1, max_size=30
)


@given(ROWS)
def test_the_cosines_of_all_rows_are_those_of_each_row(rows: list[dict[str, float]]) -> None:
    table = Table(rows)
    one_by_one = np.stack([table.cosines(row) for row in rows])
    np.testing.assert_allclose(table.gram(), one_by_one, atol=1e-9)
    np.testing.assert_allclose(np.diagonal(table.gram()), 1)


def test_terms_of_many_rows_count_as_those_of_few() -> None:
    rows = [{"common": 1.0, f"rare {number % 9}": 2.0} for number in range(60)]
    table = Table(rows)
    np.testing.assert_allclose(table.gram(), np.stack([table.cosines(row) for row in rows]), atol=1e-9)


def test_a_term_that_no_row_has_lowers_every_cosine() -> None:
    table = Table([{"cat": 1.0}, {"dog": 1.0}])
    assert 0 < table.cosines({"cat": 1.0, "boat": 1.0})[0] < table.cosines({"cat": 1.0})[0]
    assert table.cosines({}).tolist() == [0, 0]
