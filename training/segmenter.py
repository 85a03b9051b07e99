"""The segmenter's weights, learned from treebank text: where words and sentences begin."""

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits

from eventcode.parsers.bundled.forms import Floats
from eventcode.parsers.bundled.segmenter import FORMS, REACH, SHAPES, Atoms
from training.treebank import Sentence

CLOSING = ".!?…:;\"'”’)]*-–—"
PATTERN = r"""(?xi)
  [\p{L}\p{M}]+? (?= n['’]t (?!\w) )            # do|n't, wo|n't
| n['’]t (?!\w)
| (?: (?<=\w)|(?<=['’”\"]) ) ['’] (?: s|re|ve|ll|d|m|em ) (?!\w)
| (?<!\w) (?: can(?=not(?!\w)) | gon(?=na(?!\w)) | wan(?=na(?!\w)) | got(?=ta(?!\w)) | gim(?=me(?!\w)) )
| (?<!\w) (?: do|did|does|is|was|ca|have|has|could|would|should|are|were )(?= nt (?!\w) )
| (?<!\w) (?: (?:it|that|what|he|she|there|let|who|here)(?=s(?!\w)) | i(?=(?:m|ve)(?!\w)) | (?:you|they)(?=re(?!\w)) )
| [\p{L}\p{M}]+
| \p{N}+
| ([.!?*=_~#-])\1+
| \S
"""
WIDTHS = 32, 16
HIDDEN = 128
DROPPED = 0.3  # forms hidden from the network, so that it learns outlines


class Net(nn.Module):
    """Embedded atoms around a gap → two logits."""

    def __init__(self) -> None:
        super().__init__()
        self.forms = nn.Embedding(FORMS, WIDTHS[0])
        self.shapes = nn.Embedding(SHAPES, WIDTHS[1])
        self.hidden = nn.Linear(2 * REACH * sum(WIDTHS), HIDDEN)
        self.out = nn.Linear(HIDDEN, 2)

    def forward(self, windows: torch.Tensor) -> torch.Tensor:
        """Logits of (gaps, 2) for windows of (gaps, atoms, 2) buckets."""
        forms = windows[..., 0]
        if self.training:
            forms = forms * (torch.rand(forms.shape) > DROPPED)
        values = torch.cat([self.forms(forms), self.shapes(windows[..., 1])], -1)
        return self.out(torch.relu(self.hidden(values.flatten(1))))


def texts(sentences: Sequence[Sentence]) -> Iterator[tuple[str, set[int], set[int]]]:
    """Paragraphs: their text, and the offsets at which words and sentences begin."""
    text, words, begins = "", set[int](), set[int]()
    for sentence in sentences:
        if sentence.opens and text:
            yield text, words, begins
            text, words, begins = "", set(), set()
        begins.add(len(text))
        for word in sentence.words:
            words.add(len(text))
            text += word.form + (" " if word.space or word is sentence.words[-1] else "")
    if text:
        yield text, words, begins


def examples(sentences: Sequence[Sentence], atoms: Atoms) -> tuple[np.ndarray, np.ndarray]:
    """Windows of buckets (gaps, atoms, 2), and whether a word and a sentence begins at each gap."""
    windows, marks = [], []
    edge = [(0, 0)] * REACH
    for text, words, begins in texts(sentences):
        found = atoms.cut(text)
        rows = [*edge, *map(atoms.buckets, found), *edge]
        for i, atom in enumerate(found[1:], 1):
            windows.append(rows[i : i + 2 * REACH])
            marks.append((atom.start in words, atom.start in begins))
    return np.array(windows), np.array(marks, dtype=np.float32)


def learn(sentences: Sequence[Sentence], epochs: int = 8, seed: int = 1) -> dict[str, Floats]:
    """The weights by the names that the segmenter reads."""
    torch.manual_seed(seed)
    windows, marks = map(torch.tensor, examples(sentences, Atoms(PATTERN)))
    net = Net()
    optimiser = torch.optim.Adam(net.parameters(), lr=0.003)
    size = 512
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.02, epochs * (len(windows) // size + 1))
    for _ in range(epochs):
        for rows in torch.randperm(len(windows)).split(size):
            optimiser.zero_grad()
            binary_cross_entropy_with_logits(net(windows[rows]), marks[rows]).backward()
            optimiser.step()
            schedule.step()
    return weights(net)


def weights(net: Net) -> dict[str, Floats]:
    """The network's arrays as numpy has them."""
    arrays = {name: value.detach().numpy() for name, value in net.state_dict().items()}
    return {
        "forms": arrays["forms.weight"],
        "shapes": arrays["shapes.weight"],
        "hidden": arrays["hidden.weight"].T.reshape(2 * REACH, sum(WIDTHS), HIDDEN),
        "bias": arrays["hidden.bias"],
        "out": arrays["out.weight"].T,
        "out/bias": arrays["out.bias"],
    }


def paragraphs(news: Sequence[Sentence], draw: random.Random) -> Iterator[Sentence]:
    """Made-up news in paragraphs of one to four sentences."""
    left = 0
    for sentence in news:
        left = left - 1 if left else draw.randint(0, 3)
        yield Sentence(sentence.words, opens=left == 0)
