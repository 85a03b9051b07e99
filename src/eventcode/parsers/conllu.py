"""Stories parsed already: CoNLL-U (universaldependencies.org/format) → each story, its text rebuilt, and its trees.

UDPipe, Stanza, Trankit and the treebanks write it, and `eventcode parse` does. A fault costs the story it stands in.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day

from eventcode.parsers.layout import lay_out
from eventcode.parsers.rows import Line, MalformedError, Unit, Word, blocks, comments, sentence
from eventcode.parsers.spans import cut
from eventcode.records import Failure, Story
from eventcode.tree import Token, Tree

PENN = frozenset((
    "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP",
    "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN",
    "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX", "$", "#", ",", ".", ":", "``", "''", "-LRB-", "-RRB-",
))  # fmt: skip
_NEW_STORY = re.compile(r"#\s*newdoc\b")


@dataclass(frozen=True, slots=True)
class ParsedStory:
    """A story and its trees, in order; where the parser failed on it, no trees but what failed."""

    story: Story
    trees: tuple[Tree, ...] = ()
    failures: tuple[Failure, ...] = ()


def read(
    lines: Iterable[str],
    *,
    place: str,
    id: str = "",
    date: Day | None = None,
    reject: Callable[[Failure], None],
) -> Iterator[ParsedStory]:
    """The stories of a CoNLL-U file, one in memory at a time; offsets are characters of the rebuilt text.

    Args:
        lines: the file's lines; bytes that are not UTF-8 stand in them as lone surrogates.
        place: what to call the file when a fault is told.
        id: the id of stories without `# newdoc id`.
        date: the date of stories without `# date` or `# newdoc date`.
        reject: what to do with a story that has a fault.
    """
    for several in _stories(blocks(lines)):
        told = comments(line for block in several for line in block)
        _, name = told.get("newdoc id", (0, id))
        try:
            parsed = _story(several, name, _date(told) or date)
        except MalformedError as fault:
            error = f"{fault} (story {name!r} is left out)"
            reject(Failure(doc_id=f"{place}, line {fault.line}", stage="input", error=error))
            continue
        if parsed.trees:
            yield parsed


def _stories(sentences: Iterable[list[Line]]) -> Iterator[list[list[Line]]]:
    story: list[list[Line]] = []
    for block in sentences:
        if story and any(_NEW_STORY.match(line) for _, line in block):
            yield story
            story = []
        story.append(block)
    if story:
        yield story


def _date(told: dict[str, Line]) -> Day | None:
    for number, value in (told[key] for key in ("date", "newdoc date") if key in told):
        try:
            return Day.fromisoformat(value)
        except ValueError:
            raise MalformedError(number, f"{value!r} is no date; write it like 2024-06-26") from None
    return None


def _story(several: list[list[Line]], id: str, date: Day | None) -> ParsedStory:
    sentences = [found for block in several if (found := sentence(block)).units]
    text, starts = lay_out(sentences)
    begins = iter(starts)
    trees = tuple(_tree(found.units, begins, text) for found in sentences)
    return ParsedStory(Story(id=id, text=text, date=date), trees)


def _tree(units: list[Unit], begins: Iterator[int], text: str) -> Tree:
    tokens: list[Token] = []
    for unit, begin in zip(units, begins, strict=False):
        spans = cut([word.form for word in unit.words], unit.surface, begin)
        for word, (start, end) in zip(unit.words, spans, strict=True):
            tokens.append(
                Token(
                    index=len(tokens), text=text[start:end], lemma=word.lemma or word.form, upos=word.upos,
                    xpos=_tag(word), head=word.head - 1, relation=word.relation, start=start, end=end,
                    features=word.features,
                )
            )  # fmt: skip
    start, end = tokens[0].start, tokens[-1].end
    return Tree(tuple(tokens), text[start:end], start)


def _tag(word: Word) -> str:
    """The Penn tag, which the rules read: the file's own, else what UPOS and features tell of it."""
    if word.xpos in PENN:
        return word.xpos
    has = dict(feature.split("=", 1) for feature in word.features.split("|") if "=" in feature)
    if word.upos in ("VERB", "AUX"):
        return _verb_tag(word.upos, has) or word.xpos
    if word.upos in ("NOUN", "PROPN"):
        return {"NOUN": "NN", "PROPN": "NNP"}[word.upos] + "S" * (has.get("Number") in ("Plur", "Ptan"))
    return "PRP$" if (has.get("Poss"), has.get("PronType")) == ("Yes", "Prs") else word.xpos


def _verb_tag(upos: str, has: dict[str, str]) -> str:
    form, tense = has.get("VerbForm"), has.get("Tense")
    bare = has.get("Mood") in ("Imp", "Sub")
    if form == "Part":
        return "VBG" if tense == "Pres" else "VBN"
    if form == "Fin" and tense == "Pres" and not bare:
        return "VBZ" if (has.get("Person"), has.get("Number")) == ("3", "Sing") else "VBP"
    if form == "Fin" and tense != "Past":
        return "VB" if bare or upos == "VERB" else "MD"
    return {"Fin": "VBD", "Inf": "VB", "Ger": "VBG"}.get(form or "", "")
