"""Treebanks and made-up news as sentences to learn from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from eventcode.parsers.rows import Unit, blocks, sentence
from eventcode.parsers.spans import cut
from training.news import sentences as news_sentences

FEATURES = frozenset(
    [
        "Mood",
        "Number",
        "Person",
        "Tense",
        "VerbForm",
        "Voice",
        "Degree",
        "PronType",
        "Polarity",
        "Poss",
        "Case",
        "Definite",
    ]
)
TIGHT_BEHIND = frozenset(["HYPH", "$", "``", "-LRB-"])  # XPOS of what no space follows in made-up news
TIGHT_BEFORE = frozenset([",", ".", ":", "''", "HYPH", "POS", "-RRB-"])  # and of what none precedes


@dataclass(slots=True)
class Word:
    """One syntactic word; `head` counts from 1, 0 is the root; `space` tells whether white space follows."""

    form: str
    lemma: str
    upos: str
    xpos: str
    features: str
    head: int
    relation: str
    space: bool = True


@dataclass(slots=True)
class Sentence:
    """A sentence, and whether a new document or paragraph begins with it."""

    words: list[Word] = field(default_factory=list)
    opens: bool = False


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; multiword tokens are cut into their words, empty nodes left out.

    Raises:
        MalformedError: a line has a fault, or heads make no tree.
    """
    with path.open(encoding="utf-8") as lines:
        for block in blocks(lines):
            words = [word for unit in sentence(block).units for word in _words(unit)]
            if words:
                yield Sentence(words, opens=any(line.startswith(("# newdoc", "# newpar")) for _, line in block))


def _words(unit: Unit) -> Iterator[Word]:
    """The words of a token; where they do not spell it ("gonna"), its surface is cut among them."""
    spans = cut([word.form for word in unit.words], unit.surface, 0)
    for word, (start, end) in zip(unit.words, spans, strict=True):
        features = "|".join(f for f in word.features.split("|") if f.split("=")[0] in FEATURES)
        space = word is unit.words[-1] and unit.misc.get("SpaceAfter") != "No"
        form, lemma, xpos = unit.surface[start:end], word.lemma or "_", word.xpos or word.upos
        yield Word(form, lemma, word.upos, xpos, features, word.head, word.relation, space)


class News:
    """Made-up news as sentences; features are those that the treebanks give a word of that kind most often."""

    def __init__(self, like: Iterable[Sentence]) -> None:
        seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for one in like:
            for word in one.words:
                seen[word.upos, word.xpos][word.features] += 1
        self._features = {kind: counts.most_common(1)[0][0] for kind, counts in seen.items()}

    def make(self, count: int) -> Iterator[Sentence]:
        """That many sentences, written as a newspaper sets them."""
        for made in news_sentences(count):
            words = [
                Word(form, lemma, upos, xpos, self._features.get((upos, xpos), ""), head, relation)
                for (form, lemma, upos, xpos), head, relation in made
            ]
            words[0].form = words[0].form[:1].upper() + words[0].form[1:]
            for word, following in pairwise(words):
                word.space = word.xpos not in TIGHT_BEHIND and following.xpos not in TIGHT_BEFORE
            yield Sentence(words, opens=True)
