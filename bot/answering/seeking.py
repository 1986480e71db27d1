"""PURE: what kind of thing a text seeks: a time, a place, a person; from the words with which people ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Sought: TypeAlias = Literal["count", "time", "place", "reason", "person", "manner", "thing", "truth"]
"""What kind of thing a question seeks; a string of keywords seeks nothing in particular."""
SOUGHT: Final[tuple[Sought, ...]] = get_args(Sought)

_COUNTS: Final = frozenset(
    "number numbers toll tally percent percentage total share kitne kitna kitni".split()
)
_MEASURES: Final = frozenset("many much large big high strong few".split())
_TIMES: Final = frozenset("when kab tareekh date dates".split())
_UNITS_OF_TIME: Final = frozenset("day days date dates month months year years time week".split())
_PLACES: Final = frozenset("where kahan location venue".split())
_KINDS_OF_PLACE: Final = frozenset(
    "city town place places country countries province district districts region area village".split()
)
_WHYS: Final = "reason reasons rationale justification excuse pretext grounds"
_REASONS: Final = frozenset(f"why {_WHYS} motive motives purpose kyun kyu".split())
_CAUSING: Final = frozenset(f"{_WHYS} made led caused drove prompted pushed".split())
_NAMED_PEOPLE: Final = frozenset("name names founder founders owner owners author authors".split())
_KINDS_OF_PEOPLE: Final = frozenset(
    """
    person official officials minister general group groups body organisation organization outlet
    politician leader commander man woman diplomat officer spokesman spokesperson ambassador
    """.split()
)
_THINGS: Final = frozenset("what which whats kya".split())
_ASKING: Final[Mapping[str, Sought]] = {
    "when": "time",
    "kab": "time",
    "where": "place",
    "kahan": "place",
    "why": "reason",
    "kyun": "reason",
    "kyu": "reason",
    "who": "person",
    "whom": "person",
    "whose": "person",
    "kaun": "person",
    "kon": "person",
    "kitne": "count",
    "kitna": "count",
    "kitni": "count",
}
"""Question words that alone say what is sought."""
_CUES: Final = _THINGS.union(_ASKING, ("how",))
_KINDS: Final[Mapping[Sought, frozenset[str]]] = {
    "time": _UNITS_OF_TIME,
    "place": _KINDS_OF_PLACE,
    "reason": _CAUSING,
    "person": _KINDS_OF_PEOPLE,
    "count": _COUNTS,
}
"""Words after "which" or "what" that say what is sought."""
_HINTS: Final[Mapping[Sought, frozenset[str]]] = {
    "count": _COUNTS,
    "time": _TIMES,
    "place": _PLACES,
    "reason": _REASONS,
    "person": _NAMED_PEOPLE,
}
"""Words that say what is sought wherever they stand."""
_HINTING: Final = frozenset[str]().union(*_HINTS.values())
_WITHIN: Final = 2
"""Words after "which" or "what" in which the kind of thing is looked for."""
_AUXILIARIES: Final = frozenset(
    "is are was were did does do has have had can could will would isnt wasnt didnt".split()
)
_TRUTHS: Final = frozenset("true right correct".split())
_OPENERS: Final = frozenset("so and but ok hey wait please pls".split())


def sought(words: Sequence[str], *, put: bool = False) -> Sought | None:
    """Return what kind of thing a text seeks, from its words as they are compared.

    Of a question that is ``put`` to the bot a second question word is none of the kind: "what did he say
    when it ended" asks for no time. An ask of the pack's with one is for an entry that may tell both.

    The first question word decides, with the words after it; where there is none, a word that
    stands for a kind of thing does ("toll", "date", "venue").
    """
    for place, word in enumerate(words):
        if word not in _CUES:
            continue
        if word == "how":
            return _of_how(words[place + 1 : place + 3])
        if word in _THINGS:
            beside = [each for each in words if not (put and each in _ASKING)]
            return _of_which(words[place + 1 : place + 1 + _WITHIN]) or _hinted(beside) or "thing"
        return _ASKING[word]
    hinted = _hinted(words)
    if hinted is not None:
        return hinted
    first = next((word for word in words if word not in _OPENERS), "")
    return "truth" if first in _AUXILIARIES or not _TRUTHS.isdisjoint(words) else None


def _of_how(after: Sequence[str]) -> Sought:
    """Return what "how" seeks, by the words after it."""
    first = after[0] if after else ""
    if first in _MEASURES:
        return "count"
    if first in {"long", "old"}:
        return "time"
    return "reason" if first == "come" else "manner"


def _of_which(after: Sequence[str]) -> Sought | None:
    """Return what "which" or "what" seeks, by the first word after it that stands for a kind of thing."""
    for word in after:
        for kind, names in _KINDS.items():
            if word in names:
                return kind
    return None


def _hinted(words: Sequence[str]) -> Sought | None:
    """Return the kind of thing that some word of a text stands for."""
    if _HINTING.isdisjoint(words):
        return None
    return next(kind for kind, names in _HINTS.items() if not names.isdisjoint(words))
