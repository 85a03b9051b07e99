"""The network in torch, for training: embeddings, a BiLSTM that tags, two more that parse, biaffine attachment.

Dozat and Manning (2017), with tags fed back into the parser's layers (Zhang and Weiss 2016). What is trained here
runs in numpy (`eventcode.parsers.bundled.network`); the two must agree, and a test holds them to it.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, leaky_relu
from torch.nn.utils.rnn import PackedSequence, pack_padded_sequence, pad_packed_sequence

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the network's parts."""

    spelling: int = 64
    buckets: int = 12_000
    hidden: int = 200
    tag: int = 64
    arc: int = 200
    label: int = 64
    input_dropout: float = 0.25
    dropout: float = 0.33


@dataclass(slots=True)
class Batch:
    """Sentences of one step, padded; `lengths` descend. Heads count from 1, 0 is the root."""

    words: Tensor  # (length, sentences) rows of the word table, 0 for unknown
    pieces: Tensor  # (length * sentences, most) spelling buckets, padded with `buckets`
    lengths: Tensor
    tags: Tensor
    features: Tensor
    heads: Tensor
    labels: Tensor

    @property
    def inside(self) -> Tensor:
        """Which places hold a word: (sentences, length)."""
        return torch.arange(len(self.words))[None] < self.lengths[:, None]


class Network(nn.Module):
    """Scores of tags, features, heads and labels for padded sentences."""

    def __init__(self, vectors: Tensor, tags: int, features: int, labels: int, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        width = vectors.shape[1]
        self.register_buffer("vectors", vectors)
        self.change = nn.Embedding(len(vectors), width)
        nn.init.zeros_(self.change.weight)
        self.spelling = nn.EmbeddingBag(sizes.buckets + 1, sizes.spelling, mode="mean", padding_idx=sizes.buckets)
        nn.init.normal_(self.spelling.weight, std=0.3)
        self.lstm1 = nn.LSTM(width + sizes.spelling, sizes.hidden, bidirectional=True)
        self.lstm2 = nn.LSTM(2 * sizes.hidden + sizes.tag, sizes.hidden, bidirectional=True)
        self.lstm3 = nn.LSTM(2 * sizes.hidden, sizes.hidden, bidirectional=True)
        self.tag = nn.Linear(2 * sizes.hidden, tags)
        self.feature = nn.Linear(2 * sizes.hidden, features)
        self.tag_input = nn.Linear(tags, sizes.tag, bias=False)
        self.dependent = nn.Linear(2 * sizes.hidden, sizes.arc + sizes.label)
        self.governor = nn.Linear(2 * sizes.hidden, sizes.arc + sizes.label)
        self.root = nn.Parameter(torch.randn(sizes.arc + sizes.label) * 0.1)
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.label = nn.Parameter(torch.zeros(labels, sizes.label + 1, sizes.label + 1))
        for name, weight in self.named_parameters():
            if "weight_hh" in name:
                for gate in weight.data.chunk(4):
                    nn.init.orthogonal_(gate)

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Tags, features, arcs (sentence, dependent, head) and the two sides of the label scores."""
        hidden = self._recur(self.lstm1, self._input(batch), batch.lengths)
        tags, features = self.tag(hidden), self.feature(hidden)
        hidden = torch.cat([hidden, self.tag_input(torch.softmax(tags, -1))], -1)
        hidden = self._recur(self.lstm2, hidden, batch.lengths)
        hidden = self._recur(self.lstm3, hidden, batch.lengths).transpose(0, 1)
        dependents = self._dropped(leaky_relu(self.dependent(hidden), 0.1), 1)
        governors = leaky_relu(self.governor(hidden), 0.1)
        governors = self._dropped(torch.cat([self.root.expand(len(governors), 1, -1), governors], 1), 1)
        size = self.sizes.arc
        arcs = with_one(dependents[..., :size]) @ self.arc @ governors[..., :size].transpose(1, 2)
        allowed = torch.cat([torch.ones(len(arcs), 1, dtype=torch.bool), batch.inside], 1)
        arcs = arcs.masked_fill(~allowed[:, None], -1e4)
        return tags, features, arcs, with_one(dependents[..., size:]), with_one(governors[..., size:])

    def labels(self, dependents: Tensor, governors: Tensor) -> Tensor:
        """Label scores of pairs: (n, label + 1) twice → (n, labels)."""
        return torch.einsum("ni,lij,nj->nl", dependents, self.label, governors)

    def loss(self, batch: Batch) -> Tensor:
        """The sum of the four losses, each a mean over words."""
        tags, features, arcs, dependents, governors = self(batch)
        row, at = batch.inside.nonzero(as_tuple=True)
        chosen = batch.heads.T[row, at]
        labels = self.labels(dependents[row, at], governors[row, chosen])
        return (
            cross_entropy(arcs[row, at], chosen)
            + cross_entropy(labels, batch.labels.T[row, at], label_smoothing=0.03)
            + 0.5 * cross_entropy(tags.flatten(0, 1), batch.tags.flatten(), ignore_index=IGNORED, label_smoothing=0.03)
            + 0.2 * cross_entropy(features.flatten(0, 1), batch.features.flatten(), ignore_index=IGNORED)
        )

    def _input(self, batch: Batch) -> Tensor:
        rows = batch.words
        spelling = self.spelling(batch.pieces).view(*rows.shape, -1)
        if self.training:
            rows = rows * (torch.rand(rows.shape) > self.sizes.input_dropout)  # row 0 stands for the unknown
            spelling = spelling * (torch.rand(*rows.shape, 1) > self.sizes.input_dropout / 2)
        return torch.cat([self.vectors[rows] + self.change(rows), spelling], -1)

    def _recur(self, lstm: nn.LSTM, values: Tensor, lengths: Tensor) -> Tensor:
        packed: PackedSequence = pack_padded_sequence(values, lengths)
        return self._dropped(pad_packed_sequence(lstm(packed)[0])[0], 0)

    def _dropped(self, values: Tensor, axis: int) -> Tensor:
        """Dropout with one mask along an axis (the words of a sentence)."""
        if not self.training:
            return values
        kept = 1 - self.sizes.dropout
        shape = list(values.shape)
        shape[axis] = 1
        return values * torch.bernoulli(torch.full(shape, kept)) / kept


def with_one(values: Tensor) -> Tensor:
    """The values with a constant behind them, so that a product has a bias."""
    return torch.cat([values, values.new_ones(*values.shape[:-1], 1)], -1)
