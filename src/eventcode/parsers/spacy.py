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
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, MORPH, POS, SENT_START, TAG
from spacy.tokens import Doc
from spacy.util import load_model_from_config
from thinc.api import NumpyOps

from eventcode.parsers.lemmas import Lemmatizer
from eventcode.sentences import Segment
from eventcode.tree import Token, Tree

BATCH = 64  # segments parsed together
COLUMNS = [IDX, LENGTH, POS, TAG, DEP, HEAD, MORPH, SENT_START, IS_SPACE]
HEADS, STARTS, SPACE = 5, 7, 8  # where they stand in COLUMNS
UNSIGNED = (1 << 64) - 1
NO_START = -1
CLOSING = frozenset(".!?…:;\"'”’)]*-–—")


@spacy.Language.component("eventcode_boundaries")  # type: ignore[untyped-decorator]
def boundaries(doc: Doc) -> Doc:
    """Sentences begin only behind closing punctuation: a parser unsure of a name may not cut there."""
    starts = np.zeros(len(doc), dtype=np.int64)
    text, closed = doc.text, True
    for at, (start, length, space) in enumerate(doc.to_array([IDX, LENGTH, IS_SPACE]).tolist()):
        if not closed:
            starts[at] = NO_START
        if not space:
            closed = text[start + length - 1] in CLOSING
    return doc.from_array([SENT_START], starts.astype(np.uint64).reshape(-1, 1))


class SpacyParser:
    """A spaCy pipeline that yields eventcode's trees."""

    def __init__(self, nlp: spacy.Language) -> None:
        self._nlp = nlp
        self._lemmas = Lemmatizer()
        self._names: dict[int, str] = {}  # spaCy's numbers of tags, labels and features → their names

    def parse(self, segments: Iterable[Segment]) -> Iterator[list[Tree]]:
        """The trees of each segment, one list a segment, in order."""
        pairs = ((segment.text, segment.start) for segment in segments)
        for doc, start in self._nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield list(self._trees(doc, start))

    def _trees(self, doc: Doc, offset: int) -> Iterator[Tree]:
        """The sentences of a document, read from its arrays."""
        rows = doc.to_array(COLUMNS).astype(np.int64).tolist()
        starts = [at for at, row in enumerate(rows) if at == 0 or row[STARTS] == 1]
        for first, end in zip(starts, [*starts[1:], len(rows)], strict=True):
            kept = [at for at in range(first, end) if not rows[at][SPACE]]
            if kept:
                tokens = self._tokens(doc.text, rows, kept, offset)
                begin, stop = tokens[0].start, tokens[-1].end
                yield Tree(tokens, doc.text[begin - offset : stop - offset], begin)

    def _tokens(self, text: str, rows: list[list[int]], kept: list[int], offset: int) -> tuple[Token, ...]:
        index = {at: i for i, at in enumerate(kept)}
        root = next((i for i, at in enumerate(kept) if rows[at][HEADS] == 0), 0)
        tokens = []
        for i, at in enumerate(kept):
            start, length, pos, tag, label, head, features, *_ = rows[at]
            form, upos, xpos = text[start : start + length], self._name(pos), self._name(tag)
            tokens.append(
                Token(
                    index=i,
                    text=form,
                    lemma=self._lemmas.lemma(form, upos, xpos),
                    upos=upos,
                    xpos=xpos,
                    head=-1 if i == root else index.get(at + head, root),
                    relation="root" if i == root else self._name(label),
                    start=offset + start,
                    end=offset + start + length,
                    features=self._name(features),
                )
            )
        return tuple(tokens)

    def _name(self, number: int) -> str:
        found = self._names.get(number)
        if found is None:
            found = self._names[number] = self._nlp.vocab.strings[number & UNSIGNED]
        return found


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
