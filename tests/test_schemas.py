"""The schemas in schemas/ are those of the code, and what the coder writes is valid under them."""

import importlib.util
import json
from pathlib import Path

import jsonschema
import pytest

from eventcode import Coder

FOLDER = Path(__file__).parent.parent / "schemas"
spec = importlib.util.spec_from_file_location("generate", FOLDER / "generate.py")
assert spec is not None
assert spec.loader is not None
generate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(generate)


@pytest.mark.parametrize("name", generate.schemas())
def test_schema_is_fresh(name: str) -> None:
    stored = (FOLDER / name).read_text(encoding="utf-8")
    assert stored == generate.schemas()[name], "run: python schemas/generate.py"


def test_events_are_valid(coder: Coder) -> None:
    schema = json.loads((FOLDER / "event.schema.json").read_text(encoding="utf-8"))
    events = coder.code(
        "Iran and Oman held talks on Sunday. Turkish police arrested two protesters.", date="2024-06-26"
    )
    assert len(events) >= 3
    for event in events:
        jsonschema.validate(json.loads(event.model_dump_json()), schema)
