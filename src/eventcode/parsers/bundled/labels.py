"""Scores of labels → one label a word, the words of a tree considered together.

The network scores each word's label by itself; what the treebanks never have (a case marker below an object, two
objects of one verb) is ruled out here, in favour of the next best label.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from eventcode.parsers.bundled.forms import Floats
from eventcode.parsers.bundled.network import Numbers

RULED_OUT = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Custom:
    """What the treebanks keep to, as numbers of labels.

    No word governs two dependents of one of the `single` labels; no word of one of the `bare` labels governs a
    `marker` (nsubj, obj: no case marker).
    """

    single: frozenset[int]
    bare: frozenset[int]
    marker: int


def choose(scores: Floats, governors: Numbers, custom: Custom) -> list[int]:
    """The label of each word from its scores (words, labels) and the row of its head, or -1 for a root.

    Rows may be those of several trees, one after the other.
    """
    marked = governors[(governors >= 0) & (scores.argmax(axis=1) == custom.marker)]
    scores = scores.copy()
    scores[np.ix_(marked, sorted(custom.bare))] += RULED_OUT
    chosen = scores.argmax(axis=1)
    best: list[int] = chosen.tolist()
    for rows in _clashes(chosen, governors, custom.single):
        _settle(rows, best, scores, custom.single)
    return best


def _clashes(chosen: Numbers, governors: Numbers, single: frozenset[int]) -> Iterator[list[int]]:
    """The dependents of a head with labels that none may share, where some do share one."""
    rows = np.flatnonzero((governors >= 0) & np.isin(chosen, sorted(single)))
    pairs, times = np.unique(np.stack([governors[rows], chosen[rows]]), axis=1, return_counts=True)
    for head in np.unique(pairs[0, times > 1]):
        yield rows[governors[rows] == head].tolist()


def _settle(rows: list[int], best: list[int], scores: Floats, single: frozenset[int]) -> None:
    """Give a label that is taken twice to the word that would lose most by another, and the others their next best."""
    taken = {best[row] for row in rows}
    for label in [one for one in taken if sum(best[row] == one for row in rows) > 1]:
        rivals = [row for row in rows if best[row] == label]
        free = [i for i in range(scores.shape[1]) if i not in taken or i not in single]
        losses = {row: float(scores[row, label] - scores[row, free].max()) for row in rivals}
        keeper = max(rivals, key=losses.__getitem__)
        for row in rivals:
            if row != keeper:
                best[row] = max(free, key=lambda i, at=row: float(scores[at, i]))  # type: ignore[misc]
                taken.add(best[row])
                free = [i for i in free if i not in taken or i not in single]
