"""Stanza in place of the bundled parser: slower networks, other languages' models (`[stanza]` extra).

Models are files on this machine; nothing is downloaded unless asked for. Only what makes trees is loaded.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import shorten
from typing import Any

from eventcode.errors import InputError, ParserError
from eventcode.parsers.spans import cut
from eventcode.sentences import Segment
from eventcode.tree import Token, Tree

STEPS = ("tokenize", "mwt", "pos", "lemma", "depparse")
NEEDED = ("tokenize", "pos", "lemma", "depparse")  # "mwt" comes with "tokenize" where a language has it
LONGEST_CAUSE = 200  # characters of an error that is not eventcode's own
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\S+")


class StanzaParser:
    """A Stanza pipeline that yields eventcode's trees.

    Args:
        model_dir: a folder of Stanza's models, with its `resources.json`; Stanza's own folder where none is given.
        language: Stanza's name of the language.
        package: one of the language's packages of models; its default where none is given.
        model_paths: model files by step ("tokenize", "mwt", "pos", "lemma", "depparse"), and the files that a model
            rests on ("pos_pretrain", "depparse_forward_charlm"). Steps that are not named come from `model_dir`;
            where all are named, nothing does.
        download: fetch the models that `model_dir` lacks.
        pretokenized: the text is cut already: white space between tokens, a line for each sentence.
        use_gpu: whether to run on a GPU; None takes one where there is one.
        batch: how many segments are parsed together.

    Raises:
        ParserError: Stanza or a model is missing or cannot be loaded; the message says what to run.
        InputError: the batch is empty.
    """

    def __init__(
        self,
        model_dir: Path | str | None = None,
        *,
        language: str = "en",
        package: str | None = None,
        model_paths: Mapping[str, Path | str] | None = None,
        download: bool = False,
        pretokenized: bool = False,
        use_gpu: bool | None = None,
        batch: int = 64,
    ) -> None:
        if batch < 1:
            raise InputError(f"batch is {batch}; it must be 1 or more")
        self._stanza = _stanza()
        self._pretokenized = pretokenized
        self._batch = batch
        options = {
            **_path_options(model_paths or {}),
            "package": package,
            "download_method": "reuse_resources" if download else None,
            "use_gpu": use_gpu,
            **({"tokenize_pretokenized": True} if pretokenized else {}),
        }
        self._pipeline = _pipeline(self._stanza, language, model_dir, options)

    def parse(self, segments: Iterable[Segment]) -> Iterator[list[Tree]]:
        """The trees of each segment, one list a segment, in order."""
        waiting = iter(segments)
        while together := list(islice(waiting, self._batch)):
            documents = self._pipeline.bulk_process([self._document(segment.text) for segment in together])
            for segment, document in zip(together, documents, strict=True):
                yield [_tree(sentence, segment) for sentence in document.sentences]

    def _document(self, text: str) -> Any:
        """A segment for Stanza, with its tokens where they are known."""
        return self._stanza.Document(list(_given_sentences(text)) if self._pretokenized else [], text=text)


def load(model_dir: str | None = None) -> StanzaParser:
    """Stanza with its default models for English, or with those of a folder."""
    return StanzaParser(model_dir)


def _stanza() -> Any:
    """The package, which takes seconds to import."""
    try:
        import stanza
    except ImportError as error:
        raise ParserError(f"Stanza cannot be imported ({error}); run: pip install 'eventcode[stanza]'") from None
    return stanza


def _path_options(model_paths: Mapping[str, Path | str]) -> dict[str, str]:
    """Model files as Stanza's options: "pos" → pos_model_path, "pos_pretrain" → pos_pretrain_path."""
    options = {}
    for name, path in model_paths.items():
        step, _, part = name.partition("_")
        if step not in STEPS:
            raise ParserError(f"model_paths: no step {step!r}; choose from: {', '.join(STEPS)}")
        if not Path(path).is_file():
            raise ParserError(f"model_paths: no file {path} for {name!r}")
        options[f"{step}_{part or 'model'}_path"] = str(path)
    return options


def _pipeline(stanza: Any, language: str, model_dir: Path | str | None, options: dict[str, Any]) -> Any:
    """Stanza's pipeline: the models of a folder, of named files, or of both."""
    folder = str(Path(model_dir or stanza.resources.common.DEFAULT_MODEL_DIR).expanduser())
    steps = ",".join(step for step in STEPS if step in NEEDED or f"{step}_model_path" in options)
    with TemporaryDirectory() as scratch:
        if _names_every_model(options):
            options = {**options, **_no_folder(Path(scratch))}
        try:
            pipeline = stanza.Pipeline(language, dir=folder, processors=steps, logging_level="CRITICAL", **options)
        except FileNotFoundError:
            raise ParserError(_missing(language, model_dir, folder, options["package"])) from None
        except Exception as error:
            cause = shorten(str(error), LONGEST_CAUSE)
            remedy = "check the options, or fetch the models anew"
            raise ParserError(f"Stanza cannot load its models from {folder} ({cause}); {remedy}") from error
    if lacking := [step for step in NEEDED if step not in pipeline.processors]:
        told = f"Stanza's models for {language!r} in {folder} lack {', '.join(lacking)}"
        raise ParserError(f"{told}; name another package, or files in model_paths")
    return pipeline


def _names_every_model(options: Mapping[str, Any]) -> bool:
    read = [step for step in NEEDED if step != "tokenize" or "tokenize_pretokenized" not in options]
    return all(f"{step}_model_path" in options for step in read)


def _no_folder(scratch: Path) -> dict[str, Any]:
    """Options for models that are all named: an empty list of models in place of a folder's."""
    empty = scratch / "resources.json"
    empty.write_text("{}", encoding="utf-8")
    return {"resources_filepath": str(empty), "allow_unknown_language": True, "download_method": None}


def _missing(language: str, model_dir: Path | str | None, folder: str, package: str | None) -> str:
    given = {"model_dir": model_dir and str(model_dir), "package": package}
    arguments = ", ".join([repr(language), *(f"{name}={value!r}" for name, value in given.items() if value)])
    command = f'python -c "import stanza; stanza.download({arguments})"'
    return (
        f"Stanza's models for {language!r} are not all in {folder}; run: {command} or use StanzaParser(download=True)"
    )


def _given_sentences(text: str) -> Iterator[list[dict[str, Any]]]:
    """The tokens of text that is cut already, as Stanza takes them: a sentence a line."""
    for line in _LINE.finditer(text):
        words = _WORD.finditer(text, line.start(), line.end())
        if tokens := [
            {"id": (number,), "text": word.group(), "start_char": word.start(), "end_char": word.end()}
            for number, word in enumerate(words, 1)
        ]:
            yield tokens


def _tree(sentence: Any, segment: Segment) -> Tree:
    """A sentence of Stanza's as a tree with the story's offsets; each token's text is its slice."""
    tokens: list[Token] = []
    for token in sentence.tokens:
        surface = segment.text[token.start_char : token.end_char]
        spans = cut([word.text for word in token.words], surface, segment.start + token.start_char)
        for word, (start, end) in zip(token.words, spans, strict=True):
            form = segment.text[start - segment.start : end - segment.start]
            tokens.append(_token(len(tokens), word, form, start))
    start = tokens[0].start
    return Tree(tuple(tokens), segment.text[start - segment.start : tokens[-1].end - segment.start], start)


def _token(index: int, word: Any, form: str, start: int) -> Token:
    root = word.head == 0
    return Token(
        index=index,
        text=form,
        lemma=word.lemma or form,
        upos=word.upos or "X",
        xpos=word.xpos or "",
        head=word.head - 1,
        relation="root" if root else "dep" if word.deprel == "root" else word.deprel,
        start=start,
        end=start + len(form),
        features=word.feats or "",
    )
