"""Segments: where stories are cut, and offsets that always hold."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventcode.sentences import LONGEST, split


@given(st.text(max_size=400) | st.text(alphabet="aB .\n\r\t\u2028é“”", max_size=400))
def test_segments_are_slices_in_order(text: str) -> None:
    segments = split(text)
    assert all(text[s.start : s.start + len(s.text)] == s.text for s in segments)
    assert all(a.start + len(a.text) <= b.start for a, b in pairwise(segments))


@given(st.text(max_size=300))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    kept = "".join("".join(s.text.split()) for s in split(text))
    assert kept == "".join(text.split())


def test_paragraphs_are_apart_and_wrapped_lines_together() -> None:
    text = "Troops crossed the\nborder at dawn.\nMinisters met.\n\nfrom our correspondent"
    assert [s.text for s in split(text)] == [
        "Troops crossed the\nborder at dawn.",
        "Ministers met.",
        "from our correspondent",
    ]


@pytest.mark.parametrize(
    "dateline",
    ["GENEVA, June 26 (Reuters) -", "KABUL:", "SAN FRANCISCO --", "THE HAGUE, Netherlands —", "JERUSALEM (AP) --"],
)
def test_a_dateline_stands_alone(dateline: str) -> None:
    story = f"{dateline} Ministers met on Monday."
    assert [s.text for s in split(story)] == [dateline, "Ministers met on Monday."]


@pytest.mark.parametrize("text", ["NATO said it would act.", "The US - China talks failed.", "Iran: talks resume."])
def test_a_name_in_capitals_is_no_dateline(text: str) -> None:
    assert [s.text for s in split(text)] == [text]


def test_a_megabyte_on_one_line_is_cut() -> None:
    segments = split("The army said it had withdrawn. " * 30_000)
    assert max(len(s.text) for s in segments) <= LONGEST
    assert all(s.text.endswith(".") for s in segments)


def test_text_without_stops_or_spaces_is_cut_all_the_same() -> None:
    assert [len(s.text) for s in split("x" * (LONGEST * 2 + 1))] == [LONGEST, LONGEST, 1]
