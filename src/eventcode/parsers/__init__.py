"""Sentence → tree. One module a parser; `base` holds the protocol and the way to open one by name."""

from eventcode.parsers.base import Parser, open_parser

__all__ = ["Parser", "open_parser"]
