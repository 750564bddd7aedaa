"""Fix what findings say can be fixed, over and over until nothing more can."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework import pipeline
from framework.diagnostics import Severity
from framework.fixes.edit import apart, edited
from framework.syntax import read, read_raw, spec_paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from framework.diagnostics import Diagnostic, Fix
    from framework.pipeline import Compilation
    from framework.syntax.reader import Reading

_BOM = b"\xef\xbb\xbf"
_MOST_ROUNDS = 10
_MOST_ALONE = 20  # fixes that are tried one by one, each with a run of the compiler


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of it: each file before and after, what was fixed, and what is left."""

    files: Mapping[str, tuple[bytes, bytes]]
    fixed: tuple[Diagnostic, ...]
    left: Compilation


def mend(root: Path) -> Mended:
    """Apply the fixes of all findings of a project; nothing is written.

    Fixes that overlap wait for the next round. A round that brings an error of a kind that was not
    there, or mends nothing, is taken back, and its fixes are tried one by one.
    """
    raws = {path: read_raw(root, path) for path in spec_paths(root)}
    readings = {path: _read(path, raw) for path, raw in raws.items()}
    result = pipeline.check_readings([*readings.values()])
    fixed: list[Diagnostic] = []
    for _ in range(_MOST_ROUNDS):
        step = _round(readings, result)
        if step is None:
            break
        readings, result, done = step
        fixed += done
    files = {
        path: (raw, _bytes(raw, readings[path].text))
        for path, raw in raws.items()
        if isinstance(raw, bytes)
    }
    changed = {path: both for path, both in files.items() if both[0] != both[1]}
    return Mended(changed, tuple(fixed), result)


_Step = tuple[dict[str, "Reading"], "Compilation", list["Diagnostic"]]


def _round(readings: dict[str, Reading], result: Compilation) -> _Step | None:
    found = [d for d in result.diagnostics if d.fix and _can(readings, d.fix)]
    chosen = apart(d.fix for d in found if d.fix)
    told = [d for d in found if d.fix in chosen]
    step = _tried(readings, result, told)
    if step or len(told) == 1:
        return step
    for diagnostic in told[:_MOST_ALONE]:
        alone = _tried(step[0] if step else readings, step[1] if step else result, [diagnostic])
        if alone:
            return alone
    return None


def _tried(
    readings: dict[str, Reading], result: Compilation, told: list[Diagnostic]
) -> _Step | None:
    """Apply the fixes of some findings; None if that makes something worse."""
    if not told:
        return None
    after = _applied(readings, [d.fix for d in told if d.fix])
    then = pipeline.check_readings([*after.values()])
    better = _is_better(_counted(result.diagnostics), _counted(then.diagnostics))
    return (after, then, told) if better else None


def _is_better(before: Counter[str], now: Counter[str]) -> bool:
    """Tell whether fewer findings are left at the first stage that differs, and no new kind.

    What does not parse, or has the wrong shape, hides what is wrong with its meaning.
    """
    for stage in ("SPEC0", "SPEC1", "SPEC"):
        then = Counter({code: n for code, n in now.items() if code.startswith(stage)})
        was = Counter({code: n for code, n in before.items() if code.startswith(stage)})
        if then != was:
            return then < was
    return False


def _applied(readings: dict[str, Reading], fixes: Iterable[Fix]) -> dict[str, Reading]:
    edits = [edit for fix in dict.fromkeys(fixes) for edit in fix.edits]
    after = dict(readings)
    for path in dict.fromkeys(edit.span.path for edit in edits):
        text = edited(readings[path].text, [edit for edit in edits if edit.span.path == path])
        after[path] = read(path, text.encode())
    return after


def _can(readings: dict[str, Reading], fix: Fix) -> bool:
    """Tell whether the places of a fix are places of texts as they are on disk."""
    texts = [readings[edit.span.path].text for edit in fix.edits if edit.span.path in readings]
    return len(texts) == len(fix.edits) and not any("\r" in x.replace("\r\n", "") for x in texts)


def _counted(diagnostics: Iterable[Diagnostic]) -> Counter[str]:
    """Count the errors, and what else can be fixed, by code."""
    return Counter(d.code for d in diagnostics if d.severity is Severity.ERROR or d.fix)


def _read(path: str, raw: bytes | Reading) -> Reading:
    return read(path, raw) if isinstance(raw, bytes) else raw


def _bytes(raw: bytes, text: str) -> bytes:
    """Return the text as it is written beside what was there; undecodable files stay."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw
    return (_BOM if raw.startswith(_BOM) else b"") + text.encode()
