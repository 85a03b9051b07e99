"""The lines of a CoNLL-U sentence → its words, the stretches of text that they stand in, and its comments; checked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eventcode.errors import InputError
from eventcode.tree import circle

COLUMNS = 10
_RANGE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_EMPTY_NODE = re.compile(r"[0-9]+\.[0-9]+")
_HEAD = re.compile(r"[0-9]{1,9}")
_UNDECODED = re.compile("[\ud800-\udfff]")

Line = tuple[int, str]


class MalformedError(InputError):
    """A line that is no CoNLL-U: its number, what is wrong and what to do."""

    def __init__(self, line: int, fault: str) -> None:
        self.line = line
        super().__init__(fault)


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word as its line gives it, '' for `_`; heads count from 1, the root's is 0."""

    line: int
    form: str
    lemma: str
    upos: str
    xpos: str
    features: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands in the text in one piece: a word, or a multiword token with its words."""

    surface: str
    misc: dict[str, str]
    words: list[Word]


@dataclass(frozen=True, slots=True)
class Sentence:
    """The units of a sentence; its text where the file has it; whether it begins a paragraph."""

    units: list[Unit]
    text: str
    new_paragraph: bool


def blocks(lines: Iterable[str]) -> Iterator[list[Line]]:
    """The numbered lines of each sentence: what stands between blank lines, or from a comment behind a word on."""
    block: list[Line] = []
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        blank = not line.strip()
        if block and (blank or (line.startswith("#") and not block[-1][1].startswith("#"))):
            yield block
            block = []
        if not blank:
            block.append((number, line))
    if block:
        yield block


def comments(lines: Iterable[Line]) -> dict[str, Line]:
    """The value of each `# key = value`, with the number of its line; of a key that comes again, the first."""
    found: dict[str, Line] = {}
    for number, line in lines:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            found.setdefault(" ".join(key.split()), (number, value.strip()))
    return found


def sentence(lines: list[Line]) -> Sentence:
    """The sentence of some numbered lines, without units where they hold comments only.

    Raises:
        MalformedError: a line is not UTF-8 or has a fault, or the heads make no tree.
    """
    for number, line in lines:
        if _UNDECODED.search(line):
            raise MalformedError(number, "not UTF-8; convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8")
    units = _units([line for line in lines if not line[1].startswith("#")])
    _check([word for unit in units for word in unit.words])
    told = comments(lines)
    _, text = told.get("text", (0, ""))
    return Sentence(units, text, any(key.split()[:1] == ["newpar"] for key in told))


def _units(lines: list[Line]) -> list[Unit]:
    units: list[Unit] = []
    count = until = 0  # words so far; the last word of the latest range
    for number, line in lines:
        id, *columns = _columns(number, line)
        if _EMPTY_NODE.fullmatch(id):
            continue
        bounds = _RANGE.fullmatch(id)
        first, last = bounds.groups() if bounds else (id, id)
        inside = count < until
        if first != str(count + 1) or (bounds and (inside or int(last) <= count)):
            remedy = "number words 1, 2, 3 … and put a range (1-2) before its words"
            raise MalformedError(number, f"id {id!r} where word {count + 1} is expected; {remedy}")
        if not inside:
            units.append(Unit(columns[0], _misc(columns[-1]), []))
        if bounds:
            until = int(last)
        else:
            count += 1
            units[-1].words.append(_word(number, columns))
    if count < until:
        raise MalformedError(
            lines[-1][0], f"the sentence ends with word {count}, a range with {until}; correct the range"
        )
    return units


def _columns(number: int, line: str) -> list[str]:
    columns = line.split("\t")
    if len(columns) != COLUMNS:
        remedy = f"a word's line has {COLUMNS}, with a tab between them and _ for what is not known"
        raise MalformedError(number, f"{len(columns)} column{'s' * (len(columns) != 1)}; {remedy}")
    if not columns[1]:
        raise MalformedError(number, "the form is missing; write the word into column 2")
    return columns


def _misc(column: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in column.split("|") if "=" in part)


def _word(number: int, columns: list[str]) -> Word:
    form = columns[0]
    lemma, upos, xpos, features, head, relation = ("" if column == "_" else column for column in columns[1:7])
    if not _HEAD.fullmatch(head):
        raise MalformedError(number, f"head {columns[5]!r} is no number; parse the file first, or correct column 7")
    return Word(number, form, lemma, upos, xpos, features, int(head), relation)


def _check(words: list[Word]) -> None:
    """Every head is a word of the sentence, one word is the root, and all hang on it."""
    for word in words:
        if word.head > len(words):
            raise MalformedError(word.line, f"head {word.head} in a sentence of {len(words)} words; correct column 7")
    roots = [number for number, word in enumerate(words, 1) if word.head == 0]
    if words and not roots:
        raise MalformedError(words[0].line, "no word has head 0; give it to the root of the sentence (column 7)")
    if len(roots) > 1:
        several = ", ".join(map(str, roots))
        raise MalformedError(words[roots[1] - 1].line, f"words {several} have head 0; leave it to one (column 7)")
    astray = sorted(circle([word.head for word in words]))
    if astray:
        several = ", ".join(map(str, astray))
        raise MalformedError(words[astray[0] - 1].line, f"heads run in a circle (word {several}); correct column 7")
