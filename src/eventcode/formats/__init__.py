"""Output formats, one module each: `write(events, stream)`. `read` holds what comes in."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import IO

from eventcode.errors import InputError
from eventcode.records import Event

NAMES = ("csv", "jsonl", "table")

Writer = Callable[[Iterable[Event], IO[str]], int]


def writer(name: str) -> Writer:
    """The writer of a format: it writes events to a text stream and returns how many.

    Raises:
        InputError: the format is unknown.
    """
    if name not in NAMES:
        raise InputError(f"unknown format {name!r}; choose one of: {', '.join(NAMES)}")
    chosen: Writer = import_module(f"eventcode.formats.{name}").write
    return chosen
