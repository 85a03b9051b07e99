"""Write the JSON Schemas of the records and of the knowledge files: python schemas/generate.py"""

import json
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from eventcode.lexicon.examples import Example
from eventcode.lexicon.senses import EntryModel
from eventcode.records import Event, Failure, Story
from eventcode.temporal import TimeWords

HERE = Path(__file__).parent
RECORDS: dict[str, type[BaseModel]] = {"event": Event, "story": Story, "failure": Failure, "temporal": TimeWords}
LISTS: dict[str, type[BaseModel]] = {"lexicon": EntryModel, "examples": Example}


def schemas() -> dict[str, str]:
    """File name → content, of every schema."""
    models = {name: model.model_json_schema(mode="serialization") for name, model in RECORDS.items()}
    models |= {name: TypeAdapter(list[model]).json_schema() for name, model in LISTS.items()}  # type: ignore[valid-type]
    return {f"{name}.schema.json": json.dumps(schema, indent=1) + "\n" for name, schema in models.items()}


if __name__ == "__main__":
    for name, content in schemas().items():
        (HERE / name).write_text(content, encoding="utf-8")
