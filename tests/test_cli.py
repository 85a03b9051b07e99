"""The command: formats, input of every kind, and one clear line for each thing that is wrong."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from eventcode import pipeline
from eventcode.cli import PARTIAL, main
from eventcode.sentences import Segment
from eventcode.tree import Token, Tree

SENTENCE = "The United States condemned Russia on Tuesday."


def run(*args: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(args), input=given)


def test_the_output_is_not_the_input(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Russia warned Ukraine.", encoding="utf-8")
    for command in ("code", "parse"):
        result = CliRunner().invoke(main, [command, str(story), "-o", str(story)])
        assert result.exit_code == 1
        assert "is the input; write to another file" in result.output
    assert story.read_text(encoding="utf-8") == "Russia warned Ukraine."


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


def test_a_jsonl_line_that_is_not_utf8_costs_itself() -> None:
    good = json.dumps({"id": "a", "text": SENTENCE}).encode()
    done = run("code", "-", given=b"\xef\xbb\xbf\n" + good + b'\n{"text": "caf\xe9"}\n' + good)
    assert [json.loads(line)["code"] for line in done.stdout.splitlines()] == ["111", "111"]
    assert done.exit_code == PARTIAL
    assert "-, line 3: input: not UTF-8 (byte 0xe9); convert it" in done.stderr


def test_what_parse_writes_is_coded_as_the_text_itself(tmp_path: Path) -> None:
    text = f"\n  {SENTENCE}\n\nFrance urged Iran\nto release the prisoners."
    rows = [
        {"id": "a", "date": "2024-06-26", "text": text},
        {"id": "b", "text": " "},
        {"id": "c d", "text": "Iran didn't condemn Oman. Turkey criticized Israel."},
    ]
    stories, parsed = tmp_path / "stories.jsonl", tmp_path / "parsed.conllu"
    stories.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert run("parse", str(stories), "-o", str(parsed)).exit_code == 0
    conllu = parsed.read_text(encoding="utf-8")
    assert [line for line in conllu.splitlines() if "newdoc" in line] == ["# newdoc id = a", "# newdoc id = c d"]
    events = run("code", str(stories)).stdout
    assert len(events.splitlines()) >= 3
    assert run("code", str(parsed)).stdout == events
    assert run("code", "-", given=conllu).stdout == events
    assert run("parse", str(parsed)).stdout == conllu


CONDEMNED = (
    "1\tTurkey\tTurkey\tPROPN\tNNP\t_\t2\tnsubj\t_\t_\n"
    "2\tcondemned\tcondemn\tVERB\tVBD\t_\t0\troot\t_\t_\n"
    "3\tIsrael\tIsrael\tPROPN\tNNP\t_\t2\tobj\t_\t_\n\n"
)


@pytest.mark.parametrize(
    "begins",
    ["# newdoc id = 1\n", "\n# sent_id = 1\n", "# text = Turkey condemned Israel\n", "# generator = UDPipe 2\n", ""],
)
def test_stories_parsed_elsewhere_are_coded_without_a_parser(begins: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(pipeline, "open_parser")
    done = run("code", "-", "--date", "2024-06-26", given=begins + CONDEMNED)
    (event,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert (event["code"], event["target"]["text"], event["target"]["start"]) == ("111", "Israel", 17)
    assert event["date"]["start"] == "2024-06-26"


def test_a_parsed_story_with_a_fault_costs_itself(tmp_path: Path) -> None:
    file = tmp_path / "parsed.conllu"
    bad = CONDEMNED.replace("\t0\t", "\t9\t")
    file.write_text(CONDEMNED + "# newdoc id = bad\n" + bad + "# newdoc id = last\n" + CONDEMNED, encoding="utf-8")
    done = run("code", str(file))
    assert [json.loads(line)["doc_id"] for line in done.stdout.splitlines()] == ["parsed", "last"]
    assert done.exit_code == PARTIAL
    fault = "head 9 in a sentence of 3 words; correct column 7 (story 'bad' is left out)"
    assert done.stderr == f"eventcode: {file}, line 7: input: {fault}\n"


class OneWord:
    """A parser that takes every segment for one word, and breaks on one of them."""

    def parse(self, segments: Iterable[Segment]) -> Iterator[list[Tree]]:
        for text, start in ((s.text, s.start) for s in segments):
            if text == "poison":
                raise RuntimeError("broken")
            token = Token(0, text, text, "X", "FW", -1, "root", start, start + len(text))
            yield [Tree((token,), text, start)]


def test_parse_loses_only_the_story_that_the_parser_breaks_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "open_parser", lambda _: OneWord())
    rows = [json.dumps({"id": text, "text": text}) for text in ("one", "poison", "three")]
    done = run("parse", "-", "--date", "2024-06-26", given="\n".join([*rows, "{broken"]))
    assert [line for line in done.stdout.splitlines() if line.startswith("# newdoc")] == [
        "# newdoc id = one", "# newdoc id = three",
    ]  # fmt: skip
    assert done.stdout.count("# date = 2024-06-26\n") == 2
    assert done.exit_code == PARTIAL
    assert sorted(done.stderr.splitlines()) == [
        "eventcode: -, line 4: input: no JSON (Expecting property name enclosed in double quotes, column 2)",
        "eventcode: poison: parser: RuntimeError: broken",
    ]


@pytest.mark.parametrize(
    "args",
    [["code", "absent.txt"], ["parse", "absent.txt"], ["code", "{}", "--parser", "x"], ["code", "{}", "--date", "x"]],
)
def test_an_error_leaves_the_output_as_it_was(args: list[str], tmp_path: Path) -> None:
    story, out = tmp_path / "story.txt", tmp_path / "out"
    story.write_text(SENTENCE, encoding="utf-8")
    out.write_text("kept", encoding="utf-8")
    assert run(*(arg.format(story) for arg in args), "-o", str(out)).exit_code == 1
    assert out.read_text(encoding="utf-8") == "kept"


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
        (["code", "-", "--parser", "corenlp"], "x", "choose one of: default"),
        (["code", "-", "--include", "maybe"], "x", "choose from: asserted, negated, hypothetical"),
        (["code", "-", "-o", "absent/out.jsonl"], "x", "cannot write absent/out.jsonl"),
        (["parse", "absent.jsonl"], None, "cannot read absent.jsonl"),
        (["parse", "-", "--parser", "corenlp"], "x", "choose one of: default"),
        (["parse", "-", "--date", "26/06/2024"], "x", "write it like 2024-06-26"),
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
