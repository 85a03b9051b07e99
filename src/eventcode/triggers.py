"""Tree → readings of meaning: which words are triggers, in which sense, with which parties and code.

A word's senses are tried from the most to the least constrained. An act ("urged", "refused") takes the
code of its content, found the same way, and composes the two in the ontology's matrix.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from eventcode.actors import Mention
from eventcode.discourse import Discourse
from eventcode.frames import Arguments, Structure
from eventcode.lexicon import Frame, Sense
from eventcode.ontology import Ontology
from eventcode.records import Step
from eventcode.tree import Token

Senses = dict[tuple[str, str], tuple[Sense, ...]]

DEEPEST = 6  # acts within acts
ANY = "*"
ROLE, KIND = "role:", "kind:"
PASSING = "do"
DEEPER = "."
PARTS = ("VERB", "NOUN", "ADJ")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a trigger says: a code or a topic, who acts, who is acted upon, and how that was found."""

    trigger: Token
    sense: Sense
    frame: Frame
    code: str | None
    topic: str | None
    source: tuple[Mention, ...] = ()
    target: tuple[Mention, ...] = ()
    reciprocal: bool = False
    mirror: str | None = None
    steps: tuple[Step, ...] = ()
    consumed: frozenset[int] = frozenset()


@dataclass(slots=True)
class Bound:
    """The parties found in a slot, and whether the slot was filled at all."""

    parties: tuple[Mention, ...] = ()
    filled: bool = False


@dataclass(slots=True)
class Triggers:
    """Finds the meanings of one tree."""

    structure: Structure
    discourse: Discourse
    senses: Senses
    ontology: Ontology
    _known: dict[int, Meaning | None] = field(default_factory=dict)

    def find(self) -> Iterator[Meaning]:
        """Every meaning of the tree, outermost first; what an act has consumed is not told again."""
        tree = self.structure.tree
        depth = {t.index: sum(1 for _ in tree.ancestors(t)) for t in tree if self.candidates(t)}
        consumed: set[int] = set()
        for index in sorted(depth, key=lambda i: (depth[i], i)):
            if index in consumed:
                continue
            meaning = self.meaning(tree[index])
            if meaning is not None and meaning.code is not None:
                consumed |= meaning.consumed
                yield meaning

    def subject(self, verb: Token) -> tuple[Mention, ...]:
        """The actors that are a verb's logical subject."""
        return tuple(m for i in self.structure.arguments(verb).get("subject") for m in self.discourse.parties(i))

    def candidates(self, token: Token) -> tuple[Sense, ...]:
        """The senses that a token may have, the most constrained first."""
        if token.upos not in PARTS:
            return ()
        found = self.senses.get((token.lemma.lower(), token.upos), ())
        low = token.text.lower()
        if not found and low != token.lemma:
            found = self.senses.get((low, token.upos), ())
        return found

    def meaning(self, token: Token, depth: int = 0, around: Arguments | None = None) -> Meaning | None:
        """The best meaning of a token, or None. `around`: the slots of the act that it is content of."""
        if depth > DEEPEST:
            return None
        if around is None and token.index in self._known:
            return self._known[token.index]
        args = self.structure.arguments(token)
        best: Meaning | None = None
        for sense in self.candidates(token):
            if best is not None and sense.weight < best.sense.weight:
                break
            if self._selected(sense, token, args):
                found = self._read(sense, token, args, depth, around)
                if found is not None and (best is None or _worth(found) > _worth(best)):
                    best = found
        if around is None:
            self._known[token.index] = best
        return best

    def _selected(self, sense: Sense, token: Token, args: Arguments) -> bool:
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

    def _read(
        self, sense: Sense, token: Token, args: Arguments, depth: int, around: Arguments | None
    ) -> Meaning | None:
        if sense.act is not None:
            return self._compose(sense, token, args, depth)
        options = [m for f in sense.frames if (m := self._bind(sense, f, token, args, around)) is not None]
        return max(options, key=_worth, default=None)

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
            target=_others(target.parties, source.parties, frame.reciprocal),
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
                parties = tuple(m for i in indices for m in self.discourse.parties(i))
                if parties:
                    return Bound(parties, True)
        return bound

    def _in_slot(self, slot: str, token: Token, args: Arguments, around: Arguments | None) -> list[int]:
        """A slot's tokens; a preposition's may hang on the object, or on the act around.

        `clause.object` is the object of the clause: whom an offensive "to retake the town" strikes.
        """
        if DEEPER in slot:
            outer, inner = slot.split(DEEPER)
            below = (self.structure.arguments(self.structure.tree[i]) for i in args.get(outer))
            return [i for deeper in below for i in deeper.get(inner)]
        found = args.get(slot)
        if found or slot in ("subject", "object", "possessor", "modifier", "clause"):
            return [i for i in found if i != token.index]
        if token.upos != "NOUN":
            for index in args.get("object"):
                deeper = self.structure.arguments(self.structure.tree[index]).get(slot)
                if deeper:
                    return deeper
        return [i for i in around.get(slot) if i != token.index] if around is not None else []

    def _compose(self, sense: Sense, token: Token, args: Arguments, depth: int) -> Meaning | None:
        """An act applied to its content."""
        content = self._content(sense, token, args, depth)
        bare = [m for f in sense.frames if (m := self._bind(sense, f, token, args, None)) is not None]
        if not bare:
            return None
        own = max(bare, key=_worth)
        act = sense.act or ""
        if content is None:
            residual = self.ontology.acts[act].residual
            return replace(own, code=residual, topic=self.ontology.topic_of(residual)) if residual else None
        return self._applied(act, own, content)

    def _content(self, sense: Sense, token: Token, args: Arguments, depth: int) -> Meaning | None:
        """The meaning of what an act is applied to: the first of its content slots that has one."""
        for slot in sense.content:
            for index in self._in_slot(slot, token, args, None):
                found = self._within(self.structure.tree[index], depth + 1, args)
                if found is not None:
                    return found
        return None

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
        if act.self_act and self._of_itself(own, content):
            act = self.ontology.acts[act.self_act]
        if (
            act.force
            and not self.ontology.cell(act.name, content.topic)
            and self.ontology.cell(act.force, content.topic)
        ):
            act = self.ontology.acts[act.force]
        code = self.ontology.compose(act.name, content.topic)
        if code is None:
            return None
        step = Step(kind="compose", by=f"{act.name} × {content.topic}", gives=code, text=own.trigger.text)
        return replace(
            own,
            code=code,
            topic=self.ontology.topic_of(code),
            target=self._target(act.target, own, content),
            steps=(*own.steps[:1], *content.steps, step),
            consumed=own.consumed | content.consumed,
        )

    def _passed(self, own: Meaning, content: Meaning) -> Meaning:
        """A light verb: its subject does what its object names."""
        source = own.source or content.source
        target = content.target or _others(own.target, source, content.reciprocal)
        if own.source and content.source and not content.target and content.reciprocal:
            target = _others(content.source, source, True)
        return replace(
            content,
            trigger=own.trigger,
            source=source,
            target=_others(target, source, content.reciprocal),
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


def _others(parties: tuple[Mention, ...], than: tuple[Mention, ...], reciprocal: bool) -> tuple[Mention, ...]:
    """The target's parties: not the source's own, unless several act on each other."""
    mine = {m.index for m in than}
    others = tuple(m for m in parties if m.index not in mine)
    return than if reciprocal and not others and len(than) > 1 else others


def _worth(meaning: Meaning) -> tuple[int, int, int]:
    """How well a meaning fits: known parties first, then parties at all, then its sense's conditions."""
    known = any(m.known for m in meaning.source) + any(m.known for m in meaning.target)
    return meaning.sense.weight, known, bool(meaning.source) + bool(meaning.target)
