"""The options that commands share, and what each stands for: a folder, an indexed pack, a day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.packs import load_pack

if TYPE_CHECKING:
    from bot.answering.index import Index

Knowledge = Annotated[
    Path | None,
    typer.Option("--knowledge", metavar="DIR", help="The knowledge pack; else KNOWLEDGE_DIR."),
]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help='The day it is: for "last year", and for what is out of date.'),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def folder_of(knowledge: Path | None) -> Path:
    """Return the pack's folder: as given, or as the settings name it."""
    if knowledge is not None:
        return knowledge
    from bot.config import load_settings

    return load_settings().knowledge_dir


def index_of(knowledge: Path | None, *, questions: bool = False) -> Index:
    """Read the pack and index it, with the sentence model that the settings choose."""
    from bot.config import load_settings
    from bot.encoding.choosing import choose_encoder
    from bot.library import indexed

    settings = load_settings()
    encoder = choose_encoder(settings.semantic_model, settings.cache_dir)
    return indexed(lambda: load_pack(knowledge or settings.knowledge_dir, questions=questions), encoder)


def day_of(as_of: datetime | None) -> date:
    """Return the day as given, or the day it is here."""
    return as_of.date() if as_of else datetime.now().astimezone().date()
