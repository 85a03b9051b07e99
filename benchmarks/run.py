"""Speed, start and memory of the coder on text that you name, printed as one table.

    OMP_NUM_THREADS=1 python benchmarks/run.py STORIES.jsonl

STORIES.jsonl holds a story a line ({"id", "date", "text"}). One process, one core; nothing here is asserted.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from eventcode import Coder, Story
from eventcode.sentences import split

T = TypeVar("T")
RUNS = 4
FIRST = """
import time; began = time.perf_counter()
from eventcode import code_text; code_text('Iran condemned Israel.')
print(time.perf_counter() - began)
"""


def stories(path: Path) -> list[Story]:
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Story(id=str(row["id"]), text=row["text"], date=row.get("date")) for row in rows]


def first_answer() -> float:
    """Seconds from a fresh interpreter's import to the first coded text, the best of three."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    runs = [subprocess.run([sys.executable, "-c", FIRST], env=environment, capture_output=True, text=True, check=True)
            for _ in range(3)]  # fmt: skip
    return min(float(run.stdout) for run in runs)


def timed(work: Callable[[], list[T]]) -> tuple[list[T], float]:
    """What some work gives, and the seconds of its fastest run of several."""
    seconds = []
    for _ in range(RUNS):
        began = time.perf_counter()
        given = work()
        seconds.append(time.perf_counter() - began)
    return given, min(seconds)


def main(path: Path) -> None:
    texts = stories(path)
    coder = Coder()
    coder.code(texts[0].text)  # load everything
    parsed, parsing = timed(lambda: list(coder.parser.parse(s for story in texts for s in split(story.text))))
    sentences = sum(len(found) for found in parsed)
    words = sum(len(tree) for found in parsed for tree in found)
    coded, coding = timed(lambda: list(coder.code_many(texts)))
    events = sum(len(story.events) for story in coded)
    failures = sum(len(story.failures) for story in coded)
    rows = [
        ("stories, sentences, words", f"{len(texts)}, {sentences}, {words}"),
        ("events, failures", f"{events}, {failures}"),
        ("parser alone", f"{sentences / parsing:.0f} sentences/s, {words / parsing:.0f} words/s"),
        ("end to end", f"{sentences / coding:.0f} sentences/s"),
        ("import and first code_text", f"{first_answer():.2f} s"),
        ("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"),
    ]
    print(f"| {path.name} | one core |\n|---|---|")
    for name, value in rows:
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
