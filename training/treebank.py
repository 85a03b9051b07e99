"""Treebanks and made-up news as sentences to learn from."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

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
NO_TOKEN = (0, 0, "", True)  # first and last word of a multiword token, its form, whether a space follows


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
    """The sentences of a CoNLL-U file; multiword tokens are cut into their words, empty nodes left out."""
    sentence, covered = Sentence(), NO_TOKEN
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            sentence.opens |= line.startswith(("# newdoc", "# newpar"))
        elif not line:
            if sentence.words:
                yield sentence
            sentence, covered = Sentence(), NO_TOKEN
        else:
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                covered = (first, last, cells[1], "SpaceAfter=No" not in cells[9])
            elif "." not in cells[0]:
                _add(sentence, cells, covered)
    if sentence.words:
        yield sentence


def _add(sentence: Sentence, cells: list[str], covered: tuple[int, int, str, bool]) -> None:
    number = int(cells[0])
    first, last, surface, space_after = covered
    inside = first <= number <= last
    space = (space_after if number == last else False) if inside else "SpaceAfter=No" not in cells[9]
    features = "|".join(f for f in cells[5].split("|") if f.split("=")[0] in FEATURES)
    xpos = cells[4] if cells[4] != "_" else cells[3]
    sentence.words.append(Word(cells[1], cells[2], cells[3], xpos, features, int(cells[6]), cells[7], space))
    if inside and number == last:
        _recut(sentence.words[first - 1 : last], surface)


def _recut(words: list[Word], surface: str) -> None:
    """Where the words of a multiword token do not spell it ("don't", "gonna"), cut the surface itself."""
    for word, (start, end) in zip(words, cut([w.form for w in words], surface, 0), strict=True):
        word.form = surface[start:end]


class News:
    """Made-up news as sentences; features are those that the treebanks give a word of that kind most often."""

    def __init__(self, like: Iterable[Sentence]) -> None:
        seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for sentence in like:
            for word in sentence.words:
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
