"""Tree → readings of meaning: which words are triggers, in which sense, with which parties and code.

A word's senses are tried from the most to the least constrained. An act ("urged", "refused") takes the
code of its content, found the same way, and composes the two in the ontology's matrix.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from eventcode.discourse import Discourse
from eventcode.frames import CORE, GERUND, Arguments, Structure
from eventcode.lexicon import Frame, Sense
from eventcode.meanings import Bound, Meaning, others, worth
from eventcode.mentions import Mention
from eventcode.ontology import PASSING, Ontology
from eventcode.records import Step
from eventcode.selection import Selection
from eventcode.sides import Sides
from eventcode.tree import Token

Senses = dict[tuple[str, str], tuple[Sense, ...]]

DEEPEST = 6  # acts within acts
MODIFIER = "modifier"  # the one slot whose tokens are parties together ("US-Iran talks")
PARTS = ("VERB", "NOUN", "ADJ")


@dataclass(slots=True)
class Triggers:
    """Finds the meanings of one tree."""

    structure: Structure
    discourse: Discourse
    senses: Senses
    ontology: Ontology
    _known: dict[int, Meaning | None] = field(default_factory=dict)
    _selection: Selection = field(init=False)
    _sides: Sides = field(init=False)

    def __post_init__(self) -> None:
        self._selection = Selection(self.structure, self.discourse)
        self._sides = Sides(self.structure, self.discourse)

    def find(self) -> Iterator[Meaning]:
        """Every meaning of the tree, outermost first; what an act has consumed is not told again."""
        tree = self.structure.tree
        depth = {t.index: sum(1 for _ in tree.ancestors(t)) for t in tree if self.candidates(t)}
        consumed: set[int] = set()
        told: dict[int, Meaning] = {}
        for index in sorted(depth, key=lambda i: (depth[i], i)):
            meaning = self.meaning(tree[index]) if index not in consumed else None
            if meaning is None or meaning.code is None or not _is_political(meaning):
                continue
            if not self._elaborates(meaning, told):
                consumed |= meaning.consumed
                told[index] = meaning
                yield meaning

    def _elaborates(self, meaning: Meaning, told: dict[int, Meaning]) -> bool:
        """Whether a participle only tells more of its clause's deed ("shelled the town, killing 12")."""
        token, above = meaning.trigger, told.get(meaning.trigger.head)
        if above is None or token.xpos != GERUND or not self.structure.grammar.is_a(token.relation, "adverbial"):
            return False
        same_root = self.ontology.root(above.code or "") == self.ontology.root(meaning.code or "")
        return same_root and meaning.source == above.source

    def candidates(self, token: Token) -> tuple[Sense, ...]:
        """The senses that a token may have, the most constrained first."""
        if token.upos not in PARTS:
            return ()
        for pos in (token.upos, *self._other_pos(token)):
            for word in dict.fromkeys((token.lemma.lower(), token.text.lower())):
                found = self.senses.get((word, pos))
                if found:
                    return found
        return ()

    def _other_pos(self, token: Token) -> tuple[str, ...]:
        """The part of speech that a token's place in the tree speaks for, against its tag."""
        is_a = self.structure.grammar.is_a
        if token.upos == "VERB" and is_a(token.relation, "object", "oblique"):
            return ("NOUN",)
        subjects = self.structure.tree.children(token, *self.structure.grammar.relations["subject"])
        return ("VERB",) if token.upos == "NOUN" and subjects else ()

    def meaning(self, token: Token, depth: int = 0, around: Arguments | None = None) -> Meaning | None:
        """The best meaning of a token, or None. `around`: the slots of the act that it is content of."""
        if depth > DEEPEST:
            return None
        if around is None and token.index in self._known:
            return self._known[token.index]
        args = self.structure.arguments(token)
        best = self._best(token, args, depth, around)
        if around is None:
            best = self._sides.fill(best, args) if best is not None else None
            self._known[token.index] = best
        return best

    def _best(self, token: Token, args: Arguments, depth: int, around: Arguments | None) -> Meaning | None:
        """The meaning by the most constrained sense that fits; among equals, the one with more known parties."""
        best: Meaning | None = None
        filled = self.structure.filled(token, args)
        for sense in self.candidates(token):
            if best is not None and sense.weight < best.sense.weight:
                break
            chosen = self._selection.fits(sense, token, args) if sense.needs <= filled else None
            found = self._read(sense, token, args, depth, around) if chosen is not None else None
            if found is not None and (best is None or worth(found) > worth(best)):
                best = replace(found, consumed=found.consumed | (chosen or frozenset()))
        return best

    def _read(
        self, sense: Sense, token: Token, args: Arguments, depth: int, around: Arguments | None
    ) -> Meaning | None:
        if sense.act is not None:
            return self._compose(sense, token, args, depth)
        options = [m for f in sense.frames if (m := self._bind(sense, f, token, args, around)) is not None]
        return max(options, key=worth, default=None)

    def _bind(
        self, sense: Sense, frame: Frame, token: Token, args: Arguments, around: Arguments | None
    ) -> Meaning | None:
        """The frame's parties; None where a slot that it needs is empty."""
        source = self._slots(frame.source, token, args, around)
        target = self._slots(frame.target, token, args, around)
        needed = frame.target and not frame.target_optional and sense.topic is None
        if needed and not target.filled and not (frame.reciprocal and len(source.parties) > 1) and around is None:
            return None
        step = Step(kind="entry", by=sense.entry, gives=sense.code or sense.topic or "", text=token.text)
        return Meaning(
            trigger=token,
            sense=sense,
            frame=frame,
            code=sense.code,
            topic=sense.topic or (self.ontology.topic_of(sense.code) if sense.code else None),
            source=source.parties,
            target=others(target.parties, source.parties, frame.reciprocal),
            reciprocal=frame.reciprocal,
            mirror=sense.mirror,
            steps=(step,),
            consumed=frozenset({token.index}),
        )

    def _slots(self, slots: tuple[str, ...], token: Token, args: Arguments, around: Arguments | None) -> Bound:
        """The first slot of several that holds a party."""
        bound = Bound()
        pos = "noun" if token.upos == "NOUN" else "verb"
        places = self.structure.grammar.slots[pos]
        for slot in slots:
            for place in places.get(slot, (slot,)):
                indices = self._in_slot(place, token, args, around)
                bound.filled = bound.filled or bool(indices)
                for index in indices:
                    parties = tuple(self.discourse.parties(index))
                    if parties:
                        several = (m for i in indices for m in self.discourse.parties(i))
                        return Bound(tuple(several) if len(indices) > 1 and place == MODIFIER else parties, True)
        return bound

    def _in_slot(self, slot: str, token: Token, args: Arguments, around: Arguments | None) -> list[int]:
        """A slot's tokens; those of a noun's preposition may hang on the act around."""
        found = self.structure.reach(slot, token, args)
        if not found and around is not None and token.upos == "NOUN" and slot not in CORE:
            found = around.get(slot)
        return [i for i in found if i != token.index]

    def _compose(self, sense: Sense, token: Token, args: Arguments, depth: int) -> Meaning | None:
        """An act applied to its content."""
        content = self._content(sense, token, args, depth)
        bare = [m for f in sense.frames if (m := self._bind(sense, f, token, args, None)) is not None]
        if not bare:
            return None
        own = max(bare, key=worth)
        act = sense.act or ""
        if content is None:
            residual = self.ontology.acts[act].residual
            return replace(own, code=residual, topic=self.ontology.topic_of(residual)) if residual else None
        return self._applied(act, own, content)

    def _content(self, sense: Sense, token: Token, args: Arguments, depth: int) -> Meaning | None:
        """The meaning of what an act is applied to: the first of its content slots that the act has a code for."""
        first: Meaning | None = None
        for slot in sense.content:
            for index in self._in_slot(slot, token, args, None):
                found = self._within(self.structure.tree[index], depth + 1, args)
                if found is not None and any(self._has_cell(sense.act or "", t) for t in (found.topic, found.inner)):
                    return found
                first = first or found
        return first

    def _has_cell(self, act: str, topic: str | None) -> bool:
        force = self.ontology.acts[act].force
        return act == PASSING or any(self.ontology.cell(name, topic) for name in (act, force) if name)

    def _within(self, token: Token, depth: int, around: Arguments) -> Meaning | None:
        """The meaning of a content word, or of the nearest word below it that has one."""
        if depth > DEEPEST:
            return None
        found = self.meaning(token, depth, around if token.upos == "NOUN" else None)
        if found is not None and (found.code or found.topic):
            return found
        options = (self._within(below, depth + 1, around) for below in self._below(token))
        return next((option for option in options if option is not None), None)

    def _below(self, token: Token) -> Iterator[Token]:
        """Where the content of a word that has no meaning of its own may stand, the nearest first."""
        tree, args = self.structure.tree, self.structure.arguments(token)
        for slot in self.structure.grammar.inherit["content"] if token.upos != "PROPN" else ():
            yield from (tree[i] for i in args.get(slot) if i != token.index)
        yield from tree.children(token, *self.structure.grammar.relations["conjunct"])

    def _applied(self, name: str, own: Meaning, content: Meaning) -> Meaning | None:
        if name == PASSING:
            return self._passed(own, content)
        act = self.ontology.acts[name]
        own_business = any(self.ontology.within(content.topic, topic) for topic in act.self_topics)
        if act.self_act and own_business and self._of_itself(own, content):
            act = self.ontology.acts[act.self_act]
        if (
            act.force
            and not self.ontology.cell(act.name, content.topic)
            and self.ontology.cell(act.force, content.topic)
        ):
            act = self.ontology.acts[act.force]
        topic = next((t for t in (content.topic, content.inner) if self.ontology.cell(act.name, t)), content.topic)
        code = self.ontology.compose(act.name, topic)
        if code is None:
            return None
        step = Step(kind="compose", by=f"{act.name} × {topic}", gives=code, text=own.trigger.text)
        target = self._target(act.target, own, content)
        among = (content.reciprocal or own.reciprocal) and not target and len(own.source) > 1
        return replace(
            own,
            code=code,
            topic=self.ontology.topic_of(code),
            inner=topic,
            target=own.source if among else target,
            reciprocal=among or (own.reciprocal and bool(target) and target == own.target),
            steps=(*own.steps[:1], *content.steps, step),
            consumed=own.consumed | content.consumed,
        )

    def _passed(self, own: Meaning, content: Meaning) -> Meaning:
        """A light verb: its subject does what its object names."""
        source = own.source or content.source
        target = content.target or others(own.target, source, content.reciprocal)
        if own.source and content.source and not content.target and content.reciprocal:
            target = others(content.source, source, True)
        return replace(
            content,
            trigger=own.trigger,
            source=source,
            target=others(target, source, content.reciprocal),
            steps=(*own.steps[:1], *content.steps),
            consumed=own.consumed | content.consumed,
        )

    @staticmethod
    def _of_itself(own: Meaning, content: Meaning) -> bool:
        """Whether the speaker speaks of what it would do itself ("asked to meet", "called for talks with")."""
        if own.target:
            return False
        actors = {m.index for m in content.source}
        return bool(own.source) and (actors == {m.index for m in own.source} or (not actors and content.reciprocal))

    @staticmethod
    def _target(order: tuple[str, ...], own: Meaning, content: Meaning) -> tuple[Mention, ...]:
        mine = {m.index for m in own.source}
        given = {
            "own": own.target,
            "content.source": content.source + (content.target if content.reciprocal else ()),
            "content.target": content.target,
            "content.other": tuple(m for m in content.source if m.index not in mine),
        }
        for name in order:
            found = tuple(m for m in given[name] if m.index not in mine)
            if found:
                return found
        return ()


def _is_political(meaning: Meaning) -> bool:
    """Whether at least one side is an actor that the tables know."""
    return any(m.known for m in (*meaning.source, *meaning.target))
