"""Where the words of a multiword token stand in its surface ("don't", "gonna", "del")."""

from collections.abc import Sequence


def cut(forms: Sequence[str], surface: str, start: int) -> list[tuple[int, int]]:
    """Offsets of each word of a surface that begins at `start`: in order, none empty, together the surface.

    Where the forms spell the surface they are found exactly; else the words but the first take their own lengths
    from the right. A surface shorter than its words gives every word the whole of it.
    """
    end = start + len(surface)
    if len(surface) < len(forms):
        return [(start, end)] * len(forms)
    spans: list[tuple[int, int]] = []
    for before, form in reversed(list(enumerate(forms))[1:]):
        first = max(start + before, end - max(1, len(form)))
        spans.append((first, end))
        end = first
    return [(start, end), *reversed(spans)]
