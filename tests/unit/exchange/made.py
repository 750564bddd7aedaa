"""Make projects of the subset that comes back whole from its document, in canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from framework.exchange.keywords import mapping
from framework.exchange.render import short

if TYPE_CHECKING:
    from framework.syntax import Json

NAMES = st.sampled_from(["alpha", "beta", "gamma", "delta", "ident", "total", "note", "kind"])
TEXTS = st.text("abc \"'#:{}é", min_size=1, max_size=12).map(str.strip).filter(bool)
SCALARS: st.SearchStrategy[dict[str, Json]] = st.one_of(
    st.sampled_from(["string", "int", "int32", "int64", "float", "bool", "uuid", "email"]).map(
        lambda word: {"type": word}
    ),
    st.sampled_from(["url", "datetime", "date", "time", "duration", "json", "bytes"]).map(
        lambda word: {"type": word}
    ),
    st.tuples(st.integers(0, 9), st.integers(10, 99)).map(
        lambda ends: {"type": "int", "ge": ends[0], "le": ends[1]}
    ),
    st.tuples(st.integers(1, 9), st.integers(10, 99)).map(
        lambda ends: {"type": "string", "min_length": ends[0], "max_length": ends[1]}
    ),
    st.just({"type": "string", "pattern": "^[a-z]+$"}),
    st.just({"type": "decimal", "max_digits": 9, "decimal_places": 2}),
    st.just({"values": ["a", "b c", "1"]}),
    st.just({"const": "fixed"}),
    st.just({"type": "Color"}),
    st.just({"type": "list[int]", "max_items": 3, "items": {"ge": 1}}),
    st.just({"type": "list[Part]"}),
    st.just({"type": "dict[string, Part]", "max_items": 2}),
)


@st.composite
def fields(draw: st.DrawFn) -> dict[str, Json]:
    """Make the fields of a model."""
    found: dict[str, Json] = {}
    for name in draw(st.lists(NAMES, unique=True, min_size=1, max_size=5)):
        keys = dict(draw(SCALARS))
        if keys.get("type") not in {None, "json"} and "items" not in keys and draw(st.booleans()):
            keys["type"] = f"{keys['type']}?"
        if draw(st.booleans()):
            keys["optional"] = True
        if draw(st.booleans()):
            keys["description"] = draw(TEXTS)
        found[name] = keys["type"] if keys.keys() == {"type"} else keys
    return found


MARKS: list[dict[str, Json]] = [
    {},
    {},
    {"readonly": True},
    {"writeonly": True},
    {"immutable": True},
    {"writeonly": True, "immutable": True},
]
ENTRIES: dict[str, dict[str, Json]] = {
    "Create": {"method": "POST", "path": "", "request": "Person.Create", "response": "Person.Read"},
    "Update": {
        "method": "PATCH",
        "path": "/{key}",
        "params": {"key": "uuid"},
        "request": "Person.Update",
        "response": "list[Person.Read]",
    },
    "Read": {
        "method": "GET",
        "path": "/{key}",
        "params": {"key": "uuid"},
        "response": "Person.Read",
    },
    "Brief": {"method": "GET", "path": "", "response": "list[Person.Brief]"},
}


@st.composite
def people(draw: st.DrawFn) -> tuple[Json, dict[str, Json]]:
    """Make a model with variants, and a router that uses each of them."""
    drawn = draw(st.sampled_from(["CR", "UR", "CUR", "CURB", "CRB", "RB"]))
    wanted = [name for name in ENTRIES if name[0] in drawn]
    marks = [m for m in MARKS if ("U" in drawn and "C" in drawn) or "immutable" not in m]
    marks = [m for m in marks if drawn[1] != "B" or not m]
    marked = {name: draw(st.sampled_from(marks)) for name in draw(fields())}
    given = draw(fields())
    made: dict[str, dict[str, Json]] = {"id": {"type": "int", "ge": 1}}
    made["full_name"] = {"type": "string"}
    made["shop_id"] = {"type": "uuid", "external": True}
    for name, keys in given.items():
        whole = {"type": keys} if isinstance(keys, str) else {**mapping(keys)}
        made[name] = {**whole, **marked.get(name, {})}
        if "C" not in drawn and "writeonly" in made[name]:
            made[name].pop("optional", None)  # `Update` says by itself what may be absent
    if "C" in drawn and draw(st.booleans()):
        made["level"] = {"type": "int", "default": draw(st.integers(0, 9))}
    made = dict(_settled(list(made.items())))
    variants: dict[str, Json] = {name: draw(_variant(name, made)) for name in wanted}
    told = draw(TEXTS)
    shown = {name: short(keys) for name, keys in made.items()}
    model: dict[str, Json] = {"description": told, "fields": shown, "variants": variants}
    handlers: dict[str, Json] = {}
    for name in sorted(wanted, key=["Brief", "Create", "Read", "Update"].index):
        entry = ENTRIES[name]
        response: Json = {"model": entry["response"], "description": draw(TEXTS)}
        said = {k: v for k, v in entry.items() if k not in {"method", "path"}}
        head = {"method": entry["method"], "path": entry["path"], "summary": draw(TEXTS)}
        handlers[f"{name.lower()}_it"] = {**head, **said, "response": response}
    return model, {"rest": {"prefix": "/people", "version": "v1", "handlers": handlers}}


def _settled(made: list[tuple[str, dict[str, Json]]]) -> list[tuple[str, dict[str, Json]]]:
    """Put what is only read before what is only written, where nothing else stands between."""
    found: list[tuple[str, dict[str, Json]]] = []
    written: list[tuple[str, dict[str, Json]]] = []
    for entry in made:
        if "writeonly" in entry[1]:
            written.append(entry)
        elif "readonly" in entry[1]:
            found.append(entry)
        else:
            found += [*written, entry]
            written = []
    return [*found, *written]


@st.composite
def _variant(draw: st.DrawFn, name: str, made: dict[str, dict[str, Json]]) -> dict[str, Json]:
    """Make what a variant says."""
    if name == "Create":
        return {}
    dropped = {"Update": {"readonly", "immutable"}}.get(name, {"writeonly"})
    mine = [field for field, keys in made.items() if not dropped & keys.keys()]
    chosen: list[Json] = []
    if name == "Update":
        chosen = [field for field in mine if draw(st.booleans())]
        return {} if not chosen else {"optional": "all" if chosen == mine else chosen}
    if name == "Read":
        chosen = [field for field in mine if "default" in made[field] and draw(st.booleans())]
        return {"optional": chosen} if chosen else {}
    part: list[Json] = [field for field in mine if draw(st.booleans())] or [mine[0]]
    left: list[Json] = [field for field in mine if field not in part]
    if not left:
        return {}
    return {"only": part} if len(part) <= len(left) else {"exclude": left}


@st.composite
def projects(draw: st.DrawFn) -> dict[str, Json]:
    """Make a project of the subset: files by path, as plain values."""
    whole = draw(fields())
    part: dict[str, Json] = {"n": "int", "parts": {"type": "list[Part]", "optional": True}}
    told: Json = draw(TEXTS)
    handlers: dict[str, Json] = {
        "list_all": {
            "method": "GET",
            "path": "",
            "summary": draw(TEXTS),
            "query": {"limit": {"type": "int", "default": 5, "ge": 1, "le": 9}},
            "response": {"model": "list[Whole]", "description": told},
        },
        "make": {
            "method": "POST",
            "path": "",
            "summary": draw(TEXTS),
            "request": "Whole",
            "response": {"model": "Whole", "description": told},
            "errors": ["taken"],
        },
    }
    color: Json = {"Color": {"description": draw(TEXTS), "values": ["red", "blue"]}}
    models: dict[str, Json] = {"Whole": {"description": told, "fields": whole}}
    found = draw(st.none() | people())
    if found:
        models = {"Person": found[0], **models}
        whole["person_id"] = draw(
            st.sampled_from(["Person.id", "Person.id?", {"type": "Person.id", "ge": 5}])
        )
    declared: dict[str, Json] = {"enums": color} if "Color" in str(models) else {}
    declared["models"] = {"Part": {"fields": part}, **models} if "Part" in str(models) else models
    error: Json = {"status": 409, "title": draw(TEXTS), "fields": {"by": "string"}}
    return {
        "specs/errors/shop.yaml": {"errors": {"taken": error}},
        "specs/models/shop.yaml": declared,
        "specs/routers/shop/things.yaml": {
            "rest": {"prefix": "/things", "version": "v1", "handlers": handlers}
        },
        **({"specs/routers/shop/people.yaml": found[1]} if found else {}),
    }
