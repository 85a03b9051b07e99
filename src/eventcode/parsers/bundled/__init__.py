"""The default parser: eventcode's own network and model, in numpy. START HERE: parser.py."""

from eventcode.parsers.bundled.model import bundled
from eventcode.parsers.bundled.parser import BundledParser


def load() -> BundledParser:
    """The bundled model, ready to parse."""
    return BundledParser(bundled())


__all__ = ["BundledParser", "load"]
