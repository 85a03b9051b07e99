"""Sentences → the network's batches: forms as rows of tables, annotation as numbers."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import torch

from eventcode.parsers.bundled.forms import normal, pieces
from training.network import IGNORED, Batch
from training.treebank import Sentence, Word

LONGEST = 120  # words of a sentence to learn from


@dataclass(frozen=True, slots=True)
class Inventory:
    """The names of what the network tells apart; a tag is UPOS and XPOS."""

    words: list[str]
    tags: list[tuple[str, str]]
    features: list[str]
    labels: list[str]

    @classmethod
    def of(cls, words: list[str], sentences: Sequence[Sentence]) -> "Inventory":
        """Everything that the sentences show."""
        every = [w for s in sentences for w in s.words]
        return cls(
            words,
            sorted({(w.upos, w.xpos) for w in every}),
            sorted({w.features for w in every}),
            sorted({w.relation for w in every}),
        )


class Batches:
    """Batches of sentences of similar length, `size` words each, in a new order each time."""

    def __init__(
        self, sentences: Sequence[Sentence], inventory: Inventory, buckets: int, size: int = 1500, seed: int = 1
    ) -> None:
        self._sentences = [s for s in sentences if len(s.words) <= LONGEST]
        self._draw = random.Random(seed)
        self._buckets = buckets
        self._size = size
        self._rows = {word: i for i, word in enumerate(inventory.words)}
        self._tags = {tag: i for i, tag in enumerate(inventory.tags)}
        self._features = {name: i for i, name in enumerate(inventory.features)}
        self._labels = {name: i for i, name in enumerate(inventory.labels)}
        self._pieces: dict[str, list[int]] = {}

    def shuffled(self) -> Iterator[Batch]:
        """An epoch: each sentence once, some of them set as headlines or without care."""
        sentences = [disguised(s, self._draw) for s in self._sentences]
        batches = list(self._grouped(sorted(sentences, key=lambda s: len(s.words) + self._draw.random() * 6)))
        self._draw.shuffle(batches)
        yield from map(self._batch, batches)

    def in_order(self) -> Iterator[Batch]:
        """The sentences as they are, the short first."""
        yield from map(self._batch, self._grouped(sorted(self._sentences, key=lambda s: len(s.words))))

    def _grouped(self, sentences: list[Sentence]) -> Iterator[list[Sentence]]:
        group: list[Sentence] = []
        for sentence in sentences:
            if group and (len(group) + 1) * len(sentence.words) > self._size:
                yield group
                group = []
            group.append(sentence)
        yield group

    def _batch(self, group: list[Sentence]) -> Batch:
        group = sorted(group, key=lambda s: -len(s.words))
        length = len(group[0].words)
        padded: list[list[Word | None]] = [[*s.words, *[None] * (length - len(s.words))] for s in group]
        columns = [w for column in zip(*padded, strict=True) for w in column]
        spelling = [self._spelling(w.form) if w else [self._buckets] for w in columns]
        most = max(map(len, spelling))

        def grid(values: list[int]) -> torch.Tensor:
            return torch.tensor(values).view(length, len(group))

        return Batch(
            words=grid([self._rows.get(normal(w.form), 0) if w else 0 for w in columns]),
            pieces=torch.tensor([found + [self._buckets] * (most - len(found)) for found in spelling]),
            lengths=torch.tensor([len(s.words) for s in group]),
            tags=grid([self._tags.get((w.upos, w.xpos), IGNORED) if w else IGNORED for w in columns]),
            features=grid([self._features.get(w.features, IGNORED) if w else IGNORED for w in columns]),
            heads=grid([w.head if w else 0 for w in columns]),
            labels=grid([self._labels.get(w.relation, IGNORED) if w else IGNORED for w in columns]),
        )

    def _spelling(self, form: str) -> list[int]:
        found = self._pieces.get(form)
        if found is None:
            found = self._pieces[form] = pieces(form, self._buckets)
        return found


def disguised(sentence: Sentence, draw: random.Random) -> Sentence:
    """Now and then a sentence in capitals, in small letters, as a title, or without its full stop."""
    chance = draw.random()
    if chance < 0.02:
        return _spelt(sentence, str.upper)
    if chance < 0.04:
        return _spelt(sentence, str.lower)
    if chance < 0.05:
        return _spelt(sentence, str.title)
    last = len(sentence.words)
    if chance < 0.08 and last > 2 and sentence.words[-1].upos == "PUNCT" and not _governs(sentence, last):
        return replace(sentence, words=sentence.words[:-1])
    return sentence


def _governs(sentence: Sentence, number: int) -> bool:
    return any(w.head == number for w in sentence.words) or sentence.words[number - 1].head == 0


def _spelt(sentence: Sentence, how) -> Sentence:
    return replace(sentence, words=[replace(w, form=how(w.form)) for w in sentence.words])
