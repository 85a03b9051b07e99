"""The parser's network in numpy: three bidirectional LSTMs, tags between them, biaffine attachment on top.

Dozat and Manning (2017), "Deep biaffine attention for neural dependency parsing"; trained in `training/network.py`.
Sentences are packed: sorted by length, all first words, then all second words …, so that each step of an LSTM is one
matrix product over the sentences that are still running.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eventcode.parsers.bundled.forms import Floats

Numbers = NDArray[np.intp]
CHUNK = 128  # words labelled at once: their products stay in the processor's cache
SLOPE = np.float32(0.1)  # of the leaky rectifiers


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one sentence of n words.

    `arcs` (n, n + 1): how well each word hangs on the root (column 0) or on the word before the column's number.
    """

    tags: Numbers
    features: Numbers
    arcs: Floats
    dependents: Floats
    governors: Floats


@dataclass(frozen=True, slots=True)
class Packing:
    """How the words of several sentences stand in packed order."""

    sizes: list[int]  # sentences still running at each step
    order: Numbers  # packed position → row of the words as given
    mirror: Numbers  # packed position → packed position of its mirror image in the sentence

    @classmethod
    def of(cls, lengths: Sequence[int]) -> "Packing":
        """The packing of sentences of these lengths."""
        count = np.asarray(lengths, dtype=np.intp)
        ranked = np.argsort(-count, kind="stable")
        starts = (np.cumsum(count) - count)[ranked]
        count = count[ranked]
        sizes = [int((count > step).sum()) for step in range(int(count[0]))]
        begins = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.intp)
        order = np.concatenate([starts[:size] + step for step, size in enumerate(sizes)])
        mirror = np.concatenate([begins[count[:size] - 1 - step] + np.arange(size) for step, size in enumerate(sizes)])
        return cls(sizes, order, mirror)


class Lstm:
    """One direction of an LSTM layer; gates stand in the order input, forget, output, cell."""

    def __init__(self, inward: Floats, recurrent: Floats, bias: Floats) -> None:
        halved = np.float32(0.5)  # sigmoid(x) = tanh(x / 2) / 2 + 1/2: one tanh serves all four gates
        size = recurrent.shape[1] // 4
        scale = np.concatenate([np.full(3 * size, halved), np.ones(size, dtype=np.float32)])
        self._inward, self._recurrent, self._bias = inward * scale, recurrent * scale, bias * scale
        self._size = size

    def run(self, values: Floats, sizes: Sequence[int]) -> Floats:
        """Hidden states of packed words, shape (words, size)."""
        size = self._size
        gates = values @ self._inward
        gates += self._bias
        out = np.empty((len(values), size), dtype=np.float32)
        cell = np.zeros((sizes[0], size), dtype=np.float32)
        begin, last = 0, out[:0]
        for running in sizes:
            step = gates[begin : begin + running]
            cell = cell[:running]
            if len(last):
                step += last[:running] @ self._recurrent
            np.tanh(step, out=step)
            step[:, : 3 * size] *= 0.5
            step[:, : 3 * size] += 0.5
            cell *= step[:, size : 2 * size]
            cell += step[:, :size] * step[:, 3 * size :]
            last = out[begin : begin + running]
            np.multiply(step[:, 2 * size : 3 * size], np.tanh(cell), out=last)
            begin += running
        return out


class Network:
    """The weights by name, as `training/pack.py` stores them, and the way from input rows to scores."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._layers = [
            tuple(
                Lstm(*(weights[f"lstm{number}/{way}/{part}"] for part in ("inward", "recurrent", "bias")))
                for way in ("on", "back")
            )
            for number in (1, 2, 3)
        ]
        self._weights = weights
        self._arc = weights["arc"].shape[1]
        labels, side, _ = weights["label"].shape
        self._label = np.ascontiguousarray(weights["label"].transpose(1, 0, 2)).reshape(side, labels * side)
        self._labels = labels

    def scores(self, rows: Floats, lengths: Sequence[int]) -> Iterator[Scores]:
        """The scores of each sentence; `rows` are the input rows of all their words, one after the other."""
        packing = Packing.of(lengths)
        weights = self._weights
        hidden = self._both(0, rows[packing.order], packing)
        tags = hidden @ weights["tag"] + weights["tag/bias"]
        features = hidden @ weights["feature"] + weights["feature/bias"]
        hidden = np.concatenate([hidden, _softmax(tags) @ weights["tag_input"]], axis=1)
        hidden = self._both(2, self._both(1, hidden, packing), packing)
        back = np.empty_like(packing.order)
        back[packing.order] = np.arange(len(back))
        hidden = hidden[back]
        best_tags, best_features = tags.argmax(axis=1)[back], features.argmax(axis=1)[back]
        dependents = _leaky(hidden @ weights["dependent"] + weights["dependent/bias"])
        governors = _leaky(hidden @ weights["governor"] + weights["governor/bias"])
        attached = _with_one(dependents[:, : self._arc]) @ weights["arc"]
        labelled = _with_one(dependents[:, self._arc :])
        begin = 0
        for length in lengths:
            part = slice(begin, begin + length)
            heads = np.concatenate([weights["root"][None], governors[part]])
            yield Scores(
                best_tags[part],
                best_features[part],
                attached[part] @ heads[:, : self._arc].T,
                labelled[part],
                _with_one(heads[:, self._arc :]),
            )
            begin += length

    def labels(self, dependents: Floats, governors: Floats) -> Floats:
        """How well each label fits each pair of a word and its head, shape (pairs, labels)."""
        scores = np.empty((len(dependents), self._labels), dtype=np.float32)
        for begin in range(0, len(scores), CHUNK):
            part = slice(begin, begin + CHUNK)
            sides = (dependents[part] @ self._label).reshape(-1, self._labels, dependents.shape[1])
            scores[part] = np.matmul(sides, governors[part, :, None])[..., 0]
        return scores

    def _both(self, layer: int, values: Floats, packing: Packing) -> Floats:
        on, back = self._layers[layer]
        mirrored = back.run(values[packing.mirror], packing.sizes)[packing.mirror]
        return np.concatenate([on.run(values, packing.sizes), mirrored], axis=1)


def _leaky(values: Floats) -> Floats:
    steep: Floats = np.maximum(values, values * SLOPE)
    return steep


def _softmax(values: Floats) -> Floats:
    spread: Floats = np.exp(values - values.max(axis=1, keepdims=True))
    spread /= spread.sum(axis=1, keepdims=True)
    return spread


def _with_one(values: Floats) -> Floats:
    """The values with a constant behind them, so that a product has a bias."""
    return np.concatenate([values, np.ones((len(values), 1), dtype=np.float32)], axis=1)
