"""An event's evidence → a derivation to read; for a sentence without events, where its reading ended.

What is said of an event is printed from its evidence, so the two cannot disagree.
"""

from collections.abc import Iterator
from datetime import date as Day

from eventcode.discourse import Memory
from eventcode.pipeline import Coder
from eventcode.records import Event, Party, Step, Story
from eventcode.sentences import split
from eventcode.tree import Tree
from eventcode.triggers import Triggers

TAG, RELATION = 5, 13  # widths of columns of a tree's print


def explain_text(coder: Coder, text: str, date: Day | None = None) -> str:
    """How a text is read, sentence by sentence: tree, actors, and each event's derivation or its absence."""
    story = Story(text=text, date=date)
    trees = [tree for found in coder.parser.parse(split(text)) for tree in found]
    if not trees:
        return "There is no sentence in this text."
    events = coder.code_trees(story, trees).events
    memory = Memory()
    parts = []
    for number, tree in enumerate(trees):
        reading = coder.read(story, tree, memory)
        mine = [e for e in events if e.sentence == number]
        lines = [*_tree(tree), "", *_actors(reading), "", *(_events(mine) if mine else _absence(reading))]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _tree(tree: Tree) -> Iterator[str]:
    yield f"Sentence: {tree.text}"
    width = max(len(t.text) for t in tree)
    for token in tree:
        head = tree.head(token)
        above = head.text if head is not None else "–"
        yield f"  {token.text:{width}} {token.upos.ljust(TAG)} {token.relation.ljust(RELATION)} ← {above}"


def _actors(reading: Triggers) -> Iterator[str]:
    found = [r.mention for r in reading.discourse.referents]
    yield "Actors:" if found else "Actors: none."
    for mention in found:
        by = "; ".join(f"{entry} gives {gives}" for entry, gives in mention.by) or "no entry: a name without a code"
        pointer = f" (stands for “{mention.antecedent.text}”)" if mention.antecedent else ""
        yield f"  {mention.code:8} {mention.text}{pointer}: {by}"


def _events(events: list[Event]) -> Iterator[str]:
    for event in events:
        yield f"Event {event.code} {event.label} ({event.modality}): {_who(event.source)} → {_who(event.target)}"
        yield f"  trigger “{event.trigger.text}”, frame {event.evidence.frame}, entry {event.evidence.entry}"
        yield from (f"  {_step(step)}" for step in event.evidence.steps)
        if event.evidence.readings:
            yield f"  readings: {', '.join(event.evidence.readings)}"
        if event.reported_by:
            yield f"  reported by “{event.reported_by}”"
        dated = f"{event.date.start} to {event.date.end}" if event.date.start else "unknown"
        yield f"  date {dated}, from {event.date.origin}"


def _who(party: Party | None) -> str:
    return f"{party.code} “{party.text}”" if party else "nobody named"


def _step(step: Step) -> str:
    gives = f" gives {step.gives}" if step.gives else ""
    return f"{step.kind} {step.by}{gives}" + (f" (“{step.text}”)" if step.text else "")


def _absence(reading: Triggers) -> Iterator[str]:
    """Why a sentence has no event: no trigger, no sense that fits, or no political actor on either side."""
    words = [t for t in reading.structure.tree if reading.candidates(t)]
    if not words:
        yield "No event: no word of this sentence is in the event lexicon."
        return
    for word in words:
        meaning = reading.meaning(word)
        if meaning is None:
            yield f"No event from “{word.text}”: none of its {len(reading.candidates(word))} senses fits its arguments."
        elif meaning.code is None:
            yield f"No event from “{word.text}”: it is only what other events are about ({meaning.topic})."
        else:
            why = "no political actor is its source or target, or one is not told"
            yield f"No event from “{word.text}” ({meaning.code}): {why}."
