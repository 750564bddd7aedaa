"""References to references: their bounds, and the order in which they are defined."""

from __future__ import annotations

from itertools import permutations

import pytest

from framework.contract import Bounds, Kind, Named, Reference, Scalar
from framework.emit.document.scalars import scalar_schema
from framework.emit.references import follow, in_order, is_unsigned, narrowed


def named(name: str, bounds: Bounds | None = None) -> Named:
    """Return a reference by its name."""
    return Named(Kind.REFERENCE, name, "m", bounds or Bounds())


CHAIN = {
    "A": Reference("A", Scalar("string", Bounds(min_length=1, max_length=9)), "M.a", "m"),
    "B": Reference("B", named("A", Bounds(max_length=5, pattern="^b")), "M.b", "m"),
    "C": Reference("C", named("B"), "M.c", "m"),
}


def test_a_chain_ends_at_a_type_with_all_bounds_on_the_way() -> None:
    """Those of the end come first, so that later ones narrow earlier ones."""
    target, bounds = follow(named("C", Bounds(max_length=3)), CHAIN)

    assert target == CHAIN["A"].type
    assert narrowed(bounds) == Bounds(min_length=1, max_length=3, pattern="^b")


def test_every_pattern_of_a_chain_counts() -> None:
    """A pattern narrows beside the one before it, it does not replace it."""
    schema = scalar_schema("string", Bounds(pattern="^a"), Bounds(pattern="z$"))

    assert schema["allOf"] == [{"pattern": "^a"}, {"pattern": "z$"}]


@pytest.mark.parametrize("order", [*permutations("ABC")], ids="".join)
def test_a_reference_is_defined_behind_what_it_is_made_of(order: tuple[str, ...]) -> None:
    """Whatever the order of the specs."""
    assert [each.name for each in in_order(CHAIN[name] for name in order)] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("bounds", "unsigned"),
    [
        (Bounds(), False),
        (Bounds(ge="0"), True),
        (Bounds(gt="0.5"), True),
        (Bounds(ge="-0.5"), False),
        (Bounds(le="5"), False),
    ],
)
def test_a_decimal_without_negative_values_has_no_sign(bounds: Bounds, *, unsigned: bool) -> None:
    """The document says so as its pattern, and the runtime reads it so."""
    assert is_unsigned(bounds) == unsigned
    assert str(scalar_schema("decimal", bounds)["pattern"]).startswith("^-?") != unsigned
