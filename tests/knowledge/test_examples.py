"""Every example of the knowledge, one test a sentence. A known gap (`todo`) must still fail."""

from collections.abc import Iterator

import pytest

from eventcode import Coder
from eventcode.lexicon.examples import Example, bundled, differences


def cases() -> Iterator[object]:
    for place, example in bundled():
        marks = [pytest.mark.xfail(strict=True, reason=example.todo)] if example.todo else []
        yield pytest.param(example, id=f"{place}: {example.text}"[:120], marks=marks)


@pytest.mark.parametrize("example", list(cases()))
def test_example(coder: Coder, example: Example) -> None:
    events = coder.code(example.text, date=example.date)
    assert differences(example, events) == []
