"""Prints how rightly sentences are checked against the pack in ``knowledge/dialogue``.

The sentences of bench/claims/ were written from the research alone. A sentence wrongly called supported is
the worst that can happen; then comes one wrongly called contradicted. Misses are shown of the tune half only.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from time import perf_counter

import yaml

from bot.answering.verdicts.judging import check
from bot.commands.running import told
from bot.commands.scripts import CommandLine
from bot.library import indexed
from bot.packs import load_pack

ROOT = Path(__file__).parents[1]
CLAIMS = ROOT / "bench" / "claims" / "dialogue.yaml"
KINDS = ("supported", "contradicted", "not covered")


def rows(split: str) -> list[tuple[str, str, str]]:
    """Return the verdict that is right, the sentence, and what was changed in it."""
    found = yaml.safe_load(CLAIMS.read_text("utf-8"))
    listed = [(kind, row) for kind in KINDS for row in found[kind][split]]
    return [
        (kind, row, "") if isinstance(row, str) else (kind, row["sentence"], row["slot"])
        for kind, row in listed
    ]


def right(wanted: str, found: str, slot: str) -> bool:
    """Whether a verdict will do: who denies what the sources say may be contradicted by them, too."""
    return wanted == found or (slot == "negation" and found == "contradicted")


def main() -> None:
    """Print the table."""
    options = CommandLine(__doc__)
    options.add_argument(
        "--split", choices=("tune", "report"), default="report", help="the half; else %(default)s"
    )
    options.add_argument("--misses", action="store_true", help="what went wrong, of the tune half only")
    given = options.parse_args()
    index = indexed(lambda: load_pack(ROOT / "knowledge" / "dialogue", questions=False))
    table: Counter[tuple[str, str]] = Counter()
    good = 0
    took: list[float] = []
    listed = rows(given.split)
    for wanted, sentence, slot in listed:
        begun = perf_counter()
        found = check(index, sentence)
        took.append(1000 * (perf_counter() - begun))
        table[wanted, found.finding] += 1
        fine = right(wanted, found.finding, slot)
        good += fine
        if given.misses and given.split == "tune" and not fine:
            why = "; ".join(f"{each.slot}: {each.said} / {each.found}" for each in found.compared)
            entries = ", ".join(each.entry for each in found.statements)
            print(f"{wanted} -> {found.finding}: {sentence}  [{entries}] {why} {found.reason or ''}")
    columns = (*KINDS, "imprecise")
    print(f"{given.split} half, {len(listed)} sentences, rows: right verdict, columns: ours")
    print(" " * 14 + "".join(f"{column:>14}" for column in columns))
    for kind in KINDS:
        print(f"{kind:14}" + "".join(f"{table[kind, column]:14}" for column in columns))
    wrong = sum(count for (wanted, found), count in table.items() if found == "supported" != wanted)
    print(f"right {good}/{len(listed)}; wrongly supported {wrong}")
    print(f"ms per sentence: mean {sum(took) / len(took):.1f}, most {max(took):.1f}")


if __name__ == "__main__":
    told(main)
