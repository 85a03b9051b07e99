"""The seam between engine and knowledge, and the habits that keep modules small."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import eventcode
from eventcode.lexicon.store import BUNDLED, read_yaml

SOURCE = Path(eventcode.__file__).parent
ENGINE = sorted(p for p in SOURCE.rglob("*.py") if not {"parsers", "temporal"} & set(p.parts))
EVENT_CODE = re.compile(r"^(0[1-9]|1\d|20)\d{0,2}$")
LONGEST_MODULE = 320


def strings(path: Path) -> Iterator[str]:
    """Every string constant of a module that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("path", ENGINE, ids=lambda p: str(p.relative_to(SOURCE)))
def test_engine_names_no_event_code(path: Path) -> None:
    assert [s for s in strings(path) if EVENT_CODE.match(s)] == []


@pytest.mark.parametrize("path", ENGINE, ids=lambda p: str(p.relative_to(SOURCE)))
def test_engine_names_no_relation(path: Path) -> None:
    relations = {r for group in read_yaml(BUNDLED / "en" / "relations.yaml").values() for r in group}
    labels = relations - {"case", "fixed", "name", "mark", "parataxis"}  # also names of groups and slots
    assert [s for s in strings(path) if s in labels] == []


@pytest.mark.parametrize("path", ENGINE, ids=lambda p: str(p.relative_to(SOURCE)))
def test_engine_names_no_english_word(path: Path) -> None:
    groups = {
        "modality": ("negation", "future", "future_in_past", "obligation", "possibility", "condition", "alleged"),
        "discourse": ("person", "thing", "plural", "female", "male", "relative", "first", "definite", "pair"),
    }
    tables = {name: read_yaml(BUNDLED / "en" / f"{name}.yaml") for name in groups}
    words = {word for name, members in groups.items() for member in members for word in tables[name][member]}
    identifiers = {"none", "unless", "until", "use", "act"}  # of fields and of how names are written
    assert [s for s in strings(path) if s in words - identifiers] == []


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_modules_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_public_names_are_sorted_and_exist() -> None:
    assert eventcode.__all__ == sorted(eventcode.__all__)
    assert all(hasattr(eventcode, name) for name in eventcode.__all__)


def test_every_public_name_is_documented() -> None:
    undocumented = [n for n in eventcode.__all__ if not n.startswith("__") and not getattr(eventcode, n).__doc__]
    assert undocumented == []
