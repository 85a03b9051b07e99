"""Files → stories: plain text (one story), JSONL (one a line: id, date, text), CoNLL-U (parsed already)."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date as Day
from itertools import chain
from pathlib import Path
from typing import IO, Any

from pydantic import ValidationError

from eventcode.errors import InputError
from eventcode.parsers import conllu
from eventcode.parsers.conllu import ParsedStory
from eventcode.records import Failure, Story

STANDARD_INPUT = "-"
Reject = Callable[[Failure], None]

_TEXT, _JSONL, _CONLLU = "text", "jsonl", "conllu"
_KINDS = {".jsonl": _JSONL, ".ndjson": _JSONL, ".conllu": _CONLLU}
_CONLLU_BEGINS = re.compile(rb"#\s*newdoc\b|#\s*(sent_id|text|generator|global\.columns)\s*=|1(-\d+)?\t")
_MARK = b"\xef\xbb\xbf"  # UTF-8's byte order mark


def stories(path: str, *, date: Day | None, reject: Reject) -> Iterator[Story | ParsedStory]:
    """The stories of a file, read as they are asked for; what is none is given to `reject` and costs nothing else.

    Args:
        path: a file, or `-` for standard input. `.jsonl` and `.ndjson` hold a story a line, `.conllu` stories that
            are parsed; standard input is told by how it begins; anything else is one story.
        date: the date of stories without one.
        reject: what to do with a line, or a parsed story, that has a fault.

    Raises:
        InputError: the file cannot be read, or its one text is not UTF-8.
    """
    with _opened(path) as stream:
        kind, lines = _kind(path, stream)
        id = Path(path).stem if path != STANDARD_INPUT else ""
        if kind == _JSONL:
            yield from _jsonl(path, lines, date, reject)
        elif kind == _CONLLU:
            decoded = (line.decode("utf-8", "surrogateescape") for line in lines)
            yield from conllu.read(decoded, place=path, id=id, date=date, reject=reject)
        else:
            yield Story(id=id, text=_text(path, b"".join(lines)), date=date)


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as stream:
            yield stream
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None


def _kind(path: str, stream: IO[bytes]) -> tuple[str, Iterator[bytes]]:
    """What a file holds, by its name or, of standard input, by its first line that is not blank; and its lines."""
    seen = [stream.readline().removeprefix(_MARK)]
    if path != STANDARD_INPUT:
        return _KINDS.get(Path(path).suffix, _TEXT), chain(seen, stream)
    while seen[-1] and not seen[-1].strip():
        seen.append(stream.readline())
    begins = seen[-1].lstrip()
    kind = _JSONL if begins.startswith(b"{") else _CONLLU if _CONLLU_BEGINS.match(begins) else _TEXT
    return kind, chain(seen, stream)


def _text(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}, line {line}: {_said(error)}") from None


def _jsonl(path: str, lines: Iterator[bytes], date: Day | None, reject: Reject) -> Iterator[Story]:
    for number, line in enumerate(lines, 1):
        try:
            text = line.decode("utf-8")
            if text.strip():
                yield _story(json.loads(text), date)
        except (InputError, ValueError) as error:
            reject(Failure(doc_id=f"{path}, line {number}", stage="input", error=_said(error)))


def _story(row: Any, date: Day | None) -> Story:
    if not isinstance(row, dict) or "text" not in row:
        raise InputError('an object with "id", "date" and "text" is expected')
    identifier = row.get("id")
    name = "" if identifier is None else str(identifier)
    return Story.model_validate({"id": name, "text": row["text"], "date": row.get("date") or date})


def _said(error: InputError | ValueError) -> str:
    match error:
        case UnicodeDecodeError():
            remedy = "convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8"
            return f"not UTF-8 (byte {error.object[error.start]:#04x}); {remedy}"
        case json.JSONDecodeError():
            return f"no JSON ({error.msg}, column {error.colno})"
        case ValidationError():
            return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    return str(error)
