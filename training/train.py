"""From UD treebank files to the model that ships: one command.

    python -m training.train --train TREEBANK-train.conllu… --dev TREEBANK-dev.conllu… [--work DIR]

Converts the treebanks, adds made-up news (`news.py`), trains (`config.cfg`), makes the lemma table and packs
the model. Run it from the project's root; OMP_NUM_THREADS=1 is fastest. See docs/parser.md for data and figures.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import spacy
from spacy.cli.train import train as spacy_train
from thinc.api import NumpyOps

from training import tokenizer  # noqa: F401 - registers the callback that the configuration names
from training.lemmas import BUNDLED, TABLE, make
from training.pack import MODEL, pack
from training.treebank import write

NEWS = 5000  # made-up sentences: about a fifth of all words
CONFIG = Path(__file__).parent / "config.cfg"


def use_numpy_blas() -> None:
    """Numpy's BLAS in place of thinc's: twice as fast on common CPUs."""

    def gemm(_self, x, y, out=None, trans1=False, trans2=False):
        return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)

    NumpyOps.gemm = gemm


def run(train: list[Path], dev: list[Path], work: Path, news: int, overrides: dict[str, object]) -> Path:
    """Train in a working folder; returns the folder of the best pipeline."""
    work.mkdir(parents=True, exist_ok=True)
    vocab = spacy.blank("en").vocab
    print("words to train on:", write(train, work / "train.spacy", vocab, news=news))
    print("words to choose by:", write(dev, work / "dev.spacy", vocab))
    paths = {"paths.train": str(work / "train.spacy"), "paths.dev": str(work / "dev.spacy")}
    spacy_train(CONFIG, work / "model", overrides={**paths, **overrides})
    return work / "model" / "model-best"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--train", nargs="+", type=Path, required=True)
    options.add_argument("--dev", nargs="+", type=Path, required=True)
    options.add_argument("--work", type=Path, default=Path("build/training"))
    options.add_argument("--news", type=int, default=NEWS, help="how many made-up news sentences to add")
    options.add_argument("--epochs", type=int, help="fewer for a trial")
    options.add_argument("--out", type=Path, default=MODEL)
    chosen = options.parse_args()
    use_numpy_blas()
    best = run(
        chosen.train,
        chosen.dev,
        chosen.work,
        chosen.news,
        {"training.max_epochs": chosen.epochs} if chosen.epochs else {},
    )
    pack(best, chosen.out)
    table = json.dumps(make(chosen.train, BUNDLED), ensure_ascii=False, indent=0, separators=(",", ":"))
    TABLE.write_text(table + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
