"""Training, small: the numpy network is the torch network, and the whole recipe makes a model that parses."""

import random
from pathlib import Path

import numpy as np
import pytest

from eventcode.parsers.bundled import BundledParser
from eventcode.parsers.bundled.forms import Forms
from eventcode.parsers.bundled.model import Model
from eventcode.parsers.bundled.network import Network as NumpyNetwork

torch = pytest.importorskip("torch")
torch.set_num_threads(1)  # more are far slower where other programs run

from training.batches import Batches, Inventory  # noqa: E402
from training.custom import SEEN, custom  # noqa: E402
from training.evaluate import evaluate  # noqa: E402
from training.learn import Schedule  # noqa: E402
from training.network import Network, Sizes  # noqa: E402
from training.train import Recipe, make  # noqa: E402
from training.treebank import News, Sentence, Word, read  # noqa: E402

from training import pack, vectors  # noqa: E402

SMALL = Sizes(spelling=16, buckets=500, hidden=24, tag=8, arc=24, label=12, input_dropout=0.1, dropout=0.1)


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    return list(News([]).make(400))


@pytest.fixture(scope="module")
def treebank(sentences: list[Sentence], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("treebank") / "news-train.conllu"
    path.write_text("".join(map(conllu, sentences)), encoding="utf-8")
    return path


def cells(number: int, word: Word) -> list[str]:
    features, space = word.features or "_", "_" if word.space else "SpaceAfter=No"
    return [
        str(number),
        word.form,
        word.lemma,
        word.upos,
        word.xpos,
        features,
        str(word.head),
        word.relation,
        "_",
        space,
    ]


def conllu(sentence: Sentence) -> str:
    rows = ["\t".join(cells(i, w)) for i, w in enumerate(sentence.words, 1)]
    return "\n".join(["# newpar", *rows, "", ""])


def test_a_treebank_is_read_as_it_was_written(treebank: Path, sentences: list[Sentence]) -> None:
    assert list(read(treebank)) == sentences


def test_multiword_tokens_are_cut_into_their_words(tmp_path: Path) -> None:
    path = tmp_path / "one.conllu"
    path.write_text(
        "# newdoc\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_\n"
        "2\tnot\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n3.1\tx\tx\tX\tX\t_\t_\t_\t_\t_\n\n",
        encoding="utf-8",
    )
    (found,) = read(path)
    assert [(w.form, w.space) for w in found.words] == [("do", False), ("n't", False), ("go", True)]


def test_numpy_and_torch_say_the_same(sentences: list[Sentence]) -> None:
    torch.manual_seed(3)
    words = ["", *sorted({w.form.lower() for s in sentences for w in s.words if w.form.isalpha()})[:200]]
    inventory = Inventory.of(words, sentences)
    shape = len(inventory.tags), len(inventory.features), len(inventory.labels)
    trained = Network(torch.randn(len(words), 20), *shape, SMALL).eval()
    for weights in (trained.arc, trained.label, trained.change.weight):
        weights.data.normal_()
    arrays = pack.arrays(trained)
    forms = Forms(words, arrays["vectors"], arrays["spelling"])
    network = NumpyNetwork({k.removeprefix("network/"): v for k, v in arrays.items()})
    chosen = sorted(sentences[:30], key=lambda s: -len(s.words))
    batch = next(Batches(chosen, inventory, SMALL.buckets).in_order())
    ranked = sorted(sorted(chosen, key=lambda s: len(s.words))[: len(batch.lengths)], key=lambda s: -len(s.words))
    with torch.no_grad():
        tags, features, arcs, dependents, governors = trained(batch)
    shuffled = random.Random(1).sample(range(len(ranked)), len(ranked))
    rows = forms.rows([w.form for i in shuffled for w in ranked[i].words])
    for i, scores in zip(shuffled, network.scores(rows, [len(ranked[i].words) for i in shuffled]), strict=True):
        n = len(ranked[i].words)
        np.testing.assert_allclose(scores.arcs, arcs[i, :n, : n + 1].numpy(), atol=1e-3)
        assert scores.tags.tolist() == tags[:n, i].argmax(-1).tolist()
        assert scores.features.tolist() == features[:n, i].argmax(-1).tolist()
        labels = trained.labels(dependents[i, :n], governors[i, 1 : n + 1]).argmax(-1)
        assert network.labels(scores.dependents, scores.governors[1:]).argmax(-1).tolist() == labels.tolist()


def test_the_recipe_makes_a_model_that_parses(treebank: Path, tmp_path: Path) -> None:
    out = tmp_path / "small.npz"
    schedule = Schedule(epochs=5, rate=0.01, warm_up=10, batch=150)
    make(Recipe([treebank], [treebank], news=50, sizes=SMALL, schedule=schedule), out)
    with np.load(out) as packed:
        parser = BundledParser(Model.read({name: packed[name] for name in packed.files}))
    scores = evaluate(parser, treebank)
    assert scores["words"] > 95
    assert scores["UPOS"] > 85
    assert scores["LAS"] > 35


def test_customs_are_read_off_the_trees() -> None:
    def told(*rows: tuple[str, int]) -> Sentence:
        return Sentence([Word("x", "x", "X", "X", "", head, relation) for relation, head in rows])

    plain = told(("nsubj", 2), ("root", 0), ("obj", 2), ("obl", 2), ("case", 4), ("obl", 2), ("case", 6))
    assert custom([plain] * SEEN) == {
        "single": ["case", "nsubj", "obj", "root"],
        "bare": ["case", "nsubj", "obj", "root"],
        "marker": "case",
    }
    assert custom([plain] * (SEEN - 1))["single"] == ["case"]  # two in each sentence
    marked = told(("nsubj", 3), ("case", 1), ("root", 0), ("obj", 3), ("obj", 3))
    found = custom([*[plain] * SEEN, marked])
    assert found["single"] == ["case", "nsubj", "root"]
    assert found["bare"] == ["case", "root"]


def test_vectors_are_read_in_both_formats(tmp_path: Path) -> None:
    text, table = tmp_path / "glove.txt", tmp_path / "wink.json"
    text.write_text("the 1 2\ncost 3 4\nrare 5 6\n", encoding="utf-8")
    table.write_text(
        '{"dimensions": 2, "words": ["the", "cost", "rare"],'
        ' "vectors": {"the": [1, 2, 9, 0], "cost": [3, 4, 9, 1], "rare": [5, 6, 9, 2]}}',
        encoding="utf-8",
    )
    for path in (text, table):
        words, rows = vectors.table(path, 1, ["Cost", "Mosul"])
        assert words == ["", "the", "cost", "mosul"]
        assert (rows / vectors.SCALE).tolist() == [[0, 0], [1, 2], [3, 4], [0, 0]]
