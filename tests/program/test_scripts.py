"""The scripts of bench/ and docs/: a plain mistake ends in one sentence, before any work is done."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentTypeError
from importlib import import_module
from pathlib import Path

import pytest

from bot.commands.scripts import CommandLine, file_at, folder_at, need, pack_at, positive, whole
from bot.knowledge.problems import BotError

ROOT = Path(__file__).parents[2]
MISTAKES = {
    "bench/bare_client.py nowhere": "nowhere",
    "bench/calibrate.py --knowledge gone/pack": "gone/pack",
    "bench/check_claims.py --split third": "third",
    "bench/latency.py 100 many": "many",
    "bench/load.py --rounds 0": "'0'",
    "bench/outage.py soon": "soon",
    "bench/quality.py --data gone/sets": "gone/sets",
    "bench/robustness.py --seeds -1": "-1",
    "docs/make_coverage.py --nothing": "--nothing",
    "docs/make_dossier_index.py gone/dossier.yaml": "gone/dossier.yaml",
    "docs/make_gallery.py no-such-picture": "no-such-picture",
}
"""What is typed, with the part of it that the sentence names."""


@pytest.mark.parametrize("typed", MISTAKES)
def test_a_script_told_something_wrong_names_it_in_one_sentence(typed: str) -> None:
    done = subprocess.run(  # noqa: S603  # a script of this project
        [sys.executable, *typed.split()],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert MISTAKES[typed] in done.stderr
    assert done.stderr.count("\n") == 1


def test_every_script_is_told_something_wrong_above() -> None:
    files = (*ROOT.glob("bench/*.py"), *ROOT.glob("docs/*.py"))
    scripts = {str(path.relative_to(ROOT)) for path in files if "__main__" in path.read_text("utf-8")}

    assert scripts == {typed.split()[0] for typed in MISTAKES}


@pytest.fixture
def asked_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a pack without questions, and let the modules of bench/ be imported."""
    monkeypatch.setattr(sys, "path", [str(ROOT / "bench"), *sys.path])
    (tmp_path / "pack.yaml").write_text(
        "sources:\n  - {id: book, publisher: Nobody, title: Made up}\n"
        "facts:\n  - {id: venue, statement: It was in Oslo., asks: [Where was it?], citations: [book]}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_pack_without_questions_is_no_success_of_the_comparison(asked_nothing: Path) -> None:
    with pytest.raises(BotError, match="has nothing to compare"):
        import_module("own_questions").with_questions(asked_nothing)


def test_a_pack_without_questions_is_no_success_of_the_changes(asked_nothing: Path) -> None:
    with pytest.raises(BotError, match="has no report questions to ask"):
        import_module("robustness").Bench(asked_nothing, "report", show=False)


def test_public_sets_that_are_missing_empty_or_broken_are_told(asked_nothing: Path) -> None:
    read = import_module("shots").read
    with pytest.raises(BotError, match=r"has no clinc150\.json\. It is made of public data sets"):
        read(asked_nothing, "clinc150.json")
    for text in ("{", '{"train": [], "val": [], "val_oos": [], "test": [], "oos": {}}'):
        (asked_nothing / "clinc150.json").write_text(text, encoding="utf-8")
        with pytest.raises(BotError, match=r"clinc150\.json is no such set \(.*\); make it anew"):
            read(asked_nothing, "clinc150.json")


def test_an_option_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        CommandLine("Measures.").parse_args(["--fast"])

    assert stop.value.code == 2
    assert "unrecognized arguments: --fast; --help tells" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["0", "-3", "2.5", "many", ""])
def test_only_whole_numbers_above_0_are_counts(typed: str) -> None:
    assert whole("12") == 12
    with pytest.raises(ArgumentTypeError, match="give a whole number of at least 1, not"):
        whole(typed)


@pytest.mark.parametrize("typed", ["0", "-0.5", "nan", "inf", "soon"])
def test_only_numbers_above_0_are_times_and_rates(typed: str) -> None:
    assert positive("0.5") == 0.5
    with pytest.raises(ArgumentTypeError, match="give a number above 0, not"):
        positive(typed)


def test_what_holds_no_yaml_is_no_pack(tmp_path: Path) -> None:
    for typed in ("", str(tmp_path), str(tmp_path / "gone")):
        with pytest.raises(ArgumentTypeError):
            pack_at(typed)
    (tmp_path / "facts.yaml").touch()

    assert pack_at(str(tmp_path)) == tmp_path


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    path = tmp_path / "set.json"
    path.touch()

    assert (folder_at(str(tmp_path)), file_at(str(path))) == (tmp_path, path)
    for read, typed in ((folder_at, path), (file_at, tmp_path), (folder_at, ""), (file_at, "")):
        with pytest.raises(ArgumentTypeError, match="check the path"):
            read(str(typed))


def test_what_is_not_installed_is_named_with_the_way_to_get_it() -> None:
    need("numpy", "numpy")
    with pytest.raises(BotError, match=r"needs no-such-thing, .* run: .*/pip install -e '\.\[bench\]'"):
        need("no_such_thing", "no-such-thing")
