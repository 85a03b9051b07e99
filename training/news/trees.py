"""Words, and the trees they make."""

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import lemminflect

Word = tuple[str, str, str, str]  # form, lemma, UPOS, XPOS
IRREGULAR = {
    ("strike", "VBN"): "struck",
    ("quit", "VBD"): "quit",
    ("quit", "VBN"): "quit",
    ("people", "NNS"): "people",
    ("hang", "VBD"): "hanged",
    ("hang", "VBN"): "hanged",
    ("cost", "VBD"): "cost",
    ("cost", "VBN"): "cost",
}


@dataclass(slots=True)
class Node:
    """A word and its dependents: `before` and `after` it, each with its relation."""

    word: Word
    before: list[tuple[str, "Node"]] = field(default_factory=list)
    after: list[tuple[str, "Node"]] = field(default_factory=list)

    def front(self, relation: str, child: "Node") -> "Node":
        """Itself, with one more phrase in front of all others."""
        self.before.insert(0, (relation, child))
        return self

    def add(self, relation: str, child: "Node") -> "Node":
        """Itself, with one more phrase behind all others."""
        self.after.append((relation, child))
        return self


def node(form: str, upos: str, xpos: str, lemma: str | None = None) -> Node:
    """A node for one word."""
    low = form if upos in ("PROPN", "ADJ") else form.lower()
    return Node((form, lemma or low, upos, xpos))


def comma() -> Node:
    return node(",", "PUNCT", ",")


def hyphen() -> Node:
    return node("-", "PUNCT", "HYPH")


def determiner(form: str) -> Node:
    return node(form, "DET", "DT", "a" if form == "an" else None)


def preposition(form: str) -> Node:
    return node(form, "ADP", "IN")


def marker(form: str) -> Node:
    """A subordinating conjunction, or "to"."""
    return node(form, "PART", "TO") if form == "to" else node(form, "SCONJ", "IN")


def name(form: str) -> Node:
    return node(form, "PROPN", "NNP")


def adjective(form: str) -> Node:
    return node(form, "ADJ", "JJ")


def number(form: str) -> Node:
    return node(form, "NUM", "CD", form.replace(",", ""))


@cache
def inflected(lemma: str, xpos: str) -> str:
    """One inflected form of a verb or noun."""
    return IRREGULAR.get((lemma, xpos)) or lemminflect.getInflection(lemma, tag=xpos)[0]


def verb(lemma: str, xpos: str) -> Node:
    form = lemma if xpos in ("VB", "VBP") else inflected(lemma, xpos)
    return node(form, "VERB", xpos, lemma)


def noun(words: str, *, plural: bool = False) -> Node:
    """A noun by its lemma, modifiers before it; a word with "~" before it is an adjective, one ending in "+" plural."""
    *modifiers, last = words.split()
    lemma, many = last.rstrip("+"), plural or last.endswith("+")
    form = inflected(lemma, "NNS") if many else lemma
    head = node(form, "NOUN", "NNS" if many else "NN", lemma)
    for word in modifiers:
        head.before.append(("amod", adjective(word[1:])) if word[0] == "~" else ("compound", noun(word)))
    return head


def title_case(words: str) -> Node:
    """A proper name by its words: "~" before an adjective, "/" joins the words of a flat name."""
    *modifiers, last = words.split()
    first, *rest = last.split("/")
    many = first in ("Nations", "States")
    head = node(first, "PROPN", "NNPS" if many else "NNP", first.removesuffix("s") if many else None)
    for word in modifiers:
        head.before.append(("amod", node(word[1:], "ADJ", "NNP")) if word[0] == "~" else ("compound", name(word)))
    head.after = [("flat", name(word)) for word in rest]
    return head


def coordinated(parts: list[Node], word: str = "and") -> Node:
    """Two or more phrases as one: commas between, the conjunction before the last."""
    first, *middle, last = parts
    for part in middle:
        first.add("conj", part.front("punct", comma()))
    return first.add("conj", last.front("cc", node(word, "CCONJ", "CC")))


def doubled(word: Node, following: Node) -> bool:
    """Whether a comma closes a phrase where another mark closes it too."""
    return word.word[0] == "," and following.word[0] in (",", ".", ":")


def linear(root: Node) -> list[tuple[Word, int, str]]:
    """The words of a tree in order, each with its head (counted from 1, 0 for the root) and relation."""
    order: list[Node] = []
    above: dict[int, tuple[Node | None, str]] = {}

    def walk(at: Node, head: Node | None, relation: str) -> None:
        above[id(at)] = (head, relation)
        for label, child in at.before:
            walk(child, at, label)
        order.append(at)
        for label, child in at.after:
            walk(child, at, label)

    walk(root, None, "root")
    order = [n for n, following in pairwise([*order, root]) if not doubled(n, following)]
    place = {id(n): i for i, n in enumerate(order, 1)}
    heads = ((n.word, *above[id(n)]) for n in order)
    return [(word, place[id(head)] if head else 0, relation) for word, head, relation in heads]
