"""Pack a trained spaCy pipeline into the one small file that ships inside the wheel.

    python training/pack.py PIPELINE_DIR [-o src/eventcode/parsers/models/en.npz]

Every weight matrix is stored as int8 with one float32 scale per row, which costs no accuracy and a
quarter of the room; vectors (biases, norms) stay float32. `eventcode.parsers.spacy` unpacks it.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import spacy
import srsly

MODEL = Path(__file__).parent.parent / "src" / "eventcode" / "parsers" / "models" / "en.npz"
KEPT = ("tok2vec", "tagger", "morphologizer", "parser")


def quantise(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The rows of a matrix as int8, and the scale that gives each row back."""
    rows = weights.reshape(len(weights), -1)
    scale = np.maximum(np.abs(rows).max(axis=1), 1e-12).astype(np.float32) / 127
    return np.round(rows / scale[:, None]).astype(np.int8).reshape(weights.shape), scale


def pack_component(name: str, message: dict, arrays: dict[str, np.ndarray]) -> None:
    """Move the weights of one component out of its message into `arrays`."""
    model = srsly.msgpack_loads(message["model"])
    for node, params in enumerate(model["params"]):
        for key, value in params.items():
            if value is None:
                continue
            at = f"{name}/{node}/{key}"
            if value.ndim > 1 and len(value) > 1:
                arrays[at], arrays[at + "/scale"] = quantise(value)
            else:
                arrays[at] = value.astype(np.float32)
            params[key] = at
    message["model"] = srsly.msgpack_dumps(model)


def pack(source: Path, out: Path) -> None:
    """Write the packed pipeline of `source` to `out`."""
    nlp = spacy.load(source, exclude=["lemmatizer", "trainable_lemmatizer"])
    message = srsly.msgpack_loads(nlp.to_bytes())
    arrays: dict[str, np.ndarray] = {}
    for name in KEPT:
        part = srsly.msgpack_loads(message[name])
        pack_component(name, part, arrays)
        message[name] = srsly.msgpack_dumps(part)
    message["vocab"] = label_vocab(nlp)
    arrays["config"] = as_array(json.dumps(nlp.config).encode())
    arrays["pipeline"] = as_array(srsly.msgpack_dumps(message))
    np.savez_compressed(out, **arrays)


def label_vocab(nlp: spacy.Language) -> bytes:
    """A vocabulary with the labels alone: words are added as they are met."""
    bare = spacy.blank(nlp.lang)
    for pipe in nlp.pipe_names:
        for label in getattr(nlp.get_pipe(pipe), "labels", ()):
            bare.vocab.strings.add(label)
    return bare.vocab.to_bytes(exclude=["lookups", "vectors"])


def as_array(data: bytes) -> np.ndarray:
    return np.frombuffer(data, dtype=np.uint8)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pipeline", type=Path)
    options.add_argument("-o", "--out", type=Path, default=MODEL)
    chosen = options.parse_args()
    pack(chosen.pipeline, chosen.out)
