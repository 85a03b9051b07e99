"""Made-up news: every sentence is one tree, in the relations and tags of the treebanks."""

import pytest
from training.news import sentences

RELATIONS = frozenset(
    word
    for line in """
acl acl:relcl advcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop det
fixed flat iobj mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:pass nummod obj obl obl:agent
obl:unmarked punct root xcomp
""".splitlines()
    for word in line.split()
)
TAGS = frozenset(
    word
    for line in """
ADJ/JJ ADJ/JJR ADJ/JJS ADJ/NNP ADP/IN ADP/RP ADV/RB ADV/WRB AUX/MD AUX/VB AUX/VBD AUX/VBN AUX/VBP AUX/VBZ
CCONJ/CC DET/DT NOUN/NN NOUN/NNS NUM/CD PART/POS PART/RB PART/TO PRON/PRP PRON/PRP$ PRON/WDT PRON/WP PROPN/NNP
PROPN/NNPS PUNCT/'' PUNCT/, PUNCT/. PUNCT/: PUNCT/HYPH PUNCT/`` SCONJ/IN SYM/$ VERB/VB VERB/VBD VERB/VBG
VERB/VBN VERB/VBP VERB/VBZ
""".splitlines()
    for word in line.split()
)
DRAWN = 1500


@pytest.fixture(scope="module")
def news():
    return list(sentences(DRAWN))


def reaches_root(heads: list[int], word: int) -> bool:
    seen = set()
    while word and word not in seen:
        seen.add(word)
        word = heads[word - 1]
    return word == 0


def test_every_sentence_is_one_tree(news):
    for made in news:
        heads = [head for _, head, _ in made]
        assert heads.count(0) == 1
        assert all(0 <= head <= len(made) for head in heads)
        assert all(reaches_root(heads, word) for word in range(1, len(made) + 1))


def test_the_root_alone_is_called_root(news):
    assert all((head == 0) == (relation == "root") for made in news for _, head, relation in made)


def test_trees_are_projective(news):
    for made in news:
        arcs = [sorted((word, head)) for word, (_, head, _) in enumerate(made, 1) if head]
        assert not any(a < c < b < d for a, b in arcs for c, d in arcs), " ".join(w[0] for w, _, _ in made)


def test_relations_are_those_of_the_treebanks(news):
    assert {relation for made in news for *_, relation in made} == RELATIONS


def test_tags_are_those_of_the_treebanks(news):
    assert {f"{upos}/{xpos}" for made in news for (_, _, upos, xpos), *_ in made} <= TAGS


def test_words_have_form_and_lemma(news):
    assert all(form and lemma and " " not in form + lemma for made in news for (form, lemma, *_), *_ in made)


def test_sentences_are_of_newspaper_length(news):
    lengths = sorted(len(made) for made in news)
    assert 12 <= lengths[DRAWN // 2] <= 26
    assert lengths[0] >= 2


def test_the_same_seed_gives_the_same_sentences(news):
    assert list(sentences(200)) == news[:200]
    assert list(sentences(20, seed=2)) != news[:20]


def test_vocabulary_is_wide(news):
    verbs = {lemma for made in news for (_, lemma, upos, _), *_ in made if upos == "VERB"}
    nouns = {lemma for made in news for (_, lemma, upos, _), *_ in made if upos == "NOUN"}
    assert len(verbs) > 300
    assert len(nouns) > 300
