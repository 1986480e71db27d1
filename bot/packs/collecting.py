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
from bot.packs.places import Locator, Place
from bot.packs.proofs import PROOFS_FILE, read_proof
from bot.packs.rows import Row
from bot.packs.scalars import identifier
from bot.packs.settings import SETTINGS, Settings, named_after, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.knowledge.findings import Finding, Subject
    from bot.knowledge.model import Entry, Question, Source
    from bot.knowledge.proof import Proof
    from bot.packs.nodes import Node

SECTIONS: Final = ("sources", *ENTRY_READERS, "questions")

_ID_LINE = re.compile(r"\bid:\s*[\"']?([a-z0-9_-]+)")

_OF_THE_PACK = "it is of the whole pack: rename this file to pack.yaml, or move such lines there"


class Draft:
    """A pack in the making."""

    def __init__(
        self, folder: str, read: Callable[[str], Node | None] | None = None, whole: str | None = None
    ) -> None:
        """Begin a draft; ``whole`` names the file that alone holds the whole pack, if one does.

        ``read`` reads a file again, by its name, for the places of what is wrong with it; without
        it they are those of the rows.
        """
        self.problems: list[Problem] = []
        self.elsewhere: set[str] = set()
        self._folder = folder
        self._whole = whole
        self._settings: Settings | None = None
        self._locator = Locator(read or _unread)
        self._places: dict[tuple[Subject, str], Place] = {}
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
            places={key: str(at) for (subject, key), at in self._places.items() if subject == "entry"},
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
        return self._locator.locate(self._places[finding.subject, finding.id], finding)

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
            self._places["pack", ""] = _place(row)
        for name in SECTIONS:
            for node in row.nodes(name, MOST_ROWS):
                self._add_row(file, name, node)
        if file == PROOFS_FILE:
            for node in row.nodes("proofs", MOST_ROWS):
                self._add_row(file, "proofs", node)
        row.finish(SETTINGS, _OF_THE_PACK)

    def _add_row(self, file: str, section: str, node: Node) -> None:
        """Take in one entry, source or question."""
        if not isinstance(node, Fields):
            mend = "begin each with '- id:', in questions with '- question:', in proofs with '- entry:'"
            self._wrong(file, node, "must be a mapping of fields", mend)
            return
        row = Row(file, node, self.problems)
        subject: Subject
        if section == "questions":
            subject, key = "question", str(len(self._questions))
            self._questions.append(read_question(row))
        elif section == "proofs":
            subject, key = "proof", str(len(self._proofs))
            self._add_proof(row)
        elif section == "sources":
            subject, key = "source", self._key(row, "source")
            self._sources[key] = read_source(row, key)
        else:
            subject, key = "entry", self._key(row, "entry")
            self._entries[key] = ENTRY_READERS[section](row, key)
        row.finish()
        self._places[subject, key] = _place(row)

    def _add_proof(self, row: Row) -> None:
        """Take in one proof, unless something is wrong with it."""
        proof = read_proof(row)
        if proof is not None:
            self._proofs.append(proof)

    def _key(self, row: Row, subject: Subject) -> str:
        """Return the row's id; one without, or with a taken one, goes by its place."""
        key = row.need("id", identifier, "")
        taken = self._places.get((subject, key))
        if taken is not None:
            message = f"the id {key!r} is taken by the {subject} at {taken}"
            row.wrong("id", row.node.values["id"], message, "give one of the two another id")
        if taken is not None or not key:
            key = f"{row.place()}:{row.node.column}"
        return key

    def _wrong(self, file: str, at: Node, message: str, mend: str) -> None:
        self.problems.append(Problem(file, at.line, at.column, "", message, mend))


def section_of(file: str) -> str:
    """Return what a file holds by its folder or its name; ``pack`` for the settings."""
    path = PurePosixPath(file)
    folder = path.parts[0]
    return folder if len(path.parts) > 1 and folder in SECTIONS else path.stem


def _place(row: Row) -> Place:
    """Return where a row stands, once it is read."""
    return Place(row.file, row.node.line, row.node.column, frozenset(row.bad))


def _unread(_: str) -> None:
    """Read no file again."""
