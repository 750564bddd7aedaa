"""Reading: plain data with the place of every key and value, or a diagnostic; never a traceback."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framework import syntax
from framework.syntax import TypeSyntaxError, parse_type
from framework.syntax.builder import Builder


def codes(text: str | bytes) -> list[str]:
    """Return the codes of what is found in a file."""
    raw = text if isinstance(text, bytes) else text.encode()
    return [finding.code for finding in syntax.read("a.yaml", raw).diagnostics]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 1", {"a": 1}),
        ("a: -1.5e3", {"a": -1500.0}),
        ("a: [on, no, yes, y]", {"a": ["on", "no", "yes", "y"]}),
        ("a: [true, False, NULL, ~, ]", {"a": [True, False, None, None]}),
        ("a: 12:30:45", {"a": "12:30:45"}),
        ("a: 2020-01-01", {"a": "2020-01-01"}),
        ("a: 0x1F", {"a": 31}),
        ("a: 0o17", {"a": 15}),
        ("a: '1'", {"a": "1"}),
        ("a: Role?", {"a": "Role?"}),
        ("{a: Role?, b: [x?]}", {"a": "Role?", "b": ["x?"]}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("# nothing\n", None),
        ("", None),
        ("\ufeffa: 1", {"a": 1}),
        ("a: " + "9" * 41, {"a": "9" * 41}),
    ],
)
def test_scalars_are_those_of_yaml_1_2(text: str, data: object) -> None:
    """The core schema, without what only YAML 1.1 takes for a number, a boolean or a date."""
    reading = syntax.read("a.yaml", text.encode())

    assert reading.document
    assert reading.document.content == data


@pytest.mark.parametrize("text", ["010", "08", "1_000", "0b1", "1:30"])
def test_what_yaml_1_1_reads_as_a_number_is_text_and_warned_of(text: str) -> None:
    """The file is read all the same."""
    reading = syntax.read("a.yaml", f"a: {text}".encode())

    assert reading.document
    assert reading.document.content == {"a": text}
    assert [finding.code for finding in reading.diagnostics] == ["SPEC008"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x 1", "SPEC006"),
        ("<<: {a: 1}", "SPEC006"),
        ("a: !!str 1", "SPEC006"),
        ("a: 1\n---\nb: 1", "SPEC006"),
        ("%YAML 1.2\n---\na: 1", "SPEC006"),
        ("a: 1\na: 2", "SPEC005"),
        ("1: a", "SPEC007"),
        ("? [a]\n: b", "SPEC007"),
        ("a: [", "SPEC003"),
        ("\ta: 1", "SPEC003"),
        ("a: 'x", "SPEC003"),
        ("a: x\x00y", "SPEC002"),
        ("a: x\u0085y", "SPEC002"),
        ("a: x\u2028y", "SPEC002"),
        ("a: x\u202ey", "SPEC002"),
        ("a: " + "[" * 100_000, "SPEC004"),
        ("a" * 129 + ": 1", "SPEC004"),
        (b"\xff\xfea\x00:\x00", "SPEC002"),
        (b"a: \xe9", "SPEC002"),
        (b"a: \xed\xa0\x80", "SPEC002"),
    ],
)
def test_what_is_refused_has_a_place(text: str | bytes, code: str) -> None:
    """Under the code of its rule, and there is no document."""
    raw = text if isinstance(text, bytes) else text.encode()
    reading = syntax.read("a.yaml", raw)

    assert reading.document is None
    assert reading.diagnostics[0].code == code
    assert reading.diagnostics[0].span


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Either there is a document, or at least one error says why not."""
    reading = syntax.read("a.yaml", text.encode("utf-8", "surrogatepass"))

    assert reading.document or reading.diagnostics


def test_hostile_files_end_early() -> None:
    """A million brackets, or too many collections, cost little time."""
    start = time.process_time()
    assert codes("[" * 1_000_000) == ["SPEC004"]
    assert codes("- [x]\n" * 200_000) == ["SPEC004"]
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        ("a: 1\nb:\n  c: xyz\n", ("b", "c"), (3, 6, 3, 9)),
        ("a: [1, 22]\n", ("a", 1), (1, 8, 1, 10)),
        ("a: {b: [x]}\n", ("a", "b", 0), (1, 9, 1, 10)),
        ("ä: ö\n", ("ä",), (1, 4, 1, 5)),
        ("a: 1\n", ("a", "b", "c"), (1, 4, 1, 5)),
    ],
)
def test_values_know_their_places(
    text: str, path: tuple[str | int, ...], place: tuple[int, ...]
) -> None:
    """Lines and columns count characters from 1; what is not there stands where its parent does."""
    document = syntax.read("a.yaml", text.encode()).document

    assert document
    span = document.span(path)
    assert (span.line, span.column, span.end_line, span.end_column) == place


def test_part_of_a_scalar_is_found_within_its_quotes() -> None:
    """The name inside `list[Usr]` is what a caret points at."""
    document = syntax.read("a.yaml", b'a: "list[Usr]"\nb: "\\u0061 list"\n').document

    assert document
    assert document.span(("a",), part=(5, 8)).column == 10
    assert document.span(("b",), part=(2, 6)).column == 4  # an escape: the whole scalar


@pytest.mark.parametrize(
    "text", ["User", "User.Read", "list[User.Read]", "dict[string, list[int?]]", "Role?"]
)
def test_types_are_spelt_as_they_are_read(text: str) -> None:
    """A type expression is its own canonical spelling."""
    assert str(parse_type(text)) == text


@pytest.mark.parametrize(
    ("text", "start"),
    [("", 0), ("list[", 5), ("list[]", 5), ("a b", 2), ("a??", 2), ("[a]", 0), ("a.", 2), ("é", 0)],
)
def test_other_types_are_refused_at_a_place(text: str, start: int) -> None:
    """The place is the first character that cannot be."""
    with pytest.raises(TypeSyntaxError) as error:
        parse_type(text)

    assert error.value.start == start


@given(st.text(alphabet="aZ_.,[]? é", max_size=300))
def test_any_type_is_read_or_refused(text: str) -> None:
    """No other error escapes, however deep the brackets are; what is read has one spelling."""
    with suppress(TypeSyntaxError):
        spelt = str(parse_type(text))
        assert str(parse_type(spelt)) == spelt


@pytest.mark.parametrize("item", ["- 1\n", "- [1]\n", "- {a: 1}\n"])
def test_a_file_of_too_many_nodes_is_refused(item: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scalars count as collections do, and one finding is all that is said."""
    assert Builder.most_nodes <= 250_000
    monkeypatch.setattr(Builder, "most_nodes", 1000)
    reading = syntax.read("specs/models.yaml", ("a:\n" + item * 1000).encode())

    assert reading.document is None
    assert [found.code for found in reading.diagnostics] == ["SPEC004"]
