"""What labels keep to in treebanks, for `eventcode.parsers.bundled.labels`."""

from collections import Counter
from collections.abc import Sequence

from training.treebank import Sentence

MARKER = "case"
RARE = 0.005  # the largest share of exceptions to a custom
SEEN = 50  # words that show it, at least


def custom(sentences: Sequence[Sentence]) -> dict[str, object]:
    """Labels that no word governs twice, and those of them whose words never govern a marker."""
    governing, twice, words, marked = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        below: list[Counter[str]] = [Counter() for _ in range(len(sentence.words) + 1)]
        for word in sentence.words:
            below[word.head][word.relation] += 1
        for dependents in below:
            governing.update(dependents.keys())
            twice.update(label for label, times in dependents.items() if times > 1)
        words.update(word.relation for word in sentence.words)
        marked.update(w.relation for w, found in zip(sentence.words, below[1:], strict=True) if found[MARKER])
    single = sorted(one for one, seen in governing.items() if seen >= SEEN and twice[one] <= RARE * seen)
    bare = [one for one in single if words[one] >= SEEN and marked[one] <= RARE * words[one]]
    return {"single": single, "bare": bare, "marker": MARKER}
