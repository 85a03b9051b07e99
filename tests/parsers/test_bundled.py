"""The bundled parser: whatever the text, trees that stand; and the best tree is the best tree."""

from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from eventcode.parsers import Parser, open_parser
from eventcode.parsers.bundled.decode import heads
from eventcode.parsers.bundled.forms import Forms, pieces, shape
from eventcode.parsers.bundled.labels import Custom, choose
from eventcode.parsers.bundled.segmenter import LONGEST
from eventcode.sentences import split
from eventcode.tree import Tree
from tests.parsers.invariants import check


@pytest.fixture(scope="module")
def parser() -> Parser:
    return open_parser("default")


def parsed(parser: Parser, text: str) -> list[Tree]:
    trees = [tree for found in parser.parse(split(text)) for tree in found]
    check(text, trees)
    return trees


CLAUSE = "the minister of a country that had lost its port, its army and its bank said that nothing was decided and "
AWKWARD = {
    "empty": "",
    "white space": " \n\t \u00a0 \n",
    "headline": "Gunmen kill three in Mosul market blast",
    "capitals": "RUSSIA WARNS UKRAINE OVER GAS DEBT",
    "dateline": "MOSCOW, June 25 (Reuters) - Russia warned Ukraine on Tuesday.",
    "byline": "By Maria Lopez\nGENEVA - Talks began.",
    "quotation over sentences": '"We will not talk. We will not sign. We go home," the minister said.',
    "no space behind a full stop": "Talks failed.Both sides left.Nobody signed,the envoy said.",
    "long": CLAUSE * 8 + "left.",
    "no full stop": "Chad and Niger " * 400,
    "emoji": "Kenya 🇰🇪 won 🏆🏆 and 👩‍👩‍👧‍👦 danced 😀.",
    "control characters": "Chad\x00 warned\x07 Niger\x1b[31m on\ufeff Monday\u200b.\ufffe",
    "combining": "Zoe\u0308 met Jose\u0301 in Malmo\u0308.",
    "other scripts": "Москва заявила. 北京说。 قال الوزير",
    "signs alone": "—…?!«»“”‘’((()))[]{}<>|\\/~^`@#$%&*+=_",
    "one long word": "x" * 5000,
    "mark-up": "<p>Iran &amp; Iraq signed a <b>deal</b>.</p>",
    "address": "See http://example.org/a?b=c&d=e or write to press@example.org.",
}


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_awkward_text_gives_trees_that_stand(parser: Parser, text: str) -> None:
    trees = parsed(parser, text)
    assert bool(trees) == bool(text.strip())


def test_a_megabyte_on_one_line(parser: Parser) -> None:
    sentence = "Chad warned Niger on Monday that it would close the border, and Niger recalled its envoy. "
    trees = parsed(parser, sentence * (1_000_000 // len(sentence)))
    assert len(trees) == 1_000_000 // len(sentence)


def test_a_sentence_that_never_ends_is_cut(parser: Parser) -> None:
    trees = parsed(parser, "and the envoy of Chad left " * 700)
    assert max(map(len, trees)) <= LONGEST


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_any_text_gives_trees_that_stand(parser: Parser, text: str) -> None:
    parsed(parser, text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(
            ["Chad", "warned", "don't", "U.S.-led", ".", "\n", "\n\n", '"', "'", "Mr.", "3,000", "the", " "]
        )
    ),
    glue=st.sampled_from(["", " ", "  "]),
)
def test_news_like_text_gives_trees_that_stand(parser: Parser, words: list[str], glue: str) -> None:
    parsed(parser, glue.join(words))


def test_sentences_and_words_of_a_story(parser: Parser) -> None:
    text = (
        "KABUL, June 26 (Reuters) - The U.S.-led coalition said on Tuesday it didn't strike Kunduz. Mr. Khan, 52, paid"
        ' $3,000.\n\n"We can\'t leave," he said.'
    )
    trees = parsed(parser, text)
    assert [tree.text for tree in trees[1:]] == [
        "The U.S.-led coalition said on Tuesday it didn't strike Kunduz.",
        "Mr. Khan, 52, paid $3,000.",
        '"We can\'t leave," he said.',
    ]
    words = [token.text for tree in trees[1:] for token in tree]
    assert words[:5] == ["The", "U.S.", "-", "led", "coalition"]
    assert words[9:11] == ["did", "n't"]
    assert {"Mr.", "$", "3,000", "ca"} <= set(words)


def test_segments_keep_their_order_and_offsets(parser: Parser) -> None:
    text = "Niger left.\n" + "Chad, which had warned Niger about the border, signed a deal. " * 3 + "\nMali met Togo."
    alone = [t for segment in split(text) for found in parser.parse([segment]) for t in found]
    assert [tree.text for tree in alone] == [tree.text for tree in parsed(parser, text)]


def test_a_tree_does_not_depend_on_what_is_parsed_beside_it(parser: Parser) -> None:
    text = "Russia blamed the United States on Sunday for the bombing of a school."
    (alone,) = parsed(parser, text)
    beside = parsed(parser, f"{text}\nTalks failed.\n" * 30)
    assert [[(t.head, t.relation, t.xpos) for t in tree] for tree in beside[::2]] == [
        [(t.head, t.relation, t.xpos) for t in alone]
    ] * 30


def trees_of(words: int, root: int) -> list[tuple[int, ...]]:
    """Every tree over some words with that root, as heads from 1."""

    def stands(chosen: tuple[int, ...]) -> bool:
        for at in range(1, words + 1):
            seen: set[int] = set()
            while at and at not in seen:
                seen.add(at)
                at = chosen[at - 1]
            if at:
                return False
        return True

    every = product(range(words + 1), repeat=words)
    return [c for c in every if [i for i, head in enumerate(c) if head == 0] == [root] and stands(c)]


@settings(deadline=None, max_examples=80)
@given(
    scores=st.integers(1, 4).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.integers(-50, 50).map(float), unique=False)
    )
)
def test_no_tree_with_that_root_scores_better(scores: np.ndarray) -> None:
    words = len(scores)
    found = heads(scores)

    def worth(chosen: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[i, head] for i, head in enumerate(chosen)))

    possible = trees_of(words, found.index(0))
    assert tuple(found) in possible
    assert worth(found) == max(map(worth, possible))


def test_long_cycles_are_broken() -> None:
    scores = np.random.default_rng(5).normal(size=(300, 301)).astype(np.float32)
    found = heads(scores)
    assert found.count(0) == 1


def test_a_label_that_stands_once_goes_to_the_word_that_needs_it() -> None:
    subject, obj, recipient, marker = range(4)
    custom = Custom(frozenset({subject, obj, recipient}), frozenset({subject, obj, recipient}), marker)
    scores = np.array([[0, 0, 0, 0], [1, 9, 8, 0], [1, 7, 2, 0]], dtype=np.float32)  # "gave Kyiv tanks"
    assert choose(scores, np.array([-1, 0, 0]), custom)[1:] == [recipient, obj]
    apart = np.array([-1, 0, 1])
    assert choose(scores, apart, custom)[1:] == [obj, obj]


def test_a_word_with_a_case_marker_is_no_object() -> None:
    obj, oblique, marker = range(3)
    custom = Custom(frozenset({obj}), frozenset({obj}), marker)
    scores = np.array([[0, 0, 0], [5, 4, 0], [0, 0, 9]], dtype=np.float32)  # "called on Cuba"
    assert choose(scores, np.array([-1, 0, 1]), custom)[1:] == [oblique, marker]


def test_outlines() -> None:
    assert [shape(form) for form in ("Kyiv", "UNHCR", "2,000", "a", "U.S.")] == ["Xx", "X", "d,d", "x", "X.X."]


def test_rows_of_a_form_are_its_vector_and_its_spelling() -> None:
    vectors = np.array([[9.0], [1.0]], dtype=np.float32)
    spelling = np.arange(50, dtype=np.float32).reshape(50, 1)
    forms = Forms(["", "chad"], vectors, spelling)
    known, unknown, again = forms.rows(["Chad", "Mali", "Chad"])
    assert known.tolist() == again.tolist() == [1.0, np.mean(pieces("Chad", 50)).item()]
    assert unknown[0] == 9.0
