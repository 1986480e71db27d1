"""PURE: what a question wants of the names in it: somebody's words, or something of their own."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bot.answering.lexicon import FRAME_WORDS, FUNCTION_WORDS, WORLD_NAMES
from bot.answering.linking import Link
from bot.answering.names import Dictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from bot.answering.linking import Phrasebook
    from bot.answering.text import Token
    from bot.knowledge.model import Pack

_SAYING: Final = frozenset("say says said tell told state stated comment commented think thought".split())
_ASKED_TO_SAY: Final = frozenset("what did does has had".split())
"""Words after and before a name that ask for the words of who is named."""
_WORDS_OF: Final = frozenset(
    "statement statements remark remarks comment comments quote quotes words".split()
)
_BY: Final = frozenset("by from of".split())
"""Words before a name, behind what somebody said: "a statement by X"."""
_ON: Final = frozenset("on about regarding".split())
"""Words after a name that a text begins with, before what the words asked for are about."""
_TITLE: Final = 2
"""Most words of a title before a name."""
_TITLES: Final = frozenset(
    "president senator congressman congresswoman chancellor king queen prince pope".split()
)
"""Words before one name that make it that of a person, who speaks for nobody else."""
_OWNING: Final = frozenset({"ka", "ki", "ke"})
"""Words of Urdu in Latin letters between a name and what is its own."""
_NOT_OWN: Final = (
    FUNCTION_WORDS | FRAME_WORDS | frozenset("naam bare baare taaruf mutalliq khilaf saath".split())
)
"""Words after those that ask what the name means, or are of no thing of its own."""

_OWNERS: Final = re.compile(r"\b([A-Za-z]{4,})s\b(?=\s+[a-z]|\W*$)")


def with_owners(text: str, is_name: Callable[[str], bool]) -> str:
    """Return a text with the mark that names lack which own something: "pakistans delegation".

    ``is_name`` tells of a word whether it is a name, and none with an "s".
    """
    return _OWNERS.sub(lambda match: f"{match[1]}'s" if is_name(match[1]) else match[0], text)


def speakers(
    links: Sequence[Link], found: Sequence[str], people: Container[str], others: Sequence[Link] = ()
) -> frozenset[str]:
    """Return the people whose words are asked for: "what did Secretary Blinken say", "Blinken on Bannu".

    ``found`` are the words of the question, with none where a date follows; ``others`` names of nobody whom
    the pack knows.
    """
    asking = (
        link for link in (*links, *others) if _is_asked_to_say(link, found) or _is_asked_about(link, found)
    )
    unknown = {link.targets[0] for link in others}
    return frozenset(
        target for link in asking for target in link.targets if target in people or target in unknown
    )


def strangers(tokens: Sequence[Token], free: Container[int], english: Container[str]) -> tuple[Link, ...]:
    """Return the full names of people, of a text in the case it is read in, that are none of the pack's.

    ``free`` are the numbers of the words outside the pack's names and dates; each target is the name in small
    letters. Who begins with a word that is no name, or ends with one of ``english``, is no person.
    One name alone is a person's behind a title, and is told with it.
    """
    small = english.writes_small if isinstance(english, Dictionary) else english.__contains__
    found: list[Link] = []
    for capital, run in groupby(enumerate(tokens), lambda each: each[0] in free and each[1].capital):
        words = list(run)
        first, last = words[0][1].word, words[-1][1].word
        title = tokens[words[0][0] - 1].word if words[0][0] else ""
        titled = len(words) == 1 and title in _TITLES
        if not capital or small(first) or first in WORLD_NAMES or last in english:
            continue
        if titled or len(words) > 1:
            name = " ".join([title] * titled + [token.word for _, token in words])
            found.append(Link(words[0][0], words[-1][0] + 1, (name,)))
    return tuple(found)


def _is_asked_to_say(link: Link, found: Sequence[str]) -> bool:
    """Whether a name stands between what asks for words and a verb of saying, or beside a word for words."""
    before, after = found[max(0, link.start - _TITLE - 1) : link.start], found[link.end : link.end + 1]
    said, by = (*("", ""), *before)[-2:]
    words = (
        (by in _BY and said in _WORDS_OF)
        or (by == "by" and said in _SAYING)
        or not _WORDS_OF.isdisjoint(after)
    )
    return words or (not _SAYING.isdisjoint(after) and not _ASKED_TO_SAY.isdisjoint(before))


def _is_asked_about(link: Link, found: Sequence[str]) -> bool:
    """Whether a text begins with a name and "on" or "about"."""
    return link.start == 0 and not _ON.isdisjoint(found[link.end : link.end + 1])


def own_of_names(links: Sequence[Link], found: Sequence[str]) -> Iterator[str]:
    """Yield what is asked of a name in Urdu, other than what it means: "X ki umar"."""
    for link in links:
        owning, own = (*found[link.end : link.end + 2], "", "")[:2]
        if owning in _OWNING and own and own not in _NOT_OWN:
            yield own


def publishers(pack: Pack, names: Phrasebook) -> Iterator[str]:
    """Yield, in small letters, the publishers of sources by names of one word that are none of the pack's."""
    for source in pack.sources.values():
        name = source.publisher
        if name.isalpha() and not names.find([name.casefold()], [name]):
            yield name.casefold()
