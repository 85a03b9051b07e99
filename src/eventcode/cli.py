"""The command `eventcode`: arguments → the library's functions; every error is one line and the remedy."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO

import click

from eventcode import __version__
from eventcode.errors import EventcodeError, InputError
from eventcode.explain import explain_text
from eventcode.formats import NAMES, writer
from eventcode.formats.read import Reject, stories
from eventcode.pipeline import MODALITIES, Coder, read_day
from eventcode.records import CodedStory, Event, Failure

PARTIAL = 3  # exit status: some stories or sentences failed, the rest is coded


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="eventcode")
def main() -> None:
    """News text → political events, coded in CAMEO, PLOVER and ACE terms."""


@contextmanager
def _one_line_errors() -> Iterator[None]:
    try:
        yield
    except EventcodeError as error:
        raise click.ClickException(str(error)) from None


@main.command()
@click.argument("file")
@click.option("--date", help="Publication date (ISO) of stories that carry none.")
@click.option("--format", "format_", help=f"{', '.join(NAMES)}; a table on a terminal, else jsonl.")
@click.option("-o", "--out", help="Write to this file in place of standard output.")
@click.option("--parser", default="default", show_default=True, help="The parser to use.")
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
    """Code FILE (plain text, or .jsonl with id, date and text a line; - is standard input)."""
    failures: list[Failure] = []

    def reject(failure: Failure) -> None:
        failures.append(failure)
        place = failure.doc_id if failure.sentence is None else f"{failure.doc_id}, sentence {failure.sentence}"
        click.echo(f"eventcode: {place or 'story'}: {failure.stage}: {failure.error}", err=True)

    with _one_line_errors():
        read_day(date)
        write = writer(format_ or ("table" if out is None and sys.stdout.isatty() else "jsonl"))
        coder = Coder(parser, knowledge=knowledge, include=include)
        coder.parser  # noqa: B018 - an unknown parser is told before a file is opened
        coded = coder.code_many(stories(file, date=date, reject=reject))
        with _output(out) as stream:
            write(_events(coded, reject), stream)
    if failures:
        sys.exit(PARTIAL)


def _events(coded: Iterator[CodedStory], reject: Reject) -> Iterator[Event]:
    for story in coded:
        for failure in story.failures:
            reject(failure)
        yield from story.events


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


@main.command()
@click.argument("sentence")
@click.option("--date", help="Publication date (ISO).")
@click.option("--parser", default="default", show_default=True, help="The parser to use.")
def explain(sentence: str, date: str | None, parser: str) -> None:
    """Show how SENTENCE is read: tree, actors, triggers, and each event's derivation, or why there is none."""
    with _one_line_errors():
        click.echo(explain_text(Coder(parser, include=MODALITIES[1:]), sentence, read_day(date)))
