"""The time-expression grammar: what is found, which days it names, and what is no date."""

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import eventcode.temporal
from eventcode.errors import KnowledgeError
from eventcode.temporal import TimeExpression, TimeGrammar, TimeWords
from eventcode.temporal.spans import containing, move

KNOWLEDGE = Path(eventcode.temporal.__file__).parents[1] / "knowledge" / "en" / "temporal.yaml"
WEDNESDAY = date(2024, 6, 26)  # the reference of all tables


@cache
def words() -> TimeWords:
    return TimeWords.model_validate(yaml.safe_load(KNOWLEDGE.read_text(encoding="utf-8")))


@cache
def grammar() -> TimeGrammar:
    return TimeGrammar(words())


def find(text: str, reference: date | None = WEDNESDAY) -> list[TimeExpression]:
    """What a caller who dates events looks at: no ends of ranges."""
    return [e for e in grammar().find(text, reference) if not e.bound]


def days(expression: TimeExpression) -> str:
    if expression.start == expression.end:
        return str(expression.start)
    return f"{expression.start}..{expression.end}"


# [..] marks the expression that has to be found
RESOLVED = [
    # weekdays
    ("The envoy landed in Oslo on [Sunday].", "2024-06-23"),
    ("Rebels shelled the port [late Tuesday].", "2024-06-25"),
    ("Rebels shelled the port [early on Monday].", "2024-06-24"),
    ("The premier spoke [Wednesday night].", "2024-06-26"),
    ("the union struck [Thursday]'s deal down", "2024-06-20"),
    ("Miners walked out [last Thursday].", "2024-06-20"),
    ("Miners walked out [last Wednesday].", "2024-06-19"),
    ("Talks resume [next Monday].", "2024-07-01"),
    ("Talks resume [this Friday].", "2024-06-28"),
    ("Talks broke off [this past Friday].", "2024-06-21"),
    ("The bridge fell [a week ago Friday].", "2024-06-14"),
    ("The bridge fell on [Friday two weeks ago].", "2024-06-07"),
    ("The bridge fell on [Thursday of last week].", "2024-06-20"),
    ("The bridge fell [last week on Tuesday].", "2024-06-18"),
    ("They sail [a week from Monday].", "2024-07-08"),
    ("They sail [Monday next week].", "2024-07-01"),
    # days of a month
    ("The vote of [June 23, 2024], was close.", "2024-06-23"),
    ("The vote of [23 June 2024] was close.", "2024-06-23"),
    ("The vote of [Sunday, June 23], was close.", "2024-06-23"),
    ("The vote of [Sunday 23rd June 2024] was close.", "2024-06-23"),
    ("Voters chose a senate on [June 2].", "2024-06-02"),
    ("Voters chose a senate on [2 June].", "2024-06-02"),
    ("Police raided the offices on [Dec. 4].", "2023-12-04"),
    ("The summit opens on [Sept. 4].", "2024-09-04"),
    ("Crowds gathered on [the 4th of July].", "2024-07-04"),
    ("Crowds gathered on [the Fourth of July].", "2024-07-04"),
    ("Crowds gathered on [the 3rd of March 2020].", "2020-03-03"),
    ("a letter dated [15-Jan-2024]", "2024-01-15"),
    ("The king abdicated on [24 February 1848].", "1848-02-24"),
    ("The cabinet fell [last October 12].", "2023-10-12"),
    ("The cabinet fell on [April 9 this year].", "2024-04-09"),
    ("On this [Oct. 9, 2016], they wed", "2016-10-09"),
    ("Leap babies met on [February 29].", "2024-02-29"),
    ("MINSK, [JUNE 20] - The parliament", "2024-06-20"),
    ("they met on [january 15]", "2024-01-15"),
    # days in digits
    ("signed on [2024-06-23] in Rome", "2024-06-23"),
    ("signed on [23/06/2024] in Rome", "2024-06-23"),
    ("signed on [06/23/2024] in Rome", "2024-06-23"),
    ("signed on [23.06.2024] in Rome", "2024-06-23"),
    ("signed on [05/05/2024] in Rome", "2024-05-05"),
    # months
    ("The treaty lapsed in [June 2023].", "2023-06-01..2023-06-30"),
    ("The treaty lapsed in [March].", "2024-03-01..2024-03-31"),
    ("The treaty lapsed in [November].", "2023-11-01..2023-11-30"),
    ("Elections are due in [September].", "2024-09-01..2024-09-30"),
    ("The treaty lapsed in [mid-May].", "2024-05-01..2024-05-31"),
    ("Inflation rose in [early March].", "2024-03-01..2024-03-31"),
    ("Inflation rose by [the end of January].", "2024-01-01..2024-01-31"),
    ("Inflation rose [last May].", "2024-05-01..2024-05-31"),
    ("Inflation rose [last July].", "2023-07-01..2023-07-31"),
    ("They meet again [next March].", "2025-03-01..2025-03-31"),
    ("[February]'s coup toppled him.", "2024-02-01..2024-02-29"),
    ("the [April] ceasefire collapsed", "2024-04-01..2024-04-30"),
    # years and more
    ("He seized power in [2019].", "2019-01-01..2019-12-31"),
    ("In [2019] protesters stormed the palace.", "2019-01-01..2019-12-31"),
    ("the [2014] police raid on the mosque", "2014-01-01..2014-12-31"),
    ("the [2014] annexation of the peninsula", "2014-01-01..2014-12-31"),
    ("Georgia's [2008] war", "2008-01-01..2008-12-31"),
    ("the rebels' [2012] offensive", "2012-01-01..2012-12-31"),
    ("a truce since at least [1994] exists", "1994-01-01..1994-12-31"),
    ("The monarchy fell in [1789].", "1789-01-01..1789-12-31"),
    ("Prices soared in [late 2021].", "2021-01-01..2021-12-31"),
    ("Exports fell in [the third quarter of 2023].", "2023-07-01..2023-09-30"),
    ("Exports fell in [Q1 2024].", "2024-01-01..2024-03-31"),
    ("Exports fell in [the first half of last year].", "2023-01-01..2023-06-30"),
    ("Militias ruled in [the 1990s].", "1990-01-01..1999-12-31"),
    ("Militias ruled in [the early '80s].", "1980-01-01..1989-12-31"),
    ("Militias ruled in [the nineties].", "1990-01-01..1999-12-31"),
    ("an empire of [the 19th century]", "1801-01-01..1900-12-31"),
    ("Floods came in [the summer of 2022].", "2022-06-01..2022-08-31"),
    ("Floods came [last summer].", "2023-06-01..2023-08-31"),
    ("Floods came in [the fall of 2003].", "2003-09-01..2003-11-30"),
    # relative to the reference
    ("The minister quit [yesterday].", "2024-06-25"),
    ("The minister quit [the day before yesterday].", "2024-06-24"),
    ("The minister quit [last night].", "2024-06-25"),
    ("The king speaks [tonight].", "2024-06-26"),
    ("The king speaks [tomorrow morning].", "2024-06-27"),
    ("Shops closed [last week].", "2024-06-17..2024-06-23"),
    ("Shops closed [earlier this week].", "2024-06-24..2024-06-30"),
    ("Shops closed [last month].", "2024-05-01..2024-05-31"),
    ("Shops closed [late last year].", "2023-01-01..2023-12-31"),
    ("Shops open [next year].", "2025-01-01..2025-12-31"),
    ("Shops closed [two weeks ago].", "2024-06-10..2024-06-16"),
    ("Shops closed [three days ago].", "2024-06-23"),
    ("Shops closed [a decade ago].", "2014-01-01..2014-12-31"),
    ("Shops closed over [the weekend].", "2024-06-22..2024-06-23"),
    ("Shops close at [the end of the month].", "2024-06-01..2024-06-30"),
    ("Shops open [two weeks from now].", "2024-07-08..2024-07-14"),
    ("Shops open [in two days' time].", "2024-06-28"),
    # relative to the date mentioned last
    ("[The previous day] he had resigned.", "2024-06-25"),
    ("Held on June 3, he fled [a day earlier].", "2024-06-02"),
    ("Held on June 3, 2022, he fled [two days later].", "2022-06-05"),
    ("Held on June 3, 2022, he fled [the following week].", "2022-06-06..2022-06-12"),
    ("Held on June 3, he fled [that same day].", "2024-06-03"),
    ("Held on June 3, he fled [that night].", "2024-06-03"),
    ("Held on June 4, he fled [the next Friday].", "2024-06-07"),
    ("Held in 2011, he fled [that year].", "2011-01-01..2011-12-31"),
    # holidays and named days
    ("Guns fell silent on [Christmas Eve].", "2023-12-24"),
    ("Guns fell silent on [New Year’s Day 2020].", "2020-01-01"),
    ("Guns fell silent [last Christmas].", "2023-12-25"),
    ("the war that [9/11] began", "2001-09-11"),
    ("the [Sept. 11 attacks] on New York", "2001-09-11"),
    # ranges and durations
    ("Polls run [between May 1 and May 5].", "2024-05-01..2024-05-05"),
    ("Polls run [from Monday to Wednesday].", "2024-06-24..2024-06-26"),
    ("Polls ran [Monday-Tuesday].", "2024-06-24..2024-06-25"),
    ("Polls run [from Tuesday to Friday].", "2024-06-25..2024-06-28"),
    ("Polls ran on [May 1-5].", "2024-05-01..2024-05-05"),
    ("Polls ran from [3 to 5 June].", "2024-06-03..2024-06-05"),
    ("Polls ran [June 30 to July 2, 2023].", "2023-06-30..2023-07-02"),
    ("Polls ran [from October 8 to February 6, 2014].", "2013-10-08..2014-02-06"),
    ("the war of [1980-1988]", "1980-01-01..1988-12-31"),
    ("the season of [2013-14]", "2013-01-01..2014-12-31"),
    ("He ruled [between 2010 and 2012].", "2010-01-01..2012-12-31"),
    ("He has ruled [since March 2023].", "2023-03-01..2024-06-26"),
    ("He has ruled [ever since 2014].", "2014-01-01..2024-06-26"),
    ("Over [the past two days], planes hit the city.", "2024-06-24..2024-06-26"),
    ("In [the last three months], prices doubled.", "2024-03-26..2024-06-26"),
    ("Over [the past year], prices doubled.", "2023-06-26..2024-06-26"),
    ("Over [the next two weeks], monitors arrive.", "2024-06-26..2024-07-10"),
]

UNRESOLVED = [
    "Protests broke out [several weeks ago].",
    "Troops massed in [recent days].",
    "Over [the past few months], prices doubled.",
    "He resigned [the same day].",
    "He resigned [two days later].",
]

TRAPS = [
    "He may 5 times refuse.",
    "The party may lose.",
    "Farmers march on the capital.",
    "They will march 10 miles.",
    "The March for Peace drew crowds.",
    "March of the generals",
    "Security Council Resolution 1701 was adopted.",
    "It breached Resolution 1973.",
    "The Sun reported the split.",
    "The sun rose over the square.",
    "A Boeing 737 crashed.",
    "The suspect, 45, was freed.",
    "She is in her 90s.",
    "He was in his early thirties.",
    "About 2000 people fled.",
    "They were met by 2000 troops.",
    "A march of 2000 people ended.",
    "Fire spread in 2000 homes.",
    "He had an epiphany.",
    "Shelling began at 2000 GMT.",
    "by 2000 GMT the city had fallen",
    "1,950 homes burned",
    "They paid $2000 for it.",
    "April Smith won the seat.",
    "He voted for April Smith.",
    "June Carter spoke first.",
    "May told parliament no.",
    "Theresa May resigned.",
    "an august assembly",
    "Prayers are held every Friday.",
    "Shops shut on Sundays.",
    "the Bloody Sunday inquiry",
    "the Good Friday Agreement",
    "the Sunday Times said",
    "Black September claimed it.",
    "Article 5 of the treaty",
    "10 Downing Street",
    "after the fall of Kabul",
    "hundreds died in the fall of the fortress",
    "Reforms spring to mind.",
    "a two-day visit",
    "the last day of the summit",
    "a last-minute deal",
    "for the first time in three years",
    "He sat in the dock.",
    "The couple wed in Paris.",
    "sentenced to ten years in prison",
    "a 35-year-old man",
    "the second half of the match",
    "the third quarter of the game",
    "Flight 1999 was diverted.",
    "See /2011/09/report on the site.",
    "call 555-012-1909",
    "Signed 03/04/2024 in Rome.",
    "signed on February 30",
    "It failed by 3-2.",
    "Decades of neglect",
    "hours after the blast",
    "the last week of campaigning",
    "a day earlier than planned",
    "the 5th Division",
    "Some 7.5 million voted.",
    "second in command",
    "next of kin",
    "He said this time was different.",
    "",
]


def unmarked(text: str) -> tuple[str, str]:
    before, _, rest = text.partition("[")
    expression, _, after = rest.partition("]")
    return before + expression + after, expression


@pytest.mark.parametrize(("marked", "expected"), RESOLVED)
def test_resolved(marked: str, expected: str) -> None:
    text, expression = unmarked(marked)
    found = {e.text.casefold(): e for e in grammar().find(text, WEDNESDAY)}
    assert expression.casefold() in found
    assert days(found[expression.casefold()]) == expected


@pytest.mark.parametrize("marked", UNRESOLVED)
def test_found_without_days(marked: str) -> None:
    text, expression = unmarked(marked)
    assert [(e.text, e.start, e.end) for e in find(text)] == [(expression, None, None)]


@pytest.mark.parametrize("text", TRAPS)
def test_no_date(text: str) -> None:
    assert find(text) == []


@pytest.mark.xfail(strict=True, reason="after a preposition a politician of that name reads as the month")
def test_politician_after_a_preposition() -> None:
    assert find("Backbenchers lost confidence in May.") == []


RELATIVE = ["He left yesterday.", "He left on Sunday.", "He left on June 23.", "A day earlier"]


@pytest.mark.parametrize("text", RELATIVE)
def test_relative_without_reference(text: str) -> None:
    (found,) = find(text, None)
    assert (found.start, found.end, found.later, found.granularity) == (None, None, None, "day")


def test_absolute_without_reference() -> None:
    assert [days(e) for e in find("He fled on June 3, 2022, and two days later was caught.", None)] == [
        "2022-06-03",
        "2022-06-05",
    ]
    assert [days(e) for e in find("Held on Sunday, he had fled a day earlier.", None)] == ["None", "None"]
    assert [days(e) for e in find("since March 2023", None)] == ["2023-03-01..None"]


def test_offsets_count_characters() -> None:
    text = "In İzmir — on Sunday, after 3 May 2024 — they met."
    for expression in grammar().find(text, WEDNESDAY):
        assert text[expression.start_char : expression.end_char] == expression.text
    assert [e.text for e in find(text)] == ["Sunday", "3 May 2024"]


def test_part_of_the_span() -> None:
    parts = [find(f"in {text}")[0].part for text in ("early June", "mid-2023", "the end of the year", "June")]
    assert parts == ["early", "mid", "late", ""]


def test_range_is_followed_by_its_ends() -> None:
    found = grammar().find("Polls ran from May 1 to May 5.", WEDNESDAY)
    assert [(e.text, e.granularity, e.bound) for e in found] == [
        ("from May 1 to May 5", "range", False),
        ("May 1", "day", True),
        ("May 5", "day", True),
    ]


def test_bare_weekday_can_be_moved_on() -> None:
    (found,) = find("They will meet on Friday.")
    assert found.weekday_bare
    assert found.start == date(2024, 6, 21)
    assert found.later == (date(2024, 6, 28), date(2024, 6, 28))
    assert not find("They met last Friday.")[0].weekday_bare


def test_open_year_can_be_moved_on() -> None:
    assert find("They will meet on June 3.")[0].later == (date(2025, 6, 3), date(2025, 6, 3))
    assert find("They met on June 3, 2024.")[0].later is None


def test_list_of_future_dates_runs_on() -> None:
    text = "He visits Rome in November, Oslo in January, Bonn in February and Riga in April."
    starts = [str(e.start) for e in find(text, date(2024, 9, 30))]
    assert starts == ["2024-11-01", "2025-01-01", "2025-02-01", "2025-04-01"]


def test_named_day_lies_ahead_of_an_older_story() -> None:
    assert days(find("the Sept. 11 attacks", date(1999, 12, 1))[0]) == "1999-09-11"


def test_unknown_names_fail_with_the_choices() -> None:
    odd_slot = {"month": {"month": ("{mnth}",)}}
    odd_reading = {"month": {"mnth": ("{month}",)}}
    odd_family = {"mnth": {"month": ("{month}",)}}
    odd_notation = {"month": {"month": ("[{month}",)}}
    for patterns, word in (
        (odd_slot, "mnth"),
        (odd_reading, "mnth"),
        (odd_family, "mnth"),
        (odd_notation, "month"),
    ):
        with pytest.raises(KnowledgeError, match=word):
            TimeGrammar(words().model_copy(update={"patterns": patterns}))


REFERENCES = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FORMS = st.sampled_from(
    [unmarked(marked)[1] for marked, _ in RESOLVED]
    + [
        "999 centuries ago",
        "the past 999 decades",
        "99th century",
        "February 29",
        "last February 29",
        "Q9 2020",
    ]
)


@given(st.lists(FORMS, max_size=5), st.sampled_from([" ", ", ", " and ", "-", " to ", "\n"]), REFERENCES)
def test_resolving_is_total(forms: list[str], glue: str, reference: date) -> None:
    text = "since " + glue.join(forms)
    found = grammar().find(text, reference)
    for e in found:
        assert e.text == text[e.start_char : e.end_char]
        assert (e.start is None) == (e.end is None)
        assert e.start is None or e.end is None or e.start <= e.end
    free = [e for e in found if not e.bound]
    assert all(a.end_char <= b.start_char for a, b in pairwise(free))


@given(st.text(max_size=80), REFERENCES)
def test_any_text_is_read(text: str, reference: date) -> None:
    grammar().find(text, reference)


@given(REFERENCES)
def test_bare_weekday_is_within_the_last_week(reference: date) -> None:
    for name, *_ in words().weekdays:
        start = find(f"on {name}", reference)[0].start
        assert start is not None
        assert timedelta(0) <= reference - start < timedelta(days=7)


@given(REFERENCES)
def test_open_year_is_near(reference: date) -> None:
    for name, *_ in words().months:
        start = find(f"on {name} 12", reference)[0].start
        assert start is not None
        assert timedelta(days=-245) <= start - reference <= timedelta(days=366 - 245)


@given(REFERENCES, st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]))
def test_units_follow_each_other(day: date, unit: str) -> None:
    span = containing(day, unit)
    assert span.start is not None
    assert span.end is not None
    assert span.start <= day <= span.end
    assert containing(move(span.start, unit, 1), unit).start == span.end + timedelta(days=1)
