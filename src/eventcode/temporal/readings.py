"""What each pattern means: one small function a reading, from the slots of a match to the days it names.

A reading raises ValueError where the slots name no day (February 30, 3/4/2024): then nothing was found.
"""

from collections.abc import Callable
from datetime import date, timedelta

from eventcode.temporal import spans
from eventcode.temporal.context import Context, Reading, Slots
from eventcode.temporal.spans import Span

ROUNDED = {"decade": ("year", 10), "century": ("year", 100)}  # "a decade ago" names a year
DAYLESS = ("hour", "day")  # "last day", "next hour": no day of the calendar


def _year(slots: Slots, context: Context) -> int | None:
    if "year" in slots:
        return slots.number("year")
    return context.today.year + slots.number("shift") if "shift" in slots else None


def _recurring(slots: Slots, context: Context, of_year: Callable[[int], Span]) -> Reading:
    year = _year(slots, context)
    if year is not None:
        return Reading(of_year(year))
    return Reading(*spans.nearest(context.today, of_year))


def _shifted(slots: Slots, context: Context, of_year: Callable[[int], Span]) -> Reading:
    """Last, this or next of something that recurs each year, seen from the reference."""
    today, shift = context.today, slots.number("shift")
    every = [of_year(y) for y in range(today.year - 2, today.year + 3)]
    if shift == 0:
        running = [s for s in every if s.start and s.end and s.start <= today <= s.end]
        return Reading(running[0] if running else of_year(today.year))
    if shift < 0:
        return Reading([s for s in every if s.end and s.end < today][-1])
    return Reading(next(s for s in every if s.start and s.start > today))


def day_of_month(slots: Slots, context: Context) -> Reading:
    """June 23, 2024; the 4th of July; 23 June last year."""
    month, day = slots.number("month"), slots.number("day") or slots.number("ordinal")
    return _recurring(slots, context, lambda year: spans.day_span(date(year, month, day)))


def shifted_day_of_month(slots: Slots, context: Context) -> Reading:
    """Last August 21."""
    number, day = slots.number("month"), slots.number("day")
    return _shifted(slots, context, lambda year: spans.day_span(date(year, number, day)))


def days_of_month(slots: Slots, context: Context) -> Reading:
    """June 3-5; between 3 and 5 June 2024."""
    month, first, last = slots.number("month"), slots.number("day"), slots.number("day_to")
    if first >= last:
        raise ValueError("days out of order")

    def of_year(year: int) -> Span:
        return Span(date(year, month, first), date(year, month, last), "range")

    return _with_bounds(_recurring(slots, context, of_year), "day", spans.day_span, "day_to")


def _with_bounds(read: Reading, first: str, bound: Callable[[date], Span], last: str) -> Reading:
    start, end = read.span.start, read.span.end
    if start and end:
        read.bounds = ((first, bound(start)), (last, bound(end)))
    return read


def numeric_day(slots: Slots, context: Context) -> Reading:
    """2024-06-23; 23/06/2024 and 06/23/2024, but not 03/06/2024, which has two readings."""
    year, month, day = slots.number("year"), slots.number("month"), slots.number("day")
    if "first" in slots:
        low, high = sorted((slots.number("first"), slots.number("second")))
        if high <= 12 and low != high:
            raise ValueError("day or month?")
        month, day = low, high
    return Reading(spans.day_span(date(year, month, day)))


def month(slots: Slots, context: Context) -> Reading:
    """June 2024; in June."""
    number = slots.number("month")
    return _recurring(slots, context, lambda year: spans.month_span(year, number))


def shifted_month(slots: Slots, context: Context) -> Reading:
    """Last May."""
    number = slots.number("month")
    return _shifted(slots, context, lambda year: spans.month_span(year, number))


def _season(slots: Slots) -> Callable[[int], Span]:
    return lambda year: spans.months_span(year, slots.number("season"), 3, "season")


def season(slots: Slots, context: Context) -> Reading:
    """The summer of 2013; during the winter. A winter belongs to the year in which it begins."""
    return _recurring(slots, context, _season(slots))


def shifted_season(slots: Slots, context: Context) -> Reading:
    """Last summer."""
    return _shifted(slots, context, _season(slots))


def _holiday(slots: Slots) -> Callable[[int], Span]:
    number, day = divmod(slots.number("holiday"), 100)
    return lambda year: spans.day_span(date(year, number, day))


def holiday(slots: Slots, context: Context) -> Reading:
    """Christmas Eve; New Year's Day 2024."""
    return _recurring(slots, context, _holiday(slots))


def shifted_holiday(slots: Slots, context: Context) -> Reading:
    """Last Christmas."""
    return _shifted(slots, context, _holiday(slots))


def named_day(slots: Slots, context: Context) -> Reading:
    """9/11: one day, or before it the plain date."""
    day = date.fromisoformat(slots.name("named_day"))
    if context.reference is None or context.reference >= day:
        return Reading(spans.day_span(day))
    return Reading(*spans.nearest(context.today, lambda year: spans.day_span(day.replace(year=year))))


def fraction(slots: Slots, context: Context) -> Reading:
    """The third quarter; the first half of 2024."""
    months, ordinal = slots.number("fraction"), slots.number("ordinal")
    granularity = "quarter" if months == 3 else "half"
    if not 1 <= ordinal <= 12 // months:
        raise ValueError("no such part of the year")
    start = (ordinal - 1) * months + 1
    return _recurring(slots, context, lambda year: spans.months_span(year, start, months, granularity))


def year(slots: Slots, context: Context) -> Reading:
    """In 2014; the 2014 annexation."""
    return Reading(spans.years_span(slots.number("year"), slots.number("year"), "year"))


def years(slots: Slots, context: Context) -> Reading:
    """1980 to 2012; 2013-14."""
    first, last = slots.number("year"), slots.number("year_to")
    short = last < 100
    last += first // 100 * 100 if short else 0
    if last <= first or (short and last != first + 1):
        raise ValueError("years out of order")
    read = Reading(spans.years_span(first, last, "range"))
    return read if short else _with_bounds(read, "year", lambda day: spans.containing(day, "year"), "year_to")


def decade(slots: Slots, context: Context) -> Reading:
    """The 1990s; the '90s; the nineties."""
    first = slots.number("decade")
    if first < 100:
        first += 1900 if first > 20 else 2000
    return Reading(spans.years_span(first, first + 9, "decade"))


def century(slots: Slots, context: Context) -> Reading:
    """The 19th century."""
    first = (slots.number("ordinal") - 1) * 100 + 1
    return Reading(spans.years_span(first, first + 99, "century"))


def bare_weekday(slots: Slots, context: Context) -> Reading:
    """On Sunday: the most recent one on or before the reference."""
    today = context.today
    day = today - timedelta(days=(today.weekday() - slots.number("weekday")) % 7)
    return Reading(spans.day_span(day), spans.day_span(day + timedelta(days=7)))


def shifted_weekday(slots: Slots, context: Context) -> Reading:
    """Last Sunday: before the reference; next Sunday: after it; this Sunday: in the same week."""
    return Reading(_weekday_from(context.today, slots.number("weekday"), slots.number("shift")))


def _weekday_from(day: date, weekday: int, shift: int) -> Span:
    if shift == 0:
        return spans.day_span(spans.weekday_of(day, weekday))
    ahead = (weekday - day.weekday()) % 7
    steps = (ahead or 7) if shift > 0 else (ahead - 7)
    return spans.day_span(day + timedelta(days=steps))


def following_weekday(slots: Slots, context: Context) -> Reading:
    """The following Tuesday, after the day mentioned last."""
    mentioned = context.last("day")
    day = (mentioned and mentioned.start) or context.today
    return Reading(_weekday_from(day, slots.number("weekday"), slots.number("follow")))


def weekday_of_week(slots: Slots, context: Context) -> Reading:
    """Thursday of last week; Monday next week."""
    week = spans.move(context.today, "week", slots.number("shift"))
    return Reading(spans.day_span(spans.weekday_of(week, slots.number("weekday"))))


def weekday_weeks_ago(slots: Slots, context: Context) -> Reading:
    """A week ago Friday: so many weeks before the last one."""
    last = bare_weekday(slots, context).span.start or context.today
    return Reading(spans.day_span(spans.move(last, "week", -slots.number("number"))))


def weekday_weeks_ahead(slots: Slots, context: Context) -> Reading:
    """A week from Friday: so many weeks after the next one."""
    coming = _weekday_from(context.today, slots.number("weekday"), 1).start or context.today
    return Reading(spans.day_span(spans.move(coming, "week", slots.number("number"))))


def relative_day(slots: Slots, context: Context) -> Reading:
    """Yesterday; tonight."""
    return Reading(spans.day_span(spans.move(context.today, "day", slots.number("relative_day"))))


def relative_unit(slots: Slots, context: Context) -> Reading:
    """Last week; earlier this year; the end of the month."""
    unit = slots.name("unit")
    if unit in DAYLESS and "shift" in slots:
        raise ValueError("not a day of the calendar")
    return Reading(_unit_from(context.today, unit, slots.number("shift")))


def _unit_from(day: date, unit: str, count: int) -> Span:
    return spans.containing(spans.move(day, unit, count), unit)


def recent_weekend(slots: Slots, context: Context) -> Reading:
    """Over the weekend: the last one that has begun."""
    today = context.today
    begun = today if today.weekday() >= 5 else spans.move(today, "week", -1)
    return Reading(spans.containing(begun, "weekend"), _unit_from(begun, "weekend", 1))


def ago(slots: Slots, context: Context) -> Reading:
    """Two weeks ago: the week that lies two weeks back."""
    return Reading(_away(context.today, slots, -1))


def ahead(slots: Slots, context: Context) -> Reading:
    """Two weeks from now."""
    return Reading(_away(context.today, slots, 1))


def _away(day: date, slots: Slots, direction: int) -> Span:
    unit, times = ROUNDED.get(slots.name("unit"), (slots.name("unit"), 1))
    return _unit_from(day, unit, direction * times * slots.number("number", 1))


def span(slots: Slots, context: Context) -> Reading:
    """The past two days; the next three years."""
    count, unit = slots.number("number", 1) * slots.number("span", -1), slots.name("unit")
    today = context.today
    ends = sorted((today, spans.move(today, unit, count)))
    return Reading(Span(ends[0], ends[1], "range"))


def vague(slots: Slots, context: Context) -> Reading:
    """Several weeks ago; in recent months: a time, but no days."""
    return Reading(Span(None, None, slots.name("unit")))


def offset(slots: Slots, context: Context) -> Reading:
    """Two days later, seen from the date mentioned last; without one, "earlier" is before the reference."""
    unit = ROUNDED.get(slots.name("unit"), (slots.name("unit"), 1))[0]
    mentioned = context.last(unit)
    if mentioned is None and slots.number("turn") > 0:
        return Reading(Span(None, None, unit))
    day = (mentioned and mentioned.start) or context.today
    return Reading(_away(day, slots, slots.number("turn")))


def following_unit(slots: Slots, context: Context) -> Reading:
    """The previous day; the following week; that year. Without a date before it, "that year" names none."""
    unit, count = slots.name("unit", "day"), slots.number("follow") or slots.number("turn")
    mentioned = context.last(unit)
    if mentioned is None and (count == 0 or (count > 0 and unit in DAYLESS)):
        return Reading(Span(None, None, unit))
    return Reading(_unit_from((mentioned and mentioned.start) or context.today, unit, count))


READINGS: tuple[Callable[[Slots, Context], Reading], ...] = (
    day_of_month, shifted_day_of_month, days_of_month, numeric_day, month, shifted_month, season,
    shifted_season, holiday, shifted_holiday, named_day, fraction, year, years, decade, century,
    bare_weekday, shifted_weekday, following_weekday, weekday_of_week, weekday_weeks_ago, weekday_weeks_ahead,
    relative_day, relative_unit, recent_weekend, ago, ahead, span, vague, offset, following_unit,
)  # fmt: skip
