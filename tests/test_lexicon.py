"""Knowledge that is at fault is told, all at once, with its place; what is right is compiled once."""

import shutil
from pathlib import Path

import pytest

from eventcode.errors import KnowledgeError
from eventcode.lexicon import Lexicon, load
from eventcode.lexicon.senses import parse_frame
from eventcode.lexicon.store import BUNDLED


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EVENTCODE_CACHE", str(tmp_path / "cache"))
    shutil.copytree(BUNDLED, tmp_path / "knowledge")
    return tmp_path / "knowledge"


def test_frame_notation() -> None:
    frame = parse_frame("subject > on|against?")
    assert (frame.source, frame.target, frame.target_optional, frame.reciprocal) == (
        ("subject",), ("on", "against"), True, False,
    )  # fmt: skip
    assert parse_frame("subject <> with").reciprocal
    assert parse_frame("subject > -").target == ()
    with pytest.raises(ValueError, match="has no '>'"):
        parse_frame("subject")


def test_faults_are_told_together_with_place_and_choices(copy: Path) -> None:
    (copy / "cameo" / "11_disapprove" / "verbs.en.yaml").write_text(
        "- {verb: chide, code: '111', frames: [transitve]}\n"
        "- {verb: scold, code: '999'}\n"
        "- {verb: rebuke, code: '111', act: acuse}\n"
        "- {verb: decry, cod: '111'}\n",
        encoding="utf-8",
    )
    with pytest.raises(KnowledgeError) as told:
        load(copy)
    text = str(told.value)
    assert "11_disapprove/verbs.en.yaml, entry 1 (chide): unknown frame 'transitve'; did you mean 'transitive'" in text
    assert "entry 2 (scold): unknown code '999'" in text
    assert "entry 3 (rebuke): exactly one of code, act, topic" in text
    assert "entry 4: cod: Extra inputs" in text


def test_a_bad_date_of_an_actor_is_told_with_its_line(copy: Path) -> None:
    path = copy / "actors" / "people" / "heads_a_b.csv"
    header = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text(header + "\nJane Roe,,USA,GOV,2020-13-01,,f,president,own\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"heads_a_b.csv, line 2: since '2020-13-01' is no date"):
        load(copy)


def test_broken_yaml_names_file_and_line(copy: Path) -> None:
    (copy / "cameo" / "recode.yaml").write_text("- {name: x\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"(?s)recode.yaml.*line"):
        load(copy)


def test_a_change_of_knowledge_changes_the_digest_and_a_damaged_cache_is_made_again(copy: Path) -> None:
    first = load(copy)
    for cached in (copy.parent / "cache").iterdir():
        cached.write_bytes(b"damaged")
    assert load(copy).digest == first.digest
    with (copy / "cameo" / "recode.yaml").open("a", encoding="utf-8") as file:
        file.write("- {name: extra, codes: ['01'], readings: [negated], drop: true}\n")
    assert load(copy).digest != first.digest


def test_on_and_no_are_words(lexicon: Lexicon) -> None:
    assert "no" in lexicon.grammar.modality["negation"]
