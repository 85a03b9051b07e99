"""The model file that `training/pack.py` makes: int8 weights with a scale a row, names, the segmenter's pattern."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np

from eventcode.parsers.bundled.forms import Floats
from eventcode.parsers.bundled.labels import Custom

SCALE = "/scale"


@dataclass(frozen=True, slots=True)
class Model:
    """What the parser reads; `weights` are named by part, "network/arc"."""

    weights: Mapping[str, Floats]
    names: Mapping[str, list[str]]  # tags (UPOS and XPOS), features, labels, by number
    words: list[str]
    pattern: str
    closing: str
    custom: Custom

    def part(self, name: str) -> dict[str, Floats]:
        """The weights of one part, by their names inside it."""
        prefix = name + "/"
        return {key[len(prefix) :]: value for key, value in self.weights.items() if key.startswith(prefix)}

    @classmethod
    def read(cls, packed: Mapping[str, Any]) -> "Model":
        """A model from the arrays of its file."""
        about = json.loads(packed["about"].tobytes())
        weights = {
            key: dequantised(packed[key], packed.get(key + SCALE))
            for key in packed
            if key != "about" and not key.endswith(SCALE)
        }
        return cls(weights, about["names"], about["words"], about["pattern"], about["closing"], _custom(about))


def _custom(about: Mapping[str, Any]) -> Custom:
    number = {label: i for i, label in enumerate(about["names"]["labels"])}
    single, bare = (frozenset(number[label] for label in about[name]) for name in ("single", "bare"))
    return Custom(single, bare, number[about["marker"]])


def quantised(weights: Floats) -> tuple[np.ndarray, Floats]:
    """int8 weights and one scale for each row of the first axis."""
    flat = np.abs(weights).reshape(len(weights), -1).max(axis=1)
    scale = np.maximum(flat / 127, 1e-8).astype(np.float32)
    shaped = scale.reshape(-1, *[1] * (weights.ndim - 1))
    return np.rint(weights / shaped).astype(np.int8), scale


def dequantised(weights: np.ndarray, scale: Floats | None) -> Floats:
    """Weights as float32 again; those without a scale were kept as they are."""
    wide: Floats = weights.astype(np.float32)
    return wide if scale is None else wide * scale.reshape(-1, *[1] * (wide.ndim - 1))


def bundled() -> Model:
    """The model that ships with the package."""
    with (files("eventcode.parsers") / "models" / "en.npz").open("rb") as stream, np.load(stream) as packed:
        return Model.read({key: packed[key] for key in packed.files})
