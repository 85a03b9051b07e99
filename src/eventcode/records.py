"""The records at the boundary: a story in, events out. Frozen, validated, with a JSON Schema in schemas/.

Offsets are characters of the story's text as it was given, end exclusive. Dates are ISO 8601 days.
"""

from datetime import date as Day
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

Modality = Literal["asserted", "negated", "hypothetical"]


class Record(BaseModel):
    """Base of all records: frozen, and strict about names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _day(value: object) -> object:
    return Day.fromisoformat(value) if isinstance(value, str) else value


IsoDay = Annotated[Day, BeforeValidator(_day), PlainSerializer(lambda d: d.isoformat(), return_type=str)]


class Story(Record):
    """One text to code. `date` is its publication date, against which "on Sunday" is read."""

    id: str = ""
    text: str
    date: IsoDay | None = None


class Span(Record):
    """A stretch of the story's text."""

    text: str
    start: int
    end: int


class Party(Record):
    """Who acts or is acted upon.

    `code` is the CAMEO actor code: country (three letters, `---` where the text does not tell), then roles.
    `antecedent` is the earlier mention that a pronoun or short name stands for.
    """

    code: str
    country: str | None
    roles: tuple[str, ...]
    name: str
    text: str
    start: int
    end: int
    antecedent: Span | None = None


class EventDate(Record):
    """When it happened: first and last day. `origin` is text, document (the story's date) or unknown."""

    start: IsoDay | None
    end: IsoDay | None
    granularity: str
    origin: Literal["text", "document", "unknown"]
    text: str | None = None


class Place(Record):
    """Where it happened."""

    name: str
    country: str | None = None
    admin: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    feature: str | None = None
    text: str
    start: int
    end: int


class Plover(Record):
    """The event in PLOVER terms (PLOVER manual, draft 0.8 of September 2021)."""

    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()


class Ace(Record):
    """The event in ACE 2005 terms: type and subtype."""

    type: str
    subtype: str


class Step(Record):
    """One step of a derivation: what was read, by which entry or rule, and the words it was read from."""

    kind: str
    by: str
    gives: str = ""
    text: str = ""


class Evidence(Record):
    """Why the event was coded: lexicon entry, frame, readings of its modality, and every step of its code."""

    entry: str
    frame: str
    readings: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    source: tuple[Step, ...] = ()
    target: tuple[Step, ...] = ()


class Event(Record):
    """One coded event.

    `goldstein` is the CAMEO scale of Goldstein (1992) in GDELT's values, −10 to 10; `quad_class` follows
    GDELT (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict).
    """

    id: str
    doc_id: str
    sentence: int
    code: str
    label: str
    root: str
    quad_class: int
    goldstein: float | None
    plover: Plover | None = None
    ace: Ace | None = None
    source: Party | None
    target: Party | None
    trigger: Span
    date: EventDate
    place: Place | None = None
    reported_by: str | None = None
    modality: Modality = "asserted"
    evidence: Evidence


class Failure(Record):
    """A sentence or story that could not be coded: where, at which stage, and what went wrong."""

    doc_id: str
    sentence: int | None = None
    stage: str
    error: str


class CodedStory(Record):
    """A story's events, and what failed on the way."""

    id: str
    events: tuple[Event, ...] = ()
    failures: tuple[Failure, ...] = Field(default=())
