"""What programs read: the JSON list and GitHub's workflow commands."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator as Schema

from framework.diagnostics import (
    Diagnostic,
    Edit,
    Fix,
    Related,
    Severity,
    Span,
    render_github,
    render_json,
)

FULL = Diagnostic(
    code="SPEC302",
    id="unknown-variant",
    message="unknown variant `Patch`",
    span=Span("specs/users.yaml", 33, 38, 33, 43),
    severity=Severity.WARNING,
    notes=("a note",),
    help="did you mean `Update`?",
    related=(Related(Span("specs/models.yaml", 31, 5, 32, 1), "declared here"),),
    fix=Fix("write `Update`", (Edit(Span("specs/users.yaml", 33, 38, 33, 43), "Update"),)),
)
DOCS = Path(__file__).parents[3] / "docs"
SCHEMA = Schema(json.loads((DOCS / "diagnostics.schema.json").read_text("utf-8")))
BARE = Diagnostic("SPEC501", "no-services", "no `services.yml`")


def test_json_shows_every_key_of_a_diagnostic() -> None:
    """Places are 1-based with an exclusive end, those of edits, too."""
    assert json.loads(render_json([FULL])) == [
        {
            "code": "SPEC302",
            "severity": "warning",
            "id": "unknown-variant",
            "path": "specs/users.yaml",
            "range": {"start": {"line": 33, "column": 38}, "end": {"line": 33, "column": 43}},
            "message": "unknown variant `Patch`",
            "notes": ["a note"],
            "related": [
                {
                    "path": "specs/models.yaml",
                    "range": {
                        "start": {"line": 31, "column": 5},
                        "end": {"line": 32, "column": 1},
                    },
                    "message": "declared here",
                }
            ],
            "help": "did you mean `Update`?",
            "fix": {
                "title": "write `Update`",
                "edits": [
                    {
                        "path": "specs/users.yaml",
                        "range": {
                            "start": {"line": 33, "column": 38},
                            "end": {"line": 33, "column": 43},
                        },
                        "text": "Update",
                    }
                ],
            },
        }
    ]


def test_json_keeps_its_keys_where_there_is_nothing_to_say() -> None:
    """A reader needs no check for missing keys; no finding is an empty list."""
    [bare] = json.loads(render_json([BARE]))
    [full] = json.loads(render_json([FULL]))

    assert list(bare) == list(full)
    assert (bare["path"], bare["range"], bare["help"], bare["fix"]) == (None, None, None, None)
    assert render_json([]) == "[]\n"


def test_json_is_what_its_schema_documents() -> None:
    """The schema names each key and knows no other."""
    SCHEMA.check_schema(SCHEMA.schema)
    printed = json.loads(render_json([FULL, BARE]))

    assert SCHEMA.is_valid(printed)
    assert not SCHEMA.is_valid([{**printed[0], "more": 1}])
    assert not SCHEMA.is_valid([{key: printed[0][key] for key in printed[0] if key != "fix"}])


def test_json_is_ascii() -> None:
    """Any pipe carries it, whatever its encoding, even a lone surrogate."""
    text = render_json([Diagnostic("SPEC001", "a", "naïve \ud800")])

    assert text.isascii()
    assert json.loads(text)[0]["message"] == "naïve \ud800"


def test_github_gets_one_command_a_diagnostic() -> None:
    """Notes, related places and help ride along in the message."""
    assert render_github([FULL, BARE]) == (
        "::warning title=SPEC302 unknown-variant,file=specs/users.yaml,line=33,endLine=33,"
        "col=38,endColumn=43::unknown variant `Patch`%0Anote: a note"
        "%0Anote: declared here (specs/models.yaml:31:5)%0Ahelp: did you mean `Update`?\n"
        "::error title=SPEC501 no-services::no `services.yml`\n"
    )


def test_github_leaves_columns_out_of_spans_over_lines() -> None:
    """GitHub drops annotations that have columns on several lines."""
    over = Diagnostic("SPEC001", "a", "b", Span("x.yaml", 1, 2, 3, 4))

    assert render_github([over]) == "::error title=SPEC001 a,file=x.yaml,line=1,endLine=3::b\n"


def test_a_spec_cannot_inject_a_workflow_command() -> None:
    """Line breaks, per cents, colons and commas are escaped where they mean something."""
    evil = Diagnostic("C", "a", "100%\r\n::error::x", Span("a,b:c%\n::stop", 1, 1, 1, 2))

    assert render_github([evil]) == (
        "::error title=C a,file=a%2Cb%3Ac%25%0A%3A%3Astop,line=1,endLine=1,col=1,endColumn=2"
        "::100%25%0D%0A::error::x\n"
    )
