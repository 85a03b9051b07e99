"""CoNLL-U in and out: texts and offsets rebuilt, faults told by line, and what is written is read back the same."""

import io
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode.formats.conllu import write
from eventcode.parsers.conllu import ParsedStory, read
from eventcode.records import Failure, Story
from eventcode.tree import Token, Tree
from tests.sketch import sketch


def row(line: str, misc: str = "_") -> str:
    """A word's line from "id form UPOS head relation" and, at will, features; `~` is a space in a form."""
    id, form, upos, head, relation, *features = line.split()
    return "\t".join([id, form.replace("~", " "), "_", upos, "_", *(features or ["_"]), head, relation, "_", misc])


def sentence(*lines: str | tuple[str, str], comments: tuple[str, ...] = ()) -> str:
    rows = [line if isinstance(line, str) and "\t" in line else row(*((line,) if isinstance(line, str) else line))
            for line in lines]  # fmt: skip
    return "\n".join([*(f"# {comment}" for comment in comments), *rows]) + "\n\n"


IRAN = "1 Iran PROPN 2 nsubj"
MET = "2 met VERB 0 root VerbForm=Fin|Tense=Past"
OMAN = "3 Oman PROPN 2 obj"


def stories(text: str, id: str = "stem", day: date | None = None) -> list[ParsedStory]:
    failures: list[Failure] = []
    found = list(read(io.StringIO(text, newline="\n"), place="f.conllu", id=id, date=day, reject=failures.append))
    assert failures == []
    for parsed in found:
        assert all(parsed.story.text[t.start : t.end] == t.text for tree in parsed.trees for t in tree)
        assert all(parsed.story.text[tree.start :].startswith(tree.text) for tree in parsed.trees)
    return found


def story_text(*sentences: str) -> str:
    (parsed,) = stories("".join(sentences))
    return parsed.story.text


def written(*parsed: ParsedStory) -> str:
    stream = io.StringIO()
    write(parsed, stream)
    return stream.getvalue()


def test_stories_have_their_ids_dates_and_default_ones() -> None:
    text = sentence(IRAN, MET) + sentence(IRAN, MET, comments=("newdoc id = a = b", "date = 2024-06-26"))
    text += sentence(IRAN, MET, comments=("sent_id = 1", "newdoc", "newdoc date = 2023-01-02")) + sentence(IRAN, MET)
    found = [(p.story.id, str(p.story.date), len(p.trees)) for p in stories(text, day=date(2020, 5, 1))]
    assert found == [("stem", "2020-05-01", 1), ("a = b", "2024-06-26", 1), ("stem", "2023-01-02", 2)]


def test_a_file_without_newdoc_is_one_story_and_comments_alone_are_none() -> None:
    assert [len(p.trees) for p in stories(sentence(IRAN, MET) * 3)] == [3]
    assert stories("") == stories("# newdoc id = a\n\n# newdoc id = b\n") == []
    assert [p.story.id for p in stories("# global.columns = ID\n\n" + sentence(IRAN, MET, comments=("newdoc id = a",)))]


def test_a_token_holds_what_its_line_says() -> None:
    line = "2\tofficials\tofficial\tNOUN\tNNS\tNumber=Plur|Typo=Yes\t3\tnsubj:pass\t3:nsubj\t_"
    (parsed,) = stories(sentence("1 Some DET 2 det", line, "3 _ X 0 root"))
    some, officials, last = parsed.trees[0]
    assert officials == Token(
        index=1, text="officials", lemma="official", upos="NOUN", xpos="NNS", head=2, relation="nsubj:pass", start=5,
        end=14, features="Number=Plur|Typo=Yes",
    )  # fmt: skip
    assert (some.lemma, some.xpos, some.features, some.head) == ("Some", "", "", 1)
    assert (last.text, last.lemma, last.head) == ("_", "_", -1)


@pytest.mark.parametrize(
    ("upos", "xpos", "features", "tag"),
    [
        ("VERB", "_", "VerbForm=Inf", "VB"),
        ("VERB", "_", "Mood=Imp|VerbForm=Fin", "VB"),
        ("AUX", "_", "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "VB"),
        ("AUX", "_", "VerbForm=Fin", "MD"),
        ("VERB", "_", "Mood=Ind|Tense=Past|VerbForm=Fin", "VBD"),
        ("VERB", "_", "VerbForm=Ger", "VBG"),
        ("VERB", "_", "Tense=Pres|VerbForm=Part", "VBG"),
        ("VERB", "_", "Tense=Past|VerbForm=Part|Voice=Pass", "VBN"),
        ("VERB", "_", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "VBP"),
        ("VERB", "V", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "VBZ"),
        ("VERB", "V", "_", "V"),
        ("VERB", "VBD", "VerbForm=Inf", "VBD"),
        ("NOUN", "_", "Number=Sing", "NN"),
        ("NOUN", "_", "Number=Ptan", "NNS"),
        ("PROPN", "_", "_", "NNP"),
        ("PROPN", "SP", "Number=Plur", "NNPS"),
        ("DET", "_", "Poss=Yes|PronType=Prs", "PRP$"),
        ("ADJ", "_", "Degree=Pos", ""),
    ],
)
def test_penn_tags_are_made_where_the_file_has_none(upos: str, xpos: str, features: str, tag: str) -> None:
    (parsed,) = stories(f"1\tx\tx\t{upos}\t{xpos}\t{features}\t0\troot\t_\t_\n")
    assert parsed.trees[0].root.xpos == tag


def test_text_comes_from_its_comment_or_is_rebuilt_from_forms() -> None:
    words = ("1 New~York PROPN 2 nsubj", MET, "3 . PUNCT 2 punct")
    assert story_text(sentence(*words, comments=("text = New York  met.",))) == "New York  met."
    assert story_text(sentence(*words, comments=("text = Something else.",))) == "New York met ."
    assert story_text(sentence(*words, comments=("text = New York met. More",))) == "New York met ."
    assert story_text(sentence(words[0], (MET, "x=y|SpaceAfter=No"), words[2])) == "New York met."


def test_sentences_are_apart_by_a_space_paragraphs_by_a_line_break() -> None:
    ends, breaks = (MET, "SpaceAfter=No"), (MET, "SpacesAfter=\\n\\s\\t\\r")
    assert story_text(sentence(IRAN, MET), sentence(IRAN, MET)) == "Iran met Iran met"
    assert story_text(sentence(IRAN, ends), sentence(IRAN, MET)) == "Iran metIran met"
    assert story_text(sentence(IRAN, ends), sentence(IRAN, MET, comments=("newpar id = p",))) == "Iran met\nIran met"
    assert story_text(sentence(IRAN, breaks), sentence(IRAN, MET, comments=("newpar",))) == "Iran met\n \t\rIran met"
    assert story_text(sentence((IRAN, "SpacesBefore=\\s\\s|SpacesAfter=\\p"), breaks)) == "  Iran met\n \t\r"


def placed(first: int, second: tuple[int, int], *comments: str) -> str:
    iran = sentence((IRAN, f"start_char={first}|end_char={first + 4}"), (MET, "start_char=107|end_char=110"))
    wide = f"start_char={second[0]}|end_char={second[1]}"
    return iran + sentence(("1 Talks NOUN 0 root", wide), comments=comments)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (placed(100, (113, 118)), "Iran   met   Talks"),
        (placed(100, (113, 118), "newpar"), "Iran   met\n\n\nTalks"),
        (placed(103, (110, 115)), "IranmetTalks"),
        (placed(104, (113, 118)), "Iran met Talks"),  # they overlap
        (placed(100, (113, 117)), "Iran met Talks"),  # a word of another length
        (placed(100, (10**12, 10**12 + 5)), "Iran met Talks"),
        (placed(100, (113, 118)).replace("start_char=100", "start_char=x"), "Iran met Talks"),
    ],
)
def test_gaps_are_as_wide_as_the_file_says_where_that_can_be_true(given: str, text: str) -> None:
    assert story_text(given) == text


def test_words_of_a_multiword_token_are_cut_from_it_and_empty_nodes_left_out() -> None:
    ranges = ["2-3\tdon't" + "\t_" * 7 + "\tstart_char=5|end_char=10", "5-6\tdu" + "\t_" * 8]
    words = ["1 They PRON 4 nsubj", ranges[0], "2 do AUX 4 aux", "3 n't PART 4 advmod", "4 like VERB 0 root",
             "4.1\tlike" + "\t_" * 8, ranges[1], "5 de ADP 7 case", "6 le DET 7 det", "7 pain NOUN 4 obj"]  # fmt: skip
    (parsed,) = stories(sentence(*words))
    assert parsed.story.text == "They don't like du pain"
    assert [t.text for t in parsed.trees[0]] == ["They", "do", "n't", "like", "d", "u", "pain"]
    assert [t.head for t in parsed.trees[0]] == [3, 3, 3, -1, 6, 6, 3]


def test_a_story_is_there_as_soon_as_it_ends() -> None:
    def lines() -> Iterator[str]:
        yield from sentence(IRAN, MET, comments=("newdoc id = a",)).splitlines(keepends=True)
        yield from sentence(IRAN, MET, comments=("newdoc id = b",)).splitlines(keepends=True)
        raise AssertionError("read too far")

    first = next(read(lines(), place="f.conllu", reject=lambda _: None))
    assert first.story.id == "a"


FAULTS = [
    ("1\tIran", 1, "2 columns; a word's line has 10, with a tab between them"),
    ("Iran met Oman.", 1, "1 column; a word's line has 10"),
    (row("1 x X 0 root").replace("x", ""), 1, "the form is missing; write the word into column 2"),
    (sentence(IRAN, "2 met VERB _ root"), 2, "head '_' is no number; parse the file first, or correct column 7"),
    (sentence(IRAN, "2 met VERB -1 root"), 2, "head '-1' is no number"),
    (sentence("1 Iran PROPN 7 nsubj", MET), 1, "head 7 in a sentence of 2 words; correct column 7"),
    (sentence(IRAN, "2 met VERB 1 dep", comments=("text = x",)), 2, "no word has head 0; give it to the root"),
    (sentence(IRAN, MET, "3 Oman PROPN 0 root"), 3, "words 2, 3 have head 0; leave it to one"),
    (sentence("1 Iran PROPN 0 root", "2 met VERB 3 x", OMAN), 2, "heads run in a circle (word 2, 3); correct column 7"),
    (sentence("1 Iran PROPN 0 root", "2 met VERB 2 x"), 2, "heads run in a circle (word 2)"),
    (sentence(IRAN, OMAN), 2, "id '3' where word 2 is expected; number words 1, 2, 3 …"),
    (sentence("x Iran PROPN 2 nsubj"), 1, "id 'x' where word 1 is expected"),
    (
        sentence("2-3\tx" + "\t_" * 8, IRAN),
        1,
        "id '2-3' where word 1 is expected; number words 1, 2, 3 … and put a range",
    ),
    (sentence("1-2\tx" + "\t_" * 8, IRAN, "2-3\tx" + "\t_" * 8), 3, "id '2-3' where word 2 is expected"),
    (sentence(IRAN, "2-1\tx" + "\t_" * 8), 2, "id '2-1' where word 2 is expected"),
    (sentence("1-3\tx" + "\t_" * 8, IRAN, MET), 3, "the sentence ends with word 2, a range with 3; correct the range"),
    (sentence(IRAN, MET, comments=("date = soon",)), 1, "'soon' is no date; write it like 2024-06-26"),
    (sentence(IRAN, "2 m\udce9t VERB 0 root"), 2, "not UTF-8; convert it, for example with: iconv"),
]


@pytest.mark.parametrize(("bad", "line", "told"), FAULTS, ids=[told for _, _, told in FAULTS])
def test_a_fault_is_told_by_its_line_and_costs_its_story_only(bad: str, line: int, told: str) -> None:
    before = sentence(IRAN, MET, comments=("newdoc id = a",)) + "# newdoc id = b\n"
    after = "\n\n" + sentence(IRAN, MET, comments=("newdoc id = c",))
    failures: list[Failure] = []
    lines = io.StringIO(before + bad + after, newline="\n")
    found = [p.story.id for p in read(lines, place="f.conllu", reject=failures.append)]
    (failure,) = failures
    assert found == ["a", "c"]
    assert (failure.doc_id, failure.stage) == (f"f.conllu, line {before.count(chr(10)) + line}", "input")
    assert failure.error.startswith(told)
    assert failure.error.endswith("(story 'b' is left out)")


def test_line_ends_of_any_kind_and_missing_blank_lines_do_no_harm() -> None:
    text = sentence(IRAN, MET, comments=("newdoc id = a",)).rstrip("\n") + "\n" + sentence(IRAN, MET, comments=("x",))
    assert [len(p.trees) for p in stories(text.replace("\n", "\r\n").rstrip())] == [2]


def test_what_is_written_can_be_read_by_people_and_other_programs() -> None:
    tree = sketch("Iran/PROPN.NNP/nsubj>2 met/VERB.VBD/meet/root>0 Oman/PROPN.NNP/obj>2")
    ends = sketch("Good/ADJ.JJ/root>0")
    moved = Token(0, "Good", "good", "ADJ", "JJ", -1, "root", 14, 18)
    story = Story(id="a 1", text="Iran met Oman\nGood ", date=date(2024, 6, 26))
    assert ends.root.text == moved.text
    assert written(ParsedStory(story, (tree, Tree((moved,), "Good", 14)))) == (
        "# newdoc id = a 1\n# date = 2024-06-26\n# sent_id = a 1-1\n# text = Iran met Oman\n"
        "1\tIran\tIran\tPROPN\tNNP\t_\t2\tnsubj\t_\tstart_char=0|end_char=4\n"
        "2\tmet\tmeet\tVERB\tVBD\t_\t0\troot\t_\tstart_char=5|end_char=8\n"
        "3\tOman\tOman\tPROPN\tNNP\t_\t2\tobj\t_\tstart_char=9|end_char=13|SpacesAfter=\\n\n\n"
        "# sent_id = a 1-2\n# text = Good\n"
        "1\tGood\tgood\tADJ\tJJ\t_\t0\troot\t_\tstart_char=14|end_char=18|SpacesAfter=\\s\n\n"
    )


def test_a_story_without_a_sentence_or_id_is_written_without() -> None:
    tree = sketch("Iran/PROPN/root>0")
    assert written(ParsedStory(Story(id="a", text=" "))) == ""
    text = written(ParsedStory(Story(text="Iran"), (tree,)))
    assert text.startswith("# newdoc\n# sent_id = 1\n# text = Iran\n1\tIran\t")


def test_words_that_share_their_stretch_of_text_still_do_when_read_back() -> None:
    tokens = tuple(Token(i, "€", "€", "SYM", "$", i - 1, "root" if i == 0 else "dep", 2, 3) for i in range(2))
    parsed = ParsedStory(Story(id="a", text="\n €\n"), (Tree(tokens, "€", 2),))
    assert "\n1-2\t€\t_\t" in written(parsed)
    assert stories(written(parsed)) == [parsed]


def test_offsets_hold_where_the_parser_left_characters_out() -> None:
    tokens = tuple(Token(i, "no", "no", "INTJ", "UH", i - 1, "x", start, start + 2) for i, start in enumerate((0, 9)))
    (again,) = stories(written(ParsedStory(Story(text="no \x07\x07\x07\x07\x07 no"), (Tree(tokens, "", 0),))))
    assert again.story.text == "no       no"
    assert again.trees[0].tokens == tokens


VISIBLE = st.characters(
    exclude_categories=("Cs", "Zs", "Zl", "Zp"), exclude_characters="\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85"
)
FORMS = st.one_of(
    st.text(VISIBLE, min_size=1, max_size=5), st.sampled_from(["_", "#", "1-2", "New York", "a  b", "|="])
)
WHITE = st.one_of(st.just(" "), st.just(""), st.text(" \t\n\r\x0b\x85\xa0\u2028", max_size=3))


@st.composite
def parsed_stories(draw: st.DrawFn) -> ParsedStory:
    text = draw(WHITE)
    trees = []
    for size in draw(st.lists(st.integers(1, 5), min_size=1, max_size=4)):
        order = draw(st.permutations(range(size)))
        heads = {word: order[draw(st.integers(0, at - 1))] if at else -1 for at, word in enumerate(order)}
        tokens = []
        for index in range(size):
            form = draw(FORMS)
            upos, xpos = draw(st.sampled_from([("VERB", "VBD"), ("NOUN", "``"), ("X", ""), ("", "-LRB-")]))
            tokens.append(
                Token(
                    index=index, text=form, lemma=draw(st.just(form) | FORMS.filter(lambda f: f != "_")), upos=upos,
                    xpos=xpos, head=heads[index], relation=draw(st.sampled_from(["", "nmod:poss"])), start=len(text),
                    end=len(text) + len(form), features=draw(st.sampled_from(["", "Case=Gen|Number=Sing"])),
                )
            )  # fmt: skip
            text += form + draw(WHITE)
        trees.append((tuple(tokens), tokens[0].start, tokens[-1].end))
    id = draw(st.text("ab=#-é", max_size=3))
    story = Story(id=id, text=text, date=draw(st.none() | st.dates()))
    return ParsedStory(story, tuple(Tree(tokens, text[start:end], start) for tokens, start, end in trees))


@given(st.lists(parsed_stories(), max_size=3))
def test_what_is_written_is_read_back_the_same(parsed: list[ParsedStory]) -> None:
    assert stories(written(*parsed), id="") == parsed
