"""One PostgreSQL for all tests; and coverage, measured by tests of chosen examples where they run.

Which lines random examples reach differs from run to run, and a process that is killed tells nothing of
what it ran: what only they reach is not covered. Without that, all is measured in half the time.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator

import pytest
from coverage import Coverage

from tests.storage.server import Server, serving


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Don't measure the process that only hands out the tests."""
    if (measuring := Coverage.current()) is not None:
        measuring.stop()
        measuring.set_option("run:disable_warnings", ["no-data-collected"])  # as is meant, here only


@pytest.fixture(scope="session", autouse=True)
def only_here() -> None:
    """Don't measure the programs that tests start; coverage would tell them to by this setting."""
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """Start a PostgreSQL once for all tests of this process, and only if one needs it."""
    with serving() as started:
        yield started


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Don't measure while a property or a sweep is tried on many examples."""
    measuring = Coverage.current()
    many = item.get_closest_marker("hypothesis") or item.get_closest_marker("sweep")
    if measuring is None or not many:
        yield
        return
    measuring.stop()
    try:
        yield
    finally:
        measuring.start()
