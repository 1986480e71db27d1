"""What holds for all tests: coverage is measured by tests with chosen examples only."""

from __future__ import annotations

from collections.abc import Generator

import coverage
import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Measure no coverage while a property is tried on many examples.

    Which lines random examples reach differs from run to run, so lines that only they reach are not
    covered; and under measurement they take twice the time.
    """
    measuring = coverage.Coverage.current()
    if measuring is None or item.get_closest_marker("hypothesis") is None:
        yield
        return
    measuring.stop()
    try:
        yield
    finally:
        measuring.start()
