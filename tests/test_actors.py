"""Noun phrases and dates → actor codes."""

import pytest

from eventcode import Coder

PHRASES = [
    ("the Israeli army's chief of staff", "2024-06-26", "ISRMIL"),
    ("the Saudi foreign minister", "2024-06-26", "SAUGOV"),
    ("France's defense minister", "2024-06-26", "FRAGOVMIL"),
    ("US Defense Secretary Lloyd Austin", "2024-06-26", "USAGOVMIL"),
    ("Moscow's forces in Ukraine", "2024-06-26", "RUSMIL"),
    ("former Thai prime minister", "2024-06-26", "THAELI"),
    ("UN peacekeepers in Mali", "2024-06-26", "IGOUNOPKO"),
    ("residents of Homs", "2024-06-26", "SYRCVL"),
    ("the Kremlin", "2024-06-26", "RUSGOV"),
    ("dozens of Malian soldiers", "2024-06-26", "MLIMIL"),
    ("the Taliban", "2019-06-15", "AFGREB"),
    ("Barack Obama", "2012-05-01", "USAGOV"),
    ("Barack Obama", "2019-05-01", "USAELI"),
    ("Andrei Belousov", "2024-06-26", "RUSGOVMIL"),
    ("Saudi-backed Yemeni government forces", "2024-06-26", "YEMMIL"),
    ("a Hong Kong court", "2024-06-26", "HKGJUD"),
    ("riot police in Minsk", "2024-06-26", "BLRCOP"),
    ("the Soviet Union", "2024-06-26", "SUN"),
    ("the vice-president of Ghana", "2024-06-26", "GHAGOV"),
    ("French President Jacques Chirac", "2024-06-26", "FRAGOV"),
    ("former French President Jacques Chirac", "2024-06-26", "FRAELI"),
    ("Jacques Chirac", "2001-06-26", "FRAGOV"),
    ("Prime Minister Nikol Pashinyan", "2024-06-26", "ARMGOV"),
    ("Nikol Pashinyan", "2024-06-26", "ARMGOV"),
    ("Angela Merkel", "2023-06-26", "DEUELI"),
    ("Javier Gerardo Milei", "2024-06-26", "ARGGOV"),
    ("Ali Larijani", "2014-06-26", "IRNLEG"),
    ("Avigdor Lieberman", "2011-06-26", "ISRGOV"),
]


@pytest.mark.parametrize(("phrase", "date", "code"), PHRASES, ids=[f"{p} {d[:4]}" for p, d, _ in PHRASES])
def test_phrase_has_code(coder: Coder, phrase: str, date: str, code: str) -> None:
    mention = coder.resolve_actor(phrase, date=date)
    assert mention is not None
    assert mention.code == code


@pytest.mark.parametrize("phrase", ["a table", "the weather", "Monday", "higher prices"])
def test_what_is_no_actor_has_none(coder: Coder, phrase: str) -> None:
    assert coder.resolve_actor(phrase) is None


def test_lower_case_words_are_no_countries(coder: Coder) -> None:
    assert coder.resolve_actor("roast turkey") is None


def test_a_role_without_a_country_says_so(coder: Coder) -> None:
    mention = coder.resolve_actor("riot police")
    assert mention is not None
    assert (mention.code, mention.country) == ("---COP", None)


def test_pronouns_and_short_names_carry_their_antecedent(coder: Coder) -> None:
    text = "Mexican Foreign Minister Pilar Robles met officials in Lima. Robles condemned Israel. She praised Peru."
    events = [e for e in coder.code(text) if e.sentence]
    assert [(e.code, e.source.code if e.source else None) for e in events] == [("111", "MEXGOV"), ("051", "MEXGOV")]
    assert [e.source.antecedent.text for e in events if e.source and e.source.antecedent] == [
        "Mexican Foreign Minister Pilar Robles"
    ] * 2


def test_the_two_countries_are_the_last_two(coder: Coder) -> None:
    text = "Tension grew between France and Italy. The two countries signed a treaty."
    pairs = {(e.source.code, e.target.code) for e in coder.code(text) if e.source and e.target}
    assert pairs == {("FRA", "ITA"), ("ITA", "FRA")}


def test_a_country_that_has_kingdom_in_its_name_points_back_to_nobody(coder: Coder) -> None:
    events = coder.code("Canada and the United Kingdom met.")
    assert {(e.source.code, e.target.code) for e in events if e.source and e.target} == {("CAN", "GBR"), ("GBR", "CAN")}


def test_the_noun_that_two_parties_share_is_no_third_party(coder: Coder) -> None:
    events = coder.code("Kenya and AU negotiators have signed a pact.")
    assert {e.source.code for e in events if e.source} == {"KENGOV", "IGOOAU"}


def test_the_kingdom_is_the_one_that_an_earlier_sentence_speaks_of(coder: Coder) -> None:
    events = coder.code("Bahrain condemned Iran. The kingdom expelled three Iranian diplomats.")
    assert [(e.source.code, e.code) for e in events if e.source] == [("BHR", "111"), ("BHR", "161")]
