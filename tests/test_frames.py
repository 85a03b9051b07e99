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


def test_a_preposition_taken_for_a_particle_fills_its_slot(lexicon: Lexicon) -> None:
    tree = sketch("miners/NOUN/nsubj>2 walked/VERB.VBD/root>0 off/ADP/compound:prt>2 the/DET/det>5 job/NOUN/obj>2")
    assert Structure(tree, lexicon.grammar).arguments(tree[1]).get("off") == [4]


def test_what_follows_an_object_and_hangs_on_the_verb_is_the_objects_too(lexicon: Lexicon) -> None:
    tree = sketch(
        "Iran/PROPN/nsubj>2 urged/VERB.VBD/root>0 an/DET/det>4 end/NOUN/obj>2 to/ADP/case>6 sanctions/NOUN/obl>2"
    )
    structure = Structure(tree, lexicon.grammar)
    assert structure.reach("to", tree[3], structure.arguments(tree[3])) == [5]
    assert "to" in structure.filled(tree[3], structure.arguments(tree[3]))


@pytest.mark.parametrize(("end", "passive"), [("", True), (" ./PUNCT/punct>2", False)], ids=["headline", "sentence"])
def test_only_headlines_leave_the_auxiliary_of_a_passive_out(lexicon: Lexicon, end: str, passive: bool) -> None:
    tree = sketch("Rebels/NOUN/nsubj:pass>2 killed/VERB.VBN/root>0" + end)
    assert Structure(tree, lexicon.grammar).arguments(tree[1]).passive is passive


def test_the_agent_may_hang_on_another_phrase(lexicon: Lexicon) -> None:
    tree = sketch(
        "Khan/PROPN/nsubj:pass>3 was/AUX/aux:pass>3 placed/VERB.VBN/root>0 under/ADP/case>5 arrest/NOUN/obl>3"
        " by/ADP/case>7 soldiers/NOUN/nmod>5"
    )
    assert Structure(tree, lexicon.grammar).arguments(tree[2]).get("subject") == [6]


def test_what_stands_in_a_clause_is_the_clauses_own(lexicon: Lexicon) -> None:
    tree = sketch(
        "Oman/PROPN/nsubj>2 criticized/VERB.VBD/root>0 Iran/PROPN/obj>2 for/SCONJ/mark>5 releasing/VERB.VBG/advcl>2"
        " water/NOUN/obj>5 into/ADP/case>9 the/DET/det>9 sea/NOUN/obl>5"
    )
    structure = Structure(tree, lexicon.grammar)
    args = structure.arguments(tree[1])
    assert structure.reach("into", tree[1], args) == []
    assert "into" not in structure.filled(tree[1], args)
