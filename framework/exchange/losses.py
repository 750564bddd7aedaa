"""Collect what an import loses, each with its place in the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.diagnostics import Diagnostic

if TYPE_CHECKING:
    from framework.diagnostics import Rule
    from framework.syntax import Foreign, Path


class Losses:
    """The report of one import, in the order in which things were found."""

    def __init__(self, document: Foreign) -> None:
        """Report about `document`."""
        self._document = document
        self._found: dict[tuple[str, Path, str], tuple[Rule, str, str | None, bool]] = {}

    def say(
        self, rule: Rule, at: Path, lost: str, instead: str | None = None, *, key: bool = True
    ) -> None:
        """Report that `lost` was lost at `at`; `instead` tells what was done."""
        self._found.setdefault((rule.code, at, lost), (rule, lost, instead, key))

    def diagnostics(self) -> list[Diagnostic]:
        """Return the report."""
        return [
            Diagnostic(
                rule.code,
                rule.id,
                lost,
                self._document.span(at, key=key),
                rule.severity,
                notes=(instead,) if instead else (),
            )
            for (_, at, _), (rule, lost, instead, key) in self._found.items()
        ]
