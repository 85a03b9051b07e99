"""Word form + tags → lemma: a table of irregular forms, then spelling rules checked against known lemmas.

The table (`models/lemmas.en.json`) is made by `training/lemmas.py` from the treebanks' own lemmas.
"""

import json
from functools import cached_property
from importlib.resources import files

SIBILANT = ("s", "x", "z", "ch", "sh", "o")
KEPT_DOUBLE = ("l", "s", "f", "z")
VOWELS = "aeiou"
WORD_CLASS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adj", "ADV": "adj"}
BASE_FORMS = frozenset({"NN", "VB", "VBP", "JJ", "RB", "MD"})


class Lemmatizer:
    """Lemmas by table and rule; one instance serves every sentence and remembers what it has answered."""

    def __init__(self) -> None:
        self._memory: dict[tuple[str, str, str], str] = {}

    @cached_property
    def _table(self) -> dict[str, dict[str, str]]:
        text = (files("eventcode.parsers") / "models" / "lemmas.en.json").read_text(encoding="utf-8")
        table: dict[str, dict[str, str]] = json.loads(text)
        return table

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._table["known"])

    def lemma(self, form: str, upos: str, xpos: str) -> str:
        """The lemma of a form; names keep their capitals, other words are lower-cased."""
        key = (form, upos, xpos)
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) > 200_000:
                self._memory.clear()
            found = self._memory[key] = self._look_up(form, upos, xpos)
        return found

    def _look_up(self, form: str, upos: str, xpos: str) -> str:
        if upos == "PROPN":
            return form
        low = form.lower()
        kind = WORD_CLASS.get(upos)
        if kind is None:
            return self._table["other"].get(low, low)
        special = self._table[kind].get(low)
        if special is not None:
            return special
        if xpos in BASE_FORMS or kind == "adj":
            return low
        return self._by_rule(low, verb=kind == "verb")

    def _by_rule(self, low: str, *, verb: bool) -> str:
        found = past_candidates(low) if verb and low.endswith(("ed", "ing")) else plural_candidates(low)
        return next((c for c in found if c in self._known), found[0])


def plural_candidates(low: str) -> list[str]:
    """What a form in -s may come from, the likeliest first."""
    if low.endswith("ies") and len(low) > 4:
        return [low[:-3] + "y", low[:-1]]
    if low.endswith("ves"):
        return [low[:-1], low[:-3] + "f", low[:-3] + "fe"]
    if low.endswith("es") and low[:-2].endswith(SIBILANT):
        return [low[:-2], low[:-1]] if low[:-2].endswith(("ss", "x", "ch", "sh", "o")) else [low[:-1], low[:-2]]
    if low.endswith("men") and len(low) > 4:
        return [low[:-2] + "an", low]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return [low[:-1]]
    return [low]


def past_candidates(low: str) -> list[str]:
    """What a form in -ed or -ing may come from, the likeliest first."""
    stem = low[:-2] if low.endswith("ed") else low[:-3]
    if low.endswith("ied"):
        return [low[:-3] + "y", low[:-1]]
    if len(stem) < 2 or not any(c in VOWELS + "y" for c in stem):
        return [low]
    doubled = stem[-1] == stem[-2] and stem[-1] not in VOWELS
    if doubled and stem[-1] not in KEPT_DOUBLE:
        return [stem[:-1], stem, stem + "e"]
    if doubled:
        return [stem, stem[:-1], stem + "e"]
    return [stem + "e", stem] if _wants_e(stem) else [stem, stem + "e"]


def _wants_e(stem: str) -> bool:
    """Whether a bare stem is likelier spelt with a final e (accus-, provok-, seiz-)."""
    last, before = stem[-1], stem[-2]
    if last in "vzcu":
        return True
    if last in "gs":
        return not stem.endswith(("ing", "ong", "ss"))
    if last in "bdkmnprtl" and before in VOWELS:
        short = sum(c in VOWELS for c in stem) == 1
        return short or stem.endswith(
            ("at", "ir", "ur", "id", "ut", "ak", "ok", "in", "et", "ar", "or", "ul", "il", "ol")
        )
    return last == "l" and before not in VOWELS + "lrwy"
