"""Reading one pack: every file, every problem, and the pack itself only if there is no error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.knowledge.checks import check
from bot.knowledge.model import Pack
from bot.knowledge.problems import KnowledgeError, Problem
from bot.packs.collecting import Draft, section_of
from bot.packs.files import find_files, read_text
from bot.packs.proofs import PROOFS_FILE
from bot.packs.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from bot.knowledge.findings import Finding
    from bot.knowledge.proof import Proof
    from bot.packs.files import PackFile


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a pack gave. ``pack`` is ``None`` if there is any error; warnings don't count."""

    pack: Pack | None
    problems: tuple[Problem, ...] = ()


def read_pack(
    path: Path,
    *,
    questions: bool = True,
    proofs: bool = True,
    further: Callable[[Pack], Iterable[Finding]] | None = None,
) -> Reading:
    """Read the pack in a folder, or in one file, and find all its problems at once.

    The files of questions only measure answers; without ``questions`` they are left unread. Without
    ``proofs`` what was proved before is left unread too, as it must be to prove it anew. A ``further``
    check looks at a pack that has no error so far; what it finds gets its place too.
    """
    found = find_files(path)
    if not found.files:
        return Reading(None, found.problems)
    resolved = path.resolve()
    files = {file.name: file for file in found.files}
    others = [name for name in files if name != PROOFS_FILE] or list(files)
    whole = others[0] if len(others) == 1 else None
    name = resolved.stem if path.is_file() else resolved.name
    draft = Draft(name, lambda file: read_tree(read_text(files[file])[0]).root, whole)
    draft.problems.extend(found.problems)
    unread = {section for section, wanted in (("questions", questions), ("proofs", proofs)) if not wanted}
    for file in found.files:
        if section_of(file.name) not in unread:
            _read_file(file, draft)
    pack = draft.pack()
    located = (draft.locate(finding) for finding in check(pack, frozenset(draft.elsewhere)))
    problems = [*draft.problems, *(problem for problem in located if problem is not None)]
    if not pack.entries and not problems:
        problems.append(Problem(found.files[0].name, 0, 0, "", "the pack has no entry", "add a fact"))
    if further is not None and not _failed(problems):
        located = (draft.locate(finding) for finding in further(pack))
        problems += [problem for problem in located if problem is not None]
    return Reading(None if _failed(problems) else pack, tuple(sorted(problems)))


def load_pack(path: Path, *, questions: bool = True, proofs: bool = True) -> Pack:
    """Return the pack, or raise ``KnowledgeError`` with everything that is wrong with it."""
    reading = read_pack(path, questions=questions, proofs=proofs)
    if reading.pack is None:
        raise KnowledgeError(reading.problems)
    return reading.pack


def load_proofs(folder: Path) -> tuple[Proof, ...]:
    """Return the proofs of the pack in a folder, whether or not they still hold.

    Raises ``KnowledgeError`` where their file can't be read, or holds anything else.
    """
    draft = Draft("")
    files = [file for file in find_files(folder).files if file.name == PROOFS_FILE]
    for file in files:
        _read_file(file, draft)
    pack = draft.pack()
    if pack.entries or pack.sources or pack.questions:
        mend = "move them to another file: this one is written by bot verify"
        draft.problems = [Problem(PROOFS_FILE, 0, 0, "", "holds more than proofs", mend)]
    if draft.problems:
        raise KnowledgeError(tuple(draft.problems))
    return pack.proofs


def _failed(problems: Iterable[Problem]) -> bool:
    """Whether any problem keeps the pack from being used."""
    return any(problem.severity == "error" for problem in problems)


def _read_file(file: PackFile, draft: Draft) -> None:
    """Add one file to the draft, or what keeps it from being read."""
    text, problem = read_text(file)
    if problem is not None:
        draft.problems.append(problem)
        draft.skip(text)
        return
    tree = read_tree(text)
    for fault in tree.faults:
        place = (file.name, fault.line, fault.column)
        draft.problems.append(Problem(*place, "", fault.message, fault.mend))
    if tree.root is None:
        draft.skip(text)
    else:
        draft.add(file.name, tree.root)
