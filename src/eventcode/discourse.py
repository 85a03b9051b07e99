"""Short names, pronouns and "the minister" → the earlier mention that they stand for.

Mentions of earlier sentences are remembered as long as the story lasts; an antecedent is the nearest
one that agrees in kind, number and gender, subjects first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from eventcode.actors import Actors
from eventcode.lexicon import Grammar
from eventcode.mentions import COUNTRY, NAME, UNKNOWN, Mention
from eventcode.records import Span
from eventcode.tree import Token, Tree

PAIR = 2
REACH = 4  # sentences that a pronoun looks back
ORGANISATION, COUNTRY_KIND = "organisation", "country"
PERSONS = ("person", "name", "title")
THINGS = ("country", "metonym", "capital", "organisation", "group", "body")
MANY = ("people", "group", "country", "organisation", "body", "demonym")


@dataclass(frozen=True, slots=True)
class Referent:
    """A mention that may be pointed back to, and whether it stood as a subject."""

    mention: Mention
    subject: bool
    head: int


class Memory:
    """The referents of a story so far, one list a sentence."""

    def __init__(self) -> None:
        self._sentences: list[Discourse] = []

    def add(self, sentence: "Discourse") -> None:
        """Remember a sentence."""
        self._sentences.append(sentence)

    def __len__(self) -> int:
        return len(self._sentences)

    def back(self, end: int, reach: int | None = None) -> Iterator[list[Referent]]:
        """The referents of the sentences before the one at `end`, the last first; at most `reach` of them."""
        for at in range(end - 1, max(end - reach, 0) - 1 if reach else -1, -1):
            yield self._sentences[at].referents


class Discourse:
    """The mentions of one sentence, with antecedents found in it and in the story before."""

    def __init__(self, tree: Tree, actors: Actors, grammar: Grammar, memory: Memory) -> None:
        self.tree = tree
        self.actors = actors
        self.words = grammar.discourse
        self.grammar = grammar
        self.memory = memory
        self._number = len(memory)
        self._mentions: dict[int, Mention | None] = {}
        self._referents: list[Referent] | None = None
        actors.pronoun = self._possessor

    def parties(self, index: int) -> list[Mention]:
        """The actors of a phrase: its own, then those coordinated with it."""
        heads = [self.tree[index]]
        heads += [c for c in self.tree.children(heads[0]) if self._is_conjunct(c)]
        indices = {head.index for head in heads}
        together = next((head for head in heads if head.index - 1 in indices), None)
        found = [m for head in heads if head is not together for m in self._several(head)]
        return found if together is None else [self._as_one_of(m, together) for m in found]

    def _as_one_of(self, mention: Mention, noun: Token) -> Mention:
        """A party of "UK and EU negotiators", where the parser takes the shared noun for a third party."""
        role = self.actors.roles(noun.index)
        return replace(mention, code=mention.code + role) if len(mention.code) == COUNTRY else mention

    def _several(self, head: Token) -> list[Mention]:
        pair = self._pair(head)
        if pair:
            return pair
        found = self.mention(head.index)
        if found is None:
            return []
        several = self.actors.mentions(head.index)
        return several if len(several) > 1 else [found]

    def _pair(self, head: Token) -> list[Mention]:
        """ "The two sides", "both", "the ministers of the two countries": the last two actors that were named."""
        below = [head, *(t for t in self.tree.children(head, *self.grammar.relations["oblique"]))]
        if not any(self._is_pair(t) for t in below):
            return []
        found: dict[str, Mention] = {}
        for mention in self._earlier(head.index, REACH):
            if mention.country and mention.known and len(found) < PAIR:
                found.setdefault(mention.country, mention)
        role = self.actors.roles(head.index) if not self._is_pair(head) else ""
        return [_one_of(self.tree, head, m, role) for m in found.values()] if len(found) == PAIR else []

    def _is_pair(self, token: Token) -> bool:
        pair, low = self.words["pair"], token.text.lower()
        sides = token.lemma.lower() in self.words["sides"]
        return low in pair or (sides and any(c.text.lower() in pair for c in self.tree.children(token)))

    def _is_conjunct(self, token: Token) -> bool:
        return self.grammar.is_a(token.relation, "conjunct") and token.upos in ("NOUN", "PROPN", "PRON")

    def mention(self, index: int) -> Mention | None:
        """The actor that a token's phrase names or points back to, or None."""
        if index not in self._mentions:
            self._mentions[index] = None  # set first: a pronoun may look at itself
            self._mentions[index] = self._find(self.tree[index])
        return self._mentions[index]

    def _find(self, token: Token) -> Mention | None:
        if token.upos == "PRON" or token.xpos == "PRP$":
            return self._pronoun(token)
        mention = self.actors.mention(token.index)
        named = mention is not None and mention.country is not None
        if token.lemma.lower() in self.words["nation"] and self._is_definite(token) and not named:
            return self._nation(token)
        if mention is None:
            return None
        alone = mention.kind == NAME or (mention.kind in PERSONS and mention.text == token.text)
        if alone:
            return self._short_name(token, mention)
        if mention.code.startswith(UNKNOWN) and self._is_definite(token):
            return self._definite(mention)
        return mention

    def _earlier(self, index: int, reach: int | None = None) -> Iterator[Mention]:
        """The mentions before a token, the nearest first: of this sentence, then of those before it."""
        here = [r for r in self.referents if r.mention.index < index]
        for referents in (here, *self.memory.back(self._number, reach)):
            yield from (r.mention for r in reversed(referents))

    @property
    def referents(self) -> list[Referent]:
        """The sentence's mentions that later ones may point back to."""
        if self._referents is None:
            self._referents = []
            self._referents = list(self._list())
        return self._referents

    def _list(self) -> Iterator[Referent]:
        inner = ("modifier", "name_part")
        for token in self.tree:
            nominal = token.upos in ("NOUN", "PROPN")
            if not nominal or (self.grammar.is_a(token.relation, *inner) and not self._is_oblique(token)):
                continue
            mention = self.mention(token.index)
            if mention is not None and not mention.owned:
                subject = self.grammar.is_a(token.relation, "subject", "passive_subject")
                yield Referent(mention, subject, token.head)

    def _is_oblique(self, token: Token) -> bool:
        return self.grammar.is_a(token.relation, "oblique")

    def _pronoun(self, token: Token) -> Mention | None:
        low = token.text.lower()
        for name, kinds in (("person", PERSONS), ("thing", THINGS), ("plural", MANY)):
            if low in self.words[name]:
                found = self._antecedent(token, partial(self._agrees, kinds=kinds, low=low))
                return _standing_for(token, found) if found is not None else None
        return None

    def _possessor(self, index: int) -> Mention | None:
        token = self.tree[index]
        return self.mention(index) if token.upos == "PRON" or token.xpos == "PRP$" else None

    def _antecedent(self, token: Token, fits: Callable[[Mention], bool]) -> Mention | None:
        """The mention that fits, of this sentence before the last ones; of each the subject before the others."""
        here = [r for r in self.referents if r.mention.index < token.index and r.head != token.head]
        if token.head >= 0:
            here = [r for r in here if r.mention.index != token.head]
        for referents in (here, *self.memory.back(self._number, REACH)):
            fitting = [r for r in referents if fits(r.mention)]
            ranked = [r for r in fitting if r.subject] or fitting[::-1]
            if ranked:
                return ranked[-1].mention if referents is here and ranked[0].subject else ranked[0].mention
        return None

    def _agrees(self, mention: Mention, kinds: tuple[str, ...], low: str) -> bool:
        if mention.kind not in kinds:
            return False
        if mention.gender == "m" and low in self.words["female"]:
            return False
        return not (mention.gender == "f" and low in self.words["male"])

    def _short_name(self, token: Token, mention: Mention) -> Mention:
        """A surname alone stands for the full name that it ends, earlier in the story."""
        named = (m for m in self._earlier(token.index) if m.known and m.kind in PERSONS)
        full = next((m for m in named if token.text in m.text.split()), None)
        return _standing_for(token, full) if full is not None else mention

    def _nation(self, token: Token) -> Mention | None:
        """ "The country" is the one that was named last in the sentence, or that an earlier sentence speaks of."""
        here = (r.mention for r in reversed(self.referents) if r.mention.index < token.index)
        last = next(filter(_is_national, here), None) or self._antecedent(token, _is_national)
        if last is None:
            return self.actors.mention(token.index)
        return replace(_standing_for(token, last), code=last.country or "", kind=COUNTRY_KIND)

    def _is_definite(self, token: Token) -> bool:
        children = self.tree.children(token)
        return any(
            self.grammar.is_a(c.relation, "determiner") and c.lemma.lower() == self._definite_word for c in children
        )

    @property
    def _definite_word(self) -> str:
        return next(iter(self.words["definite"]))

    def _definite(self, mention: Mention) -> Mention:
        """ "The minister" is the minister spoken of before, "the government" that of the country spoken of."""
        role = mention.code[len(UNKNOWN) :]
        same = (m for m in self._earlier(mention.index, REACH) if m.country and m.code[len(UNKNOWN) :] == role)
        last = next(same, None) if role else None
        return _with_antecedent(mention, last) if last is not None else mention


def _is_national(mention: Mention) -> bool:
    return bool(mention.country) and mention.kind != ORGANISATION


def _standing_for(token: Token, earlier: Mention) -> Mention:
    return replace(
        earlier,
        index=token.index,
        start=token.start,
        end=token.end,
        text=token.text,
        antecedent=earlier.antecedent or Span(text=earlier.text, start=earlier.start, end=earlier.end),
    )


def _one_of(tree: Tree, head: Token, earlier: Mention, roles: str) -> Mention:
    """One of the two actors that a phrase stands for."""
    start = min(t.start for t in (head, *tree.children(head)) if t.upos in ("DET", "NUM", "ADJ") or t is head)
    text = tree.text[start - tree.start : head.end - tree.start]
    code = (earlier.country or "") + roles if roles else earlier.code
    found = replace(_standing_for(head, earlier), code=code, start=start, text=text)
    return found


def _with_antecedent(mention: Mention, earlier: Mention) -> Mention:
    return replace(
        mention,
        code=earlier.code,
        name=earlier.name,
        known=True,
        by=mention.by + earlier.by,
        antecedent=Span(text=earlier.text, start=earlier.start, end=earlier.end),
    )
