"""Say in the reader's words why a text is not YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from yaml.error import MarkedYAMLError

from framework.diagnostics import Diagnostic, Edit, Fix, Related, Span
from framework.syntax.rules import SYNTAX

if TYPE_CHECKING:
    from yaml import YAMLError
    from yaml.error import Mark


class _Words(NamedTuple):
    fact: str
    help: str


_QUOTE = "put the value in quotes"
_WORDS = {
    "mapping values are not allowed in this context": _Words(
        "a `: ` stands where no mapping can begin",
        "check the indentation; where the colon belongs to a text, put the text in quotes",
    ),
    "did not find expected ',' or '}'": _Words(
        "`{` is never closed, or a comma is missing before this place",
        'close it with `}`; a type such as "dict[string, int]" stands in quotes there',
    ),
    "did not find expected ',' or ']'": _Words(
        "`[` is never closed, or a comma is missing before this place", "close it with `]`"
    ),
    "did not find expected key": _Words(
        "a line stands at no level of indentation that is open",
        "indent it as the lines that it belongs to",
    ),
    "did not find expected '-' indicator": _Words(
        "a line among the items of a list does not begin with `- `",
        "begin it with `- `, or check its indentation",
    ),
    "could not find expected ':'": _Words(
        "a key has no `:` behind it", "write `key: value`, with a space behind the colon"
    ),
    "found unexpected end of stream": _Words("a quote is never closed", "close the quote"),
    "found unknown escape character": _Words(
        "unknown escape in double quotes", "write `\\\\` for a backslash, or use single quotes"
    ),
    "block sequence entries are not allowed in this context": _Words(
        "a list cannot begin here", "put `- ` on a line of its own below the key"
    ),
}
_TAB = _Words("a tab stands where only spaces can", "indent with spaces")
_HELP = "check quotes, brackets, colons and indentation around this place"


def syntax_fault(error: YAMLError, path: str, text: str) -> Diagnostic:
    """Return the diagnostic of what libyaml says about `text`."""
    marked = error if isinstance(error, MarkedYAMLError) else None
    span = _span(marked.problem_mark if marked else None, path, text)
    problem = (marked and marked.problem) or "not valid YAML"
    words = _words(problem, text, span)
    begun = marked.context_mark if marked else None
    related: tuple[Related, ...] = ()
    if marked and begun and marked.context and _span(begun, path, text) != span:
        related = (Related(_span(begun, path, text), f"{marked.context}, which begins here"),)
    fix = _tabs(path, text, span)
    return Diagnostic(
        SYNTAX.code, SYNTAX.id, words.fact, span, help=words.help, related=related, fix=fix
    )


def _tabs(path: str, text: str, span: Span) -> Fix | None:
    """Return the fix that writes spaces instead of the tabs that indent a line."""
    written = _line(text, span.line)
    margin = written[: len(written) - len(written.lstrip(" \t"))]
    if "\t" not in margin or span.column > len(margin) + 1:
        return None
    indent = Span(path, span.line, 1, span.line, len(margin) + 1)
    return Fix("indent with spaces", (Edit(indent, margin.replace("\t", "  ")),))


def _words(problem: str, text: str, span: Span) -> _Words:
    if problem != "found character that cannot start any token":
        return _WORDS.get(problem, _Words(problem, _HELP))
    character = _line(text, span.line)[span.column - 1 : span.column]
    if character == "\t":
        return _TAB
    return _Words(f"`{character}` cannot begin a value", _QUOTE)


def _span(mark: Mark | None, path: str, text: str) -> Span:
    """Return the place of a mark; one behind the text is moved to the end of its last line."""
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    last = len(text.rstrip("\n").split("\n"))
    if line > last:
        line, column = last, len(_line(text, last)) + 1
    return Span(path, line, column, line, column + 1)


def _line(text: str, number: int) -> str:
    return text.split("\n")[number - 1]
