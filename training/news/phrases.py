"""What the news is about: talks, attacks, deals, aid, places."""

from collections.abc import Callable, Sequence

from training.news import words
from training.news.parties import Parties
from training.news.trees import (
    Node,
    adjective,
    coordinated,
    determiner,
    hyphen,
    marker,
    node,
    noun,
    number,
    verb,
)


class Phrases(Parties):
    """Draws noun phrases."""

    def matter(self) -> Node:
        words_ = self.pick(words.MATTERS)
        return self.with_article(noun(words_), 0.3)

    def thing_of(self, nouns: Sequence[str], share: float = 0.4) -> Node:
        """A noun of a list: alone, with an owner, a number, a demonym, a pair of countries before it."""
        entry = self.pick(nouns)
        plural = not entry.endswith("+") and entry.split()[-1] not in words.MASS and self.often(0.35)
        found = noun(entry, plural=plural)
        kind = self.between(1, 20)
        if kind <= 3:
            return found.front("nmod:poss", self.owner())
        if kind <= 5:
            found.before.insert(0, self.nation())
        elif kind == 6:
            found.before[:0] = [("compound", c) for c in self.pair()]
        elif kind == 7:
            found.front("compound", self.span())
        elif kind <= 9:
            found.front(
                "amod", adjective(self.pick(("new", "recent", "major", "military", "joint", "bilateral", "deadly")))
            )
        elif kind == 10 and plural:
            return self.count(found)
        elif kind == 11 and plural:
            return found.front("det", determiner("no"))
        return self.with_article(found, share)

    def span(self) -> Node:
        """ "two-day"."""
        many = number(self.pick(("two", "three", "four", "five", "six", "10", "30")))
        return noun(self.pick(("day", "day", "week", "year", "month", "hour"))).front(
            "nummod", many.add("punct", hyphen())
        )

    def link(self, found: Node, *options: tuple[str, Callable[[], Node]]) -> Node:
        """At times a prepositional phrase behind a noun."""
        if self.often(0.5):
            return found.add("nmod", self.after(*self.pick(options)))
        if self.often(0.1):
            return coordinated([found, self.thing_of((*words.DEALS, *words.THINGS, *words.PROTESTS))])
        return found.add("acl:relcl", self.restriction()) if self.often(0.1) else found

    def restriction(self) -> Node:
        """ "that would end the war": a relative clause without commas."""
        if self.often(0.5):
            found = verb(self.pick(("end", "ban", "limit", "allow", "cover", "ease", "cut", "protect")), "VB")
            found.front("aux", node(self.pick(("would", "will", "could")), "AUX", "MD"))
        else:
            found = verb(self.pick(("end", "ban", "shock", "follow", "divide", "kill", "hit", "spark")), "VBD")
        found.add("obj", self.pick((self.matter, self.plain_party))())
        return found.front("nsubj", node("that", "PRON", "WDT"))

    def both_sides(self) -> Node:
        return coordinated([self.state(), self.state()])

    def talks(self) -> Node:
        return self.link(
            self.thing_of(words.TALKS),
            ("with", self.plain_party),
            ("between", self.both_sides),
            ("on", self.matter),
            ("with", self.state),
            ("in", self.town),
            ("over", self.matter),
        )

    def attack(self) -> Node:
        return self.link(
            self.thing_of(words.ATTACKS),
            ("on", self.site),
            ("against", self.plain_party),
            ("in", self.place),
            ("by", self.plain_party),
            ("on", self.plain_party),
        )

    def protest(self) -> Node:
        return self.link(
            self.thing_of(words.PROTESTS),
            ("against", self.plain_party),
            ("over", self.matter),
            ("in", self.place),
            ("against", self.matter),
            ("by", self.bare_people),
        )

    def call(self) -> Node:
        found = self.thing_of(words.CALLS)
        if self.often(0.25):
            return found.add("acl", self.bare_infinitive())
        return self.link(
            found, ("for", self.matter), ("for", self.talks), ("from", self.plain_party), ("for", self.deal)
        )

    def bare_infinitive(self) -> Node:
        found = verb(self.pick(words.TO_THINGS), "VB").front("mark", marker("to"))
        return found.add("obj", self.thing_of(words.THINGS))

    def deal(self) -> Node:
        found = self.thing_of(words.DEALS)
        if self.often(0.15):
            signed = verb(self.pick(("sign", "reach", "broker", "negotiate", "agree")), "VBN")
            return found.add("acl", signed.add("obl", self.after("in", self.pick((self.town, self.year)))))
        return self.link(found, ("with", self.state), ("between", self.both_sides), ("on", self.matter))

    def visit(self) -> Node:
        return self.link(self.thing_of(words.VISITS), ("to", self.place), ("by", self.plain_party), ("to", self.state))

    def measure(self) -> Node:
        return self.link(
            self.thing_of(words.MEASURES), ("on", self.state), ("against", self.plain_party), ("on", self.matter)
        )

    def aid(self) -> Node:
        if self.often(0.15):
            return self.money().add(
                "nmod", self.after("in", lambda: noun(self.pick(("aid", "compensation", "support"))))
            )
        found = self.loan() if self.often(0.1) else self.thing_of(words.AID, 0.15)
        return self.link(found, ("to", self.plain_party), ("for", self.bare_people), ("from", self.state))

    def loan(self) -> Node:
        """ "a $ 5 million loan"."""
        found = noun(self.pick(("loan", "grant", "contract", "credit line", "aid package"))).front(
            "compound", self.money()
        )
        return found.front("det", determiner("a"))

    def gift(self) -> Node:
        """What is given to somebody: no phrase behind it."""
        return self.made((2, self.money), (1, self.loan), (11, lambda: self.thing_of(words.AID, 0.1)))

    def money(self) -> Node:
        """ "$ 5 million"."""
        many = number(self.pick(("million", "million", "billion")))
        many.front("compound", number(str(self.between(2, 900))))
        return node("$", "SYM", "$").add("nummod", many)

    def site(self) -> Node:
        return self.link(self.thing_of(words.SITES, 0.5), ("in", self.place), ("near", self.town), ("in", self.place))

    def thing(self) -> Node:
        return self.link(
            self.thing_of(words.THINGS), ("on", self.matter), ("of", self.plain_party), ("with", self.state)
        )
