"""Everything that eventcode raises on purpose.

EventcodeError
├── InputError       a file, line or option that cannot be used: the message names it and the remedy
├── KnowledgeError   knowledge files with faults: all of them, each with its file and entry
├── ParserError      a parser that is unknown, not installed or without its model
└── StoryError       one story that could not be coded; a batch records it and goes on
"""


class EventcodeError(Exception):
    """Base of every error that eventcode raises on purpose."""


class InputError(EventcodeError):
    """A file, line or option that cannot be used; the message names the place and the remedy."""


class KnowledgeError(EventcodeError):
    """Faults in knowledge files, reported all at once."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class ParserError(EventcodeError):
    """A parser that is unknown, not installed or without its model."""


class StoryError(EventcodeError):
    """One story that could not be coded: its id and the stage that failed are in the message."""
