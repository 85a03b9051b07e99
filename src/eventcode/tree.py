"""Token and Tree: one parsed sentence, and the questions the rules ask of it.

Trees are Universal Dependencies v2 (universaldependencies.org): every token has one head, the root's
head is -1. Both types are frozen; a tree is filled once from the parser's own arrays.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


def circle(heads: Sequence[int]) -> list[int]:
    """Words that are their own ancestors, each before its head; none in a tree.

    Words and heads count from 1; 0 is the root's head.
    """
    done = [False] * (len(heads) + 1)
    done[0] = True
    for start in range(1, len(done)):
        path: list[int] = []
        at = start
        while not done[at]:
            done[at] = True
            path.append(at)
            at = heads[at - 1]
        if at in path:
            return path[path.index(at) :]
    return []


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word. `start` and `end` are character offsets of the story's text."""

    index: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str
    start: int
    end: int
    features: str = ""

    def feature(self, name: str) -> str:
        """The value of a UD feature, or ''."""
        at = self.features.find(name + "=")
        if at < 0:
            return ""
        stop = self.features.find("|", at)
        return self.features[at + len(name) + 1 : stop if stop >= 0 else None]


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one sentence, in order, with their dependents."""

    tokens: tuple[Token, ...]
    text: str = ""
    start: int = 0
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                below[token.head].append(token.index)
        object.__setattr__(self, "_children", tuple(tuple(b) for b in below))

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    @property
    def root(self) -> Token:
        """The token that heads the sentence."""
        return next(t for t in self.tokens if t.head < 0)

    def head(self, token: Token) -> Token | None:
        """The token's head; None for the root."""
        return self.tokens[token.head] if token.head >= 0 else None

    def children(self, token: Token, *relations: str) -> list[Token]:
        """Dependents in order of the sentence, of the given relations or of all."""
        below = [self.tokens[i] for i in self._children[token.index]]
        return [t for t in below if t.relation in relations] if relations else below

    def first(self, token: Token, *relations: str) -> Token | None:
        """The first dependent of the given relations, or None."""
        for i in self._children[token.index]:
            if self.tokens[i].relation in relations:
                return self.tokens[i]
        return None

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above a token, nearest first."""
        while token.head >= 0:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token, without: frozenset[str] = frozenset()) -> list[Token]:
        """The token and all below it, in order; branches of the relations in `without` are left out."""
        found, stack = [], [token.index]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(i for i in self._children[at] if self.tokens[i].relation not in without)
        return [self.tokens[i] for i in sorted(found)]

    def span(self, tokens: list[Token]) -> tuple[int, int]:
        """Character offsets that the tokens cover, first to last."""
        return min(t.start for t in tokens), max(t.end for t in tokens)
