"""Sides that a frame left open: looked for inside the complement, then where the thing took place."""

from dataclasses import dataclass, replace

from eventcode.discourse import Discourse
from eventcode.frames import Arguments, Structure
from eventcode.meanings import Meaning, located
from eventcode.mentions import Mention
from eventcode.tree import Token

DEEPEST = 6  # levels of phrases
PLACES = ("country", "place", "capital", "demonym", "adjective")  # kinds of mentions that tell a country


@dataclass(slots=True)
class Sides:
    """Completes the parties of a meaning from the rest of its clause."""

    structure: Structure
    discourse: Discourse

    def fill(self, meaning: Meaning, args: Arguments) -> Meaning:
        """A side that the frame left open is looked for inside the complement, then where the thing took place."""
        places = self.structure.grammar.slots["open"]
        meaning = self._placed(meaning, args, places["place"])
        if meaning.frame.target and not meaning.target and meaning.source:
            found = self._inside(args, places["target"], meaning)
            return replace(meaning, target=found) if found else meaning
        if meaning.target and not meaning.source and args.passive:
            found = self._inside(args, places["source"], meaning)
            return replace(meaning, source=found) if found else meaning
        return meaning

    def _placed(self, meaning: Meaning, args: Arguments, slots: tuple[str, ...]) -> Meaning:
        """People whose country nothing else tells are those of the place ("thousands protested in Minsk")."""
        if all(m.country for m in (*meaning.source, *meaning.target)):
            return meaning
        places = (self.discourse.mention(i) for slot in slots for i in args.get(slot))
        country = next((m.country for m in places if m is not None and m.country and m.kind in PLACES), None)
        if country is None:
            return meaning
        source, target = (tuple(located(m, country) for m in side) for side in (meaning.source, meaning.target))
        return replace(meaning, source=source, target=target)

    def _inside(self, args: Arguments, slots: tuple[str, ...], meaning: Meaning) -> tuple[Mention, ...]:
        """The actor nearest to the top of some slots' phrases that is not on the other side already."""
        tree, taken = self.structure.tree, {m.code for m in (*meaning.source, *meaning.target)}
        level = [i for slot in slots for i in self.structure.reach(slot, meaning.trigger, args)]
        seen = {m.index for m in (*meaning.source, *meaning.target)}
        for _ in range(DEEPEST):
            for index in level:
                mention = self.discourse.mention(index) if index not in seen else None
                if mention is not None and mention.known and mention.code not in taken:
                    return (mention,)
            seen.update(level)
            level = [c.index for i in level for c in tree.children(tree[i]) if self._is_open(c) and c.index not in seen]
        return ()

    def _is_open(self, token: Token) -> bool:
        """Whether a search for an actor goes down into a token: not into clauses that tell of something else."""
        return not self.structure.grammar.is_a(token.relation, "relative", "adverbial", "parataxis")
