"""Two operations overlap exactly when one request can match both and neither is more exact."""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))  # the modules beside this one
from projects import codes, findings

SEGMENTS = ("a", "b", "{x}")


def router(*paths: str, method: str = "GET") -> dict[str, object]:
    """Return a project with an operation for each path."""
    handlers = {
        f"op_{index}": {
            "method": method,
            "path": path,
            "params": {s[1:-1]: "string" for s in path.split("/") if s.startswith("{")},
        }
        for index, path in enumerate(paths)
    }
    return {"specs/routers/backend/things.yaml": {"rest": {"prefix": "/p", "handlers": handlers}}}


@pytest.mark.parametrize(
    ("one", "other"),
    [("/{x}", "/{y}"), ("/{x}/a", "/b/{y}"), ("/a", "/a"), ("/{x}/b/{z}", "/{x}/{y}/c"), ("", "")],
)
def test_overlap_is_found_in_either_order(one: str, other: str) -> None:
    """The later one is blamed, the earlier one is shown."""
    for paths in ((one, other), (other, one)):
        (finding,) = findings(router(*paths))
        assert finding.code == "SPEC321"
        assert finding.related


@pytest.mark.parametrize(
    ("one", "other"),
    [("/me", "/{x}"), ("/a/{y}", "/{x}/{y}"), ("/a", "/a/b"), ("/{x}", "/{x}/{y}"), ("/a", "/b")],
)
def test_exact_path_beside_a_template_is_fine(one: str, other: str) -> None:
    """A literal segment wins, whatever the order."""
    assert codes(router(one, other)) == codes(router(other, one)) == []


def overlap(one: list[str], other: list[str]) -> bool:
    """Decide by definition: some request matches both, and neither path refines the other."""
    if len(one) != len(other):
        return False
    pairs = list(zip(one, other, strict=True))
    if any(a != b and "{" not in a + b for a, b in pairs):
        return False
    one_finer = any("{" not in a and "{" in b for a, b in pairs)
    other_finer = any("{" in a and "{" not in b for a, b in pairs)
    return one_finer == other_finer


@given(st.lists(st.lists(st.sampled_from(SEGMENTS), min_size=1, max_size=4), max_size=6))
def test_analysis_agrees_with_the_definition(paths: list[list[str]]) -> None:
    """The search by segments finds each operation that overlaps with one before it."""
    named = [[s.replace("x", f"x{i}") for i, s in enumerate(path)] for path in paths]
    wanted = sum(
        any(overlap(path, before) for before in named[:index]) for index, path in enumerate(named)
    )
    found = codes(router(*("/" + "/".join(path) for path in named)))

    assert found == ["SPEC321"] * wanted or (not paths and found == ["SPEC323"])


def test_many_routes_take_little_time() -> None:
    """Thousands of operations below one prefix are no pairs of thousands."""
    paths = [f"/{a}/{b}/{{x}}" for a, b in product(range(40), range(40))]

    assert codes(router(*paths)) == []
