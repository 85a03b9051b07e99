"""knowledge/ → one validated, indexed Lexicon. The only module that opens knowledge files.

What has been compiled is kept in the user's cache folder under the digest of the files, which is also
the knowledge version that a dataset names. `EVENTCODE_CACHE` moves the folder; an empty value turns it off.
"""

import csv
import gc
import hashlib
import os
import pickle
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from eventcode.errors import KnowledgeError
from eventcode.lexicon import names
from eventcode.lexicon.entries import ActorTables, Grammar, Sense
from eventcode.lexicon.senses import SenseReader
from eventcode.ontology import PASSING, Act, Code, Ontology, Recode, Topic
from eventcode.temporal import TimeWords

BUNDLED = Path(__file__).parent.parent / "knowledge"
LANGUAGE = "en"
GOVERNMENT = "government"  # the role in actors.yaml that capitals and metonyms stand for


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All knowledge, compiled. `digest` names its version."""

    ontology: Ontology
    grammar: Grammar
    actors: ActorTables
    senses: dict[tuple[str, str], tuple[Sense, ...]]
    temporal: TimeWords
    digest: str


def load(folder: Path | None = None) -> Lexicon:
    """The knowledge of a folder (the bundled one by default), from the cache where it is unchanged.

    Raises:
        KnowledgeError: files with faults, all of them named at once.
    """
    root = folder or BUNDLED
    paths = sorted(p for p in root.rglob("*") if p.suffix in (".yaml", ".csv") and "examples" not in p.name)
    digest = _digest(root, paths)
    cached = _cache_file(digest)
    with _uncollected():
        lexicon = _read_cache(cached) if cached is not None and cached.exists() else None
        if lexicon is None:
            lexicon = _compile(root, paths, digest)
            if cached is not None:
                _write_cache(cached, lexicon)
    return lexicon


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps what is made here out of the garbage collector's rounds: it is large and stays for good."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collecting:
            gc.enable()


def _digest(root: Path, paths: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in (*paths, *sorted(Path(__file__).parent.glob("*.py")), Path(__file__).parent.parent / "ontology.py"):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def _cache_file(digest: str) -> Path | None:
    folder = os.environ.get("EVENTCODE_CACHE", str(Path.home() / ".cache" / "eventcode"))
    return Path(folder) / f"knowledge-{digest}.pickle" if folder else None


def _read_cache(path: Path) -> Lexicon | None:
    try:
        lexicon: Lexicon = pickle.loads(path.read_bytes())
    except Exception:  # a damaged cache is made again, whatever the damage
        return None
    return lexicon


def _write_cache(path: Path, lexicon: Lexicon) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}")
        part.write_bytes(pickle.dumps(lexicon, protocol=pickle.HIGHEST_PROTOCOL))
        part.replace(path)
    except OSError:
        return  # no cache, only slower


class WordLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which `on`, `off`, `yes` and `no` are words, as in YAML 1.2; only true and false are truth values."""


WordLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in WordLoader.yaml_implicit_resolvers.items()
}
WordLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path: Path) -> Any:
    """A YAML file's content.

    Raises:
        KnowledgeError: it is no YAML; the message names file and line.
    """
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=WordLoader)
    except yaml.YAMLError as error:
        raise KnowledgeError([f"{path}: {error}"]) from None


def _rows(path: Path) -> list[names.Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [{k: v or "" for k, v in row.items() if k} for row in csv.DictReader(lines)]


def _compile(root: Path, paths: list[Path], digest: str) -> Lexicon:
    language = root / LANGUAGE
    ontology = _ontology(root)
    frames = read_yaml(language / "frames.yaml")
    words = read_yaml(language / "actors.yaml")
    classes = read_yaml(language / "classes.yaml")
    reader = SenseReader(frames["named"], frames["content"], classes, ontology)
    senses = _senses(root, paths, reader)
    actors, faults = _actors(root / "actors", words)
    if reader.faults or faults:
        raise KnowledgeError([*reader.faults, *faults])
    grammar = Grammar(
        relations=_sets(read_yaml(language / "relations.yaml")),
        slots={pos: {k: tuple(v) for k, v in slots.items()} for pos, slots in frames["slots"].items()},
        modality=_sets(read_yaml(language / "modality.yaml")) | {"light": _light(senses)},
        discourse=_sets(read_yaml(language / "discourse.yaml")),
        actors={k: tuple(v) if isinstance(v, list) else (v,) for k, v in words.items()},
        inherit={k: tuple(v) for k, v in frames["inherit"].items()},
    )
    return Lexicon(ontology, grammar, actors, senses, _time_words(language / "temporal.yaml"), digest)


def _light(senses: dict[tuple[str, str], tuple[Sense, ...]]) -> frozenset[str]:
    """The verbs that pass on the meaning of their content, and with it their modality."""
    return frozenset(word for (word, _), found in senses.items() if any(s.act == PASSING for s in found))


def _time_words(path: Path) -> TimeWords:
    try:
        return TimeWords.model_validate(read_yaml(path))
    except ValidationError as error:
        faults = (f"{path.name}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise KnowledgeError(list(faults)) from None


def _sets(groups: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(str(v) for v in members) for name, members in groups.items()}


def _senses(root: Path, paths: Iterable[Path], reader: SenseReader) -> dict[tuple[str, str], tuple[Sense, ...]]:
    found: dict[tuple[str, str], list[Sense]] = defaultdict(list)
    for path in paths:
        if path.name in (f"verbs.{LANGUAGE}.yaml", f"nouns.{LANGUAGE}.yaml"):
            for sense in reader.read(str(path.relative_to(root)), read_yaml(path) or []):
                found[sense.word, sense.pos].append(sense)
    return {key: tuple(sorted(senses, key=lambda s: (-s.weight, s.topic is not None))) for key, senses in found.items()}


def _actors(folder: Path, words: dict[str, Any]) -> tuple[ActorTables, list[str]]:
    reader = names.NameReader(words[GOVERNMENT])
    reader.countries("actors/countries.csv", _rows(folder / "countries.csv"))
    reader.whole("actors/organisations.csv", _rows(folder / "organisations.csv"), "organisation")
    reader.whole("actors/groups.csv", _rows(folder / "groups.csv"), "group")
    for path in sorted((folder / "people").glob("*.csv")):
        reader.people(f"actors/people/{path.name}", _rows(path))
    roles = names.roles("actors/roles.csv", _rows(folder / "roles.csv"))
    modifiers = names.modifiers("actors/modifiers.csv", _rows(folder / "modifiers.csv"))
    return names.tables(reader, roles, modifiers, words["former"]), reader.faults


def _ontology(root: Path) -> Ontology:
    tree = read_yaml(root / "cameo" / "ontology.yaml")
    matrix = read_yaml(root / "cameo" / "compose.yaml")
    plover = read_yaml(root / "plover" / "from_cameo.yaml")
    ace = read_yaml(root / "ace" / "from_cameo.yaml")
    return Ontology(
        codes={code: Code(code, row["label"], row.get("goldstein")) for code, row in tree["codes"].items()},
        quad={root_: row["quad"] for root_, row in tree["roots"].items()},
        acts=dict(_acts(matrix["acts"])),
        topics=dict(_topics(matrix["topics"])),
        recodes=tuple(_recode(row) for row in read_yaml(root / "cameo" / "recode.yaml")),
        plover={c: (r["type"], r.get("mode"), tuple(r.get("contexts", ()))) for c, r in plover.items()},
        ace={c: (r["type"], r["subtype"]) for c, r in ace.items()},
    )


def _acts(rows: dict[str, Any]) -> Iterator[tuple[str, Act]]:
    for name, row in rows.items():
        yield (
            name,
            Act(
                name,
                row.get("residual"),
                tuple(row["target"]),
                row.get("force"),
                row.get("self"),
                tuple(row.get("self_topics", ())),
                row.get("about", False),
            ),
        )


def _topics(rows: dict[str, Any]) -> Iterator[tuple[str, Topic]]:
    for name, row in rows.items():
        cells = {k: v for k, v in row.items() if k not in ("parent", "do")}
        yield name, Topic(name, row.get("parent"), tuple(row.get("do", ())), cells)


def _recode(row: dict[str, Any]) -> Recode:
    return Recode(
        name=row["name"],
        codes=tuple(row.get("codes", ())),
        readings=frozenset(row.get("readings", ())),
        unless=frozenset(row.get("unless", ())),
        act=row.get("act"),
        code=row.get("code"),
        drop=row.get("drop", False),
    )
