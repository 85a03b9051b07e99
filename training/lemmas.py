"""Make the lemma table that ships with the parser from the lemmas of UD treebanks.

    python training/lemmas.py TREEBANK.conllu… [--knowledge DIR] [-o src/eventcode/parsers/models/lemmas.en.json]

A form goes into the table only where the spelling rules of `eventcode.parsers.lemmas` get it wrong.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import lemminflect

from eventcode.lexicon.store import BUNDLED, read_yaml
from eventcode.parsers.lemmas import BASE_FORMS, WORD_CLASS, past_candidates, plural_candidates

TABLE = Path(__file__).parent.parent / "src" / "eventcode" / "parsers" / "models" / "lemmas.en.json"


def words(paths: list[Path]) -> Iterator[tuple[str, str, str, str]]:
    """Form, lemma, UPOS and XPOS of every word."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) == 10 and cells[0].isdigit() and cells[3] != "PROPN":
                yield cells[1].lower(), cells[2].lower(), cells[3], cells[4]


def ruled(form: str, kind: str, xpos: str, known: set[str]) -> str:
    if kind in ("adj", "other") or xpos in BASE_FORMS:
        return form
    found = past_candidates(form) if kind == "verb" and form.endswith(("ed", "ing")) else plural_candidates(form)
    return next((c for c in found if c in known), found[0])


def inflected(knowledge: Path) -> Iterator[tuple[str, str, str]]:
    """Form, lemma and word class of every inflection of the event lexicon's words."""
    for path in sorted(knowledge.rglob("*.en.yaml")):
        for entry in read_yaml(path) or ():
            for kind, upos in (("verb", "VERB"), ("noun", "NOUN")):
                words = entry.get(kind, ())
                for word in [words] if isinstance(words, str) else words:
                    lemma = word.split()[0 if kind == "verb" else -1]
                    forms = lemminflect.getAllInflections(lemma, upos=upos) or lemminflect.getAllInflectionsOOV(
                        lemma, upos
                    )
                    yield from ((form.lower(), lemma, kind) for several in forms.values() for form in several)


def add_inflections(table: dict[str, dict[str, str]], known: set[str], knowledge: Path) -> None:
    """The lexicon's own words: regular forms through the known lemmas, the others through the table."""
    forms = sorted(set(inflected(knowledge)))
    known |= {lemma for _, lemma, _ in forms}
    for form, lemma, kind in forms:
        xpos = "VBD" if form.endswith("ed") else "VBG"
        if form != lemma and form not in table[kind] and ruled(form, kind, xpos, known) != lemma:
            table[kind][form] = lemma


def plural_only(form: str, lemma: str, known: set[str]) -> bool:
    """Whether a treebank keeps a plural as its own lemma although the singular is a word ("troops")."""
    return form == lemma and form.endswith("s") and plural_candidates(form)[0] in known


def make(paths: list[Path], knowledge: Path) -> dict[str, object]:
    """The table: irregular forms by word class, and the lemmas that rules may arrive at."""
    seen: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
    for form, lemma, upos, xpos in words(paths):
        seen[WORD_CLASS.get(upos, "other"), form][lemma, xpos] += 1
    known = {
        lemma
        for (kind, _), c in seen.items()
        if kind in ("verb", "noun")
        for (lemma, _), n in c.items()
        if n > 1 and lemma.isalpha()
    }
    table: dict[str, dict[str, str]] = {"verb": {}, "noun": {}, "adj": {}, "other": {}}
    for (kind, form), counts in sorted(seen.items()):
        (lemma, xpos), times = counts.most_common(1)[0]
        if lemma != ruled(form, kind, xpos, known) and (times > 1 or kind == "verb") and lemma.isalpha():
            table[kind][form] = lemma
    table["noun"] = {form: lemma for form, lemma in table["noun"].items() if not plural_only(form, lemma, known)}
    add_inflections(table, known, knowledge)
    return {**table, "known": sorted(known)}


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("treebanks", nargs="+", type=Path)
    options.add_argument("-o", "--out", type=Path, default=TABLE)
    options.add_argument("--knowledge", type=Path, default=BUNDLED, help="the event lexicon, whose words are added")
    chosen = options.parse_args()
    text = json.dumps(make(chosen.treebanks, chosen.knowledge), ensure_ascii=False, indent=0, separators=(",", ":"))
    chosen.out.write_text(text + "\n", encoding="utf-8")
