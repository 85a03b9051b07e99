"""The notation of the patterns → compiled regular expressions.

A pattern is a line of slots and words ("[the ]{day}[ of] {month}"); the knowledge file explains the
notation. All patterns filed under one slot make one compiled alternation, which is only tried on a text
that holds a word of that slot.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import regex

from eventcode.temporal.words import TimeWords

Value = int | str
_WORD = regex.compile(r"[^\W\d_]+|\d+")
_TEMPLATE = regex.compile(r"\{(?P<slot>\w+)\}|\\(?P<escaped>.)|(?P<other>.)", regex.DOTALL)
_NOTATION = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", " ": r"\s+", "'": "['’]", "^": r"\A"}
_NOT_WITHIN = r"(?<![\w$€£#/.])"  # no expression begins within a word, a sum of money, a path, a decimal
_NO_DECIMAL = r"(?!\d|[.,:]\d|%)"
_YEARS = {str(year) for year in range(1000, 2200)} | {f"{decade:02}" for decade in range(0, 100, 10)}


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


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of the knowledge file: the reading it belongs to, and its slots by the group that captures them."""

    reading: str
    slots: tuple[tuple[str, Slot], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """All patterns that hold one slot, as one alternation; `triggers` are words without which none matches."""

    triggers: frozenset[str]
    expression: Any  # a compiled regex.Pattern
    patterns: tuple[Pattern, ...]

    def matches(self, text: str) -> Iterator[tuple[Any, Pattern]]:
        """Each match, and the pattern that made it."""
        for match in self.expression.finditer(text):
            yield match, next(p for i, p in enumerate(self.patterns) if match.start(f"r{i}") >= 0)


def words_of(text: str) -> set[str]:
    """The words and numbers of a text in lower case: what triggers are compared with."""
    return set(_WORD.findall(text.lower()))


def phrase(forms: Iterable[str]) -> str:
    """An expression for any of some words or phrases, the longest first."""
    return "(?:" + "|".join(_form(f) for f in sorted(forms, key=len, reverse=True)) + ")"


def families(words: TimeWords) -> list[Family]:
    """The compiled patterns of a language; ValueError names a slot that no table has."""
    slots = _slots(words)
    return [_family(name, readings, slots, words) for name, readings in words.patterns.items()]


def _family(name: str, readings: Mapping[str, Iterable[str]], slots: dict[str, Slot], words: TimeWords) -> Family:
    patterns, branches = [], []
    for reading, templates in readings.items():
        for template in templates:
            try:
                source, used = _expand(template, slots, words.fragments)
            except KeyError as unknown:
                raise ValueError(f"{reading}: pattern '{template}' has no slot or fragment {unknown}") from None
            patterns.append(Pattern(reading, tuple(dict(used).items())))
            branches.append(f"{source}(?P<r{len(branches)}>)")
    guards = _NOT_WITHIN + _guard_before(name, words)
    expression = regex.compile(f"{guards}(?:{'|'.join(branches)})(?!\\w)", regex.IGNORECASE)
    return Family(_triggers(name, slots), expression, tuple(patterns))


def _guard_before(name: str, words: TimeWords) -> str:
    guards = {"weekday": words.guards.before_weekday, "month": words.guards.before_month}.get(name)
    return rf"(?<!\b{phrase(guards)}\s)" if guards else ""


def _triggers(name: str, slots: dict[str, Slot]) -> frozenset[str]:
    if name == "year":
        return frozenset(_YEARS | {w for form in slots["decade"].forms for w in words_of(form)})
    return frozenset(max(_WORD.findall(form.lower()), key=len) for form in slots[name].forms)


def _expand(
    template: str, slots: dict[str, Slot], fragments: Mapping[str, str], capture: bool = True
) -> tuple[str, list[tuple[str, Slot]]]:
    """A template's expression, and the slots that it captures."""
    context, mark, body = template.rpartition(">")
    if mark:
        inside, used = _expand(body, slots, fragments)
        before, _ = _expand(context, slots, fragments, capture=False)
        bound = r"\b" if context[0] not in "'^\\" else ""
        return f"(?={inside})(?<={bound}{before}){inside}", used
    parts: list[str] = []
    captured: list[tuple[str, Slot]] = []
    for piece in _TEMPLATE.finditer(template):
        name = piece["slot"]
        if name in fragments:
            source, used = _expand(fragments[name], slots, fragments, capture)
            captured += used
        elif name:
            slot = slots[name]
            source = f"(?P<{slot.group}>{slot.pattern})" if capture and slot.group else slot.pattern
            captured += [(slot.group, slot)] if slot.group else []
        else:
            source = regex.escape(piece["escaped"]) if piece["escaped"] else _literal(piece["other"])
        parts.append(source)
    return "".join(parts), captured


def _literal(character: str) -> str:
    return _NOTATION.get(character) or str(regex.escape(character))


def _form(form: str) -> str:
    source = "".join(_NOTATION[c] if c in " '" else str(regex.escape(c)) for c in form.removesuffix("."))
    return source + r"\.?" if form.endswith(".") else source


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


def _slots(words: TimeWords) -> dict[str, Slot]:
    return _name_slots(words) | _word_slots(words) | _number_slots(words) | _guard_slots(words)


def _name_slots(words: TimeWords) -> dict[str, Slot]:
    months = dict(enumerate(words.months, start=1))
    doubtful = set(words.doubtful_months)
    sure = {n: [f for f in forms if f not in doubtful] for n, forms in months.items()}
    spelled = [f[0] for f in sure.values() if f]
    days = dict(enumerate(words.weekdays))
    full = {n: forms[:1] for n, forms in days.items()}
    day_names = [forms[0] for forms in words.weekdays]
    after = f"(?!\\s+(?-i:{phrase(words.guards.after_weekday)})\\b)" if words.guards.after_weekday else ""
    every_month = [f for forms in months.values() for f in forms]
    every_day = [f for forms in days.values() for f in forms]
    return {
        "month": _table("month", months, _cased(every_month, spelled)),
        "sure_month": _table("month", sure, _cased([f for forms in sure.values() for f in forms], spelled)),
        "weekday": _table("weekday", full, _cased(day_names, day_names) + r"\b" + after),
        "any_weekday": _table("weekday", days, _cased(every_day, day_names)),
    }


def _word_slots(words: TimeWords) -> dict[str, Slot]:
    seasons = {s.first_month: s.forms for s in words.seasons}
    doubtful = set(words.doubtful_seasons)
    holidays = {int(day.replace("-", "")): forms for day, forms in words.holidays.items()}
    return {
        "season": _table("season", seasons),
        "sure_season": _table("season", {n: [f for f in forms if f not in doubtful] for n, forms in seasons.items()}),
        "unit": _table("unit", words.units),
        "fraction": _table("fraction", words.fractions),
        "quarter": _table("fraction", {3: words.fractions[3]}),
        "shift": _table("shift", words.shifts),
        "span": _table("span", words.spans),
        "follow": _table("follow", words.follows),
        "turn": _table("turn", words.turns, phrase(_all(words.turns)) + _unless(words.guards.after_turn)),
        "closing_turn": _table("turn", words.closing_turns),
        "part": _table("part", words.parts),
        "relative_day": _table("relative_day", words.relative_days),
        "holiday": _table("holiday", holidays),
        "named_day": _table("named_day", {d.isoformat(): forms for d, forms in words.named_days.items()}),
        "ago": Slot(phrase(words.ago)),
        "daytime": Slot(phrase(words.daytimes)),
        "vague": Slot(phrase(words.vague_numbers)),
    }


def _number_slots(words: TimeWords) -> dict[str, Slot]:
    """Slots of digits, and of words for numbers."""
    day = rf"(?:3[01]|[12]\d|0?[1-9])(?:{'|'.join(words.ordinal_suffixes)})?" + _NO_DECIMAL
    no_count = _NO_DECIMAL + _unless(words.guards.after_year)
    year = rf"(?:19|20)\d\d{no_count}"
    numbers = {number: [w for w, n in words.numbers.items() if n == number] for number in words.numbers.values()}
    ordinals = {number: [w for w, n in words.ordinals.items() if n == number] for number in words.ordinals.values()}
    suffixed = rf"\d\d?(?:{'|'.join(words.ordinal_suffixes)})"
    decades = {1900 + n: [word] for word, n in words.decade_words.items()}
    return {
        "day": Slot(day, "day"),
        "day_to": Slot(day + _unless(words.guards.after_year), "day_to"),
        "month_number": Slot(r"(?:1[0-2]|0?[1-9])", "month"),
        "first": Slot(r"[0-3]?\d", "first"),
        "second": Slot(r"[0-3]?\d", "second"),
        "year": Slot(year, "year"),
        "year_to": Slot(year, "year_to"),
        "old_year": Slot(rf"1[0-8]\d\d{no_count}", "year"),
        "short_year": Slot(rf"\d\d{no_count}", "year_to"),
        "digit": Slot(r"\d", "ordinal"),
        "number": _table("number", numbers, rf"(?:\d{{1,3}}|{phrase(words.numbers)})"),
        "ordinal": _table("ordinal", ordinals, rf"(?:{suffixed}|{phrase(words.ordinals)})"),
        "decade": _table("decade", decades, rf"(?:(?:(?:1[5-9]|20)\d|['’]\d)0['’]?s|{phrase(words.decade_words)})"),
    }


def _guard_slots(words: TimeWords) -> dict[str, Slot]:
    """Slots that look at what follows and take nothing."""
    return {
        "alone": Slot(r"(?!,?\s+\d|\s+(?-i:\p{Lu}\p{Ll})|['’]\p{L})"),
        "bare": Slot(r"(?!,?\s+\d)"),
        "stop": Slot(r"(?=\s*(?:[^\w\s]|\Z))"),
        "whole": Slot(_unless(words.guards.after_unit)),
    }


def _all(table: Mapping[Any, Iterable[str]]) -> list[str]:
    return [form for forms in table.values() for form in forms]


def _unless(following: Iterable[str]) -> str:
    words = tuple(following)
    return rf"(?!\s*{phrase(words)}\b)" if words else ""
