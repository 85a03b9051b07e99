"""What every tree of every parser must be."""

from collections.abc import Sequence
from itertools import pairwise

from eventcode.tree import Tree


def check(text: str, trees: Sequence[Tree]) -> None:
    """Tokens are slices of the text, in order; each tree has one root and no cycle; sentences do not overlap."""
    for tree in trees:
        assert tree.text == text[tree.start : tree.start + len(tree.text)]
        assert [t.index for t in tree] == list(range(len(tree)))
        assert all(t.text == text[t.start : t.end] and t.start < t.end for t in tree)
        assert all(a.end <= b.start or (a.start, a.end) == (b.start, b.end) for a, b in pairwise(tree))
        assert [t.relation for t in tree if t.head < 0] == ["root"]
        assert all(tree.root in [t, *tree.ancestors(t)] for t in tree)
        assert all(t.upos and t.lemma and t.relation for t in tree)
    assert all(a.tokens[-1].end <= b.tokens[0].start for a, b in pairwise(trees))
