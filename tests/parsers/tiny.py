"""Tiny real Stanza models, trained here on made-up news, so that tests run Stanza itself and download nothing.

They are good for sentences like those they learned from. A build takes about a minute and is kept under the
user's cache (`XDG_CACHE_HOME`, else `~/.cache`) until this file or Stanza changes.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, permutations
from pathlib import Path

from eventcode.tree import Tree
from tests.sketch import sketch

NEWS, HELD_OUT = 600, 40  # sentences made; of these, those that training measures itself on
PARAGRAPH = 3  # sentences
PROCESSORS = ("tokenize", "mwt", "pos", "lemma", "depparse")
MODELS = ("pretrain", *PROCESSORS)  # word vectors, on which the parser rests, and what they serve
CLITICS = ("'s", "n't")  # written as one word with the word before
MERGED = {("going", "to"): "gonna"}  # and one that its words do not spell
NAMES = ("Iran", "Oman", "Russia", "Syria", "Turkey")
WITH_MULTIWORD_TOKENS = (
    "{0}/PROPN.NNP/nsubj>4 did/AUX.VBD/do/aux>4 n't/PART.RB/not/advmod>4 condemn/VERB.VB/root>0 {1}/PROPN.NNP/obj>4"
    " ./PUNCT../punct>4",
    "{0}/PROPN.NNP/nsubj>3 is/AUX.VBZ/be/aux>3 going/VERB.VBG/go/root>0 to/PART.TO/mark>5 attack/VERB.VB/xcomp>3"
    " {1}/PROPN.NNP/obj>5 ./PUNCT../punct>3",
    "{0}/PROPN.NNP/nmod:poss>3 's/PART.POS/case>1 army/NOUN.NN/nsubj>4 attacked/VERB.VBD/attack/root>0"
    " {1}/PROPN.NNP/obj>4 ./PUNCT../punct>4",
    "{0}/PROPN.NNP/nsubj>2 condemned/VERB.VBD/condemn/root>0 {1}/PROPN.NNP/obj>2 ./PUNCT../punct>2",
)
FEATURES = {
    "NN": "Number=Sing", "NNP": "Number=Sing", "NNS": "Number=Plur", "NNPS": "Number=Plur", "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin", "VBG": "VerbForm=Ger", "VBN": "Tense=Past|VerbForm=Part",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin", "VBZ": "Mood=Ind|Tense=Pres|VerbForm=Fin", "MD": "VerbForm=Fin",
}  # fmt: skip
SMALL = (
    "--lang en --hidden_dim 64 --char_hidden_dim 32 --char_emb_dim 24 --word_emb_dim 50 --word_cutoff 1"
    " --deep_biaff_hidden_dim 64 --transformed_dim 32 --num_layers 1 --train_file train.conllu --eval_file dev.conllu"
)
TRAINING = {
    "pretrain": "common.convert_pretrain en/pretrain/tiny.pt vectors.txt",
    "tokenize": "tokenizer --lang en --txt_file train.txt --label_file train.labels --mwt_json_file mwt.json"
    " --dev_txt_file dev.txt --dev_label_file dev.labels --dev_conll_gold dev.conllu"
    " --use_mwt --max_seqlen 300 --emb_dim 24 --hidden_dim 32"
    " --steps 120 --eval_steps 120 --dropout 0.1 --unit_dropout 0.1 --feat_unit_dropout 0.1 --lr0 0.005",
    "mwt": "mwt_expander --lang en --dict_only"
    " --train_file train.conllu --eval_file dev.contracted.conllu --gold_file dev.conllu",
    "pos": f"tagger {SMALL} --no_pretrain --composite_deep_biaff_hidden_dim 32 --batch_size 32 --dropout 0.2"
    " --word_dropout 0.2 --lr 0.006 --max_steps 120 --eval_interval 60 --fix_eval_interval",
    "lemma": "lemmatizer --train_file train.conllu --eval_file dev.conllu --hidden_dim 50 --emb_dim 24 --pos_dim 24"
    " --num_epoch 1 --batch_size 200",
    "depparse": f"parser {SMALL} --wordvec_pretrain_file en/pretrain/tiny.pt --no_checkpoint --tag_emb_dim 24"
    " --deep_biaff_output_dim 48 --batch_size 600 --max_steps 160 --eval_interval 80 --no_second_optim --optim adam"
    " --lr 0.004",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as rows of CoNLL-U, and where its tokens, of one word or of several, begin and end."""

    rows: list[tuple[str, ...]]  # form … relation, as CoNLL-U has them between its first and its last two columns
    tokens: list[tuple[int, int]]

    def surface(self, first: int, end: int) -> str:
        """The token of those words as it is written."""
        forms = tuple(row[0] for row in self.rows[first:end])
        return MERGED.get(forms, "".join(forms))

    def text(self) -> tuple[str, str]:
        """The sentence, and Stanza's label for each character: 1 ends a token, 2 a sentence, 3 and 4 multiword ones."""
        text = labels = ""
        for (first, end), following in pairwise([*self.tokens, (-1, -1)]):
            word, last = self.surface(first, end), following[0] < 0
            text += word
            labels += "0" * (len(word) - 1) + str(1 + last + 2 * (end - first > 1))
            if not last and self.rows[following[0]][2] != "PUNCT":
                text, labels = text + " ", labels + "0"
        return text, labels

    def conllu(self, *, contracted: bool = False) -> Iterator[str]:
        """Its lines; contracted, a multiword token is one word that waits to be cut."""
        yield f"# text = {self.text()[0]}"
        for number, (first, end) in enumerate(self.tokens, 1):
            several = end - first > 1
            if several:
                name = str(number) if contracted else f"{first + 1}-{end}"
                yield "\t".join([name, self.surface(first, end), *["_"] * 7, "MWT=Yes" if contracted else "_"])
            if not (contracted and several):
                for at in range(first, end):
                    yield "\t".join([str(number if contracted else at + 1), *self.rows[at], "_", "_"])
        yield ""


def sentence(rows: list[tuple[str, ...]]) -> Sentence:
    """Words put together into tokens."""
    tokens: list[tuple[int, int]] = []
    for at, row in enumerate(rows):
        joined = at > 0 and (row[0] in CLITICS or (rows[at - 1][0], row[0]) in MERGED)
        tokens.append((tokens.pop()[0], at + 1) if joined else (at, at + 1))
    return Sentence(rows, tokens)


def made_news(count: int) -> Iterator[Sentence]:
    """Sentences of the grammar that the bundled parser trains on."""
    from training.news import sentences

    for made in sentences(count):
        rows = [
            (form[0].upper() + form[1:] if at == 0 else form, lemma, upos, xpos, features(xpos), str(head), relation)
            for at, ((form, lemma, upos, xpos), head, relation) in enumerate(made)
        ]
        yield sentence(rows)


def hand_written() -> Iterator[Sentence]:
    """Sentences with multiword tokens, for every pair of names."""
    for line in WITH_MULTIWORD_TOKENS:
        for pair in permutations(NAMES, 2):
            yield from_tree(sketch(line.format(*pair)))


def from_tree(tree: Tree) -> Sentence:
    return sentence([(t.text, t.lemma, t.upos, t.xpos, features(t.xpos), str(t.head + 1), t.relation) for t in tree])


def features(xpos: str) -> str:
    return FEATURES.get(xpos, "_")


def write(folder: Path, name: str, sentences: list[Sentence]) -> None:
    """What training reads: trees, text in paragraphs, and the text's labels."""
    texts, labels = zip(*(s.text() for s in sentences), strict=True)
    starts = range(0, len(sentences), PARAGRAPH)
    files = {
        "conllu": "\n".join(line for s in sentences for line in s.conllu()) + "\n",
        "contracted.conllu": "\n".join(line for s in sentences for line in s.conllu(contracted=True)) + "\n",
        "txt": "\n\n".join(" ".join(texts[at : at + PARAGRAPH]) for at in starts),
        "labels": "\n\n".join("0".join(labels[at : at + PARAGRAPH]) for at in starts),
    }
    for suffix, text in files.items():
        (folder / f"{name}.{suffix}").write_text(text, encoding="utf-8")


def train(folder: Path, model: str) -> None:
    """Make one model with Stanza's own command.

    Raises:
        RuntimeError: the command failed; the message has what it said.
    """
    place = place_of(model, "tiny") if model in PROCESSORS else []
    (folder / "en" / model).mkdir(parents=True)
    run(folder, model, [*TRAINING[model].split(), *place])


def place_of(model: str, name: str) -> list[str]:
    """Stanza's options for where a model goes."""
    return ["--cpu", "--shorthand", f"en_{name}", "--save_dir", f"en/{model}", "--save_name", f"{name}.pt"]


def run(folder: Path, model: str, options: list[str]) -> None:
    """Run one of Stanza's training commands in a folder.

    Raises:
        RuntimeError: the command failed; the message has what it said.
    """
    module, *options = options
    command = [sys.executable, "-W", "ignore", "-m", f"stanza.models.{module}", *options]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"training {model} failed:\n{(done.stdout + done.stderr)[-3000:]}")


def build(folder: Path) -> None:
    """All models into a folder, with the list that Stanza reads first."""
    news, others = list(made_news(NEWS)), list(hand_written())
    write(folder, "train", [*news[HELD_OUT:], *others, *others, *others])
    write(folder, "dev", [*news[:HELD_OUT], *others[::4]])
    vectors = [f"{name} {' '.join(str(float(at == i)) for at in range(8))}" for i, name in enumerate(NAMES)]
    (folder / "vectors.txt").write_text("\n".join([f"{len(vectors)} 8", *vectors, ""]), encoding="utf-8")
    (folder / "mwt.json").write_text("[]", encoding="utf-8")
    for model in MODELS:
        train(folder, model)
    (folder / "resources.json").write_text(json.dumps({"en": resources(folder)}), encoding="utf-8")


def resources(folder: Path) -> dict[str, object]:
    """What Stanza's list of models says of a language."""
    known = {model: {"tiny": {"md5": digest(folder / "en" / model / "tiny.pt", "md5")}} for model in MODELS}
    known["depparse"]["tiny"]["dependencies"] = [{"model": "pretrain", "package": "tiny"}]
    return {"lang_name": "English", "packages": {"default": dict.fromkeys(PROCESSORS, "tiny")}, **known}


def digest(path: Path, method: str = "sha256") -> str:
    return hashlib.new(method, path.read_bytes()).hexdigest()


def models(version: str) -> Path:
    """The folder of the models for a version of Stanza: built now, or kept from an earlier run."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "eventcode-tests"
    kept = cache / f"stanza-{version}-{digest(Path(__file__))[:16]}"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache, ignore_cleanup_errors=True) as temporary:
            made = Path(temporary) / "made"
            made.mkdir()
            build(made)
            try:
                made.rename(kept)
            except OSError:  # another run was faster
                if not kept.exists():
                    raise
    return kept
