"""The CoNLL-2018 scorer, on sentences small enough to count by hand."""

from dataclasses import replace

import pytest
from training.evaluate import Counted, compare, gold
from training.treebank import Sentence, Word


def sentence(*rows: tuple[str, int, str]) -> Sentence:
    words = [Word(form, form.lower(), "X", "X", "", head, relation) for form, head, relation in rows]
    return Sentence(words, opens=True)


TOLD = sentence(("Chad", 2, "nsubj"), ("warned", 0, "root"), ("Niger", 2, "obj"), (".", 2, "punct"))
MORE = sentence(("It", 2, "nsubj"), ("left", 0, "root"), (".", 2, "punct"))


def test_a_treebank_agrees_with_itself() -> None:
    scores = compare(gold([TOLD, MORE]), gold([TOLD, MORE]))
    told = ("words", "sentences", "UPOS", "XPOS", "lemmas", "UAS", "LAS", "LAS without punctuation", "core relations")
    assert {name: scores[name] for name in told} == dict.fromkeys(told, 100.0)
    assert scores["nsubj"] == 100.0
    assert scores["appos"] == 0.0  # none asked, none given


def test_a_wrong_label_costs_las_and_not_uas() -> None:
    wrong = sentence(("Chad", 2, "nsubj"), ("warned", 0, "root"), ("Niger", 2, "obl"), (".", 2, "punct"))
    scores = compare(gold([TOLD]), gold([wrong]))
    assert scores["UAS"] == 100.0
    assert scores["LAS"] == 75.0
    assert scores["LAS without punctuation"] == pytest.approx(200 / 3)
    assert scores["obj"] == scores["obl"] == 0.0
    assert scores["core relations"] == 50.0


def test_a_wrong_head_costs_both() -> None:
    wrong = sentence(("Chad", 2, "nsubj"), ("warned", 0, "root"), ("Niger", 1, "obj"), (".", 2, "punct"))
    scores = compare(gold([TOLD]), gold([wrong]))
    assert scores["UAS"] == scores["LAS"] == 75.0


def test_words_cut_otherwise_count_as_wrong_on_both_sides() -> None:
    cut = sentence(("Chad", 2, "nsubj"), ("warned", 0, "root"), ("Nig", 2, "obj"), ("er", 3, "flat"), (".", 2, "punct"))
    scores = compare(gold([TOLD]), gold([cut]))
    assert scores["words"] == pytest.approx(100 * 2 * 3 / (4 + 5))
    assert scores["LAS"] == pytest.approx(100 * 2 * 3 / (4 + 5))
    assert scores["sentences"] == 100.0


def test_a_missed_boundary_costs_sentences() -> None:
    joined = Sentence(
        [*TOLD.words, replace(MORE.words[0], head=6), replace(MORE.words[1], head=2), replace(MORE.words[2], head=6)]
    )
    scores = compare(gold([TOLD, MORE]), gold([joined]))
    assert scores["sentences"] == 0.0
    assert scores["UAS"] == pytest.approx(100 * 6 / 7)


def test_white_space_inside_words_is_no_character() -> None:
    expected = gold([sentence(("1 000", 2, "nummod"), ("men", 0, "root"))])
    assert expected[0][1] == Counted((4, 7), "X", "X", "men", (), "root")


def test_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="same text"):
        compare(gold([TOLD]), gold([MORE]))
