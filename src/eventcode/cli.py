"""The command `eventcode`: arguments → the library's functions; every error is one line and the remedy."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import IO, TypeVar

import click

from eventcode import __version__
from eventcode.errors import EventcodeError, InputError
from eventcode.explain import explain_text
from eventcode.formats import NAMES, conllu, writer
from eventcode.formats.read import Reject, stories
from eventcode.parsers.conllu import ParsedStory
from eventcode.pipeline import MODALITIES, Coder, read_day
from eventcode.records import CodedStory, Failure

T = TypeVar("T", CodedStory, ParsedStory)

PARTIAL = 3  # exit status: some stories or sentences failed, the rest is coded


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="eventcode")
def main() -> None:
    """News text → political events, coded in CAMEO, PLOVER and ACE terms."""


DATE = click.option("--date", help="Publication date (ISO) of stories that carry none.")
OUT = click.option("-o", "--out", help="Write to this file in place of standard output.")
PARSER = click.option("--parser", default="default", show_default=True, help="The parser to use.")


@contextmanager
def _one_line_errors() -> Iterator[None]:
    try:
        yield
    except EventcodeError as error:
        raise click.ClickException(str(error)) from None


@contextmanager
def _failures_told() -> Iterator[Reject]:
    """What to do with a failure: a line on stderr, and at the end the exit status that says so."""
    failures: list[Failure] = []

    def reject(failure: Failure) -> None:
        failures.append(failure)
        place = failure.doc_id if failure.sentence is None else f"{failure.doc_id}, sentence {failure.sentence}"
        click.echo(f"eventcode: {place or 'story'}: {failure.stage}: {failure.error}", err=True)

    yield reject
    if failures:
        sys.exit(PARTIAL)


@main.command()
@click.argument("file")
@DATE
@click.option("--format", "format_", help=f"{', '.join(NAMES)}; a table on a terminal, else jsonl.")
@OUT
@PARSER
@click.option("--knowledge", type=click.Path(), help="A folder of knowledge in place of the bundled one.")
@click.option("--include", multiple=True, help=f"Also emit these events: {', '.join(MODALITIES[1:])}.")
def code(
    file: str,
    date: str | None,
    format_: str | None,
    out: str | None,
    parser: str,
    knowledge: str | None,
    include: tuple[str, ...],
) -> None:
    """Code FILE: plain text, .jsonl (id, date and text a line) or .conllu (parsed); - is standard input."""
    with _one_line_errors(), _failures_told() as reject:
        _apart(file, out)
        write = writer(format_ or ("table" if out is None and sys.stdout.isatty() else "jsonl"))
        coder = Coder(parser, knowledge=knowledge, include=include)
        coded = _begun(coder.code_many(stories(file, date=read_day(date), reject=reject)))
        with _output(out) as stream:
            write((event for story in _kept(coded, reject) for event in story.events), stream)


@main.command()
@click.argument("file")
@DATE
@OUT
@PARSER
def parse(file: str, date: str | None, out: str | None, parser: str) -> None:
    """Parse FILE (as for code) and write CoNLL-U, which code takes in."""
    with _one_line_errors(), _failures_told() as reject:
        _apart(file, out)
        parsed = _begun(Coder(parser).parse_many(stories(file, date=read_day(date), reject=reject)))
        with _output(out) as stream:
            conllu.write(_kept(parsed, reject), stream)


@main.command()
@click.argument("sentence")
@click.option("--date", help="Publication date (ISO).")
@PARSER
def explain(sentence: str, date: str | None, parser: str) -> None:
    """Show how SENTENCE is read: tree, actors, triggers, and each event's derivation, or why there is none."""
    with _one_line_errors():
        click.echo(explain_text(Coder(parser, include=MODALITIES[1:]), sentence, read_day(date)))


def _apart(file: str, out: str | None) -> None:
    """The output may not be the input, which is read while the output is written."""
    if out is not None and Path(file).resolve() == Path(out).resolve():
        raise InputError(f"{out} is the input; write to another file")


def _begun(items: Iterator[T]) -> Iterator[T]:
    """The same items, the first made now: an input or a parser that is wrong is told before any output is opened."""
    return chain(list(islice(items, 1)), items)


def _kept(items: Iterable[T], reject: Reject) -> Iterator[T]:
    """The same items, the failures of each told."""
    for item in items:
        for failure in item.failures:
            reject(failure)
        yield item


@contextmanager
def _output(out: str | None) -> Iterator[IO[str]]:
    if out is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        yield sys.stdout
        return
    try:
        with Path(out).open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise InputError(f"cannot write {out}: {error.strerror}") from None
