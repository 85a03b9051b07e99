"""Ranges of two expressions ("from Monday to Wednesday"), or of one up to the reference ("since Monday")."""

from dataclasses import dataclass, replace
from datetime import date

import regex

from eventcode.temporal import spans
from eventcode.temporal.slots import phrase
from eventcode.temporal.spans import Span
from eventcode.temporal.words import Ranges

WINDOW = 30  # characters before an expression in which a word that opens a range can stand


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a text, before ranges are made.

    `leaned`: its days were found from the reference. `later`: see context.Reading.
    """

    start_char: int
    end_char: int
    span: Span
    reading: str
    part: str = ""
    leaned: bool = False
    later: Span | None = None
    bound: bool = False


@dataclass(frozen=True, slots=True)
class _Join:
    opener: regex.Pattern[str] | None  # None where the range needs no word before it
    joiner: regex.Pattern[str]


class RangeRules:
    """The words of a language that make ranges, compiled."""

    def __init__(self, words: Ranges) -> None:
        fill = rf"(?:\s+{phrase(words.fill)})*\s*" if words.fill else r"\s*"
        self._since = regex.compile(rf"\b{phrase(words.since)}{fill}\Z", regex.IGNORECASE)
        self._joins = [
            _Join(
                regex.compile(rf"\b{phrase(join.open)}{fill}\Z", regex.IGNORECASE) if join.open else None,
                regex.compile(rf"\s*{phrase(join.join)}{fill}", regex.IGNORECASE),
            )
            for join in words.joins
        ]

    def apply(self, text: str, found: list[Found], reference: date | None) -> list[Found]:
        """The expressions in order; a range stands before its two ends, which it marks as bounds."""
        out: list[Found] = []
        position = 0
        while position < len(found):
            first = found[position]
            joined = self._joined(text, first, found[position + 1]) if position + 1 < len(found) else None
            joined = joined or self._open(text, first, reference)
            out += joined or [first]
            position += len(joined) - 1 if joined else 1
        return out

    def _joined(self, text: str, first: Found, second: Found) -> list[Found] | None:
        gap = text[first.end_char : second.start_char]
        if len(gap) > WINDOW or first.bound or second.bound:
            return None
        for join in self._joins:
            start = _opened(join.opener, text, first.start_char) if join.opener else first.start_char
            if start is not None and join.joiner.fullmatch(gap):
                return _range(first, second, start)
        return None

    def _open(self, text: str, first: Found, reference: date | None) -> list[Found] | None:
        start = None if first.bound else _opened(self._since, text, first.start_char)
        if start is None or first.span.start is None:
            return None
        end = max(reference, first.span.start) if reference else None
        whole = Span(first.span.start, end, "range")
        return [replace(first, start_char=start, span=whole, reading="since", later=None), _bound(first)]


def _opened(opener: regex.Pattern[str], text: str, start: int) -> int | None:
    begin = max(0, start - WINDOW)
    match = opener.search(text[begin:start])
    return begin + match.start() if match else None


def _range(first: Found, second: Found, start: int) -> list[Found] | None:
    if first.span.granularity != second.span.granularity or first.span.start is None:
        return None
    first, second = _ordered(first, second)
    begin, end = first.span.start, second.span.end
    if begin is None or end is None or begin >= end:
        return None
    leaned = first.leaned or second.leaned
    whole = Found(start, second.end_char, Span(begin, end, "range"), "range", leaned=leaned)
    return [whole, _bound(first), _bound(second)]


def _ordered(first: Found, second: Found) -> tuple[Found, Found]:
    """The ends, what they leave open settled: the first takes the second's year, or the second moves on."""
    if first.later and not second.later and second.span.start and not second.leaned:
        return _in_year_of(first, second.span.start), second
    if second.later and first.span.start and second.span.start and second.span.start < first.span.start:
        return first, replace(second, span=second.later)
    return first, second


def _in_year_of(first: Found, limit: date) -> Found:
    start, end = first.span.start, first.span.end
    if start is None or end is None:
        return first
    years = limit.year - start.year
    years -= spans.move(start, "year", years) > limit
    moved = Span(spans.move(start, "year", years), spans.move(end, "year", years), first.span.granularity)
    return replace(first, span=moved, later=None, leaned=False)


def _bound(found: Found) -> Found:
    return replace(found, bound=True)
