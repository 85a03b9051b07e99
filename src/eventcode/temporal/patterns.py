"""The notation of the patterns → compiled regular expressions.

A pattern is a line of slots and words ("[the ]{day}[ of] {month}"); the knowledge file explains the
notation. Patterns filed under one slot are only tried on a text that holds a word of that slot, and there
only at the words that they can begin with: so most of a text costs nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import regex

from eventcode.errors import KnowledgeError
from eventcode.temporal.slots import WORD, Slot, phrase, slots_of, unless
from eventcode.temporal.words import TimeWords

DIGITS = "0"  # stands for every number among the words a pattern can begin with
_NUMBERS = {"1", "13", "1700", "2000"}
_AFTER_WORD = (" ", "-", "'", "/", ".", "1")
_TEMPLATE = regex.compile(r"\{(?P<slot>\w+)\}|\\(?P<escaped>.)|(?P<other>.)", regex.DOTALL)
_NOTATION = {"[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", " ": r"\s+", "'": "['’]", "^": r"\A"}
_NOT_WITHIN = r"(?<![\w$€£#/.])"  # no expression begins within a word, a sum of money, a path, a decimal
_YEARS = {str(year) for year in range(1000, 2200)} | {f"{decade:02}" for decade in range(0, 100, 10)}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of the knowledge file: its reading, its expression, and its slots by their groups."""

    reading: str
    source: str
    slots: tuple[tuple[str, Slot], ...]
    starters: frozenset[str]


Match = tuple[regex.Match[str], Pattern]  # a match, and the pattern that made it


@dataclass(frozen=True)
class Alternation:
    """Patterns that can begin with the same words, as one expression; the earlier wins."""

    before: str
    patterns: tuple[Pattern, ...]
    after: str

    @cached_property
    def expression(self) -> regex.Pattern[str]:
        """The compiled expression. Made when first needed: most texts need few of them."""
        branches = "|".join(f"{pattern.source}(?P<r{i}>)" for i, pattern in enumerate(self.patterns))
        return regex.compile(f"{self.before}(?:{branches}){self.after}", regex.IGNORECASE)

    def match(self, text: str, start: int) -> Match | None:
        """The match at a place, and the pattern that made it."""
        match = self.expression.match(text, start)
        if match is None:
            return None
        return match, next(p for i, p in enumerate(self.patterns) if match.start(f"r{i}") >= 0)


@dataclass(frozen=True, slots=True)
class Family:
    """All patterns that hold one slot, by the words that they can begin with.

    `triggers` are words without which none of them matches.
    """

    triggers: frozenset[str]
    alternations: Mapping[str, Alternation]

    def matches(self, text: str, tokens: Iterable[tuple[str, int]]) -> Iterator[Match]:
        """Each match, left to right, and the pattern that made it."""
        end = 0
        for word, start in tokens:
            alternation = self.alternations.get(word) if start >= end else None
            found = alternation.match(text, start) if alternation else None
            if found:
                end = found[0].end()
                yield found


def lowered(text: str) -> str:
    """The text in lower case, every character at its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[0] for c in text)


def words_of(lower: str) -> list[str]:
    """The words and numbers of a text in lower case: what triggers are compared with."""
    return WORD.findall(lower)


def tokens_of(lower: str) -> list[tuple[str, int]]:
    """Each word of a text in lower case, and where it begins; DIGITS stands for every number."""
    return [(DIGITS if (word := m[0])[0].isdigit() else word, m.start()) for m in WORD.finditer(lower)]


def families(words: TimeWords) -> list[Family]:
    """The compiled patterns of a language; KnowledgeError lists all those that cannot be compiled."""
    slots = slots_of(words)
    faults: list[str] = []
    made = [_family(name, readings, slots, words, faults) for name, readings in words.patterns.items()]
    if faults:
        raise KnowledgeError(faults)
    return made


def _family(
    name: str,
    readings: Mapping[str, Iterable[str]],
    slots: Mapping[str, Slot],
    words: TimeWords,
    faults: list[str],
) -> Family:
    by_word: dict[str, list[Pattern]] = {}
    for reading, template in ((reading, t) for reading, templates in readings.items() for t in templates):
        try:
            pattern = _pattern(reading, template, slots, words.fragments)
        except (KeyError, RecursionError, regex.error) as fault:
            faults.append(_explained(reading, template, fault, slots))
            continue
        for word in pattern.starters:
            by_word.setdefault(word, []).append(pattern)
    before, after = _guards(name, words)
    made: dict[tuple[str, ...], Alternation] = {}
    alternations = {
        word: made.setdefault(tuple(p.source for p in some), Alternation(before, tuple(some), after))
        for word, some in by_word.items()
    }
    if name not in slots:
        faults.append(f"patterns: no slot '{name}'; known: {', '.join(sorted(slots))}")
        return Family(frozenset(), {})
    return Family(_triggers(name, slots), alternations)


def _explained(reading: str, template: str, fault: Exception, slots: Mapping[str, Slot]) -> str:
    what = {
        KeyError: f"no slot or fragment {fault}; known slots: {', '.join(sorted(slots))}",
        RecursionError: "a fragment holds itself",
    }.get(type(fault), str(fault))
    return f"patterns, {reading}, '{template}': {what}"


def _pattern(reading: str, template: str, slots: Mapping[str, Slot], fragments: Mapping[str, str]) -> Pattern:
    context, mark, body = template.rpartition(">")
    source, used = _expand(body, slots, fragments)
    starters = _starters(source, _vocabulary(body, used, fragments))
    if mark:
        before, _ = _expand(context, slots, fragments, capture=False)
        bound = "" if context[0] in "'^\\" else r"\b"
        source = f"(?<={bound}{before}){source}"
    captured = {slot.group: slot for slot in used if slot.group}
    return Pattern(reading, source, tuple(captured.items()), starters)


def _vocabulary(body: str, slots: Iterable[Slot], fragments: Mapping[str, str]) -> set[str]:
    """The words that may occur in a pattern."""
    texts = [body, *fragments.values(), *(form for slot in slots for form in slot.forms)]
    return {word for text in texts for word in WORD.findall(text)}


def _starters(source: str, vocabulary: set[str]) -> frozenset[str]:
    """The words that an expression can begin with: those that are, as whole words, the head of some match."""
    expression = regex.compile(source, regex.IGNORECASE)

    def begins(word: str) -> bool:
        heads = (expression.fullmatch(word + after, partial=True) for after in _AFTER_WORD)
        return bool(expression.fullmatch(word)) or any(heads)

    starters = filter(begins, vocabulary | _NUMBERS)
    return frozenset(DIGITS if word[0].isdigit() else word.lower() for word in starters)


def _guards(name: str, words: TimeWords) -> tuple[str, str]:
    """What must not stand before and after the patterns of a family."""
    guards = words.guards
    before = {"weekday": guards.before_weekday, "month": guards.before_month}.get(name)
    after = {
        "weekday": unless(guards.after_weekday, cased=True),
        "year": unless(guards.after_year),
    }.get(name, "")
    return _NOT_WITHIN + (rf"(?<!\b{phrase(before)}\s)" if before else ""), r"(?!\w)" + after


def _triggers(name: str, slots: Mapping[str, Slot]) -> frozenset[str]:
    if name == "year":
        return frozenset(_YEARS | {w for form in slots["decade_name"].forms for w in words_of(form.lower())})
    return frozenset(max(WORD.findall(form.lower()), key=len) for form in slots[name].forms)


def _expand(
    template: str, slots: Mapping[str, Slot], fragments: Mapping[str, str], capture: bool = True
) -> tuple[str, list[Slot]]:
    """A template's expression, and the slots in it."""
    parts: list[str] = []
    used: list[Slot] = []
    for piece in _TEMPLATE.finditer(template):
        name = piece["slot"]
        if name in fragments:
            source, inner = _expand(fragments[name], slots, fragments, capture)
            used += inner
        elif name:
            slot = slots[name]
            source = f"(?P<{slot.group}>{slot.pattern})" if capture and slot.group else slot.pattern
            used.append(slot)
        else:
            source = str(regex.escape(piece["escaped"])) if piece["escaped"] else _literal(piece["other"])
        parts.append(source)
    return "".join(parts), used


def _literal(character: str) -> str:
    return _NOTATION.get(character) or str(regex.escape(character))
