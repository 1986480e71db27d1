"""``bot check`` says what waits: entries on hold, and what is past its review date, most used first."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from tests.storage.running import asked, opened, running

KNOWLEDGE = """
sources:
  - {id: dawn, publisher: Dawn, title: Talks end, date: 2023-03-07}
  - {id: blog, publisher: A Blog, title: Gossip, reliability: low, status: STATUS}
facts:
  - id: venue
    answer: The talks take place in Islamabad.
    asks: [Where are the talks held?, Which city hosts the talks?, talks venue city]
    review_by: 2026-08-31
    citations: [dawn, blog]
  - id: leader
    answer: Ann Lee leads the talks.
    asks: [Who leads the talks?, Who is in the chair of the talks?, talks leader name]
    review_by: 2026-07-31
    citations: [dawn]
  - id: rumour
    answer: The talks were stormy.
    asks: [Were the talks stormy?, Was there a storm at the talks?, stormy talks rumour]
    review_by: 2026-07-31
    citations: [blog]
"""


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the address of a database that is not there yet."""
    url = f"sqlite:///{tmp_path / 'bot.sqlite3'}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


def pack(folder: Path, status: str = "live") -> str:
    """Write the pack, with the blog as live or withdrawn."""
    file = folder / "facts.yaml"
    file.write_text(KNOWLEDGE.replace("STATUS", status), encoding="utf-8")
    return str(file)


def check(*options: str) -> list[str]:
    """Return the lines of the report."""
    result = CliRunner().invoke(cli.app, ["check", *options])
    assert result.exit_code == 0
    return result.stdout.splitlines()


async def count(url: str, *entries: str) -> None:
    """Count some answers as the bot does."""
    async with running(url, []) as store:
        await opened(store)
        for entry in entries:
            store.record(asked(entry=entry))


def test_a_withdrawn_source_is_named_with_every_entry_that_waits(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli.app, ["check", pack(tmp_path, "withdrawn"), "--as-of", "2026-01-01"])
    lines = result.stderr.splitlines()

    assert result.exit_code == 0
    source, entry = lines
    assert source.startswith(
        "facts.yaml:4:76: warning: status: the source 'blog' is withdrawn; of the entries"
    )
    assert "on hold: 1, answered without it: 1;" in source
    assert entry == (
        "facts.yaml:20:16: warning: citations: 'rumour' is on hold: it rests only on 'blog', withdrawn; "
        "cite another source, or withdraw this entry"
    )
    assert result.stdout.splitlines()[-2:] == [
        "On hold for want of a live source: 1; the warnings name them",
        "0 errors, 2 warnings",
    ]


def test_without_a_database_the_longest_overdue_come_first(tmp_path: Path, database: str) -> None:
    lines = check(pack(tmp_path), "--stale", "--as-of", "2026-11-26")

    assert lines[0].startswith(
        "Past their review date, the longest overdue first, for the uses are not known ("
    )
    assert f"There is no database at {database.removeprefix('sqlite:///')} yet." in lines[0]
    assert lines[1:4] == [
        "facts.yaml:11: leader: review by 2026-07-31",
        "facts.yaml:16: rumour: review by 2026-07-31",
        "facts.yaml:6: venue: review by 2026-08-31",
    ]
    assert not (tmp_path / "bot.sqlite3").exists()


def test_with_a_database_the_most_used_come_first(tmp_path: Path, database: str) -> None:
    asyncio.run(count(database, "venue", "venue", "leader"))
    lines = check(pack(tmp_path), "--stale", "--as-of", "2026-11-26")

    assert lines[:4] == [
        "Past their review date, the most used first:",
        "facts.yaml:6: venue: review by 2026-08-31, answered 2 times",
        "facts.yaml:11: leader: review by 2026-07-31, answered 1 time",
        "facts.yaml:16: rumour: review by 2026-07-31, answered 0 times",
    ]


def test_what_is_on_hold_is_not_due(tmp_path: Path, database: str) -> None:
    lines = check(pack(tmp_path, "withdrawn"), "--stale", "--as-of", "2026-11-26")

    assert database
    assert not any("rumour: review" in line for line in lines)


def test_nothing_overdue_is_said_too(tmp_path: Path) -> None:
    lines = check(pack(tmp_path), "--stale", "--as-of", "2026-07-31")

    assert lines[0] == "No entry is past its review date."
    assert not any("Past their review date" in line for line in lines)


def test_a_plain_check_counts_what_is_overdue(tmp_path: Path) -> None:
    lines = check(pack(tmp_path), "--as-of", "2026-08-15")

    assert lines[-2:] == [
        "Past their review date: 2; bot check --stale lists them",
        "0 errors, 0 warnings",
    ]


def test_a_pack_that_can_not_be_loaded_has_no_review_dates(tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("facts: [{id: x}]", encoding="utf-8")
    result = CliRunner().invoke(cli.app, ["check", str(file), "--stale"])

    assert result.exit_code == 1
    assert result.stdout.startswith("Not loadable: ")


def test_an_answer_in_the_terminal_says_that_it_may_be_out_of_date_and_rests_on_little(
    tmp_path: Path,
) -> None:
    options = ["--as-of", "2026-11-26", "--knowledge", pack(tmp_path)]
    result = CliRunner().invoke(cli.app, ["ask", "Were the talks stormy?", *options])

    assert result.stdout.splitlines() == [
        "The talks were stormy.",
        "This may be out of date: it was to be reviewed by 31 July 2026.",
        "Rests on a source of low reliability only: A Blog, Gossip.",
        "Sources:",
        "- A Blog, Gossip, low reliability",
    ]
