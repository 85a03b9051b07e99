"""spaCy's English tokenizer, bent to the word boundaries of the UD English treebanks.

What is changed is stored with the model; loading it needs none of this.
"""

import re

import spacy
from spacy.lang.char_classes import HYPHENS
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex

LETTER = "A-Za-z\u00c0-\u024f"
JOINED_PREFIXES = (
    "anti|bi|co|counter|cross|e|ex|extra|inter|intra|micro|mid|mini|multi|neo|non|over|post|pre|pro|quasi|re|semi|socio|sub"
    "|trans|tri|ultra|un"
)
WHOLE = re.compile(
    rf"^(?:(?i:{JOINED_PREFIXES})-[A-Za-z0-9]+|(?:\+?\d{{1,3}}-)?\d{{3}}-\d{{3}}-\d{{4}}|\d{{1,4}}-\d\d?-\d\d?)$"
)
ABBREVIATIONS = tuple(
    f"{word}."
    for word in re.findall(
        r"\w+",
        "Adm Amb Ave Blvd Brig Capt Cmdr Col Cpl Dept Drs Fri Ft Gens Gov Govs Hon Insp Lt Maj Msgr Mt Pres Pvt Reps"
        " Ret Sec Sens Sept Sgt Spc Sr Supt Thurs Treas Tues Univ Vol Wed al vol",
    )
)
INFIXES = (
    rf"(?<=[0-9])(?:{HYPHENS})(?=[{LETTER}$€£])",
    rf"(?<=[{LETTER}])(?:-|–|—)(?=[0-9$€£])",
    rf"(?<=[{LETTER}]\.)-(?=[{LETTER}])",
    rf"(?<=[{LETTER}])/(?=[{LETTER}])",
    r"(?<=[0-9])[–—](?=[0-9])",
    r"(?<=[-–—])[$€£](?=[0-9])",
    r"(?<=\w)[(\[)\]](?=\w)",
    r"(?<=[\w.,!?])[\"“”](?=\w)",
    r"(?<=[\w,.!?\"“”])(?:--+|–|—)(?=[\w\"“”‘’'])",
)


def adapt(nlp: spacy.Language) -> spacy.Language:
    """Give a pipeline's tokenizer the treebanks' word boundaries."""
    tokenizer = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*nlp.Defaults.infixes, *INFIXES]).finditer
    tokenizer.token_match = WHOLE.match
    tokenizer.rules = {form: cut for form, cut in tokenizer.rules.items() if form != "and/or"}
    for word in ABBREVIATIONS:
        tokenizer.add_special_case(word, [{ORTH: word}])
    for first in ("wan", "Wan"):
        tokenizer.add_special_case(f"{first}na", [{ORTH: first}, {ORTH: "na"}])
    return nlp


@spacy.registry.callbacks("eventcode.adapt_tokenizer.v1")
def adapt_before_init() -> object:
    """The callback that training's configuration names."""
    return adapt
