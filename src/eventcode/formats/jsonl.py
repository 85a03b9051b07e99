"""One event a line, as JSON: the whole record (schemas/event.schema.json)."""

from collections.abc import Iterable
from typing import IO

from eventcode.records import Event


def write(events: Iterable[Event], stream: IO[str]) -> int:
    """Write events; returns how many."""
    count = 0
    for event in events:
        stream.write(event.model_dump_json() + "\n")
        count += 1
    return count
