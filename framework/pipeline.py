"""The compiler on one page: read → bind → check → resolve → emit; `write` plans and applies.

specs/**, services.yml
   │ syntax.read_specs   Reading      text, Document (plain values with positions), findings
   │ spec.bind           Bound        SpecSet (closed Pydantic classes: shape only), findings
   │ check.run           Diagnostic   one rule a file
   ▼ contract.resolve    Contract     frozen, every name resolved; total, cannot fail
   │ emit.EMITTERS       Artefact     pure functions of the contract; schemas.emit of the specs
   ▼ write.plan, apply   files        the only place that writes
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework import check, spec, syntax
from framework.diagnostics import Diagnostic, has_errors, sort_unique
from framework.diagnostics.clear import clear

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from framework.contract import Contract
    from framework.emit.artefact import Artefact
    from framework.spec import SpecSet
    from framework.syntax.reader import Reading


@dataclass(frozen=True, slots=True)
class Compilation:
    """What came of the specs: the artefacts, unless a diagnostic is an error, and all findings."""

    artefacts: tuple[Artefact, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


def validate(root: Path) -> Compilation:
    """Read, bind and check the specs below `root`; emits nothing."""
    _, validated = _validated(root)
    return validated


def compile_project(root: Path) -> Compilation:
    """Compile the specs below `root`; has no artefacts if anything is wrong with them."""
    specs, validated = _validated(root)
    if has_errors(validated.diagnostics):
        return validated
    # Jinja2 is imported with the emitters: a project with findings does not pay for it.
    from framework import schemas
    from framework.contract import resolve
    from framework.emit import EMITTERS

    contract = resolve(specs)
    compiled = (artefact for emit in EMITTERS for artefact in emit(contract))
    artefacts = (*compiled, *schemas.emit(specs))
    return Compilation(artefacts, validated.diagnostics, validated.sources)


def contract_of(root: Path) -> Contract:
    """Return the contract of the specs below `root`, which have no error."""
    from framework.contract import resolve

    return resolve(_validated(root)[0])


def specs_of(root: Path) -> SpecSet:
    """Return what the specs below `root` declare, whatever is wrong with the rest of them."""
    return _validated(root)[0]


def check_readings(readings: Sequence[Reading]) -> Compilation:
    """Bind and check files that were read already."""
    return _checked(readings)[1]


def _validated(root: Path) -> tuple[SpecSet, Compilation]:
    return _checked(syntax.read_specs(root))


def _checked(readings: Sequence[Reading]) -> tuple[SpecSet, Compilation]:
    documents = [reading.document for reading in readings if reading.document]
    unread = [reading.path for reading in readings if reading.document is None]
    bound = spec.bind(documents, unread)
    found = [finding for reading in readings for finding in reading.diagnostics]
    diagnostics = sort_unique(map(clear, [*found, *bound.diagnostics, *check.run(bound.specs)]))
    sources = {reading.path: reading.text for reading in readings}
    return bound.specs, Compilation((), diagnostics, sources)
