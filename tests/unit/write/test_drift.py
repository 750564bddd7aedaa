"""Every kind of drift has its own code, names the file, and says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from framework.diagnostics import render_text
from framework.write.change import Action, Change
from framework.write.drift import RULES, drift
from framework.write.plan import Plan

if TYPE_CHECKING:
    from framework.diagnostics import Rule

FILE = "shared/generated/a.py"
MANIFEST = Change(Action.UPDATE, "shared/generated/manifest.json", "the compiler", "{}")


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (
            Change(Action.UPDATE, FILE, "specs/a.yaml", ""),
            "DRIFT001",
            ["is not what `specs/a.yaml` compiles to", "run `framework generate`"],
        ),
        (
            Change(Action.RESTORE, FILE, "specs/a.yaml", ""),
            "DRIFT002",
            ["was changed by hand", "change `specs/a.yaml` instead, then run `framework generate`"],
        ),
        (
            Change(Action.CREATE, FILE, "specs/a.yaml", ""),
            "DRIFT003",
            ["compiled from `specs/a.yaml`, is missing", "run `framework generate`"],
        ),
        (
            Change(Action.DELETE, FILE),
            "DRIFT004",
            ["comes from no spec any more", "run `framework generate`, which removes it"],
        ),
    ],
)
def test_a_change_is_drift_of_its_kind(change: Change, code: str, said: list[str]) -> None:
    """The manifest, which follows the files, is not counted as well."""
    [found] = drift(Plan((change, MANIFEST), (), 0))

    text = render_text([found], {})
    assert found.code == code
    assert text.startswith(f"error[{code}]: `{FILE}`")
    assert all(part in text for part in said)


def test_a_foreign_file_is_drift() -> None:
    """It is not deleted, but it does not belong there."""
    [found] = drift(Plan((), (FILE,), 0))

    assert (found.code, found.help) == (
        "DRIFT005",
        "move it out of the compiler's folder, or delete it",
    )


def test_a_manifest_alone_is_drift() -> None:
    """Where all files are right, a manifest that is not still has to be committed."""
    [found] = drift(Plan((MANIFEST,), (), 1))

    assert found.code == "DRIFT001"
    assert "manifest.json" in found.message


def test_no_change_is_no_drift() -> None:
    """A project that is up to date has nothing to say."""
    assert drift(Plan((), (), 5)) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_code_is_explained(rule: Rule) -> None:
    """`framework explain` has a whole page for it."""
    headings = ("## Why is this bad?", "## Example", "## Use instead")

    assert all(heading in rule.explanation for heading in headings)
