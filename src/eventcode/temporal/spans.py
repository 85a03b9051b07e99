"""Spans of days, and the arithmetic of weeks, months and years."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

PAST_REACH = 245  # days: how far back a date without its year still beats the coming one, about 8 months
LEAP_REACH = 8  # years: two leap days are never farther apart (1896, 1904)

_DAYS = {"day": 1, "week": 7, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
FINENESS = {"day": 0, "week": 1, "weekend": 1, "month": 2, "season": 3, "quarter": 3, "half": 4, "year": 5}


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `start` to `end`, both included; None where the words do not say."""

    start: date | None
    end: date | None
    granularity: str


def day_span(day: date) -> Span:
    """The span of one day."""
    return Span(day, day, "day")


def month_span(year: int, month: int) -> Span:
    """The days of a month."""
    return months_span(year, month, 1, "month")


def months_span(year: int, month: int, count: int, granularity: str) -> Span:
    """The days of `count` months, the given one first."""
    first = date(year, month, 1)
    last = move(first, "month", count - 1)
    return Span(first, last.replace(day=calendar.monthrange(last.year, last.month)[1]), granularity)


def years_span(first: int, last: int, granularity: str) -> Span:
    """The days from the first of one year to the last of another."""
    return Span(date(first, 1, 1), date(last, 12, 31), granularity)


def move(day: date, unit: str, count: int) -> date:
    """The day `count` units away; a month that is too short gives its last day, hours count as whole days."""
    if unit == "hour":
        return day + timedelta(days=int(count / 24))
    if unit in _DAYS:
        return day + timedelta(days=_DAYS[unit] * count)
    index = day.year * 12 + day.month - 1 + _MONTHS[unit] * count
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def containing(day: date, unit: str) -> Span:
    """The calendar unit that a day lies in; for a weekend, the one of its week."""
    if unit in ("hour", "day"):
        return day_span(day)
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday())
        return Span(monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6), unit)
    if unit in ("decade", "century"):
        length, base = (10, 0) if unit == "decade" else (100, 1)
        first = (day.year - base) // length * length + base
        return years_span(first, first + length - 1, unit)
    length = _MONTHS[unit]
    return months_span(day.year, (day.month - 1) // length * length + 1, length, unit)


def weekday_of(week: date, weekday: int) -> date:
    """A weekday of the week that a day lies in."""
    return week + timedelta(days=weekday - week.weekday())


def nearest(today: date, of_year: Callable[[int], Span]) -> tuple[Span, Span]:
    """What recurs each year, next to today: the one meant (rather a past one), and the coming one.

    `of_year` raises ValueError for a year that lacks it, as most years lack February 29.
    """
    for reach in (1, LEAP_REACH):
        spans = [s for y in range(today.year - reach, today.year + reach + 1) if (s := _or_none(of_year, y))]
        past = [s for s in spans if s.start and s.start <= today]
        coming = [s for s in spans if s.start and s.start > today]
        if coming:
            recent = bool(past) and (today - (past[-1].start or today)).days <= PAST_REACH
            return (past[-1] if recent else coming[0]), coming[0]
    raise ValueError("no year near the reference has this day")


def _or_none(of_year: Callable[[int], Span], year: int) -> Span | None:
    try:
        return of_year(year)
    except ValueError:
        return None
