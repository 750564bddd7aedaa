"""Values of specs in Python text."""

from __future__ import annotations

import ast
import json

from hypothesis import example, given
from hypothesis import strategies as st

from framework.emit.python import docstring, literal

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\"'\\\n{}\t#`"))
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_a_literal_means_its_value(value: object) -> None:
    """Whatever a spec holds, the literal evaluates to it and to nothing else."""
    assert ast.literal_eval(literal(value)) == json.loads(json.dumps(value))


@given(TEXTS, st.sampled_from([0, 4, 8]))
@example('"""', 4)
@example('\\"""', 4)
@example('""', 0)
@example("\\", 8)
@example('"\\', 0)
def test_a_docstring_is_one_inert_expression(text: str, indent: int) -> None:
    """No text ends its docstring early, and none becomes code."""
    margin = " " * indent
    module = f"{'if 1:' if indent else ''}\n{margin}{docstring(text, indent)}\n{margin}pass\n"

    body = ast.parse(module).body

    statements = body[0].body if isinstance(body[0], ast.If) else body
    assert [type(statement) for statement in statements] == [ast.Expr, ast.Pass]
    assert isinstance(statements[0], ast.Expr)
    assert isinstance(statements[0].value, ast.Constant)


@given(st.text(st.sampled_from("ab \"'\\\n{}")))
def test_a_docstring_keeps_what_can_be_seen(text: str) -> None:
    """What people read is what the spec says, but for white space."""
    written = ast.literal_eval(docstring(text)) if text.strip() else ""
    assert written.split() == text.split()
