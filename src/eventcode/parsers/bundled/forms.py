"""Word forms → the network's input rows: a vector a known word, and hashed pieces of spelling for every word."""

from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
MEMORY = 40_000  # forms whose rows are remembered


def shape(form: str) -> str:
    """The outline of a form: capitals, small letters and digits, runs shortened ("Xx", "d", "X.X")."""
    outline: list[str] = []
    for char in form[:24]:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if not outline or outline[-1] != kind:
            outline.append(kind)
    return "".join(outline)


def normal(form: str) -> str:
    """The form as the table of known words has it: lower case, every digit 0."""
    low = form.lower().replace("’", "'")
    return low if low.isalpha() else "".join("0" if c.isdigit() else c for c in low)


def pieces(form: str, buckets: int) -> list[int]:
    """Hash buckets of a form's spelling: its outline, its ends, its inner threes, the whole."""
    low = f"^{normal(form)[:32]}$"
    found = {f"={shape(form)}", f"#{low}", low[:3], low[:4], low[-3:], low[-4:], low[-5:]}
    found.update(low[i : i + 3] for i in range(len(low) - 2))
    return sorted(crc32(piece.encode()) % buckets for piece in found)


class Forms:
    """The input rows of forms; a form's row is made once and remembered. Vector 0 is that of unknown words."""

    def __init__(self, words: Sequence[str], vectors: Floats, spelling: Floats) -> None:
        self._index = {word: i for i, word in enumerate(words)}
        self._vectors, self._spelling = vectors, spelling
        self.width = vectors.shape[1] + spelling.shape[1]
        self._forget()

    def _forget(self) -> None:
        self._seen: dict[str, int] = {}
        self._rows = np.empty((1024, self.width), dtype=np.float32)

    def rows(self, forms: Sequence[str]) -> Floats:
        """One row a form, shape (forms, width)."""
        if len(self._seen) > MEMORY:
            self._forget()
        seen = self._seen
        at = [seen[form] if form in seen else self._add(form) for form in forms]
        return self._rows[at]

    def _add(self, form: str) -> int:
        number = self._seen[form] = len(self._seen)
        if number == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        known = self._index.get(normal(form), 0)
        split = self._vectors.shape[1]
        self._rows[number, :split] = self._vectors[known]
        self._rows[number, split:] = self._spelling[pieces(form, len(self._spelling))].mean(axis=0)
        return number
