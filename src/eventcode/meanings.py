"""Meaning: what a trigger says before it becomes an event, and how two readings of it compare."""

from dataclasses import dataclass, replace

from eventcode.lexicon import Frame, Sense
from eventcode.mentions import COUNTRY, NAME, Mention
from eventcode.records import Step
from eventcode.tree import Token


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a trigger says: a code or a topic, who acts, who is acted upon, and how that was found."""

    trigger: Token
    sense: Sense
    frame: Frame
    code: str | None
    topic: str | None
    inner: str | None = None  # the topic of an act's content
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


def others(parties: tuple[Mention, ...], than: tuple[Mention, ...], reciprocal: bool) -> tuple[Mention, ...]:
    """The target's parties: not the source's own, unless several act on each other."""
    mine = {m.index for m in than}
    others = tuple(m for m in parties if m.index not in mine)
    return than if reciprocal and not others and len(than) > 1 else others


def located(mention: Mention, country: str) -> Mention:
    """A mention of role alone, as one of a country's."""
    if mention.country or mention.kind == NAME:
        return mention
    return replace(mention, code=country + mention.code[COUNTRY:], known=True)


def worth(meaning: Meaning) -> tuple[int, int, int]:
    """How well a meaning fits: known parties first, then parties at all, then its sense's conditions."""
    known = any(m.known for m in meaning.source) + any(m.known for m in meaning.target)
    return meaning.sense.weight, known, bool(meaning.source) + bool(meaning.target)
