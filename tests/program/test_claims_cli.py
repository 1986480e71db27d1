"""`bot claim` and `bot article` in the terminal: verdicts, sources, JSON and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from bot.commands.exits import PROBLEMS, USAGE

PACK = """
checked_text: {name: the letter, sources: [letter]}
sources:
  - {id: dawn, publisher: Dawn, title: Talks end, date: 2023-03-07, url: "https://example.org/dawn"}
  - {id: letter, publisher: A reader, title: A letter, note: It bears no date.}
facts:
  - id: venue
    answer: The talks took place in the old hall on 7 March 2023.
    note: The letter has another hall.
    asks: [Where were the talks held?, Which hall hosted the talks?, talks venue hall]
    citations: [dawn]
    conflicts: [{note: One paper has 8 March.}]
claims:
  - id: claim-hall
    claim: The talks took place in the new hall.
    verdict: contradicted
    differs: It was the old hall.
    note: As the letter has it.
    entries: [venue]
    citations: [letter]
"""
run = CliRunner().invoke


@pytest.fixture
def knowledge(tmp_path: Path) -> str:
    (tmp_path / "all.yaml").write_text(PACK, encoding="utf-8")
    return str(tmp_path)


def test_claim_prints_verdict_what_agrees_and_sources(
    knowledge: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sentence = "The talks took place in the old hall in March 2023."
    with capsys.disabled():
        found = run(cli.app, ["claim", sentence, "--knowledge", knowledge, "--json"])
    shown = json.loads(found.stdout)

    assert found.exit_code == 0
    assert (shown["verdict"], shown["entries"]) == ("supported", ["venue"])
    assert shown["citations"][0]["source"] == "dawn"


@pytest.mark.parametrize(
    "sentence",
    ["The talks took place in the old hall in March 2023.", "The talks are about fish.", "Peru won."],
)
def test_claim_ends_well_whatever_the_verdict(knowledge: str, sentence: str) -> None:
    assert run(cli.app, ["claim", sentence, "--knowledge", knowledge, "--as-of", "2024-01-01"]).exit_code == 0


def test_article_lists_the_claims(knowledge: str) -> None:
    assert run(cli.app, ["article", "--knowledge", knowledge]).exit_code == 0
    found = json.loads(run(cli.app, ["article", "--knowledge", knowledge, "--json"]).stdout)

    assert found["text"]["name"] == "the letter"
    assert [claim["verdict"] for claim in found["claims"]] == ["contradicted"]


def test_article_refuses_a_verdict_that_there_is_not(knowledge: str) -> None:
    found = run(cli.app, ["article", "--knowledge", knowledge, "--verdict", "odd"])

    assert found.exit_code == USAGE
    assert "There is no verdict 'odd'; the claims have these: contradicted." in found.output


def test_a_pack_without_claims_has_no_article(tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text(PACK.split("claims:", maxsplit=1)[0], encoding="utf-8")

    assert run(cli.app, ["article", "--knowledge", str(tmp_path)]).exit_code == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("checked_text: the letter", "must be a mapping"),
        ("checked_text: {name: the letter, sources: [lettre]}", "there is no source 'lettre'"),
        ("checked_text: {sources: [letter]}", "is missing"),
    ],
)
def test_a_checked_text_that_is_wrong_is_a_problem_of_the_pack(tmp_path: Path, wrong: str, said: str) -> None:
    text = PACK.replace("checked_text: {name: the letter, sources: [letter]}", wrong)
    (tmp_path / "all.yaml").write_text(text, encoding="utf-8")
    found = run(cli.app, ["check", str(tmp_path)])

    assert found.exit_code == PROBLEMS
    assert said in found.output
