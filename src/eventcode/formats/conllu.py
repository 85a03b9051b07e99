"""Parsed stories as CoNLL-U, from which `parsers.conllu` reads the same trees, offsets and text again.

A story without a sentence leaves nothing: the format has no room for one.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO

from eventcode.parsers.conllu import ParsedStory
from eventcode.tree import Token

_BREAKS = str.maketrans("\t\n\r", "   ")
_SPELLED = str.maketrans({" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def write(stories: Iterable[ParsedStory], stream: IO[str]) -> int:
    """Write stories; returns how many sentences."""
    count = 0
    for parsed in stories:
        for sentence in _sentences(parsed):
            stream.write(sentence + "\n\n")
            count += 1
    return count


def _sentences(parsed: ParsedStory) -> Iterator[str]:
    """Each sentence: comments, then a line a word, and one before words that share a stretch of text."""
    text, id = parsed.story.text, _flat(parsed.story.id)
    opening = [f"# newdoc id = {id}" if id else "# newdoc"]
    if parsed.story.date:
        opening.append(f"# date = {parsed.story.date}")
    units = [[list(unit) for _, unit in groupby(tree, key=_span)] for tree in parsed.trees]
    notes = _notes(text, [_span(unit[0]) for several in units for unit in several])
    for number, several in enumerate(units, 1):
        covered = text[several[0][0].start : several[-1][-1].end]
        comments = [f"# sent_id = {id}-{number}" if id else f"# sent_id = {number}", f"# text = {_flat(covered)}"]
        rows = [row for unit in several for row in _rows(unit, next(notes))]
        yield "\n".join([*opening, *comments, *rows])
        opening = []


def _span(token: Token) -> tuple[int, int]:
    return token.start, token.end


def _notes(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """MISC of each stretch of text: its offsets, and the white space around it where this is not one space."""
    follows = [start for start, _ in spans[1:]]
    for at, (start, end) in enumerate(spans):
        parts = [f"start_char={start}", f"end_char={end}"]
        last = at == len(follows)
        gap = text[end:] if last else text[end : follows[at]]
        if at == 0 and text[:start].isspace():
            parts.append("SpacesBefore=" + text[:start].translate(_SPELLED))
        if not gap and not last:
            parts.append("SpaceAfter=No")
        elif gap.isspace() and (gap != " " or last):
            parts.append("SpacesAfter=" + gap.translate(_SPELLED))
        yield "|".join(parts)


def _rows(unit: list[Token], note: str) -> Iterator[str]:
    if len(unit) > 1:
        yield "\t".join([f"{unit[0].index + 1}-{unit[-1].index + 1}", _cell(unit[0].text), *"_______", note])
        note = "_"
    for token in unit:
        described = (token.text, token.lemma, token.upos, token.xpos, token.features)
        hung = (str(token.head + 1), token.relation)
        yield "\t".join([str(token.index + 1), *map(_cell, (*described, *hung)), "_", note])


def _cell(value: str) -> str:
    return value.translate(_BREAKS) or "_"


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
