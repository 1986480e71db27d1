"""The options that commands share, and what each stands for: a folder, an indexed pack, a day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.packs import load_pack

if TYPE_CHECKING:
    from bot.answering.index import Index


def folder_typed(typed: str) -> Path:
    """Return the folder of a typed path; an empty one would be the folder that one is in."""
    if not typed.strip():
        message = "it is empty; name a folder"
        raise typer.BadParameter(message)
    return Path(typed)


Knowledge = Annotated[
    Path | None,
    typer.Option(
        "--knowledge", parser=folder_typed, metavar="DIR", help="The knowledge pack; else KNOWLEDGE_DIR."
    ),
]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help='The day it is: for "last year", and for what is out of date.'),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def folder_of(knowledge: Path | None) -> Path:
    """Return the pack's folder: as given, or as the settings name it (``ConfigError`` when there is none)."""
    from bot.config import knowledge_at, load_settings

    return knowledge_at(load_settings().knowledge_dir if knowledge is None else knowledge)


def index_of(knowledge: Path | None, *, questions: bool = False) -> Index:
    """Read the pack and index it, with the sentence model that the settings choose."""
    from bot.config import knowledge_at, load_settings
    from bot.encoding.choosing import choose_encoder
    from bot.library import indexed

    settings = load_settings()
    encoder = choose_encoder(settings.semantic_model, settings.cache_dir)
    path = knowledge_at(settings.knowledge_dir if knowledge is None else knowledge)
    return indexed(lambda: load_pack(path, questions=questions), encoder)


def day_of(as_of: datetime | None) -> date:
    """Return the day as given, or the day it is here."""
    return as_of.date() if as_of else datetime.now().astimezone().date()
