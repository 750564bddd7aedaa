"""A code without an explanation or an example that shows it does not exist."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framework import check, exchange, spec, syntax
from framework.diagnostics.explain import pages
from framework.write import drift

if TYPE_CHECKING:
    from framework.check.rule import CheckRule
    from framework.diagnostics import Rule

TESTS = Path(__file__).parent
OF_FILES = (*syntax.RULES, *spec.RULES, *drift.RULES, *exchange.RULES)
RULES = (*syntax.RULES, *spec.RULES, *check.RULES, *drift.RULES, *exchange.RULES)
SECTIONS = ("## Why is this bad?", "## Example", "## Use instead")


def codes(pattern: str, files: str) -> set[str]:
    """Return what `pattern` finds in the files below `tests/`."""
    return {c for path in TESTS.glob(files) for c in re.findall(pattern, path.read_text("utf-8"))}


SHOWN = codes(r"\[([A-Z]+[0-9]+)\]:", "golden/**/diagnostics.txt")
ASSERTED = codes(r"\b([A-Z]+[0-9]{3})\b", "unit/**/test_*.py")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_explains_itself(rule: Rule) -> None:
    """`framework explain CODE` says what is found, why it is bad, and what to write."""
    assert all(section in rule.explanation for section in SECTIONS)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.id)


@pytest.mark.parametrize("rule", check.RULES, ids=lambda rule: rule.code)
def test_rule_is_shown_by_a_golden_case(rule: CheckRule) -> None:
    """What a person sees is recorded, with place and help."""
    assert rule.code in SHOWN


@pytest.mark.parametrize("rule", OF_FILES, ids=lambda rule: rule.code)
def test_fault_of_a_file_is_tested(rule: Rule) -> None:
    """By a golden case, or by a test that names the code where no file can show it."""
    assert rule.code in SHOWN | ASSERTED


@pytest.mark.parametrize("rule", check.RULES, ids=lambda rule: rule.code)
def test_rule_is_one_short_file(rule: CheckRule) -> None:
    """Named like the rule, with its code in the first line, and 60 lines long at most."""
    path = Path(inspect.getfile(rule.find))
    lines = path.read_text("utf-8").splitlines()

    assert path.stem == rule.id.replace("-", "_") == rule.find.__name__
    assert lines[0] == f'"""{rule.code} `{rule.id}`."""'
    assert len(lines) <= 60


def test_each_rule_has_its_page() -> None:
    """After a change: `python -m framework explain --write docs/rules`."""
    folder = TESTS.parent / "docs/rules"

    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == pages(RULES)


def test_codes_are_unique_and_in_order() -> None:
    """A code belongs to one rule for ever; tables of contents are sorted by it."""
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)
    for table in (syntax.RULES, spec.RULES, check.RULES, drift.RULES, exchange.RULES):
        assert [rule.code for rule in table] == sorted(rule.code for rule in table)
