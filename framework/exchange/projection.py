"""Find the one model that several are projections of, by the variants table of the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framework.exchange.keywords import is_extension, mapping, text
from framework.exchange.render import short
from framework.spec import CREATE, READ, UPDATE

if TYPE_CHECKING:
    from framework.exchange.families import Family
    from framework.exchange.spelling import Spelling
    from framework.syntax import Json

_Tree = dict[str, "Json"]
_PRESENCE = ("optional", "default")


@dataclass(frozen=True, slots=True)
class _Sides:
    """The fields of each variant, by name."""

    by_variant: dict[str, dict[str, _Tree]]

    def with_field(self, name: str) -> list[str]:
        return [variant for variant, fields in self.by_variant.items() if name in fields]

    def may_lack(self, name: str, variant: str) -> bool:
        return self.by_variant[variant][name].get("optional") is True


def projected(family: Family, models: dict[str, Json], spelling: Spelling) -> _Tree | None:
    """Return the model whose variants are exactly the models of `family`; None if there is none."""
    said = {variant: mapping(models.get(name)) for variant, name in family.variants.items()}
    if any("variants" in value for value in said.values()):
        return None
    sides = _Sides({variant: _fields(value) for variant, value in said.items()})
    fields: _Tree = {}
    for name in _order(sides):
        keys = _shared(name, sides, spelling)
        marks = _marks(sides.with_field(name), [*sides.by_variant])
        if keys is None or marks is None:
            return None
        fields[name] = short({**keys, **marks, **_presence(name, sides)})
    variants: _Tree = {}
    for variant, value in said.items():
        own = _told(value, said[READ])
        selected = _selected(variant, sides)
        if own is None or selected is None:
            return None
        variants[variant] = {**own, **selected, **_optional(variant, sides, fields)}
    described = text(said[READ].get("description"))
    head: _Tree = {"description": described} if described else {}
    extensions = {key: value for key, value in said[READ].items() if is_extension(key)}
    return {**head, "fields": fields, "variants": variants, **extensions}


def _fields(model: _Tree) -> dict[str, _Tree]:
    return {
        name: {"type": keys} if isinstance(keys, str) else mapping(keys)
        for name, keys in mapping(model.get("fields")).items()
    }


def _order(sides: _Sides) -> list[str]:
    """Return the fields as they are read, the others each before what follows it in its variant."""
    order = [*sides.by_variant[READ]]
    for variant in (CREATE, UPDATE):
        names = [*sides.by_variant.get(variant, ())]
        end = len(order)
        for name in reversed(names):
            if name in order:
                end = order.index(name)
            else:
                order.insert(end, name)
    return order


def _shared(name: str, sides: _Sides, spelling: Spelling) -> _Tree | None:
    """Return what all variants say of a field, with types by place or, failing that, in full."""
    variants = sides.with_field(name)
    for places in (variants, [None] * len(variants)):
        spelt = [
            mapping(spelling.field(_lasting(sides.by_variant[variant][name]), place))
            for variant, place in zip(variants, places, strict=True)
        ]
        if all(keys == spelt[0] for keys in spelt):
            return spelt[0]
    return None


def _lasting(keys: _Tree) -> _Tree:
    return {key: value for key, value in keys.items() if key not in _PRESENCE}


def _marks(having: list[str], every: list[str]) -> _Tree | None:
    """Return the marks that leave a field in the variants `having` it; None if there are none."""
    written = [variant for variant in (CREATE, UPDATE) if variant in every]
    kept = [variant for variant in written if variant in having]
    if READ not in having:
        others = set(having) - set(written)
        if others or not kept or kept[0] != written[0]:
            return None
        return {"writeonly": True} if kept == written else {"writeonly": True, "immutable": True}
    if kept == written:
        return {}
    if not kept:
        return {"readonly": True}
    return {"immutable": True} if kept == [CREATE] else None


def _presence(name: str, sides: _Sides) -> _Tree:
    """Return the default of a field, or that it may always be absent (`Update` says so itself)."""
    created = sides.by_variant.get(CREATE, {}).get(name, {})
    if "default" in created:
        return {"default": created["default"]}
    asked = [variant for variant in sides.with_field(name) if variant != UPDATE]
    lacking = bool(asked) and all(sides.may_lack(name, variant) for variant in asked)
    return {"optional": True} if lacking else {}


def _optional(variant: str, sides: _Sides, fields: _Tree) -> _Tree:
    """Return which fields may be absent in a variant beyond those that may be in all."""
    listed: list[Json] = [
        name
        for name in sides.by_variant[variant]
        if sides.may_lack(name, variant)
        and (variant == UPDATE or mapping(fields[name]).get("optional") is not True)
    ]
    if not listed:
        return {}
    whole = len(listed) == len(sides.by_variant[variant])
    return {"optional": "all" if whole else listed}


def _selected(variant: str, sides: _Sides) -> _Tree | None:
    """Return which fields of those that are read a variant of another name has."""
    if variant in {CREATE, UPDATE, READ}:
        return {}
    whole, part = sides.by_variant[READ], sides.by_variant[variant]
    if not part.keys() <= whole.keys():
        return None
    left: list[Json] = [name for name in whole if name not in part]
    if not left:
        return {}
    return {"only": [*part]} if len(part) <= len(left) else {"exclude": left}


def _told(value: _Tree, read: _Tree) -> _Tree | None:
    """Return what a variant tells of itself, beyond what the model tells of all."""
    told = {k: v for k, v in value.items() if k == "description" or is_extension(k)}
    whole = {k: v for k, v in read.items() if k == "description" or is_extension(k)}
    if not whole.keys() <= told.keys():
        return None
    return {key: v for key, v in told.items() if key not in whole or whole[key] != v}
