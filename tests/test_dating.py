"""Which time expression dates which event."""

import pytest

from eventcode import Coder

CASES = [
    ("Iran condemned Israel on Sunday.", "2024-06-23", "2024-06-23", "text"),
    ("Iran condemned Israel.", "2024-06-26", "2024-06-26", "document"),
    ("Officials said on Monday that Iran had attacked Israel.", "2024-06-26", "2024-06-26", "document"),
    ("In March 2020 Turkey attacked Syria.", "2020-03-01", "2020-03-31", "text"),
    ("Turkish troops, who attacked Syria in 2019, condemned Iran.", "2019-01-01", "2019-12-31", "text"),
]


@pytest.mark.parametrize(("text", "start", "end", "origin"), CASES, ids=[c[0] for c in CASES])
def test_first_event_has_its_own_date(coder: Coder, text: str, start: str, end: str, origin: str) -> None:
    dates = [(str(e.date.start), str(e.date.end), e.date.origin) for e in coder.code(text, date="2024-06-26")]
    assert (start, end, origin) in dates


def test_a_bare_weekday_lies_ahead_in_a_future_clause(coder: Coder) -> None:
    (event,) = coder.code("Iran will send aid to Syria on Friday.", date="2024-06-26")
    assert str(event.date.start) == "2024-06-28"
