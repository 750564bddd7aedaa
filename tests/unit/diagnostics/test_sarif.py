"""What code scanning reads: a SARIF log of a run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator as Schema

from framework.diagnostics import Diagnostic, Edit, Fix, Related, Severity, Span
from framework.diagnostics.sarif import render_sarif

PATH = "specs/users.yaml"
PLACE = Span(PATH, 2, 3, 2, 7)


@dataclass(frozen=True)
class Made:
    """A rule."""

    code: str
    id: str = "made-up"
    severity: Severity = Severity.ERROR
    explanation: str = "It is odd.\n\n## Why is this bad?\nIt is."


def closed(**properties: object) -> dict[str, object]:
    """Return the schema of an object of which each key is required and no other is known."""
    keys = [key.removesuffix("_") for key in properties]
    by_key = dict(zip(keys, properties.values(), strict=True))
    return {
        "type": "object",
        "properties": by_key,
        "required": [key for name, key in zip(properties, keys, strict=True) if name == key],
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
MESSAGE = closed(text=TEXT)
POSITION = {"type": "integer", "minimum": 1}
REGION = closed(startLine=POSITION, startColumn=POSITION, endLine=POSITION, endColumn=POSITION)
ARTIFACT = closed(uri={"type": "string", "pattern": "^[!-~]+$"}, uriBaseId={"const": "%SRCROOT%"})
PHYSICAL = closed(artifactLocation=ARTIFACT, region=REGION)
LEVEL = {"enum": ["error", "warning"]}
RULE = closed(
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    help=closed(text=TEXT, markdown=TEXT),
    defaultConfiguration=closed(level=LEVEL),
)
REPLACEMENT = closed(deletedRegion=REGION, insertedContent=closed(text={"type": "string"}))
CHANGE = closed(artifactLocation=ARTIFACT, replacements={"type": "array", "items": REPLACEMENT})
FIX = closed(description=MESSAGE, artifactChanges={"type": "array", "items": CHANGE})
RESULT = closed(
    ruleId=TEXT,
    level=LEVEL,
    message=MESSAGE,
    partialFingerprints=closed(
        primaryLocationLineHash={"type": "string", "pattern": "^[0-9a-f]{16}:[1-9][0-9]*$"}
    ),
    locations_={"type": "array", "items": closed(physicalLocation=PHYSICAL)},
    relatedLocations_={
        "type": "array",
        "items": closed(physicalLocation=PHYSICAL, message=MESSAGE),
    },
    fixes_={"type": "array", "items": FIX},
)
DRIVER = closed(name={"const": "framework"}, rules={"type": "array", "items": RULE})
LOG = Schema(
    {
        **closed(
            **{"$schema": TEXT},
            version={"const": "2.1.0"},
            runs={
                "type": "array",
                "items": closed(
                    tool=closed(driver=DRIVER),
                    columnKind={"const": "unicodeCodePoints"},
                    results={"type": "array", "items": RESULT},
                ),
            },
        )
    }
)
"""The part of the SARIF 2.1.0 schema that is written, and nothing beyond it."""


def run_of(diagnostics: list[Diagnostic], text: str = "a\n  user: 1\n") -> dict[str, Any]:
    """Return the only run of a log, which is valid."""
    rules = [Made("SPEC001"), Made("SPEC002", severity=Severity.WARNING), Made("SPEC003")]
    log = json.loads(render_sarif(diagnostics, {PATH: text}, rules))
    LOG.validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_a_finding_is_a_result_with_its_rule() -> None:
    """Notes and help ride along in the message; of the rules only those that found something."""
    other = Related(Span("specs/ä b.yaml", 1, 1, 1, 2), "declared here")
    found = Diagnostic(
        "SPEC002", "made-up", "odd", PLACE, Severity.WARNING, ("n",), "act", (other,)
    )

    run = run_of([found])

    [rule], [result] = run["tool"]["driver"]["rules"], run["results"]
    assert (rule["id"], rule["defaultConfiguration"]["level"]) == ("SPEC002", "warning")
    assert rule["shortDescription"]["text"] == "It is odd."
    assert (result["level"], result["message"]["text"]) == ("warning", "odd\nnote: n\nhelp: act")
    assert result["locations"][0]["physicalLocation"]["region"]["endColumn"] == 7
    [related] = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "specs/%C3%A4%20b.yaml"


def test_a_run_without_findings_is_a_log_without_results() -> None:
    """What was said before is thereby closed."""
    assert run_of([])["results"] == []


def test_what_no_file_is_to_blame_for_has_no_location() -> None:
    """It is still a result."""
    assert "locations" not in run_of([Diagnostic("SPEC001", "made-up", "odd")])["results"][0]


def test_a_fingerprint_survives_moved_lines() -> None:
    """Two equal findings of equal lines are told apart, another line is another finding."""

    def prints(text: str, *lines: int) -> list[str]:
        found = [
            Diagnostic("SPEC001", "made-up", "odd", Span(PATH, line, 1, line, 2)) for line in lines
        ]
        return [
            result["partialFingerprints"]["primaryLocationLineHash"]
            for result in run_of(found, text)["results"]
        ]

    before, after = prints("x\ny\nx\n", 1, 3), prints("# new\n  x\ny\nx\n", 2, 4)

    assert before == after
    assert len(set(before)) == 2
    assert prints("x\ny\n", 2) != prints("x\ny\n", 1)


def test_a_fix_names_what_is_replaced() -> None:
    """The edits of one file stand together."""
    other = Span("specs/b.yaml", 1, 1, 1, 1)
    fix = Fix("rename it", (Edit(PLACE, "x"), Edit(other, "y"), Edit(PLACE, "")))

    [result] = run_of([Diagnostic("SPEC001", "made-up", "odd", PLACE, fix=fix)])["results"]

    [written] = result["fixes"]
    changes = {
        change["artifactLocation"]["uri"]: [
            replacement["insertedContent"]["text"] for replacement in change["replacements"]
        ]
        for change in written["artifactChanges"]
    }
    assert written["description"]["text"] == "rename it"
    assert changes == {PATH: ["x", ""], "specs/b.yaml": ["y"]}


def test_hostile_text_is_data() -> None:
    """Lone surrogates, controls and odd paths leave the log valid and in ASCII."""
    evil = 'a"\\\n\x00\ud800%<&'

    text = render_sarif([Diagnostic("SPEC001", evil, evil, Span(evil, 1, 1, 1, 2))], {}, [])

    assert text.isascii()
    LOG.validate(json.loads(text))
