"""Segments → trees by the bundled model: segmenter, network, best tree, lemmas."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice, pairwise

import numpy as np

from eventcode.parsers.bundled.decode import heads
from eventcode.parsers.bundled.forms import Forms
from eventcode.parsers.bundled.labels import choose
from eventcode.parsers.bundled.model import Model
from eventcode.parsers.bundled.network import Network, Scores
from eventcode.parsers.bundled.segmenter import Segmenter
from eventcode.parsers.lemmas import Lemmatizer
from eventcode.sentences import Segment
from eventcode.tree import Token, Tree

AHEAD = 256  # segments cut into sentences together
WORDS = 4000  # parsed together

Spans = list[tuple[int, int]]


class BundledParser:
    """The default parser; `load()` of the package makes one."""

    def __init__(self, model: Model) -> None:
        self._names = model.names
        self._tags = [tuple(tag.split(" ")) for tag in model.names["tags"]]  # UPOS, XPOS
        self._segmenter = Segmenter(model.pattern, model.closing, model.part("segmenter"))
        self._forms = Forms(model.words, model.weights["vectors"], model.weights["spelling"])
        self._network = Network(model.part("network"))
        self._custom = model.custom
        self._lemmas = Lemmatizer()

    def parse(self, segments: Iterable[Segment]) -> Iterator[list[Tree]]:
        """The trees of each segment, one list a segment, in order."""
        waiting = iter(segments)
        while several := list(islice(waiting, AHEAD)):
            cut = list(self._segmenter.sentences([s.text for s in several]))
            trees = self._trees([(s, spans) for s, found in zip(several, cut, strict=True) for spans in found])
            for found in cut:
                yield list(islice(trees, len(found)))

    def _trees(self, sentences: list[tuple[Segment, Spans]]) -> Iterator[Tree]:
        """The tree of each sentence, in order; sentences of like length are parsed together."""
        forms = [[segment.text[a:b] for a, b in spans] for segment, spans in sentences]
        ranked = sorted(range(len(sentences)), key=lambda i: len(forms[i]))
        found: dict[int, Tree] = {}
        for batch in _batches(ranked, [len(f) for f in forms]):
            rows = self._forms.rows([form for i in batch for form in forms[i]])
            scores = list(self._network.scores(rows, [len(forms[i]) for i in batch]))
            arcs = [heads(s.arcs) for s in scores]
            labels = self._labels(scores, arcs)
            for i, several, best in zip(batch, scores, arcs, strict=True):
                named = list(islice(labels, len(best)))
                found[i] = self._tree(*sentences[i], forms[i], several, best, named)
        return (found[i] for i in range(len(sentences)))

    def _labels(self, scores: Sequence[Scores], arcs: Sequence[list[int]]) -> Iterator[str]:
        """The label of every word of some sentences, given their heads."""
        dependents = np.concatenate([s.dependents for s in scores])
        governors = np.concatenate([s.governors[best] for s, best in zip(scores, arcs, strict=True)])
        begins = accumulate(map(len, arcs), initial=0)
        heads = [head + begin - 1 if head else -1 for begin, best in zip(begins, arcs, strict=False) for head in best]
        chosen = choose(self._network.labels(dependents, governors), np.array(heads), self._custom)
        names = self._names["labels"]
        return (names[number] for number in chosen)

    def _tree(
        self,
        segment: Segment,
        spans: Spans,
        forms: list[str],
        scores: Scores,
        best: list[int],
        labels: list[str],
    ) -> Tree:
        offset = segment.start
        tags = [self._tags[number] for number in scores.tags.tolist()]
        features = [self._names["features"][number] for number in scores.features.tolist()]
        tokens = []
        for i, (form, (start, end), (upos, xpos)) in enumerate(zip(forms, spans, tags, strict=True)):
            tokens.append(
                Token(
                    index=i,
                    text=form,
                    lemma=self._lemmas.lemma(form, upos, xpos),
                    upos=upos,
                    xpos=xpos,
                    head=best[i] - 1,
                    relation=labels[i] if best[i] else "root",
                    start=offset + start,
                    end=offset + end,
                    features=features[i],
                )
            )
        return Tree(tuple(tokens), segment.text[spans[0][0] : spans[-1][1]], offset + spans[0][0])


def _batches(ranked: Sequence[int], lengths: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cuts a ranking into pieces of about `WORDS` words."""
    cuts, words = [0], 0
    for at, i in enumerate(ranked):
        if words and words + lengths[i] > WORDS:
            cuts.append(at)
            words = 0
        words += lengths[i]
    yield from (ranked[a:b] for a, b in pairwise([*cuts, len(ranked)]) if b > a)
