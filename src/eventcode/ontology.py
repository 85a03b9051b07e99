"""The code tree, the composition of acts and topics, recodes, scales, and the mapping to PLOVER and ACE."""

from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
PASSING = "do"  # the act of light verbs: their event is that of their content


@dataclass(frozen=True, slots=True)
class Code:
    """One event code. `goldstein` is GDELT's value of the CAMEO scale (None where nobody published one)."""

    code: str
    label: str
    goldstein: float | None


@dataclass(frozen=True, slots=True)
class Act:
    """What a speaker does with a topic; see compose.yaml.

    `about`: its codes are about the topic ("urged a ceasefire" is about a ceasefire, a protest is a protest).
    """

    name: str
    residual: str | None
    target: tuple[str, ...]
    force: str | None = None
    self_act: str | None = None
    self_topics: tuple[str, ...] = ()
    about: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """What an act is about: its codes when done, and its code under each act."""

    name: str
    parent: str | None
    done: tuple[str, ...]
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Recode:
    """A coding rule: under these conditions the code or the act changes."""

    name: str
    codes: tuple[str, ...]
    readings: frozenset[str]
    unless: frozenset[str]
    act: str | None
    code: str | None
    drop: bool


class Ontology:
    """CAMEO, ready for look-ups."""

    def __init__(
        self,
        codes: dict[str, Code],
        quad: dict[str, int],
        acts: dict[str, Act],
        topics: dict[str, Topic],
        recodes: tuple[Recode, ...],
        plover: dict[str, tuple[str, str | None, tuple[str, ...]]],
        ace: dict[str, tuple[str, str]],
    ) -> None:
        self.codes = codes
        self.quad = quad
        self.acts = acts
        self.topics = topics
        self.recodes = recodes
        self._plover = plover
        self._ace = ace
        self._topic_of = self._index()

    def _index(self) -> dict[str, str]:
        """Code → topic: what is below a code of the thing done is that thing; other codes are told by their cell."""
        done = {code: topic.name for topic in self.topics.values() for code in topic.done}
        index: dict[str, str] = {}
        for topic in self.topics.values():
            for act, code in topic.cells.items():
                if self.acts[act].about and not any(code[:size] in done for size in range(3, len(code) + 1)):
                    index.setdefault(code, topic.name)
        return index | done

    def root(self, code: str) -> str:
        """The two-digit root of a code."""
        return code[:2]

    def quad_class(self, code: str) -> int:
        """GDELT's quad class: 1 and 2 cooperation, 3 and 4 conflict, odd verbal and even material."""
        return self.quad[code[:2]]

    def topic_of(self, code: str) -> str | None:
        """What a code is about: its own topic, or that of the code above it."""
        while len(code) >= 2:
            if code in self._topic_of:
                return self._topic_of[code]
            code = code[:-1]
        return None

    def compose(self, act: str, topic: str | None) -> str | None:
        """The code of an act applied to a topic: its cell, that of a parent, or the act's residual."""
        return self.cell(act, topic) or self.acts[act].residual

    def cell(self, act: str, topic: str | None) -> str | None:
        """The matrix cell of an act and a topic or one of its parents, if there is one."""
        while topic is not None:
            found = self.topics[topic]
            if act in found.cells:
                return found.cells[act]
            topic = found.parent
        return None

    def within(self, topic: str | None, above: str) -> bool:
        """Whether a topic is `above` or lies under it."""
        while topic is not None:
            if topic == above:
                return True
            topic = self.topics[topic].parent
        return False

    def plover(self, code: str) -> tuple[str, str | None, tuple[str, ...]] | None:
        """PLOVER type, mode and contexts of a code, or of the code above it."""
        return _climb(self._plover, code)

    def ace(self, code: str) -> tuple[str, str] | None:
        """ACE type and subtype of a code, or of the code above it."""
        return _climb(self._ace, code)


def _climb(table: dict[str, T], code: str) -> T | None:
    while len(code) >= 2:
        if code in table:
            return table[code]
        code = code[:-1]
    return None
