"""Parsers side by side on the same text, from file to trees; nothing here is asserted.

    python benchmarks/parsers.py [STORIES.jsonl | STORY.txt ...] [--stanza DIR] [--sentences 2000] [--repeat 3]

Without a file the text is docs/example.txt, repeated, among made-up news (made, as Stanza's models are, with what the
`[test]` extra installs). Stanza takes a part of the text; without DIR its models are those of `stanza_models.py`.
Each measurement has processes of its own, of one thread each and without a GPU. Speed is that of the fastest repeat;
"times_default" compares characters a second, whatever is taken for a word; several processes' peaks are summed.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import partial
from importlib.util import find_spec
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DEFAULT, CONLLU, STANZA = "default", "conllu", "stanza"
PART = 10  # Stanza gets one sentence in so many: it takes far longer for each
AHEAD = 64  # stories parsed together
NEWS, STORIES = 8, 9  # made-up sentences in a story; made-up stories between two examples
UNLIKE = "stanza: networks of default size, trained for a few steps, without word vectors and character model"
COLUMNS = {
    "parser": "", "cores": "", "load_s": ".2f", "words_per_s": ".0f", "sentences_per_s": ".0f", "peak_mb": ".0f",
    "times_default": ".3g", "memory_times_default": ".2f", "sentences": "", "words": "", "failures": "", "error": "",
}  # fmt: skip
COUNTED = ("stories", "sentences", "words", "failures")
loaded: dict[str, Any] = {}  # what a child keeps between repeats
alone = partial(ProcessPoolExecutor, 1, get_context("spawn"))  # one fresh interpreter


def plainly(work: Callable[..., Any], *given: Any) -> Any:
    """Work in a child; its errors come out as one that this process can read without importing more."""
    try:
        return work(*given)
    except Exception as error:
        raise RuntimeError(str(error) or type(error).__name__) from None


def made_up() -> Iterator[str]:
    """Stories without end: the example, made-up news, the example …"""
    sys.path.append(str(ROOT))
    from training.treebank import News

    example = (ROOT / "docs" / "example.txt").read_text(encoding="utf-8")
    news = ("".join(w.form + " " * w.space for w in s.words).strip() for s in cycle(News([]).make(10_000)))
    while True:
        yield example
        yield from (" ".join(islice(news, NEWS)) for _ in range(STORIES))


def prepare(files: list[str], sentences: int, folder: Path, cores: int) -> None:
    """Stories of so many sentences and, for Stanza, of fewer, as JSONL and CoNLL-U: a file for each process."""
    from eventcode import Coder, Story
    from eventcode.formats import conllu, read

    told = partial(print, file=sys.stderr)
    given = (story for file in files for story in read.stories(file, date=None, reject=told))
    made = (Story(id=str(number), text=text) for number, text in enumerate(made_up()))
    stories = Coder().parse_many(given if files else made)
    chosen: list[Any] = []
    for name, limit in (("part", sentences // PART), ("whole", sentences)):
        while sum(len(one.trees) for one in chosen) < max(limit, 1) and (one := next(stories, None)):
            chosen.append(one)
        if not any(one.story.text for one in chosen):
            raise ValueError("no text to parse")
        for processes in {1, cores}:
            for own, path in enumerate(shares(folder, name, processes)):
                several = chosen[own::processes]
                path.write_text("".join(one.story.model_dump_json() + "\n" for one in several), encoding="utf-8")
                with path.with_suffix(".conllu").open("w", encoding="utf-8") as stream:
                    conllu.write(several, stream)


def shares(folder: Path, name: str, processes: int) -> list[Path]:
    return [folder / f"{name}-{number}-{processes}.jsonl" for number in range(processes)]


def load(parser: str) -> float:
    """Seconds to import and load a parser."""
    began = time.perf_counter()
    from eventcode.formats.read import stories
    from eventcode.parsers import open_parser

    loaded.update(stories=stories, parser=None if parser == CONLLU else open_parser(parser))
    return time.perf_counter() - began


def run(path: Path) -> list[int]:
    """Reads a file once and counts."""
    failed: list[Any] = []
    parser, file = loaded["parser"], path if loaded["parser"] else path.with_suffix(".conllu")
    stories = loaded["stories"](str(file), date=None, reject=failed.append)
    parsed = parse(parser, stories, failed) if parser else (one.trees for one in stories)
    lengths = [[len(tree) for tree in trees] for trees in parsed]
    return [len(lengths), sum(map(len, lengths)), sum(map(sum, lengths)), len(failed)]  # as COUNTED


def parse(parser: Any, stories: Iterable[Any], failed: list[Any]) -> Iterator[list[Any]]:
    """Each story's trees; where the parser fails on several stories, each alone, so that only the culprit is lost."""
    from eventcode.sentences import split

    waiting = iter(stories)
    while together := list(islice(waiting, AHEAD)):
        segments = [split(story.text) for story in together]
        try:
            found = parser.parse([segment for several in segments for segment in several])
            yield from [[tree for _ in several for tree in next(found)] for several in segments]
        except Exception as error:
            if len(together) > 1:
                yield from (trees for story in together for trees in parse(parser, [story], failed))
            else:
                failed.append(error)


def measure(parser: str, paths: list[Path], repeat: int) -> dict[str, Any]:
    """One row: a process for each file, all of them at work together in each repeat."""
    row: dict[str, Any] = {"seconds": []}
    with ExitStack() as stack:
        pools = [stack.enter_context(alone()) for _ in paths]
        try:
            row["load_s"] = max([one.result() for one in [pool.submit(plainly, load, parser) for pool in pools]])
            for _ in range(repeat):
                began = time.perf_counter()
                running = [pool.submit(plainly, run, path) for pool, path in zip(pools, paths, strict=True)]
                read = [one.result() for one in running]
                row["seconds"].append(time.perf_counter() - began)
            used = [pool.submit(resource.getrusage, resource.RUSAGE_SELF).result() for pool in pools]
        except RuntimeError as error:
            return {"error": " ".join(str(error).split())}
    row["peak_mb"] = sum(one.ru_maxrss for one in used) / 1024
    row["characters"] = sum(len(json.loads(line)["text"]) for path in paths for line in path.open(encoding="utf-8"))
    row.update(zip(COUNTED, map(sum, zip(*read, strict=True)), strict=True))
    for unit in ("characters", "words", "sentences"):
        row[f"{unit}_per_s"] = row[unit] / min(row["seconds"])
    return row


def compare(chosen: argparse.Namespace, folder: Path) -> Iterator[dict[str, Any]]:
    """The rows, each compared with the default parser's on as many cores."""
    cores = len(os.sched_getaffinity(0))
    with alone() as first:
        first.submit(plainly, prepare, chosen.files, chosen.sentences, folder, cores).result()
    models = chosen.stanza or folder / "models"
    parsers = [DEFAULT, CONLLU] if chosen.no_stanza else [DEFAULT, CONLLU, f"{STANZA}:{models}"]
    if not (chosen.no_stanza or chosen.stanza) and find_spec(STANZA):
        subprocess.run([sys.executable, str(ROOT / "benchmarks" / "stanza_models.py"), str(models)], check=False)
    bases: dict[int, dict[str, Any]] = {}
    for parser in parsers:
        kind, _, _ = parser.partition(":")
        for processes in sorted({1, cores}):
            row = measure(parser, shares(folder, "part" if kind == STANZA else "whole", processes), chosen.repeat)
            base = bases.setdefault(processes, row)
            if "error" not in {*row, *base}:
                row["times_default"] = row["characters_per_s"] / base["characters_per_s"]
                row["memory_times_default"] = row["peak_mb"] / base["peak_mb"]
            yield {"parser": kind, "cores": processes, **row}


def table(found: list[dict[str, Any]]) -> str:
    cells = [[format(row[name], form) if name in row else "" for name, form in COLUMNS.items()] for row in found]
    return "\n".join(f"| {' | '.join(line)} |" for line in ([*COLUMNS], ["---"] * len(COLUMNS), *cells))


def main() -> None:
    options = argparse.ArgumentParser(description="Parsers side by side on the same text.")
    options.add_argument("files", nargs="*", metavar="FILE", help="stories: .jsonl, or text of one story")
    options.add_argument("--stanza", metavar="DIR", help="a folder of Stanza's models")
    options.add_argument("--no-stanza", action="store_true", help="leave Stanza out")
    options.add_argument("--sentences", type=int, default=2000, help="how many to parse, about")
    options.add_argument("--repeat", type=int, default=3, help="how often; the fastest time counts")
    options.add_argument("--json", action="store_true", help="print JSON")
    chosen = options.parse_args()
    os.environ.update(OMP_NUM_THREADS="1", CUDA_VISIBLE_DEVICES="")
    with tempfile.TemporaryDirectory() as temporary:
        try:
            found = list(compare(chosen, Path(temporary)))
        except RuntimeError as error:
            sys.exit(str(error))
    text = ", ".join(chosen.files) or "docs/example.txt and made-up news"
    note = "" if chosen.no_stanza or chosen.stanza else UNLIKE
    shown = json.dumps({"text": text, "note": note, "rows": found}, indent=2)
    print(shown if chosen.json else f"Text: {text}. {note}\n\n{table(found)}")


if __name__ == "__main__":
    main()
