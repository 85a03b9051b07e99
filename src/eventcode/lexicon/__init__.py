"""knowledge/ → validated, indexed tables. `store` opens the files; `entries` is what the stages see."""

from eventcode.lexicon.entries import ActorEntry, ActorTables, Condition, Frame, Grammar, RoleEntry, Sense
from eventcode.lexicon.store import Lexicon, load

__all__ = ["ActorEntry", "ActorTables", "Condition", "Frame", "Grammar", "Lexicon", "RoleEntry", "Sense", "load"]
