"""A good pack with every kind of entry, written to disk, and what is said of a changed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.packs import read_pack

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {
    "pack.yaml": """\
id: talks
title: The talks
language: en
default_place: pakistan
default_period: 2023-03-06/2023-03-07
as_of: 2026-01
metrics:
  deaths:
    unit: people
    words: [killed, deaths]
    sentence: "{who} counted {value} deaths {where} {when}."
synonyms:
  - [toll, casualties]
""",
    "sources.yaml": """\
- id: dawn-20230307
  publisher: Dawn
  title: Pakistan, US reaffirm commitment
  date: 2023-03-07
  url: https://www.dawn.com/news/1740907
- id: picss-2023
  publisher: PICSS
  title: null
  url: https://example.org/picss
  kind: think-tank
  reliability: high
""",
    "entities.yaml": """\
- id: pakistan
  name: Pakistan
- id: ned-price
  name: Ned Price
  kind: person
  aliases: [Price]
- id: picss
  name: PICSS
  description: An institute in Islamabad that counts attacks.
  part_of: [pakistan]
  citations: [picss-2023]
""",
    "facts/dialogue.yaml": """\
- id: dialogue-dates
  statement: The dialogue took place on 6 and 7 March 2023.
  asks:
    - When was the dialogue?
    - What dates were the talks?
    - Which days did they meet?
  about: [pakistan]
  period: 2023-03-06/2023-03-07
  citations: [dawn-20230307]
""",
    "figures/deaths.yaml": """\
- id: deaths-2023-01
  metric: deaths
  value: 134
  unit: people
  qualifier: at least
  period: 2023-01
  place: pakistan
  counted_by: picss
  citations: [{source: picss-2023, locator: table 1}]
  conflicts: [{note: 101 according to another institute.}]
""",
    "quotes.yaml": """\
- id: price-threats
  words: We are determined to deepen our cooperation.
  speaker: ned-price
  date: 2023-02-15
  asks: [What did Ned Price say?, price on cooperation, Which words did Price use?]
  citations: [dawn-20230307]
""",
    "events.yaml": """\
- id: talks-held
  title: The talks are held
  date: 2023-03-06
  asks: [When did the talks begin?, start of the talks, On what day were they held?]
  citations: [dawn-20230307]
""",
    "claims.yaml": """\
- id: claim-one-day
  claim: The talks lasted one day
  verdict: contradicted
  differs: They lasted two days.
  entries: [dialogue-dates]
""",
    "questions/tune.yaml": """\
- question: When did they talk?
  expect: dialogue-dates
- question: Who won the cup?
  expect: null
  split: report
""",
}

SOURCE = "sources: [{id: s, publisher: P, title: T}]\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def said(folder: Path, changes: dict[str, str] | None = None) -> list[str]:
    """Write the good pack with some files changed, read it, and return what is said of it."""
    reading = read_pack(write(folder, GOOD | (changes or {})))
    return [str(problem) for problem in reading.problems]


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """Return one file of the good pack with a passage replaced."""
    assert old in GOOD[file], f"{file} does not contain {old!r}"
    return {file: GOOD[file].replace(old, new, 1)}
