"""TimeGrammar.find: text → TimeExpressions."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import regex

from eventcode.errors import KnowledgeError
from eventcode.temporal.context import Context, Reading, Slots
from eventcode.temporal.patterns import Match, Pattern, families, lowered, tokens_of, words_of
from eventcode.temporal.ranges import Found, RangeRules
from eventcode.temporal.readings import READINGS
from eventcode.temporal.spans import Span
from eventcode.temporal.words import TimeWords

LIST_REACH = 62  # days: a list of dates that has reached the future runs on, in steps of two months at most
_READINGS = {reading.__name__: reading for reading in READINGS}


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression of a text, and the days that it names.

    `start` and `end` are None where the words alone, or without a reference, name no days; "since March"
    without a reference has a start and no end. `part` ("early", "mid", "late") tells which part of the span
    is meant; it does not narrow the span, since it says no days. Where the words leave the week or the year
    open ("on Sunday", "June 23"), `later` is the coming span that they could name as well: the one meant
    when the clause is about the future. A range is followed by its ends, which are marked `bound`.
    """

    text: str
    start_char: int
    end_char: int
    start: date | None
    end: date | None
    granularity: str
    reading: str
    part: str = ""
    later: tuple[date, date] | None = None
    bound: bool = False

    @property
    def weekday_bare(self) -> bool:
        """Is it a weekday that does not say of which week?"""
        return self.reading == "bare_weekday"


class TimeGrammar:
    """The time expressions of one language, compiled once.

    >>> grammar = TimeGrammar(words)
    >>> grammar.find("They met on Sunday.", date(2024, 6, 26))[0].start
    datetime.date(2024, 6, 23)
    """

    def __init__(self, words: TimeWords) -> None:
        unknown = {name for readings in words.patterns.values() for name in readings} - _READINGS.keys()
        if unknown:
            known = f"known: {', '.join(sorted(_READINGS))}"
            raise KnowledgeError([f"patterns: no reading '{name}'; {known}" for name in sorted(unknown)])
        self._families = families(words)
        self._by_trigger: dict[str, set[int]] = {}
        for index, family in enumerate(self._families):
            for word in family.triggers:
                self._by_trigger.setdefault(word, set()).add(index)
        self._ranges = RangeRules(words.ranges)

    def find(self, text: str, reference: date | None) -> tuple[TimeExpression, ...]:
        """The time expressions of a text in order, their days as seen from the reference."""
        matches = self._matches(text)
        if not matches:
            return ()
        context = Context(reference)
        found: list[Found] = []
        for match, pattern in matches:
            found += _read(match, pattern, context, found[-1] if found else None)
        return tuple(_express(text, f, reference) for f in self._ranges.apply(text, found, reference))

    def _matches(self, text: str) -> list[Match]:
        """The matches of all patterns that can match; of two that overlap, the longer."""
        lower = lowered(text)
        triggered = self._by_trigger.keys() & words_of(lower)
        if not triggered:
            return []
        indices = set().union(*(self._by_trigger[word] for word in triggered))
        tokens = tokens_of(lower)
        every = [m for index in indices for m in self._families[index].matches(text, tokens)]
        every.sort(key=lambda m: (m[0].start(), -m[0].end()))
        kept: list[Match] = []
        for candidate in every:
            if kept and candidate[0].start() < kept[-1][0].end():
                if _length(candidate[0]) <= _length(kept[-1][0]):
                    continue
                kept.pop()
            kept.append(candidate)
        return kept


def _length(match: regex.Match[str]) -> int:
    return int(match.end() - match.start())


def _read(match: regex.Match[str], pattern: Pattern, context: Context, before: Found | None) -> list[Found]:
    values = {group: slot.value(match[group]) for group, slot in pattern.slots if match[group]}
    context.leaned = False
    try:
        reading = _READINGS[pattern.reading](Slots(values), context)
    except (ValueError, OverflowError):  # February 30, 999 centuries ago: names no day
        return []
    part = str(values.get("part", ""))
    start, end = match.span()
    first = Found(start, end, reading.span, pattern.reading, part, context.leaned, reading.later)
    first = _running_on(first, before)
    if first.span.start and not (first.leaned and context.reference is None):
        context.mentioned.append(first.span)
    return [first, *_bounds(match, reading, first)]


def _bounds(match: regex.Match[str], reading: Reading, whole: Found) -> list[Found]:
    return [
        replace(whole, start_char=start, end_char=end, span=span, later=None, bound=True)
        for slot, span in reading.bounds
        for start, end in (match.span(slot),)
    ]


def _running_on(found: Found, before: Found | None) -> Found:
    """The date, moved on where a list of dates has reached the future: "in November, then in January"."""
    if before is None or found.later is None or found.reading == "bare_weekday" or not before.span.start:
        return found
    later = found.later.start
    ahead = before.later is not None and before.span == before.later
    if ahead and later and timedelta(0) <= later - before.span.start <= timedelta(days=LIST_REACH):
        return replace(found, span=found.later)
    return found


def _express(text: str, found: Found, reference: date | None) -> TimeExpression:
    blank = found.leaned and reference is None
    span = Span(None, None, found.span.granularity) if blank else found.span
    later = found.later
    return TimeExpression(
        text[found.start_char : found.end_char],
        found.start_char,
        found.end_char,
        span.start,
        span.end,
        span.granularity,
        found.reading,
        found.part,
        (later.start, later.end) if later and later.start and later.end and not blank else None,
        found.bound,
    )
