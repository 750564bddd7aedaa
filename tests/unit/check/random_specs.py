"""Random projects whose shape is right: names and numbers from small pools, so that they meet."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Draw = Any

MODELS = ("User", "Post", "Tag", "Base", "user", "Field", "UserRead")
ENUMS = ("Role", "Color", "Tag")
UNIONS = ("Owner", "Post")
FIELDS = ("id", "name", "user_id", "kind", "items", "class", "Name", "list", "schema", "dt")
VARIANTS = ("Create", "Update", "Read", "Brief", "brief")
SERVICES = ("backend", "worker", "auth-service", "auth_service", "class")
SCALARS = (
    *("string", "int", "int32", "int64", "float", "decimal", "bool", "datetime", "date"),
    *("time", "duration", "uuid", "email", "url", "bytes", "json"),
)
VALUES: st.SearchStrategy[object] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 12),
    st.sampled_from([0.5, -1.5, 1e300, "", "a", "B", "1.5", "2020-01-01", "PT5M", "12:00:00"]),
    st.sampled_from(["2020-01-01T00:00:00Z", "a@b.co", "https://b.co", "aGk=", '"""\\{{']),
    st.just("00000000-0000-4000-8000-000000000000"),
    st.lists(st.sampled_from(["a", "b", 1]), max_size=3),
    st.dictionaries(st.sampled_from(["a", "b"]), st.integers(0, 3), max_size=2),
)
BOUND = st.one_of(st.integers(-3, 20), st.sampled_from([0.5, "1.5", "2020-01-01", "PT5M"]))
COUNT = st.integers(-1, 6)
PATTERNS = ("^[a-z]+$", "a", "(a", "(?=a)", "[[a]]", "a++", "\\d{2}", "(a+)+$", "^$")

NAMED = st.one_of(
    st.sampled_from(SCALARS),
    st.sampled_from((*MODELS, *ENUMS, *UNIONS)),
    st.builds("{}.{}".format, st.sampled_from(MODELS), st.sampled_from((*VARIANTS, *FIELDS))),
    st.sampled_from(("list", "set", "dict", "Missing", "Role.admin")),
)
TYPES = st.recursive(
    NAMED,
    lambda inner: st.one_of(
        st.builds("list[{}]".format, inner),
        st.builds("set[{}]".format, inner),
        st.builds("dict[string, {}]".format, inner),
        st.builds("{}?".format, inner.filter(lambda text: not text.endswith("?"))),
    ),
    max_leaves=3,
)
FLAGS = ("nullable", "optional", "readonly", "writeonly", "immutable", "external", "unique")
ELEMENTS = {
    **dict.fromkeys(("ge", "gt", "le", "lt", "multiple_of"), BOUND),
    **dict.fromkeys(("min_length", "max_length", "min_items", "max_items"), COUNT),
    **dict.fromkeys(("max_digits", "decimal_places"), COUNT),
    "pattern": st.sampled_from(PATTERNS),
}
KEYS: dict[str, st.SearchStrategy[Any]] = {
    **ELEMENTS,
    **dict.fromkeys(FLAGS, st.booleans()),
    "default": VALUES,
    "example": VALUES,
    "alias": st.sampled_from(["a", "ID", "", "a b", "id", "Accept"]),
    "values": st.lists(st.sampled_from(["a", "b", "", "+", "-"]), max_size=3),
    "const": st.sampled_from(["a", 1, True]),
    "on_delete": st.sampled_from(["restrict", "set_null"]),
    "deprecated": st.sampled_from([True, "Use another."]),
    "sensitive": st.booleans(),
    "description": st.sampled_from(["Text.", '"""', "\\", "a\nb"]),
}

DAYS = st.sampled_from(["2026-01-02", "2026-02-30", "20260102", "", "soon"])
IDS = st.sampled_from(["backend.list_users", "backend.v1.get", "auth-service.make", "x", ""])
AUTH = st.sampled_from(["bearer", "key", "none", "None", ""])
DEPRECATED = st.one_of(
    KEYS["deprecated"],
    st.fixed_dictionaries({}, optional={"since": DAYS, "sunset": DAYS, "use": IDS}),
)

TEXTS = {
    "string": ["a", "bc", '"""\\{{'],
    "email": ["a@b.co"],
    "url": ["https://b.co/x?y#z"],
    "uuid": ["00000000-0000-4000-8000-000000000000"],
    "bytes": ["aGk=", ""],
    "decimal": ["1.5", "-2", "0.25"],
    "datetime": ["2020-01-01T00:00:00.5+02:00", "1000-01-01T00:00:00Z"],
    "date": ["2020-02-29", "2999-12-31"],
    "time": ["12:00:00", "23:59:59.999999"],
    "duration": ["PT5M", "P1DT2H", "PT0.5S", "P2W"],
}
REFERENCES = ("User.id", "User.name", "User.key", "User.price")


def keyed(type_: str, values: Any, **more: Any) -> Any:  # noqa: ANN401 - strategies of anything
    """Make fields of one type with keys that may fit it; `values` are values of it."""
    shared = {"default": values, "example": values, "nullable": st.booleans()}
    flags = dict.fromkeys(("optional", "readonly", "immutable", "sensitive"), st.just(value=True))
    return st.fixed_dictionaries({"type": st.just(type_)}, optional={**shared, **more, **flags})


def of_texts(type_: str) -> Any:  # noqa: ANN401 - likewise
    """Make fields of a type whose values are texts."""
    values = st.sampled_from(TEXTS[type_])
    if type_ in {"string", "email", "url", "bytes"}:
        return keyed(type_, values, min_length=st.integers(0, 2), max_length=st.integers(1, 90))
    if type_ == "uuid":
        return keyed(type_, values)
    digits = {"max_digits": st.integers(3, 40), "decimal_places": st.integers(0, 3)}
    return keyed(type_, values, ge=values, lt=values, **(digits if type_ == "decimal" else {}))


COUNTS = {"min_items": st.integers(0, 1), "max_items": st.integers(1, 3)}
NUMBERS = {"ge": st.integers(-9, 2), "le": st.integers(2, 9), "multiple_of": st.integers(1, 3)}
SOUND = st.one_of(
    *(keyed(type_, st.integers(-3, 9), **NUMBERS) for type_ in ("int", "int32", "int64", "float")),
    *(of_texts(type_) for type_ in TEXTS),
    keyed("bool", st.booleans()),
    keyed("json", VALUES),
    keyed("Role", st.sampled_from(["a", "b"])),
    keyed("list[Role?]", st.lists(st.sampled_from(["a", None]), max_size=2), **COUNTS),
    keyed("set[decimal]", st.lists(st.just("1.5"), max_size=2), **COUNTS),
    keyed("dict[string, list[date]]", st.just({"x": ["2020-01-01"]}), **COUNTS),
    keyed("list[User]", st.just([]), unique=st.booleans(), **COUNTS),
    *(keyed(type_, st.none()) for type_ in ("Owner", "Mail", "User.Read")),
    *(keyed(type_, st.integers(0, 3), **NUMBERS) for type_ in REFERENCES),
    st.fixed_dictionaries({"values": st.just(["+", "-", '"'])}, optional={"default": st.just("+")}),
    st.fixed_dictionaries({"const": st.sampled_from(["\n", 0, False])}),
)


@st.composite
def field(draw: Draw, depth: int = 0) -> object:
    """Draw a field: often short, sometimes with keys that do not fit it."""
    if draw(st.booleans()):
        return draw(SOUND)
    type_ = draw(TYPES)
    if draw(st.integers(0, 2)):
        return type_
    names = draw(st.lists(st.sampled_from(sorted(KEYS)), max_size=3, unique=True))
    keys = {name: draw(KEYS[name]) for name in names}
    if draw(st.integers(0, 7)):
        keys["type"] = type_
    if depth == 0 and not draw(st.integers(0, 5)):
        keys["items"] = draw(field(1))
    return keys


def mapping(names: tuple[str, ...], values: Any, most: int = 4) -> Any:  # noqa: ANN401 - strategies of anything
    """Make a mapping of some of `names`."""
    return st.dictionaries(st.sampled_from(names), values, max_size=most)


def some(names: tuple[str, ...], most: int = 3) -> Any:  # noqa: ANN401 - likewise
    """Make a list of some of `names`, perhaps repeated."""
    return st.lists(st.sampled_from(names), max_size=most)


VARIANT = st.fixed_dictionaries(
    {},
    optional={
        "only": some(FIELDS),
        "exclude": some(FIELDS),
        "optional": st.one_of(st.just("all"), some(FIELDS)),
        "extends": st.sampled_from(VARIANTS),
    },
)
MODEL = st.fixed_dictionaries(
    {"fields": mapping(FIELDS, field())},
    optional={
        "mixin": st.booleans(),
        "mixins": some(MODELS, 2),
        "variants": mapping(VARIANTS, VARIANT, 3),
    },
)
ENUM = st.fixed_dictionaries({"values": st.lists(st.sampled_from(["a", "b", "", "-"]), max_size=3)})
UNION = st.fixed_dictionaries({"discriminator": st.just("kind"), "of": st.lists(NAMED, max_size=3)})
ERRORS = ("user_gone", "email_taken", "not_found", "UserGone", "user_read")
EVENTS = ("told", "user_made", "publish", "TAG")
ERROR = st.fixed_dictionaries(
    {"status": st.sampled_from([404, 409, 200]), "title": st.sampled_from(["Gone", "", '"""'])},
    optional={"fields": mapping((*FIELDS, "detail"), field(), 2), "retryable": st.booleans()},
)
PAYLOAD = st.one_of(
    TYPES,
    st.fixed_dictionaries(
        {"model": NAMED},
        optional={"variant": st.sampled_from(VARIANTS), "many": st.booleans()},
    ),
)
RESPONSE = st.one_of(
    PAYLOAD, st.fixed_dictionaries({"status": st.sampled_from([200, 201, 204, 404])})
)
EVENT = st.fixed_dictionaries(
    {"message": PAYLOAD},
    optional={
        "publish": st.one_of(st.just(value=True), some(SERVICES)),
        "subscribe": st.one_of(st.just(value=True), some(SERVICES)),
        "key": st.sampled_from(["id", "user_id", "kind.id", "", "a.b.c"]),
    },
)
HANDLER = st.fixed_dictionaries(
    {
        "method": st.sampled_from(["GET", "POST", "PUT", "PATCH", "DELETE"]),
        "path": st.sampled_from(["", "/{id}", "/{name}", "/me", "/{id}/x", "/x/{id}", "/a/", "b"]),
    },
    optional={
        "params": mapping(FIELDS, field(), 2),
        "query": mapping((*FIELDS, "payload"), field(), 2),
        "headers": mapping(FIELDS, field(), 2),
        "cookies": mapping(FIELDS, field(), 2),
        "internal": st.booleans(),
        "deprecated": DEPRECATED,
        "auth": AUTH,
        "request": PAYLOAD,
        "response": RESPONSE,
        "errors": some(ERRORS),
        "emits": some(EVENTS),
    },
)
ROUTER = st.fixed_dictionaries(
    {"handlers": mapping(("get", "list_users", "list", "make"), HANDLER)},
    optional={
        "prefix": st.sampled_from(["", "/users", "users", "/{id}"]),
        "version": st.sampled_from(["v1", "v2", "1"]),
        "auth": AUTH,
        "tags": some(("a", '"b"')),
    },
)
SERVICE = st.fixed_dictionaries(
    {
        "name": st.sampled_from(SERVICES),
        "type": st.sampled_from(["python-fastapi", "python-faststream", "python", "node"]),
    },
    optional={
        "access": some(("broker", "database", "queue", "internet", "nothing")),
        "exposes": st.just(["rest"]),
        "depends_on": some((*SERVICES, "queue")),
        "consumes": some(("backend.get", "backend.v1.get", "worker.x", "nobody.x.y")),
    },
)
SCHEME = st.fixed_dictionaries(
    {"type": st.sampled_from(["http", "apiKey"])},
    optional={
        "scheme": st.just("bearer"),
        "in": st.just("header"),
        "name": st.sampled_from(["X-Key", "Authorization", "x key", ""]),
        "verify": st.sampled_from(
            ["backend.make", "backend.v1.list_users", "nobody.x", "make", ""]
        ),
    },
)
ROUTERS = ("backend/users", "backend/events", "auth-service/settings", "worker/users")


@st.composite
def projects(draw: Draw) -> dict[str, object]:
    """Draw a project of a few files."""
    files: dict[str, object] = {
        "services.yml": {
            "version": 1,
            "resources": draw(mapping(("queue", "database"), st.just({"type": "redis"}))),
            "auth": draw(mapping(("bearer", "key", "none", "Key"), SCHEME, 2)),
            "services": draw(st.lists(SERVICE, min_size=1, max_size=3)),
        },
        "specs/models.yaml": {
            "enums": draw(mapping(ENUMS, ENUM, 2)),
            "models": draw(mapping(MODELS, MODEL)),
            "unions": draw(mapping(UNIONS, UNION, 1)),
        },
        "specs/errors.yaml": {"errors": draw(mapping(ERRORS, ERROR, 2))},
        "specs/events.yaml": {"events": draw(mapping(EVENTS, EVENT, 2))},
    }
    for path in draw(some(ROUTERS, 2)):
        files[f"specs/routers/{path}.yaml"] = {"rest": draw(ROUTER)}
    return files
