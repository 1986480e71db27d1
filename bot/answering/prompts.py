"""PURE: the questions that stand for entries, and those that follow from the fields of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.wording import brief_name, fill, name, sentence, when
from bot.knowledge.model import Claim, Entity, Figure, Quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.knowledge.model import Entry, Pack

_PROMPT_WORDS: Final = 3
_PROMPT_LENGTH: Final = 85
_MEANING: Final = ("What is", "Who is", "What was", "What are", "Who are")


def figure_prompts(pack: Pack, figure: Figure) -> list[str]:
    """Return the questions that follow from a figure's fields."""
    metric = pack.metrics.get(figure.metric)
    if figure.label or metric is None:
        return []
    who = brief_name(pack, figure.counted_by) if figure.counted_by else "the source"
    where = brief_name(pack, figure.place) if figure.place else "all"
    actors = " and ".join(brief_name(pack, actor) for actor in figure.by)
    by = f" by {actors}" if actors else ""
    prompts: list[str] = []
    for word in metric.words[:_PROMPT_WORDS]:
        prompts.append(f"how many {word}{by} in {where} {when(figure.period)}")
        prompts.append(f"how many {word}{by} did {who} count {when(figure.period)}")
    return prompts


def prompt(pack: Pack, entry: Entry) -> str:
    """Return the question that best stands for an entry, for a suggestion; it asserts nothing."""
    whole = [ask for ask in entry.asks if ask.rstrip().endswith("?")]
    if isinstance(entry, Figure):
        return _figure_prompt(pack, entry, whole)
    if isinstance(entry, Entity):
        return next((ask for ask in whole if ask.startswith(_MEANING)), f"What is {entry.name}?")
    if entry.asks:
        return (whole or entry.asks)[0]
    if isinstance(entry, Quote):
        return f"What did {name(pack, entry.speaker)} say {when(entry.period)}".rstrip() + "?"
    told = entry.claim if isinstance(entry, Claim) else sentence(pack, entry)
    return f"Is it true: {told[:_PROMPT_LENGTH].rstrip('. ')}?"


def _figure_prompt(pack: Pack, figure: Figure, asks: Sequence[str]) -> str:
    """Return the metric's own question, or an ask where a part is counted, one event, or one group's acts."""
    metric = pack.metrics.get(figure.metric)
    one_off = bool(figure.event or figure.label or figure.by)
    if asks and (one_off or metric is None or not metric.question):
        return asks[0]
    if metric and metric.question and not figure.label:
        return fill(pack, figure, metric.question, brief_name)
    what = figure.label or (metric.words[0] if metric else figure.metric)
    return fill(pack, figure, what + " {where} {when}, by {who}?", brief_name)
