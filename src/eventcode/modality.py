"""Was it done? The readings of a trigger: negated, future, possible, conditional, embedded, reported.

Each reading is a word in modality.yaml plus the place where it must stand; the climb goes from the
trigger up through the clauses that hold it, until one that asserts what it says.
"""

from dataclasses import dataclass

from eventcode.frames import GERUND, INFINITIVE, PAST_PARTICIPLE, VERBAL, Structure
from eventcode.tree import Token

NEGATED, FUTURE, POSSIBLE, CONDITION = "negated", "future", "possible", "condition"
EMBEDDED, OBLIGATION, REPORTED = "embedded", "obligation", "reported"
UNREAL = frozenset({POSSIBLE, CONDITION, EMBEDDED, OBLIGATION})
CLIMB = 10  # clauses


@dataclass(frozen=True, slots=True)
class Reading:
    """How a trigger's deed is presented, and the verb of saying that presents it."""

    names: frozenset[str]
    reporter: Token | None = None


class Modality:
    """Reads the modality of triggers in one tree."""

    def __init__(self, structure: Structure) -> None:
        self.tree = structure.tree
        self.structure = structure
        self.grammar = structure.grammar
        self.words = structure.grammar.modality

    def read(self, trigger: Token) -> Reading:
        """The readings of a trigger and all that governs it."""
        names = self.own(trigger)
        reporter: Token | None = None
        below = trigger
        for _, above in zip(range(CLIMB), self.tree.ancestors(trigger), strict=False):
            step = self._step(below, above)
            if step is None:
                break
            names |= step
            if REPORTED in step and reporter is None:
                reporter = above
            below = above
        return Reading(frozenset(names), reporter)

    def own(self, token: Token) -> set[str]:
        """What a word's own auxiliaries, markers and negations say."""
        names: set[str] = set()
        for child in self.tree.children(token):
            names |= self._of_child(token, child)
        if not names & {FUTURE, POSSIBLE, OBLIGATION}:
            names |= self._shared(token)
        return names

    def _of_child(self, token: Token, child: Token) -> set[str]:
        is_a, low = self.grammar.is_a, child.text.lower()
        if is_a(child.relation, "adverb", "determiner", "auxiliary") and low in self.words["negation"]:
            return {NEGATED}
        if is_a(child.relation, "adverb") and low in self.words["alleged"]:
            return {POSSIBLE}
        if is_a(child.relation, "auxiliary"):
            return self._of_auxiliary(token, low)
        if is_a(child.relation, "marker") and token.upos in VERBAL:
            return (
                {CONDITION} if low in self.words["condition"] else {NEGATED} if low in self.words["negation"] else set()
            )
        return set()

    def _of_auxiliary(self, token: Token, low: str) -> set[str]:
        if low in self.words["future"]:
            return {FUTURE}
        if low in self.words["future_in_past"]:
            return {FUTURE} if self.grammar.is_a(token.relation, "complement", "conjunct", "relative") else {POSSIBLE}
        if low in self.words["obligation"]:
            return {OBLIGATION}
        return {POSSIBLE} if low in self.words["possibility"] else set()

    def _shared(self, token: Token) -> set[str]:
        """A coordinated verb shares the auxiliary of the first: "will meet and discuss"."""
        head = self.tree.head(token)
        if head is None or not self.grammar.is_a(token.relation, "conjunct") or token.upos != head.upos:
            return set()
        bare = token.xpos == INFINITIVE and head.xpos == INFINITIVE
        return self.own(head) - {NEGATED, CONDITION} if bare and not self._has_subject(token) else set()

    def _has_subject(self, token: Token) -> bool:
        return any(self.grammar.is_a(c.relation, "subject", "passive_subject") for c in self.tree.children(token))

    def _step(self, below: Token, above: Token) -> set[str] | None:
        """What the governor adds; None where the climb ends because the clause asserts by itself."""
        is_a, relation = self.grammar.is_a, below.relation
        if is_a(relation, "relative"):
            return None
        if is_a(relation, "adnominal") and self.structure.preposition(below) in self.words["factive"]:
            return None
        if is_a(relation, "adnominal") and (below.xpos in (GERUND, PAST_PARTICIPLE) or self.structure.is_finite(below)):
            return self._of_adverbial(below) or None
        if is_a(relation, "complement"):
            return self._of_complement(below, above)
        if is_a(relation, "adnominal"):
            return {EMBEDDED}
        if is_a(relation, "adverbial"):
            return self._of_adverbial(below)
        if is_a(relation, "conjunct"):
            return self._of_conjunct(below, above)
        return self._of_nominal(below, above)

    def _of_complement(self, below: Token, above: Token) -> set[str]:
        if above.lemma in self.words["reporting"]:
            return {REPORTED}
        if above.lemma in self.words["irrealis"]:
            return {EMBEDDED}
        infinitive = below.xpos == INFINITIVE and above.upos == "VERB"
        if infinitive and above.lemma not in self.words["implicative"] | self.words["going"]:
            return {EMBEDDED}
        future = above.lemma in self.words["going"] and above.xpos == GERUND and below.xpos == INFINITIVE
        return {FUTURE} if future else self.own(above)

    def _of_adverbial(self, below: Token) -> set[str] | None:
        marker = self.structure.preposition(below)
        if marker in self.words["factive"] and below.xpos != GERUND:
            return None
        if marker in self.words["condition"]:
            return {CONDITION}
        purpose = below.xpos == INFINITIVE and marker in self.words["purpose"]
        grounds = below.xpos == GERUND and marker in self.words["grounds"]
        return {EMBEDDED} if purpose or grounds else set()

    def _of_conjunct(self, below: Token, above: Token) -> set[str]:
        return self.own(above) & {CONDITION} if below.upos in VERBAL and above.upos in VERBAL else set()

    def _of_nominal(self, below: Token, above: Token) -> set[str] | None:
        """A noun shares its verb's modality as an argument; as a circumstance ("after the raid") it is presupposed."""
        oblique = self.grammar.is_a(below.relation, "oblique")
        if oblique and self.structure.preposition(below) in self.grammar.inherit["accompaniment"]:
            return None
        subject = self.grammar.is_a(below.relation, "subject")
        if above.lemma in self.words["irrealis"] and not subject:
            return {EMBEDDED}
        if above.upos not in VERBAL or oblique:
            return set()
        light = above.lemma in self.words["light"]
        return self.own(above) - ({OBLIGATION} if light else {OBLIGATION, NEGATED})
