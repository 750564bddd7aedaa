"""Print diagnostics for people: the fact, the place, the line with carets, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.diagnostics.diagnostic import Severity
from framework.diagnostics.excerpt import Lines
from framework.diagnostics.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from framework.diagnostics.diagnostic import Diagnostic
    from framework.diagnostics.span import Span

    Paint = Callable[[str, str], str]

_BOLD = "1"
_GUTTER = "1;34"
_SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33"}


def render_text(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], *, color: bool = False
) -> str:
    """Return the diagnostics in the order given, with a blank line between two of them.

    `sources` maps a path to its text; a place whose text is missing is shown without an excerpt.
    The result ends with a line break, and is empty if there is no diagnostic.
    """
    lines = Lines(sources)
    paint = _painted if color else _plain
    blocks = ["\n".join(_block(diagnostic, lines, paint)) for diagnostic in diagnostics]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _block(diagnostic: Diagnostic, lines: Lines, paint: Paint) -> Iterator[str]:
    margin = " " * len(str(diagnostic.span.line if diagnostic.span else 1))
    head = paint(_SEVERITY[diagnostic.severity], f"{diagnostic.severity}[{diagnostic.code}]")
    yield head + paint(_BOLD, f": {visible(diagnostic.message)}")
    if diagnostic.span:
        yield from _place(diagnostic, diagnostic.span, lines, paint)
    mark = paint(_GUTTER, f"{margin} =")
    for label, sentence in _remarks(diagnostic):
        yield f"{mark} {paint(_BOLD, label)}: {visible(sentence)}"


def _place(diagnostic: Diagnostic, span: Span, lines: Lines, paint: Paint) -> Iterator[str]:
    number = str(span.line)
    margin = " " * len(number)
    yield f"{paint(_GUTTER, margin + '-->')} {visible(str(span))}"
    excerpt = lines.excerpt(span)
    if excerpt:
        bar = paint(_GUTTER, f"{margin} |")
        yield bar
        yield f"{paint(_GUTTER, f'{number} |')} {excerpt.line}".rstrip()
        indent = " " * (len(excerpt.carets) - len(excerpt.carets.lstrip()))
        yield f"{bar} {indent}{paint(_SEVERITY[diagnostic.severity], excerpt.carets.lstrip())}"


def _remarks(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    for note in diagnostic.notes:
        yield "note", note
    for related in diagnostic.related:
        yield "note", f"{related.message} ({related.span.path}:{related.span.line})"
    if diagnostic.help:
        yield "help", diagnostic.help
    if diagnostic.fix:
        yield "fix", diagnostic.fix.title


def _plain(_style: str, text: str) -> str:
    return text


def _painted(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m"
