"""Bounds, patterns and values are judged by what they mean, not by how they are spelt."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from framework.check.patterns import fault_of, found_in

sys.path.insert(0, str(Path(__file__).parent))  # the modules beside this one
from projects import codes, field

OTHERS = """\
  Leaf: {fields: {x: int}}
  Person: {fields: {id: {type: int, ge: 1, le: 9}, nick: {type: string, min_length: 2}}}
enums: {Role: {values: [a, b]}}
"""


@pytest.mark.parametrize(
    "text",
    [
        "{type: int, ge: 1, le: 1}",
        "{type: int, gt: 1, lt: 3}",
        "{type: int, ge: 1, le: 10, multiple_of: 10}",
        "{type: float, gt: 0.5, le: 0.6}",
        '{type: decimal, decimal_places: 2, gt: "0.10", lt: "0.12"}',
        '{type: decimal, multiple_of: "0.25", ge: "0.2", le: "0.3"}',
        '{type: date, ge: "2020-02-29", le: "2020-02-29"}',
        '{type: datetime, ge: "2020-01-01T00:00:00+01:00", le: "2019-12-31T23:00:00Z"}',
        "{type: duration, ge: PT90S, le: PT2M}",
        '{type: time, gt: "12:00:00", le: "12:00:00.000001"}',
        '{type: "set[Role]", min_items: 2}',
        "{type: Person.id, ge: 2, le: 9}",
        "{type: string, min_length: 0, max_length: 0}",
        "{type: int64, le: 9223372036854775807}",
        "{type: list, items: {type: string, min_length: 1}, default: [a]}",
        '{type: "list[int?]", default: [null]}',
        '{type: "dict[string, list[Role]]", default: {x: [a]}}',
        "{type: float, default: 1}",
        '{type: decimal, default: "-0.5"}',
        "{type: json, default: {a: [1, null]}}",
        "{type: json, default: null}",
        "{type: Leaf?, default: null}",
        '{type: "list[Leaf]", default: []}',
        "{type: Role, default: a, nullable: true}",
        "{values: [a, b], default: b}",
        "{type: Person.nick, example: ab}",
        "{type: bytes, max_length: 2, default: aGk=}",
    ],
)
def test_what_admits_something_is_fine(text: str) -> None:
    """Exact bounds, units that differ, elements and references are understood."""
    assert codes(field(text, OTHERS)) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{type: int, gt: 1, lt: 2}", "SPEC248"),
        ('{type: decimal, decimal_places: 1, gt: "0.1", lt: "0.2"}', "SPEC248"),
        ('{type: decimal, multiple_of: "0.3", decimal_places: 1, ge: "0.1", le: "0.2"}', "SPEC248"),
        ('{type: "set[Role?]"}', "SPEC225"),
        ('{type: "set[Role]", min_items: 3}', "SPEC248"),
        ('{type: time, gt: "12:00:00", lt: "12:00:00.000001"}', "SPEC248"),
        ("{type: Person.id, gt: 8, lt: 9}", "SPEC248"),
        ("{type: Person.id, le: 10}", "SPEC249"),
        ("{type: Person.id, multiple_of: 5, ge: 6}", "SPEC248"),
        ("{type: int, default: true}", "SPEC251"),
        ("{type: int, default: 1.0}", "SPEC251"),
        ("{type: float, ge: true}", "SPEC103"),
        ('{type: date, default: "2023-02-29"}', "SPEC251"),
        ("{type: uuid, default: 00000000000040008000000000000000}", "SPEC251"),
        ("{type: Person.nick, default: a}", "SPEC251"),
        ('{type: "list[Person.id]", default: [10]}', "SPEC251"),
        ('{type: "list[Leaf]", default: [{x: 1}]}', "SPEC251"),
        ('{type: string, pattern: "^a+$", default: b}', "SPEC251"),
        ('{type: string, default: "a\\0b"}', "SPEC251"),
        ("{type: int32, default: 2147483648}", "SPEC251"),
        ('{type: "dict[string, int]", default: []}', "SPEC251"),
        ("{const: null}", "SPEC242"),
    ],
)
def test_what_admits_nothing_is_refused(text: str, code: str) -> None:
    """Once, and under the code of its own rule."""
    assert codes(field(text, OTHERS)) == [code]


@pytest.mark.parametrize(
    "pattern", ["^[a-z]+$", r"^\d{3}-[A-Z\]]+(?:x|y)$", r"\.", r"\u0041", "a-b", "[a-]", "", "a|b"]
)
def test_portable_patterns_are_fine(pattern: str) -> None:
    """What RE2, ECMA 262 and Python read alike."""
    assert fault_of(pattern) is None


@pytest.mark.parametrize(
    "pattern",
    [
        *("(a", "[a", "*", "a{2,1}", "\\", "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", r"(a)\1", "(?i)a"),
        *("(?P<x>a)", "(?P=x)", "(?#x)", "(?>a)", "a++", "a*+", "a{1}+", "[[a]", "[]a]", "[^]a]"),
        *("[a&&b]", "[a--b]", r"\A", r"\Z", r"\x4", r"\0", r"\p{L}", "a" * 1001, "(" * 900, "{"),
        "((a{1000}){1000}){1000}",
    ],
)
def test_other_patterns_are_refused(pattern: str) -> None:
    """With a reason, whatever engine would choke on them; and at once."""
    assert fault_of(pattern)


def test_matching_takes_linear_time() -> None:
    """A pattern that brings other engines to a halt does not stop the compiler."""
    assert not found_in("^(a+)+$", "a" * 5000 + "!")
