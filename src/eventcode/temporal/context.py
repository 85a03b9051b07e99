"""What a reading works on and returns: the slots of a match, the context of a text, the days they name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from eventcode.temporal import spans
from eventcode.temporal.spans import Span


@dataclass(slots=True)
class Slots:
    """The values of a match's slots, by their names."""

    values: Mapping[str, int | str]

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def number(self, name: str, default: int = 0) -> int:
        """The slot's number, or the default where it is empty."""
        return int(self.values.get(name, default))

    def name(self, name: str, default: str = "") -> str:
        """The slot's name, or the default where it is empty."""
        return str(self.values.get(name, default))


@dataclass(slots=True)
class Context:
    """What a reading may lean on: the reference day, and the spans mentioned before.

    `leaned` tells that a reading asked for the reference; without one an arbitrary day stands in, and the
    days that come out are not to be used.
    """

    reference: date | None
    mentioned: list[Span] = field(default_factory=list)
    leaned: bool = False

    @property
    def today(self) -> date:
        """The reference day."""
        self.leaned = True
        return self.reference or date(2000, 1, 1)

    def last(self, unit: str) -> Span | None:
        """The span that was mentioned last among those that are no coarser than a unit."""
        limit = spans.FINENESS.get(unit, len(spans.FINENESS))
        fine = (s for s in reversed(self.mentioned) if spans.FINENESS.get(s.granularity, limit + 1) <= limit)
        return next(fine, None)


@dataclass(slots=True)
class Reading:
    """The days that a match names.

    `later` is the next span that the same words could name, where they leave the week or year open.
    `bounds` are the two ends of a range that is one match, by the slots that say them.
    """

    span: Span
    later: Span | None = None
    bounds: tuple[tuple[str, Span], ...] = ()
