"""The comparison of parsers runs, and its rows tell of the same text; no time is asserted."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from benchmarks.parsers import parse

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "parsers.py"
TEXT = "Iran condemned Oman. Turkey did not condemn Syria."


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *arguments, "--sentences", "20", "--repeat", "1"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def rows(*arguments: str) -> list[dict[str, Any]]:
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)["rows"]
    return found


def test_what_was_parsed_before_is_read_word_for_word() -> None:
    found = rows("--no-stanza")
    assert {row["parser"] for row in found} == {"default", "conllu"}
    assert not any("error" in row or row["failures"] for row in found)
    words = {(row["parser"], row["cores"]): row["words"] for row in found}
    assert all(words["default", cores] == words["conllu", cores] for _, cores in words)
    assert all(row["sentences"] >= 20 for row in found)
    assert all(row["load_s"] > 0 and row["peak_mb"] > 0 and len(row["seconds"]) == 1 for row in found)
    assert all(row["times_default"] == row["memory_times_default"] == 1 for row in found if row["parser"] == "default")


def test_a_parser_that_cannot_be_loaded_says_so_in_its_row(tmp_path: Path) -> None:
    stories = tmp_path / "stories.jsonl"
    stories.write_text(json.dumps({"id": 1, "text": TEXT}) + "\n{broken\n", encoding="utf-8")
    done = run(str(stories), "--stanza", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "stories.jsonl, line 2" in done.stderr
    assert done.stdout.startswith(f"Text: {stories}.")
    lines = [line for line in done.stdout.splitlines() if line.startswith("| stanza |")]
    assert lines
    assert all("run: " in line for line in lines)


def test_a_file_that_is_not_there_is_told_in_one_line() -> None:
    done = run("nothing.jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == ["cannot read nothing.jsonl: No such file or directory"]


class Picky:
    """Fails on one text, and gives a tree of one word for each segment of another."""

    def parse(self, segments: Any) -> Any:
        for segment in segments:
            if segment.text == "bad":
                raise ValueError(segment.text)
            yield [[segment.text]]


def test_a_story_that_a_parser_fails_on_is_counted_and_costs_no_other() -> None:
    failed: list[Any] = []
    stories = [SimpleNamespace(text=text) for text in ("a", "bad", "b\n\nc")]
    assert list(parse(Picky(), stories, failed)) == [[["a"]], [["b"], ["c"]]]
    assert [str(error) for error in failed] == ["bad"]
