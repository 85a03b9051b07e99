"""The slots of the patterns: which text fills each, and what that text means."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import regex

from eventcode.temporal.words import TimeWords

Value = int | str
WORD = re.compile(r"[^\W\d_]+|\d+")
_NO_DECIMAL = r"(?!\d|[.,:]\d|%)"
_IN_FORMS = {" ": r"\s+", "'": "['’]"}


@dataclass(frozen=True, slots=True)
class Slot:
    """A word class: its expression, the group that captures it, and what its forms mean (else a number)."""

    pattern: str
    group: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    forms: tuple[str, ...] = ()

    def value(self, text: str) -> Value:
        """What a match of the slot means."""
        key = _key(text)
        found = self.values.get(key)
        return int("".join(c for c in key if c.isdigit())) if found is None else found


def phrase(forms: Iterable[str]) -> str:
    """An expression for any of some words or phrases, the longest first."""
    return "(?:" + "|".join(_form(f) for f in sorted(forms, key=len, reverse=True)) + ")"


def unless(following: Collection[str], cased: bool = False) -> str:
    """An expression that fails where one of some words follows."""
    return rf"(?!\s*(?{'-i' if cased else ''}:{phrase(following)})\b)" if following else ""


def _form(form: str) -> str:
    source = "".join(_IN_FORMS[c] if c in _IN_FORMS else str(regex.escape(c)) for c in form.removesuffix("."))
    return source + r"\.?+" if form.endswith(".") else source


def _key(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).removesuffix(".")


def _cased(forms: Iterable[str], lower: Iterable[str] = ()) -> str:
    """An expression for names, which take a capital; those in `lower` may also lack it."""
    every = [v for f in forms for v in (f, f.upper())] + [f.lower() for f in lower]
    return f"(?-i:{phrase(dict.fromkeys(every))})"


def _table(name: str, values: Mapping[Any, Iterable[str]], pattern: str = "") -> Slot:
    """A slot whose forms stand for their key."""
    by_form = {_key(f): key for key, forms in values.items() for f in forms}
    forms = tuple(f for forms in values.values() for f in forms)
    return Slot(pattern or phrase(forms), name, by_form, forms)


def slots_of(words: TimeWords) -> dict[str, Slot]:
    """All slots of a language, by the names that patterns use."""
    return _name_slots(words) | _word_slots(words) | _number_slots(words) | _guard_slots(words)


def _name_slots(words: TimeWords) -> dict[str, Slot]:
    """Months and weekdays. Those in full that are no other word may be written without their capital."""
    months = dict(enumerate(words.months, start=1))
    sure = {n: _without(words.doubtful_months, forms) for n, forms in months.items()}
    days = dict(enumerate(words.weekdays))
    full_days = {n: forms[:1] for n, forms in days.items()}
    lower_months = [forms[0] for forms in sure.values() if forms]
    lower_days = _all(full_days)
    return {
        "month": _table("month", months, _cased(_all(months), lower_months)),
        "sure_month": _table("month", sure, _cased(_all(sure), lower_months)),
        "weekday": _table("weekday", full_days, _cased(lower_days, lower_days)),
        "any_weekday": _table("weekday", days, _cased(_all(days), lower_days)),
    }


def _word_slots(words: TimeWords) -> dict[str, Slot]:
    seasons = {s.first_month: s.forms for s in words.seasons}
    sure = {month: _without(words.doubtful_seasons, forms) for month, forms in seasons.items()}
    holidays = {int(day.replace("-", "")): forms for day, forms in words.holidays.items()}
    return {
        "season": _table("season", seasons),
        "sure_season": _table("season", sure),
        "unit": _table("unit", words.units),
        "fraction": _table("fraction", words.fractions),
        "quarter": _table("fraction", {3: words.fractions[3]}),
        "shift": _table("shift", words.shifts),
        "span": _table("span", words.spans),
        "follow": _table("follow", words.follows),
        "turn": _table("turn", words.turns, phrase(_all(words.turns)) + unless(words.guards.after_turn)),
        "closing_turn": _table("turn", words.closing_turns),
        "part": _table("part", words.parts),
        "relative_day": _table("relative_day", words.relative_days),
        "holiday": _table("holiday", holidays, _cased(_all(holidays))),
        "named_day": _table("named_day", {d.isoformat(): forms for d, forms in words.named_days.items()}),
        "ago": Slot(phrase(words.ago), forms=words.ago),
        "daytime": Slot(phrase(words.daytimes), forms=words.daytimes),
        "vague": Slot(phrase(words.vague_numbers), forms=words.vague_numbers),
    }


def _number_slots(words: TimeWords) -> dict[str, Slot]:
    """Slots of digits, and of words for numbers."""
    day = rf"(?:3[01]|[12]\d|0?[1-9])(?:{'|'.join(words.ordinal_suffixes)})?" + _NO_DECIMAL
    year = rf"(?:19|20)\d\d{_NO_DECIMAL}"
    suffixed = rf"\d\d?(?:{'|'.join(words.ordinal_suffixes)})"
    decades = {1900 + n: [word] for word, n in words.decade_words.items()}
    return {
        "day": Slot(day, "day"),
        "day_to": Slot(day, "day_to"),
        "month_number": Slot(r"(?:1[0-2]|0?[1-9])", "month"),
        "first": Slot(r"[0-3]?\d", "first"),
        "second": Slot(r"[0-3]?\d", "second"),
        "year": Slot(year, "year"),
        "year_to": Slot(year, "year_to"),
        "any_year": Slot(rf"(?:1\d|20)\d\d{_NO_DECIMAL}", "year"),
        "old_year": Slot(rf"1[0-8]\d\d{_NO_DECIMAL}", "year"),
        "short_year": Slot(rf"\d\d{_NO_DECIMAL}", "year_to"),
        "digit": Slot(r"\d", "ordinal"),
        "number": _table("number", _inverted(words.numbers), rf"(?:\d{{1,3}}|{phrase(words.numbers)})"),
        "ordinal": _table("ordinal", _inverted(words.ordinals), rf"(?:{suffixed}|{phrase(words.ordinals)})"),
        "decade": Slot(r"(?:(?:1[5-9]|20)\d|['’]\d|(?<=['’])\d)0['’]?s", "decade"),
        "decade_name": _table("decade", decades),
    }


def _guard_slots(words: TimeWords) -> dict[str, Slot]:
    """Slots that look at what follows and take nothing."""
    return {
        "unnamed": Slot(r"(?!,?\s+\d|\s+(?-i:\p{Lu}\p{Ll}))"),
        "unowned": Slot(r"(?!['’]\p{L})"),
        "bare": Slot(r"(?!,?\s+\d)"),
        "modifying": Slot(r"(?=\s+(?-i:\p{Ll}))" + unless(words.guards.after_month)),
        "stop": Slot(r"(?=\s*(?:[^\w\s]|\Z))"),
        "uncounted": Slot(unless(words.guards.after_count)),
        "whole": Slot(unless(words.guards.after_unit)),
    }


def _all(table: Mapping[Any, Iterable[str]]) -> list[str]:
    return [form for forms in table.values() for form in forms]


def _without(doubtful: Collection[str], forms: Iterable[str]) -> list[str]:
    return [form for form in forms if form not in doubtful]


def _inverted(table: Mapping[str, int]) -> dict[int, list[str]]:
    return {number: [form for form, n in table.items() if n == number] for number in table.values()}
