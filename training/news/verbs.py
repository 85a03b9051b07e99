"""Verbs in their tenses, with subject and object."""

from collections.abc import Callable, Sequence

from training.news import names, words
from training.news.circumstances import Circumstances
from training.news.trees import (
    Node,
    marker,
    node,
    verb,
)

Frame = tuple[Sequence[str], Callable[[], Node]]  # verbs, and what may be their object


class Verbs(Circumstances):
    """Draws verbs."""

    dated = False  # whether the clause being made has its time

    def finite(self, lemma: str, subject: Node) -> Node:
        """A verb in some tense, auxiliaries and negation before it."""
        many, kind = plural(subject), self.between(1, 100)
        if kind <= 52:
            return self.modified(verb(lemma, "VBD"))
        if kind <= 64:
            return verb(lemma, "VBP" if many else "VBZ")
        if kind <= 73:
            form, xpos = ("had", "VBD") if self.often(0.3) else ("have", "VBP") if many else ("has", "VBZ")
            return self.helped(verb(lemma, "VBN"), node(form, "AUX", xpos, "have"))
        if kind <= 86:
            modal = node(
                self.pick(("will", "would", "may", "could", "will", "should", "might", "must", "can")), "AUX", "MD"
            )
            return self.helped(verb(lemma, "VB"), modal)
        if kind <= 93:
            form, xpos = ("did", "VBD") if self.often(0.7) else ("do", "VBP") if many else ("does", "VBZ")
            found = verb(lemma, "VB")
            found.before = [("aux", node(form, "AUX", xpos, "do")), ("advmod", negation())]
            return found
        form, xpos = (
            self.pick((("were", "VBD"), ("are", "VBP"))) if many else self.pick((("was", "VBD"), ("is", "VBZ")))
        )
        return self.helped(verb(lemma, "VBG"), node(form, "AUX", xpos, "be"))

    def modified(self, found: Node) -> Node:
        """At times with an adverb before the verb."""
        if self.often(0.1):
            found.front("advmod", node(self.pick(words.ADVERBS), "ADV", "RB"))
        return found

    def helped(self, found: Node, auxiliary: Node) -> Node:
        found.before = [("aux", auxiliary)]
        if self.often(0.2):
            found.before.append(("advmod", negation()))
        elif self.often(0.12):
            found.before.append(("advmod", node(self.pick(("also", "already", "now", "still")), "ADV", "RB")))
        return found

    def passive_verb(self, lemma: str, subject: Node) -> Node:
        """ "was killed", "has been lifted", "will not be lifted"."""
        many, kind = plural(subject), self.between(1, 10)
        found = verb(lemma, "VBN")
        if kind <= 6:
            form, xpos = ("were", "VBD") if many else ("was", "VBD")
            if self.often(0.2):
                form, xpos = ("are", "VBP") if many else ("is", "VBZ")
            found.before = [("aux:pass", node(form, "AUX", xpos, "be"))]
            if self.often(0.1):
                found.before.append(("advmod", negation()))
            return found
        if kind <= 8:
            form, xpos = ("have", "VBP") if many else ("has", "VBZ")
            self.helped(found, node(form, "AUX", xpos, "have"))
            found.before.append(("aux:pass", node("been", "AUX", "VBN", "be")))
            return found
        self.helped(found, node(self.pick(("will", "would", "could", "may", "must")), "AUX", "MD"))
        found.before.append(("aux:pass", node("be", "AUX", "VB", "be")))
        return found

    def with_subject(self, found: Node, relation: str, subject: Node) -> Node:
        """Put the subject before a verb; at times a date or a relative clause between them, a date in front."""
        if subject.word[2] != "PRON" and simple(subject) and self.often(0.1):
            subject.add("acl:relcl", self.relative(subject))
        self.dated = self.often(0.14)
        early = [self.early()] if self.dated else []
        found.before = [(relation, subject), *early, *found.before]
        return found

    def relative(self, subject: Node) -> Node:
        """ ", who leads the party,"; ", which borders Iran,"."""
        who = subject.word[1] in PERSONS
        pronoun = node("who", "PRON", "WP") if who else node("which", "PRON", "WDT")
        lemmas, maker = self.frame()
        if self.often(0.3):
            found = self.passive_verb(self.pick(words.TO_PERSONS if who else words.TO_SITES), subject)
            found.front("nsubj:pass", pronoun)
            found.after = [self.where()]
        else:
            found = self.finite(self.pick(lemmas), subject).front("nsubj", pronoun)
            found.add("obj", maker())
        return self.aside(found)

    def frame(self) -> Frame:
        """Verbs, and what they may have as object."""
        return self.weighed(
            (5, (words.TO_PERSONS, self.people)),
            (2, (words.TO_PERSONS, self.one)),
            (5, (words.TO_PARTIES, self.plain_party)),
            (4, (words.TO_PARTIES, self.state)),
            (4, (words.TO_SITES, self.site)),
            (2, (words.TO_SITES, self.town)),
            (3, (words.TO_TALKS, self.talks)),
            (3, (words.TO_ATTACKS, self.attack)),
            (2, (words.TO_PROTESTS, self.protest)),
            (3, (words.TO_CALLS, self.call)),
            (4, (words.TO_DEALS, self.deal)),
            (3, (words.TO_MEASURES, self.measure)),
            (4, (words.TO_THINGS, self.thing)),
            (2, (words.TO_AID, self.aid)),
            (2, (words.TO_VISITS, self.visit)),
        )

    def gerund_with(self, mark: str) -> Node:
        """ "after meeting the king", "of violating the truce"."""
        lemmas, maker = self.frame()
        return verb(self.pick(lemmas), "VBG").front("mark", marker(mark)).add("obj", maker())

    def gerund(self) -> Node:
        return self.gerund_with(self.pick(("after", "before", "by", "without", "for", "after", "by")))

    def that(self, clause: Node, share: float = 1.0) -> Node:
        return clause.front("mark", marker("that")) if self.often(share) else clause


PERSONS = {entry.split()[-1].rstrip("+") for entry in (*words.PEOPLE, *words.OFFICES)} | {*names.GIVEN, *names.SURNAMES}


def simple(subject: Node) -> bool:
    """Whether nothing but the rest of a name stands behind its head."""
    return all(relation == "flat" for relation, _ in subject.after)


def negation() -> Node:
    return node("not", "PART", "RB")


def plural(subject: Node) -> bool:
    """Whether a verb agrees with it in the plural."""
    many = subject.word[3] == "NNS" or subject.word[1] == "they"
    return many or any(relation == "conj" for relation, _ in subject.after)
