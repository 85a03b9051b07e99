"""Trees for tests, written in one line, so that rules are tested without a parser.

    Paris/PROPN/nsubj>2 criticized/VERB/root>0 the/DET/det>4 ruling/NOUN/obj>2

Each word is form/UPOS/relation>head; heads count from 1, 0 is the root. A fourth part before the relation
gives the lemma, and an XPOS may follow the UPOS after a dot: troops/NOUN.NNS/troop/nsubj>2.
"""

from eventcode.tree import Token, Tree


def sketch(line: str) -> Tree:
    """The tree that a line describes."""
    tokens, at = [], 0
    for index, word in enumerate(line.split()):
        token = _token(index, word, at)
        tokens.append(token)
        at = token.end + 1
    return Tree(tuple(tokens), " ".join(t.text for t in tokens), 0)


def _token(index: int, word: str, at: int) -> Token:
    form, tag, *lemma, place = word.split("/")
    relation, head = place.split(">")
    upos, _, xpos = tag.partition(".")
    return Token(
        index=index, text=form, lemma=lemma[0] if lemma else form.lower() if upos != "PROPN" else form, upos=upos,
        xpos=xpos, head=int(head) - 1, relation=relation, start=at, end=at + len(form),
    )  # fmt: skip
