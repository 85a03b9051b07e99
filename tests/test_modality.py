"""How a deed is presented, on trees written by hand."""

import pytest

from eventcode.frames import Structure
from eventcode.lexicon import Lexicon
from eventcode.modality import Modality
from tests.sketch import sketch

CASES = {
    "plain": ("Iran/PROPN/nsubj>2 attacked/VERB.VBD/attack/root>0", "attacked", set()),
    "negated": ("Iran/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 attack/VERB.VB/root>0", "attack", {"negated"}),
    "future": ("Iran/PROPN/nsubj>3 will/AUX/aux>3 attack/VERB.VB/root>0", "attack", {"future"}),
    "possible": ("Iran/PROPN/nsubj>3 may/AUX/aux>3 attack/VERB.VB/root>0", "attack", {"possible"}),
    "alleged": ("Iran/PROPN/nsubj>3 allegedly/ADV/advmod>3 attacked/VERB.VBD/attack/root>0", "attacked", {"possible"}),
    "condition": (
        "if/SCONJ/mark>3 Iran/PROPN/nsubj>3 attacks/VERB.VBZ/attack/advcl>5 prices/NOUN/nsubj>5 rise/VERB.VBP/root>0",
        "attacks",
        {"condition"},
    ),
    "time clause": (
        "when/SCONJ/mark>3 Iran/PROPN/nsubj>3 attacked/VERB.VBD/attack/advcl>4 fled/VERB.VBD/root>0",
        "attacked",
        set(),
    ),
    "purpose": (
        "Iran/PROPN/nsubj>2 gathered/VERB.VBD/gather/root>0 troops/NOUN/obj>2 to/PART/mark>5 attack/VERB.VB/advcl>2",
        "attack",
        {"embedded"},
    ),
    "plan": ("Iran/PROPN/nsubj>2 planned/VERB.VBD/plan/root>0 an/DET/det>4 attack/NOUN/obj>2", "attack", {"embedded"}),
    "light verb negated": (
        "Iran/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 launch/VERB.VB/root>0 attacks/NOUN.NNS/attack/obj>4",
        "attacks",
        {"negated"},
    ),
    "presupposed": (
        "Iran/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 condemn/VERB.VB/root>0 the/DET/det>6 attack/NOUN/obj>4",
        "attack",
        set(),
    ),
    "circumstance": (
        "Iran/PROPN/nsubj>3 may/AUX/aux>3 retreat/VERB.VB/root>0 after/ADP/case>6 the/DET/det>6 attack/NOUN/obl>3",
        "attack",
        set(),
    ),
    "reported": (
        "Oman/PROPN/nsubj>2 said/VERB.VBD/say/root>0 Iran/PROPN/nsubj>4 attacked/VERB.VBD/attack/ccomp>2",
        "attacked",
        {"reported"},
    ),
    "grounds": (
        "Iran/PROPN/nsubj>2 jailed/VERB.VBD/jail/root>0 him/PRON/obj>2"
        " for/SCONJ/mark>5 attacking/VERB.VBG/attack/advcl>2",
        "attacking",
        {"embedded"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_reading(name: str, lexicon: Lexicon) -> None:
    line, trigger, readings = CASES[name]
    tree = sketch(line)
    modality = Modality(Structure(tree, lexicon.grammar))
    assert modality.read(next(t for t in tree if t.text == trigger)).names == readings


def test_the_reporter_is_the_nearest_verb_of_saying(lexicon: Lexicon) -> None:
    line, trigger, _ = CASES["reported"]
    tree = sketch(line)
    reading = Modality(Structure(tree, lexicon.grammar)).read(next(t for t in tree if t.text == trigger))
    assert reading.reporter is not None
    assert reading.reporter.text == "said"
