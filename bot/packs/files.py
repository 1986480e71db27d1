"""Finding a pack's files on disk and reading them, never outside its folder."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.knowledge.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 5_000_000
MAX_FILES = 500
MAX_FOLDERS_DEEP = 4
SUFFIXES = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack; ``name`` is its path inside the pack, with ``/``."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """The YAML files of a pack, in order of name, and what was wrong with looking."""

    files: tuple[PackFile, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_files(path: Path) -> Found:
    """Find the YAML files of a folder, or the one file that ``path`` is."""
    try:
        if path.is_file():
            return Found((PackFile(path, _name(path, path.parent)),))
        if path.is_dir():
            return _in_folder(path)
    except OSError as error:
        message = f"it can't be looked through: {error.strerror}"
        return _nothing(path, message, "check the path and who may read it")
    return _nothing(path, "there is no such folder or file", "check the path")


def _in_folder(path: Path) -> Found:
    """Find the YAML files of a folder."""
    files: list[PackFile] = []
    problems: list[Problem] = []
    for found in _walk(path, path, 1):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            files.append(found)
        if len(files) > MAX_FILES:
            return _nothing(path, f"it holds more than {MAX_FILES} YAML files", "merge some")
    if not files and not problems:
        return _nothing(path, "there is no YAML file in this folder", "add facts.yaml")
    return Found(tuple(sorted(files, key=lambda file: file.name)), tuple(problems))


def read_text(file: PackFile) -> tuple[str, Problem | None]:
    """Return a file's text, or what keeps it from being read; both where only part is legible."""
    content, problem = read_content(file)
    return ("", problem) if problem is not None else decoded(file, content)


def read_content(file: PackFile) -> tuple[bytes, Problem | None]:
    """Return what a file holds, or what keeps it from being read."""
    try:
        status = file.path.stat()
        if not stat.S_ISREG(status.st_mode):
            return b"", _problem(file.name, "this is no ordinary file", "replace it by a file")
        if status.st_size > MAX_BYTES:
            message = f"the file is larger than {MAX_BYTES // 1_000_000} MB"
            return b"", _problem(file.name, message, "split it into several files")
        return file.path.read_bytes(), None
    except OSError as error:
        message = f"the file can't be read: {error.strerror}"
        return b"", _problem(file.name, message, "check that it exists and who may read it")


def decoded(file: PackFile, content: bytes) -> tuple[str, Problem | None]:
    """Return a file's content as text; where it is no UTF-8 also the problem and its place."""
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        problem = Problem(file.name, line, column, "", "the file is not UTF-8 text", "save it as UTF-8")
        return content.decode("latin-1"), problem


def _walk(folder: Path, root: Path, depth: int) -> Iterator[PackFile | Problem]:
    """Go through a folder in order, without hidden files and without following links out."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _into(path, root, depth)
        elif path.suffix.lower() in SUFFIXES:
            yield _file(path, root)


def _into(path: Path, root: Path, depth: int) -> Iterator[PackFile | Problem]:
    """Go into a folder, unless it is a link or too deep."""
    if path.is_symlink():
        yield _problem(_name(path, root), "is a link to a folder", "put the folder itself here")
    elif depth >= MAX_FOLDERS_DEEP:
        yield _problem(_name(path, root), "folders nest too deep", "move the files up")
    else:
        yield from _walk(path, root, depth + 1)


def _file(path: Path, root: Path) -> PackFile | Problem:
    """Accept a file that lies inside the pack, also by a link."""
    if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root.resolve()):
        return _problem(_name(path, root), "is a link out of the pack", "put the file itself here")
    return PackFile(path, _name(path, root))


def _name(path: Path, root: Path) -> str:
    """Name a file as messages do; a name that is no Unicode stays printable."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace")


def _nothing(path: Path, message: str, mend: str) -> Found:
    name = os.fsencode(path).decode("utf-8", "replace")
    return Found(problems=(Problem(name, 0, 0, "", message, mend),))


def _problem(name: str, message: str, mend: str) -> Problem:
    return Problem(name, 0, 0, "", message, mend)
