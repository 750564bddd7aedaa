"""What people read on a terminal, character for character."""

from __future__ import annotations

import re

import pytest

from framework.diagnostics import Diagnostic, Related, Severity, Span, render_text

PATH = "specs/users.yaml"


def place(line: int, column: int, end_column: int, end_line: int | None = None) -> Span:
    """Return a span in the one source of these tests."""
    return Span(PATH, line, column, end_line or line, end_column)


def excerpt(source: str, span: Span) -> list[str]:
    """Render one diagnostic and return its source line and its row of carets."""
    diagnostic = Diagnostic("SPEC000", "any", "any", span)
    return render_text([diagnostic], {PATH: source}).splitlines()[3:]


def test_everything_that_a_diagnostic_can_say() -> None:
    """The format is rustc's: head, place, excerpt, notes, related places, help."""
    diagnostic = Diagnostic(
        code="SPEC302",
        id="unknown-variant",
        message="unknown variant `Patch` for model `User`",
        span=place(33, 38, 43),
        notes=("variants are declared by the model",),
        help="did you mean `Update`?",
        related=(
            Related(Span("specs/models.yaml", 31, 5, 31, 13), "`User` declares Create, Update"),
        ),
    )
    source = "\n" * 32 + "      request: {model: User, variant: Patch}\n"

    assert render_text([diagnostic], {PATH: source}) == (
        "error[SPEC302]: unknown variant `Patch` for model `User`\n"
        "  --> specs/users.yaml:33:38\n"
        "   |\n"
        "33 |       request: {model: User, variant: Patch}\n"
        "   |                                      ^^^^^\n"
        "   = note: variants are declared by the model\n"
        "   = note: `User` declares Create, Update (specs/models.yaml:31)\n"
        "   = help: did you mean `Update`?\n"
    )


def test_several_diagnostics_are_parted_by_a_blank_line() -> None:
    """The order is the caller's; a warning says that it is one."""
    first = Diagnostic("SPEC001", "a", "first", place(1, 1, 2))
    second = Diagnostic("SPEC002", "b", "second", severity=Severity.WARNING, help="act")

    assert render_text([first, second], {PATH: "x"}) == (
        "error[SPEC001]: first\n"
        " --> specs/users.yaml:1:1\n"
        "  |\n"
        "1 | x\n"
        "  | ^\n"
        "\n"
        "warning[SPEC002]: second\n"
        "  = help: act\n"
    )


def test_nothing_to_say_is_no_text() -> None:
    """A clean run prints not even a line break."""
    assert render_text([], {}) == ""


@pytest.mark.parametrize(
    "sources", [{}, {PATH: ""}, {PATH: "only line"}], ids=["no", "empty", "short"]
)
def test_a_place_without_text_is_still_named(sources: dict[str, str]) -> None:
    """An unreadable or changed file costs the excerpt, never the diagnostic."""
    diagnostic = Diagnostic("SPEC001", "a", "gone", place(7, 1, 2))

    assert render_text([diagnostic], sources) == (
        "error[SPEC001]: gone\n --> specs/users.yaml:7:1\n"
    )


@pytest.mark.parametrize(
    ("source", "span", "line", "carets"),
    [
        ("a: b", place(1, 4, 5), "1 | a: b", "  |    ^"),
        ("\tb: c", place(1, 2, 3), "1 |     b: c", "  |     ^"),
        ("a:\tb", place(1, 3, 4), "1 | a:    b", "  |   ^^^^"),
        ("名前: x", place(1, 1, 3), "1 | 名前: x", "  | ^^^^"),
        ("名前: x", place(1, 5, 6), "1 | 名前: x", "  |       ^"),
        ("e\u0301e\u0301: x", place(1, 3, 5), "1 | e\u0301e\u0301: x", "  |  ^"),
        ("a: b", place(1, 5, 6), "1 | a: b", "  |     ^"),
        ("a: b", place(1, 4, 4), "1 | a: b", "  |    ^"),
        ("a: {  \n b}", place(1, 4, 4, end_line=2), "1 | a: {", "  |    ^"),
        ("ab: [c\r\nd]", place(1, 1, 2, end_line=2), "1 | ab: [c", "  | ^^^^^^"),
        ("x\ra: b", place(2, 1, 2), "2 | a: b", "  | ^"),
        ("a\x1b[2Jb", place(1, 2, 3), "1 | a␛[2Jb", "  |  ^"),
        ("a\u202eb", place(1, 2, 3), "1 | a\ufffdb", "  |  ^"),
        ("a\ud800b\x00", place(1, 2, 3), "1 | a\ufffdb␀", "  |  ^"),
    ],
)
def test_carets_stand_below_what_is_meant(source: str, span: Span, line: str, carets: str) -> None:
    """Tabs, wide, combining and control characters do not move the carets."""
    assert excerpt(source, span) == [line, carets]


@pytest.mark.parametrize("at", [0, 59, 60, 61, 500, 940, 999])
def test_of_a_long_line_only_the_surroundings_are_shown(at: int) -> None:
    """The character that is meant stays above the caret and the row stays short."""
    source = "." * at + "X" + "." * (999 - at)

    line, carets = excerpt(source, place(1, at + 1, at + 2))

    assert line[carets.index("^")] == "X"
    assert len(line) <= 4 + 122
    assert ("…" in line[:6]) == (at > 60)


def test_a_caret_row_ends_where_a_long_line_is_cut() -> None:
    """A span that leaves the window does not underline what is not shown."""
    line, carets = excerpt("x" * 10_000, place(1, 1, 9_000))

    assert line == "1 | " + "x" * 120 + "…"
    assert carets == "  | " + "^" * 120


def test_text_of_the_project_cannot_steer_the_terminal() -> None:
    """Control characters in messages, notes, help and paths are shown, not sent."""
    evil = "a\x1b[31m\nerror\r\x07\u2028\u2066"
    diagnostic = Diagnostic(
        "SPEC001",
        "a",
        evil,
        Span(evil, 1, 1, 1, 2),
        notes=(evil,),
        help=evil,
        related=(Related(Span(evil, 1, 1, 1, 2), evil),),
    )

    text = render_text([diagnostic], {})

    assert len(text.splitlines()) == 5
    assert text.replace("\n", "").isprintable()


def test_color_adds_nothing_but_color() -> None:
    """Without its escape sequences, coloured output is the plain one."""
    diagnostic = Diagnostic("SPEC001", "a", "odd", place(1, 4, 5), notes=("n",), help="h")

    colored = render_text([diagnostic], {PATH: "a: b"}, color=True)

    assert "\x1b[1;31merror[SPEC001]\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render_text([diagnostic], {PATH: "a: b"})
