"""Lexicon files (verbs.en.yaml, nouns.en.yaml) → senses; every fault is named with its file and entry."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from eventcode.lexicon.entries import Condition, Frame, Sense
from eventcode.ontology import Ontology

ANY = "*"
KIND, ROLE = "kind:", "role:"
PARTS = {"verb": "VERB", "noun": "NOUN", "adjective": "ADJ"}


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class EntryModel(BaseModel):
    """One lexicon entry as it is written.

    `verb`, `noun` or `adjective` lists the words that share the entry; a word of several parts
    ("carry out", "air strike", "open fire") asks for its further parts among the word's dependents.
    Exactly one of `code` (a full event), `act` (composed with its content) or `topic` (a content word only).
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    verb: list[str] = []
    noun: list[str] = []
    adjective: list[str] = []
    code: str | None = None
    act: str | None = None
    topic: str | None = None
    content: list[str] = []
    frames: list[str] = []
    mirror: str | None = None
    requires: dict[str, list[str]] = {}
    excludes: dict[str, list[str]] = {}
    seen: str | None = None

    _as_list = field_validator("verb", "noun", "adjective", "content", "frames", mode="before")(_listed)

    @field_validator("requires", "excludes", mode="before")
    @classmethod
    def _lists(cls, value: Any) -> Any:
        return {k: _listed(v) for k, v in value.items()} if isinstance(value, dict) else value


def parse_frame(text: str) -> Frame:
    """A frame from its notation, as `entries.Frame` describes it.

    Raises:
        ValueError: the notation has no `>` or `<>`.
    """
    arrow = "<>" if "<>" in text else ">"
    source, found, target = (part.strip() for part in text.partition(arrow))
    if not found:
        raise ValueError(f"frame {text!r} has no '>' or '<>'")
    return Frame(
        name=text,
        source=_slots(source),
        target=_slots(target),
        reciprocal=arrow == "<>",
        target_optional=target.endswith("?") or target in ("-", "?"),
    )


def _slots(text: str) -> tuple[str, ...]:
    names = text.rstrip("?").strip()
    return () if names in ("", "-") else tuple(n.strip() for n in names.split("|"))


class SenseReader:
    """Turns entries into senses, and gathers what is wrong with them."""

    def __init__(
        self, named: dict[str, str], content: list[str], classes: dict[str, list[str]], ontology: Ontology
    ) -> None:
        self._content = tuple(content)
        self._named = {name: parse_frame(text) for name, text in named.items()}
        self._classes = {name: frozenset(words) for name, words in classes.items()}
        self._ontology = ontology
        self.faults: list[str] = []

    def read(self, place: str, rows: Any) -> Iterator[Sense]:
        """The senses of one file; `place` names it in faults and in evidence."""
        if not isinstance(rows, list):
            self.faults.append(f"{place}: a list of entries is expected")
            return
        for number, row in enumerate(rows, 1):
            try:
                model = EntryModel.model_validate(row)
            except ValidationError as error:
                self.faults.extend(_faults(f"{place}, entry {number}", error))
                continue
            yield from self._senses(f"{place}, entry {number}", place, model)

    def _senses(self, where: str, place: str, model: EntryModel) -> Iterator[Sense]:
        faults = list(self._check(model))
        if faults:
            self.faults.extend(f"{where} ({_headword(model)}): {fault}" for fault in faults)
            return
        for part, pos in PARTS.items():
            frames = tuple(self._frame(f) for f in model.frames) or (self._default(model, pos),)
            for word in getattr(model, part):
                for spelling in _spellings(word):
                    yield self._sense(spelling, pos, place, model, frames)

    def _sense(self, word: str, pos: str, place: str, model: EntryModel, frames: tuple[Frame, ...]) -> Sense:
        head, extra = _head_and_rest(word, pos)
        return Sense(
            word=head,
            extra=extra,
            pos=pos,
            entry=f"{place}#{word}",
            frames=frames,
            code=model.code,
            act=model.act,
            topic=model.topic,
            content=tuple(model.content) or (self._content if model.act else ()),
            mirror=model.mirror,
            requires=self._conditions(model.requires),
            excludes=self._conditions(model.excludes),
            needs=frozenset(slot.partition(".")[0] for slot in model.requires),
        )

    def _conditions(self, written: dict[str, list[str]]) -> tuple[Condition, ...]:
        return tuple(_condition(slot, self._words(words)) for slot, words in written.items())

    def _words(self, words: Iterable[str]) -> frozenset[str]:
        found: set[str] = set()
        for word in words:
            found |= self._classes[word[1:]] if word.startswith("@") else {word}
        return frozenset(spelling for word in found for spelling in _spellings(word))

    def _frame(self, text: str) -> Frame:
        return self._named[text] if text in self._named else parse_frame(text)

    def _default(self, model: EntryModel, pos: str) -> Frame:
        if model.act:
            return self._named["transitive?" if pos == "VERB" else "speech"]
        return self._named["transitive" if pos == "VERB" else "deed"]

    def _check(self, model: EntryModel) -> Iterator[str]:
        if not (model.verb or model.noun or model.adjective):
            yield "no verb, noun or adjective"
        if sum(x is not None for x in (model.code, model.act, model.topic)) != 1:
            yield "exactly one of code, act, topic is expected"
        yield from _unknown("code", [model.code, model.mirror], self._ontology.codes)
        yield from _unknown("act", [model.act], self._ontology.acts)
        yield from _unknown("topic", [model.topic], self._ontology.topics)
        for frame in model.frames:
            if frame not in self._named and ">" not in frame:
                yield _choice("frame", frame, self._named)
        for words in (*model.requires.values(), *model.excludes.values()):
            yield from _unknown("word class", [w[1:] for w in words if w.startswith("@")], self._classes)


def _condition(slot: str, words: frozenset[str]) -> Condition:
    kinds, roles = (frozenset(w.removeprefix(p) for w in words if w.startswith(p)) for p in (KIND, ROLE))
    plain = frozenset(w for w in words if not w.startswith((KIND, ROLE)) and w != ANY)
    return Condition(slot, plain, kinds, roles, filled=ANY in words)


def _spellings(word: str) -> tuple[str, ...]:
    """A word as written and, since parsers cut at hyphens, as separate words ("cease-fire", "cease fire")."""
    return (word, word.replace("-", " ")) if "-" in word.strip("-") else (word,)


def _head_and_rest(word: str, pos: str) -> tuple[str, tuple[str, ...]]:
    """The word that is looked up and its further parts: a verb's first word, a noun's last."""
    parts = word.split()
    return (parts[0], tuple(parts[1:])) if pos == "VERB" else (parts[-1], tuple(parts[:-1]))


def _headword(model: EntryModel) -> str:
    return ", ".join((model.verb + model.noun + model.adjective)[:2])


def _unknown(kind: str, names: list[str | None], known: Iterable[str]) -> Iterator[str]:
    choices = list(known)
    return (_choice(kind, name, choices) for name in names if name is not None and name not in choices)


def _choice(kind: str, name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), n=3)
    return f"unknown {kind} {name!r}" + (f"; did you mean {' or '.join(map(repr, near))}?" if near else "")


def _faults(where: str, error: ValidationError) -> Iterator[str]:
    for fault in error.errors():
        field = ".".join(str(part) for part in fault["loc"])
        yield f"{where}: {field}: {fault['msg']}"
