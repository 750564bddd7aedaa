"""What is said about a project: a fact, its place, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framework.diagnostics.span import Span


class Severity(StrEnum):
    """Whether a diagnostic stops the compiler."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a diagnostic, and what it shows."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a file, which may be empty, and what is to stand there instead."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What a program may change so that a diagnostic goes away.

    `title` says it as an action, as `help` does. The edits belong together, and no two of them
    overlap; their places are those of the text that was read.
    """

    title: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    `message` states a fact and `help` names an action; both are lower case, without a full
    stop, with names in backticks. `span` is None where no place of a file is to blame, `fix` where
    no change of the text is sure to be what is meant.
    """

    code: str
    id: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.ERROR
    notes: tuple[str, ...] = ()
    help: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


def sort_unique(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return each different diagnostic once: those without a place first, then by place."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=_order))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether one of the diagnostics is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _order(diagnostic: Diagnostic) -> tuple[object, ...]:
    place = () if diagnostic.span is None else (diagnostic.span,)
    return (place, diagnostic.code, diagnostic.message, diagnostic.help or "", diagnostic.notes)
