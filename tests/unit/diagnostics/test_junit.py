"""What CI servers read: a list of tests, of which some fail."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from framework.diagnostics import Diagnostic, Severity, Span
from framework.diagnostics.junit import render_junit

PATH = "specs/users.yaml"
ANY_TEXT = st.text(st.characters(codec=None, categories=None), min_size=1)


def cases(text: str) -> dict[tuple[str, str], ET.Element]:
    """Return the cases of a report by file and name; the counts of it are right."""
    root = ET.fromstring(text)  # noqa: S314 - it was made a line above
    found = root.findall("testsuite/testcase")
    for element in (root, *root.findall("testsuite")):
        assert int(element.attrib["tests"]) == len(element.findall(".//testcase"))
        assert int(element.attrib["failures"]) == len(element.findall(".//failure"))
    return {(case.attrib["classname"], case.attrib["name"]): case for case in found}


def finding(code: str, message: str, severity: Severity = Severity.ERROR) -> Diagnostic:
    """Return a finding in the first line."""
    return Diagnostic(code, "made-up", message, Span(PATH, 1, 1, 1, 2), severity)


def test_each_rule_that_found_something_in_a_file_is_a_case() -> None:
    """A case holds all that its rule says of the file, as people see it."""
    found = [finding("SPEC001", "one"), finding("SPEC001", "two"), finding("SPEC002", "three")]

    by_name = cases(render_junit(found, {PATH: "a: 1", "services.yml": ""}))

    assert [*by_name] == [
        ("services.yml", "no findings"),
        (PATH, "SPEC001 made-up"),
        (PATH, "SPEC002 made-up"),
    ]
    failure = by_name[PATH, "SPEC001 made-up"].find("failure")
    assert failure is not None
    assert failure.attrib == {"type": "SPEC001", "message": "one (and 1 more)"}
    assert "error[SPEC001]: one\n --> specs/users.yaml:1:1" in (failure.text or "")
    assert "error[SPEC001]: two" in (failure.text or "")


def test_a_warning_fails_nothing() -> None:
    """It is said where such servers show it."""
    [case] = cases(render_junit([finding("SPEC001", "odd", Severity.WARNING)], {})).values()

    assert case.find("failure") is None
    assert (case.findtext("system-out") or "").startswith("warning[SPEC001]: odd\n")


def test_what_no_file_is_to_blame_for_is_of_the_project() -> None:
    """It has a suite of its own."""
    assert [*cases(render_junit([Diagnostic("SPEC001", "a", "odd")], {}))] == [
        ("project", "SPEC001 a")
    ]


@given(ANY_TEXT, ANY_TEXT)
def test_the_report_is_well_formed_whatever_is_said(message: str, path: str) -> None:
    """Controls, surrogates, brackets, quotes: a parser reads it, and every byte is ASCII."""
    place = Span(path, 1, 1, 1, 2)
    found = [Diagnostic("SPEC001", "a", message, place, notes=(message,), help=message)]

    text = render_junit(found, {path: message})

    assert text.isascii()
    assert len(cases(text)) == 1
