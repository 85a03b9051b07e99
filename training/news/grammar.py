"""Whole sentences: plain ones, reported speech, headlines."""

from training.news import words
from training.news.pages import Pages
from training.news.trees import Node, comma, node, noun, preposition, verb
from training.news.verbs import plural


class Grammar(Pages):
    """Draws sentences."""

    def sentence(self) -> Node:
        """A whole sentence, its full stop included; headlines at times have none."""
        if self.often(0.13):
            root = self.headline()
            return self.stopped(root) if self.often(0.5) else root
        return self.stopped(
            self.made((11, self.fronted), (3, self.told), (4, self.closing), (3, self.quoted), (3, self.twofold))
        )

    def stopped(self, root: Node) -> Node:
        return root.add("punct", node(".", "PUNCT", "."))

    def fronted(self) -> Node:
        """A clause; at times a time, a source or a subordinate clause stands before it."""
        found, kind = self.clause(), self.between(1, 20)
        if kind <= 2:
            relation, when = self.time()
            return found.front(relation, when.add("punct", comma()))
        if kind == 3:
            return found.front("obl", self.source().add("punct", comma()))
        if kind == 4:
            return found.front("advcl", self.subordinate().add("punct", comma()))
        if kind == 5:
            return found.front("advcl", self.gerund().add("punct", comma()))
        if kind == 6:
            return found.add("obl", self.source().front("punct", comma()))
        return found

    def source(self) -> Node:
        """ "according to officials"."""
        according = node("according", "VERB", "VBG", "accord").add("fixed", preposition("to"))
        return self.made((2, self.bare_people), (1, self.body), (1, self.titled)).front("case", according)

    def speaker(self) -> Node:
        return self.made((2, self.person), (3, self.titled), (2, self.office), (2, self.officer), (2, self.bare_people),
                         (2, self.body), (1, self.state), (1, self.they))  # fmt: skip

    def venue(self) -> Node:
        found = noun(self.pick(words.VENUES))
        return found.front("det", self.article_a(found)).front("case", preposition("in"))

    def setting(self) -> list[tuple[str, Node]]:
        """When and in what a thing was said."""
        found = [("obl", self.venue())] if self.often(0.25) else []
        return [*found, self.time()] if self.often(0.45) else found

    def told(self) -> Node:
        """ "said on Friday that …", "told reporters in a statement late Friday that …", "warned Israel that …"."""
        subject = self.speaker()
        if self.often(0.4):
            found = self.with_subject(verb(self.pick(words.TELLING), "VBD"), "nsubj", subject)
            listener = self.made((3, lambda: noun(self.pick(words.LISTENERS))), (2, self.state), (1, self.body))
            found.add("iobj", listener)
        else:
            found = self.with_subject(self.saying(self.pick(words.SAYING), subject), "nsubj", subject)
        found.after += self.setting()
        return found.add("ccomp", self.that(self.clause(), 0.75))

    def saying(self, lemma: str, subject: Node) -> Node:
        return verb(lemma, "VBD") if self.often(0.75) else self.finite(lemma, subject)

    def closing(self) -> Node:
        """ "…, the minister said on Friday"; "…, said Omar Hassan, a spokesman for the army"."""
        inner = self.clause().add("punct", comma())
        return self.attributed(inner, self.pick(words.SAYING), inverted=self.often(0.15))

    def quoted(self) -> Node:
        """'"…," the minister said'; 'The minister said: "…"'."""
        inner = self.clause().front("punct", node('"', "PUNCT", "``"))
        lead(inner)
        lemma = self.pick(words.QUOTING)
        if self.often(0.25):
            found = verb(lemma, "VBD").front("nsubj", self.speaker())
            found.after = self.setting()
            mark = self.pick((node(":", "PUNCT", ":"), comma()))
            return found.add("ccomp", inner.front("punct", mark).add("punct", node('"', "PUNCT", "''")))
        inner.add("punct", comma()).add("punct", node('"', "PUNCT", "''"))
        return self.attributed(inner, lemma, inverted=self.often(0.5))

    def attributed(self, inner: Node, lemma: str, *, inverted: bool) -> Node:
        """A clause, then who said it."""
        if inverted:
            found = verb(lemma, "VBD").front("ccomp", inner)
            return found.add("nsubj", self.made((3, self.named), (1, self.titled), (1, self.bare_people)))
        subject = self.speaker()
        listens = self.often(0.15)
        found = (
            self.saying("tell" if listens else lemma, subject)
            if lemma != "say"
            else verb("tell" if listens else lemma, "VBD")
        )
        found.front("nsubj", subject).front("ccomp", inner)
        if listens:
            found.add("iobj", noun(self.pick(words.LISTENERS)))
        found.after += self.setting()
        return found

    def named(self) -> Node:
        """ "Omar Hassan, a spokesman for the army"."""
        return self.person().add("appos", self.office().front("punct", comma()))

    def twofold(self) -> Node:
        """Two clauses with subjects of their own."""
        first, second = self.clause(), self.short()
        second.front("cc", self.conjunction())
        return first.add("conj", second.front("punct", comma()))

    def conjunction(self) -> Node:
        return node(self.pick(("and", "but", "and")), "CCONJ", "CC")

    # headlines

    def headline(self) -> Node:
        """In the present tense, without articles: "Gunmen shoot three farmers", "Police storm church in Goma"."""
        subject = self.made((4, self.state), (4, self.bare_people), (1, self.counted), (2, self.bare_body))
        kind = self.between(1, 10)
        if kind <= 3:
            lemma, *rest = self.pick(words.BALANCED).split()
            found = self.present(lemma, subject).add("obj", noun(" ".join(rest)))
        elif kind <= 7:
            lemmas, maker = self.frame()
            found = self.present(self.pick(lemmas), subject).add("obj", bare(maker()))
        elif kind == 8:
            found = self.present(self.pick(words.CONTROL), subject).add("xcomp", self.infinitive())
        else:
            found = verb(self.pick(words.TO_PERSONS), "VBN").front("nsubj:pass", bare(self.people()))
        if subject_missing(found):
            found.front("nsubj", subject)
        if self.often(0.35):
            found.after.append(self.where())
        return found

    def present(self, lemma: str, subject: Node) -> Node:
        past = self.often(0.15)
        return verb(lemma, "VBD" if past else "VBP" if plural(subject) else "VBZ")

    def counted(self) -> Node:
        return self.count(noun(self.pick(words.PEOPLE), plural=True))

    def bare_body(self) -> Node:
        return noun(self.pick(words.BODIES))


def subject_missing(found: Node) -> bool:
    return not any(relation.startswith("nsubj") for relation, _ in found.before)


def bare(phrase: Node) -> Node:
    """A noun phrase without its article."""
    phrase.before = [(relation, child) for relation, child in phrase.before if relation != "det"]
    return phrase


def lead(root: Node) -> None:
    """Capitalize what a quotation begins with."""
    at = root.before[1:] or []
    first = at[0][1] if at else root
    while first.before:
        first = first.before[0][1]
    form, lemma, upos, xpos = first.word
    first.word = (form[:1].upper() + form[1:], lemma, upos, xpos)
