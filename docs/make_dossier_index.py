"""Makes docs/dossier/index.json: the ids, numbers, dates and addresses of the research notes, no sentences.

``make_coverage`` compares the pack with the index.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import yaml

from bot.commands.running import told
from bot.commands.scripts import CommandLine, file_at
from bot.knowledge.problems import BotError
from bot.knowledge.wording import numbers_in

INDEX: Final = Path(__file__).parent / "dossier" / "index.json"
Row = dict[str, Any]


def main() -> None:
    """Read the research notes and write their index."""
    options = CommandLine(__doc__)
    options.add_argument("dossier", type=file_at, metavar="DOSSIER.yaml", help="the research notes")
    dossier: Path = options.parse_args().dossier
    try:
        text = index_of(yaml.load(dossier.read_text(encoding="utf-8"), yaml.CSafeLoader))
    except (UnicodeError, yaml.YAMLError) as error:
        message = f"{dossier} can't be read as YAML in UTF-8; mend it there: {' '.join(str(error).split())}"
        raise BotError(message) from None
    except (AttributeError, KeyError, TypeError) as error:
        message = f"{dossier} does not hold research notes as they are laid out; it fails at {error}."
        raise BotError(message) from None
    INDEX.write_text(text, encoding="utf-8")


def index_of(whole: dict[str, list[Row]]) -> str:
    """Return the index of the research notes as JSON."""
    notes = {
        **{row["id"]: _fact(row) for row in whole["facts"]},
        **{row["id"]: _figure(row) for row in whole["figures"]},
        **{row["id"]: {"dates": [row["date"]], "sources": [row["source"]]} for row in whole["quotes"]},
        **{row["id"]: _event(row) for row in whole["events"]},
        **{f"entity:{row['name']}": {"sources": row["sources"]} for row in whole["entities"]},
        **{row["id"]: _claim(row) for row in whole["seed_claims"]},
    }
    sources = {
        row["id"]: {"url": row["url"], "date": row["date"] and str(row["date"])} for row in whole["sources"]
    }
    leads = {str(number): row["url"] for number, row in enumerate(whole["leads"], start=1)}
    parts = {"notes": notes, "sources": sources, "leads": leads}
    text = ",\n".join(f"{json.dumps(name)}: {_lines(part)}" for name, part in parts.items())
    return f"{{\n{text}\n}}\n"


def _lines(rows: Row) -> str:
    """Return JSON with one row a line, so that a change of one note is a change of one line."""
    lines = (f" {json.dumps(key)}: {json.dumps(row, ensure_ascii=False)}" for key, row in rows.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def _fact(row: Row) -> Row:
    """Return what is comparable of a fact; one without a date is written "undated"."""
    return {
        "numbers": _numbers(row["statement"]),
        "dates": [] if row["as_of"] == "undated" else [str(row["as_of"])],
        "sources": row["sources"],
        "against": row["disagreeing_sources"],
    }


def _figure(row: Row) -> Row:
    """Return what is comparable of a figure."""
    values = [row["value"], row.get("value_max")]
    period = row["period"]
    return {
        "numbers": [str(value) for value in values if value is not None],
        "dates": [f"{period['start']}/{period['end']}"],
        "sources": row["sources"],
    }


def _event(row: Row) -> Row:
    """Return what is comparable of an event."""
    days = [str(row[name]) for name in ("date", "date_end") if row.get(name)]
    return {"numbers": _numbers(row["headline"]), "dates": ["/".join(days)], "sources": row["sources"]}


def _claim(row: Row) -> Row:
    """Return what is comparable of a claim of the article."""
    return {"numbers": _numbers(row["claim"]), "verdict": row["verdict"], "facts": row["facts"]}


def _numbers(text: str) -> list[str]:
    """Return the numbers that a text names, in order of size."""
    return [f"{number.normalize():f}" for number in sorted(numbers_in(text))]


if __name__ == "__main__":
    told(main)
