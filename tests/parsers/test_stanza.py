"""Stanza's own code with tiny models: trees, offsets, where models come from, what is told when they are missing."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventcode import Coder, InputError, ParserError
from eventcode.cli import main
from eventcode.parsers import open_parser
from eventcode.parsers.stanza import StanzaParser
from eventcode.sentences import Segment, split
from eventcode.tree import Tree
from tests.parsers import tiny
from tests.parsers.invariants import check

stanza = pytest.importorskip("stanza")

STORY = (
    "Iran condemned Oman. Turkey didn't condemn Syria.\n\n  Russia's army attacked Oman.\nIran is gonna attack Syria.\n"
)


@pytest.fixture(scope="session")
def stanza_models() -> Path:
    import torch

    torch.set_num_threads(1)  # several would wait for each other where another program keeps a core busy
    return tiny.models(stanza.__version__)


@pytest.fixture(scope="session")
def parser(stanza_models: Path) -> StanzaParser:
    return StanzaParser(stanza_models, batch=3)


def trees(parser: StanzaParser, text: str) -> list[Tree]:
    return [tree for found in parser.parse(split(text)) for tree in found]


def words(tree: Tree) -> list[str]:
    return [token.text for token in tree]


def test_a_story_becomes_trees_with_its_offsets(parser: StanzaParser) -> None:
    found = trees(parser, STORY)
    check(STORY, found)
    assert [words(tree) for tree in found] == [
        ["Iran", "condemned", "Oman", "."],
        ["Turkey", "did", "n't", "condemn", "Syria", "."],
        ["Russia", "'s", "army", "attacked", "Oman", "."],
        ["Iran", "is", "gon", "na", "attack", "Syria", "."],
    ]


def test_tags_lemmas_and_features_are_kept(parser: StanzaParser) -> None:
    (tree,) = trees(parser, "Iran condemned Oman.")
    verb = tree[1]
    assert (verb.lemma, verb.upos, verb.xpos, verb.feature("Tense")) == ("condemn", "VERB", "VBD", "Past")
    assert [t.relation for t in tree] == ["nsubj", "root", "obj", "punct"]


def test_many_segments_keep_their_order(parser: StanzaParser) -> None:
    names = [tiny.NAMES[i % len(tiny.NAMES)] for i in range(200)]
    segments = [Segment(f"{name} condemned Iran.", 1000 * i) for i, name in enumerate(names)]
    found = list(parser.parse(iter(segments)))
    assert [[tree[0].text for tree in several] for several in found] == [[name] for name in names]
    assert [several[0].start for several in found] == [s.start for s in segments]


def test_the_batch_does_not_change_the_trees(stanza_models: Path, parser: StanzaParser) -> None:
    assert trees(StanzaParser(stanza_models), STORY) == trees(parser, STORY)


ODD = ("", " \n ", "\x80", "\x00", "😀", "?!…", "a" * 5_000, "a b " * 100, "Iran\x80condemned\x97Oman.")


@pytest.mark.parametrize("text", ODD)
def test_odd_text_gives_whole_trees_or_none(parser: StanzaParser, text: str) -> None:
    check(text, trees(parser, text))
    assert len(list(parser.parse([Segment(text, 0), Segment("", 0), Segment(text, 0)]))) == 3


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=100))
def test_tokens_are_slices_of_any_text(parser: StanzaParser, text: str) -> None:
    check(text, trees(parser, text))


def test_text_that_is_cut_already_keeps_its_tokens(stanza_models: Path) -> None:
    text = "Iran did n't  condemn Oman .\r\n\nnew york-based\tRussia attacked Syria ."
    several = StanzaParser(stanza_models, pretokenized=True).parse([Segment("", 0), Segment(text, 7), Segment(" ", 90)])
    none, found, empty = several
    assert (none, empty) == ([], [])
    assert [words(tree) for tree in found] == [line.split() for line in text.splitlines() if line]
    check(" " * 7 + text, found)


def paths(models: Path, *steps: str) -> dict[str, Path]:
    return {step: models / "en" / step / "tiny.pt" for step in steps}


def test_models_that_are_all_named_need_no_folder(stanza_models: Path, parser: StanzaParser, tmp_path: Path) -> None:
    every = {**paths(stanza_models, *tiny.PROCESSORS), "depparse_pretrain": stanza_models / "en/pretrain/tiny.pt"}
    named = StanzaParser(tmp_path / "absent", model_paths=every)
    assert trees(named, STORY) == trees(parser, STORY)


def test_the_others_come_from_the_folder(stanza_models: Path, parser: StanzaParser) -> None:
    named = StanzaParser(stanza_models, package="tiny", model_paths=paths(stanza_models, "pos"))
    assert trees(named, STORY) == trees(parser, STORY)


def test_cut_text_needs_no_tokenizer(stanza_models: Path, tmp_path: Path) -> None:
    named = {
        **paths(stanza_models, "pos", "lemma", "depparse"),
        "depparse_pretrain": stanza_models / "en/pretrain/tiny.pt",
    }
    (tree,) = trees(StanzaParser(tmp_path, model_paths=named, pretokenized=True), "Iran condemned Oman .")
    assert words(tree) == ["Iran", "condemned", "Oman", "."]


def test_a_name_opens_the_models_of_a_folder(stanza_models: Path) -> None:
    (event,) = Coder(parser=f"stanza:{stanza_models}").code("Iran condemned Oman.")
    assert (event.source and event.source.code, event.code, event.target and event.target.code) == ("IRN", "111", "OMN")


def test_the_command_takes_a_folder(stanza_models: Path) -> None:
    options = ["code", "-", "--parser", f"stanza:{stanza_models}", "--format", "jsonl"]
    done = CliRunner().invoke(main, options, input="Iran condemned Oman.")
    assert done.exit_code == 0, done.stderr
    assert [json.loads(line)["code"] for line in done.stdout.splitlines()] == ["111"]


def test_missing_models_are_told_with_what_to_run(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["code", "-", "--parser", f"stanza:{tmp_path}"], input="x")
    (line,) = done.stderr.splitlines()
    assert done.exit_code == 1
    assert f"import stanza; stanza.download('en', model_dir={str(tmp_path)!r})" in line
    assert "download=True" in line


def test_the_default_folder_is_stanzas_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stanza.resources.common, "DEFAULT_MODEL_DIR", str(tmp_path))
    with pytest.raises(ParserError, match=r"stanza\.download\('en'\)"):
        _ = Coder(parser="stanza").parser


def test_a_model_that_is_lost_is_told(stanza_models: Path, tmp_path: Path) -> None:
    (tmp_path / "resources.json").write_bytes((stanza_models / "resources.json").read_bytes())
    (tmp_path / "en").mkdir()
    with pytest.raises(ParserError, match="are not all in"):
        StanzaParser(tmp_path)


def test_a_package_without_a_parser_is_told(stanza_models: Path, tmp_path: Path) -> None:
    shutil.copytree(stanza_models / "en", tmp_path / "en")
    resources = json.loads((stanza_models / "resources.json").read_text(encoding="utf-8"))
    del resources["en"]["packages"]["default"]["depparse"]
    (tmp_path / "resources.json").write_text(json.dumps(resources), encoding="utf-8")
    with pytest.raises(ParserError, match="lack depparse; name another package"):
        StanzaParser(tmp_path)


def test_wrong_options_are_told(stanza_models: Path, tmp_path: Path) -> None:
    with pytest.raises(ParserError, match=r"no file .*x\.pt for 'pos'"):
        StanzaParser(stanza_models, model_paths={"pos": "x.pt"})
    with pytest.raises(ParserError, match="no step 'ner'"):
        StanzaParser(stanza_models, model_paths={"ner": stanza_models / "resources.json"})
    with pytest.raises(ParserError, match="cannot load its models"):
        StanzaParser(stanza_models, package="large")
    with pytest.raises(InputError, match="batch is 0"):
        StanzaParser(stanza_models, batch=0)
    with pytest.raises(ParserError, match=r"choose one of: default, .*stanza:DIR"):
        open_parser("default:x")


@pytest.mark.parametrize("name", ["pos", "depparse_pretrain"])
def test_a_broken_model_is_told_in_one_line(stanza_models: Path, tmp_path: Path, name: str) -> None:
    broken = tmp_path / "broken.pt"
    broken.write_text("nothing", encoding="utf-8")
    with pytest.raises(ParserError, match="cannot load its models") as told:
        StanzaParser(stanza_models, model_paths={name: broken})
    assert "\n" not in str(told.value)


def test_a_missing_package_is_told_with_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "stanza", None)
    with pytest.raises(ParserError, match=r"pip install 'eventcode\[stanza\]'"):
        open_parser("stanza")


def test_stanza_is_imported_only_when_used() -> None:
    names = "eventcode.cli, eventcode.parsers.stanza"
    code = f"import sys, {names}; assert not {{'stanza', 'torch'}} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


class Shelf(SimpleHTTPRequestHandler):
    """A server of models that keeps no log."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(stanza_models: Path, tmp_path: Path) -> Iterator[str]:
    """Where the tiny models can be downloaded, laid out as Stanza's are."""
    shutil.copytree(stanza_models / "en", tmp_path / "en")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Shelf, directory=str(tmp_path))) as serving:
        address = f"http://127.0.0.1:{serving.server_port}"
        resources = json.loads((stanza_models / "resources.json").read_text(encoding="utf-8"))
        resources["url"] = address + "/{lang}/{filename}"
        listing = tmp_path / f"resources_{stanza.__resources_version__}.json"
        listing.write_text(json.dumps(resources), encoding="utf-8")
        Thread(target=serving.serve_forever, daemon=True).start()
        yield address
        serving.shutdown()


def test_models_are_downloaded_only_when_asked_for(server: str, tmp_path: Path) -> None:
    folder = tmp_path / "models"
    code = (
        "from eventcode import Coder, ParserError\n"
        "from eventcode.parsers.stanza import StanzaParser\n"
        "try: StanzaParser()\n"
        "except ParserError: print('missing')\n"
        "print([event.code for event in Coder(StanzaParser(download=True)).code('Iran condemned Oman.')])\n"
        "StanzaParser()\n"
    )
    place = {"STANZA_RESOURCES_URL": server, "STANZA_RESOURCES_DIR": str(folder), "NO_PROXY": "127.0.0.1"}
    environment = {**os.environ, **place, "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["missing", "['111']"], done.stderr
    assert sorted(p.parent.name for p in folder.rglob("*.pt")) == sorted(tiny.MODELS)
