"""Which sense of a word is meant: do its further parts and the words it requires stand in the tree?"""

from dataclasses import dataclass

from eventcode.discourse import Discourse
from eventcode.frames import Arguments, Structure
from eventcode.lexicon import Sense
from eventcode.mentions import COUNTRY, Mention
from eventcode.tree import Token

ANY = "*"
ROLE, KIND = "role:", "kind:"


@dataclass(slots=True)
class Selection:
    """Tells the senses of words apart in one tree."""

    structure: Structure
    discourse: Discourse

    def fits(self, sense: Sense, token: Token, args: Arguments) -> frozenset[int] | None:
        """The tokens that select the sense, None where one of its parts or conditions does not hold."""
        chosen: set[int] = set()
        for part in sense.extra:
            found = self._part(part, token)
            if found is None:
                return None
            chosen.add(found)
        for slot, words in sense.requires:
            index = self._holds(slot, words, token, args)
            if index is None:
                return None
            chosen |= {index} if ANY not in words and self._is_word(index, words) and not sense.content else set()
        if any(self._holds(slot, words, token, args) is not None for slot, words in sense.excludes):
            return None
        return frozenset(chosen)

    def _part(self, part: str, token: Token) -> int | None:
        """Where a further part of the word stands: among its dependents, or right behind it."""
        tree = self.structure.tree
        below = tree.children(token)
        if token.upos == "NOUN":
            below = [c for c in below if c.index < token.index]
        else:
            objects = tree.children(token, *self.structure.grammar.relations["object"])
            below += [t for t in tree.tokens[token.index + 1 : token.index + 2] if t.head in {o.index for o in objects}]
        return next((c.index for c in below if part in (c.text.lower(), c.lemma.lower())), None)

    def _holds(self, slot: str, words: frozenset[str], token: Token, args: Arguments) -> int | None:
        """The token of a slot that is one of the words."""
        indices = self.structure.reach(slot, token, args)
        return next((i for i in indices if self._is_one_of(i, words)), None)

    def _is_one_of(self, index: int, words: frozenset[str]) -> bool:
        if ANY in words:
            return True
        return any(self._is_word(i, words) or self._is_actor(i, words) for i in self._counted(index))

    def _counted(self, index: int) -> list[int]:
        """A token and those coordinated with it; behind a number of things ("dozens of rockets") the things."""
        tree, grammar = self.structure.tree, self.structure.grammar
        below = tree.children(tree[index])
        found = [index, *(c.index for c in below if grammar.is_a(c.relation, "conjunct"))]
        if tree[index].lemma.lower() in grammar.discourse["quantity"]:
            found += [c.index for c in below if grammar.is_a(c.relation, "oblique")]
        return found

    def _is_word(self, index: int, words: frozenset[str]) -> bool:
        tree = self.structure.tree
        token = tree[index]
        if token.lemma.lower() in words or token.text.lower() in words:
            return True
        parts = tree.children(token, *self.structure.grammar.relations["modifier"])
        if token.upos == "PROPN" and any(p.lemma.lower() in words for p in parts):
            return True  # a name by its title: "blogger Omar Haddad"
        return any(f"{p.text.lower()} {token.lemma.lower()}" in words for p in parts)

    def _is_actor(self, index: int, words: frozenset[str]) -> bool:
        special = [w for w in words if w.startswith((ROLE, KIND))]
        mention = self.discourse.mention(index) if special else None
        if mention is None:
            return False
        return any(w == KIND + mention.kind or self._has_role(mention, w) for w in special)

    @staticmethod
    def _has_role(mention: Mention, word: str) -> bool:
        role = word.removeprefix(ROLE)
        return role != word and role in (mention.code[:COUNTRY], *mention.roles)
