"""Tree → argument structure: which tokens fill a word's slots, whatever construction they stand in.

Active, passive, relative clause, participle, control, coordination and apposition all come out the same:
`subject` is who acts, `object` who is acted upon. Where a slot sits is said in relations.yaml and
frames.yaml; the constructions themselves are the functions below, one each.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from eventcode.lexicon import Grammar
from eventcode.tree import Token, Tree

Slots = dict[str, list[int]]

VERBAL = ("VERB", "AUX", "ADJ")
NAMED = frozenset(  # slots that are no preposition
    [
        "subject",
        "object",
        "recipient",
        "clause",
        "participle",
        "purpose",
        "possessor",
        "modifier",
        "particle",
        "adverb",
        "auxiliary",
        "governor",
        "agent",
    ]
)
CORE = ("subject", "object", "possessor", "modifier", "clause")
PLAIN = {  # group of relations → slot
    "object": "object",
    "recipient": "recipient",
    "possessor": "possessor",
    "particle": "particle",
    "complement": "clause",
    "adverb": "adverb",
    "auxiliary": "auxiliary",
}
PAST_PARTICIPLE = "VBN"
GERUND = "VBG"
INFINITIVE = "VB"
FINITE = ("VBD", "VBZ", "VBP")  # on a noun without a relative pronoun: a clause that the parser took for a phrase


@dataclass(slots=True)
class Arguments:
    """The slots of one word. `surface` is the grammatical subject that dependants without one inherit."""

    slots: Slots = field(default_factory=lambda: defaultdict(list))
    surface: list[int] = field(default_factory=list)
    passive: bool = False

    def get(self, slot: str) -> list[int]:
        """The tokens in a slot, in order; empty where there is none."""
        return self.slots.get(slot, [])


class Structure:
    """The argument structures of one tree, each computed when first asked for."""

    def __init__(self, tree: Tree, grammar: Grammar) -> None:
        self.tree = tree
        self.grammar = grammar
        self._known: dict[int, Arguments] = {}
        self._plain = {label: slot for group, slot in PLAIN.items() for label in grammar.relations[group]}

    def arguments(self, token: Token) -> Arguments:
        """The argument structure of a verb, an adjective with copula, or a noun."""
        found = self._known.get(token.index)
        if found is None:
            found = self._known[token.index] = Arguments()  # set first: inheritance may come round
            self._fill(token, found)
        return found

    def reach(self, slot: str, token: Token, args: Arguments) -> list[int]:
        """A slot's tokens as rules see it: `clause.object` is the object of the clause, and a verb's preposition
        may hang on its object ("attacked rebels with gas").
        """
        if "." in slot:
            outer, _, inner = slot.partition(".")
            below = (self.tree[i] for i in self.reach(outer, token, args))
            return [i for t in below for i in self.reach(inner, t, self.arguments(t))]
        found = args.get(slot)
        if slot in CORE:
            return found
        if token.upos == "NOUN":
            return found or self._beside(token, slot)
        found = found + self._below(args.get("object"), slot)
        return found or self._below(
            [i for name, tokens in args.slots.items() if name not in NAMED for i in tokens if self._is_phrase(i)], slot
        )

    def _is_phrase(self, index: int) -> bool:
        """Whether a token heads no clause: what stands in "for releasing water into the sea" is the release's own."""
        return self.tree[index].upos != "VERB"

    def _beside(self, noun: Token, slot: str) -> list[int]:
        """What follows an object and hangs on its verb ("called for an end │ to sanctions")."""
        head = self.tree.head(noun)
        if (
            slot in NAMED
            or head is None
            or head.upos != "VERB"
            or not self.grammar.is_a(noun.relation, "object", "oblique")
        ):
            return []
        return [i for i in self.arguments(head).get(slot) if i > noun.index]

    def filled(self, token: Token, args: Arguments) -> frozenset[str]:
        """The slots in which `reach` finds something."""
        own = {slot for slot, tokens in args.slots.items() if tokens}
        if token.upos == "NOUN":
            head = self.tree.head(token)
            own |= {s for s in (self.arguments(head).slots if head else ()) if self._beside(token, s)}
        else:
            hosts = {i for slot in own if slot not in NAMED for i in args.slots[slot] if self._is_phrase(i)}
            hosts |= set(args.get("object"))
            own |= {slot for i in hosts for slot, tokens in self.arguments(self.tree[i]).slots.items() if tokens}
        return frozenset(own)

    def _below(self, tokens: list[int], slot: str) -> list[int]:
        return [i for at in tokens for i in self.arguments(self.tree[at]).get(slot)]

    def preposition(self, token: Token) -> str:
        """The case or marker of a token as one string ("on behalf of"), lower case, or ''."""
        for child in self.tree.children(token):
            if self.grammar.is_a(child.relation, "marker"):
                rest = [c.text for c in self.tree.children(child) if self.grammar.is_a(c.relation, "fixed")]
                return " ".join([child.text, *rest]).lower()
        return ""

    def _fill(self, token: Token, into: Arguments) -> None:
        into.passive = token.upos in VERBAL and self._is_passive(token)
        for child in self.tree.children(token):
            self._place(token, child, into)
        for index in into.get("particle"):  # "pulled out of the talks"; "walked off the job", told as an object
            into.slots[self.tree[index].text.lower()] += into.get("object")
            for preposition in self.grammar.actors["belonging"]:
                into.slots[f"{self.tree[index].text.lower()} {preposition}"] += into.get(preposition)
        if token.upos not in VERBAL:
            into.slots["governor"] = self._accompanied(token)
            into.slots["subject"] = list(into.surface)
        else:
            self._voice(token, into)
            self._relative(token, into)
            self._lend_object(token, into)

    def is_finite(self, token: Token) -> bool:
        """Whether a verb that the parser hung on a noun is the clause's own verb: "Police clashed with students"."""
        if not self.grammar.is_a(token.relation, "adnominal"):
            return False
        head = self.tree[token.head]
        if token.xpos != PAST_PARTICIPLE:
            return token.xpos in FINITE
        agent = any(self.grammar.is_a(c.relation, "agent") for c in self.tree.children(token))
        return head.head < 0 and head.upos in ("NOUN", "PROPN") and not agent and token.index > head.index

    def _is_passive(self, token: Token) -> bool:
        children = self.tree.children(token)
        if any(self.grammar.is_a(c.relation, "passive_auxiliary") for c in children):
            return True
        if any(self.grammar.is_a(c.relation, "passive_subject") for c in children):
            return self.tree.tokens[-1].upos != "PUNCT"  # headlines leave the auxiliary out, full sentences do not
        if token.xpos != PAST_PARTICIPLE or self.is_finite(token):
            return False
        if any(self.grammar.is_a(c.relation, "auxiliary", "subject") for c in children):
            return False
        if self.grammar.is_a(token.relation, "adnominal", "modifier", "adverbial", "relative"):
            return True
        head = self.tree.head(token)
        together = head is not None and self.grammar.is_a(token.relation, "conjunct") and head.upos in VERBAL
        return together and head is not None and self.arguments(head).passive

    def _place(self, token: Token, child: Token, into: Arguments) -> None:
        """Put one dependent into the slot that its relation stands for."""
        is_a = self.grammar.is_a
        plain = self._plain.get(child.relation)
        if plain == "object" and self.preposition(child):
            self._place_oblique(token, child, into.slots)
        elif plain is not None:
            into.slots[plain].append(child.index)
        elif is_a(child.relation, "subject", "passive_subject") or (
            is_a(child.relation, "expletive") and is_a(token.relation, "complement")
        ):
            into.surface.append(child.index)
        elif is_a(child.relation, "adverbial", "adnominal"):
            self._place_clause(token, child, into.slots)
        elif is_a(child.relation, "oblique"):
            self._place_oblique(token, child, into.slots)
        elif is_a(child.relation, "modifier"):
            into.slots["modifier"].append(child.index)

    def _place_clause(self, token: Token, child: Token, slots: Slots) -> None:
        """A dependent clause: by its marker ("of having …"), as complement ("to …"), or as participle."""
        marker = self.preposition(child)
        if child.xpos == INFINITIVE and marker in self.grammar.modality["purpose"]:
            complement = token.upos != "VERB" or token.lemma in self.grammar.inherit["object_control"]
            slots["clause" if complement else "purpose"].append(child.index)
        elif marker:
            slots[marker].append(child.index)
        elif child.xpos == GERUND:
            slots["participle"].append(child.index)

    def _place_oblique(self, token: Token, child: Token, slots: Slots) -> None:
        preposition = self.preposition(child)
        if child.upos == "NUM" or child.text.lower() in self.grammar.actors["no_actor"]:
            return  # "on Tuesday", "in 2019": dates fill no slot
        if self.grammar.is_a(child.relation, "agent"):
            slots["agent"].append(child.index)
        if preposition:
            slots[preposition].append(child.index)
        elif token.upos not in VERBAL:
            slots["modifier"].append(child.index)

    def _voice(self, token: Token, into: Arguments) -> None:
        """Logical subject and object from surface subject and voice."""
        if into.get("recipient") and not into.get("object"):
            into.slots["object"] = list(into.get("recipient"))
        if not into.surface:
            into.surface = self._inherited(token, into)
        if not into.passive:
            into.slots["subject"] = list(into.surface)
            if into.surface and self.grammar.is_a(token.relation, "modifier") and not into.get("object"):
                into.slots["object"] = [token.head]  # "Peru expelled envoys", the verb taken for an adjective
            return
        given = into.slots["object"]
        if given and into.surface:
            into.slots["recipient"] = [*into.slots["recipient"], *into.surface]
        else:
            into.slots["object"] = list(into.surface)
        (by,) = self.grammar.inherit["agent"]
        obliques = [i for name, tokens in into.slots.items() if name not in NAMED for i in tokens]
        into.slots["subject"] = into.slots["agent"] or list(into.slots[by]) or self._below([*given, *obliques], by)

    def _inherited(self, token: Token, into: Arguments) -> list[int]:
        """The subject that a subjectless verb takes from its governor."""
        head = self.tree.head(token)
        if head is None:
            return []
        if self.is_finite(token):
            return [self._phrase_head(head).index]
        if self.grammar.is_a(token.relation, "relative", "adnominal"):
            infinitive = token.xpos == INFINITIVE
            return self._owner(head) if infinitive else [head.index]
        if head.upos not in VERBAL:
            return self._owner(head) if self.grammar.is_a(token.relation, "complement") else []
        above = self.arguments(head)
        if token.index in above.get("clause") and head.lemma in self.grammar.inherit["object_control"]:
            return list(self._control(head, above) or above.surface)
        for source in self.grammar.inherit.get(token.relation, ()):
            found = self._control(head, above) if source == "object" else above.surface
            if found:
                return list(found)
        return []

    def _phrase_head(self, noun: Token) -> Token:
        """The head of the whole phrase that a noun stands in: what a finite verb hung on the noun is told of."""
        above = self.tree.head(noun)
        while (
            above is not None and above.upos not in VERBAL and self.grammar.is_a(noun.relation, "oblique", "possessor")
        ):
            noun, above = above, self.tree.head(above)
        return noun

    def _control(self, head: Token, above: Arguments) -> list[int]:
        """The object that controls an infinitive, unless the verb is one whose subject does."""
        if above.passive or head.lemma in self.grammar.inherit["subject_control"]:
            return []
        return above.get("object") or above.get("recipient")

    def _owner(self, noun: Token) -> list[int]:
        """Who holds a plan, a decision, an attempt: its possessor, or the subject of its verb."""
        args = self.arguments(noun)
        if args.get("possessor"):
            return args.get("possessor")
        head = self.tree.head(noun)
        if head is not None and head.upos in VERBAL and self.grammar.is_a(noun.relation, "object", "oblique"):
            return self.arguments(head).get("subject")
        return []

    def _accompanied(self, noun: Token) -> list[int]:
        """The subject of the clause that a noun accompanies: "on a visit to Lima, the premier said"."""
        head = self.tree.head(noun)
        if head is None or head.upos not in VERBAL or not self.grammar.is_a(noun.relation, "oblique"):
            return []
        with_it = self.preposition(noun) in self.grammar.inherit["accompaniment"]
        return self.arguments(head).surface if with_it else []

    def _relative(self, token: Token, into: Arguments) -> None:
        """In a relative clause the pronoun stands for the noun that the clause describes."""
        if not self.grammar.is_a(token.relation, "relative"):
            return
        head = token.head
        pronouns = self.grammar.discourse["relative"]
        for tokens in (*into.slots.values(), into.surface):
            for at, index in enumerate(tokens):
                if self.tree[index].text.lower() in pronouns and self.tree[index].upos in ("PRON", "DET", "SCONJ"):
                    tokens[at] = head
        filled = {i for tokens in into.slots.values() for i in tokens}
        if head not in filled and not into.get("object") and into.get("subject"):
            into.slots["object"] = [head]

    def _lend_object(self, token: Token, into: Arguments) -> None:
        """In "shelled and stormed the town" the first verb shares the object of the next."""
        if into.get("object") or into.passive or into.get("clause"):
            return
        for child in self.tree.children(token):
            verbal = self.grammar.is_a(child.relation, "conjunct") and child.upos == "VERB"
            if verbal and child.index - token.index <= 2:
                into.slots["object"] = list(self.arguments(child).get("object"))
