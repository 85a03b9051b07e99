"""Text → sentences of words: a pattern cuts atoms, a small network joins them to words and finds where sentences end.

An atom is a run of letters, of digits, or a sign. At each gap between two atoms the network sees the four atoms on
either side and says two things: whether the gap parts two words, and whether it parts two sentences. White space
always parts words.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

import numpy as np
import regex

from eventcode.parsers.bundled.forms import Floats, shape

REACH = 4  # atoms seen on either side of a gap
FORMS, SHAPES = 8192, 1024  # hash buckets
UNSURE = 0.5
CONNECTORS = frozenset("-–/")  # signs that part a word on both sides or on neither
OPEN = 0.8  # how sure a sentence end must be where nothing closes the sentence; news seldom has one
LONGEST = 300  # words of a sentence; a longer one is cut
MEMORY = 60_000  # atoms whose buckets are remembered


class Atom(NamedTuple):
    """A piece of text that is never cut further."""

    text: str
    start: int
    end: int
    spaced: bool  # whether white space stands before it


class Atoms:
    """The pattern that cuts text into atoms, and the buckets of each for the network."""

    def __init__(self, pattern: str) -> None:
        self._pattern = regex.compile(pattern)
        self._seen: dict[tuple[str, bool], tuple[int, int]] = {}

    def cut(self, text: str) -> list[Atom]:
        """The atoms of a text: all of it but white space."""
        found, last = [], -1
        for match in self._pattern.finditer(text):
            start, end = match.span()
            found.append(Atom(match.group(), start, end, start != last))
            last = end
        return found

    def buckets(self, atom: Atom) -> tuple[int, int]:
        """Hash buckets of an atom's form, and of its outline with the space before it."""
        key = (atom.text, atom.spaced)
        found = self._seen.get(key)
        if found is None:
            if len(self._seen) > MEMORY:
                self._seen.clear()
            form = crc32(atom.text.lower()[:32].encode()) % (FORMS - 1) + 1
            outline = f"{shape(atom.text)}{min(len(atom.text), 4)}{atom.spaced}"
            found = self._seen[key] = form, crc32(outline.encode()) % (SHAPES - 1) + 1
        return found


class Segmenter:
    """Words and sentences of texts, by the weights that `training/segmenter.py` learned."""

    def __init__(self, pattern: str, closing: str, weights: Mapping[str, Floats]) -> None:
        self._atoms = Atoms(pattern)
        self._closing = frozenset(closing)
        self._weights = weights

    def sentences(self, texts: Sequence[str]) -> Iterator[list[list[tuple[int, int]]]]:
        """For each text its sentences, each a list of words' (start, end)."""
        cut = [self._atoms.cut(text) for text in texts]
        chances = self._chances(cut)
        begin = 0
        for atoms in cut:
            yield self._words(atoms, chances[begin : begin + len(atoms)])
            begin += len(atoms) + REACH

    def _chances(self, cut: Sequence[Sequence[Atom]]) -> Floats:
        """How likely a word and a sentence begin at each atom; texts stand one after the other with room between."""
        rows = [row for atoms in cut for row in (*map(self._atoms.buckets, atoms), *[(0, 0)] * REACH)]
        rows = [(0, 0)] * REACH + rows + [(0, 0)] * REACH
        columns = np.array(rows, dtype=np.intp)
        weights = self._weights
        values = np.concatenate([weights["forms"][columns[:, 0]], weights["shapes"][columns[:, 1]]], axis=1)
        gaps = len(values) - 2 * REACH
        hidden = np.repeat(weights["bias"][None], gaps, axis=0)
        for offset, part in enumerate(weights["hidden"]):
            hidden += values[offset : offset + gaps] @ part
        np.maximum(hidden, 0.0, out=hidden)
        chances: Floats = 1.0 / (1.0 + np.exp(-(hidden @ weights["out"] + weights["out/bias"])))
        return chances

    def _words(self, atoms: Sequence[Atom], chances: Floats) -> list[list[tuple[int, int]]]:
        sentences: list[list[tuple[int, int]]] = []
        closed = True
        _balance(atoms, chances)
        for (text, start, end, spaced), (word, sentence) in zip(atoms, chances.tolist(), strict=True):
            if not sentences or sentence > (UNSURE if closed else OPEN) or len(sentences[-1]) >= LONGEST:
                sentences.append([(start, end)])
            elif spaced or word > UNSURE:
                sentences[-1].append((start, end))
            else:
                sentences[-1][-1] = (sentences[-1][-1][0], end)
            closed = text[-1] in self._closing
        return sentences


def _balance(atoms: Sequence[Atom], chances: Floats) -> None:
    """Make the two gaps around a connector alike ("secretary-general" is one word or three)."""
    for at, (atom, after) in enumerate(pairwise(atoms)):
        if atom.text in CONNECTORS and not atom.spaced and not after.spaced:
            chances[at : at + 2, 0] = chances[at : at + 2, 0].mean()
