"""The texts of a pack's sources on disk, one file a source, and the file of proofs written back."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.knowledge.naming import nearest
from bot.knowledge.problems import BotError, Problem
from bot.knowledge.proving import SourceText
from bot.packs.files import MAX_BYTES, PackFile, decoded, read_content
from bot.packs.proofs import PROOFS_FILE, proofs_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from bot.knowledge.proof import Proof

SUFFIX: Final = ".txt"
MAX_TOTAL: Final = 100_000_000
"""Bytes of all texts of one run."""
MOST_STRAYS: Final = 20
"""How many files that belong to no source are named."""
_MENDS: Final = {
    f"the file is larger than {MAX_BYTES // 1_000_000} MB": "keep only the part that the pack cites",
}


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of some sources, keyed by source id, and what was wrong with reading them."""

    found: dict[str, SourceText]
    problems: tuple[Problem, ...] = ()


def read_texts(folder: Path, sources: Collection[str]) -> Texts:
    """Read ``<source-id>.txt`` for each source that has one in a folder, and nothing outside it.

    Raises ``BotError`` where the folder can't be looked through.
    """
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix.lower() == SUFFIX)
        root = Path(os.path.realpath(folder))
    except OSError as error:
        message = f"Can't look through {folder}: {error.strerror}."
        raise BotError(message) from error
    found: dict[str, SourceText] = {}
    problems = list(_strays(names, sources))
    room = MAX_TOTAL
    for name in sorted({f"{source}{SUFFIX}" for source in sources}.intersection(names)):
        content, problem = _content(folder / name, root, room)
        room -= len(content)
        text, problem = ("", problem) if problem else decoded(PackFile(folder / name, name), content)
        if problem is None:
            found[name.removesuffix(SUFFIX)] = SourceText(text, hashlib.sha256(content).hexdigest())
        else:
            problems.append(problem)
    return Texts(found, tuple(problems))


def write_proofs(folder: Path, proofs: Iterable[Proof]) -> bool:
    """Write the file of proofs in one step, and return whether that changed anything.

    Without a proof none is made.

    Raises ``BotError`` where it can't be written.
    """
    path, new = folder / PROOFS_FILE, folder / f".{PROOFS_FILE}.new"
    every = tuple(proofs)
    content = proofs_text(every).encode()
    try:
        if path.read_bytes() == content if path.exists() else not every:
            return False
        new.unlink(missing_ok=True)
        with new.open("xb") as file:
            file.write(content)
        new.replace(path)
    except OSError as error:
        message = f"Can't write {path}: {error.strerror}."
        raise BotError(message) from error
    return True


def _content(path: Path, root: Path, room: int) -> tuple[bytes, Problem | None]:
    """Read one file of at most ``room`` bytes, or say what keeps it from being read."""
    if not Path(os.path.realpath(path)).is_relative_to(root):
        return b"", Problem(path.name, 0, 0, "", "is a link out of the folder", "put the file itself here")
    content, problem = read_content(PackFile(path, path.name))
    if problem is not None:
        return b"", replace(problem, mend=_MENDS.get(problem.message, problem.mend))
    if len(content) > room:
        message = f"the texts are larger than {MAX_TOTAL // 1_000_000} MB together"
        return b"", Problem(path.name, 0, 0, "", message, "verify them in several runs: proofs add up")
    return content, None


def _strays(names: Iterable[str], sources: Collection[str]) -> Iterable[Problem]:
    """Yield the files that belong to no source."""
    strays = [name for name in names if name[: -len(SUFFIX)] not in sources or not name.endswith(SUFFIX)]
    for name in strays[:MOST_STRAYS]:
        close = nearest(name[: -len(SUFFIX)], sources)
        mend = f"did you mean {close}{SUFFIX}?" if close else "name each file by a source's id"
        shown = os.fsencode(name).decode("utf-8", "replace")
        yield Problem(shown, 0, 0, "", "belongs to no source of the pack", mend, "warning")
