"""What a fix changes makes things better, and nothing else: over all that may be wrong."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from framework import pipeline
from framework.cli.main import main
from framework.diagnostics import Edit, Fix, Severity, Span
from framework.fixes import mend
from framework.fixes.edit import apart, edited
from framework.layout import UnreadableError, format_text
from framework.project import kind_of
from framework.syntax import read, read_specs, spec_paths

if TYPE_CHECKING:
    from framework.pipeline import Compilation

BAD = Path(__file__).parents[2] / "golden/bad"
FIXABLE = sorted(path.parent.parent.name for path in BAD.glob("*/expected/fixed.diff"))
HIDDEN = {  # what a finding had hidden, because its name, its value or its file was not understood
    ("SPEC003", "SPEC103"),
    ("SPEC101", "SPEC103"),
    ("SPEC103", "SPEC501"),
    ("SPEC201", "SPEC222"),
    ("SPEC201", "SPEC224"),
    ("SPEC508", "SPEC325"),
}


def errors(result: Compilation) -> Counter[str]:
    """Count errors by code, and what else can be fixed."""
    found = result.diagnostics
    return Counter(d.code for d in found if d.severity is Severity.ERROR or d.fix)


@pytest.mark.parametrize("name", FIXABLE)
def test_fix_removes_its_finding_and_brings_no_other(name: str) -> None:
    """Each fix alone: fewer findings of its code, and no error of a kind that was not there."""
    readings = {reading.path: reading for reading in read_specs(BAD / name)}
    before = pipeline.check_readings([*readings.values()])
    fixes = [(found.code, found.fix) for found in before.diagnostics if found.fix]

    assert fixes
    for code, fix in fixes:
        assert fix
        after = dict(readings)
        for path in {edit.span.path for edit in fix.edits}:
            edits = [edit for edit in fix.edits if edit.span.path == path]
            after[path] = read(path, edited(readings[path].text, edits).encode())
        now = errors(pipeline.check_readings([*after.values()]))
        assert now[code] < errors(before)[code], fix
        more = {(code, other) for other in now if now[other] > errors(before)[other]}
        assert more <= HIDDEN, fix


@pytest.mark.parametrize("name", FIXABLE)
def test_mending_ends(name: str, tmp_path: Path) -> None:
    """What was written needs no second run, has fewer findings, and parses wherever it did."""
    root = tmp_path / name
    shutil.copytree(BAD / name, root, ignore=shutil.ignore_patterns("expected"))
    before = errors(pipeline.validate(root))

    main(["-C", str(root), "validate", "--fix"])

    assert errors(pipeline.validate(root)).total() < before.total() or name == "syntax-yaml"
    assert not mend(root).files


@pytest.mark.parametrize("name", FIXABLE)
def test_comments_outlive_fixes(name: str, tmp_path: Path) -> None:
    """A comment behind each line is there afterwards, unless its line was one entry too many."""
    root = tmp_path / name
    shutil.copytree(BAD / name, root, ignore=shutil.ignore_patterns("expected"))
    written: list[str] = []
    for path in filter(kind_of, spec_paths(root)):
        try:
            text = format_text((root / path).read_text("utf-8"), kind_of(path) or "")
        except (UnreadableError, UnicodeDecodeError, OSError):
            continue
        marked = [f"{line}  # {path}:{n}" for n, line in enumerate(text.splitlines()) if line]
        if any(mark in text for mark in (": |", ": >", "- |", "- >")):
            continue
        (root / path).write_text("\n".join(marked), "utf-8")
        written += [line.split("  # ")[1] for line in marked]

    main(["-C", str(root), "validate", "--fix"])

    texts = "".join((root / path).read_text("utf-8", "replace") for path in spec_paths(root))
    assert not [comment for comment in written if comment not in texts]


def test_edits_are_of_the_text_that_was_read() -> None:
    """Places do not move while edits are applied, whatever their order."""
    text = "a: x\nb: {c: y}\n"
    edits = [Edit(Span("f", 2, 8, 2, 9), "yes"), Edit(Span("f", 1, 4, 1, 5), "one\nz: two")]

    assert edited(text, edits) == edited(text, edits[::-1]) == "a: one\nz: two\nb: {c: yes}\n"


def test_overlapping_fixes_wait() -> None:
    """Of two fixes of one place, the first is applied; places that touch are apart."""
    first = Fix("1", (Edit(Span("f", 1, 1, 1, 5), ""),))
    inside = Fix("2", (Edit(Span("f", 1, 2, 1, 3), ""),))
    behind = Fix("3", (Edit(Span("f", 1, 5, 1, 6), ""),))
    elsewhere = Fix("4", (Edit(Span("g", 1, 1, 1, 5), ""),))

    assert apart([first, inside, behind, elsewhere]) == [first, behind, elsewhere]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with some slips, written on Windows."""
    (tmp_path / "specs").mkdir()
    (tmp_path / "services.yml").write_text("services: []  # none\n")
    (tmp_path / "specs/models.yaml").write_bytes(
        b"\xef\xbb\xbfmodels:\r\n  User:  # people\r\n    fields:\r\n"
        b"      id: {typ: int, default: 0}  # key\r\n      rate: {type: decimal, default: 0.5}\r\n"
    )
    return tmp_path


def test_fix_keeps_comments_and_line_ends(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only what is wrong changes: not the layout, not the byte order mark."""
    assert main(["-C", str(root), "validate", "--fix"]) == 0

    assert (root / "specs/models.yaml").read_bytes() == (
        b"\xef\xbb\xbfmodels:\r\n  User:  # people\r\n    fields:\r\n"
        b"      id: {type: int, default: 0}  # key\r\n"
        b'      rate: {type: decimal, default: "0.5"}\r\n'
    )
    assert (root / "services.yml").read_text() == "version: 1\nservices: []  # none\n"
    said = capsys.readouterr()
    assert said.out == ""
    assert "fixed specs/models.yaml:4:12: write `type` [SPEC101]\n" in said.err
    assert said.err.endswith("fixed 3 findings in 2 files\nno findings in 2 files\n")


def test_diff_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It shows the change and fails, so that CI can ask for it."""
    before = (root / "specs/models.yaml").read_bytes()

    assert main(["-C", str(root), "validate", "--fix", "--diff"]) == 1

    assert (root / "specs/models.yaml").read_bytes() == before
    said = capsys.readouterr()
    assert "+      id: {type: int, default: 0}  # key\r\n" in said.out
    assert "would fix 3 findings in 2 files\n" in said.err
