"""Print diagnostics as SARIF 2.1.0, which code scanning and editors read."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from inspect import cleandoc
from typing import TYPE_CHECKING
from urllib.parse import quote

from framework.diagnostics.excerpt import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framework.diagnostics.diagnostic import Diagnostic, Edit, Fix, Related
    from framework.diagnostics.explain import Explained
    from framework.diagnostics.span import Span

    Json = Mapping[str, "Json"] | Sequence["Json"] | str | int | None

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], rules: Iterable[Explained]
) -> str:
    """Return a SARIF log of one run, in ASCII and ending with a line break.

    Of `rules` those are described that found something. Each result has a fingerprint that
    stays the same when lines above it come and go.
    """
    said = {diagnostic.code for diagnostic in diagnostics}
    described = [rule for rule in rules if rule.code in said]
    prints = _fingerprints(diagnostics, Lines(sources))
    run = {
        "tool": {"driver": {"name": "framework", "rules": [_rule(rule) for rule in described]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, print_) for d, print_ in zip(diagnostics, prints, strict=True)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _rule(rule: Explained) -> Json:
    text = cleandoc(rule.explanation)
    return {
        "id": rule.code,
        "name": rule.id,
        "shortDescription": {"text": text.partition("\n")[0]},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": str(rule.severity)},
    }


def _result(diagnostic: Diagnostic, fingerprint: str) -> Json:
    remarks = [f"note: {note}" for note in diagnostic.notes]
    advice = [f"help: {diagnostic.help}"] if diagnostic.help else []
    found: dict[str, Json] = {
        "ruleId": diagnostic.code,
        "level": str(diagnostic.severity),
        "message": {"text": "\n".join([diagnostic.message, *remarks, *advice])},
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
    }
    if diagnostic.span:
        found["locations"] = [_location(diagnostic.span)]
    if diagnostic.related:
        found["relatedLocations"] = [_related(other) for other in diagnostic.related]
    if diagnostic.fix:
        found["fixes"] = [_fix(diagnostic.fix)]
    return found


def _related(other: Related) -> Json:
    return {**_location(other.span), "message": {"text": other.message}}


def _fix(fix: Fix) -> Json:
    by_path: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.span.path, []).append(edit)
    changes = [
        {"artifactLocation": _artifact(path), "replacements": [_replacement(e) for e in edits]}
        for path, edits in by_path.items()
    ]
    return {"description": {"text": fix.title}, "artifactChanges": changes}


def _replacement(edit: Edit) -> Json:
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}


def _location(span: Span) -> dict[str, Json]:
    return {"physicalLocation": {"artifactLocation": _artifact(span.path), "region": _region(span)}}


def _artifact(path: str) -> Json:
    return {"uri": quote(path, errors="surrogatepass"), "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fingerprints(diagnostics: Iterable[Diagnostic], lines: Lines) -> list[str]:
    """Return a hash of what each says of which line, wherever the line stands, and a number."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for diagnostic in diagnostics:
        span = diagnostic.span
        place = (span.path, (lines.line(span) or "").strip()) if span else ("", "")
        said = "\0".join((diagnostic.code, diagnostic.message, *place))
        digest = sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[digest] += 1
        found.append(f"{digest}:{seen[digest]}")
    return found
