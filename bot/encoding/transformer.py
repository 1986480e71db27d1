"""PURE: the layers of a BERT sentence model in numpy: word pieces in, one vector of length 1 out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Floats: TypeAlias = NDArray[np.float32]

_EPSILON: Final = np.float32(1e-12)
_HIDDEN: Final = np.float32(-1e9)
"""Added to what a word must not look at: the empty places behind a shorter text."""
_ERF: Final = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
_ERF_SCALE: Final = np.float32(0.3275911)
"""Abramowitz and Stegun 7.1.26: the error function to 1.5e-7, which numpy does not have."""


class _Dense(NamedTuple):
    """One dense layer; the weight stands as (in, out), in which the products are twice as fast."""

    weight: Floats
    bias: Floats

    def __call__(self, states: Floats) -> Floats:
        """Return the layer of some states, (texts, places, in) to (texts, places, out)."""
        flat = states.reshape(-1, states.shape[-1]) @ self.weight  # one product: faster than one a text
        flat += self.bias
        return flat.reshape(*states.shape[:-1], -1)


class _Norm(NamedTuple):
    """Layer normalisation: mean 0 and spread 1 at each place, then scaled and moved as learned."""

    scale: Floats
    shift: Floats

    def __call__(self, states: Floats) -> Floats:
        """Return the states normalised."""
        centred = states - states.mean(axis=-1, keepdims=True)
        centred /= np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _EPSILON)
        centred *= self.scale
        centred += self.shift
        return centred


class _Layer(NamedTuple):
    """One of the encoder's layers; ``mixing`` gives query, key and value side by side."""

    mixing: _Dense
    mixed: _Dense
    after_mixing: _Norm
    inner: _Dense
    outer: _Dense
    after_outer: _Norm


class Transformer:
    """A BERT encoder with mean pooling (Devlin et al. 2018; Reimers and Gurevych 2019)."""

    def __init__(self, weights: Mapping[str, Floats], heads: int) -> None:
        """Take the weights by their usual names; ``ValueError`` when one is missing or does not fit."""
        numbers = {int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer.")}
        self._heads = heads
        try:
            self._layers = [_layer(weights, f"encoder.layer.{number}.") for number in sorted(numbers)]
            self._words = weights["embeddings.word_embeddings.weight"]
            types = weights["embeddings.token_type_embeddings.weight"]
            self._places = weights["embeddings.position_embeddings.weight"] + types[0]
            self._first = _norm(weights, "embeddings.LayerNorm")
        except KeyError as error:
            message = f"the weights lack {error}"
            raise ValueError(message) from None
        self.pieces, self.width = self._words.shape
        self.longest: Final = len(self._places)
        self.encode([[0, 0]])  # so that what does not fit together is found now

    def encode(self, pieces: Sequence[Sequence[int]]) -> Floats:
        """Return the vectors of some texts, one row each; texts of like length belong together."""
        longest = max(map(len, pieces))
        numbers = np.zeros((len(pieces), longest), dtype=np.intp)
        there = np.zeros((len(pieces), longest), dtype=np.float32)
        for row, found in enumerate(pieces):
            numbers[row, : len(found)] = found
            there[row, : len(found)] = 1
        states = self._first(self._words[numbers] + self._places[:longest])
        hidden = (1 - there)[:, None, None, :] * _HIDDEN
        for layer in self._layers:
            states = layer.after_mixing(states + self._attend(states, layer, hidden))
            states = layer.after_outer(states + layer.outer(_gelu(layer.inner(states))))
        summed = (states * there[..., None]).sum(axis=1)
        return summed / np.linalg.norm(summed, axis=1, keepdims=True).clip(_EPSILON)

    def _attend(self, states: Floats, layer: _Layer, hidden: Floats) -> Floats:
        """Return what each place takes from the others by multi-head attention."""
        texts, places, width = states.shape
        each = width // self._heads
        mixing = layer.mixing(states).reshape(texts, places, 3, self._heads, each)
        query, key, value = mixing.transpose(2, 0, 3, 1, 4)
        scores = query @ key.transpose(0, 1, 3, 2) * np.float32(1 / math.sqrt(each))
        scores += hidden
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        return layer.mixed((scores @ value).transpose(0, 2, 1, 3).reshape(texts, places, width))


def _layer(weights: Mapping[str, Floats], name: str) -> _Layer:
    """Return one layer of the encoder (``KeyError`` when a weight is missing)."""
    parts = [f"{name}attention.self.{part}" for part in ("query", "key", "value")]
    return _Layer(
        _dense(weights, *parts),
        _dense(weights, f"{name}attention.output.dense"),
        _norm(weights, f"{name}attention.output.LayerNorm"),
        _dense(weights, f"{name}intermediate.dense"),
        _dense(weights, f"{name}output.dense"),
        _norm(weights, f"{name}output.LayerNorm"),
    )


def _dense(weights: Mapping[str, Floats], *names: str) -> _Dense:
    """Return one dense layer, or several side by side."""
    stacked = np.concatenate([weights[f"{name}.weight"] for name in names])
    bias = np.concatenate([weights[f"{name}.bias"] for name in names])
    return _Dense(np.ascontiguousarray(stacked.T), bias)


def _norm(weights: Mapping[str, Floats], name: str) -> _Norm:
    """Return one layer normalisation."""
    return _Norm(weights[f"{name}.weight"], weights[f"{name}.bias"])


def _gelu(values: Floats) -> Floats:
    """Return the Gaussian error linear unit of some values."""
    scaled = values * np.float32(math.sqrt(0.5))
    size = np.abs(scaled)
    inverse = 1 / (1 + _ERF_SCALE * size)
    series = np.float32(_ERF[-1]) * inverse
    for term in reversed(_ERF[:-1]):
        series = (series + np.float32(term)) * inverse
    error = np.copysign(1 - series * np.exp(-size * size), scaled)
    return values * np.float32(0.5) * (1 + error)
