"""The command ``bot schema``: the JSON Schema of a pack, by which editors check it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.exits import USAGE, stop
from bot.commands.options import folder_typed


def schema(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            parser=folder_typed,
            metavar="DIR",
            help="Write the schema of each kind of file there.",
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of a pack, or write one for each kind of file, by which editors check."""
    from bot.packs.schema import file_name, schemas

    texts = {name: json.dumps(each, indent=1) + "\n" for name, each in schemas().items()}
    if output is None:
        sys.stdout.write(texts[file_name("pack")])
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (output / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        stop(f"Can't write to {output}: {error.strerror}.", USAGE)
    typer.echo(f"Wrote {len(texts)} schemas to {output}. A file names its own in its first line, as in")
    typer.echo(f"# yaml-language-server: $schema={output.as_posix()}/{file_name('facts')}")
