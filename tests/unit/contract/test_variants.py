"""The table of variants, as the spec language prints it, against what the compiler makes of it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from framework.spec import Presence, project
from tests.unit.contract.specs import bound

NAMES = [f"f{number}" for number in range(5)]
VARIANTS = ["Create", "Update", "Read", "Brief"]
KEYS = st.fixed_dictionaries(
    {"type": st.just("int")},
    optional={
        "access": st.sampled_from(["readonly", "writeonly", "immutable"]),
        "absent": st.sampled_from(["optional", "default"]),
    },
)


def keys(drawn: dict[str, str]) -> dict[str, object]:
    """Spell the drawn keys as the language does."""
    access = {drawn["access"]: True} if "access" in drawn else {}
    absent = {"optional": {"optional": True}, "default": {"default": 1}}
    return {"type": "int", **access, **absent.get(drawn.get("absent", ""), {})}


SOME = st.lists(st.sampled_from(NAMES), unique=True)
CHANGES = (
    st.fixed_dictionaries({}, optional={"optional": SOME | st.just("all")})
    | st.fixed_dictionaries({"only": SOME})
    | st.fixed_dictionaries({"exclude": SOME})
)
FIELDS = st.dictionaries(st.sampled_from(NAMES), KEYS.map(keys), min_size=1)
SPECS = st.fixed_dictionaries(dict.fromkeys(VARIANTS, CHANGES))


def is_dropped(row: str, field: dict[str, Any]) -> bool:
    """Tell whether the table says `dropped`."""
    if row in {"Create", "Update"}:
        return bool(field.get("readonly") or (row == "Update" and field.get("immutable")))
    return bool(field.get("writeonly"))


def table(row: str, field: dict[str, Any], *, listed: bool) -> Presence:
    """Return what the table says of a field that stays."""
    if row == "Create" and "default" in field:
        return Presence.DEFAULTED  # may be absent, default applied; listed or not
    if listed:
        return Presence.OPTIONAL
    if row == "Update":
        return Presence.REQUIRED  # what is not listed is required
    return Presence.OPTIONAL if field.get("optional") else Presence.REQUIRED


def expected(
    fields: dict[str, Any], variants: dict[str, Any], name: str, row: str
) -> dict[str, Presence]:
    """Return which fields a variant has, and how."""
    chain = [variants[name]]
    if "extends" in chain[0]:
        chain.append(variants[chain[0]["extends"]])
    kept = {}
    for field, spec in fields.items():
        if any(field not in each.get("only", fields) for each in chain):
            continue
        if any(field in each.get("exclude", ()) for each in chain):
            continue
        said = [each.get("optional", ()) for each in chain]
        if not is_dropped(row, spec):
            listed = any(each == "all" or field in each for each in said)
            kept[field] = table(row, spec, listed=listed)
    return kept


def projected(specs: Any, name: str) -> dict[str, Presence]:  # noqa: ANN401 - a SpecSet
    """Return what the compiler says."""
    return {field.name: field.presence for field in project(specs, "M", name)}


@given(FIELDS, SPECS)
def test_a_variant_is_its_row_of_the_table(
    fields: dict[str, Any], variants: dict[str, Any]
) -> None:
    """Whatever the fields, `only`, `exclude` and `optional` are."""
    specs = bound(models={"models": {"M": {"fields": fields, "variants": variants}}})

    for name in VARIANTS:
        assert projected(specs, name) == expected(fields, variants, name, name), name


@given(FIELDS, SPECS, st.sampled_from(VARIANTS), CHANGES)
def test_an_extension_is_of_the_row_that_it_extends(
    fields: dict[str, Any], variants: dict[str, Any], base: str, change: dict[str, Any]
) -> None:
    """`extends` adds to what the base selects, and stays as closed as the base."""
    variants = {**variants, "More": {**change, "extends": base}}
    specs = bound(models={"models": {"M": {"fields": fields, "variants": variants}}})

    assert projected(specs, "More") == expected(fields, variants, "More", base)


@given(FIELDS)
def test_a_model_without_variants_has_all_its_fields(fields: dict[str, Any]) -> None:
    """One class for both directions: defaults apply, `optional` may be absent."""
    specs = bound(models={"models": {"M": {"fields": fields}}})

    assert projected(specs, "") == {
        name: Presence.DEFAULTED
        if "default" in field
        else Presence.OPTIONAL
        if field.get("optional")
        else Presence.REQUIRED
        for name, field in fields.items()
    }


@given(FIELDS, FIELDS)
def test_mixins_add_their_fields_behind_the_own_ones(
    own: dict[str, Any], mixed: dict[str, Any]
) -> None:
    """A mixin of a mixin counts, too, and the order is that of the spec."""
    others = {f"g{name}": field for name, field in mixed.items()}
    models = {
        "M": {"fields": own, "mixins": ["Outer"]},
        "Outer": {"mixin": True, "fields": {"outer": "int"}, "mixins": ["Inner"]},
        "Inner": {"mixin": True, "fields": others},
    }

    specs = bound(models={"models": models})

    assert [*projected(specs, "")] == [*own, "outer", *others]
