"""Actor tables (CSV, one row an actor, `;` between the values of a cell) → names, roles, modifiers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date as Day
from functools import lru_cache

from eventcode.lexicon.entries import ActorEntry, ActorTables, Form, RoleEntry

PIECE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?|\d+|[^\w\s]|_")
INHERITS = "*"
GOVERNMENT_NAMES = ("capitals", "metonyms")

Row = dict[str, str]


@lru_cache(maxsize=100_000)
def spell(name: str) -> tuple[str, ...]:
    """The pieces of a name as it is looked up, however a parser cuts words: lower case, no abbreviation dots."""
    return tuple(_normal(piece) for piece in PIECE.findall(name))


def _normal(piece: str) -> str:
    low = piece.lower().replace("’", "'")
    return low.replace(".", "") or low


def capitals(name: str) -> str:
    """How a name is written: `all` capitals (acronyms), `first` letter, or `none`."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return "all"
    return "first" if name[:1].isupper() else "none"


class NameReader:
    """Gathers the forms of every actor table, and what is wrong with its rows."""

    def __init__(self, government: str) -> None:
        self._government = government
        self._forms: dict[tuple[tuple[str, ...], str], list[ActorEntry]] = defaultdict(list)
        self.faults: list[str] = []

    def countries(self, place: str, rows: Iterable[Row]) -> None:
        """countries.csv: a country under all its names."""
        for number, row in enumerate(rows, 2):
            code, name, where = row["code"], row["name"], f"{place}#{row['code']}"
            since, until = self._dates(place, number, row)
            for kind, names in _country_names(row):
                full = code + self._government if kind in GOVERNMENT_NAMES else code
                self._add(names, ActorEntry(full, name, kind.removesuffix("s"), where, since, until))

    def whole(self, place: str, rows: Iterable[Row], kind: str) -> None:
        """organisations.csv and groups.csv: the code is complete."""
        for number, row in enumerate(rows, 2):
            since, until = self._dates(place, number, row)
            entry = ActorEntry(row["code"], row["name"], kind, f"{place}#{row['name']}", since, until)
            self._add([row["name"], *values(row["aliases"])], entry)

    def people(self, place: str, rows: Iterable[Row]) -> None:
        """people.csv: a row for each office, with its dates."""
        for number, row in enumerate(rows, 2):
            since, until = self._dates(place, number, row)
            entry = ActorEntry(
                code=row["country"] + row["role"],
                name=row["name"],
                kind="person",
                entry=f"{place}#{row['name']}",
                since=since,
                until=until,
                gender=row.get("gender", ""),
                office=row.get("office", ""),
            )
            self._add([row["name"], *values(row["aliases"])], entry)

    def _add(self, names: Iterable[str], entry: ActorEntry) -> None:
        for name in names:
            if name:
                self._forms[spell(name), capitals(name)].append(entry)

    def _dates(self, place: str, number: int, row: Row) -> tuple[Day | None, Day | None]:
        found: list[Day | None] = []
        for column in ("since", "until"):
            try:
                found.append(Day.fromisoformat(row[column]) if row.get(column) else None)
            except ValueError:
                self.faults.append(f"{place}, line {number}: {column} {row[column]!r} is no date like 2024-06-26")
                found.append(None)
        return found[0], found[1]

    def forms(self) -> dict[str, tuple[Form, ...]]:
        """Every form by its first token, the longest first."""
        by_first: dict[str, list[Form]] = defaultdict(list)
        for (tokens, written), entries in self._forms.items():
            by_first[tokens[0]].append(Form(tokens, written, tuple(entries)))
        return {first: tuple(sorted(f, key=lambda form: -len(form.tokens))) for first, f in by_first.items()}


def _country_names(row: Row) -> Iterator[tuple[str, list[str]]]:
    yield "country", [row["name"], *values(row["aliases"])]
    for column in ("adjectives", "demonyms", "capitals", "metonyms", "places"):
        yield column, values(row[column])


def values(cell: str) -> list[str]:
    """The values of a cell."""
    return [v.strip() for v in cell.split(";") if v.strip()]


def roles(place: str, rows: Iterable[Row]) -> dict[str, tuple[RoleEntry, ...]]:
    """roles.csv by the last word of the phrase, the longest phrase first."""
    by_last: dict[str, list[RoleEntry]] = defaultdict(list)
    for row in rows:
        phrase = spell(row["phrase"].lower())
        entry = RoleEntry(
            phrase=phrase,
            code=row["code"].lstrip(INHERITS),
            kind=row["kind"],
            entry=f"{place}#{row['phrase']}",
            inherits=row["code"].startswith(INHERITS),
        )
        by_last[phrase[-1]].append(entry)
    return {last: tuple(sorted(found, key=lambda r: -len(r.phrase))) for last, found in by_last.items()}


def modifiers(place: str, rows: Iterable[Row]) -> dict[str, RoleEntry]:
    """modifiers.csv by word."""
    return {
        row["word"].lower(): RoleEntry(spell(row["word"]), row["code"], row["effect"], f"{place}#{row['word']}")
        for row in rows
    }


def tables(
    reader: NameReader, role: dict[str, tuple[RoleEntry, ...]], modifier: dict[str, RoleEntry], former: Iterable[str]
) -> ActorTables:
    """All of it as one table."""
    return ActorTables(reader.forms(), role, modifier, frozenset(former))
