"""When, where and why."""

from training.news import words
from training.news.phrases import Phrases
from training.news.trees import (
    Node,
    adjective,
    comma,
    determiner,
    name,
    node,
    noun,
    number,
    preposition,
)


class Circumstances(Phrases):
    """Draws times, places and reasons."""

    def time(self) -> tuple[str, Node]:
        """A time, without a comma."""
        kind = self.between(1, 12)
        if kind <= 5:
            return "obl", self.after("on", self.day)
        if kind <= 7:
            return "obl:unmarked", self.loose_day()
        if kind == 8:
            unit = noun(self.pick(("week", "month", "year", "week", "weekend")))
            return "obl:unmarked", unit.front(*self.pick((("amod", adjective("last")), ("det", determiner("this")))))
        if kind == 9:
            return "obl", self.after("in", self.pick((self.year, self.month)))
        if kind == 10:
            return "obl", self.after("on", self.date)
        if kind == 11:
            units = noun(self.pick(("day", "week", "year", "month", "hour")), plural=True)
            units.front("nummod", number(self.pick(("two", "three", "10", "five"))))
            return "advmod", node("ago", "ADV", "RB").front("obl:unmarked", units)
        return "obl:unmarked", noun(self.pick(("today", "yesterday", "yesterday", "today")))

    def early(self) -> tuple[str, Node]:
        """A time between subject and verb."""
        return ("obl", self.after("on", self.day)) if self.often(0.6) else ("obl:unmarked", self.loose_day())

    def loose_day(self) -> Node:
        """ "Monday", "late Friday"."""
        found = self.day()
        if self.often(0.4):
            found.front("amod", adjective(self.pick(("late", "late", "early", "last"))))
        return found

    def month(self) -> Node:
        found = name(self.pick(words.MONTHS))
        if self.often(0.3):
            found.front("amod", adjective(self.pick(("late", "early"))))
        return found.add("nmod:unmarked", self.year()) if self.often(0.4) else found

    def date(self) -> Node:
        """ "June 26, 2024": the day is the head."""
        found = number(str(self.between(1, 31))).front("nmod:unmarked", name(self.pick(words.MONTHS)))
        if self.often(0.4):
            return found
        return found.add("punct", comma()).add("nmod:unmarked", self.year())

    def where(self) -> tuple[str, Node]:
        if self.often(0.3):
            return "obl", self.after(self.pick(("at", "near", "in", "outside")), self.site)
        return "obl", self.after(self.pick(("in", "in", "in", "in", "near", "outside")), self.place)

    def reason(self) -> tuple[str, Node]:
        case = self.pick(
            ("because", "over", "over", "despite", "amid", "after", "during", "since", "before", "following")
        )
        found = self.pick((self.protest, self.attack, self.matter, self.talks))()
        if case == "because":
            return "obl", found.front("case", preposition("because").add("fixed", preposition("of")))
        if case == "following":
            return "obl", found.front("case", node("following", "VERB", "VBG", "follow"))
        return "obl", found.front("case", preposition(case))

    def victims(self) -> Node:
        """ "at least 12 people, including three children"."""
        found = self.count(noun(self.pick(("people", "people", "civilian", "soldier", "child")), plural=True))
        if self.often(0.2):
            among = noun(self.pick(("child", "woman", "police officer", "journalist")), plural=True)
            among.front("nummod", number(self.pick(("two", "three", "four")))).front(
                "case", node("including", "VERB", "VBG", "include")
            )
            found.add("nmod", among.front("punct", comma()))
        return found
