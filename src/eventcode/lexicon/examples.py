"""Examples beside the knowledge (examples.en.yaml): sentences, and the events that they must give.

They ship with the package and run as tests; `eventcode.lexicon.examples.differences` compares a
sentence's events with what its example wants.
"""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict

from eventcode.lexicon.store import BUNDLED, LANGUAGE, read_yaml
from eventcode.records import Event, Party


class Wanted(BaseModel):
    """An event that an example wants: its code, and actor codes where they matter."""

    model_config = ConfigDict(extra="forbid")

    code: str
    source: str | None = None
    target: str | None = None


class Example(BaseModel):
    """One sentence. `others`: further events are allowed; `todo`: why it cannot be right yet."""

    model_config = ConfigDict(extra="forbid")

    text: str
    events: tuple[Wanted, ...] = ()
    date: str = "2024-06-26"
    others: bool = False
    todo: str | None = None


def bundled() -> Iterator[tuple[str, Example]]:
    """Every bundled example with the folder that it stands in."""
    for path in sorted(BUNDLED.rglob(f"examples.{LANGUAGE}.yaml")):
        for row in read_yaml(path) or []:
            yield path.parent.name, Example.model_validate(row)


def differences(example: Example, events: Iterable[Event]) -> list[str]:
    """What is missing from the events and, unless others are allowed, what is too many."""
    found = list(events)
    missing = [f"missing {w}" for w in example.events if not any(_fits(w, e) for e in found)]
    extra = [f"unwanted {_told(e)}" for e in found if not any(_fits(w, e) for w in example.events)]
    return missing + ([] if example.others else extra)


def _fits(wanted: Wanted, event: Event) -> bool:
    sides = ((wanted.source, event.source), (wanted.target, event.target))
    return event.code == wanted.code and all(code is None or (side and side.code == code) for code, side in sides)


def _told(event: Event) -> str:
    return f"{event.code}: {_side(event.source)} → {_side(event.target)} (“{event.trigger.text}”)"


def _side(party: Party | None) -> str:
    return f"{party.code} “{party.text}”" if party else "–"
