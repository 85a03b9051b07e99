"""The default parser: spaCy's transition parser with eventcode's own Universal Dependencies model.

The model ships inside the package as int8 weights (`models/en.npz`, made by `training/`), so nothing is
ever downloaded. Matrix products go through numpy's BLAS, which is faster than the one thinc carries.
"""

import json
from collections.abc import Iterable, Iterator
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import spacy
import srsly
from spacy.attrs import SENT_START
from spacy.tokens import Doc
from spacy.tokens import Span as Sentence
from spacy.util import load_model_from_config
from thinc.api import NumpyOps

from eventcode.parsers.lemmas import Lemmatizer
from eventcode.sentences import Segment
from eventcode.tree import Token, Tree

BATCH = 64  # segments parsed together
NO_START = -1
CLOSING = frozenset(".!?…:;\"'”’)]*-–—")


@spacy.Language.component("eventcode_boundaries")  # type: ignore[untyped-decorator]
def boundaries(doc: Doc) -> Doc:
    """Sentences begin only behind closing punctuation: a parser unsure of a name may not cut there."""
    starts = np.zeros(len(doc), dtype=np.int64)
    before = ""
    for at, token in enumerate(doc):
        if before and before[-1] not in CLOSING:
            starts[at] = NO_START
        if not token.is_space:
            before = token.text
    return doc.from_array([SENT_START], starts.astype(np.uint64).reshape(-1, 1))


class SpacyParser:
    """A spaCy pipeline that yields eventcode's trees."""

    def __init__(self, nlp: spacy.Language) -> None:
        self._nlp = nlp
        self._lemmas = Lemmatizer()

    def parse(self, segments: Iterable[Segment]) -> Iterator[list[Tree]]:
        """The trees of each segment, one list a segment, in order."""
        pairs = ((segment.text, segment.start) for segment in segments)
        for doc, start in self._nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield self._trees(doc, start)

    def _trees(self, doc: Doc, offset: int) -> list[Tree]:
        trees = []
        for sentence in doc.sents:
            tokens = self._tokens(sentence, offset)
            if tokens:
                trees.append(Tree(tokens, sentence.text, offset + sentence.start_char))
        return trees

    def _tokens(self, sentence: Sentence, offset: int) -> tuple[Token, ...]:
        kept = [t for t in sentence if not t.is_space]
        index = {t.i: i for i, t in enumerate(kept)}
        root = next((index[t.i] for t in kept if t.head.i == t.i), 0)
        return tuple(
            Token(
                index=i,
                text=t.text,
                lemma=self._lemmas.lemma(t.text, t.pos_, t.tag_),
                upos=t.pos_,
                xpos=t.tag_,
                head=-1 if i == root else index.get(t.head.i, root),
                relation="root" if i == root else t.dep_,
                start=offset + t.idx,
                end=offset + t.idx + len(t.text),
                features=str(t.morph),
            )
            for i, t in enumerate(kept)
        )


def load() -> SpacyParser:
    """The bundled model, ready to parse."""
    _use_numpy_blas()
    with as_file(files("eventcode.parsers") / "models" / "en.npz") as path, np.load(path) as packed:
        return SpacyParser(_unpack(dict(packed)))


def _unpack(packed: dict[str, Any]) -> spacy.Language:
    """The pipeline that `training/pack.py` packed."""
    config = json.loads(packed["config"].tobytes())
    message = srsly.msgpack_loads(packed["pipeline"].tobytes())
    config["nlp"]["pipeline"] = [name for name in config["nlp"]["pipeline"] if name in message]
    config["components"] = {k: v for k, v in config["components"].items() if k in message}
    for name in config["nlp"]["pipeline"]:
        message[name] = _with_weights(message[name], packed)
    nlp = load_model_from_config(config, auto_fill=True, validate=False)
    nlp.from_bytes(srsly.msgpack_dumps(message))
    nlp.add_pipe("eventcode_boundaries", before="parser")
    return nlp


def _with_weights(component: bytes, packed: dict[str, Any]) -> bytes:
    """A component's message with its weights back as float32."""
    message = srsly.msgpack_loads(component)
    model = srsly.msgpack_loads(message["model"])
    for params in model["params"]:
        for key, at in params.items():
            if at is not None:
                params[key] = _dequantised(packed, at)
    message["model"] = srsly.msgpack_dumps(model)
    return bytes(srsly.msgpack_dumps(message))


def _dequantised(packed: dict[str, Any], at: str) -> Any:
    weights = packed[at]
    scale = packed.get(at + "/scale")
    if scale is None:
        return weights
    return weights.astype(np.float32) * scale.reshape(-1, *([1] * (weights.ndim - 1)))


def _use_numpy_blas() -> None:
    def gemm(_: Any, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        left, right = (x.T if trans1 else x), (y.T if trans2 else y)
        return np.dot(left, right) if out is None else np.dot(left, right, out=out)

    NumpyOps.gemm = gemm
