"""Newspaper sentences with their trees, made by a small grammar from the project's own word lists.

Treebanks of free licences hold little newswire, so a parser trained on them alone stumbles over its daily
bread: "Oman on Friday expelled two diplomats", "…, a spokesman said", "killing 12 people". The grammar
below writes such sentences with the relations that the treebanks use for them; training mixes them in.
"""

import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import lemminflect

from eventcode.lexicon.store import BUNDLED

Word = tuple[str, str, str, str]  # form, lemma, UPOS, XPOS


@dataclass(slots=True)
class Node:
    """A word and its dependents: `before` and `after` it, each with its relation."""

    word: Word
    before: list[tuple[str, "Node"]] = field(default_factory=list)
    after: list[tuple[str, "Node"]] = field(default_factory=list)


def node(form: str, upos: str, xpos: str, lemma: str | None = None) -> Node:
    """A node for one word."""
    low = form if upos == "PROPN" else form.lower()
    return Node((form, lemma or low, upos, xpos))


def comma() -> Node:
    return node(",", "PUNCT", ",")


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "March", "June", "September", "October", "December")
GIVEN = ("Omar", "Maria", "Viktor", "Chen", "Ahmed", "Paul", "Elena", "Joao", "Amina", "Peter", "Kwame", "Sergei", "Li")
SURNAMES = ("Hassan", "Petrov", "Okafor", "Lopez", "Tanaka", "Novak", "Rahman", "Schmidt", "Diallo", "Kim", "Haddad")
TOWNS = (
    "Geneva",
    "Homs",
    "Basra",
    "Goma",
    "Kandahar",
    "Vienna",
    "Mosul",
    "Lagos",
    "Quito",
    "Minsk",
    "Tripoli",
    "Manila",
)
TITLES = (
    "President",
    "Foreign Minister",
    "Prime Minister",
    "Defense Minister",
    "Finance Minister",
    "Senator",
    "General",
)
PEOPLE = ("officials", "troops", "soldiers", "police", "rebels", "protesters", "lawmakers", "diplomats", "militants",
          "prosecutors", "forces", "authorities", "negotiators", "gunmen", "activists", "villagers", "refugees", "leaders",
          "students", "workers", "warplanes", "insurgents", "separatists", "ministers", "journalists", "prisoners")  # fmt: skip
BODIES = (
    "government",
    "army",
    "parliament",
    "court",
    "opposition",
    "military",
    "navy",
    "cabinet",
    "embassy",
    "ministry",
)
HEADS = ("foreign minister", "prime minister", "president", "army chief", "spokesman", "ambassador", "opposition leader",
         "defense secretary", "envoy", "police commander", "interior minister", "judge", "lawmaker")  # fmt: skip
THINGS = ("sanctions", "talks", "aid", "an embargo", "a ceasefire", "weapons", "tanks", "relations", "negotiations",
          "a treaty", "an agreement", "a curfew", "the border", "an attack", "an offensive", "food supplies", "a proposal",
          "a demand", "a resolution", "elections", "reforms", "a statement", "an investigation", "humanitarian aid",
          "economic sanctions", "diplomatic relations", "peace talks", "military aid", "trade talks", "a peace plan",
          "a state of emergency", "air strikes", "a request", "two hostages", "the prisoners", "an appeal")  # fmt: skip
DEEDS = ("attack", "accuse", "criticize", "condemn", "expel", "arrest", "reject", "suspend", "lift", "impose", "sign",
         "renew", "urge", "release", "deploy", "withdraw", "cancel", "denounce", "praise", "welcome", "support", "bomb",
         "shell", "kill", "detain", "deport", "free", "recall", "summon", "warn", "recognize", "blame", "meet", "visit",
         "occupy", "seize", "blockade", "ban", "approve", "announce", "resume", "halt", "cut", "hold", "launch", "open",
         "offer", "send", "provide", "supply", "donate", "deliver", "cede", "abduct", "kidnap", "raid", "storm", "outlaw",
         "endorse", "defend", "discuss", "ease", "extend", "freeze", "invade", "investigate", "jail", "mediate", "mobilize",
         "oppose", "pledge", "postpone", "prosecute", "protest", "question", "ratify", "rebuff", "refuse", "restore",
         "return", "sentence", "strike", "sue", "threaten", "torture", "transfer", "veto", "evacuate", "indict", "hit")  # fmt: skip
PASSIVE_ONLY_PARTICLES = (("carry", "out"), ("call", "off"), ("break", "off"), ("hand", "over"), ("shut", "down"),
                          ("blow", "up"), ("set", "up"), ("cut", "off"), ("round", "up"), ("turn", "down"))  # fmt: skip
CONTROL = (
    "agree",
    "refuse",
    "threaten",
    "promise",
    "vow",
    "decide",
    "plan",
    "pledge",
    "want",
    "try",
    "offer",
    "decline",
)
ASKING = ("urge", "ask", "tell", "allow", "order", "warn", "advise", "press")
SAYING = ("say", "announce", "report", "add", "claim", "confirm", "warn", "insist")
AFTER_NOUN = ("with", "against", "on", "for", "to", "between", "from", "in", "over")
PLACES = ("in", "near", "outside", "inside", "at")
PURPOSES = (
    "killing",
    "wounding",
    "injuring",
    "leaving",
    "capturing",
    "freeing",
    "accusing",
    "calling",
    "urging",
    "seizing",
)


def inflect(lemma: str, xpos: str) -> str:
    """One inflected form of a verb."""
    return lemminflect.getInflection(lemma, tag=xpos)[0]


class Grammar:
    """Draws sentences; the same seed gives the same sentences."""

    def __init__(self, seed: int, knowledge: Path = BUNDLED) -> None:
        self.draw = random.Random(seed)
        self.countries = list(countries(knowledge))

    def pick(self, options: tuple[str, ...]) -> str:
        return self.draw.choice(options)

    def often(self, share: float) -> bool:
        return self.draw.random() < share

    # noun phrases

    def actor(self) -> Node:
        """A party as newspapers name it."""
        makers: tuple[Callable[[], Node], ...] = (
            self.country, self.country, self.officer, self.officer, self.head, self.body, self.people, self.people, self.owned,
        )  # fmt: skip
        found = self.draw.choice(makers)()
        if self.often(0.12):
            found.after += [("cc", node("and", "CCONJ", "CC"))]
            found.after[-1:] = [("conj", with_first("cc", node("and", "CCONJ", "CC"), self.draw.choice(makers)()))]
        return found

    def country(self) -> Node:
        name, _ = self.draw.choice(self.countries)
        if self.often(0.15):
            return self.united()
        return proper(name)

    def united(self) -> Node:
        first, second, xpos = self.draw.choice(
            (("United", "States", "NNPS"), ("United", "Nations", "NNPS"), ("European", "Union", "NNP"))
        )
        head = node(second, "PROPN", xpos, second)
        head.before = [("det", node("the", "DET", "DT")), ("amod", node(first, "ADJ", "NNP"))]
        return head

    def adjective(self) -> Node:
        words = self.draw.choice(self.countries)[1].split()
        head = node(words[-1], "ADJ", "JJ")
        head.before = [("compound", node(w, "PROPN", "NNP")) for w in words[:-1]]
        return head

    def officer(self) -> Node:
        """ "Iranian Foreign Minister Omar Petrov": the given name is the head."""
        head = node(self.pick(GIVEN), "PROPN", "NNP")
        words = self.pick(TITLES).split()
        title = node(words[-1], "PROPN", "NNP")
        title.before = [("amod", self.adjective())] if self.often(0.6) else [("compound", node("U.S.", "PROPN", "NNP"))]
        title.before += [("amod" if w in ("Foreign", "Prime") else "compound",
                          node(w, "ADJ" if w in ("Foreign", "Prime") else "PROPN", "NNP")) for w in words[:-1]]  # fmt: skip
        head.before = [("nmod:desc", title)]
        head.after = [("flat", node(self.pick(SURNAMES), "PROPN", "NNP"))]
        return head

    def head(self) -> Node:
        """ "Oman's foreign minister", "the Omani president", "an opposition leader"."""
        words = self.pick(HEADS).split()
        found = node(words[-1], "NOUN", "NN")
        if self.often(0.4):
            found.before = [("nmod:poss", self.possessor())]
        else:
            found.before = [("det", node(self.pick(("the", "the", "a")), "DET", "DT")), ("amod", self.adjective())]
        found.before += [modifier(w) for w in words[:-1]]
        if self.often(0.3):
            found.after = [("punct", comma()), ("appos", self.named()), ("punct", comma())]
        return found

    def named(self) -> Node:
        found = node(self.pick(GIVEN), "PROPN", "NNP")
        found.after = [("flat", node(self.pick(SURNAMES), "PROPN", "NNP"))]
        return found

    def possessor(self) -> Node:
        found = self.country()
        found.after = [*found.after, ("case", node("'s", "PART", "POS"))]
        return found

    def body(self) -> Node:
        found = node(self.pick(BODIES), "NOUN", "NN")
        owner: list[tuple[str, Node]] = [("det", node("the", "DET", "DT")), ("amod", self.adjective())]
        found.before = owner if self.often(0.6) else [("nmod:poss", self.possessor())]
        return found

    def people(self) -> Node:
        form = self.pick(PEOPLE)
        found = node(form, "NOUN", "NNS", lemminflect.getLemma(form, "NOUN")[0])
        if self.often(0.25):
            found.before.append(("nummod", node(self.pick(("two", "three", "12", "30", "dozens")), "NUM", "CD")))
        if self.often(0.7):
            found.before.append(("amod", self.adjective()))
        if self.often(0.25):
            found.after.append(("nmod", self.phrase(self.pick(("in", "from", "near")), self.place)))
        return found

    def owned(self) -> Node:
        """ "dozens of Malian soldiers", "leaders of the opposition"."""
        found = node(self.pick(("leaders", "members", "hundreds", "dozens", "supporters")), "NOUN", "NNS")
        found.after = [("nmod", self.phrase("of", self.draw.choice((self.people, self.body))))]
        return found

    def place(self) -> Node:
        return proper(self.pick(TOWNS)) if self.often(0.5) else self.country()

    def thing(self) -> Node:
        """What is lifted, signed, held: a plain object, often with a phrase of its own."""
        words = self.pick(THINGS).split()
        if words[:3] == ["a", "state", "of"]:
            words = ["a", "curfew"]
        plural = words[-1].endswith("s")
        found = node(words[-1], "NOUN", "NNS" if plural else "NN", lemminflect.getLemma(words[-1], "NOUN")[0])
        for word in words[:-1]:
            found.before.append(("det", node(word, "DET", "DT")) if word in ("a", "an", "the") else modifier(word))
        if self.often(0.55):
            found.after.append(("nmod", self.phrase(self.pick(AFTER_NOUN), self.actor)))
        return found

    def phrase(self, preposition: str, maker: Callable[[], Node]) -> Node:
        """A noun phrase with its preposition."""
        return with_first("case", node(preposition, "ADP", "IN"), maker())

    # circumstances

    def time(self) -> tuple[str, Node]:
        kind = self.draw.randrange(5)
        if kind == 0:
            return "obl:unmarked", node(self.pick(("today", "yesterday")), "NOUN", "NN")
        if kind == 1:
            unit = node(self.pick(("week", "month", "year")), "NOUN", "NN")
            unit.before = [("amod", node(self.pick(("last", "this")), "ADJ" if self.often(1) else "DET", "JJ"))]
            return "obl:unmarked", unit
        if kind == 2:
            month = with_first("case", node("in", "ADP", "IN"), node(self.pick(MONTHS), "PROPN", "NNP"))
            return "obl", month
        day = node(self.pick(WEEKDAYS), "PROPN", "NNP")
        return ("obl", with_first("case", node("on", "ADP", "IN"), day)) if self.often(0.75) else ("obl:unmarked", day)

    def circumstances(self) -> list[tuple[str, Node]]:
        found: list[tuple[str, Node]] = []
        if self.often(0.3):
            found.append(("obl", self.phrase(self.pick(PLACES), self.place)))
        if self.often(0.3):
            found.append(self.time())
        if self.often(0.12):
            found.append(("advcl", self.subordinate()))
        if self.often(0.15):
            found += [("punct", comma()), ("advcl", self.participle())]
        return found

    def subordinate(self) -> Node:
        clause = self.clause(plain=True)
        clause.before.insert(0, ("mark", node(self.pick(("after", "as", "while", "because", "before")), "SCONJ", "IN")))
        return clause

    def participle(self) -> Node:
        form = self.pick(PURPOSES)
        found = node(form, "VERB", "VBG", lemminflect.getLemma(form, "VERB")[0])
        if form == "calling":
            found.after = [("obl", self.phrase("for", self.thing))]
        else:
            found.after = [("obj", self.people())]
        return found

    # clauses

    def clause(self, *, plain: bool = False) -> Node:
        """A finite clause with its subject."""
        makers = [self.transitive] * 6 + [self.passive] * 3 + [self.particle]
        if not plain:
            makers += [self.controlled] * 2 + [self.asked] * 2 + [self.accused, self.coordinated]
        return self.draw.choice(makers)()

    def verb(self, lemma: str) -> Node:
        """A verb in a past, perfect or future form, its auxiliaries before it."""
        kind = self.draw.randrange(10)
        if kind < 6:
            return node(inflect(lemma, "VBD"), "VERB", "VBD", lemma)
        if kind < 8:
            found = node(inflect(lemma, "VBN"), "VERB", "VBN", lemma)
            form, xpos = self.draw.choice((("has", "VBZ"), ("have", "VBP"), ("had", "VBD")))
            found.before = [("aux", node(form, "AUX", xpos, "have"))]
            return found
        found = node(lemma, "VERB", "VB", lemma)
        found.before = [("aux", node(self.pick(("will", "would", "may", "must")), "AUX", "MD"))]
        return found

    def with_subject(self, verb: Node, relation: str, subject: Node) -> Node:
        """Put a subject, and at times a date or a relative clause, before a verb."""
        if self.often(0.08):
            subject.after += [("punct", comma()), ("acl:relcl", self.relative()), ("punct", comma())]
        early = [self.time()] if self.often(0.3) else []
        verb.before = [(relation, subject), *early, *verb.before]
        return verb

    def relative(self) -> Node:
        verb = self.verb(self.pick(DEEDS))
        verb.before = [("nsubj", node(self.pick(("who", "which")), "PRON", "WP")), *verb.before]
        verb.after = [("obj", self.thing())]
        return verb

    def transitive(self) -> Node:
        verb = self.with_subject(self.verb(self.pick(DEEDS)), "nsubj", self.actor())
        verb.after = [("obj", self.actor() if self.often(0.45) else self.thing()), *self.circumstances()]
        return verb

    def particle(self) -> Node:
        lemma, part = self.draw.choice(PASSIVE_ONLY_PARTICLES)
        verb = self.with_subject(self.verb(lemma), "nsubj", self.actor())
        verb.after = [("compound:prt", node(part, "ADP", "RP")), ("obj", self.thing()), *self.circumstances()]
        return verb

    def passive(self) -> Node:
        lemma = self.pick(DEEDS)
        verb = node(inflect(lemma, "VBN"), "VERB", "VBN", lemma)
        verb.before = [("aux:pass", node(self.pick(("was", "were")), "AUX", "VBD", "be"))]
        verb = self.with_subject(verb, "nsubj:pass", self.actor() if self.often(0.6) else self.thing())
        agent = [("obl:agent", self.phrase("by", self.actor))] if self.often(0.5) else []
        verb.after = [*agent, *self.circumstances()]
        return verb

    def infinitive(self) -> Node:
        lemma = self.pick(DEEDS)
        found = node(lemma, "VERB", "VB", lemma)
        found.before = [("mark", node("to", "PART", "TO"))]
        found.after = [("obj", self.actor() if self.often(0.4) else self.thing())]
        return found

    def controlled(self) -> Node:
        verb = self.with_subject(self.verb(self.pick(CONTROL)), "nsubj", self.actor())
        verb.after = [("xcomp", self.infinitive())]
        return verb

    def asked(self) -> Node:
        verb = self.with_subject(self.verb(self.pick(ASKING)), "nsubj", self.actor())
        verb.after = [("iobj", self.actor()), ("xcomp", self.infinitive())]
        return verb

    def accused(self) -> Node:
        lemma, mark = self.draw.choice((("accuse", "of"), ("blame", "for"), ("arrest", "for"), ("criticize", "for")))
        verb = self.with_subject(self.verb(lemma), "nsubj", self.actor())
        deed = self.pick(DEEDS)
        gerund = node(inflect(deed, "VBG"), "VERB", "VBG", deed)
        gerund.before = [("mark", node(mark, "SCONJ", "IN"))]
        gerund.after = [("obj", self.thing())]
        verb.after = [("obj", self.actor()), ("advcl", gerund)]
        return verb

    def coordinated(self) -> Node:
        first = self.transitive()
        lemma = self.pick(DEEDS)
        second = node(inflect(lemma, "VBD"), "VERB", "VBD", lemma)
        second.before = [("cc", node("and", "CCONJ", "CC"))]
        second.after = [("obj", self.thing())]
        first.after.append(("conj", second))
        return first

    def reported(self) -> Node:
        """ "…, officials said on Friday" and "officials said that …"."""
        lemma = self.pick(SAYING)
        verb = node(inflect(lemma, "VBD"), "VERB", "VBD", lemma)
        inner = self.clause()
        speaker = self.named() if self.often(0.2) else self.actor()
        when = [self.time()] if self.often(0.4) else []
        if self.often(0.6):
            verb.before = [("ccomp", inner), ("punct", comma()), ("nsubj", speaker)]
            verb.after = when
        else:
            if self.often(0.6):
                inner.before.insert(0, ("mark", node("that", "SCONJ", "IN")))
            verb.before = [("nsubj", speaker)]
            verb.after = [*when, ("ccomp", inner)]
        return verb

    def sentence(self) -> Node:
        """A whole sentence, full stop included."""
        root = self.reported() if self.often(0.35) else self.clause()
        root.after.append(("punct", node(".", "PUNCT", ".")))
        return root


def with_first(relation: str, first: Node, phrase: Node) -> Node:
    """A phrase with one more word in front."""
    phrase.before.insert(0, (relation, first))
    return phrase


def modifier(word: str) -> tuple[str, Node]:
    """A noun or adjective before a noun."""
    if word in ("foreign", "prime", "humanitarian", "economic", "diplomatic", "military", "interior"):
        return "amod", node(word, "ADJ", "JJ")
    return ("nummod", node(word, "NUM", "CD")) if word == "two" else ("compound", node(word, "NOUN", "NN"))


def proper(name: str) -> Node:
    """A proper name: the last word heads it."""
    words = name.split()
    head = node(words[-1], "PROPN", "NNP")
    head.before = [("compound", node(w, "PROPN", "NNP")) for w in words[:-1]]
    return head


def countries(knowledge: Path) -> Iterator[tuple[str, str]]:
    """Name and adjective of the countries that newspapers name in one or two words."""
    with (knowledge / "actors" / "countries.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            adjective = row["adjectives"].split(";")[0]
            if (
                adjective
                and not row["until"]
                and len(row["name"].split()) <= 2
                and row["name"].replace(" ", "").isalpha()
            ):
                yield row["name"], adjective


def linear(root: Node) -> list[tuple[Word, int, str]]:
    """The words of a tree in order, each with its head (counted from 1, 0 for the root) and relation."""
    order: list[Node] = []
    above: dict[int, tuple[Node | None, str]] = {}

    def walk(at: Node, head: Node | None, relation: str) -> None:
        for name, child in at.before:
            walk(child, at, name)
        order.append(at)
        above[id(at)] = (head, relation)
        for name, child in at.after:
            walk(child, at, name)

    walk(root, None, "root")
    place = {id(n): i for i, n in enumerate(order, 1)}
    return [(n.word, place[id(above[id(n)][0])] if above[id(n)][0] else 0, above[id(n)][1]) for n in order]


def sentences(count: int, seed: int = 1) -> Iterator[list[tuple[Word, int, str]]]:
    """That many sentences, the same for the same seed."""
    grammar = Grammar(seed)
    for _ in range(count):
        yield linear(grammar.sentence())
