"""The training loop of the network: Adam, a learning rate that rises and falls, averaged weights, dev scores."""

import math
import time
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

import torch
from torch.nn.utils import clip_grad_norm_

from training.batches import Batches, Inventory
from training.network import Network, Sizes
from training.treebank import Sentence

AVERAGE = 0.998  # how much of the averaged weights each step keeps


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long to train, and how fast."""

    epochs: int = 13
    rate: float = 0.002
    warm_up: int = 200  # steps
    batch: int = 1500  # words
    seed: int = 1

    def factor(self, step: int, steps: int) -> float:
        """The share of the full rate at a step: up in a line, down in half a cosine."""
        if step < self.warm_up:
            return (step + 1) / self.warm_up
        done = (step - self.warm_up) / max(1, steps - self.warm_up)
        return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))


def learn(
    train: Sequence[Sentence],
    dev: Sequence[Sentence],
    inventory: Inventory,
    vectors: torch.Tensor,
    sizes: Sizes,
    schedule: Schedule,
) -> Network:
    """The trained network, its weights averaged over the last steps; progress is printed."""
    torch.manual_seed(schedule.seed)
    shape = len(inventory.tags), len(inventory.features), len(inventory.labels)
    network = Network(vectors, *shape, sizes)
    averaged = deepcopy(network).eval()
    optimiser = torch.optim.Adam(network.parameters(), lr=schedule.rate, betas=(0.9, 0.95), eps=1e-8)
    batches = Batches(train, inventory, sizes.buckets, schedule.batch, schedule.seed)
    check = list(Batches(dev, inventory, sizes.buckets).in_order()) if dev else []
    steps = schedule.epochs * sum(1 for _ in batches.shuffled())
    step, began = 0, time.monotonic()
    for epoch in range(1, schedule.epochs + 1):
        network.train()
        losses = []
        for batch in batches.shuffled():
            for group in optimiser.param_groups:
                group["lr"] = schedule.rate * schedule.factor(step, steps)
            optimiser.zero_grad(set_to_none=True)
            loss = network.loss(batch)
            loss.backward()
            clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            step += 1
            _average(averaged, network, min(AVERAGE, step / (step + 10)))
            losses.append(loss.item())
        scores = " ".join(f"{name} {value:.2f}" for name, value in score(averaged, check))
        minutes = (time.monotonic() - began) / 60
        print(
            f"epoch {epoch} step {step} loss {sum(losses) / len(losses):.3f} {scores} ({minutes:.1f} min)", flush=True
        )
    return averaged


@torch.no_grad()
def _average(averaged: Network, network: Network, kept: float) -> None:
    for slow, fast in zip(averaged.parameters(), network.parameters(), strict=True):
        slow.lerp_(fast, 1 - kept)


@torch.no_grad()
def score(network: Network, batches: Sequence) -> Iterator[tuple[str, float]]:
    """Percent of words with the right tag, head, and head and label (each head the best by itself)."""
    right, words = torch.zeros(3), 0
    for batch in batches:
        tags, _, arcs, dependents, governors = network(batch)
        row, at = batch.inside.nonzero(as_tuple=True)
        chosen = arcs.argmax(-1)[row, at]
        labels = network.labels(dependents[row, at], governors[row, chosen]).argmax(-1)
        heads = chosen == batch.heads.T[row, at]
        full = heads & (labels == batch.labels.T[row, at])
        told = tags.argmax(-1).T[row, at] == batch.tags.T[row, at]
        right += torch.stack([told.sum(), heads.sum(), full.sum()])
        words += len(row)
    if words:
        yield from zip(("tags", "UAS", "LAS"), (100 * right / words).tolist(), strict=True)
