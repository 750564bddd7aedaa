"""What a rule over specs is: a code, an id, and a function whose docstring explains it."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING

from framework.diagnostics import Diagnostic, Related, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from framework.check.view import View
    from framework.diagnostics import Span
    from framework.spec import Place


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found: a fact, its place, and what to do.

    `key` points at the key of the place, `part` at a stretch of its characters.
    """

    message: str
    place: Place
    key: bool = False
    part: tuple[int, int] | None = None
    help: str | None = None
    notes: tuple[str, ...] = ()
    related: tuple[tuple[Place, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckRule:
    """A rule; `find` yields what it finds and never raises, whatever else is wrong."""

    code: str
    id: str
    find: Callable[[View], Iterator[Finding]]
    severity: Severity = Severity.ERROR

    @property
    def explanation(self) -> str:
        """The text of `framework explain CODE`."""
        return cleandoc(self.find.__doc__ or "")

    def run(self, view: View) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each finding."""
        for found in self.find(view):
            yield Diagnostic(
                code=self.code,
                id=self.id,
                message=found.message,
                span=found.place.span(key=found.key, part=found.part),
                severity=self.severity,
                notes=found.notes,
                help=found.help,
                related=tuple(Related(_named(p), said) for p, said in found.related),
            )


def _named(place: Place) -> Span:
    """Return where the name of what stands at `place` is: a key, but for services."""
    return place.span(key=place.path[:1] != ("services",))
