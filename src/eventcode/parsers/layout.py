"""A parsed file's sentences → the story's text: the white space between words, from whatever the file tells of it."""

import re
from itertools import pairwise

from eventcode.parsers.rows import Sentence, Unit

WIDEST = 1000  # characters: a wider gap that only start_char and end_char tell of is not believed
SPACES = {"s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|", "\\": "\\"}  # how SpacesAfter spells them


def lay_out(sentences: list[Sentence]) -> tuple[str, list[int]]:
    """The text of a story, and where each unit of its sentences begins in it.

    A gap is what SpacesAfter spells, else what `# text` has there, else a space or, by SpaceAfter=No, nothing; a line
    break before a paragraph. Where every unit has start_char and end_char, gaps become as wide as these say.
    """
    units = [unit for sentence in sentences for unit in sentence.units]
    gaps = [_spelled(unit, "SpacesBefore") or "" for unit in units[:1]]
    between = ["\n" if sentence.new_paragraph else " " for sentence in sentences[1:]]
    for sentence, apart in zip(sentences, [*between, ""], strict=False):
        gaps.extend(_gaps(sentence, apart))
    starts: list[int] = []
    pieces: list[str] = []
    at = 0
    for gap, unit in zip(_fitted(gaps, units), units, strict=False):
        starts.append(at + len(gap))
        pieces += gap, unit.surface
        at = starts[-1] + len(unit.surface)
    return "".join([*pieces, *gaps[len(units) :]]), starts


def _gaps(sentence: Sentence, apart: str) -> list[str]:
    """The white space behind each unit; `apart` is what stands between this sentence and the next."""
    plain = ["" if unit.misc.get("SpaceAfter") == "No" else " " for unit in sentence.units]
    told = [*(_aligned(sentence) or plain[:-1]), plain[-1] if apart == " " else apart]
    spelled = (_spelled(unit, "SpacesAfter") for unit in sentence.units)
    return [gap if exact is None else exact for gap, exact in zip(told, spelled, strict=True)]


def _spelled(unit: Unit, key: str) -> str | None:
    """White space that MISC spells out as UDPipe does, or None."""
    if key not in unit.misc:
        return None
    spaces = re.sub(r"\\(.)", lambda escape: SPACES.get(escape[1], escape[0]), unit.misc[key])
    return None if spaces.strip() else spaces


def _aligned(sentence: Sentence) -> list[str]:
    """The gaps between the units in `# text`; none where it is missing or not made of these units."""
    gaps: list[str] = []
    rest = sentence.text
    for unit in sentence.units:
        begun = rest.lstrip()
        if not begun.startswith(unit.surface):
            return []
        gaps.append(rest[: len(rest) - len(begun)])
        rest = begun[len(unit.surface) :]
    return [] if rest else gaps[1:]


def _fitted(gaps: list[str], units: list[Unit]) -> list[str]:
    """The gaps as wide as start_char and end_char make them, where all units have these and they can be true."""
    spans = [span for unit in units if (span := _span(unit)) is not None]
    widths = [after[0] - before[1] for before, after in pairwise(spans)]
    between = list(zip(gaps[1:], widths, strict=False))
    if len(spans) < len(units) or any(len(gap) != width and not 0 <= width <= WIDEST for gap, width in between):
        return gaps
    fitted = [gap if len(gap) == width else ("\n" if "\n" in gap else " ") * width for gap, width in between]
    return [*gaps[:1], *fitted, *gaps[len(units) :]]


def _span(unit: Unit) -> tuple[int, int] | None:
    try:
        start, end = int(unit.misc["start_char"]), int(unit.misc["end_char"])
    except (KeyError, ValueError):
        return None
    return (start, end) if end - start == len(unit.surface) else None
