"""PURE: slips told by the words beside them: a "police ruck attack" is one on a truck."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import product
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from bot.answering.adjacency import BEGIN
from bot.answering.repair import MAX_REPAIRS
from bot.answering.text import SENTENCE_END, as_typed, tokenise

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from bot.answering.adjacency import Adjacent
    from bot.answering.repair import Spelling
    from bot.answering.text import Token

_SHORTEST: Final = 3
_LONG: Final = 5
"""Letters from which both words of a name may be mistyped, and it is still known."""
_INITIALS: Final = 3
"""Letters up to which initials are those of another body with any other letter."""
_ONE_SIDE: Final = 5
"""Phrases in which what was meant must stand beside a neighbour that alone tells it; where both do, one
phrase each will do."""
_FEW_TIMES: Final = 10
"""How much more often than others near to it a name must stand there, for it to be the one that was meant."""


class Sureness(IntEnum):
    """How sure it is that a word was meant: phrases in which another must stand beside both its neighbours.

    With 3 instead of 8 for common words more slips in the tune questions were put right, and more words that
    were meant were changed; with 1 for rare ones towns were taken for slips.
    """

    NONE = 1
    RARE = 3
    COMMON = 8


@dataclass(frozen=True, slots=True)
class InContext:
    """Puts slips right by which words stand side by side in the phrases of a pack.

    ``key`` says what a word is compared by; ``names`` are the words of the pack's names, ``initials`` those
    in capitals, ``common`` other words that are written with a capital. ``sureness`` says how sure it is that
    a word was meant, and ``surely`` whether it may not be changed at all.
    """

    beside: Adjacent
    key: Callable[[str], str]
    spelling: Spelling
    names: Container[str]
    initials: Container[str]
    common: Container[str]
    sureness: Callable[[Token], Sureness]
    surely: Callable[[Token], bool]

    def put_right(self, plain: str) -> str:
        """Return a text with the words that never stand where they do made those near to them that do.

        At most ``MAX_REPAIRS`` words are tried.
        """
        tokens = tokenise(plain, cased=True)
        keys = [self.key(token.word) for token in tokens]
        befores, afters = _beside(plain, tokens, keys)
        heard = [times > 0 for times in self.beside.times(zip(befores, keys, strict=True))]
        heard_after = [after is not None and heard[number + 1] for number, after in enumerate(afters)]
        lone = [number for number, each in enumerate(heard) if not (each or heard_after[number])]
        changed: dict[int, str] = {}
        for number in [each for each in lone if self._doubtful(tokens[each])][:MAX_REPAIRS]:
            before = befores[number]
            if number - 1 in changed:
                before = self.key(changed[number - 1])
                if any(self.beside.times([(before, keys[number])])):
                    continue
            word = self._rather(tokens[number], before, afters[number])
            if word is not None:
                changed[number] = word
            elif number + 1 in lone and afters[number] is not None:
                changed |= self._whole_name(tokens, number)
        return _rewritten(plain, tokens, changed)

    def heard(self, before: str, word: str, after: str) -> bool:
        """Whether a word stands in some phrase beside one of two others, of which "" is none."""
        before, own, after = (self.key(each) if each else BEGIN for each in (before, word, after))
        pairs = [(before, own), (own, after)] if after else [(before, own)]
        return any(self.beside.times(pairs))

    def _doubtful(self, token: Token) -> bool:
        """Whether a word may be a slip at all."""
        short = len(token.word) < _SHORTEST or not token.raw.isalpha()
        return not (short or self.surely(token))

    def _rather(self, token: Token, before: str, after: str | None) -> str | None:
        """Return the word that was meant, given what its neighbours are compared by, or ``None``."""
        sureness = self.sureness(token)
        meant = sureness > Sureness.NONE
        told_before, told_after = self.beside.knows(before), after is not None and self.beside.knows(after)
        if not (told_before and told_after) and (meant or not (told_before or told_after)):
            return None
        found = self.spelling.near(token.word, twice=not meant)
        near = [word for word in found if not other_initials(token.word, word, self.initials)]
        if not meant and len(token.word) <= _INITIALS:  # it may be the initials of a body
            near = [word for word in near if not other_letter(token.word, word)]
        if token.capital:
            near = [word for word in near if word in self.names or word in self.common]
        if not near:
            return None
        keys = [self.key(word) for word in near]
        heard = [self.beside.times((before, key) for key in keys)] if told_before else []
        heard += [self.beside.times((key, after) for key in keys)] if after and told_after else []
        often = [min(times) for times in zip(*heard, strict=True)]
        least = _ONE_SIDE if len(heard) == 1 else int(sureness)
        if max(often) < least and not meant and OSA.distance(token.word, near[0]) == 1:
            often, least = [max(times) for times in zip(*heard, strict=True)], _ONE_SIDE
        return self._foremost(near, keys, often, least)

    def _whole_name(self, tokens: Sequence[Token], number: int) -> dict[int, str]:
        """Return by their numbers the two words of a name, both mistyped, that begins at one; or nothing.

        There must be just one such name.
        """
        both = tokens[number : number + 2]
        if any(self.sureness(each) == Sureness.COMMON or len(each.word) < _LONG for each in both):
            return {}
        found = [self.spelling.near(each.word, twice=True) for each in both]
        pairs = list(product(*([word for word in near if word in self.names] for near in found)))
        times = self.beside.times((self.key(one), self.key(other)) for one, other in pairs)
        names = [pair for pair, often in zip(pairs, times, strict=True) if often]
        return dict(enumerate(names[0], number)) if len(names) == 1 else {}

    def _foremost(
        self, near: Sequence[str], keys: Sequence[str], often: Sequence[int], least: int
    ) -> str | None:
        """Return the word that stands there most often, at least so many times; a name if no other vies."""
        best = max(often)
        word = near[often.index(best)]
        # of two bodies with names as near, neither is taken: their counts differ
        vying = max(least, best / _FEW_TIMES)
        rivals = {key for key, times in zip(keys, often, strict=True) if times >= vying}
        return word if best >= least and (word not in self.names or len(rivals) == 1) else None


def other_initials(word: str, name: str, initials: Container[str]) -> bool:
    """Whether a word of three letters is as likely the initials of another body as a slip for a name.

    It has another letter in the place of one. A letter too many, too few or two swapped are slips.
    """
    return name in initials and len(name) <= _INITIALS and other_letter(word, name)


def other_letter(word: str, other: str) -> bool:
    """Whether words one edit apart differ by a letter in the place of another."""
    return len(word) == len(other) and sorted(word) != sorted(other)


def _beside(plain: str, tokens: Sequence[Token], keys: Sequence[str]) -> tuple[list[str], list[str | None]]:
    """Return what stands before each word, and what after it or ``None``; each sentence begins anew."""
    befores: list[str] = []
    end = 0
    for number, token in enumerate(tokens):
        begins = not number or not SENTENCE_END.isdisjoint(plain[end : token.start])
        befores.append(BEGIN if begins else keys[number - 1])
        end = token.start + len(token.raw)
    nexts = zip(befores[1:], keys[1:], strict=True)
    return befores, [*(None if before == BEGIN else key for before, key in nexts), None][: len(tokens)]


def _rewritten(plain: str, tokens: Sequence[Token], changed: dict[int, str]) -> str:
    """Return a text with some of its words changed."""
    parts: list[str] = []
    end = 0
    for number, word in changed.items():
        token = tokens[number]
        parts += [plain[end : token.start], as_typed(word, token.raw)]
        end = token.start + len(token.raw)
    return "".join([*parts, plain[end:]])
