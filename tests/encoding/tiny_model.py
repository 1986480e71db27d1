"""A tiny sentence model with random weights, written to a folder as the real ones are."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH, INNER, LAYERS, HEADS, PLACES = 8, 16, 2, 2, 70
WORDS = (
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "when",
    "is",
    "the",
    "club",
    "open",
    "##ing",
    "hours",
    "?",
    "cafe",
)


def weights(seed: int = 0) -> dict[str, NDArray[np.float32]]:
    """Return random weights by their usual names."""
    draws = np.random.default_rng(seed)

    def normal(*shape: int) -> NDArray[np.float32]:
        return draws.normal(size=shape).astype(np.float32)

    found = {
        "embeddings.word_embeddings.weight": normal(len(WORDS), WIDTH),
        "embeddings.position_embeddings.weight": normal(PLACES, WIDTH),
        "embeddings.token_type_embeddings.weight": normal(2, WIDTH),
        "embeddings.LayerNorm.weight": normal(WIDTH),
        "embeddings.LayerNorm.bias": normal(WIDTH),
    }
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}."
        shapes = {
            "attention.self.query": (WIDTH, WIDTH),
            "attention.self.key": (WIDTH, WIDTH),
            "attention.self.value": (WIDTH, WIDTH),
            "attention.output.dense": (WIDTH, WIDTH),
            "intermediate.dense": (INNER, WIDTH),
            "output.dense": (WIDTH, INNER),
        }
        for part, shape in shapes.items():
            found[f"{name}{part}.weight"], found[f"{name}{part}.bias"] = normal(*shape), normal(shape[0])
        for part in ("attention.output.LayerNorm", "output.LayerNorm"):
            found[f"{name}{part}.weight"], found[f"{name}{part}.bias"] = normal(WIDTH), normal(WIDTH)
    return found


def safetensors(tensors: dict[str, NDArray[np.float32]], kind: str = "F32") -> bytes:
    """Return the bytes of a file that holds some arrays."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    body = b""
    for name, values in {**tensors, "embeddings.position_ids": np.arange(3, dtype=np.int64)}.items():
        stored = values.astype("<f2") if kind == "F16" and values.dtype == np.float32 else values
        label = kind if values.dtype == np.float32 else "I64"
        offsets = [len(body), len(body) + stored.nbytes]
        header[name] = {"dtype": label, "shape": list(values.shape), "data_offsets": offsets}
        body += stored.tobytes()
    head = json.dumps(header).encode()
    return len(head).to_bytes(8, "little") + head + body


def write(folder: Path, seed: int = 0) -> Path:
    """Write a whole model into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.safetensors").write_bytes(safetensors(weights(seed)))
    (folder / "vocab.txt").write_text("\n".join(WORDS) + "\n", encoding="utf-8")
    config = {"model_type": "bert", "hidden_act": "gelu", "num_attention_heads": HEADS}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    return folder
