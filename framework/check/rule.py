"""What a rule over specs is: a code, an id, and a function whose docstring explains it."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING

from framework.check.nearest import did_you_mean
from framework.diagnostics import Diagnostic, Related, Severity
from framework.spec.fixes import guessed, removed
from framework.spec.near import sole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from framework.check.view import View
    from framework.diagnostics import Fix, Span
    from framework.spec import Place

_MOST_GUESSES = 50  # a guess compares with thousands of names: the hundredth helps nobody


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found: a fact, its place, and what to do.

    `key` points at the key of the place, `part` at a stretch of its characters. `near` is a name
    that is unknown and those that are known: the help tells which one was meant, if one is near.
    `fix` is what a program may change, where that is certain; `void` says that it may remove what
    stands there.
    """

    message: str
    place: Place
    key: bool = False
    part: tuple[int, int] | None = None
    help: str | None = None
    near: tuple[str, Iterable[str]] | None = None
    notes: tuple[str, ...] = ()
    related: tuple[tuple[Place, str], ...] = ()
    fix: Fix | None = None
    void: bool = False


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
        for index, found in enumerate(self.find(view)):
            guess, fix = _guess(found) if index < _MOST_GUESSES else (None, found.fix)
            yield Diagnostic(
                code=self.code,
                id=self.id,
                message=found.message,
                span=found.place.span(key=found.key, part=found.part),
                severity=self.severity,
                notes=found.notes,
                help=guess or found.help,
                related=tuple(Related(_named(p), said) for p, said in found.related),
                fix=fix,
            )


def _guess(found: Finding) -> tuple[str | None, Fix | None]:
    """Return the help about a name that may be meant, and the fix if it must be meant."""
    if found.near is None:
        return None, removed(found.place) if found.void else found.fix
    name, known = found.near[0], tuple(found.near[1])
    meant = sole(name, known)
    fix = guessed(found.place, name, meant, key=found.key, part=found.part) if meant else None
    return did_you_mean(name, known), found.fix or fix


def _named(place: Place) -> Span:
    """Return where the name of what stands at `place` is: a key, but for services."""
    return place.span(key=place.path[:1] != ("services",))
