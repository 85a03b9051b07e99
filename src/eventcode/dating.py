"""Which time expression dates which event, through the tree; the story's own date where none does."""

from collections.abc import Iterator
from datetime import date as Day

from eventcode.lexicon import Grammar
from eventcode.records import EventDate
from eventcode.temporal import TimeExpression, TimeGrammar
from eventcode.tree import Token, Tree


class Dating:
    """The time expressions of one story, read once when the first event asks."""

    def __init__(self, text: str, date: Day | None, times: TimeGrammar, grammar: Grammar) -> None:
        self._text = text
        self._date = date
        self._times = times
        self._grammar = grammar
        self._found: tuple[TimeExpression, ...] | None = None

    def of(self, tree: Tree, trigger: Token, *, future: bool) -> EventDate:
        """The date of an event: the nearest expression that hangs on its trigger or on what governs it."""
        tokens = tree.tokens
        above = dict(self._above(tree, trigger))
        near: tuple[int, TimeExpression] | None = None
        for expression in self._of_sentence(tokens[0].start, tokens[-1].end):
            steps = self._steps(tree, expression, above)
            if steps is not None and (near is None or steps < near[0]):
                near = steps, expression
        return self._dated(near[1], future) if near is not None else self._default()

    def _of_sentence(self, start: int, end: int) -> Iterator[TimeExpression]:
        if self._found is None:
            self._found = self._times.find(self._text, self._date)
        return (e for e in self._found if start <= e.start_char < end and e.start is not None and not e.bound)

    def _above(self, tree: Tree, trigger: Token) -> Iterator[tuple[int, int]]:
        """The trigger and what governs it inside its clause, each with its distance."""
        yield trigger.index, 0
        below = trigger
        for distance, token in enumerate(tree.ancestors(trigger), 1):
            if self._is_clause(below):
                return
            yield token.index, distance
            below = token

    def _is_clause(self, token: Token) -> bool:
        """Whether a token heads a clause of its own, which has its own time."""
        return self._grammar.is_a(
            token.relation, "finite_complement", "relative", "adverbial", "adnominal", "parataxis"
        )

    def _steps(self, tree: Tree, expression: TimeExpression, above: dict[int, int]) -> int | None:
        """How far an expression stands from a trigger; None where another clause lies between them."""
        inside = [t for t in tree if expression.start_char <= t.start and t.end <= expression.end_char]
        outer = {t.index for t in inside}
        token = next((t for t in inside if t.head not in outer), None)
        steps = 0
        while token is not None:
            if token.index in above:
                return steps + above[token.index]
            if self._is_clause(token):
                return None
            token = tree.head(token)
            steps += 1
        return None

    @staticmethod
    def _dated(found: TimeExpression, future: bool) -> EventDate:
        start, end = found.later if future and found.later is not None else (found.start, found.end)
        return EventDate(start=start, end=end, granularity=found.granularity, origin="text", text=found.text)

    def _default(self) -> EventDate:
        if self._date is None:
            return EventDate(start=None, end=None, granularity="unknown", origin="unknown")
        return EventDate(start=self._date, end=self._date, granularity="day", origin="document")
