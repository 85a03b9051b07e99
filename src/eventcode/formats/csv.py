"""One event a row for spreadsheets and statistics: the record's main fields, codes always as text."""

import csv
from collections.abc import Iterable
from typing import IO

from eventcode.records import Event

COLUMNS = (
    "id", "doc_id", "sentence", "date", "date_end", "date_origin", "code", "label", "root", "quad_class",
    "goldstein", "plover", "source", "source_text", "target", "target_text", "trigger", "reported_by", "modality",
)  # fmt: skip


def write(events: Iterable[Event], stream: IO[str]) -> int:
    """Write a header and a row an event; returns how many events."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)
    count = 0
    for event in events:
        rows.writerow(row(event))
        count += 1
    return count


def row(event: Event) -> tuple[object, ...]:
    """An event's cells, in the order of COLUMNS."""
    source, target, date = event.source, event.target, event.date
    return (
        event.id, event.doc_id, event.sentence, date.start, date.end, date.origin, event.code, event.label,
        event.root, event.quad_class, event.goldstein, event.plover.type if event.plover else None,
        source.code if source else None, source.text if source else None,
        target.code if target else None, target.text if target else None,
        event.trigger.text, event.reported_by, event.modality,
    )  # fmt: skip
