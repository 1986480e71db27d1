"""A sentence model in a folder: its vectors, and what is said of a folder that holds none."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.encoding.model import ModelError, SentenceModel
from bot.encoding.tensors import read_tensors
from bot.encoding.transformer import Transformer
from tests.encoding.tiny_model import HEADS, WIDTH, WORDS, safetensors, weights, write

TEXTS = ["when is the club open?", "opening hours", "", "Café", "the club " * 80]
Doubles = NDArray[np.float64]


def norm(states: Doubles, scale: Doubles, shift: Doubles) -> Doubles:
    """Return layer normalisation as its definition has it."""
    spread = np.sqrt(states.var(axis=-1, keepdims=True) + 1e-12)
    return (states - states.mean(axis=-1, keepdims=True)) / spread * scale + shift


def by_the_book(pieces: list[int]) -> Doubles:
    """Return the vector of one text, computed word by word and head by head in 64 bits."""
    held = {name: values.astype(np.float64) for name, values in weights().items()}

    def dense(states: Doubles, name: str) -> Doubles:
        return states @ held[f"{name}.weight"].T + held[f"{name}.bias"]

    def normed(states: Doubles, name: str) -> Doubles:
        return norm(states, held[f"{name}.weight"], held[f"{name}.bias"])

    states = held["embeddings.word_embeddings.weight"][pieces]
    states = states + held["embeddings.position_embeddings.weight"][: len(pieces)]
    states = normed(states + held["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
    for layer in range(2):
        name = f"encoder.layer.{layer}."
        query, key, value = (
            dense(states, f"{name}attention.self.{part}") for part in ("query", "key", "value")
        )
        heads: list[Doubles] = []
        for head in range(HEADS):
            own = slice(head * WIDTH // HEADS, (head + 1) * WIDTH // HEADS)
            scores = np.exp(query[:, own] @ key[:, own].T / math.sqrt(WIDTH // HEADS))
            heads.append(scores / scores.sum(axis=1, keepdims=True) @ value[:, own])
        mixed = dense(np.concatenate(heads, axis=1), f"{name}attention.output.dense")
        states = normed(states + mixed, f"{name}attention.output.LayerNorm")
        inner = dense(states, f"{name}intermediate.dense")
        inner = inner * 0.5 * (1 + np.vectorize(math.erf)(inner / math.sqrt(2)))
        states = normed(states + dense(inner, f"{name}output.dense"), f"{name}output.LayerNorm")
    mean = states.mean(axis=0)
    return mean / np.linalg.norm(mean)


def test_the_layers_compute_what_their_definition_says() -> None:
    model = Transformer(weights(), HEADS)
    batch = [[2, 4, 5, 3], [2, 8, 3]]
    for row, pieces in zip(model.encode(batch), batch, strict=True):
        np.testing.assert_allclose(row, by_the_book(pieces), atol=2e-5)


def test_a_text_has_one_unit_vector_whatever_it_is_encoded_with(tmp_path: Path) -> None:
    model = SentenceModel(write(tmp_path))
    together = model.encode(TEXTS)
    assert together.shape == (len(TEXTS), model.width)
    np.testing.assert_allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    for text, row in zip(TEXTS, together, strict=True):
        np.testing.assert_allclose(model.encode([text])[0], row, atol=1e-4)


def test_models_with_other_weights_have_other_fingerprints(tmp_path: Path) -> None:
    first = SentenceModel(write(tmp_path / "a"))
    assert first.fingerprint == SentenceModel(write(tmp_path / "b")).fingerprint
    assert first.fingerprint != SentenceModel(write(tmp_path / "c", seed=1)).fingerprint


def test_halved_numbers_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "half.safetensors"
    path.write_bytes(safetensors(weights(), "F16"))
    for name, values in read_tensors(path).items():
        assert values.dtype == np.float32
        np.testing.assert_allclose(values, weights()[name], atol=2e-3)


def refused(folder: Path) -> str:
    """Return what is said of a folder."""
    with pytest.raises(ModelError) as found:
        SentenceModel(folder)
    return str(found.value)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    assert str(tmp_path) in refused(tmp_path)


def damaged(stored: bytes, how: str) -> bytes:
    """Return the bytes of a file of weights with a damage."""
    match how:
        case "only a few bytes":
            return stored[:4]
        case "a length of nonsense":
            return (1 << 40).to_bytes(8, "little") + stored[8:]
        case "a header of nonsense":
            return stored[:8] + b"x" + stored[9:]
        case "its end missing":
            return stored[:-2000]
        case "a weight missing":
            return stored.replace(b"layer.1.output.dense.bias", b"layer.1.output.dense.bits")
        case _:
            return stored.replace(b'"shape": [16, 8]', b'"shape": [8, 16]')


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("only a few bytes", "header"),
        ("a length of nonsense", "header is longer"),
        ("a header of nonsense", "header is damaged"),
        ("its end missing", "cut short"),
        ("a weight missing", "lack"),
        ("a weight of another shape", "mismatch"),
    ],
)
def test_damaged_weights_are_refused_in_a_sentence(tmp_path: Path, how: str, said: str) -> None:
    path = write(tmp_path) / "model.safetensors"
    path.write_bytes(damaged(path.read_bytes(), how))
    assert said in refused(tmp_path)


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    (write(tmp_path) / "config.json").write_text(json.dumps({"model_type": "t5", "num_attention_heads": 2}))
    assert "config.json names another kind" in refused(tmp_path)


def test_a_vocabulary_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    vocabulary = write(tmp_path) / "vocab.txt"
    vocabulary.write_text("\n".join([*WORDS, "more"]), encoding="utf-8")
    assert "larger than the model's" in refused(tmp_path)
    vocabulary.write_text("when\nis", encoding="utf-8")
    assert "lacks [UNK], [CLS], [SEP]" in refused(tmp_path)
