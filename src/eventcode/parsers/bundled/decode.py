"""Scores of arcs → the best tree: one root, no cycle (Chu and Liu 1965, Edmonds 1967)."""

import numpy as np

from eventcode.parsers.bundled.forms import Floats
from eventcode.tree import circle

NEVER = np.float32(-1e9)


def heads(arcs: Floats) -> list[int]:
    """The head of each word: 0 for the root, else the head's number from 1.

    The root is the word that wants it most; each other word takes its best head, and cycles are broken where that
    costs least.
    """
    arcs = arcs.copy()
    words = len(arcs)
    arcs[np.arange(words), np.arange(1, words + 1)] = NEVER
    best: list[int] = arcs.argmax(axis=1).tolist()
    if best.count(0) == 1 and not circle(best):
        return best
    root = best.index(0) if best.count(0) == 1 else _margins(arcs).argmax()
    arcs[:, 0] = arcs[root, :] = NEVER
    arcs[root, 0] = 0.0
    square = np.full((words + 1, words + 1), NEVER, dtype=np.float64)
    square[1:] = arcs
    return _edmonds(square)[1:]


def _margins(arcs: Floats) -> Floats:
    """How much each word prefers the root to its best other head."""
    if len(arcs) == 1:
        return arcs[:, 0]
    margins: Floats = arcs[:, 0] - arcs[:, 1:].max(axis=1)
    return margins


def _edmonds(scores: np.ndarray) -> list[int]:
    """Heads of the best tree over nodes 0 (the root) to n; scores[d, h]. The first entry is -1."""
    best = scores.argmax(axis=1)
    best[0] = -1
    cycle = circle(best[1:].tolist())
    if not cycle:
        return [int(head) for head in best]
    inside = np.array(cycle)
    outside = np.array([i for i in range(len(scores)) if i not in set(cycle)])
    kept = scores[inside, best[inside]]
    entering = scores[np.ix_(inside, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, inside)]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), float(NEVER))
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[:size, size] = leaving.max(axis=1)
    smaller[size, :size] = entering.max(axis=0)
    chosen = _edmonds(smaller)
    found = best.copy()
    for i, head in enumerate(chosen[:size]):
        if head == size:
            found[outside[i]] = inside[leaving[i].argmax()]
        elif head >= 0:
            found[outside[i]] = outside[head]
    entry = int(entering[:, chosen[size]].argmax())
    found[inside[entry]] = outside[chosen[size]]
    return [int(head) for head in found]
