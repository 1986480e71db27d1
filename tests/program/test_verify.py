"""Any community proves its own quotations and numbers: texts in a folder, one command, a file to commit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot import cli
from bot.knowledge.problems import BotError, KnowledgeError

PACK = """\
title: Chess club
metrics:
  members:
    unit: members
    words: [members]
    sentence: "{who} counted {value} members {when}."
    question: "How many members did {who} count {when}?"
sources:
  - {id: report, publisher: Chess club, title: Annual report 2024}
  - {id: gazette, publisher: Town gazette, title: The club grows}
  - {id: leaflet, publisher: Chess club, title: Leaflet}
entities:
  - {id: club, name: Chess club}
  - {id: ann-lee, name: Ann Lee}
figures:
  - {id: members-2024, metric: members, value: 48, unit: members, period: 2024, counted_by: club,
     citations: [report]}
quotes:
  - id: lee-growth
    words: We have never been so many.
    speaker: ann-lee
    asks: [What did Ann Lee say on the size of the club?, Ann Lee on growth, ann lee quote size]
    citations: [leaflet, gazette, report]
  - id: lee-hope
    words: I hope [we] grow.
    speaker: ann-lee
    asks: [What does Ann Lee hope for?, Which hope has Ann Lee?, ann lee hope for growth]
    citations: [gazette]
"""
GAZETTE = "“We  have never been so many,” said Ann Lee, 48. “I hope members come. We grow.”\n"
REPORT = "In 2024 the club had forty-eight members.\n"
UNCHECKED = "Words not yet checked against the source text."


@pytest.fixture
def club(tmp_path: Path) -> Path:
    folder = tmp_path / "club"
    folder.mkdir()
    (folder / "club.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "texts").mkdir()
    return folder


def run(command: str, club: Path, *more: str) -> Result:
    """Run a command on the club's pack."""
    return CliRunner().invoke(cli.app, [command, *more, "--knowledge", str(club)])


def verify(club: Path, **texts: str) -> Result:
    """Put texts into their folder and run the command."""
    for source, text in texts.items():
        (club.parent / "texts" / f"{source}.txt").write_text(text, encoding="utf-8")
    return run("verify", club, "--sources", str(club.parent / "texts"))


def edit(club: Path, old: str, new: str) -> None:
    """Replace a passage of the pack."""
    path = club / "club.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def checking(club: Path, question: str) -> list[dict[str, str | None]]:
    """Return what the JSON of an answer says of its checking."""
    return json.loads(run("ask", club, question, "--json").stdout)["checked"]


def test_everything_unproved_is_counted_and_listed(club: Path) -> None:
    checked, listed = run("check", club), run("verify", club)

    assert checked.stdout.splitlines()[1:] == [
        "Found in the text of a source: 0 of 1 figures, 0 of 2 quotations; bot verify lists them",
        "0 errors, 0 warnings",
    ]
    assert (listed.exit_code, listed.stdout.splitlines()) == (
        0,
        [
            "Not proved yet, for want of a text (3):",
            "- members-2024 (figure): no text of report",
            "- lee-growth (quotation): no text of leaflet, gazette, report",
            "- lee-hope (quotation): no text of gazette",
            "0 proved, 3 not",
        ],
    )
    assert [path.name for path in club.iterdir()] == ["club.yaml"]


def test_texts_prove_words_and_numbers_and_answers_say_so(club: Path) -> None:
    question = "What did Ann Lee say on the size of the club?"
    assert UNCHECKED in run("ask", club, question).stdout
    assert checking(club, question) == [
        {"entry": "lee-growth", "part": "words", "source": None, "date": None}
    ]

    verified = verify(club, gazette=GAZETTE, report=REPORT)

    assert verified.exit_code == 0
    lines = verified.stdout.splitlines()
    assert lines[0] == "Found in the text of a source (2):"
    assert lines[2].startswith("- lee-growth (quotation): gazette on ")
    assert lines[2].endswith("; report: not in the text")
    assert lines[3:] == [
        "Not found in the texts there are (1):",
        "- lee-hope (quotation): gazette: an edited quotation (… or [ ]) is not proved word for word",
        "2 proved, 1 not",
    ]
    assert "1 of 1 figures, 1 of 2 quotations" in run("check", club).stdout
    assert "\nWords checked against Town gazette on " in run("ask", club, question).stdout
    (found,) = checking(club, question)
    assert (found["source"], found["part"]) == ("gazette", "words")
    (number,) = checking(club, "How many members did the chess club count in 2024?")
    assert (number["entry"], number["source"], number["part"]) == ("members-2024", "report", "number")


def test_a_changed_quotation_stops_the_check_until_it_is_proved_anew(club: Path) -> None:
    verify(club, gazette=GAZETTE)
    edit(club, "never been so many", "never been so few")

    checked = run("check", club)
    assert checked.exit_code == 1
    assert "club.yaml:20:12: error: words: the words changed since found in 'gazette' on " in checked.stderr
    assert "run bot verify --sources DIR with gazette.txt in DIR, or restore the words" in checked.stderr

    for verified in (run("verify", club), verify(club)):
        assert verified.exit_code == 1
        assert "Changed since it was proved (1):\n- lee-growth (quotation)" in verified.stdout
    assert run("check", club).exit_code == 1

    assert verify(club, gazette="We have never been so few.").exit_code == 0
    assert run("check", club).exit_code == 0


def test_with_fewer_texts_earlier_proofs_stay_and_the_file_as_it_is(club: Path) -> None:
    verify(club, gazette=GAZETTE, report=REPORT)
    before = (club / "proofs.yaml").read_bytes()
    (club.parent / "texts" / "gazette.txt").unlink()

    verified = verify(club)

    assert (verified.exit_code, verified.stdout.splitlines()[-1]) == (0, "2 proved, 1 not")
    assert (club / "proofs.yaml").read_bytes() == before


def test_a_proof_that_the_text_no_longer_bears_out_is_told_and_lost(club: Path) -> None:
    verify(club, gazette=GAZETTE)
    verified = verify(club, gazette="An empty page.")

    assert verified.exit_code == 1
    assert "- lee-growth (quotation): gazette: not in the text any more" in verified.stdout
    assert "0 of 2 quotations" in run("check", club).stdout


def test_what_is_withdrawn_is_neither_counted_nor_listed(club: Path) -> None:
    edit(club, "words: I hope", "status: withdrawn\n    words: I hope")

    assert "0 of 1 quotations" in run("check", club).stdout
    assert "lee-hope" not in run("verify", club).stdout


def test_the_list_comes_as_json_too(club: Path) -> None:
    verify(club, gazette=GAZETTE)
    rows = json.loads(run("verify", club, "--json").stdout)

    assert [(row["entry"], row["part"], row["state"]) for row in rows] == [
        ("members-2024", "number", "no text"),
        ("lee-growth", "words", "proved"),
        ("lee-hope", "words", "no text"),
    ]
    assert rows[0]["no_text"] == ["report"]
    assert rows[1]["proofs"][0]["source"] == "gazette"


def test_a_text_that_cannot_be_read_is_told_while_the_others_prove(club: Path) -> None:
    (club.parent / "texts" / "report.txt").write_bytes(b"\xff")
    verified = verify(club, gazette=GAZETTE)

    assert verified.exit_code == 1
    assert "report.txt:1:1: error: the file is not UTF-8 text; save it as UTF-8" in verified.stderr
    assert verified.stdout.splitlines()[-1] == "1 proved, 2 not"


def test_a_folder_without_texts_says_what_to_put_there(club: Path) -> None:
    with pytest.raises(
        BotError, match=r"holds no text. Put the text of each source there, as in report\.txt\."
    ):
        raise verify(club).exception or AssertionError


def test_a_pack_that_is_one_file_needs_a_folder(club: Path) -> None:
    texts = club.parent / "texts"
    (texts / "gazette.txt").write_text(GAZETTE, encoding="utf-8")

    with pytest.raises(BotError, match="is one file, and proofs are kept beside it"):
        raise run("verify", club / "club.yaml", "--sources", str(texts)).exception or AssertionError


def test_a_pack_with_errors_is_not_verified(club: Path) -> None:
    edit(club, "speaker: ann-lee", "speaker: nobody")

    with pytest.raises(KnowledgeError):
        raise run("verify", club).exception or AssertionError


def test_a_pack_with_nothing_to_prove_says_nothing_of_it(club: Path) -> None:
    (club / "club.yaml").write_text(PACK[: PACK.index("figures:")], encoding="utf-8")

    assert "Found in" not in run("check", club).stdout
    assert run("verify", club).stdout == "0 proved, 0 not\n"
