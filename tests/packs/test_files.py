"""Files that can't be read, each one problem of its own, and nothing outside the pack."""

from __future__ import annotations

import os
from pathlib import Path

from bot.packs import read_pack
from tests.packs.shelves import GOOD, changed, said, write


def only(folder: Path) -> str:
    """Return the one thing that is said of a pack."""
    (problem,) = read_pack(folder).problems
    return str(problem)


def test_a_missing_folder_is_one_plain_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"

    assert only(folder) == f"{folder}: error: there is no such folder or file; check the path"


def test_a_path_that_no_system_takes_is_one_problem() -> None:
    assert "it can't be looked through: File name too long" in only(Path("x" * 5000))


def test_a_folder_without_yaml_is_one_problem(tmp_path: Path) -> None:
    assert "there is no YAML file in this folder" in only(tmp_path)


def test_a_pack_without_entries_is_a_problem(tmp_path: Path) -> None:
    assert (
        only(write(tmp_path, {"facts.yaml": "[]"})) == "facts.yaml: error: the pack has no entry; add a fact"
    )


def test_a_file_of_50_mb_is_refused_by_its_size(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(50_000_000)

    assert only(tmp_path) == "huge.yaml: error: the file is larger than 5 MB; split it into several files"


def test_a_file_that_is_not_utf_8_is_one_problem_with_its_place(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    text = GOOD["sources.yaml"].replace("Dawn", "D\xe4wn", 1)
    (tmp_path / "sources.yaml").write_bytes(text.encode("latin-1"))

    assert only(tmp_path) == "sources.yaml:2:15: error: the file is not UTF-8 text; save it as UTF-8"


def test_something_that_is_no_ordinary_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(write(tmp_path, GOOD) / "pipe.yaml")

    assert only(tmp_path) == "pipe.yaml: error: this is no ordinary file; replace it by a file"


def test_a_link_out_of_the_pack_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"secret.yaml": "facts: []"})
    pack = write(tmp_path / "pack", GOOD)
    (pack / "facts/secret.yaml").symlink_to(tmp_path / "secret.yaml")

    assert only(pack) == "facts/secret.yaml: error: is a link out of the pack; put the file itself here"


def test_a_link_within_the_pack_is_read(tmp_path: Path) -> None:
    pack = write(tmp_path, {name: text for name, text in GOOD.items() if name != "quotes.yaml"})
    write(pack / ".data", {"quotes.yaml": GOOD["quotes.yaml"]})
    (pack / "quotes.yaml").symlink_to(pack / ".data/quotes.yaml")

    reading = read_pack(pack)

    assert reading.pack is not None
    assert "price-threats" in reading.pack.entries


def test_a_link_to_itself_or_to_nothing_is_one_problem(tmp_path: Path) -> None:
    pack = write(tmp_path, GOOD)
    (pack / "loop.yaml").symlink_to(pack / "loop.yaml")
    (pack / "none.yaml").symlink_to(pack / "gone.yaml")

    assert [str(problem).split(";")[0] for problem in read_pack(pack).problems] == [
        "loop.yaml: error: the file can't be read: Too many levels of symbolic links",
        "none.yaml: error: the file can't be read: No such file or directory",
    ]


def test_a_linked_folder_is_not_entered(tmp_path: Path) -> None:
    pack = write(tmp_path / "pack", GOOD)
    (pack / "more").symlink_to(tmp_path)

    assert only(pack) == "more: error: is a link to a folder; put the folder itself here"


def test_folders_that_nest_too_deep_are_not_entered(tmp_path: Path) -> None:
    write(tmp_path, {"facts/a/b/c/d.yaml": "["})

    assert "facts/a/b/c: error: folders nest too deep; move the files up" in said(tmp_path)


def test_too_many_files_are_one_problem(tmp_path: Path) -> None:
    write(tmp_path, {f"facts/{number}.yaml": "" for number in range(501)})

    assert "it holds more than 500 YAML files" in only(tmp_path)


def test_a_file_name_that_is_no_unicode_is_still_printable(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(write(tmp_path, GOOD)) + b"/\xff.yaml"))).write_text("")

    assert only(tmp_path).startswith("\N{REPLACEMENT CHARACTER}.yaml: error: the file is empty")


def test_an_empty_file_is_a_problem_with_a_mend(tmp_path: Path) -> None:
    changes = {"a.yaml": "", "b.yaml": "# only a comment\n", "c.yaml": "---\n", "d.yaml": "~"}

    assert said(tmp_path, changes) == [
        f"{name}.yaml: error: the file is empty; add entries to it, or delete it" for name in "abcd"
    ]


def test_one_broken_file_does_not_hide_the_problem_of_another(tmp_path: Path) -> None:
    broken = {"sources.yaml": GOOD["sources.yaml"] + '- id: "open\n'}
    wrong = changed("quotes.yaml", "date: 2023-02-15", "date: soon")

    assert [line.split(":", 1)[0] for line in said(tmp_path, broken | wrong)] == [
        "quotes.yaml",
        "sources.yaml",
    ]


def test_ids_of_a_broken_file_are_not_reported_as_unknown(tmp_path: Path) -> None:
    broken = {"sources.yaml": "[" + GOOD["sources.yaml"]}
    also = changed("events.yaml", "dawn-20230307", "dawn-20230308")

    problems = said(tmp_path, broken | also)

    assert [line.split(":", 1)[0] for line in problems] == ["events.yaml", "sources.yaml"]
    assert "there is no source 'dawn-20230308'" in problems[0]
