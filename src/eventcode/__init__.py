"""eventcode: news text → political events, coded in CAMEO, PLOVER and ACE terms.

    text ─ sentences ─ UD trees ─ actors ─ triggers ─ events ─ records

`pipeline.py` calls each stage once, in that order: start reading there. `code_text` and `resolve_actor`
share one `Coder`, made on first use; make your own for other options or many stories.
"""

from datetime import date as _Day
from functools import lru_cache as _lru_cache

from eventcode.errors import EventcodeError, InputError, KnowledgeError, ParserError, StoryError
from eventcode.mentions import Mention
from eventcode.pipeline import Coder
from eventcode.records import CodedStory, Event, EventDate, Party, Span, Story

__version__ = "0.1.0"

__all__ = [
    "CodedStory",
    "Coder",
    "Event",
    "EventDate",
    "EventcodeError",
    "InputError",
    "KnowledgeError",
    "Mention",
    "ParserError",
    "Party",
    "Span",
    "Story",
    "StoryError",
    "__version__",
    "code_text",
    "resolve_actor",
]


@_lru_cache(maxsize=1)
def _coder() -> Coder:
    return Coder()


def code_text(text: str, date: "_Day | str | None" = None, id: str = "") -> list[Event]:
    """The events of one text.

    Args:
        text: sentences or a whole story; offsets in the events count its characters.
        date: the day it was published, ISO or a `datetime.date`; relative dates are read against it.
        id: carried into each event's `doc_id`.

    Raises:
        InputError: the date is no date.
    """
    return _coder().code(text, date=date, id=id)


def resolve_actor(phrase: str, date: "_Day | str | None" = None) -> Mention | None:
    """The actor that a noun phrase names on a date ("the Israeli army" → ISRMIL), or None."""
    return _coder().resolve_actor(phrase, date=date)
