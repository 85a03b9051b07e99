"""Story → segments: stretches of running text that a parser may take at once.

A segment is a paragraph or a piece of a very long one; a dateline is one of its own. Sentence boundaries inside
a segment are the parser's. Offsets always count characters of the story's text as it was given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 4000  # characters of one segment: keeps the parser's memory flat on text without line breaks

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+|\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_CLOSED = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_DATELINE = re.compile(  # "GENEVA, June 26 (Reuters) - ", "KABUL: ", "SAN FRANCISCO -- "
    r"\s*[A-Z]{3}[A-Z'’.]*(?: [A-Z][A-Z'’.]+)*(?:, [^\s,.-]+\.?(?: \d+)?){0,2}(?: ?\([^()]{2,30}\))?"
    r"(?: ?(?: - |--|[–—])|:)\s*(?=\S)"
)
_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a story's text; `start` is its offset in the story."""

    text: str
    start: int


def split(text: str) -> list[Segment]:
    """The segments of a story, in order; white space around them is in none.

    Lines are joined where a text was wrapped by hand (an open line, then one that begins in lower case).
    """
    return [piece for start, end in _paragraphs(text) for piece in _pieces(text, start, end)]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = end = -1
    breaks = 0
    for match in _LINE.finditer(text):
        line = match.group()
        if not line.strip():
            breaks += 1
            continue
        wrapped = breaks <= 1 and line.lstrip()[0].islower() and not _CLOSED.search(text, start, end)
        if start < 0 or not wrapped:
            if start >= 0:
                yield start, end
            start = match.start()
        end, breaks = match.end(), 0
    if start >= 0:
        yield start, end


def _pieces(text: str, start: int, end: int) -> Iterator[Segment]:
    dateline = _DATELINE.match(text, start, end)
    if dateline is not None:
        yield from _trimmed(text, start, dateline.end())
        start = dateline.end()
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _cut(text: str, start: int, limit: int) -> int:
    """Where to cut a long stretch: after its last full stop, else its last space, else at the limit."""
    stops = [m.end() for m in _STOP.finditer(text, start, limit)]
    if stops:
        return stops[-1]
    space = text.rfind(" ", start + 1, limit)
    return space + 1 if space > start else limit


def _trimmed(text: str, start: int, end: int) -> Iterator[Segment]:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    if piece.strip():
        yield Segment(piece.strip(), start + lead)
