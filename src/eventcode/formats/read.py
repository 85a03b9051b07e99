"""Files → stories: plain text (one story) and JSONL (one story a line: id, date, text)."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from eventcode.errors import InputError
from eventcode.records import Failure, Story

STANDARD_INPUT = "-"
Reject = Callable[[Failure], None]


def stories(path: str, *, date: str | None, reject: Reject) -> Iterator[Story]:
    """The stories of a file; lines that are none are given to `reject` and cost nothing else.

    Args:
        path: a file, or `-` for standard input. `.jsonl` and `.ndjson` hold a story a line, so does standard
            input that starts with a brace; anything else is one story.
        date: the date of stories without one.
        reject: what to do with a line that is no story.

    Raises:
        InputError: the file cannot be read or is not UTF-8.
    """
    text = _text(path)
    if Path(path).suffix in (".jsonl", ".ndjson") or (path == STANDARD_INPUT and text.lstrip().startswith("{")):
        yield from _lines(path, text, date, reject)
    else:
        yield Story.model_validate(
            {"id": Path(path).stem if path != STANDARD_INPUT else "", "text": text, "date": date}
        )


def _text(path: str) -> str:
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        remedy = "convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8"
        raise InputError(f"{path}, line {line}: not UTF-8 (byte {data[error.start]:#04x}); {remedy}") from None


def _lines(path: str, text: str, date: str | None, reject: Reject) -> Iterator[Story]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"{path}, line {number}"
        try:
            yield _story(json.loads(line), date)
        except json.JSONDecodeError as error:
            reject(Failure(doc_id=place, stage="input", error=f"no JSON ({error.msg}, column {error.colno})"))
        except (InputError, ValidationError) as error:
            reject(Failure(doc_id=place, stage="input", error=_said(error)))


def _story(row: Any, date: str | None) -> Story:
    if not isinstance(row, dict) or "text" not in row:
        raise InputError('an object with "id", "date" and "text" is expected')
    identifier = row.get("id")
    name = "" if identifier is None else str(identifier)
    return Story.model_validate({"id": name, "text": row["text"], "date": row.get("date") or date})


def _said(error: InputError | ValidationError) -> str:
    if isinstance(error, InputError):
        return str(error)
    return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
