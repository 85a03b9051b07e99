"""Meaning + modality + dates → events: recodes applied, one event a pair of parties, both ways where due."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from eventcode.dating import Dating
from eventcode.meanings import Meaning
from eventcode.mentions import Mention
from eventcode.modality import FUTURE, NEGATED, REPORTED, UNREAL, Modality, Reading
from eventcode.ontology import Ontology, Recode
from eventcode.records import Ace, Event, Evidence, Party, Plover, Span, Step
from eventcode.records import Modality as ModalityName
from eventcode.tree import Token
from eventcode.triggers import Triggers

NAMES = ("PROPN", "PRON")
MATERIAL_CONFLICT = 4  # quad class

Pair = tuple[Mention | None, Mention | None]


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the corpus a sentence stands."""

    doc_id: str
    sentence: int


class Events:
    """Turns the meanings of one sentence into events."""

    def __init__(self, triggers: Triggers, modality: Modality, position: Position, dating: Dating) -> None:
        self.ontology = triggers.ontology
        self.triggers = triggers
        self.modality = modality
        self.position = position
        self.dating = dating

    def all(self, meanings: Iterable[Meaning]) -> list[Event]:
        """The events of a sentence; where one has both sides, those that lack one are told only by a main clause."""
        told = [(meaning, event) for meaning in meanings for event in self.of(meaning)]
        full = {event.modality for _, event in told if event.source and event.target}
        return [e for m, e in told if e.modality not in full or self._is_told_for_itself(m, e)]

    def _is_told_for_itself(self, meaning: Meaning, event: Event) -> bool:
        if (event.source and event.target) or not meaning.frame.target:
            return True
        structure = self.triggers.structure
        token: Token | None = meaning.trigger
        while token is not None and structure.grammar.is_a(token.relation, "conjunct"):
            token = structure.tree.head(token)
        return token is not None and token.head < 0

    def of(self, meaning: Meaning) -> Iterator[Event]:
        """The events of a meaning, negated and hypothetical ones included and marked."""
        reading = self.modality.read(meaning.trigger)
        coded, names = self._recoded(meaning, reading)
        if coded is None or coded.code is None:
            return
        modality = _modality(names)
        for source, target in _pairs(coded):
            if not _political(source, target) or not self._whole(coded, source, target):
                continue
            yield self._event(coded, coded.code, source, target, reading, modality)
            if coded.reciprocal and source and target:
                yield self._event(coded, coded.code, target, source, reading, modality)
            elif source and target and coded.mirror and coded.code == meaning.sense.code:
                yield self._event(coded, coded.mirror, target, source, reading, modality)

    def _whole(self, meaning: Meaning, source: Mention | None, target: Mention | None) -> bool:
        """Whether enough is told.

        A verb without a source may have a thing for its subject ("a bomb killed"), but no name or pronoun: who no
        table knows is not nobody. A bare noun needs both sides, or a victim of material conflict.
        """
        if (source and target) or not meaning.frame.target:
            return True
        if meaning.trigger.upos == "NOUN":
            return target is not None and self.ontology.quad_class(meaning.code or "") == MATERIAL_CONFLICT
        structure = self.triggers.structure
        placed = {m.index for m in meaning.target} | meaning.consumed
        subjects = [i for i in structure.arguments(meaning.trigger).get("subject") if i not in placed]
        return source is not None or not any(structure.tree[i].upos in NAMES for i in subjects)

    def _recoded(self, meaning: Meaning, reading: Reading) -> tuple[Meaning | None, frozenset[str]]:
        """The meaning after the first coding rule that fits; the readings that it has used are spent."""
        for rule in self.ontology.recodes:
            if meaning.code is not None and self._fits(rule, meaning, reading):
                return self._apply(rule, meaning), reading.names - rule.readings
        return meaning, reading.names - {FUTURE}

    def _fits(self, rule: Recode, meaning: Meaning, reading: Reading) -> bool:
        if not rule.readings <= reading.names or rule.unless & reading.names:
            return False
        return not rule.codes or bool(meaning.code and meaning.code.startswith(rule.codes))

    def _apply(self, rule: Recode, meaning: Meaning) -> Meaning | None:
        if rule.drop:
            return None
        code = rule.code
        if rule.act is not None:
            code = self.ontology.compose(rule.act, meaning.topic)
        step = Step(kind="recode", by=rule.name, gives=code or "", text=meaning.trigger.text)
        return replace(meaning, code=code, steps=(*meaning.steps, step)) if code else None

    def _event(
        self,
        meaning: Meaning,
        code: str,
        source: Mention | None,
        target: Mention | None,
        reading: Reading,
        modality: ModalityName,
    ) -> Event:
        trigger = meaning.trigger
        parts = (
            self.position.doc_id,
            str(self.position.sentence),
            code,
            str(trigger.start),
            str(source.start if source else -1),
            str(target.start if target else -1),
        )
        return Event(
            id=hashlib.blake2b("\0".join(parts).encode(), digest_size=8).hexdigest(),
            doc_id=self.position.doc_id,
            sentence=self.position.sentence,
            code=code,
            label=self.ontology.codes[code].label,
            root=self.ontology.root(code),
            quad_class=self.ontology.quad_class(code),
            goldstein=self.ontology.codes[code].goldstein,
            plover=_plover(self.ontology, code),
            ace=_ace(self.ontology, code),
            source=_party(source),
            target=_party(target),
            trigger=Span(text=trigger.text, start=trigger.start, end=trigger.end),
            date=self.dating.of(self.triggers.structure.tree, trigger, future=FUTURE in reading.names),
            reported_by=reading.reporter.text if reading.reporter is not None else None,
            modality=modality,
            evidence=_evidence(meaning, reading, source, target),
        )


def _modality(names: frozenset[str]) -> ModalityName:
    if NEGATED in names:
        return "negated"
    return "hypothetical" if names & UNREAL else "asserted"


def _political(source: Mention | None, target: Mention | None) -> bool:
    """Whether at least one side is an actor that the tables know."""
    return bool((source and source.known) or (target and target.known))


def _pairs(meaning: Meaning) -> Iterator[Pair]:
    """Each source with each target; among the parties of one phrase, each two of them."""
    sources: tuple[Mention | None, ...] = meaning.source or (None,)
    targets: tuple[Mention | None, ...] = meaning.target or (None,)
    if meaning.reciprocal and meaning.source and meaning.source == meaning.target:
        yield from ((a, b) for i, a in enumerate(sources) for b in sources[i + 1 :])
        return
    yield from ((a, b) for a in sources for b in targets if not _same(a, b))


def _same(source: Mention | None, target: Mention | None) -> bool:
    """Whether a party would act on itself because a pronoun or "both sides" stands for it too."""
    if source is None or target is None or source.country != target.country:
        return False
    return source.antecedent is not None and target.antecedent is not None


def _party(mention: Mention | None) -> Party | None:
    if mention is None:
        return None
    return Party(
        code=mention.code,
        country=mention.country,
        roles=mention.roles,
        name=mention.name,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        antecedent=mention.antecedent,
    )


def _evidence(meaning: Meaning, reading: Reading, source: Mention | None, target: Mention | None) -> Evidence:
    return Evidence(
        entry=meaning.sense.entry,
        frame=meaning.frame.name,
        readings=tuple(sorted(reading.names - {REPORTED})),
        steps=meaning.steps,
        source=_actor_steps(source),
        target=_actor_steps(target),
    )


def _actor_steps(mention: Mention | None) -> tuple[Step, ...]:
    if mention is None:
        return ()
    return tuple(Step(kind="actor", by=by, gives=gives) for by, gives in mention.by)


def _plover(ontology: Ontology, code: str) -> Plover | None:
    found = ontology.plover(code)
    return Plover(type=found[0], mode=found[1], contexts=found[2]) if found else None


def _ace(ontology: Ontology, code: str) -> Ace | None:
    found = ontology.ace(code)
    return Ace(type=found[0], subtype=found[1]) if found else None
