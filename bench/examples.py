"""Questions put to a pack as examples: with the features of the first candidates, and which are right.

The pack's ``tune`` questions and those of ``bench/questions``; its asks and open questions, each put to the
pack without a part of them; questions put to small packs made of its entries; and strings of random words.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import numpy as np
import yaml

from bot.answering.confidence import features
from bot.answering.engine import build_index
from bot.answering.ranking import rank
from bot.answering.trust.disputes import same_matter
from bot.english import CommonEnglish
from bot.knowledge.problems import BotError
from bot.packs import load_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from bot.answering.index import Index
    from bot.answering.semantic import Encoder
    from bot.knowledge.model import Entry, Pack

TODAY: Final = date(2026, 1, 1)
CANDIDATES: Final = 2
"""Candidates of a question that are examples, as many as the engine judges."""
LEFT_OUT: Final = (3, 2)
"""In how many parts the asks are left out, part by part, once for each number."""
SMALL: Final = (10, 30, 100, 500)
"""Entries of the small packs that are made of parts of the pack."""
SMALL_ASKS: Final = 2_400
"""Asks that are put to the small packs of each size and find their entry there."""
AT_RANDOM: Final = 1_000
"""Strings of words that make no question."""
WORDS_OF: Final = (2, 2, 3, 3, 4, 6, 10, 15)
"""Of how many words such strings are, each as often as it stands here."""
LEAST_TUNE: Final = 10
"""Fewest ``tune`` questions on which trees are fitted."""
EACH: Final = 4
"""Asks of each entry of a small pack that are put to it, and half as many questions that are left open."""
MORE: Final = Path(__file__).parent / "questions"
"""More ``tune`` questions for the first pack: what only fitting needs is not loaded with it."""
FRESH: Final = "fresh.yaml"
"""Questions there that shape nothing."""
NEAR: Final = "near.yaml"
"""Questions there that come near to an entry and that none answers; they shape nothing either."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the features of its first candidates, and which of them are right.

    No candidate at all stands for a question that the engine does not answer whatever they are.
    """

    covered: bool
    rows: list[dict[str, float]]
    right: list[bool]
    fair: list[bool]
    """Which candidates are surely right or wrong: an entry about the matter of an ask may answer it too."""


def example(index: Index, question: str, expected: set[str], own: Entry | None = None) -> Example:
    """Ask a question; ``own`` is the entry that it was written for."""
    reading = index.read(question, TODAY)
    kept = [each for each in rank(index, reading) if each.removed_by is None]
    if reading.names or index.leaves_open(question):
        kept = []
    first = range(min(CANDIDATES, len(kept)))
    entries = [index.entries[kept[number].position].entry for number in first]
    return Example(
        bool(expected),
        [features(index, reading, kept, number) for number in first],
        [entry.id in expected for entry in entries],
        [own is None or entry.id in expected or not _same(index.pack, own, entry) for entry in entries],
    )


def _same(pack: Pack, one: Entry, other: Entry) -> bool:
    """Whether one entry may answer for another, or gives another value of the same thing."""
    return one.id != other.id and (same_matter(other, one) or one.id in pack.rivals.get(other.id, ()))


def tuned(index: Index) -> list[Example]:
    """Return the ``tune`` questions of a pack."""
    return [
        example(index, question.question, {*question.expect, *question.expect_all})
        for question in index.pack.questions
        if question.split == "tune"
    ]


def left_out(pack: Pack, encoder: Encoder | None, parts: int) -> Iterator[Example]:
    """Yield the asks and the open questions of a pack, each put to the pack without its part of them."""
    shuffle = random.Random(parts)  # noqa: S311  # no secret
    part: dict[tuple[str, str], int] = {}
    for entry in pack.entries.values():
        for texts in (entry.asks, entry.leaves_open):
            numbers = [number % parts for number in range(len(texts))]
            shuffle.shuffle(numbers)
            part |= zip(((entry.id, text) for text in texts), numbers, strict=True)
    for number in range(parts):
        fewer = {
            key: replace(
                entry,
                asks=tuple(ask for ask in entry.asks if part[key, ask] != number),
                leaves_open=tuple(text for text in entry.leaves_open if part[key, text] != number),
            )
            for key, entry in pack.entries.items()
        }
        index = build_index(replace(pack, entries=fewer), CommonEnglish(), encoder)
        for key, entry in pack.entries.items():
            for text in (*entry.asks, *entry.leaves_open):
                if part[key, text] == number:
                    yield example(index, text, {key} if text in entry.asks else set(), entry)


def smaller(pack: Pack, encoder: Encoder | None, entries: int) -> Iterator[Example]:
    """Yield questions put to packs of so many entries that leave nothing open and lack half of their asks.

    What is rare or near in a large pack is another thing in a small one. Beside asks that find their entry
    are as many that have none there, and questions that come near one and that it does not answer.
    """
    shuffle = random.Random(entries)  # noqa: S311  # no secret
    told = [entry for entry in pack.entries.values() if entry.asks]
    for _ in range(max(1, SMALL_ASKS // (entries * EACH))):
        shuffle.shuffle(told)
        inside, outside = told[:entries], told[entries:]
        held = {entry.id: shuffle.sample(entry.asks, len(entry.asks) // 2) for entry in inside}
        fewer = {
            entry.id: replace(
                entry, asks=tuple(ask for ask in entry.asks if ask not in held[entry.id]), leaves_open=()
            )
            for entry in inside
        }
        index = build_index(replace(pack, entries=fewer), CommonEnglish(), encoder)
        for entry in inside:
            for text in held[entry.id][:EACH]:
                yield example(index, text, {entry.id}, entry)
            for text in shuffle.sample(entry.leaves_open, min(len(entry.leaves_open), EACH // 2)):
                yield example(index, text, set())
        for entry in shuffle.sample(outside, min(len(outside), entries * 2)):
            yield example(index, shuffle.choice(entry.asks), set(), entry)


def at_random(index: Index) -> Iterator[Example]:
    """Yield strings of words, each from the asks of another entry: they ask for nothing."""
    shuffle = random.Random(0)  # noqa: S311  # no secret
    asks = [entry.asks for entry in index.pack.entries.values() if entry.asks]
    for _ in range(AT_RANDOM):
        chosen = shuffle.sample(asks, shuffle.choice(WORDS_OF))
        yield example(index, " ".join(shuffle.choice(shuffle.choice(each).split()) for each in chosen), set())


def with_more(knowledge: Path) -> Pack:
    """Return a pack with the questions of ``MORE`` too (``KnowledgeError`` where any is bad)."""
    with TemporaryDirectory() as folder:
        whole = Path(folder) / "pack"
        if knowledge.is_dir():
            _ = shutil.copytree(knowledge, whole)
        (whole / "questions").mkdir(parents=True, exist_ok=True)
        if knowledge.is_file():
            _ = shutil.copy(knowledge, whole)
        for path in MORE.glob("*.yaml"):
            _ = shutil.copy(path, whole / "questions")
        return load_pack(whole)


def fit_for(pack: Pack) -> None:
    """Raise ``BotError`` for a pack that is too small to fit anything on."""
    told = sum(bool(entry.asks) for entry in pack.entries.values())
    tune = sum(question.split == "tune" for question in pack.questions)
    if told < max(WORDS_OF) or tune < LEAST_TUNE:
        message = (
            f"The pack has {told} entries with asks and {tune} tune questions, too few to fit anything on; "
            f"it needs {max(WORDS_OF)} and {LEAST_TUNE}."
        )
        raise BotError(message)


def within(pack: Pack, *files: Path) -> NDArray[np.bool_]:
    """Return which ``tune`` questions of a pack are in some files."""
    loaded = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in files if path.exists())
    texts = {each["question"] for questions in loaded for each in questions}
    return np.array([each.question in texts for each in pack.questions if each.split == "tune"])
