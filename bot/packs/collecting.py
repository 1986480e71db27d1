"""PURE: the nodes of all files of a pack -> one draft of it, with the place of everything."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from bot.knowledge.model import Pack
from bot.knowledge.problems import Problem
from bot.packs.entries import ENTRY_READERS, read_question, read_source
from bot.packs.limits import MOST_ROWS
from bot.packs.nodes import Fields, Items
from bot.packs.proofs import PROOFS_FILE, read_proof
from bot.packs.rows import Row
from bot.packs.scalars import identifier
from bot.packs.settings import Settings, named_after, read_settings

if TYPE_CHECKING:
    from bot.knowledge.findings import Finding, Subject
    from bot.knowledge.model import Entry, Question, Source
    from bot.knowledge.proof import Proof
    from bot.packs.nodes import Node

SECTIONS: Final = ("sources", *ENTRY_READERS, "questions")

_ID_LINE = re.compile(r"\bid:\s*[\"']?([a-z0-9_-]+)")


class Draft:
    """A pack in the making."""

    def __init__(self, folder: str, whole: str | None = None) -> None:
        """Begin a draft; ``whole`` names the file that alone holds the whole pack, if one does."""
        self.problems: list[Problem] = []
        self.elsewhere: set[str] = set()
        self._folder = folder
        self._whole = whole
        self._settings: Settings | None = None
        self._rows: dict[tuple[Subject, str], Row] = {}
        self._sources: dict[str, Source] = {}
        self._entries: dict[str, Entry] = {}
        self._questions: list[Question] = []
        self._proofs: list[Proof] = []

    def pack(self) -> Pack:
        """Return the pack as far as it could be read."""
        settings = self._settings or named_after(self._folder)
        return Pack(
            id=settings.id,
            title=settings.title,
            description=settings.description,
            as_of=settings.as_of,
            default_place=settings.default_place,
            default_period=settings.default_period,
            checked_text=settings.checked_text,
            metrics=settings.metrics,
            synonyms=settings.synonyms,
            sources=self._sources,
            entries=self._entries,
            questions=tuple(self._questions),
            places={key: row.place() for (subject, key), row in self._rows.items() if subject == "entry"},
            proofs=tuple(self._proofs),
        )

    def skip(self, text: str) -> None:
        """Remember the ids of a file that can't be read, so that nobody is told they are unknown."""
        self.elsewhere.update(_ID_LINE.findall(text))

    def add(self, file: str, root: Node) -> None:
        """Take in one file."""
        section = section_of(file)
        if isinstance(root, Fields):
            self._add_mapping(file, root, section)
        elif isinstance(root, Items) and section in SECTIONS:
            for node in root.items:
                self._add_row(file, section, node)
        else:
            mend = f"begin it with one of {', '.join(f'{name}:' for name in SECTIONS)}"
            self._wrong(file, root, "nothing says what this file holds", mend)

    def locate(self, finding: Finding) -> Problem | None:
        """Give a finding its place; ``None`` when its field has a problem already."""
        row = self._rows[finding.subject, finding.id]
        if finding.path[0] in row.bad:
            return None
        at = _follow(row.node, finding)
        what = (finding.field, finding.message, finding.mend, finding.severity)
        return Problem(row.file, at.line, at.column, *what)

    def _add_mapping(self, file: str, root: Fields, section: str) -> None:
        """Take in a file with keys: sections, and in the right place the pack's settings."""
        row = Row(file, root, self.problems)
        if section in SECTIONS and "id" in row:
            self._wrong(file, root, "the entries must be a list", "begin each entry with -")
            return
        if section == "pack" or file == self._whole:
            if self._settings is not None:
                self._wrong(file, root, "the pack has two such files", "keep one of them")
            self._settings = read_settings(row, self._folder)
            self._rows["pack", ""] = row
        for name in SECTIONS:
            for node in row.nodes(name, MOST_ROWS):
                self._add_row(file, name, node)
        if file == PROOFS_FILE:
            for node in row.nodes("proofs", MOST_ROWS):
                self._add_row(file, "proofs", node)
        row.finish()

    def _add_row(self, file: str, section: str, node: Node) -> None:
        """Take in one entry, source or question."""
        if not isinstance(node, Fields):
            mend = "begin each with '- id:', in questions with '- question:', in proofs with '- entry:'"
            self._wrong(file, node, "must be a mapping of fields", mend)
            return
        row = Row(file, node, self.problems)
        if section == "questions":
            self._rows["question", str(len(self._questions))] = row
            self._questions.append(read_question(row))
        elif section == "proofs":
            self._add_proof(row)
        elif section == "sources":
            key = self._key(row, "source")
            self._sources[key] = read_source(row, key)
        else:
            key = self._key(row, "entry")
            self._entries[key] = ENTRY_READERS[section](row, key)
        row.finish()

    def _add_proof(self, row: Row) -> None:
        """Take in one proof, unless something is wrong with it."""
        proof = read_proof(row)
        if proof is not None:
            self._rows["proof", str(len(self._proofs))] = row
            self._proofs.append(proof)

    def _key(self, row: Row, subject: Subject) -> str:
        """Return the row's id; one without, or with a taken one, goes by its place."""
        key = row.need("id", identifier, "")
        taken = self._rows.get((subject, key))
        if taken is not None:
            message = f"the id {key!r} is taken by the {subject} at {taken.place()}"
            row.wrong("id", row.node.values["id"], message, "give one of the two another id")
        if taken is not None or not key:
            key = f"{row.place()}:{row.node.column}"
        self._rows[subject, key] = row
        return key

    def _wrong(self, file: str, at: Node, message: str, mend: str) -> None:
        self.problems.append(Problem(file, at.line, at.column, "", message, mend))


def section_of(file: str) -> str:
    """Return what a file holds by its folder or its name; ``pack`` for the settings."""
    path = PurePosixPath(file)
    folder = path.parts[0]
    return folder if len(path.parts) > 1 and folder in SECTIONS else path.stem


def _follow(row: Fields, finding: Finding) -> Node:
    """Walk from a row to the value that a finding is about, as far as the file has it."""
    node: Node = row
    for step in finding.path:
        if isinstance(node, Fields) and isinstance(step, str):
            node = node.values.get(step, node)
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node
