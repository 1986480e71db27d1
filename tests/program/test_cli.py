"""The contract of the command line: its JSON, its exit codes, and one plain sentence for a mistake."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import app as composition
from bot import cli, terminal
from bot.answering.calibration import by_words
from bot.config import Settings
from bot.knowledge.problems import BotError, Problem

KNOWLEDGE = """
sources:
  - {id: dawn, publisher: Dawn, title: Talks end, date: 2023-03-07, url: "https://example.org/dawn"}
facts:
  - id: venue
    answer: The talks took place in Islamabad.
    asks: [Where were the talks held?, Which city hosted the talks?, talks venue city]
    citations: [{source: dawn, locator: page 1, quote: in Islamabad}]
  - id: length
    answer: The talks lasted two days.
    asks: [How long did the talks last?, For how many days did the talks go on?, talks length in days]
    citations: [dawn]
questions:
  - {question: Where did they hold the talks?, expect: venue, split: report}
  - {question: Who won the cup final?, expect: null, split: report}
  - {question: What did the caterer cost?, expect: null, split: tune}
  - {question: talks host city, expect: length, split: tune}
"""
KEYS = {
    "question",
    "status",
    "confidence",
    "answer",
    "entries",
    "disputed",
    "citations",
    "suggestions",
    "latency_ms",
}
run = CliRunner().invoke


@pytest.fixture
def knowledge(tmp_path: Path) -> str:
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "all.yaml").write_text(KNOWLEDGE, encoding="utf-8")
    return str(folder)


@pytest.fixture
def broken(knowledge: str) -> str:
    (Path(knowledge) / "more.yaml").write_text("facts: [{id: x, statment: y}]\n", encoding="utf-8")
    return knowledge


def ended(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> int | str | None:
    """Run the program as the shell does and return its exit code."""
    monkeypatch.setattr("sys.argv", ["bot", *arguments])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    return stop.value.code


def test_a_covered_question_is_answered_with_its_source(knowledge: str) -> None:
    result = run(cli.app, ["ask", "Where were the talks held?", "--knowledge", knowledge])

    assert result.exit_code == 0
    assert "The talks took place in Islamabad." in result.stdout
    assert "Dawn, Talks end, 7 March 2023, page 1, https://example.org/dawn “in Islamabad”" in result.stdout


def test_an_uncovered_question_is_not_answered(knowledge: str) -> None:
    result = run(cli.app, ["ask", "Who won the cup final?", "--knowledge", knowledge])

    assert result.stdout.startswith("Not in my sources")


def test_who_only_says_thanks_hears_nothing_of_sources(knowledge: str) -> None:
    result = run(cli.app, ["ask", "thanks, hello", "--knowledge", knowledge])

    assert result.stdout == "I see no question to look up.\n"


def test_explain_shows_what_was_considered(knowledge: str) -> None:
    result = run(
        cli.app,
        ["ask", "talks venue in 2019", "--knowledge", knowledge, "--explain", "--as-of", "2024-05-01"],
    )

    assert "Time: 2019" in result.stdout
    assert "it is about another time" in result.stdout
    assert "removed: another period" in result.stdout


def test_an_ambiguous_question_gets_choices(knowledge: str) -> None:
    result = run(cli.app, ["ask", "talks", "--knowledge", knowledge])

    assert "- Where were the talks held?" in result.stdout


def test_json_has_the_keys_of_the_contract(knowledge: str) -> None:
    result = run(cli.app, ["ask", "Where were the talks held?", "--json", "--knowledge", knowledge])

    found = json.loads(result.stdout)
    assert set(found) >= KEYS
    assert found["status"] == "answered"
    assert found["entries"] == ["venue"]
    assert found["citations"] == [
        {
            "source": "dawn",
            "title": "Talks end",
            "publisher": "Dawn",
            "date": "2023-03-07",
            "url": "https://example.org/dawn",
            "kind": "news",
            "reliability": "medium",
            "quote": "in Islamabad",
            "locator": "page 1",
        }
    ]


def test_a_batch_of_a_thousand_keeps_order_and_contract(knowledge: str, tmp_path: Path) -> None:
    questions = [f"Where were the talks held? {number}" if number % 3 else "" for number in range(1000)]
    batch = tmp_path / "questions.txt"
    batch.write_text("\n".join(questions) + "\n", encoding="utf-8")

    result = run(cli.app, ["ask", "--batch", str(batch), "--json", "--knowledge", knowledge])

    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["question"] for row in rows] == questions
    assert all(set(row) >= KEYS for row in rows)
    assert all(row["citations"] and row["answer"] for row in rows if row["status"] == "answered")
    assert all(row["answer"] is None for row in rows if row["status"] != "answered")


def test_a_batch_is_read_from_standard_input(knowledge: str) -> None:
    result = run(cli.app, ["ask", "--batch", "-", "--json", "--knowledge", knowledge], input="one\r\ntwo\n")

    assert [json.loads(line)["question"] for line in result.stdout.splitlines()] == ["one", "two"]


def test_a_batch_that_is_not_there_is_wrong_usage(knowledge: str) -> None:
    result = run(cli.app, ["ask", "--batch", "nowhere.txt", "--knowledge", knowledge])

    assert result.exit_code == 2
    assert result.stderr == "Can't read nowhere.txt: No such file or directory.\n"


@pytest.mark.parametrize("arguments", [["ask"], ["ask", "a question", "--batch", "-"]])
def test_one_question_or_a_batch_but_not_both(arguments: list[str]) -> None:
    result = run(cli.app, arguments)

    assert result.exit_code == 2
    assert result.stderr.startswith("Give one question in quotes")


def test_check_counts_what_is_sound(knowledge: str) -> None:
    result = run(cli.app, ["check", knowledge])

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "0 errors, 0 warnings"
    assert "2 facts, 1 source, 4 questions" in result.stdout


def test_without_a_folder_the_pack_of_the_settings_is_meant(
    knowledge: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KNOWLEDGE_DIR", knowledge)

    assert "2 facts" in run(cli.app, ["check"]).output
    assert "2 facts" in run(cli.app, ["check", "--knowledge", knowledge]).output
    assert "Islamabad" in run(cli.app, ["ask", "Where were the talks held?"]).output


def test_check_names_every_problem_and_ends_with_1(broken: str) -> None:
    result = run(cli.app, ["check", broken])

    assert result.exit_code == 1
    assert "more.yaml:1:17: error: statment" in result.stderr
    assert result.stdout.startswith("Not loadable: ")


def test_broken_knowledge_ends_with_1_and_its_problems(
    broken: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(["ask", "x", "--knowledge", broken], monkeypatch) == 1
    assert "more.yaml:1:17" in capsys.readouterr().err


def test_a_missing_folder_ends_with_one_plain_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = ended(["ask", "x", "--knowledge", "nowhere"], monkeypatch)

    assert code == 2
    assert capsys.readouterr().err.startswith("There is no knowledge at nowhere; set KNOWLEDGE_DIR or")


def test_a_folder_that_can_not_be_looked_at_ends_with_one_plain_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = ended(["check", "x" * 5_000], monkeypatch)

    assert code == 2
    assert "can't be looked at: File name too long." in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["check", ""], ["ask", "x", "--knowledge", " "], ["schema", "--output", ""]]
)
def test_an_empty_path_is_no_folder(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(words, monkeypatch) == 2


def test_a_port_that_is_none_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(["demo", "--port", "99999"], monkeypatch) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_ends_with_one_plain_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "bot", "schema"]
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE, text=True)  # noqa: S603

    assert done.returncode == 2
    assert done.stderr == "The system did not let the bot do that: No space left on device.\n"


def test_an_option_that_is_not_there_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(["ask", "--nonsense"], monkeypatch) == 2


def test_eval_measures_the_report_half(knowledge: str) -> None:
    result = run(cli.app, ["eval", "--knowledge", knowledge, "--json"])

    found = json.loads(result.stdout)
    assert found["split"] == "report"
    assert found["false_answers"]["total"] == 1
    assert found["answered_correctly"]["total"] == 1


def test_eval_lists_misses_of_the_tune_half_only(knowledge: str) -> None:
    result = run(cli.app, ["eval", "--knowledge", knowledge, "--split", "all", "--misses"])

    asked, unasked = f"{100 * by_words().asked:.0f} %", f"{100 * by_words().unasked:.0f} %"
    assert f"Answered from a confidence of {asked}, unasked from {unasked}" in result.stdout
    assert "answered correctly" in result.stdout
    assert "talks host city" in result.stdout


def test_eval_reads_questions_from_a_file(knowledge: str, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"question": "Where were the talks held?", "expect": "venue"}\n', encoding="utf-8")

    result = run(
        cli.app, ["eval", "--knowledge", knowledge, "--questions", str(rows), "--split", "all", "--json"]
    )

    assert json.loads(result.stdout)["answered_correctly"]["hits"] == 1


def test_eval_without_questions_says_so(tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text(KNOWLEDGE.split("questions:", maxsplit=1)[0], encoding="utf-8")

    result = run(cli.app, ["eval", "--knowledge", str(tmp_path)])

    assert result.exit_code == 2
    assert result.stderr == "There are no questions of the report half to judge by.\n"


def test_chat_answers_until_an_empty_line(knowledge: str) -> None:
    result = run(
        cli.app, ["chat", "--knowledge", knowledge], input="Where were the talks held?\n\nnever read\n"
    )

    assert "The talks took place in Islamabad." in result.stdout
    assert "never read" not in result.stdout


def test_chat_takes_a_short_question_for_one_about_the_last_answer(knowledge: str) -> None:
    talk = "Where were the talks held?\nWhat is the capital of Peru?\nwho said that?\nsource?\n"
    result = run(cli.app, ["chat", "--knowledge", knowledge], input=talk)

    assert result.stdout.count("The talks took place in Islamabad.") == 3
    assert "Reported by " in result.stdout


def test_chat_ends_with_its_input(knowledge: str) -> None:
    assert run(cli.app, ["chat", "--knowledge", knowledge], input="").exit_code == 0


@pytest.mark.parametrize("command", ["run", "demo"])
def test_run_and_demo_pass_on_the_port_the_browser_and_the_exit_code(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[tuple[int, bool]] = []

    def start(settings: Settings, *, browser: bool) -> int:
        called.append((settings.local_port, browser))
        return 0

    monkeypatch.setattr(composition, command, start)

    result = run(cli.app, [command, "--no-browser", "--port", "9123"])

    assert (result.exit_code, called) == (0, [(9123, False)])


def test_a_failure_with_a_plain_sentence_ends_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def start(settings: Settings, *, browser: bool) -> int:
        sentence = f"Port {settings.local_port} is taken ({browser})."
        raise BotError(sentence)

    monkeypatch.setattr(composition, "run", start)

    assert ended(["run", "--port", "9123"], monkeypatch) == 2
    assert capsys.readouterr().err == "Port 9123 is taken (True).\n"


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "app", fail)

    assert ended([], monkeypatch) == 0


def test_a_closed_pipe_shows_no_traceback(knowledge: str, tmp_path: Path) -> None:
    batch = tmp_path / "many.txt"
    batch.write_text("Where were the talks held?\n" * 2000, encoding="utf-8")
    command = [sys.executable, "-m", "bot", "ask", "--json", "--batch", str(batch), "--knowledge", knowledge]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:  # noqa: S603
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == ""
        program.wait(timeout=30)


def piped(arguments: list[str], given: bytes = b"") -> tuple[int, str, str]:
    """Run the program between pipes that carry ASCII only; return its exit code and what it printed."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii:strict"},
        timeout=30,
    )
    return done.returncode, done.stdout.decode("ascii"), done.stderr.decode("ascii")


def test_bad_bytes_in_a_batch_cost_no_line_its_answer(knowledge: str) -> None:
    given = b"\xef\xbb\xbfWhere were the talks held?\n\xff\xfe\x00\n\n\xe2\x80\x9cquoted\xe2\x80\x9d\n"
    code, printed, errors = piped(["ask", "--batch", "-", "--json", "--knowledge", knowledge], given)

    rows = [json.loads(line) for line in printed.splitlines()]
    assert (code, errors) == (0, "")
    assert rows[0]["status"] == "answered"
    assert [row["question"] for row in rows] == [
        "Where were the talks held?",
        "\N{REPLACEMENT CHARACTER}" * 2 + "\0",
        "",
        "\u201cquoted\u201d",
    ]


def test_a_terminal_without_some_characters_still_gets_the_answer(knowledge: str) -> None:
    code, printed, errors = piped(["ask", "Where were the talks held?", "--knowledge", knowledge])

    assert (code, errors) == (0, "")
    assert "Dawn, Talks end, 7 March 2023, page 1, https://example.org/dawn ?in Islamabad?" in printed


def test_markup_is_plain_text_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    terminal.problems([Problem("a.yaml", 1, 1, "statement", "[red]not markup[/red] :warning:")])

    assert "[red]not markup[/red] :warning:" in capsys.readouterr().err


STOLEN = """
sources: [{id: s, publisher: Club, title: Rules}]
facts:
  - {id: hall, answer: At nine., asks: [When is the closing time of the hall?, hall hours, day end],
     citations: [s]}
  - {id: gate, answer: At ten., asks: [So when is the closing time of that hall?, gate bolt, who locks],
     citations: [s]}
"""


def test_check_counts_stolen_questions_when_it_is_asked_to(tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text(STOLEN, encoding="utf-8")

    plain, thorough = (run(cli.app, ["check", *more, str(tmp_path)]) for more in ([], ["--asks"]))

    assert plain.stdout.splitlines()[-1] == "0 errors, 0 warnings"
    assert thorough.stdout.splitlines()[-1] == "0 errors, 1 warning"
    assert thorough.stderr.startswith("all.yaml:4:")
    assert "that question goes to 'gate'" in thorough.stderr
    assert (plain.exit_code, thorough.exit_code) == (0, 0)


def test_check_looks_for_stolen_questions_only_in_a_pack_without_errors(broken: str) -> None:
    assert run(cli.app, ["check", "--asks", broken]).stdout == run(cli.app, ["check", broken]).stdout


def test_check_imports_nothing_that_only_answering_needs(knowledge: str) -> None:
    command = """if True:
        import sys
        from bot.cli import app
        try:
            app(["check", sys.argv[1]])
        except SystemExit:
            print({"numpy", "asyncio", "discord", "sqlalchemy"} & {*sys.modules})
    """
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", command, knowledge], capture_output=True, check=True, text=True, timeout=30
    )

    assert done.stdout.splitlines()[-1] == "set()"


def test_schema_prints_the_schema_of_a_pack() -> None:
    result = run(cli.app, ["schema"])

    assert result.exit_code == 0
    assert {"title", "metrics", "facts"} <= json.loads(result.stdout)["properties"].keys()


def test_schema_writes_one_file_for_each_kind_of_file(tmp_path: Path) -> None:
    result = run(cli.app, ["schema", "--output", str(tmp_path / "new" / "schema")])

    assert result.stdout.startswith("Wrote 9 schemas to ")
    assert len(list((tmp_path / "new" / "schema").glob("*.schema.json"))) == 9


def test_a_schema_that_can_t_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    result = run(cli.app, ["schema", "--output", str(tmp_path / "file")])

    assert result.exit_code == 2
    assert result.stderr.startswith("Can't write to ")
