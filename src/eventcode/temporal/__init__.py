"""Time expressions of running text, and the days that they name.

    words.py      TimeWords: the validated words and patterns of one language
    slots.py      the slots of the patterns: which text fills each, and what it means
    patterns.py   the notation of the patterns → compiled regular expressions
    spans.py      spans of days, and the arithmetic of weeks, months and years
    context.py    what a reading works on and returns
    readings.py   START HERE: what each pattern means, one small function a reading
    ranges.py     two expressions → a range; "since" + an expression → a range
    grammar.py    TimeGrammar.find: text → TimeExpressions

Weeks run from Monday to Sunday. Where words leave the year or the week open, the day that is near to the
reference is meant, rather a past one: news tells what happened.
"""

from eventcode.temporal.grammar import TimeExpression, TimeGrammar
from eventcode.temporal.words import TimeWords

__all__ = ["TimeExpression", "TimeGrammar", "TimeWords"]
