"""Clauses of the news: who does what to whom, when, where and how."""

from training.news import words
from training.news.trees import Node, comma, determiner, marker, node, noun, verb
from training.news.verbs import Verbs, negation


class Clauses(Verbs):
    """Draws clauses."""

    def circumstances(self, *, long: bool = True) -> list[tuple[str, Node]]:
        found: list[tuple[str, Node]] = []
        if self.often(0.25):
            found.append(self.where())
        if not self.dated and self.often(0.35):
            found.append(self.time())
        self.dated = False
        if self.often(0.08):
            found.append(self.reason())
        if long and self.often(0.3):
            found.append(
                ("advcl", self.made((2, self.subordinate), (3, self.participle), (2, self.gerund), (1, self.purpose)))
            )
        return found

    def subordinate(self) -> Node:
        word = self.pick(("after", "as", "while", "because", "before", "if", "although", "after", "when"))
        mark = ("advmod", node("when", "ADV", "WRB")) if word == "when" else ("mark", marker(word))
        return self.short().front(*mark)

    def participle(self) -> Node:
        """ ", killing 12 people", ", citing security concerns", ", saying that …", ", accusing it of …"."""
        kind = self.between(1, 8)
        if kind <= 3:
            found = verb(self.pick(("kill", "wound", "injure", "capture", "displace", "trap", "kill")), "VBG")
            found.add("obj", self.victims())
        elif kind == 4:
            found = verb(self.pick(("say", "say", "add", "warn", "claim", "insist")), "VBG")
            found.add("ccomp", self.that(self.short()))
        elif kind == 5:
            found = verb("accuse", "VBG").add("obj", self.plain_party()).add("advcl", self.gerund_with("of"))
        elif kind == 6:
            found = verb("call", "VBG").add("obl", self.after("for", self.pick((self.talks, self.deal, self.measure))))
        else:
            lemma = self.pick(("cite", "demand", "force", "leave", "raise", "end", "block", "break", "reject", "urge"))
            maker = {"cite": self.matter, "force": self.plain_party, "leave": self.town, "urge": self.plain_party}
            found = verb(lemma, "VBG").add("obj", maker.get(lemma, self.thing)())
        return found.front("punct", comma())

    def purpose(self) -> Node:
        return self.infinitive()

    def short(self) -> Node:
        """A plain clause, for use inside others."""
        return self.made((4, self.simple), (2, self.passive), (1, self.alone))

    def active(self, lemma: str, *, long: bool) -> Node:
        subject = self.party() if long else self.plain_party()
        return self.with_subject(self.finite(lemma, subject), "nsubj", subject)

    def simple(self) -> Node:
        lemmas, maker = self.frame()
        return self.active(self.pick(lemmas), long=False).add("obj", maker())

    def transitive(self) -> Node:
        lemmas, maker = self.frame()
        found = self.active(self.pick(lemmas), long=True).add("obj", maker())
        found.after += self.circumstances()
        return found

    def passive(self) -> Node:
        lemmas, maker = self.frame()
        subject = maker()
        found = self.with_subject(self.passive_verb(self.pick(lemmas), subject), "nsubj:pass", subject)
        if self.often(0.45):
            found.add("obl:agent", self.after("by", self.plain_party))
        elif self.often(0.15):
            found.add("obl", self.after("in", lambda: self.thing_of(words.ATTACKS, 1)))
        found.after += self.circumstances(long=self.often(0.5))
        return found

    def alone(self) -> Node:
        """Nouns that look like verbs as subjects: "Protests in Lima continued"; people who flee, march, return."""
        if self.often(0.5):
            subject, lemma = self.event(), self.pick(words.ALONE)
        else:
            subject, lemma = self.party(), self.pick(words.MOVING)
        found = self.with_subject(self.finite(lemma, subject), "nsubj", subject)
        found.after = self.circumstances()
        return found

    def event(self) -> Node:
        """What happens, by a noun that may look like a verb."""
        return self.pick((self.protest, self.attack, self.talks, self.call, self.visit, self.deal, self.measure))()

    def effect(self) -> Node:
        """ "Protests cost the city", "The attack killed two soldiers"."""
        subject = self.event()
        if self.often(0.3):
            lemma, harmed = self.pick(("kill", "wound", "injure", "displace")), self.victims
        else:
            lemma, harmed = (
                self.pick(words.EFFECTS),
                self.pick((self.state, self.town, self.body, self.matter, self.site)),
            )
        found = self.with_subject(self.finite(lemma, subject), "nsubj", subject).add("obj", harmed())
        found.after += self.circumstances(long=False)
        return found

    def particle(self) -> Node:
        kind = self.between(1, 6)
        if kind <= 3:
            lemma, part = self.pick(words.PARTICLES).split()
            found = self.active(lemma, long=True).add("compound:prt", node(part, "ADP", "RP"))
            found.add("obj", self.pick((self.attack, self.talks, self.deal, self.thing))())
        elif kind == 4:
            lemma, part = self.pick(words.PARTICLES).split()
            subject = self.pick((self.attack, self.talks, self.deal, self.site))()
            found = self.with_subject(self.passive_verb(lemma, subject), "nsubj:pass", subject)
            found.add("compound:prt", node(part, "ADP", "RP"))
        elif kind == 5:
            lemma, part = self.pick(words.PARTICLES_ALONE).split()
            found = self.active(lemma, long=True).add("compound:prt", node(part, "ADP", "RP"))
        else:
            lemma, part, case = self.pick(words.PARTICLES_WITH).split()
            found = self.active(lemma, long=True).add("compound:prt", node(part, "ADP", "RP"))
            found.add("obl", self.after(case, self.pick((self.talks, self.deal, self.protest, self.plain_party))))
        found.after += self.circumstances(long=False)
        return found

    def prepositional(self) -> Node:
        lemma, case = self.pick(words.PREPOSITIONAL).split()
        maker = self.plain_party if case in ("with", "from", "to") else self.pick((self.deal, self.matter, self.talks))
        found = self.active(lemma, long=True).add("obl", self.after(case, maker))
        found.after += self.circumstances(long=False)
        return found

    def infinitive(self) -> Node:
        kind = self.between(1, 8)
        if kind == 1:
            lemma, case = self.pick(words.PREPOSITIONAL).split()
            found = verb(lemma, "VB").add("obl", self.after(case, self.pick((self.matter, self.talks))))
        elif kind == 2:
            lemma, part = self.pick(words.PARTICLES).split()
            found = verb(lemma, "VB").add("compound:prt", node(part, "ADP", "RP")).add("obj", self.thing())
        elif kind == 3:
            found = verb(self.pick(words.MOVING), "VB")
        else:
            lemmas, maker = self.frame()
            found = verb(self.pick(lemmas), "VB").add("obj", maker())
        found.front("mark", marker("to"))
        if self.often(0.08):
            found.front("advmod", negation())
        if self.often(0.2):
            found.after.append(self.time())
        return found

    def controlled(self) -> Node:
        found = self.active(self.pick(words.CONTROL), long=True)
        if self.often(0.2):
            found.after.append(self.time())
        return found.add("xcomp", self.infinitive())

    def raised(self) -> Node:
        """ "is expected to visit", "was forced to resign"."""
        subject = self.party()
        found = self.with_subject(self.passive_verb(self.pick(words.RAISING), subject), "nsubj:pass", subject)
        return found.add("xcomp", self.infinitive())

    def asked(self) -> Node:
        lemmas, relation = self.pick(((words.ASKED_IOBJ, "iobj"), (words.ASKED_OBJ, "obj")))
        found = self.active(self.pick(lemmas), long=True).add(relation, self.plain_party())
        if self.often(0.25):
            found.after.append(self.time())
        return found.add("xcomp", self.infinitive())

    def called_on(self) -> Node:
        found = self.active("call", long=True)
        if self.often(0.4):
            found.add("obl", self.after("for", self.pick((self.talks, self.deal, self.measure, self.thing))))
            found.after += self.circumstances(long=False)
            return found
        return found.add("obl", self.after("on", self.plain_party)).add("xcomp", self.infinitive())

    def accused(self) -> Node:
        lemma, mark = self.pick(
            (("accuse", "of"), ("accuse", "of"), ("criticize", "for"), ("arrest", "for"), ("praise", "for"))
        )
        if self.often(0.3):
            subject = self.party()
            found = self.with_subject(self.passive_verb(lemma, subject), "nsubj:pass", subject)
        else:
            found = self.active(lemma, long=True).add("obj", self.plain_party())
        if self.often(0.3):
            return found.add("obl", self.after(mark, self.pick((self.attack, self.crime))))
        return found.add("advcl", self.gerund_with(mark))

    def crime(self) -> Node:
        return noun(self.pick(("corruption", "treason", "fraud", "murder", "terrorism", "espionage")))

    def given(self) -> Node:
        """Two objects, the recipient often a name."""
        found = self.active(self.pick(words.GIVING), long=True)
        if self.often(0.75):
            found.add("iobj", self.made((6, self.state), (1, self.titled), (2, self.bare_people), (1, self.body)))
            found.add("obj", self.gift())
        else:
            found.add("obj", self.gift()).add("obl", self.after("to", self.plain_party))
        found.after += self.circumstances(long=False)
        return found

    def shared(self) -> Node:
        """Two or three verbs with one subject: "raided the village, burned houses and killed two men"."""
        first = self.simple() if self.often(0.5) else self.transitive_short()
        parts = [self.next_verb(first.word[3]) for _ in range(self.pick((1, 1, 1, 2)))]
        for part in parts[:-1]:
            first.add("conj", part.front("punct", comma()))
        return first.add("conj", parts[-1].front("cc", node(self.pick(("and", "and", "and", "but")), "CCONJ", "CC")))

    def transitive_short(self) -> Node:
        subject = self.party()
        lemmas, maker = self.frame()
        found = verb(self.pick(lemmas), "VBD").front("nsubj", subject).add("obj", maker())
        if self.often(0.3):
            found.after.append(self.time())
        return found

    def next_verb(self, xpos: str) -> Node:
        lemmas, maker = self.frame()
        found = verb(self.pick(lemmas), xpos).add("obj", maker())
        if self.often(0.25):
            found.after.append(self.pick((self.time, self.where))())
        return found

    def article_a(self, found: Node) -> Node:
        first = found.before[0][1] if found.before else found
        return determiner("an" if first.word[0][0] in "aeio" else "a")
