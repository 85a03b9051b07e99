"""Which sense of a word is meant: do its further parts and the words it requires stand in the tree?"""

from dataclasses import dataclass, field

from eventcode.discourse import Discourse
from eventcode.frames import Arguments, Structure
from eventcode.lexicon import Condition, Sense
from eventcode.mentions import COUNTRY
from eventcode.tree import Token


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills a slot: its tokens, each with the things it counts, and all their words."""

    things: dict[int, tuple[int, ...]]
    words: frozenset[str]


@dataclass(slots=True)
class Selection:
    """Tells the senses of words apart in one tree."""

    structure: Structure
    discourse: Discourse
    _words: dict[int, frozenset[str]] = field(default_factory=dict)
    _counted: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _parts: dict[int, dict[str, int]] = field(default_factory=dict)
    _fillings: dict[tuple[int, str], Filling] = field(default_factory=dict)

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
            if not condition.filled and not sense.content and self._is_word(index, condition):
                chosen.add(index)
        if any(self._holds(condition, token, args) is not None for condition in sense.excludes):
            return None
        return frozenset(chosen)

    def _part(self, part: str, token: Token) -> int | None:
        """Where a further part of the word stands: among its dependents, or right behind it before its object."""
        if token.index not in self._parts:
            self._parts[token.index] = self._parts_of(token)
        return self._parts[token.index].get(part)

    def _parts_of(self, token: Token) -> dict[str, int]:
        tree = self.structure.tree
        below = tree.children(token)
        if token.upos == "NOUN":
            below = [c for c in below if c.index < token.index]
        else:
            objects = {o.index for o in tree.children(token, *self.structure.grammar.relations["object"])}
            below += [t for t in tree.tokens[token.index + 1 : token.index + 2] if t.head in objects]
        return {word: c.index for c in reversed(below) for word in (c.lemma.lower(), c.text.lower())}

    def _holds(self, condition: Condition, token: Token, args: Arguments) -> int | None:
        """The token of the condition's slot that meets it."""
        filling = self._filling(condition.slot, token, args)
        if not filling.things or condition.filled:
            return next(iter(filling.things), None)
        if not condition.words.isdisjoint(filling.words):
            return next(i for i, things in filling.things.items() if any(self._is_word(t, condition) for t in things))
        if not (condition.kinds or condition.roles):
            return None
        return next(
            (i for i, things in filling.things.items() if any(self._is_actor(t, condition) for t in things)), None
        )

    def _filling(self, slot: str, token: Token, args: Arguments) -> Filling:
        key = (token.index, slot)
        if key not in self._fillings:
            things = {i: self._things(i) for i in self.structure.reach(slot, token, args)}
            words = frozenset().union(*(self._of(t) for several in things.values() for t in several))
            self._fillings[key] = Filling(things, words)
        return self._fillings[key]

    def _is_word(self, index: int, condition: Condition) -> bool:
        return not condition.words.isdisjoint(self._of(index))

    def _is_actor(self, index: int, condition: Condition) -> bool:
        mention = self.discourse.mention(index)
        if mention is None:
            return False
        roles = (mention.code[:COUNTRY], *mention.roles)
        return mention.kind in condition.kinds or not condition.roles.isdisjoint(roles)

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
