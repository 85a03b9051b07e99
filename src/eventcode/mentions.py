"""Tree → the actor names that it holds, and Mention: what a noun phrase turns out to name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from itertools import accumulate

from eventcode.lexicon import ActorEntry, ActorTables
from eventcode.lexicon.names import spell
from eventcode.records import Span
from eventcode.tree import Tree

UNKNOWN = "---"
PERSON = "person"
NAME = "name"  # the kind of a mention that no table knows
COUNTRY = 3  # letters of a country code

Words = dict[str, tuple[str, ...]]  # actors.yaml
Match = tuple[int, int, ActorEntry]  # first token, last token, entry


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names an actor.

    `known` tells whether its code says more than that somebody acted; `owned` whether the actor is only
    the owner of a thing that the phrase names ("a Russian convoy's fuel").
    """

    index: int
    start: int
    end: int
    text: str
    code: str
    name: str
    kind: str
    by: tuple[tuple[str, str], ...] = ()
    gender: str = ""
    known: bool = True
    owned: bool = False
    antecedent: Span | None = None

    @property
    def country(self) -> str | None:
        """The first three letters of the code, where they name a country or organisation type."""
        return self.code[:COUNTRY] if self.code[:COUNTRY] != UNKNOWN else None

    @property
    def roles(self) -> tuple[str, ...]:
        """What follows the country, in threes."""
        rest = self.code[COUNTRY:]
        return tuple(rest[i : i + COUNTRY] for i in range(0, len(rest), COUNTRY))


class Names:
    """The names in one tree that the tables know on one day."""

    def __init__(self, tree: Tree, tables: ActorTables, on: Day | None, words: Words) -> None:
        self.tree = tree
        self.tables = tables
        self.on = on
        spelled = [spell(token.text) for token in tree]
        self.pieces = [(piece, index) for index, several in enumerate(spelled) for piece in several]
        self.ends = list(accumulate(map(len, spelled)))  # of each token: how many pieces it and those before have
        self._elite = words["elite"][0]
        self._never = words["no_actor"]

    def find(self) -> Iterator[tuple[int, Match]]:
        """Token → the name that covers it, the longest from the left."""
        pieces = self.pieces
        words = [piece for piece, _ in pieces]
        at = 0
        while at < len(words):
            found = self._name_at(words, at, pieces)
            if found is None:
                at += 1
                continue
            size, entry = found
            first, last = pieces[at][1], pieces[at + size - 1][1]
            yield from ((index, (first, last, entry)) for index in range(first, last + 1))
            at += size

    def _name_at(self, words: list[str], at: int, pieces: list[tuple[str, int]]) -> tuple[int, ActorEntry] | None:
        for form in self.tables.names.get(words[at], ()):
            size = len(form.tokens)
            if tuple(words[at : at + size]) != form.tokens:
                continue
            if words[at] in self._never or not self._written(pieces[at][1], pieces[at + size - 1][1], form.capitals):
                continue
            entry = self._dated(form.entries)
            if entry is not None and not self._is_part(pieces[at][1], pieces[at + size - 1][1], entry):
                return size, entry
        return None

    def _is_part(self, first: int, last: int, entry: ActorEntry) -> bool:
        """Whether a surname only ends or begins another person's name ("Maria Putin")."""
        if entry.kind != PERSON or first != last:
            return False
        around = (first - 1, last + 1)
        names = (self.tree[i] for i in around if 0 <= i < len(self.tree) and self.tree[i].upos == "PROPN")
        return any(t.text[:1].isupper() and t.lemma.lower() not in self.tables.roles for t in names)

    def _written(self, first: int, last: int, capitals: str) -> bool:
        text = self.tree[first].text
        if capitals == "all":
            return all(t.text == t.text.upper() for t in self.tree.tokens[first : last + 1])
        return capitals == "none" or text[:1].isupper()

    def _dated(self, entries: tuple[ActorEntry, ...]) -> ActorEntry | None:
        """The entry that holds on the day; for a person out of office, the last office as a former one."""
        for entry in entries:
            if entry.holds(self.on):
                return entry
        persons = [e for e in entries if e.kind == PERSON]
        if self.on is None:
            return entries[0]
        if not persons:  # what has ceased to be is still what its name means
            gone = [e for e in entries if e.until and e.until < self.on]
            return max(gone, key=lambda e: e.until or Day.min, default=None)
        before = [e for e in persons if e.until and e.until < self.on]
        if not before:
            return _without_office(persons[0])
        return _former(max(before, key=lambda e: e.until or Day.min), self._elite)


def _former(entry: ActorEntry, elite: str) -> ActorEntry:
    country = entry.code[:COUNTRY]
    return ActorEntry(country + elite, entry.name, entry.kind, entry.entry, entry.since, entry.until, entry.gender)


def _without_office(entry: ActorEntry) -> ActorEntry:
    """A person before the first office that the tables know: the country alone."""
    country = entry.code[:COUNTRY]
    return ActorEntry(country, entry.name, entry.kind, entry.entry, entry.since, entry.until, entry.gender)
