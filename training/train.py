"""From UD treebank files to the model that ships: one command.

    python -m training.train --train TREEBANK-train.conllu… --dev TREEBANK-dev.conllu… [--vectors FILE]

Reads the treebanks, adds made-up news (`news/`), trains the network and the segmenter, makes the lemma table, packs
all of it and scores it on the dev files. Run it from the project's root. See docs/parser.md for data and figures.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import torch

from training import lemmas, segmenter, vectors
from training.batches import Inventory
from training.custom import custom
from training.learn import Schedule, learn
from training.network import Sizes
from training.pack import MODEL, pack
from training.treebank import News, Sentence, read

NEWS = 5000  # made-up sentences for the network: about a fifth of all words
SEGMENTED = 2000  # of them shown to the segmenter, in paragraphs
FREQUENT = 30_000  # words of the vectors' file that are kept whether the treebanks have them or not


@dataclass(frozen=True, slots=True)
class Recipe:
    """What goes into a model."""

    train: Sequence[Path]
    dev: Sequence[Path] = ()
    vectors: Path | None = None
    news: int = NEWS
    frequent: int = FREQUENT
    with_dev: bool = False
    sizes: Sizes = field(default_factory=Sizes)
    schedule: Schedule = field(default_factory=Schedule)


def treebanks(paths: Sequence[Path]) -> list[Sentence]:
    """All sentences of some treebank files."""
    return list(chain.from_iterable(map(read, paths)))


def make(recipe: Recipe, out: Path) -> None:
    """Train by a recipe and write the model file."""
    train, dev = treebanks(recipe.train), treebanks(recipe.dev)
    if recipe.with_dev:
        train, dev = train + dev, []
    news = list(News(train).make(recipe.news)) if recipe.news else []
    words = Counter(w.form for s in train for w in s.words)
    known, rows = vectors.table(recipe.vectors, recipe.frequent, [w for w, times in words.items() if times > 1])
    inventory = Inventory.of(known, [*train, *news])
    network = learn([*train, *news], dev, inventory, torch.tensor(rows), recipe.sizes, recipe.schedule)
    told = [s for s in news if s.words[-1].form == "."][:SEGMENTED]
    paragraphs = segmenter.paragraphs(told, random.Random(recipe.schedule.seed))
    pack(network, inventory, segmenter.learn([*train, *paragraphs]), custom(train), out)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--train", nargs="+", type=Path, required=True)
    options.add_argument("--dev", nargs="+", type=Path, default=[], help="scored after each epoch")
    options.add_argument("--with-dev", action="store_true", help="learn from the dev files too")
    options.add_argument("--vectors", type=Path, help="word vectors to start from: GloVe text or wink's JSON")
    options.add_argument("--news", type=int, default=NEWS, help="how many made-up news sentences to add")
    options.add_argument("--epochs", type=int, default=Schedule().epochs)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--out", type=Path, default=MODEL)
    options.add_argument("--lemmas", type=Path, default=lemmas.TABLE)
    chosen = options.parse_args()
    torch.set_num_threads(chosen.threads)
    recipe = Recipe(
        chosen.train,
        chosen.dev,
        chosen.vectors,
        chosen.news,
        with_dev=chosen.with_dev,
        schedule=Schedule(epochs=chosen.epochs, seed=chosen.seed),
    )
    make(recipe, chosen.out)
    learned_from = [*chosen.train, *(chosen.dev if chosen.with_dev else ())]
    table = json.dumps(lemmas.make(learned_from, lemmas.BUNDLED), ensure_ascii=False, indent=0, separators=(",", ":"))
    chosen.lemmas.write_text(table + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
