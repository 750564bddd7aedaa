"""Print diagnostics as JUnit XML, which CI servers show as a list of tests."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from typing import TYPE_CHECKING

from framework.diagnostics.diagnostic import has_errors
from framework.diagnostics.text import render_text
from framework.diagnostics.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from framework.diagnostics.diagnostic import Diagnostic

    Found = dict[str, dict[str, list[Diagnostic]]]

_PROJECT = "project"  # the suite of what no file is to blame for
_NOT_XML = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})


def render_junit(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str]) -> str:
    """Return a suite for each file, with a case for each rule that found something there.

    A file without findings has one case, which passes; a rule that only warns passes, too, and
    says so in `system-out`. Whatever the messages hold, it is well-formed XML, in ASCII.
    """
    found: Found = {path: {} for path in sources}
    for diagnostic in diagnostics:
        path = diagnostic.span.path if diagnostic.span else _PROJECT
        rule = f"{diagnostic.code} {diagnostic.id}"
        found.setdefault(path, defaultdict(list)).setdefault(rule, []).append(diagnostic)
    failed = sum(_failures(rules) for rules in found.values())
    tests = sum(max(len(rules), 1) for rules in found.values())
    suites = (line for path in sorted(found) for line in _suite(path, found[path], sources))
    head = f'<testsuites name="framework" tests="{tests}" failures="{failed}">'
    text = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>\n"])
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _failures(rules: Mapping[str, Sequence[Diagnostic]]) -> int:
    return sum(map(has_errors, rules.values()))


def _suite(
    path: str, rules: Mapping[str, Sequence[Diagnostic]], sources: Mapping[str, str]
) -> Iterator[str]:
    name = _quoted(path)
    counts = f'tests="{max(len(rules), 1)}" failures="{_failures(rules)}"'
    yield f"  <testsuite name={name} {counts}>"
    if not rules:
        yield f'    <testcase classname={name} name="no findings"/>'
    for rule in sorted(rules):
        yield from _case(name, rule, rules[rule], sources)
    yield "  </testsuite>"


def _case(
    path: str, rule: str, found: Sequence[Diagnostic], sources: Mapping[str, str]
) -> Iterator[str]:
    first = found[0]
    place = f" file={path} line={_quoted(str(first.span.line))}" if first.span else ""
    text = escape(render_text(found, sources), quote=False).translate(_NOT_XML)
    yield f"    <testcase classname={path} name={_quoted(rule)}{place}>"
    if has_errors(found):
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        message = _quoted(f"{first.message}{more}")
        yield f"      <failure type={_quoted(first.code)} message={message}>{text}</failure>"
    else:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _quoted(text: str) -> str:
    return f'"{escape(visible(text))}"'.translate(_NOT_XML)
