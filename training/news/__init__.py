"""Newspaper sentences with their trees, made by a small grammar.

Treebanks of free licences hold little newswire, so a parser trained on them alone stumbles over its daily
bread: "Oman on Friday expelled two diplomats", "…, a spokesman said", "killing 12 people". The grammar
writes such sentences with the relations that the treebanks use for them; training mixes them in.
"""

from collections.abc import Iterator

from eventcode.lexicon.store import BUNDLED
from training.news.grammar import Grammar
from training.news.trees import Word, linear


def sentences(count: int, seed: int = 1) -> Iterator[list[tuple[Word, int, str]]]:
    """That many sentences, the same for the same seed."""
    grammar = Grammar(seed, BUNDLED)
    for _ in range(count):
        yield linear(grammar.sentence())
