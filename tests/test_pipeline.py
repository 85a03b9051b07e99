"""The whole way: text in, events out, and failures that cost no more than themselves."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import eventcode
from eventcode import Coder, InputError, ParserError, Story
from eventcode.sentences import Segment, split
from eventcode.tree import Tree


def test_code_text_and_resolve_actor() -> None:
    (event,) = eventcode.code_text("Turkey criticized Israel.", date="2024-06-26", id="s")
    assert (event.code, event.doc_id, event.quad_class, event.goldstein) == ("111", "s", 3, -2.0)
    assert event.date.start == date(2024, 6, 26)
    mention = eventcode.resolve_actor("the Israeli army", date="2024-06-26")
    assert mention is not None
    assert mention.code == "ISRMIL"


def test_a_story_without_a_date_has_events_without_one(coder: Coder) -> None:
    (event,) = coder.code("Turkey criticized Israel.")
    assert (event.date.start, event.date.origin) == (None, "unknown")


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x07", "😀 😀", "?!…", "a" * 10_000])
def test_odd_text_gives_no_events_and_no_error(coder: Coder, text: str) -> None:
    coded = coder.code_story(Story(text=text))
    assert (coded.events, coded.failures) == ((), ())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_tokens_are_slices_of_the_story(coder: Coder, text: str) -> None:
    for trees in coder.parser.parse(split(text)):
        for tree in trees:
            assert all(text[t.start : t.end] == t.text for t in tree)
            assert sum(t.head < 0 for t in tree) == 1


def test_offsets_hold_across_paragraphs(coder: Coder) -> None:
    text = "Markets rose.\n\nRussia attacked Ukraine on Monday.\nIran condemned Israel."
    events = coder.code(text)
    assert [e.code for e in events] == ["190", "111"]
    assert all(text[p.start : p.end] == p.text for e in events for p in (e.source, e.target) if p)


class Failing:
    """A parser that breaks on one word."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def parse(self, segments: Iterable[Segment]) -> Iterator[list[Tree]]:
        several = list(segments)
        if any("poison" in s.text for s in several):
            raise RuntimeError("broken")
        yield from self._inner.parse(several)


def test_a_story_that_breaks_the_parser_costs_itself(coder: Coder) -> None:
    stories = [
        Story(id=i, text=t) for i, t in (("a", "Iran condemned Israel."), ("b", "poison"), ("c", "Iran praised Oman."))
    ]
    coded = list(Coder(Failing(coder.parser)).code_many(stories))
    assert [c.id for c in coded] == ["a", "b", "c"]
    assert [len(c.events) for c in coded] == [1, 0, 1]
    assert [f.stage for c in coded for f in c.failures] == ["parser"]


def test_parsed_stories_pass_the_parser_by_and_keep_their_place(coder: Coder) -> None:
    broken = Coder(Failing(coder.parser))
    (known,) = coder.parse_many([Story(id="b", text="Iran condemned poison and Israel.")])
    several = [Story(id="a", text="Iran praised Oman."), known, Story(id="c", text="poison"), known]
    parsed = list(broken.parse_many(several))
    assert [(p.story.id, len(p.trees), len(p.failures)) for p in parsed] == [
        ("a", 1, 0), ("b", 1, 0), ("c", 0, 1), ("b", 1, 0),
    ]  # fmt: skip
    assert list(broken.code_parsed(parsed)) == list(broken.code_many(several))
    assert next(broken.code_many([known])) == coder.code_story(known.story)


def test_a_sentence_that_breaks_the_coder_costs_itself(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Coder.read

    def breaking(self: Coder, story: Story, tree: Tree, memory: Any) -> Any:
        if "Oman" in tree.text:
            raise RuntimeError("broken")
        return read(self, story, tree, memory)

    monkeypatch.setattr(Coder, "read", breaking)
    coded = coder.code_story(Story(id="a", text="Iran praised Oman. Iran condemned Israel."))
    assert [e.code for e in coded.events] == ["111"]
    assert [(f.doc_id, f.sentence, f.stage) for f in coded.failures] == [("a", 0, "coder")]


def test_coding_is_repeatable_and_independent_of_the_batch(coder: Coder) -> None:
    stories = [
        Story(id=str(i), text=t) for i, t in enumerate(["Iran condemned Israel.", "Turkey attacked Syria."] * 40)
    ]
    together = [c.events for c in coder.code_many(stories)]
    assert together == [coder.code_story(s).events for s in stories]


def test_wrong_options_are_told() -> None:
    with pytest.raises(ParserError, match="unknown parser 'x'"):
        _ = Coder("x").parser
    with pytest.raises(InputError, match="unknown modality"):
        Coder(include=["maybe"])


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Turkey did not attack Syria.", "negated"),
        ("Turkey may attack Syria.", "hypothetical"),
        ("If Turkey attacks Syria, prices will rise.", "hypothetical"),
    ],
)
def test_what_was_not_done_is_emitted_only_when_asked_for(coder: Coder, text: str, modality: str) -> None:
    assert coder.code(text) == []
    asked = Coder(coder.parser, include=["negated", "hypothetical"])
    assert [e.modality for e in asked.code(text)] == [modality]


def test_an_event_without_a_side_is_background_beside_a_full_one(coder: Coder) -> None:
    beside = coder.code("Turkey criticized Israel over the killing of two farmers.")
    assert [event.code for event in beside] == ["111"]
    alone = coder.code("Turkey criticized Israel, and protesters were arrested.")
    assert sorted(event.root for event in alone) == ["11", "17"]
