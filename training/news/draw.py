"""Chance: everything that is drawn for a sentence."""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

from training.news.trees import Node

T = TypeVar("T")


class Draw:
    """Draws from lists; the same seed draws the same."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, options: Sequence[T]) -> T:
        return self._random.choice(options)

    def often(self, share: float) -> bool:
        return self._random.random() < share

    def between(self, low: int, high: int) -> int:
        return self._random.randint(low, high)

    def some(self, options: Sequence[T], count: int) -> list[T]:
        return self._random.sample(options, count)

    def made(self, *makers: tuple[int, Callable[[], Node]]) -> Node:
        """What one of the makers makes, each as often as its weight."""
        return self.weighed(*makers)()

    def weighed(self, *options: tuple[int, T]) -> T:
        """One of the options, each as often as its weight."""
        return self._random.choices([option for _, option in options], [weight for weight, _ in options])[0]
