"""TimeWords: the words and patterns of one language's time expressions, as its knowledge file gives them."""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Forms = Annotated[tuple[str, ...], Field(min_length=1)]
Unit = Literal["hour", "day", "week", "weekend", "month", "quarter", "year", "decade", "century"]
Part = Literal["early", "mid", "late"]
Direction = Literal[-1, 0, 1]
MonthDay = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Season(_Frozen):
    """A quarter of the year that goes by a name."""

    first_month: Annotated[int, Field(ge=1, le=12)]
    forms: Forms


class Guards(_Frozen):
    """Neighbours that show a word to be no time expression."""

    before_weekday: tuple[str, ...] = ()
    after_weekday: tuple[str, ...] = ()
    before_month: tuple[str, ...] = ()
    after_month: tuple[str, ...] = ()
    after_year: tuple[str, ...] = ()
    after_count: tuple[str, ...] = ()
    after_turn: tuple[str, ...] = ()
    after_unit: tuple[str, ...] = ()


class Join(_Frozen):
    """Words that make two expressions one range: one of `open` before the first, one of `join` between."""

    open: tuple[str, ...] = ()
    join: Forms


class Ranges(_Frozen):
    """How ranges are said. `fill` words may stand before either end."""

    since: Forms
    joins: tuple[Join, ...]
    fill: tuple[str, ...] = ()


class TimeWords(_Frozen):
    """Everything that the grammar knows of a language: word tables, guards, and patterns over them.

    `patterns` files templates under the slot that each must hold, then under the name of a reading.
    """

    months: Annotated[tuple[Forms, ...], Field(min_length=12, max_length=12)]
    doubtful_months: tuple[str, ...] = ()
    weekdays: Annotated[tuple[Forms, ...], Field(min_length=7, max_length=7)]
    seasons: tuple[Season, ...]
    doubtful_seasons: tuple[str, ...] = ()
    units: dict[Unit, Forms]
    fractions: Annotated[dict[Literal[3, 6], Forms], Field(min_length=2)]
    shifts: dict[Direction, Forms]
    spans: dict[Literal[-1, 1], Forms]
    follows: dict[Direction, Forms]
    ago: Forms
    turns: dict[Literal[-1, 1], Forms]
    closing_turns: dict[Literal[-1, 1], Forms]
    parts: dict[Part, Forms]
    relative_days: dict[int, Forms]
    daytimes: Forms
    numbers: dict[str, int]
    vague_numbers: Forms
    ordinals: dict[str, int]
    ordinal_suffixes: Forms
    decade_words: dict[str, int] = {}
    holidays: dict[MonthDay, Forms]
    named_days: dict[datetime.date, Forms]
    guards: Guards = Guards()
    ranges: Ranges
    fragments: dict[str, str] = {}
    patterns: dict[str, dict[str, Forms]]
