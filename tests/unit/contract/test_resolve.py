"""What specs mean: every name resolved, every default spelled out."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from framework.contract import Bounds, Contract, Kind, Link, Listed, Named, Nullable, Operation
from framework.contract.resolve.homes import groups
from tests.unit.contract.specs import resolved

USER = {
    "fields": {"id": {"type": "int", "readonly": True, "ge": 1}, "name": "string"},
    "variants": {"Create": {}, "Update": {"optional": "all"}, "Read": {}},
}
SERVICES = {
    "version": 1,
    "resources": {"store": {"type": "sqlite"}, "bus": {"type": "redis"}},
    "services": [
        {"name": "desk", "type": "python-fastapi", "access": ["store", "bus"], "exposes": ["rest"]},
        {"name": "post-office", "type": "python-faststream", "access": ["broker"]},
        {"name": "bot", "type": "python", "access": ["bus"]},
        {"name": "shelf", "type": "default", "access": ["database"]},
    ],
}
GRAPHS = st.integers(1, 7).flatmap(
    lambda size: st.fixed_dictionaries(
        {str(node): st.sets(st.sampled_from([str(n) for n in range(size)])) for node in range(size)}
    )
)


def project(**handlers: Any) -> Contract:  # noqa: ANN401 - JSON values
    """Return the contract of a service with these operations on users."""
    rest = {"prefix": "/users", "version": "v1", "handlers": handlers}
    return resolved(
        models={"models": {"User": USER}},
        errors={"errors": {"gone": {"status": 404, "title": "Gone"}}},
        events={"events": {"told": {"message": "User", "publish": True, "subscribe": True}}},
        services=SERVICES,
        routers__desk__users={"rest": rest},
    )


def operations(**handlers: Any) -> dict[str, Operation]:  # noqa: ANN401 - JSON values
    """Return the resolved operations by name."""
    (router,) = project(**handlers).services[0].routers
    return {operation.name: operation for operation in router.operations}


def test_bare_models_mean_the_variant_of_their_place() -> None:
    """`Create` in a request, `Update` in a PATCH, `Read` elsewhere."""
    found = operations(
        add={"method": "POST", "path": "", "request": "User", "response": "User"},
        change={"method": "PATCH", "path": "", "request": "User", "response": "list[User]"},
    )

    assert found["add"].body == Named(Kind.MODEL, "UserCreate", "models")
    assert found["change"].body == Named(Kind.MODEL, "UserUpdate", "models")
    assert found["add"].result == Named(Kind.MODEL, "UserRead", "models")
    assert found["change"].result == Listed(Named(Kind.MODEL, "UserRead", "models"))


def test_two_spellings_have_one_meaning() -> None:
    """`list[User.Read]` is `{model: User, variant: Read, many: true}`."""
    short = operations(find={"method": "GET", "path": "", "response": "list[User.Read]"})
    long = {"model": "User", "variant": "Read", "many": True}

    assert operations(find={"method": "GET", "path": "", "response": long}) == short


def test_statuses_have_defaults() -> None:
    """201 for a POST that answers, 204 without an answer, else 200; what is said counts."""
    found = operations(
        add={"method": "POST", "path": "", "request": "User", "response": "User"},
        find={"method": "GET", "path": "", "response": "User"},
        forget={"method": "DELETE", "path": ""},
        later={"method": "PUT", "path": "", "response": {"model": "User", "status": 202}},
    )

    statuses = {name: operation.status for name, operation in found.items()}
    assert statuses == {"add": 201, "find": 200, "forget": 204, "later": 202}


def test_ids_name_service_version_and_operation() -> None:
    """The id that documents, diagnostics and metrics share."""
    found = operations(find={"method": "GET", "path": "/all", "response": "User"})

    assert (found["find"].id, found["find"].path) == ("desk.v1.find", "/v1/users/all")


def test_literal_paths_come_before_templates() -> None:
    """Whatever their order in the spec."""
    by_id = {"params": {"id": "User.id"}, "response": "User", "method": "GET"}
    found = operations(
        read={**by_id, "path": "/{id}"},
        deep={**by_id, "path": "/{id}/best"},
        best={"method": "GET", "path": "/best", "response": "User"},
    )

    assert [*found] == ["best", "read", "deep"]


def test_what_was_created_can_be_read_changed_and_deleted() -> None:
    """Links follow a reference from the result to the path, and say where the new thing is."""
    one = {"path": "/{user_id}", "params": {"user_id": "User.id"}}
    found = operations(
        add={"method": "POST", "path": "", "request": "User", "response": "User"},
        read={**one, "method": "GET", "response": "User", "errors": ["gone"]},
        drop={**one, "method": "DELETE"},
    )

    source = "$response.body#/id"
    assert found["add"].location == "/v1/users/{id}"
    assert found["add"].links == (
        Link("read", "desk.v1.read", "user_id", source),
        Link("drop", "desk.v1.drop", "user_id", source),
    )
    assert found["drop"].links == (
        Link("read", "desk.v1.read", "user_id", "$request.path.user_id"),
    )
    assert found["read"].links == ()


def test_true_means_the_services_that_can() -> None:
    """Who reaches the broker may publish; who compiles to consumers may subscribe."""
    (event,) = project(find={"method": "GET", "path": "", "response": "User"}).events

    assert event.publishers == ("bot", "desk", "post-office")
    assert event.subscribers == ("desk", "post-office")


def test_access_goes_by_name_or_by_kind() -> None:
    """`broker` and `database` are aliases for the only resource of their kind."""
    services = project(find={"method": "GET", "path": "", "response": "User"}).services

    reach = {service.package: (service.database, service.broker) for service in services}
    assert reach == {
        "desk": (True, True),
        "post_office": (False, True),
        "bot": (False, True),
        "shelf": (True, False),
    }


def test_a_reference_keeps_its_name_and_its_own_bounds() -> None:
    """`User.id` is `UserId`, nullable where it stands, narrowed by what stands beside it."""
    fields = {"user_id": "User.id?", "young": {"type": "User.id", "le": 9}}
    contract = resolved(models={"models": {"User": USER, "Pet": {"fields": fields}}})

    found = {field.name: field.type for field in contract.models()["Pet"].fields}
    assert found == {
        "user_id": Nullable(Named(Kind.REFERENCE, "UserId", "models")),
        "young": Named(Kind.REFERENCE, "UserId", "models", Bounds(le=9)),
    }
    assert [*contract.references()] == ["UserId"]


def test_extensions_are_kept_and_sorted() -> None:
    """A variant's own come over those of its model."""
    model = {**USER, "x-b": 1, "x-a": 2, "variants": {"Read": {"x-b": 3}}}
    contract = resolved(models={"models": {"User": model}})

    assert contract.models()["UserRead"].extensions == (("x-a", 2), ("x-b", 3))


@given(GRAPHS)
def test_files_that_need_each_other_are_one_group(graph: dict[str, set[str]]) -> None:
    """The groups are the classes of nodes that reach one another."""
    reached = {node: reachable(graph, node) for node in graph}
    expected = {frozenset({n for n in reached[m] if m in reached[n]} | {m}) for m in graph}

    found = groups(graph)

    assert {frozenset(group) for group in found} == expected
    assert sorted(node for group in found for node in group) == sorted(graph)


def reachable(graph: dict[str, set[str]], start: str) -> set[str]:
    """Return every node that a walk from `start` comes to."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        new = graph[waiting.pop()] - found
        found |= new
        waiting += new
    return found
