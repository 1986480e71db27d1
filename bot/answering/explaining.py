"""PURE: how an answer came about, in plain words that assert nothing about the topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

from bot.answering.answer import Ambiguous, Answered, Unanswered
from bot.answering.calibration import ASKED
from bot.answering.prompts import prompt
from bot.answering.wording import name

if TYPE_CHECKING:
    from bot.answering.answer import Answer, Candidate, Read, Trace
    from bot.knowledge.model import Pack

_MOST_FITTING: Final = 3
_MOST_REMOVED: Final = 5
_MOST_NAMES: Final = 8
"""How many candidates and names are told; the rest adds nothing for a reader."""
_ROUNDING: Final = 1e-9
"""What floating point may take from a whole percentage."""
_YEAR: Final = re.compile(r"\s*\b(?:19|20)\d\d\b")
_KINDS: Final = {
    "entity": "Names",
    "metric": "What is counted",
    "period": "Time",
    "unknown name": "Names that I don't know",
    "unknown word": "Words that I don't know",
}
_REASONS: Final = {
    "another period": "it is about another time",
    "another place": "it is about another place",
    "states no number": "it states no number",
    "states no other number": "it states no number but that of the question",
    "another number": "it does not have the number in the question",
    "counts something else": "it counts something else",
    "counts one group's acts": "it counts the acts of one group only",
    "counts several groups' acts": "it counts the acts of several groups together",
    "counts a part": "it counts a part only",
    "counted by another": "somebody else counted it",
    "another's": "what is asked of one is another's there",
    "another did that": "another did that there",
    "another said that": "another said that there",
    "the other way round": "it says that the other way round",
    "says nothing of that": "it does not say that",
    "names something else": "the question names something that it does not",
}
_NOT_ABOUT: Final = "not about "
_TELLS_NO: Final = "tells no "


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading, in plain text."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a question got the reply it got. ``entry`` is the one that answers, if any."""

    lead: str
    sections: tuple[Section, ...] = ()
    entry: str | None = None


def explanation(pack: Pack, answer: Answer) -> Explanation:
    """Return in words what was read, which entries were considered and what decided."""
    trace = answer.trace
    fitting = [candidate for candidate in trace.candidates if candidate.removed_by is None]
    removed = [candidate for candidate in trace.candidates if candidate.removed_by is not None]
    entry = answer.main.entry if isinstance(answer, Answered) else None
    if entry is not None and not trace.candidates:
        return Explanation(_unweighed(trace), entry=entry)
    sections = (
        Section("What I read in the question", _read(pack, answer)),
        Section("What comes nearest", _fitting(pack, fitting)),
        Section("What I ruled out", _removed(pack, removed)),
        Section("What else the message asks", _further(pack, answer)),
    )
    return Explanation(_lead(answer, fitting), tuple(part for part in sections if part.lines), entry)


def _lead(answer: Answer, fitting: list[Candidate]) -> str:
    """Return what was decided, and on what."""
    sure, bar = _percent(answer.confidence), _percent(answer.trace.threshold)
    match answer:
        case Answered():
            return _why_answered(answer, sure, bar)
        case Ambiguous():
            wanted = f", and I need {bar}" if answer.confidence < answer.trace.threshold else ""
            return (
                f"I could not tell which of {len(answer.choices)} questions was meant, so I offered them: "
                f"I am {sure} sure of the first{wanted or ', but another fits as well'}."
            )
        case Unanswered() if answer.reason:
            return f"I gave no answer because {answer.reason.replace('they ', 'my sources ', 1)}."
        case Unanswered() if fitting:
            told = ", as for anything that I was not asked" if _is_high(answer.trace) else ""
            return (
                f"I gave no answer because the nearest that fits is {sure} likely to be what was asked, "
                f"and I need {bar}{told}."
            )
        case Unanswered() if answer.trace.candidates:
            return "I gave no answer because all that comes near the question contradicts it in something."
        case Unanswered():
            return "I gave no answer because nothing in my sources comes near the question."
        case _:  # pragma: no cover  # the type checker proves it unreachable
            assert_never(answer)


def _further(pack: Pack, answer: Answer) -> tuple[str, ...]:
    """Return a line for each other ask of the same message: by what it is answered, how surely, or not."""
    if not isinstance(answer, Answered):
        return ()
    told = ((each, prompt(pack, pack.entries[each.main.entry])) for each in answer.further)
    return (
        *(f"{each.question} – {said} ({_percent(each.confidence)} sure)" for each, said in told),
        *(f"{ask} – no answer" for ask in answer.untold),
    )


def _unweighed(trace: Trace) -> str:
    """Return why nothing had to be weighed."""
    if trace.read_as:
        return f"I took this as a reply to an answer of mine, to: {trace.read_as}"
    return "The question is written down as one that this answer is for, so nothing had to be weighed."


def _why_answered(answer: Answered, sure: str, bar: str) -> str:
    """Return on what an answer rests: a stored statement, or counts that it was worked out from."""
    if answer.computed and not answer.computed.stored:
        counts = len(answer.computed.inputs)
        return f"I worked the answer out from {counts} stored counts; no stored statement gives it."
    return f"I answered because I am {sure} sure that this is what was asked, and {bar} is enough."


def _is_high(trace: Trace) -> bool:
    """Whether the bar was higher than that for a question."""
    return trace.threshold > ASKED


def _percent(share: float) -> str:
    """Return a probability in whole percent, never rounded up over a bar or down to nothing."""
    whole = int(100 * share + _ROUNDING)
    return f"{whole} %" if whole else "less than 1 %"


def _read(pack: Pack, answer: Answer) -> tuple[str, ...]:
    """Return what was read, one line for each kind of thing; an unknown name is no unknown word besides."""
    found: dict[str, str] = {}
    for read in answer.trace.read:
        found.setdefault(_said(pack, read, answer.question), read.kind)
    by_kind = {
        title: [said for said, kind in found.items() if kind == wanted] for wanted, title in _KINDS.items()
    }
    lines = [f"{title}: {'; '.join(said[:_MOST_NAMES])}" for title, said in by_kind.items() if said]
    whole = [f"As a reply to an answer of mine: {answer.trace.read_as}"] if answer.trace.read_as else []
    return tuple(whole + (lines or ["Only its words: no name, time or count that I know."]))


def _said(pack: Pack, read: Read, question: str) -> str:
    """Return one thing that was read, as a reader knows it."""
    if not isinstance(read.what, str):
        said = read.what.alternatives[0].describe()
        return f"{_YEAR.sub('', said)} of any year" if read.what.yearless else said
    if read.kind == "entity":
        return name(pack, read.what)
    if read.kind == "metric":
        metric = pack.metrics.get(read.what)
        return metric.words[0] if metric and metric.words else read.what
    words = (word.strip("?!.,;:'\"()") for word in question.split())
    return next((word for word in words if word.casefold().startswith(read.what)), read.what)


def _fitting(pack: Pack, candidates: list[Candidate]) -> tuple[str, ...]:
    """Return the entries that contradict nothing, with how far each is behind the surest."""
    first = candidates[0].score if candidates else 0.0
    return tuple(
        f"{_question(pack, candidate)} (score {candidate.score:.2f}"
        + (f", {_behind(first - candidate.score)})" if number else ")")
        for number, candidate in enumerate(candidates[:_MOST_FITTING])
    )


def _behind(distance: float) -> str:
    """Return how far an entry is behind the surest one, of which the score may be lower."""
    return f"{distance:.2f} behind" if distance >= 0 else f"{-distance:.2f} ahead, but less sure"


def _removed(pack: Pack, candidates: list[Candidate]) -> tuple[str, ...]:
    """Return the nearest entries that contradict the question, and in what."""
    return tuple(
        f"{_question(pack, candidate)} – {_reason(pack, candidate.removed_by or '')}"
        for candidate in candidates[:_MOST_REMOVED]
    )


def _reason(pack: Pack, removed_by: str) -> str:
    """Return what removed an entry, as a clause about it."""
    if removed_by.startswith(_NOT_ABOUT):
        return f"it is not about {name(pack, removed_by.removeprefix(_NOT_ABOUT))}"
    if removed_by.startswith(_TELLS_NO):
        return f"it {removed_by}"
    return _REASONS.get(removed_by, removed_by)


def _question(pack: Pack, candidate: Candidate) -> str:
    """Return the question that stands for an entry: it asserts nothing."""
    return prompt(pack, pack.entries[candidate.entry])
