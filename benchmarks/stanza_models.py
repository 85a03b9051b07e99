"""Stanza models with networks of default size, for timing only: trained for a few steps on made-up news.

    python benchmarks/stanza_models.py DIR

They cut text as they should and their trees are poor. They have neither word vectors nor a character model, which
the models that Stanza offers for English have: those are slower.
"""

import json
import sys
from pathlib import Path

import torch

sys.path.append(str(Path(__file__).parents[1]))
from tests.parsers import tiny

NEWS, HELD_OUT = 1000, 40  # sentences made; of these, those that training measures itself on
TREES = "--train_file train.conllu --eval_file dev.conllu"
TRAINING = {
    "tokenize": "tokenizer --lang en --txt_file train.txt --label_file train.labels --mwt_json_file mwt.json"
    " --dev_txt_file dev.txt --dev_label_file dev.labels --dev_conll_gold dev.conllu"
    " --use_mwt --max_seqlen 300 --steps 150 --eval_steps 150",
    "mwt": "mwt_expander --lang en --train_file train.conllu --eval_file dev.contracted.conllu"
    " --gold_file dev.conllu --num_epoch 1",
    "pos": f"tagger --lang en {TREES} --no_pretrain --max_steps 60 --eval_interval 60 --fix_eval_interval"
    " --batch_size 24",
    "lemma": f"lemmatizer {TREES} --num_epoch 1",
    "depparse": f"parser --lang en {TREES} --no_pretrain --no_checkpoint --max_steps 50 --eval_interval 50"
    " --batch_size 500",
}
DEFAULT_BATCHES = {"pos": 250, "depparse": 5000}  # what the models are used with


def build(folder: Path) -> None:
    """The models into a folder, with the list that Stanza reads first.

    Raises:
        RuntimeError: Stanza's command for a model failed; the message ends with what it said.
    """
    folder.mkdir(parents=True, exist_ok=True)
    news, others = list(tiny.made_news(NEWS)), list(tiny.hand_written())
    tiny.write(folder, "train", [*news[HELD_OUT:], *others, *others])
    tiny.write(folder, "dev", [*news[:HELD_OUT], *others[::4]])
    (folder / "mwt.json").write_text("[]", encoding="utf-8")
    for step in TRAINING:
        _train(folder, step)
    known = {step: {"short": {"md5": tiny.digest(folder / "en" / step / "short.pt", "md5")}} for step in TRAINING}
    english = {"lang_name": "English", "packages": {"default": dict.fromkeys(TRAINING, "short")}, **known}
    (folder / "resources.json").write_text(json.dumps({"en": english}), encoding="utf-8")


def _train(folder: Path, step: str) -> None:
    tiny.run(folder, step, [*TRAINING[step].split(), *tiny.place_of(step, "short")])
    if step in DEFAULT_BATCHES:
        path = folder / "en" / step / "short.pt"
        model = torch.load(path, weights_only=True)
        model["config"]["batch_size"] = DEFAULT_BATCHES[step]
        torch.save(model, path)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
