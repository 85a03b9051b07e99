"""Scores of a parser on a treebank from raw text, as CoNLL 2018 counts them (Zeman et al. 2018, section 5).

    python -m training.evaluate TREEBANK.conllu… [--parser NAME]

Gold and system words are aligned by the characters they cover, white space left out. Each score is an F1 in percent:
words, sentences, UPOS, XPOS, lemmas, UAS, LAS (with subtypes), LAS without punctuation, and the relations that decide
who did what to whom. Raw text is the treebank's own: sentences joined by a space, documents and paragraphs apart.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventcode.parsers import Parser, open_parser
from eventcode.sentences import Segment
from eventcode.tree import Tree
from training.segmenter import texts
from training.treebank import Sentence, Word, read

CORE = (
    *("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "ccomp", "xcomp", "conj", "advcl", "acl"),
    *("acl:relcl", "appos"),
)
PUNCTUATION = "punct"


@dataclass(frozen=True, slots=True)
class Counted:
    """A word by what is compared; `span` and `head`: the characters that it and its head cover, () for no head."""

    span: tuple[int, int]
    upos: str
    xpos: str
    lemma: str
    head: tuple[int, int] | tuple[()]
    relation: str


def gold(sentences: Iterable[Sentence]) -> list[list[Counted]]:
    """A treebank's sentences, ready to compare."""
    return _counted([s.words for s in sentences])


def system(trees: Iterable[Tree]) -> list[list[Counted]]:
    """A parser's sentences, ready to compare."""
    return _counted(
        [Word(t.text, t.lemma, t.upos, t.xpos, t.features, t.head + 1, t.relation) for t in tree] for tree in trees
    )


def _counted(sentences: Iterable[list[Word]]) -> list[list[Counted]]:
    counted, at = [], 0
    for words in sentences:
        spans = []
        for word in words:
            length = len("".join(word.form.split()))
            spans.append((at, at + length))
            at += length
        counted.append(
            [
                Counted(span, w.upos, w.xpos, w.lemma, spans[w.head - 1] if w.head else (), w.relation)
                for span, w in zip(spans, words, strict=True)
            ]
        )
    return counted


def f1(right: int, expected: int, found: int) -> float:
    """The harmonic mean of precision and recall, in percent; 0 where there is nothing to find."""
    return 200 * right / (expected + found) if expected + found else 0.0


def compare(expected: Sequence[Sequence[Counted]], found: Sequence[Sequence[Counted]]) -> dict[str, float]:
    """Every score by name; a relation's own F1 stands under its label."""
    left, right = [w for s in expected for w in s], [w for s in found for w in s]
    if (left and left[-1].span[1]) != (right and right[-1].span[1]):
        raise ValueError("the two do not cover the same text")
    there = {w.span: w for w in right}
    both = [(w, there[w.span]) for w in left if w.span in there]
    spans = [{(s[0].span[0], s[-1].span[1]) for s in side if s} for side in (expected, found)]
    attached = [(a, b) for a, b in both if a.head == b.head]
    correct = Counter(a.relation for a, b in attached if a.relation == b.relation)
    asked, given = Counter(w.relation for w in left), Counter(w.relation for w in right)

    def over(relations: Iterable[str]) -> float:
        names = list(relations)
        return f1(*(sum(counts[n] for n in names) for counts in (correct, asked, given)))

    def words(hits: int) -> float:
        return f1(hits, len(left), len(right))

    every = asked.keys() | given.keys()
    return {
        "words": words(len(both)),
        "sentences": f1(len(spans[0] & spans[1]), len(spans[0]), len(spans[1])),
        "UPOS": words(sum(a.upos == b.upos for a, b in both)),
        "XPOS": words(sum(a.xpos == b.xpos for a, b in both)),
        "lemmas": words(sum(a.lemma == b.lemma for a, b in both)),
        "UAS": words(len(attached)),
        "LAS": over(every),
        "LAS without punctuation": over(every - {PUNCTUATION}),
        "core relations": over(CORE),
        **{name: over([name]) for name in CORE},
    }


def evaluate(parser: Parser, treebank: Path) -> dict[str, float]:
    """A parser's scores on a treebank's raw text, and the words it parsed a second."""
    sentences = list(read(treebank))
    segments = [Segment(text.rstrip(), 0) for text, _, _ in texts(sentences)]
    began = time.perf_counter()
    trees = [tree for found in parser.parse(segments) for tree in found]
    seconds = time.perf_counter() - began
    scores = compare(gold(sentences), system(trees))
    return {**scores, "words a second": sum(map(len, trees)) / seconds}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("treebanks", nargs="+", type=Path)
    options.add_argument("--parser", default="default")
    chosen = options.parse_args()
    parser = open_parser(chosen.parser)
    for treebank in chosen.treebanks:
        scores = evaluate(parser, treebank)
        print(json.dumps({"treebank": treebank.name, **{k: round(v, 2) for k, v in scores.items()}}))


if __name__ == "__main__":
    main()
