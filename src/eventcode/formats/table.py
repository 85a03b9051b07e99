"""A table for reading on a terminal."""

from collections.abc import Iterable
from typing import IO

from rich.console import Console
from rich.table import Table

from eventcode.records import Event, EventDate, Party

COLUMNS = ("date", "source", "code", "event", "target", "words")
PLAIN_WIDTH = 140  # columns where the output is no terminal


def write(events: Iterable[Event], stream: IO[str]) -> int:
    """Write one table of all events; returns how many."""
    table = Table(*COLUMNS, box=None, pad_edge=False)
    count = 0
    for event in events:
        label = event.label.removesuffix(", not specified below")
        table.add_row(
            _date(event.date), _party(event.source), event.code, label, _party(event.target), event.trigger.text
        )
        count += 1
    console = Console(file=stream, width=None if stream.isatty() else PLAIN_WIDTH)
    console.print(table)
    return count


def _date(date: EventDate) -> str:
    if date.start is None:
        return ""
    return f"{date.start}" if date.start == date.end else f"{date.start} – {date.end}"


def _party(party: Party | None) -> str:
    return f"{party.code}  {party.text}" if party else "–"
