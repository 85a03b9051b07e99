"""Clauses of all pages: the front page, the economy, disasters, sport."""

from training.news import words
from training.news.clauses import Clauses
from training.news.trees import Node, adjective, node, noun, number, preposition, title_case, verb
from training.news.verbs import plural


class Pages(Clauses):
    """Draws clauses of every kind."""

    def clause(self) -> Node:
        return self.made(
            (14, self.transitive), (8, self.passive), (3, self.particle), (3, self.prepositional), (4, self.controlled),
            (3, self.raised), (4, self.asked), (2, self.accused), (7, self.shared), (4, self.given), (3, self.alone),
            (2, self.called_on), (2, self.economy), (2, self.disaster), (1, self.sport), (1, self.described),
            (1, self.balanced), (3, self.copular), (1, self.neither), (5, self.effect),
        )  # fmt: skip

    def economy(self) -> Node:
        if self.often(0.5):
            subject = self.thing_of(words.FIGURES, 0.3)
            found = self.with_subject(self.finite(self.pick(words.FALLING), subject), "nsubj", subject)
            if self.often(0.7):
                by = noun("percent").front("nummod", number(self.pick(("2.5", "12", "3", "0.4", "20", "7"))))
                found.add("obl", by.front("case", preposition("by")))
        else:
            subject = self.thing_of(words.FIRMS, 0.5)
            found = self.with_subject(self.finite(self.pick(words.TRADING), subject), "nsubj", subject)
            found.add("obj", self.pick((self.jobs, self.money, self.holding))())
        found.after += self.circumstances(long=False)
        return found

    def jobs(self) -> Node:
        return self.count(noun("job", plural=True))

    def holding(self) -> Node:
        return self.thing_of((*words.FIRMS, *words.FIGURES))

    def disaster(self) -> Node:
        subject = self.thing_of(words.DISASTERS, 0.3)
        lemma = self.pick(
            ("kill", "injure", "hit", "strike", "destroy", "damage", "displace", "threaten", "trap", "leave")
        )
        lemma = "hit" if lemma == "leave" else lemma
        found = self.with_subject(self.finite(lemma, subject), "nsubj", subject)
        found.add(
            "obj",
            self.victims() if lemma in ("kill", "injure", "displace", "trap") else self.pick((self.place, self.site))(),
        )
        found.after += self.circumstances()
        return found

    def sport(self) -> Node:
        subject = self.made((1, self.person), (1, self.country), (1, lambda: self.thing_of(words.TEAMS)))
        if self.often(0.5):
            found = self.with_subject(
                self.finite(self.pick(("beat", "defeat", "face", "play", "thrash")), subject), "nsubj", subject
            )
            found.add("obj", self.country()).add("obl", self.after("in", lambda: self.thing_of(words.CUPS, 1)))
        else:
            lemma = self.pick(("win", "lose", "reach", "lead", "quit", "miss", "head"))
            found = self.with_subject(self.finite(lemma, subject), "nsubj", subject)
            found.add("obj", self.thing_of(words.CUPS, 1))
        found.after += self.circumstances(long=False)
        return found

    def described(self) -> Node:
        """ "described the attack as a provocation"."""
        found = self.active(self.pick(("describe", "denounce", "see", "portray")), long=True).add("obj", self.attack())
        what = noun(self.pick(words.AS_NOUNS))
        return found.add("obl", what.front("det", self.article_a(what)).front("case", preposition("as")))

    def copular(self) -> Node:
        """ "The talks were a failure", "Two soldiers are dead"."""
        subject = self.pick((self.talks, self.attack, self.protest, self.deal, self.call))()
        if self.often(0.5):
            found = noun(self.pick(words.AS_NOUNS))
            found.front("det", self.article_a(found))
        else:
            found = adjective(
                self.pick(("illegal", "unacceptable", "inevitable", "possible", "necessary", "peaceful", "violent"))
            )
        be = ("were", "VBD") if plural(subject) else self.pick((("was", "VBD"), ("is", "VBZ")))
        return found.front("cop", node(be[0], "AUX", be[1], "be")).front("nsubj", subject)

    def neither(self) -> Node:
        """ "Neither Iran nor Iraq signed the deal"; "either …"."""
        one, other = self.pick((("neither", "nor"), ("either", "or")))
        first, second = (title_case(c.name) for c in self.some(self.countries, 2))
        first.front("cc:preconj", node(one, "CCONJ", "CC")).add("conj", second.front("cc", node(other, "CCONJ", "CC")))
        lemmas, maker = self.frame()
        return verb(self.pick(lemmas), "VBD").front("nsubj", first).add("obj", maker())

    def balanced(self) -> Node:
        """Short and in the present: "Troops exchange fire", "The minister rejects offer"."""
        subject = self.made((2, self.state), (3, self.bare_people), (1, self.body))
        lemma, *rest = self.pick(words.BALANCED).split()
        found = verb(lemma, "VBP" if plural(subject) else "VBZ").front("nsubj", subject)
        return found.add("obj", noun(" ".join(rest)))
