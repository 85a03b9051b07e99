"""The command: formats, input of every kind, and one clear line for each thing that is wrong."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eventcode.cli import PARTIAL, main

SENTENCE = "The United States condemned Russia on Tuesday."


def run(*args: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=given)


def test_plain_text_gives_one_json_object_an_event(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(SENTENCE, encoding="utf-8")
    done = run("code", str(story), "--date", "2024-06-26")
    (event,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (event["doc_id"], event["code"], event["source"]["code"], event["target"]["code"]) == (
        "story", "111", "USA", "RUS",
    )  # fmt: skip
    assert SENTENCE[event["source"]["start"] : event["source"]["end"]] == event["source"]["text"]


def test_jsonl_lines_keep_their_ids_and_a_bad_line_costs_itself(tmp_path: Path) -> None:
    stories = tmp_path / "stories.jsonl"
    good = [json.dumps({"id": i, "date": "2024-06-26", "text": SENTENCE}) for i in ("a", 5)]
    rows = [good[0], "{broken", '{"id": 3}', '{"id": 4, "date": "soon", "text": "x"}', good[1]]
    stories.write_text("\n".join(rows), encoding="utf-8")
    done = run("code", str(stories), "--format", "jsonl")
    assert [json.loads(line)["doc_id"] for line in done.stdout.splitlines()] == ["a", "5"]
    assert done.exit_code == PARTIAL
    told = done.stderr.splitlines()
    assert [f"line {n}:" in line for n, line in zip((2, 3, 4), told, strict=True)] == [True] * 3


def test_csv_keeps_leading_zeros_and_table_is_readable(tmp_path: Path) -> None:
    out = tmp_path / "events.csv"
    text = "France urged Iran to release the prisoners."
    assert run("code", "-", "--format", "csv", "-o", str(out), given=text).exit_code == 0
    (row,) = csv.DictReader(io.StringIO(out.read_text(encoding="utf-8")))
    assert row["code"] == "0253"
    assert "0253" in run("code", "-", "--format", "table", given=text).stdout


@pytest.mark.parametrize(
    ("args", "given", "told"),
    [
        (["code", "absent.txt"], None, "cannot read absent.txt"),
        (["code", "-"], b"caf\xe9", "not UTF-8"),
        (["code", "-", "--date", "26/06/2024"], "x", "write it like 2024-06-26"),
        (["code", "-", "--format", "xml"], "x", "choose one of: csv, jsonl, table"),
        (["code", "-", "--parser", "corenlp"], "x", "choose one of: default, spacy"),
        (["code", "-", "--include", "maybe"], "x", "choose from: asserted, negated, hypothetical"),
        (["code", "-", "-o", "absent/out.jsonl"], "x", "cannot write absent/out.jsonl"),
        (["explain", "x", "--date", "now"], None, "is no date"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(args: list[str], given: str | bytes | None, told: str) -> None:
    done = run(*args, given=given)
    assert done.exit_code == 1
    assert told in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_explain_shows_how_a_code_came_about() -> None:
    shown = run("explain", "France urged Iran to release the prisoners.").stdout
    assert "Event 0253" in shown
    assert "appeal × release gives 0253" in shown


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("The weather was fine.", "no word of this sentence is in the event lexicon"),
        ("A waiter criticized the soup.", "no political actor is its source or target, or one is not told"),
        ("", "There is no sentence in this text"),
    ],
)
def test_explain_tells_why_there_is_no_event(sentence: str, why: str) -> None:
    assert why in run("explain", sentence).stdout


def test_explain_prints_only_what_the_event_holds() -> None:
    shown = run("explain", SENTENCE).stdout
    (event,) = [json.loads(line) for line in run("code", "-", given=SENTENCE).stdout.splitlines()]
    assert event["evidence"]["entry"] in shown
    assert event["evidence"]["frame"] in shown
