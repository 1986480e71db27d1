"""The public intent sets of ``quality.py``: read, drawn from, changed, and made into packs."""

from __future__ import annotations

import random
import string
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import yaml
from pydantic import BaseModel, Field, ValidationError

from bot.knowledge.problems import BotError
from bot.packs import load_pack

if TYPE_CHECKING:
    from bot.knowledge.model import Pack

WHERE: Final = """\
The folder {folder} has no {name}. It is made of public data sets, with the keys train, val and test (pairs
of text and label), val_oos (texts) and oos (kind -> texts), and optionally val_oos_k (kind -> texts):
  clinc150.json       github.com/clinc/oos-eval, data/data_full.json (CC BY 3.0)
  clinc_banking.json  github.com/jianguoz/Few-Shot-Intent-Detection, CLINC-Single-Domain-OOS/banking"""


Texts: TypeAlias = Annotated[list[str], Field(min_length=1)]
Labelled: TypeAlias = Annotated[list[tuple[str, str]], Field(min_length=1)]


class IntentSet(BaseModel):
    """Texts with their labels, and texts that no label covers, by kind."""

    train: Labelled
    val: list[tuple[str, str]]
    val_oos: Texts
    test: Labelled
    oos: Annotated[dict[str, Texts], Field(min_length=1)]
    val_oos_k: dict[str, Texts] = {}

    def uncovered(self, kind: str) -> list[str]:
        """Return the validation texts from which the threshold for a kind is taken."""
        return self.val_oos_k.get(kind, self.val_oos)


@dataclass(frozen=True, slots=True)
class Shots:
    """K asks for each label, drawn by a seed; those of a smaller K are among those of a larger."""

    asks: dict[str, list[str]]

    def pack(self) -> Pack:
        """Return the pack whose entries are the labels, written as YAML and read in the ordinary way."""
        facts = [
            {"id": f"e{number}", "statement": "An answer.", "asks": asks, "citations": ["set"]}
            for number, asks in enumerate(self.asks.values())
        ]
        source = {"id": "set", "publisher": "Bench", "title": "Bench"}
        with tempfile.TemporaryDirectory() as folder:
            whole = {"title": "Bench", "sources": [source], "facts": facts}
            (Path(folder) / "pack.yaml").write_text(yaml.safe_dump(whole), encoding="utf-8")
            return load_pack(Path(folder))


def read(folder: Path, name: str) -> IntentSet:
    """Read one set (``BotError`` with where to get it when it is not there, or what is wrong with it)."""
    path = folder / name
    if not path.exists():
        raise BotError(WHERE.format(folder=folder, name=name))
    try:
        return IntentSet.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        message = f"{path} is no such set ({place + ': ' if place else ''}{first['msg']}); make it anew."
        raise BotError(message) from None


def draw(found: IntentSet, count: int, seed: int) -> Shots:
    """Draw so many asks for each label."""
    draws = random.Random(seed)  # noqa: S311  # a sample, no secret
    by_label: dict[str, list[str]] = {}
    for text, label in found.train:
        by_label.setdefault(label, []).append(text)
    return Shots(
        {label: draws.sample(texts, len(texts))[:count] for label, texts in sorted(by_label.items())}
    )


def letters_changed(text: str, seed: int) -> str:
    """Return a text with one or two letters deleted, doubled, replaced or swapped; digits stay."""
    draws = random.Random(f"{seed} {text}")  # noqa: S311  # as above
    letters = list(text)
    for _ in range(draws.choice((1, 2))):
        places = [place for place, letter in enumerate(letters) if letter.isalpha()]
        if not places:
            break
        place = draws.choice(places)
        match draws.choice(("delete", "insert", "replace", "swap")):
            case "delete":
                letters[place] = ""
            case "insert":
                letters[place] += draws.choice(string.ascii_lowercase)
            case "replace":
                letters[place] = draws.choice(string.ascii_lowercase)
            case _ if place + 1 < len(letters) and letters[place + 1].isalpha():
                letters[place], letters[place + 1] = letters[place + 1], letters[place]
            case _:
                letters[place] = ""
        letters = list("".join(letters))
    return "".join(letters)
