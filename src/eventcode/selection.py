"""Which sense of a word is meant: do its further parts and the words it requires stand in the tree?"""

from dataclasses import dataclass, field

from eventcode.discourse import Discourse
from eventcode.frames import Arguments, Structure
from eventcode.lexicon import Condition, Sense
from eventcode.mentions import COUNTRY
from eventcode.tree import Token


@dataclass(slots=True)
class Selection:
    """Tells the senses of words apart in one tree."""

    structure: Structure
    discourse: Discourse
    _words: dict[int, frozenset[str]] = field(default_factory=dict)
    _counted: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def fits(self, sense: Sense, token: Token, args: Arguments) -> frozenset[int] | None:
        """The tokens that select the sense, None where one of its parts or conditions does not hold."""
        chosen: set[int] = set()
        for part in sense.extra:
            found = self._part(part, token)
            if found is None:
                return None
            chosen.add(found)
        for condition in sense.requires:
            index = self._holds(condition, token, args)
            if index is None:
                return None
            if not condition.filled and not sense.content and not condition.words.isdisjoint(self._of(index)):
                chosen.add(index)
        if any(self._holds(condition, token, args) is not None for condition in sense.excludes):
            return None
        return frozenset(chosen)

    def _part(self, part: str, token: Token) -> int | None:
        """Where a further part of the word stands: among its dependents, or right behind it before its object."""
        tree = self.structure.tree
        below = tree.children(token)
        if token.upos == "NOUN":
            below = [c for c in below if c.index < token.index]
        else:
            objects = {o.index for o in tree.children(token, *self.structure.grammar.relations["object"])}
            below += [t for t in tree.tokens[token.index + 1 : token.index + 2] if t.head in objects]
        return next((c.index for c in below if part in (c.text.lower(), c.lemma.lower())), None)

    def _holds(self, condition: Condition, token: Token, args: Arguments) -> int | None:
        """The token of the condition's slot that meets it."""
        for index in self.structure.reach(condition.slot, token, args):
            if condition.filled or any(self._meets(i, condition) for i in self._things(index)):
                return index
        return None

    def _meets(self, index: int, condition: Condition) -> bool:
        if not condition.words.isdisjoint(self._of(index)):
            return True
        mention = self.discourse.mention(index) if condition.kinds or condition.roles else None
        if mention is None:
            return False
        return mention.kind in condition.kinds or not condition.roles.isdisjoint(
            (mention.code[:COUNTRY], *mention.roles)
        )

    def _things(self, index: int) -> tuple[int, ...]:
        """A token and those coordinated with it; behind a number of things ("dozens of rockets") the things."""
        if index not in self._counted:
            tree, grammar = self.structure.tree, self.structure.grammar
            below = tree.children(tree[index])
            found = [index, *(c.index for c in below if grammar.is_a(c.relation, "conjunct"))]
            if tree[index].lemma.lower() in grammar.discourse["quantity"]:
                found += [c.index for c in below if grammar.is_a(c.relation, "oblique")]
            self._counted[index] = tuple(found)
        return self._counted[index]

    def _of(self, index: int) -> frozenset[str]:
        """All words that a token counts as: form, lemma, and both behind each modifier; a name also as its title."""
        if index not in self._words:
            tree = self.structure.tree
            token = tree[index]
            own = {token.lemma.lower(), token.text.lower()}
            parts = tree.children(token, *self.structure.grammar.relations["modifier"])
            titles = {p.lemma.lower() for p in parts} if token.upos == "PROPN" else set()
            pairs = {f"{p.text.lower()} {word}" for p in parts for word in own}
            self._words[index] = frozenset(own | titles | pairs)
        return self._words[index]
