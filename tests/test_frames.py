"""Argument structure: the same roles from every construction, on trees written by hand."""

import pytest

from eventcode.frames import Structure
from eventcode.lexicon import Lexicon
from tests.sketch import sketch

CONSTRUCTIONS = {
    "active": ("Rebels/NOUN/nsubj>2 attacked/VERB.VBD/root>0 Homs/PROPN/obj>2", "attacked"),
    "passive": (
        "Homs/PROPN/nsubj:pass>3 was/AUX/aux:pass>3 attacked/VERB.VBN/root>0 by/ADP/case>5 rebels/NOUN/obl:agent>3",
        "attacked",
    ),
    "passive with plain oblique": (
        "Homs/PROPN/nsubj:pass>3 was/AUX/aux:pass>3 attacked/VERB.VBN/root>0 by/ADP/case>5 rebels/NOUN/obl>3",
        "attacked",
    ),
    "relative clause": (
        "rebels/NOUN/nsubj>5 who/PRON/nsubj>3 attacked/VERB.VBD/acl:relcl>1 Homs/PROPN/obj>3 fled/VERB.VBD/root>0",
        "attacked",
    ),
    "object relative": (
        "Homs/PROPN/nsubj>4 rebels/NOUN/nsubj>3 attacked/VERB.VBD/acl:relcl>1 burns/VERB.VBZ/root>0",
        "attacked",
    ),
    "present participle": (
        "rebels/NOUN/nsubj>4 attacking/VERB.VBG/acl>1 Homs/PROPN/obj>2 fled/VERB.VBD/root>0",
        "attacking",
    ),
    "past participle": (
        "Homs/PROPN/nsubj>5 attacked/VERB.VBN/acl>1 by/ADP/case>4 rebels/NOUN/obl:agent>2 burns/VERB.VBZ/root>0",
        "attacked",
    ),
    "subject control": (
        "rebels/NOUN/nsubj>2 threatened/VERB.VBD/threaten/root>0 to/PART/mark>4 attack/VERB.VB/xcomp>2"
        " Homs/PROPN/obj>4",
        "attack",
    ),
    "object control": (
        "Iran/PROPN/nsubj>2 told/VERB.VBD/tell/root>0 rebels/NOUN/obj>2 to/PART/mark>5 attack/VERB.VB/xcomp>2"
        " Homs/PROPN/obj>5",
        "attack",
    ),
    "coordination": (
        "rebels/NOUN/nsubj>2 advanced/VERB.VBD/root>0 and/CCONJ/cc>4 attacked/VERB.VBD/conj>2 Homs/PROPN/obj>4",
        "attacked",
    ),
    "adverbial participle": (
        "rebels/NOUN/nsubj>2 advanced/VERB.VBD/root>0 ,/PUNCT/punct>4 attacking/VERB.VBG/advcl>2 Homs/PROPN/obj>4",
        "attacking",
    ),
    "shared object": (
        "rebels/NOUN/nsubj>2 shelled/VERB.VBD/root>0 and/CCONJ/cc>4 attacked/VERB.VBD/conj>2 Homs/PROPN/obj>4",
        "shelled",
    ),
}


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_rebels_act_on_homs(name: str, lexicon: Lexicon) -> None:
    line, trigger = CONSTRUCTIONS[name]
    tree = sketch(line)
    args = Structure(tree, lexicon.grammar).arguments(next(t for t in tree if t.text == trigger))
    assert [tree[i].text.lower() for i in args.get("subject")] == ["rebels"]
    assert [tree[i].text for i in args.get("object")] == ["Homs"]


def test_agentless_passive_has_no_subject(lexicon: Lexicon) -> None:
    tree = sketch("Homs/PROPN/nsubj:pass>3 was/AUX/aux:pass>3 attacked/VERB.VBN/root>0")
    args = Structure(tree, lexicon.grammar).arguments(tree[2])
    assert args.get("subject") == []
    assert args.get("object") == [0]


def test_prepositions_of_several_words_are_slots(lexicon: Lexicon) -> None:
    tree = sketch(
        "Oman/PROPN/nsubj>2 spoke/VERB.VBD/root>0 on/ADP/case>6 behalf/NOUN/fixed>3 of/ADP/fixed>3 Iran/PROPN/obl>2"
    )
    assert Structure(tree, lexicon.grammar).arguments(tree[1]).get("on behalf of") == [5]


def test_two_clauses_that_lead_to_each_other_end(lexicon: Lexicon) -> None:
    tree = sketch("said/VERB.VBD/root>0 attack/VERB.VB/xcomp>1 plan/NOUN/obj>2 to/PART/mark>5 strike/VERB.VB/acl>3")
    structure = Structure(tree, lexicon.grammar)
    assert [structure.arguments(t).get("subject") for t in tree if t.upos == "VERB"] == [[], [], []]
