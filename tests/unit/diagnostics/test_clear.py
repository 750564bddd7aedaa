"""Sentences stay short, and letters that only look like others are named."""

from __future__ import annotations

import pytest

from framework.diagnostics import Diagnostic
from framework.diagnostics.clear import clear


def test_an_ordinary_diagnostic_is_left_alone() -> None:
    """It is the same value."""
    diagnostic = Diagnostic("SPEC001", "a", "unknown type `Usr`", help="did you mean `User`?")

    assert clear(diagnostic) is diagnostic


@pytest.mark.parametrize(
    ("message", "note"),
    [
        ("unknown type `Us\u0435r`", "`Us\u0435r` holds U+0435 (CYRILLIC SMALL LETTER IE)"),
        ("field `a\u200bb`", "`a\u200bb` holds U+200B (ZERO WIDTH SPACE)"),
        (
            "unexpected `\u043e`",
            "`\u043e` holds U+043E (CYRILLIC SMALL LETTER O)",
        ),
        ("field `gr\u00f6\u00dfe`", None),
        ("value `\u540d\u524d`", None),
        ("`M0` \u2192 `M1`", None),
    ],
)
def test_a_letter_that_deceives_is_named(message: str, note: str | None) -> None:
    """Accents deceive nobody, nor does a name that is wholly of another script."""
    assert clear(Diagnostic("SPEC001", "a", message)).notes == ((note,) if note else ())


def test_a_sentence_has_an_end() -> None:
    """Of a long name its beginning is shown, of a long sentence, too; the fact stays."""
    long = "x" * 10**6
    diagnostic = clear(
        Diagnostic("SPEC001", "a", f"`{long}` is wrong", notes=(long,), help=f"quote it: {long}")
    )

    assert diagnostic.message == f"`{'x' * 100}\u2026` is wrong"
    assert len(diagnostic.notes[0]) == len(diagnostic.help or "") == 1001
