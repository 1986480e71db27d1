"""PURE: what pack.yaml says about the pack as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.knowledge.model import CheckedText, Metric
from bot.packs import limits
from bot.packs.nodes import Fields, Items
from bot.packs.scalars import WrongValueError, identifier, line, period, prose

if TYPE_CHECKING:
    from bot.knowledge.periods import Period
    from bot.packs.nodes import Node
    from bot.packs.rows import Row

SETTINGS = frozenset(
    "id title description language as_of default_place default_period checked_text metrics synonyms".split()
)
"""The keys of pack.yaml."""
_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """The pack as a whole; without pack.yaml its folder names it."""

    id: str
    title: str
    description: str = ""
    as_of: Period | None = None
    default_place: str | None = None
    default_period: Period | None = None
    checked_text: CheckedText | None = None
    metrics: dict[str, Metric] = field(default_factory=dict[str, Metric])
    synonyms: tuple[tuple[str, ...], ...] = ()


def named_after(folder: str) -> Settings:
    """Return the settings of a pack that has none of its own."""
    key = _NO_ID.sub("-", folder.lower()).strip("-")[: limits.ID].strip("-") or "pack"
    return Settings(key, _title(key))


def read_settings(row: Row, folder: str) -> Settings:
    """Read the keys of pack.yaml; ``folder`` names a pack without an id."""
    key = row.one("id", identifier) or named_after(folder).id
    row.one("language", line(limits.LANGUAGE))
    return Settings(
        id=key,
        title=row.one("title", line(limits.NAME)) or _title(key),
        description=row.one("description", prose(limits.STATEMENT)) or "",
        as_of=row.one("as_of", period),
        default_place=row.one("default_place", line(limits.ID)),
        default_period=row.one("default_period", period),
        checked_text=_checked_text(row),
        metrics=_metrics(row),
        synonyms=_synonyms(row),
    )


def _title(key: str) -> str:
    words = re.sub(r"[-_]", " ", key)
    return words[0].upper() + words[1:]


def _checked_text(row: Row) -> CheckedText | None:
    """Read what the pack calls the text whose claims it checks, and where that can be read."""
    node = row.get("checked_text")
    if node is None:
        return None
    if not isinstance(node, Fields):
        row.wrong("checked_text", node, "must be a mapping", "write name and sources below it")
        return None
    inner = row.inner("checked_text", node)
    found = CheckedText(
        name=inner.need("name", line(limits.NAME), ""),
        sources=inner.many("sources", line(limits.ID), limits.MOST_REFERENCES),
    )
    inner.finish()
    return found


def _metrics(row: Row) -> dict[str, Metric]:
    node = row.get("metrics")
    if node is None:
        return {}
    if not isinstance(node, Fields):
        mend = "write metrics as a mapping, an id and below it unit and words"
        row.wrong("metrics", node, "must be a mapping", mend)
        return {}
    names = row.inner("metrics", node)
    return {name: _metric(names, name, value) for name, value in node.values.items()}


def _metric(names: Row, name: str, node: Node) -> Metric:
    try:
        identifier(names.node.keys[name])
    except WrongValueError as error:
        names.wrong(name, names.node.keys[name], error.message, error.mend)
    if not isinstance(node, Fields):
        names.wrong(name, node, "must be a mapping", "write unit and words below the metric's id")
        return Metric(id=name, unit="", words=())
    row = names.inner(name, node)
    unit = row.need("unit", line(limits.UNIT), "")
    words = row.many("words", line(limits.WORD), limits.MOST_WORDS)
    sentence = row.one("sentence", line(limits.TEMPLATE))
    question = row.one("question", line(limits.TEMPLATE))
    broader = row.one("broader", line(limits.ID))
    row.finish()
    return Metric(id=name, unit=unit, words=words, sentence=sentence, question=question, broader=broader)


def _synonyms(row: Row) -> tuple[tuple[str, ...], ...]:
    return tuple([_group(row, node) for node in row.nodes("synonyms", limits.MOST_SYNONYMS)])


def _group(row: Row, node: Node) -> tuple[str, ...]:
    """Read one list of words that mean the same."""
    if not isinstance(node, Items):
        mend = "write each group as a list, as in [toll, casualties]"
        row.wrong("synonyms", node, "must hold lists of words", mend)
        return ()
    words = [row.scalar("synonyms", item, line(limits.WORD)) for item in node.items]
    return tuple([word for word in words if word is not None])
