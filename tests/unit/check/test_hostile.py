"""Specs that are written to cost time cost little, and each mistake in them is still said."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # the modules beside this one
from projects import codes


def test_thousands_of_errors_end_soon() -> None:
    """Guesses are made for the first of them only."""
    models = {f"M{i}": {"fields": {"x": f"Mx{i}", "class": "int"}} for i in range(2000)}
    start = time.process_time()

    assert len(codes({"specs/models.yaml": {"models": models}})) == 4000
    assert time.process_time() - start < 5


def test_lattice_of_mixins_is_walked_once() -> None:
    """Two mixins that each take both of the level below make 2 to the 40 ways, and no work."""
    models: dict[str, object] = {"A0": {"mixin": True, "fields": {"a": "int"}}}
    models["B0"] = {"mixin": True, "fields": {"b": "int"}}
    for level in range(1, 40):
        below = [f"A{level - 1}", f"B{level - 1}"]
        for name in ("A", "B"):
            fields = {f"{name.lower()}{level}": "int"}
            models[f"{name}{level}"] = {"mixin": True, "mixins": below, "fields": fields}

    assert set(codes({"specs/models.yaml": {"models": models}})) == {"SPEC212", "SPEC226"}


def test_long_circles_are_said_once() -> None:
    """A circle of a thousand models, mixins, variants or services is one mistake."""
    count = 1000
    models = {
        f"M{i}": {"fields": {"x": f"M{(i + 1) % count}"}, "variants": {"Read": {}}}
        for i in range(count)
    }
    services = [
        {"name": f"s{i}", "type": "node", "depends_on": [f"s{(i + 1) % count}"]}
        for i in range(count)
    ]
    variants = {f"V{i}": {"extends": f"V{(i + 1) % count}"} for i in range(count)}
    files = {
        "services.yml": {"version": 1, "services": services},
        "specs/models.yaml": {
            "models": {**models, "Other": {"fields": {"x": "int"}, "variants": variants}}
        },
    }

    assert sorted(codes(files)) == ["SPEC215", "SPEC222", "SPEC227", "SPEC506"]
