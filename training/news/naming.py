"""Names in their phrases: countries, towns, persons."""

from collections.abc import Callable
from pathlib import Path

from training.news import names, words
from training.news.draw import Draw
from training.news.trees import (
    Node,
    adjective,
    comma,
    coordinated,
    determiner,
    hyphen,
    name,
    node,
    number,
    preposition,
    title_case,
)


class Naming(Draw):
    """Draws names."""

    def __init__(self, seed: int, knowledge: Path) -> None:
        super().__init__(seed)
        self.countries = list(names.countries(knowledge))
        self.frequent = [c for c in self.countries if c.name in names.FREQUENT]
        self.groups = names.short_names(knowledge)

    def country(self) -> Node:
        if self.often(0.2):
            return title_case(self.pick(names.ARTICLED)).front("det", determiner("the"))
        return title_case(self.known().name)

    def known(self) -> names.Country:
        """A country, those that the news is full of more often."""
        return self.pick(self.frequent if self.often(0.55) else self.countries)

    def capital(self) -> Node:
        return title_case(self.pick(names.CAPITALS))

    def group(self) -> Node:
        return name(self.pick(self.groups))

    def state(self) -> Node:
        """A country, its capital, or an organisation."""
        return self.made((7, self.country), (2, self.capital), (1, self.group))

    def states(self) -> Node:
        """Several countries."""
        parts = [title_case(c.name) for c in self.some(self.countries, self.pick((2, 2, 2, 3, 3, 4)))]
        found = coordinated(parts)
        if len(parts) == 2 and self.often(0.25):
            found.front("cc:preconj", node("both", "CCONJ", "CC"))
        return found

    def town(self) -> Node:
        return title_case(self.pick(names.TOWNS).replace("New~", "~New "))

    def place(self) -> Node:
        found = self.made((3, self.town), (2, self.country))
        return found

    def person(self) -> Node:
        """ "Omar Hassan", "Omar al-Assad", at times the surname alone."""
        if self.often(0.15):
            return name(self.pick(names.SURNAMES))
        found = name(self.pick(names.GIVEN))
        if self.often(0.08):
            found.add("flat", name("al"))
            return found.add("flat", name(self.pick(names.AL)).front("punct", hyphen()))
        return found.add("flat", name(self.pick(names.SURNAMES)))

    def demonym(self) -> Node:
        """The adjective of a country."""
        first, *rest = self.known().adjective.split()
        if not rest:
            return adjective(first)
        if first in ("South", "North", "East", "West"):
            return adjective(rest[-1]).front("compound", name(first))
        found = adjective(first)
        found.after = [("flat", adjective(word)) for word in rest]
        return found

    def nation(self) -> tuple[str, Node]:
        """What says of which country an office is, as a modifier."""
        if self.often(0.15):
            return "compound", name(self.pick(("US", "U.S.", "UN", "U.N.", "EU", "UK", "NATO")))
        return "amod", self.demonym()

    def plain_country(self) -> Node:
        return name(self.pick([c.name for c in self.countries if c.name.isalpha()]))

    def pair(self) -> list[Node]:
        """ "Israel-Hamas": two names cut at their hyphen."""
        first, second = self.some([c.name for c in self.countries if c.name.isalpha()], 2)
        return [name(first).add("punct", hyphen()), name(second)]

    def year(self) -> Node:
        return number(str(self.between(1988, 2025)))

    def day(self) -> Node:
        return name(self.pick(words.WEEKDAYS))

    def they(self) -> Node:
        form, lemma = self.pick((("he", "he"), ("they", "they"), ("it", "it"), ("she", "she")))
        return node(form, "PRON", "PRP", lemma)

    def after(self, word: str, maker: Callable[[], Node]) -> Node:
        """A noun phrase with its preposition."""
        return maker().front("case", preposition(word))

    def aside(self, phrase: Node) -> Node:
        """A phrase between commas."""
        return phrase.front("punct", comma()).add("punct", comma())
