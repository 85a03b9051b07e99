"""Noun phrase + date → actor code: names from dated tables, roles composed from head and modifiers.

A phrase's code is a country (three letters, `---` where nothing tells), then roles, as CAMEO's actor
coding has it (manual 1.1b3, chapter 3).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date as Day

from eventcode.lexicon import ActorEntry, ActorTables, Grammar, RoleEntry
from eventcode.lexicon.names import spell
from eventcode.mentions import COUNTRY, PERSON, UNKNOWN, Mention, Names
from eventcode.tree import Token, Tree

WHOLE = ("organisation", "group", "person")
OWNERS = ("adjective", "country", "demonym", "organisation")
OUTSIDE = (  # groups of relations that lead out of a phrase
    "relative", "adnominal", "conjunct", "coordinator", "parataxis", "apposition", "adverbial", "marker",
)  # fmt: skip
BELONGING = (4, 5, 6)  # ranks of phrases of belonging
THING, PEOPLE = "thing", "people"
PLURAL = "Plur"  # UD feature Number
NOMINAL = ("NOUN", "PROPN", "ADJ", "NUM", "PRON")


Resolver = Callable[[int], Mention | None]


@dataclass(slots=True)
class Found:
    """What is known of a phrase while it is put together."""

    country: str = ""
    roles: str = ""
    whole: str = ""
    name: str = ""
    kind: str = ""
    gender: str = ""
    owned: bool = False
    by: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        return self.whole or ((self.country or UNKNOWN) + self.roles if self.country or self.roles else "")


class Actors:
    """The actors of one tree on one day, each resolved when first asked for."""

    def __init__(self, tree: Tree, tables: ActorTables, grammar: Grammar, on: Day | None) -> None:
        self.tree = tree
        self.tables = tables
        self.grammar = grammar
        self.on = on
        names = Names(tree, tables, on, grammar.actors)
        self._matches = dict(names.find())
        self._pieces, self._ends = names.pieces, names.ends
        self._cut = frozenset().union(*(grammar.relations[name] for name in OUTSIDE))
        self._cache: dict[int, Found | None] = {}
        self.pronoun: Resolver = lambda _: None

    def mention(self, index: int) -> Mention | None:
        """The actor that the phrase headed by a token names, or None."""
        token = self.tree[index]
        if token.upos not in NOMINAL or token.upos == "PRON" or token.text.lower() in self.grammar.actors["no_actor"]:
            return None
        found = self._resolve(index)
        unknown = found is None or not found.code
        if found is not None and found.kind == THING and not found.whole and not found.country:
            return None
        if unknown and (token.upos != "PROPN" or not token.text[:1].isupper()):
            return None
        start, end, text = self._span(token)
        if found is None or unknown:
            return Mention(index, start, end, text, UNKNOWN, text, "name", known=False)
        known = bool(found.whole or found.country or found.roles.startswith(self.grammar.actors["political"]))
        told = (found.code, found.name or text, found.kind, found.by, found.gender, known, found.owned)
        return Mention(index, start, end, text, *told)

    def mentions(self, index: int) -> list[Mention]:
        """The actors of one phrase: several where it names several countries ("Iranian and Saudi officials")."""
        mention = self.mention(index)
        if mention is None:
            return []
        owners = dict((*self._owners(self.tree[index]), *self._origins(self.tree[index])))
        first = next(iter(owners), "")
        if len(owners) < 2 or not mention.code.startswith(first):
            return [mention]
        roles = mention.code.removeprefix(first)
        codes = {owner: owner + (roles if len(owner) == COUNTRY else "") for owner in owners}
        return [self._owned(mention, codes[owner], at if owner != first else None) for owner, at in owners.items()]

    def _owned(self, mention: Mention, code: str, at: Token | None) -> Mention:
        """A mention under one of its owners' codes; `at` is where the owner is named, if it stands behind."""
        if at is None or at.index < mention.index:
            return replace(mention, code=code)
        start, end, text = self._span(at)
        return replace(mention, code=code, start=start, end=end, text=text)

    def roles(self, index: int) -> str:
        """The role codes that a phrase's head tells by itself, or ''."""
        role, _ = self._role(self.tree[index])
        return role.code if role is not None else ""

    def _origins(self, head: Token) -> Iterator[tuple[str, Token]]:
        """The countries of a phrase of origin: "ministers from France and Egypt"."""
        for phrase in self.tree.children(head, *self.grammar.relations["oblique"]):
            if self._rank(phrase) in BELONGING:
                yield from self._owning((phrase, *self.tree.children(phrase, *self.grammar.relations["conjunct"])))

    def _owners(self, head: Token) -> Iterator[tuple[str, Token]]:
        """The countries and organisations among a head's modifiers and those coordinated with them."""
        adjectives = self.tree.children(head, *self.grammar.relations["modifier"])
        adjectives += [c for a in adjectives for c in self.tree.children(a, *self.grammar.relations["conjunct"])]
        yield from self._owning(token for token in adjectives if token.index < head.index)

    def _owning(self, tokens: Iterable[Token]) -> Iterator[tuple[str, Token]]:
        """The codes of those tokens that name an owner."""
        for token in tokens:
            match = self._matches.get(token.index)
            if match is not None and match[2].kind in OWNERS:
                yield match[2].code, token

    def _span(self, token: Token) -> tuple[int, int, str]:
        """The phrase without its clauses and coordinated phrases."""
        kept = [t for t in self.tree.subtree(token, self._cut) if t.upos != "PUNCT"] or [token]
        start, end = self.tree.span(kept)
        offset = self.tree.start
        return start, end, self.tree.text[start - offset : end - offset] or token.text

    def _resolve(self, index: int) -> Found | None:
        if index not in self._cache:
            self._cache[index] = None  # set first: trees may lead back
            self._cache[index] = self._compose(self.tree[index])
        return self._cache[index]

    def _compose(self, head: Token) -> Found | None:
        match = self._matches.get(head.index)
        if match is not None and match[1] >= head.index and not self._is_adjective(match[2]):
            return self._named(match[2], head)
        role, covered = self._role(head)
        if match is not None and role is None:
            return self._named(match[2], head)
        parts = [t for at in (head, *(self.tree[i] for i in sorted(covered))) for t in self._parts(at)]
        parts = [t for t in parts if t.index not in covered]
        found = Found()
        if role is not None:
            return self._of_role(role, head, parts, found)
        self._gather(parts, found)
        if not found.code:
            return None
        counted = head.lemma.lower() in self.grammar.discourse["quantity"]
        name = head.upos == "PROPN" or (head.index > 0 and head.text[:1].isupper())
        found.owned = not name and not counted
        return found

    @staticmethod
    def _is_adjective(entry: ActorEntry) -> bool:
        return entry.kind == "adjective"

    def _named(self, entry: ActorEntry, head: Token) -> Found:
        by: tuple[tuple[str, str], ...] = ((entry.entry, entry.name),)
        if entry.kind in WHOLE:
            out = entry.kind == PERSON and entry.code[COUNTRY:] in ("", *self.grammar.actors["elite"])
            title = self._title(head) if out else None
            code = entry.code if title is None else entry.code[:COUNTRY] + title.code
            by += ((title.entry, title.code),) if title is not None else ()
            return Found(whole=code, name=entry.name, kind=entry.kind, gender=entry.gender, by=by)
        return Found(country=entry.code[:COUNTRY], roles=entry.code[COUNTRY:], name=entry.name, kind=entry.kind, by=by)

    def _title(self, head: Token) -> RoleEntry | None:
        """The office that the text itself gives a person whom the tables have out of office; it knows better."""
        parts = self._parts(head)
        if self._replacing([*parts, *(below for part in parts for below in self._parts(part))]) is not None:
            return None
        political = self.grammar.actors["political"]
        titles = (self._role(part)[0] for part in parts if part.upos in NOMINAL)
        return next((role for role in titles if role is not None and role.code.startswith(political)), None)

    def _role(self, head: Token) -> tuple[RoleEntry | None, set[int]]:
        """The longest role phrase that ends at the head, however it is cut into words, and the tokens it covers."""
        written = spell(head.text)
        for word in dict.fromkeys((*spell(head.lemma)[-1:], *written[-1:], *_singular(written))):
            for role in self.tables.roles.get(word, ()):
                covered = self._covered(role.phrase[:-1], head)
                if covered is not None:
                    return role, covered
        return None, set()

    def _covered(self, words: tuple[str, ...], head: Token) -> set[int] | None:
        """The tokens that spell some words just before the last piece of a head, or None where others stand there."""
        if not words:
            return set()
        end = self._ends[head.index] - 1
        if end < len(words) or self._pieces[end - 1][0] != words[-1]:
            return None
        here = self._pieces[end - len(words) : end]
        if tuple(piece for piece, _ in here) != words:
            return None
        return {index for _, index in here} - {head.index}

    def _parts(self, head: Token) -> list[Token]:
        """The tokens below a head that may tell its country and role, the most telling first."""
        ranked: list[tuple[int, int, Token]] = []
        children = self.tree.children(head)
        held = [c for c in children if c.text.lower() in self.grammar.actors["holding"]]
        children += [c for h in held for c in self.tree.children(h)]  # "rebel-held": whose it is
        for child in children:
            rank = self._rank(child)
            if rank is not None:
                ranked.append((rank, child.index, child))
        return [child for _, _, child in sorted(ranked, key=lambda r: r[:2])]

    def _rank(self, child: Token) -> int | None:
        is_a = self.grammar.is_a
        if is_a(child.relation, "possessor"):
            return 2
        if is_a(child.relation, "apposition"):
            return 3
        if is_a(child.relation, "oblique"):
            return self._rank_oblique(child)
        if is_a(child.relation, "modifier", "name_part"):
            return 1
        return None

    def _rank_oblique(self, child: Token) -> int | None:
        case = self.tree.first(child, *self.grammar.relations["case"])
        word = case.text.lower() if case is not None else ""
        if word in self.grammar.actors["belonging"]:
            return 4 + self.grammar.actors["belonging"].index(word)
        if word in self.grammar.actors["location"]:
            return 10
        return None if word else 1

    def _of_role(self, role: RoleEntry, head: Token, parts: list[Token], found: Found) -> Found:
        """A role noun takes its country from its parts, and its role too where it only inherits one."""
        self._gather(parts, found, roles=role.inherits)
        found.by = ((role.entry, role.code), *found.by)
        found.kind = self._kind(role, head)
        replaced = self._replacing(parts)
        if found.whole:
            if not found.whole.endswith(role.code) and self._open(found.whole):
                found.whole += role.code
            return found
        if role.inherits:
            found.roles = found.roles or role.code
        elif replaced is None:
            found.roles = role.code
        if replaced is not None:
            found.roles = replaced.code
        return found

    def _kind(self, role: RoleEntry, head: Token) -> str:
        """The kind of a role; several persons are people."""
        several = role.kind == PERSON and head.feature("Number") == PLURAL
        return PEOPLE if several else role.kind

    def _open(self, whole: str) -> bool:
        """Whether a code may take a further role: an international organisation's or a creed's, not a nation's body."""
        return len(whole) == COUNTRY or whole.startswith(self.grammar.actors["open"])

    def _replacing(self, parts: Iterable[Token]) -> RoleEntry | None:
        for part in parts:
            modifier = self.tables.modifiers.get(part.text.lower())
            if modifier is not None and modifier.kind == "replace":
                return modifier
        return None

    def _gather(self, parts: Iterable[Token], found: Found, *, roles: bool = True) -> None:
        """Country, roles or a whole actor from the parts, the first that tells each."""
        for part in parts:
            if found.whole:
                return
            self._take(part, found, roles)

    def _take(self, part: Token, found: Found, roles: bool) -> None:
        modifier = self.tables.modifiers.get(part.text.lower())
        below = self._below(part)
        if below is not None and below.code:
            self._merge(below, found, roles, place=self._rank(part) == 10)
        elif modifier is not None and roles and not found.roles:
            found.roles = modifier.code
            found.by += ((modifier.entry, modifier.code),)
        if modifier is None or below is None:
            return
        if modifier.kind == "replace" and roles:
            found.roles = modifier.code

    def _below(self, part: Token) -> Found | None:
        """What a part tells by itself; a possessive pronoun tells what it stands for."""
        if part.upos not in NOMINAL:
            return None
        if part.upos != "PRON":
            return self._resolve(part.index)
        stands_for = self.pronoun(part.index)
        if stands_for is None or not stands_for.known:
            return None
        if stands_for.kind in WHOLE:
            return Found(whole=stands_for.code, name=stands_for.name, kind=stands_for.kind, by=stands_for.by)
        return Found(country=stands_for.code[:COUNTRY], kind="metonym", by=stands_for.by)

    def _merge(self, below: Found, found: Found, roles: bool, *, place: bool) -> None:
        """Add what a part tells; a place tells the country alone, and another country tells nothing more."""
        if below.whole and not found.country and not found.roles and not place:
            found.whole, found.name, found.gender = below.whole, below.name, below.gender
        elif not found.country:
            found.country = below.country or below.whole[:COUNTRY] * (not place)
        elif below.country or below.whole:
            return
        if roles and not found.roles and not found.whole and below.kind not in ("metonym", "capital"):
            found.roles = below.roles
        found.by += below.by
        found.kind = found.kind or "title"


def _singular(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """The last piece of a word without a plural's s."""
    return tuple(word[:-1] for word in pieces[-1:] if word.endswith("s") and not word.endswith("ss"))
