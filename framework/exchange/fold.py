"""Make models of one family variants of one model, where the recompiled document stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.contract import resolve
from framework.exchange.choices import choices, chosen
from framework.exchange.exporting import export_openapi
from framework.exchange.families import families
from framework.exchange.keywords import mapping
from framework.exchange.projection import projected
from framework.exchange.settle import specs_of
from framework.exchange.spelling import Spelling
from framework.spec import READ

if TYPE_CHECKING:
    from collections.abc import Container

    from framework.exchange.families import Family
    from framework.exchange.files import Files
    from framework.syntax import Json

_Trees = dict[str, dict[str, "Json"]]
_Declared = tuple[dict[str, "Json"], dict[str, tuple[str, dict[str, "Json"] | None]]]
_MOST_ALONE = 30  # families that are tried one by one if all together change the document


def fold(files: Files, service: str, taken: Container[str], *, ours: bool) -> None:
    """Fold the families of `files`, which validate; `taken` are the classes of others."""
    models = _all(files.trees, "models")
    found = [
        family
        for family in families(models, ours=ours)
        if f"{family.base}{READ}" not in taken and f"{family.base}{READ}" not in models
    ]
    found = _fitting(found, files.trees, taken)
    if not found:
        return
    before = _document(files.trees, service)
    folded = _folded(files.trees, found, taken)
    if _document(folded, service) != before:
        kept: list[Family] = []
        for family in found if len(found) <= _MOST_ALONE else ():
            tried = _fitting([*kept, family], files.trees, taken)
            more = len(tried) > len(kept)
            if more and _document(_folded(files.trees, tried, taken), service) == before:
                kept = tried
        folded = _folded(files.trees, kept, taken)
    files.trees = folded


def _all(trees: _Trees, section: str) -> dict[str, Json]:
    return {
        name: value
        for file, tree in trees.items()
        if file.startswith("specs/models/")
        for name, value in mapping(tree.get(section)).items()
    }


def _choices(trees: _Trees, found: list[Family], taken: Container[str]) -> list[Family]:
    """Return the unions that have variants because their members have them."""
    unions = _all(trees, "unions")
    known = {*unions, *_all(trees, "models"), *_all(trees, "enums")} if unions else ()
    families = choices(unions, known, Spelling(found))
    return [family for family in families if family.base not in taken]


def _fitting(found: list[Family], trees: _Trees, taken: Container[str]) -> list[Family]:
    """Return the families that are projections; one that is none may undo those that hold it."""
    models = _all(trees, "models")
    while True:
        spelling = Spelling(found, _choices(trees, found, taken))
        fitting = [family for family in found if projected(family, models, spelling)]
        if len(fitting) == len(found):
            return found
        found = fitting


def _document(trees: _Trees, service: str) -> str | None:
    """Return what the specs compile to; None if they do not."""
    specs = specs_of(trees)
    if specs is None:
        return None
    contract = resolve(specs)
    wanted = next(each for each in contract.services if each.name == service)
    return export_openapi(contract, wanted)


def _folded(trees: _Trees, found: list[Family], taken: Container[str]) -> _Trees:
    """Return the trees with each family as one model, where its base stood."""
    models, unions = _all(trees, "models"), _all(trees, "unions")
    chosen_of = _choices(trees, found, taken)
    spelling = Spelling(found, chosen_of)
    whole: dict[str, Json] = {f.base: projected(f, models, spelling) for f in found}
    gone = {name for f in found for name in f.variants.values()} - whole.keys()
    made = {
        name: (each.base, chosen(each, unions, spelling))
        for each in chosen_of
        for name in each.variants.values()
    }
    result: _Trees = {}
    for file, tree in trees.items():
        kind = file.split("/")[1] if "/" in file else ""
        if kind == "models":
            result[file] = _declarations(tree, (whole, made), gone, spelling)
        elif kind == "errors":
            errors = mapping(tree.get("errors"))
            result[file] = {"errors": {n: _plain(e, spelling) for n, e in errors.items()}}
        elif kind == "routers":
            result[file] = {"rest": _router(mapping(tree["rest"]), spelling)}
        else:
            result[file] = tree
    return result


def _declarations(
    tree: dict[str, Json], folded: _Declared, gone: set[str], spelling: Spelling
) -> dict[str, Json]:
    whole, chosen_of = folded
    models: dict[str, Json] = {
        name: whole.get(name) or _plain(value, spelling)
        for name, value in mapping(tree.get("models")).items()
        if name not in gone
    }
    unions: dict[str, Json] = {}
    for name, value in mapping(tree.get("unions")).items():
        of = _members(mapping(value).get("of"), spelling)
        base, choice = chosen_of.get(name, (name, None))
        unions[base] = {**choice} if choice else {**mapping(value), "of": of}
    made: dict[str, dict[str, Json]] = {"models": models, "unions": unions}
    return {k: made.get(k, v) for k, v in tree.items() if made.get(k, v)}


def _members(of: Json, spelling: Spelling) -> Json:
    return [spelling.type(str(m), None) for m in of] if isinstance(of, list) else of


def _plain(value: Json, spelling: Spelling) -> Json:
    if not isinstance(value, dict) or "fields" not in value:
        return value
    return {**value, "fields": spelling.fields(value["fields"])}


def _router(rest: dict[str, Json], spelling: Spelling) -> dict[str, Json]:
    handlers: dict[str, Json] = {}
    for name, said in mapping(rest.get("handlers")).items():
        bodies = {k: _payload(v, spelling) for k, v in mapping(said).items() if k in _BODIES}
        handlers[name] = {**mapping(said), **bodies}
    return {**rest, "handlers": handlers}


def _payload(said: Json, spelling: Spelling) -> Json:
    if isinstance(said, str):
        return spelling.type(said, None)
    if isinstance(said, dict) and isinstance(said.get("model"), str):
        return {**said, "model": spelling.type(str(said["model"]), None)}
    return said


_BODIES = frozenset({"request", "response"})
