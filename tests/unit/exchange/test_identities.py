"""A field of a document of ours refers to an id only if that takes all that the field takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from framework.exchange.identities import refer
from framework.exchange.nodes import ModelNode, Property, Shape

if TYPE_CHECKING:
    from framework.syntax import Json


def model(name: str, wire: str, word: str, bounds: dict[str, Json], **keys: Json) -> ModelNode:
    """Make a model of one field."""
    field = Property(wire, Shape((), word, keys=bounds), keys, ())
    return ModelNode(name, (), {wire: field})


@pytest.mark.parametrize(
    ("word", "bounds", "keys", "refers"),
    [
        pytest.param("int", {"ge": 5}, {}, True, id="same"),
        pytest.param("int", {"ge": 7, "le": 9}, {}, True, id="narrower"),
        pytest.param("int", {"ge": 1}, {}, False, id="wider"),
        pytest.param("int", {}, {}, False, id="unbounded"),
        pytest.param("string", {}, {}, False, id="other type"),
        pytest.param("int", {"ge": 5}, {"x-external-id": True}, False, id="external"),
    ],
)
def test_refer(word: str, bounds: dict[str, Json], keys: dict[str, Json], *, refers: bool) -> None:
    """`person_id` is `Person.id`, unless that would refuse what it takes, or it is external."""
    person = model("Person", "id", "int", {"ge": 5})
    loan = model("Loan", "person_id", word, bounds, **keys)

    refer([person, loan])

    field = loan.properties["person_id"]
    assert field.refers == ((person, person.properties["id"]) if refers else None)
