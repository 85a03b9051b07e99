"""Parties in the news: persons in office, bodies, people in numbers."""

from training.news import words
from training.news.naming import Naming
from training.news.trees import (
    Node,
    adjective,
    coordinated,
    determiner,
    hyphen,
    name,
    node,
    noun,
    number,
    preposition,
    title_case,
    verb,
)


class Parties(Naming):
    """Draws parties."""

    def titled(self) -> Node:
        """ "Iranian Foreign Minister Omar Petrov": the given name is the head."""
        found = self.person()
        if self.often(0.2):
            title = noun(self.pick((*words.OFFICES, "spokesman", "army chief", "police chief")))
        else:
            title = title_case(self.pick(words.TITLES))
        if self.often(0.65):
            title.before.insert(0, self.nation())
        if self.often(0.12):
            title.front("amod", adjective(self.pick(("former", "former", "outgoing", "new"))))
        return found.front("nmod:desc", title)

    def office(self) -> Node:
        """ "Oman's foreign minister", "the Omani president", "a spokesman for the ministry"."""
        found = noun(self.pick(words.OFFICES))
        if self.often(0.35):
            return found.front("nmod:poss", self.owner())
        if self.often(0.3):
            of = self.pick(("of", "of", "for", "from"))
            found.add("nmod", self.after(of, self.pick((self.state, self.body))))
        else:
            found.before.insert(0, self.nation())
        return found.front("det", self.article(found))

    def officer(self) -> Node:
        """Someone in office with the name behind commas, or a name with the office behind it."""
        first, second = (self.office(), self.person()) if self.often(0.5) else (self.person(), self.office())
        return first.add("appos", self.aside(second))

    def owner(self) -> Node:
        if self.often(0.25):
            return node(self.pick(("his", "their", "its", "her")), "PRON", "PRP$")
        found = self.made((6, self.state), (1, self.day), (1, self.the_country))
        return found.add("case", node("'s", "PART", "POS"))

    def the_country(self) -> Node:
        return noun(self.pick(("country", "city", "party", "group"))).front("det", determiner("the"))

    def body(self) -> Node:
        found = noun(self.pick(words.BODIES))
        kind = self.between(1, 10)
        if kind <= 4:
            found.before.insert(0, self.nation())
        elif kind <= 6:
            return found.front("nmod:poss", self.owner())
        elif kind == 7:
            found.add("nmod", self.after("of", self.country))
        return found.front("det", determiner("the"))

    def backed(self) -> Node:
        """ "the US-led coalition", "Islamist-led rebels"."""
        form = self.pick(words.LED)
        lemma = {"led": "lead", "run": "run", "held": "hold", "backed": "back", "based": "base", "owned": "own"}
        led = node(form, "VERB", "VBN", lemma.get(form) or verb_of(form))
        if self.often(0.65):
            by = (
                "obl:unmarked",
                self.made((2, lambda: name(self.pick(("US", "UN", "EU", "U.S.", "NATO")))), (3, self.plain_country)),
            )
        else:
            by = ("compound", noun(self.pick(words.ISMS)))
        by[1].add("punct", hyphen())
        led.before = [by]
        found = noun(self.pick(words.GROUPED), plural=self.often(0.4)).front("amod", led)
        return self.with_article(found, 0.75)

    def people(self) -> Node:
        found = noun(self.pick(words.PEOPLE), plural=True)
        if self.often(0.4):
            found.before.insert(0, self.nation())
        if self.often(0.12):
            found.front("amod", adjective(self.pick(("several", "many", "other", "armed", "angry", "local", "young"))))
        if self.often(0.35):
            self.count(found)
        elif self.often(0.15):
            found.front("det", determiner(self.pick(("the", "the", "some", "no"))))
        if self.often(0.18):
            found.add("nmod", self.after(self.pick(("in", "from", "near")), self.place))
        elif self.often(0.12):
            found.add("acl", self.reduced())
        return found

    def reduced(self) -> Node:
        """ "detained in Basra", "killed by rebels": people to whom something was done."""
        found = verb(self.pick(words.TO_PERSONS[:24]), "VBN")
        if self.often(0.4):
            found.add("obl:agent", self.after("by", self.plain_party))
        return found.add("obl", self.after(self.pick(("in", "near", "in")), self.place))

    def count(self, found: Node) -> Node:
        """A number before people or things: "some 2,000", "at least 12", "more than 30"."""
        many = number(self.pick(words.COUNTS))
        kind = self.between(1, 10)
        if kind == 1:
            found.front("nummod", many).front("det", determiner("some"))
            return found
        if kind == 2:
            more = node("more", "ADJ", "JJR")
            many.front("advmod", more.add("fixed", preposition("than")))
        elif kind == 3:
            least = node("least", "ADJ", "JJS").front("case", preposition("at"))
            many.front("nmod", least)
        elif kind == 4:
            many.front("advmod", node(self.pick(("about", "nearly", "around", "almost")), "ADV", "RB"))
        return found.front("nummod", many)

    def crowd(self) -> Node:
        """ "dozens of Malian soldiers", "leaders of the opposition"."""
        found = noun(self.pick(("leader", "member", "hundred", "dozen", "supporter", "thousand")), plural=True)
        return found.add("nmod", self.after("of", self.pick((self.people, self.body, self.people))))

    def one(self) -> Node:
        """One person: "a farmer", "an Omani journalist"."""
        found = noun(self.pick([w for w in words.PEOPLE if not w.endswith("+")]))
        if self.often(0.4):
            found.before.insert(0, self.nation())
        return found.front("det", self.article(found))

    def plain_party(self) -> Node:
        return self.made((4, self.state), (2, self.body), (2, self.bare_people), (1, self.titled), (1, self.backed))

    def bare_people(self) -> Node:
        found = noun(self.pick(words.PEOPLE), plural=True)
        if self.often(0.4):
            found.before.insert(0, self.nation())
        return found

    def party(self) -> Node:
        """A party as newspapers name it."""
        found = self.made(
            (6, self.state),
            (5, self.titled),
            (4, self.office),
            (3, self.officer),
            (4, self.body),
            (6, self.people),
            (2, self.crowd),
            (2, self.one),
            (2, self.backed),
            (2, self.person),
            (2, self.states),
            (1, self.they),
        )
        if self.often(0.07):
            found = self.joined(found)
        return found

    def joined(self, first: Node) -> Node:
        second = self.made((1, self.country), (1, self.body), (1, self.bare_people))
        if self.often(0.3):
            well = node("as", "ADV", "RB")
            well.after = [("fixed", node("well", "ADV", "RB")), ("fixed", preposition("as"))]
            return first.add("conj", second.front("cc", well))
        return coordinated([first, second])

    def article(self, found: Node) -> Node:
        """ "a", "an" or "the" before a noun with its modifiers."""
        first = found
        while first.before:
            first = first.before[0][1]
        if self.often(0.55):
            return determiner("the")
        sound = first.word[0]
        vowel = sound[0] in "aeiouAEIO" and not sound.startswith(("uni", "Eu", "EU", "one"))
        return determiner("an" if vowel else "a")

    def with_article(self, found: Node, share: float = 0.6) -> Node:
        """A noun with its article: always in the singular of what can be counted."""
        countable = found.word[3] == "NN" and found.word[1] not in words.MASS
        if countable:
            return found.front("det", self.article(found))
        return found.front("det", determiner("the")) if self.often(share) else found


def verb_of(form: str) -> str:
    """The verb of a regular participle."""
    return {"controlled": "control", "dominated": "dominate"}.get(form, form.removesuffix("ed"))
