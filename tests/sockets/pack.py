"""A small pack as YAML, so that the bot process starts fast: a few facts, and figures for some pages."""

from __future__ import annotations

from pathlib import Path
from typing import Final

DATES: Final = "When were the talks held?"
PLACE: Final = "Which city hosted the delegation?"
DATES_ANSWER: Final = "The talks were held on 6 and 7 March 2023."
PLACE_ANSWER: Final = "Islamabad hosted the delegation."
CITATION: Final = "[Talks end](https://example.org/dawn) · Dawn · 7 March 2023"

_PACK: Final = f"""\
title: the talks
metrics:
  deaths:
    unit: people
    words: [deaths, people killed, killed]
    sentence: "{{who}} counted {{value}} people killed {{where}} {{when}}."
sources:
  - {{id: dawn, publisher: Dawn, title: Talks end, date: 2023-03-07, url: "https://example.org/dawn"}}
entities:
  - {{id: pakistan, name: Pakistan, kind: place}}
  - {{id: picss, name: PICSS}}
facts:
  - id: dates
    statement: {DATES_ANSWER}
    asks: ["{DATES}"]
    period: 2023-03-06/2023-03-07
    citations: [dawn]
  - id: place
    statement: {PLACE_ANSWER}
    asks: ["{PLACE}"]
    citations: [dawn]
figures:
"""
_FIGURE: Final = """\
  - id: deaths-{year}
    metric: deaths
    value: {year}
    unit: people
    period: {year}
    place: pakistan
    counted_by: picss
    citations: [dawn]
"""


def write(folder: Path) -> Path:
    """Write the pack into a new folder; return the folder."""
    folder.mkdir()
    figures = "".join(_FIGURE.format(year=year) for year in range(2000, 2020))
    (folder / "pack.yaml").write_text(_PACK + figures, encoding="utf-8")
    return folder
