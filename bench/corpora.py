"""Made-up packs of any size as YAML, with questions whose answer is known, for the benchmarks.

``zipfian`` is text whose words are as unequally common as those of a language. ``templated`` is
figures, metric by place by year, that differ in one word or one digit only.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PHRASINGS: Final = 5
PER_FILE: Final = 500
_ONSETS: Final = "b br d dr f fl g gr h k kl l m n p pl r s sk sl t tr v z".split()
_VOWELS: Final = "a e i o u ai ea ou".split()
_CODAS: Final = " n r l s m t k nd rt lm".split(" ")
_COMMON: Final = "the of in was a and to for when what which did is by".split()
_YEARS: Final = range(2000, 2020)
_SOURCE: Final = (
    "title: Made up\nsources:\n- {id: book, publisher: Nobody, title: Made up, date: 2020-01-01}\n"
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files of a pack, and questions with the entry that answers each."""

    files: dict[str, str]
    questions: tuple[tuple[str, str], ...]

    def write(self, folder: Path) -> None:
        """Write the pack into a folder."""
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def zipfian(size: int, asked: int = 300, seed: int = 1) -> Corpus:
    """Return a pack of facts whose words follow Zipf's law."""
    rng = random.Random(seed)  # noqa: S311  # data, no secret
    words = _words(rng, max(2_000, min(size, 50_000)))
    ranks = np.arange(1, len(words) + 1)
    chances = (1 / ranks) / (1 / ranks).sum()
    drawn = np.random.default_rng(seed).choice(len(words), (size, 12), p=chances)
    rows: list[list[int]] = drawn.tolist()
    topics = [[words[number] for number in row] for row in rows]
    facts = (_fact(rng, number, topic) for number, topic in enumerate(topics))
    chosen = rng.sample(range(size), min(asked, size))
    questions = tuple((_phrase(rng, topics[number], 6), f"fact-{number}") for number in chosen)
    return Corpus({"pack.yaml": _SOURCE, **dict(_files("facts", facts))}, questions)


def templated(size: int, asked: int = 300, seed: int = 1) -> Corpus:
    """Return a pack of figures: some metrics of many places in twenty years."""
    rng = random.Random(seed)  # noqa: S311  # data, no secret
    metrics = 20 if size >= 1_000 else 5  # noqa: PLR2004  # fewer where each place would have none
    places = -(-size // (metrics * len(_YEARS)))
    names = _words(rng, places + 2 * metrics)
    counted = [f"{first} {second}" for first, second in zip(names[:metrics], names[metrics:], strict=False)]
    lands = [name.capitalize() for name in names[2 * metrics : 2 * metrics + places]]
    cells = list(islice(product(range(metrics), range(places), _YEARS), size))
    figures = (_figure(rng, counted[m], lands[p], (m, p, year)) for m, p, year in cells)
    settings = _SOURCE + "metrics:\n" + "".join(map(_metric, range(metrics), counted))
    entities = (f"- {{id: p{number}, kind: land, name: {name}}}\n" for number, name in enumerate(lands))
    questions = tuple(
        (f"tell me the {counted[m]} that {lands[p]} had during {year}", f"f-{m}-{p}-{year}")
        for m, p, year in rng.sample(cells, min(asked, size))
    )
    files = {"pack.yaml": settings, **dict(_files("entities", entities)), **dict(_files("figures", figures))}
    return Corpus(files, questions)


def long_message(corpus: Corpus, characters: int = 4_000, unknown: float = 0.3) -> str:
    """Return a message made of a corpus's questions, with a share of words that no pack has."""
    rng = random.Random(7)  # noqa: S311  # data, no secret
    words = " ".join(question for question, _ in corpus.questions).split()
    letters = "bcdfghjklmnpqrstvwxz"
    found: list[str] = []
    while sum(map(len, found)) + len(found) < characters:
        strange = "".join(rng.choice(letters) for _ in range(8))
        found.append(strange if rng.random() < unknown else rng.choice(words))
    return " ".join(found)[:characters]


def _words(rng: random.Random, count: int) -> list[str]:
    """Return different words that no language has."""
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = rng.randint(2, 3)
        word = "".join(
            rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(syllables)
        )
        found[word] = None
    return list(found)


def _phrase(rng: random.Random, topic: list[str], words: int) -> str:
    """Return some words of a topic with common ones between them."""
    chosen = rng.sample(topic, words)
    for _ in range(3):
        chosen.insert(rng.randrange(len(chosen)), rng.choice(_COMMON))
    return " ".join(chosen)


def _fact(rng: random.Random, number: int, topic: list[str]) -> str:
    """Return a fact as YAML."""
    asks = "".join(f"  - {_phrase(rng, topic, 6)}?\n" for _ in range(PHRASINGS))
    told = " ".join(topic).capitalize()
    return f"- id: fact-{number}\n  statement: {told}.\n  asks:\n{asks}  citations: [book]\n"


def _metric(number: int, words: str) -> str:
    """Return a metric as YAML."""
    sentence = f"{{where}} had {{value}} {words} {{when}}."
    return f'  m{number}: {{unit: tons, words: [{words}], sentence: "{sentence}"}}\n'


def _figure(rng: random.Random, metric: str, place: str, cell: tuple[int, int, int]) -> str:
    """Return a figure as YAML."""
    number, where, year = cell
    asks = (
        f"how many {metric} were there in {place} in {year}",
        f"{metric} {place} {year}",
        f"what were the {metric} of {place} in {year}",
        f"{place} {metric} in {year}",
        f"which {metric} did {place} report for {year}",
    )
    asked = "".join(f"  - {ask}?\n" for ask in asks)
    return (
        f"- id: f-{number}-{where}-{year}\n  metric: m{number}\n  value: {rng.randrange(10, 99_999)}\n"
        f"  unit: tons\n  place: p{where}\n  period: {year}\n  asks:\n{asked}  citations: [book]\n"
    )


def _files(section: str, rows: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the files of a section, each with some of its rows."""
    rows = iter(rows)
    number = 0
    while part := list(islice(rows, PER_FILE)):
        yield f"{section}/{number:04}.yaml", "".join(part)
        number += 1
