"""PURE: the texts of an entry: those that a question is compared with, and what it says."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.answering.prompts import figure_prompts, prompt
from bot.answering.slots import texts
from bot.answering.text import normalise, split
from bot.answering.wording import figure_sentence
from bot.knowledge.model import Entity, Entry, Figure, Pack


class Texts(NamedTuple):
    """An entry with the texts that a question is compared with, and what it says.

    The first ``asking`` of the phrasings ask for it, the others are its own words.
    """

    entry: Entry
    phrasings: list[str]
    asking: int
    spoken: list[str]


def texts_of(pack: Pack, entry: Entry, around: frozenset[str]) -> Texts:
    """Return the texts that a question is compared with: asks, a figure's own questions, sentences.

    Who a place in ``around`` is, nobody asks.
    """
    asking = list(entry.asks)
    saying = list(texts(entry))
    if isinstance(entry, Figure):
        asking += figure_prompts(pack, entry)
    if isinstance(entry, Entity):
        names = " ".join((entry.name, *entry.aliases))
        asking += [f"what is {entry.name}"] if entry.id in around else _who_or_what(entry.name)
        saying = [f"{names} meaning definition abbreviation acronym stands for", *saying[-1:]]
    asking = list(dict.fromkeys(asking))
    phrasings = list(dict.fromkeys([*asking, *saying])) or [prompt(pack, entry)]
    return Texts(entry, phrasings, len(asking), _spoken(pack, entry))


def _who_or_what(name: str) -> list[str]:
    """Return the questions for a body or a person."""
    return [f"what is {name}", f"who is {name}"]


@lru_cache(maxsize=16)  # of one question they are wanted at several steps
def words_of(text: str) -> str:
    """Return the words of a text, whatever its case, spacing and punctuation."""
    return " ".join(split(normalise(text))[1])


def _spoken(pack: Pack, entry: Entry) -> list[str]:
    """Return what an entry says, and texts whose words it has although no question is compared with them."""
    found = [*texts(entry), *filter(None, (entry.note,))]
    metric = pack.metrics.get(entry.metric) if isinstance(entry, Figure) else None
    if isinstance(entry, Figure) and metric is not None:
        found += [" ".join(metric.words), figure_sentence(pack, entry)]
    return found
