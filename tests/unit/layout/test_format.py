"""The canonical form, case by case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from framework.layout import UnreadableError, format_text, print_spec

ODD = {
    "short spelling": (
        "models: {A: {fields: {x: {type: int}}}}",
        "models:\n  A:\n    fields:\n      x: int\n",
    ),
    "words": (
        "x-a: {a: True, b: ~, c: NULL, d: 0x1F, e: 1e3, f: }",
        "x-a: {a: true, b: null, c: null, d: 0x1F, e: 1e3, f: null}\n",
    ),
    "text without the last line break": ("x-a: |\n  a", "x-a: |-\n  a\n"),
    "line breaks": ("\ufeffx-a: 1\r\n# b\r\n", "x-a: 1\n# b\n"),
    "only comments": ("# a\n\n\n  # b", "# a\n\n# b\n"),
    "nothing": ("", ""),
}
LONG = {
    "long text over lines": (
        "x-a: " + "\n  ".join(["word " * 9] * 3),
        "x-a: >-\n  " + " ".join(["word"] * 19) + "\n  " + " ".join(["word"] * 8) + "\n",
    ),
    "long text of one line": ("x-a: " + "word " * 30, "x-a: " + "word " * 29 + "word\n"),
    "too long for brackets": (
        "x-a: {" + ", ".join(f"key{n}: value" for n in range(9)) + "}",
        "x-a:\n" + "".join(f"  key{n}: value\n" for n in range(9)),
    ),
}


def recorded() -> dict[str, tuple[str, str]]:
    """Read `cases.txt`: a name, what comes in, what comes out."""
    parts = re.split(r"^=== (.*)\n", (HERE / "cases.txt").read_text("utf-8"), flags=re.MULTILINE)
    return {parts[i]: (parts[i + 1], parts[i + 3]) for i in range(1, len(parts), 4)}


HERE = Path(__file__).parent
CASES = {**ODD, **LONG, **recorded()}


@pytest.mark.parametrize("name", CASES)
def test_form(name: str) -> None:
    """What comes in has one form, and that form is its own."""
    text, expected = CASES[name]

    assert format_text(text, "models") == expected
    assert format_text(expected, "models") == expected


def test_operations_have_a_line_for_each_key() -> None:
    """Services and operations are never in brackets, and an empty line is between them."""
    text = "rest: {handlers: {a: {path: '', method: GET, response: {model: A}}, b: {method: GET}}}"

    assert format_text(text, "router") == (
        'rest:\n  handlers:\n    a:\n      method: GET\n      path: ""\n      response: A\n\n'
        "    b:\n      method: GET\n"
    )


@pytest.mark.parametrize("text", ["a: [", "a: *b", "a: 1\na: 2", "a: !!str b", "---\na\n---\nb"])
def test_broken_text_is_refused(text: str) -> None:
    """It is told what is wrong, and nothing is guessed."""
    with pytest.raises(UnreadableError) as caught:
        format_text(text, "models")

    assert caught.value.diagnostics


def test_values_are_printed() -> None:
    """Plain values of any origin become a spec file in the canonical form."""
    value = {
        "models": {
            "A": {"fields": {"x": {"type": "int"}}, "description": "One\ntwo\n"},
            "B": {
                "description": "word " * 29 + "end",
                "fields": {"y": {"type": "list[A]", "ge": 1.5}},
            },
        },
        "enums": {"E": {"values": ["no", "010"]}},
    }

    assert print_spec(value, "models") == (
        'enums:\n  E: {values: ["no", "010"]}\n\n'
        "models:\n  A:\n    description: |\n      One\n      two\n    fields:\n      x: int\n\n"
        "  B:\n    description: >-\n      "
        + " ".join(["word"] * 19)
        + "\n      "
        + " ".join(["word"] * 10)
        + ' end\n    fields:\n      y: {type: "list[A]", ge: 1.5}\n'
    )
