"""Which sense of a word is meant: do its further parts and the words it requires stand in the tree?"""

from dataclasses import dataclass

from eventcode.discourse import Discourse
from eventcode.frames import Arguments, Structure
from eventcode.lexicon import Sense
from eventcode.tree import Token

ANY = "*"
ROLE, KIND = "role:", "kind:"


@dataclass(slots=True)
class Selection:
    """Tells the senses of words apart in one tree."""

    structure: Structure
    discourse: Discourse

    def fits(self, sense: Sense, token: Token, args: Arguments) -> bool:
        """Whether the sense's further parts and conditions hold."""
        below = self.structure.tree.children(token)
        for part in sense.extra:
            if not any(part in (c.text.lower(), c.lemma.lower()) for c in below):
                return False
        return all(self._holds(slot, words, args) for slot, words in sense.requires) and not any(
            self._holds(slot, words, args) for slot, words in sense.excludes
        )

    def _holds(self, slot: str, words: frozenset[str], args: Arguments) -> bool:
        return any(self._is_one_of(index, words) for index in args.get(slot))

    def _is_one_of(self, index: int, words: frozenset[str]) -> bool:
        tree = self.structure.tree
        if ANY in words:
            return True
        token = tree[index]
        tokens = [token, *(c for c in tree.children(token) if self.structure.grammar.is_a(c.relation, "conjunct"))]
        for one in tokens:
            parts = (c for c in tree.children(one) if self.structure.grammar.is_a(c.relation, "modifier"))
            if one.lemma.lower() in words or any(f"{p.text.lower()} {one.lemma.lower()}" in words for p in parts):
                return True
        return self._is_actor(index, words)

    def _is_actor(self, index: int, words: frozenset[str]) -> bool:
        special = [w for w in words if w.startswith((ROLE, KIND))]
        if not special:
            return False
        mention = self.discourse.mention(index)
        if mention is None:
            return False
        return any(
            w == KIND + mention.kind or (w.startswith(ROLE) and w[len(ROLE) :] in mention.roles) for w in special
        )
