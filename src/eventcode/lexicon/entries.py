"""What knowledge files become: frozen, indexed entries that the stages read.

A *slot* is a place in a word's argument structure: subject, object, recipient, clause, participle,
possessor, modifier, particle, or a preposition by its own name (`against`, `on behalf of`).
"""

from dataclasses import dataclass, field
from datetime import date as Day

Slots = tuple[str, ...]
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """Which slots hold the source and the target, each in order of preference.

    Written `subject > object`; alternatives `on|against`; `?` where the slot may be empty; `-` for no
    party at all; `<>` where each side acts on the other.
    """

    name: str
    source: Slots
    target: Slots
    reciprocal: bool = False
    target_optional: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What a slot must hold: one of some words, an actor of a kind or role, or (`filled`) anything."""

    slot: str
    words: frozenset[str]
    kinds: frozenset[str]
    roles: frozenset[str]
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word: what selects it, what it means, and the frames it takes."""

    word: str
    extra: tuple[str, ...]
    pos: str
    entry: str
    frames: tuple[Frame, ...]
    code: str | None = None
    act: str | None = None
    topic: str | None = None
    content: Slots = ()
    mirror: str | None = None
    requires: tuple[Condition, ...] = ()
    excludes: tuple[Condition, ...] = ()
    needs: frozenset[str] = NOTHING  # the slots of `requires`, the outer one of dotted ones

    @property
    def weight(self) -> int:
        """How much must hold for this sense: the more, the sooner it is tried."""
        return 2 * len(self.extra) + 2 * len(self.requires) + len(self.excludes)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One name of an actor, on the dates that it holds."""

    code: str
    name: str
    kind: str  # country, place, capital, metonym, adjective, demonym, organisation, group, person
    entry: str
    since: Day | None = None
    until: Day | None = None
    gender: str = ""
    office: str = ""

    def holds(self, on: Day | None) -> bool:
        """Whether the entry holds on that day; without a day, whether it still does."""
        if on is None:
            return self.until is None
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A role noun or modifier. `inherits`: the role is that of what it belongs to, `code` the fallback."""

    phrase: tuple[str, ...]
    code: str
    kind: str
    entry: str
    inherits: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """The tokens that spell a name, and how they must be written."""

    tokens: tuple[str, ...]
    capitals: str  # all, first, none
    entries: tuple[ActorEntry, ...]


@dataclass(frozen=True, slots=True)
class ActorTables:
    """Names by first token (longest first), role nouns by last word, modifiers by word."""

    names: dict[str, tuple[Form, ...]]
    roles: dict[str, tuple[RoleEntry, ...]]
    modifiers: dict[str, RoleEntry]
    former: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The language's closed-class knowledge: UD labels, constructions, words of modality and discourse."""

    relations: dict[str, frozenset[str]]
    slots: dict[str, dict[str, Slots]]
    modality: dict[str, frozenset[str]]
    discourse: dict[str, frozenset[str]]
    actors: dict[str, tuple[str, ...]]
    inherit: dict[str, tuple[str, ...]]
    groups: dict[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        labels = {label for members in self.relations.values() for label in members}
        of = {label: frozenset(n for n, members in self.relations.items() if label in members) for label in labels}
        object.__setattr__(self, "groups", of)

    def is_a(self, relation: str, *names: str) -> bool:
        """Whether a UD label is one of the named groups of labels."""
        return not self.groups.get(relation, NOTHING).isdisjoint(names)
