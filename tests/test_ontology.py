"""CAMEO is whole: every code has its label and scales, and the matrix names only what exists."""

from eventcode.lexicon import Lexicon

ROOTS = 20


def test_every_code_has_label_quad_class_and_parent(lexicon: Lexicon) -> None:
    codes = lexicon.ontology.codes
    assert len({c[:2] for c in codes}) == ROOTS
    assert all(code.label for code in codes.values())
    assert all(1 <= lexicon.ontology.quad_class(c) <= 4 for c in codes)
    assert all(len(c) == 2 or c[:-1] in codes or c[:2] in codes for c in codes)


def test_every_code_but_statements_has_a_plover_type(lexicon: Lexicon) -> None:
    without = {c[:2] for c in lexicon.ontology.codes if lexicon.ontology.plover(c) is None}
    assert without == {"01"}


def test_the_matrix_names_only_codes_acts_and_topics_that_exist(lexicon: Lexicon) -> None:
    ontology = lexicon.ontology
    for topic in ontology.topics.values():
        assert topic.parent is None or topic.parent in ontology.topics
        assert set(topic.cells) <= set(ontology.acts), topic.name
        assert set(topic.cells.values()) <= set(ontology.codes) | {c[:2] for c in ontology.codes}, topic.name
    for act in ontology.acts.values():
        assert act.residual is None or act.residual in ontology.codes
        assert {act.force, act.self_act} <= {None, *ontology.acts}


def test_composition_falls_back_to_the_parent_then_to_the_residual(lexicon: Lexicon) -> None:
    ontology = lexicon.ontology
    assert ontology.compose("appeal", ontology.topic_of("085")) == "0254"
    assert ontology.compose("reject", ontology.topic_of("0841")) == "1243"
    assert ontology.compose("threaten", ontology.topic_of("195")) == "1384"
    assert ontology.compose("appeal", "economic_sanctions") == ontology.acts["appeal"].residual


def test_a_composed_code_keeps_its_topic(lexicon: Lexicon) -> None:
    assert lexicon.ontology.topic_of("0256") == lexicon.ontology.topic_of("0871")
