"""What several tests share: one coder and one lexicon for the whole run."""

import pytest

from eventcode import Coder
from eventcode.lexicon import Lexicon, load


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load()


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()
