"""START HERE: text → sentences → trees → actors → triggers → events, each stage called once, in order."""

from collections.abc import Iterable, Iterator
from datetime import date as Day
from functools import cached_property
from pathlib import Path

from eventcode.actors import Actors
from eventcode.dating import Dating
from eventcode.discourse import Discourse, Memory
from eventcode.errors import InputError
from eventcode.events import Events, Position
from eventcode.frames import Structure
from eventcode.lexicon import Lexicon
from eventcode.lexicon import load as load_lexicon
from eventcode.mentions import Mention
from eventcode.modality import Modality
from eventcode.parsers import Parser, open_parser
from eventcode.parsers.conllu import ParsedStory
from eventcode.records import CodedStory, Event, Failure, Story
from eventcode.sentences import Segment, split
from eventcode.temporal import TimeGrammar
from eventcode.tree import Tree
from eventcode.triggers import Triggers

MODALITIES = ("asserted", "negated", "hypothetical")
AHEAD = 60_000  # characters of stories parsed together


class Coder:
    """Codes stories. Make one and keep it: it holds the parser and the compiled knowledge.

    Args:
        parser: a parser's name ("default", "stanza" or "stanza:DIR"), or any object with the `Parser` method.
        knowledge: a folder of knowledge that takes the place of the bundled one.
        include: which modalities beside asserted events to emit: "negated", "hypothetical".

    Raises:
        ParserError: the parser is unknown or cannot be loaded.
        KnowledgeError: the knowledge has faults; all are named.
    """

    def __init__(
        self,
        parser: str | Parser = "default",
        *,
        knowledge: Path | str | None = None,
        include: Iterable[str] = (),
    ) -> None:
        self.lexicon: Lexicon = load_lexicon(Path(knowledge) if knowledge else None)
        self._parser = parser
        self._wanted = frozenset({"asserted", *_checked(include)})

    @cached_property
    def parser(self) -> Parser:
        """The parser, loaded when first needed."""
        return open_parser(self._parser) if isinstance(self._parser, str) else self._parser

    @cached_property
    def _times(self) -> TimeGrammar:
        return TimeGrammar(self.lexicon.temporal)

    def code(self, text: str, *, date: Day | str | None = None, id: str = "") -> list[Event]:
        """The events of one story.

        Args:
            text: the story; offsets in the events count its characters.
            date: its publication date, ISO or a `datetime.date`.
            id: the story's id, carried into each event's `doc_id`.

        Raises:
            InputError: the date is no date.
        """
        return list(self.code_story(Story(id=id, text=text, date=read_day(date))).events)

    def code_story(self, story: Story) -> CodedStory:
        """One story's events, and the sentences that failed."""
        return next(self.code_many([story]))

    def code_many(self, stories: Iterable[Story | ParsedStory]) -> Iterator[CodedStory]:
        """Each story's events and failures, in order; a story that fails costs nothing else."""
        return self.code_parsed(self.parse_many(stories))

    def parse_many(self, stories: Iterable[Story | ParsedStory]) -> Iterator[ParsedStory]:
        """Each story with its trees, in order; one that is parsed already as it is, without a need for the parser."""
        batch: list[Story] = []
        waiting = 0
        for story in stories:
            if isinstance(story, ParsedStory):
                yield from self._parse_batch(batch)
                yield story
                batch, waiting = [], 0
                continue
            batch.append(story)
            waiting += len(story.text)
            if waiting >= AHEAD:
                yield from self._parse_batch(batch)
                batch, waiting = [], 0
        yield from self._parse_batch(batch)

    def _parse_batch(self, stories: list[Story]) -> list[ParsedStory]:
        """Stories parsed together; where the parser fails on them, each alone, so that only the culprit is lost."""
        if not stories:
            return []
        parser = self.parser
        segments = [split(story.text) for story in stories]
        try:
            found = parser.parse([s for several in segments for s in several])
            trees = [tuple(tree for _ in several for tree in next(found)) for several in segments]
        except Exception as error:
            if len(stories) > 1:
                return [parsed for story in stories for parsed in self._parse_batch([story])]
            failure = Failure(doc_id=stories[0].id, stage="parser", error=_said(error))
            return [ParsedStory(stories[0], failures=(failure,))]
        return [ParsedStory(story, several) for story, several in zip(stories, trees, strict=True)]

    def code_parsed(self, parsed: Iterable[ParsedStory]) -> Iterator[CodedStory]:
        """The events of stories that are parsed already, and what failed there."""
        for one in parsed:
            coded = self.code_trees(one.story, one.trees)
            if one.failures:
                coded = coded.model_copy(update={"failures": (*one.failures, *coded.failures)})
            yield coded

    def code_trees(self, story: Story, trees: Iterable[Tree]) -> CodedStory:
        """The events of a story that is parsed already."""
        memory = Memory()
        dating = Dating(story.text, story.date, self._times, self.lexicon.grammar)
        events: list[Event] = []
        failures: list[Failure] = []
        for number, tree in enumerate(trees):
            try:
                events.extend(self._sentence(story, number, tree, memory, dating))
            except Exception as error:  # one sentence is lost, told, and nothing else
                failures.append(Failure(doc_id=story.id, sentence=number, stage="coder", error=_said(error)))
        return CodedStory(id=story.id, events=tuple(events), failures=tuple(failures))

    def _sentence(self, story: Story, number: int, tree: Tree, memory: Memory, dating: Dating) -> list[Event]:
        sentence = self.read(story, tree, memory)
        modality = Modality(sentence.structure)
        events = Events(sentence, modality, Position(story.id, number), dating)
        return _distinct(e for e in events.all(sentence.find()) if e.modality in self._wanted)

    def read(self, story: Story, tree: Tree, memory: Memory) -> Triggers:
        """The stages from a tree to its triggers; what `explain` shows of a sentence without events."""
        grammar = self.lexicon.grammar
        actors = Actors(tree, self.lexicon.actors, grammar, story.date)
        discourse = Discourse(tree, actors, grammar, memory)
        memory.add(discourse)
        return Triggers(Structure(tree, grammar), discourse, self.lexicon.senses, self.lexicon.ontology)

    def resolve_actor(self, phrase: str, *, date: Day | str | None = None) -> Mention | None:
        """The actor that a noun phrase names on a date, or None where it names none."""
        trees = [tree for found in self.parser.parse([Segment(phrase, 0)]) for tree in found]
        if not trees:
            return None
        tree = trees[0]
        actors = Actors(tree, self.lexicon.actors, self.lexicon.grammar, read_day(date))
        discourse = Discourse(tree, actors, self.lexicon.grammar, Memory())
        found = [m for t in tree if (m := discourse.mention(t.index)) is not None]
        whole = discourse.mention(tree.root.index)
        return whole or max(found, key=lambda m: m.end - m.start, default=None)


def read_day(value: Day | str | None) -> Day | None:
    """A date from ISO text or as it is.

    Raises:
        InputError: the text is no ISO date.
    """
    if value is None or isinstance(value, Day):
        return value
    try:
        return Day.fromisoformat(value)
    except ValueError:
        raise InputError(f"{value!r} is no date; write it like 2024-06-26") from None


def _checked(include: Iterable[str]) -> Iterator[str]:
    for name in include:
        if name not in MODALITIES:
            raise InputError(f"unknown modality {name!r}; choose from: {', '.join(MODALITIES)}")
        yield name


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _distinct(events: Iterable[Event]) -> list[Event]:
    """One event where a sentence tells the same code of the same parties twice."""
    seen: dict[tuple[object, ...], Event] = {}
    for event in events:
        source = (event.source.start, event.source.code) if event.source else None
        target = (event.target.start, event.target.code) if event.target else None
        seen.setdefault((event.code, source, target, event.modality), event)
    return list(seen.values())
