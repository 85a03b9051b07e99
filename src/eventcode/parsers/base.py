"""What every parser offers: segments of a story in, Universal Dependencies trees out."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol

from eventcode.errors import ParserError
from eventcode.sentences import Segment
from eventcode.tree import Tree

DEFAULT = "bundled"
NAMES = (DEFAULT, "stanza", "stanza:DIR")  # what stands behind a colon is handed to the parser's `load`


class Parser(Protocol):
    """Anything with this method can be handed to `Coder(parser=…)`."""

    def parse(self, segments: Iterable[Segment]) -> Iterator[list[Tree]]:
        """The trees of each segment, one list a segment, in order.

        Token offsets are characters of the story's text, and each token's text is that slice.
        """
        ...


def open_parser(name: str) -> Parser:
    """The parser of that name, loaded: "default", "stanza", "stanza:DIR" with DIR a folder of its models.

    Raises:
        ParserError: the name is unknown or the parser cannot be loaded; the message says what to do.
    """
    chosen, _, argument = name.partition(":")
    if chosen == "default":
        chosen = DEFAULT
    if (f"{chosen}:DIR" if argument else chosen) not in NAMES:
        known = ", ".join(("default", *NAMES))
        raise ParserError(f"unknown parser {name!r}; choose one of: {known}")
    load = import_module(f"eventcode.parsers.{chosen}").load
    parser: Parser = load(argument) if argument else load()
    return parser
