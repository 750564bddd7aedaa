"""Say what is wrong with the compiler's files: each kind of drift has a code of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.diagnostics import Diagnostic, Rule, Span, sort_unique
from framework.project import MANIFEST
from framework.write.change import Action

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.write.change import Change
    from framework.write.plan import Plan

STALE = Rule(
    "DRIFT001",
    "stale-file",
    """A compiled file is not what its spec compiles to any more.

    ## Why is this bad?
    The spec says one thing and the running service does another.

    ## Example
    ```text
    specs/models/users.yaml gained a field; shared/generated/models/users.py lacks it
    ```

    ## Use instead
    ```text
    framework generate, and commit what it wrote together with the spec
    ```
    """,
)
EDITED = Rule(
    "DRIFT002",
    "edited-file",
    """A compiled file was changed by hand.

    ## Why is this bad?
    The next `framework generate` overwrites it, and nobody can tell from the specs what runs.

    ## Example
    ```text
    a route was added to shared/generated/routers/backend/users.py
    ```

    ## Use instead
    ```text
    change the spec or the controller, then framework generate
    ```
    """,
)
MISSING = Rule(
    "DRIFT003",
    "missing-file",
    """A file that a spec compiles to is not there.

    ## Why is this bad?
    What imports it fails, or an endpoint that the spec promises does not exist.

    ## Example
    ```text
    specs/routers/backend/users.yaml is new; shared/generated/routers/backend/users.py is missing
    ```

    ## Use instead
    ```text
    framework generate, and commit what it wrote together with the spec
    ```
    """,
)
ORPHAN = Rule(
    "DRIFT004",
    "orphaned-file",
    """A compiled file has outlived its spec.

    ## Why is this bad?
    A route that no spec declares may stay reachable.

    ## Example
    ```text
    specs/routers/backend/users.yaml was deleted; shared/generated/routers/backend/users.py remains
    ```

    ## Use instead
    ```text
    framework generate, which removes it
    ```
    """,
)
FOREIGN = Rule(
    "DRIFT005",
    "foreign-file",
    """A file in the compiler's folder was not written by the compiler.

    ## Why is this bad?
    Nothing keeps it true to the specs, and readers take it for compiled. It is never deleted
    automatically, since it is somebody's work.

    ## Example
    ```text
    shared/generated/queries.py
    ```

    ## Use instead
    ```text
    shared/queries.py
    ```
    """,
)
RULES = (STALE, EDITED, MISSING, ORPHAN, FOREIGN)
_RUN = "run `framework generate`"


def drift(plan: Plan) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each file that the plan would change, and each foreign one."""
    return sort_unique([*_changed(plan), *map(foreign, plan.foreign)])


def foreign(path: str) -> Diagnostic:
    """Return the diagnostic of a file that nobody owns."""
    message = f"`{path}` was not written by the compiler"
    return _diagnostic(FOREIGN, path, message, "move it out of the compiler's folder, or delete it")


def _changed(plan: Plan) -> Iterator[Diagnostic]:
    for change in plan.changes:
        # The manifest follows the others; it is worth a word only if they are all right.
        if change.path != str(MANIFEST) or len(plan.changes) == 1:
            yield _drifted(change)


def _drifted(change: Change) -> Diagnostic:
    path, origin = change.path, f"`{change.origin}`"
    match change.action:
        case Action.UPDATE:
            return _diagnostic(STALE, path, f"`{path}` is not what {origin} compiles to", _RUN)
        case Action.RESTORE:
            help_ = f"change {origin} instead, then {_RUN}, which undoes the edit"
            return _diagnostic(EDITED, path, f"`{path}` was changed by hand", help_)
        case Action.CREATE:
            return _diagnostic(MISSING, path, f"`{path}`, compiled from {origin}, is missing", _RUN)
        case Action.DELETE:
            message = f"`{path}` comes from no spec any more"
            return _diagnostic(ORPHAN, path, message, f"{_RUN}, which removes it")


def _diagnostic(rule: Rule, path: str, message: str, help_: str) -> Diagnostic:
    start = Span(path, 1, 1, 1, 1)
    return Diagnostic(rule.code, rule.id, message, start, rule.severity, help=help_)
