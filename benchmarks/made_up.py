"""Write a made-up project of any size, for benchmarks.

    python benchmarks/made_up.py FOLDER MODELS

`MODELS` models with three variants, as many enums, and five operations for each model.
"""

from __future__ import annotations

import sys
from pathlib import Path

_PER_FILE = 20
_MODEL = """
  Thing{n}:
    description: Thing number {n} of the made-up project.
    fields:
      id: {{type: int, readonly: true, ge: 1}}
      name: {{type: string, min_length: 1, max_length: 80}}
      state: {{type: State{n}, default: open}}
      price: {{type: decimal, max_digits: 12, decimal_places: 2}}
      note: {{type: string, max_length: 500, nullable: true, default: null}}
      tags: {{type: "list[string]", max_items: 10, default: []}}
      previous_id: {{type: Thing{other}.id, nullable: true, default: null}}
      made_at: {{type: datetime, readonly: true}}
    variants:
      Create: {{}}
      Update: {{optional: all}}
      Read: {{}}
"""
_ROUTER = """\
rest:
  prefix: /things{n}
  version: v1
  handlers:
    list_things{n}:
      method: GET
      path: ""
      query: {{state: State{n}?, limit: {{type: int32, ge: 1, le: 100, default: 50}}}}
      response: "list[Thing{n}.Read]"
    create_thing{n}:
      {{method: POST, path: "", request: Thing{n}, response: Thing{n}.Read, errors: [taken{n}]}}
    get_thing{n}:
      method: GET
      path: /{{thing_id}}
      params: {{thing_id: Thing{n}.id}}
      response: Thing{n}.Read
      errors: [gone{n}]
    update_thing{n}:
      method: PATCH
      path: /{{thing_id}}
      params: {{thing_id: Thing{n}.id}}
      request: Thing{n}.Update
      response: Thing{n}.Read
      errors: [gone{n}]
    delete_thing{n}:
      method: DELETE
      path: /{{thing_id}}
      params: {{thing_id: Thing{n}.id}}
      errors: [gone{n}]
"""


def write(folder: Path, models: int) -> None:
    """Write `services.yml` and `specs/` of a project with that many models below `folder`."""
    routers = folder / "specs" / "routers" / "shop"
    for part in (routers, folder / "specs" / "models"):
        part.mkdir(parents=True, exist_ok=True)
    service = "{name: shop, type: python-fastapi, exposes: [rest]}"
    (folder / "services.yml").write_text(f"version: 1\nservices: [{service}]\n")
    errors = "".join(
        f"  gone{n}: {{status: 404, title: Thing {n} is gone}}\n"
        f"  taken{n}: {{status: 409, title: Thing {n} exists}}\n"
        for n in range(models)
    )
    (folder / "specs" / "errors.yaml").write_text(f"errors:\n{errors}")
    for first in range(0, models, _PER_FILE):
        numbers = range(first, min(first + _PER_FILE, models))
        enums = "".join(f"  State{n}: {{values: [open, closed, lost]}}\n" for n in numbers)
        things = "".join(_MODEL.format(n=n, other=n - 1 if n > first else n + 1) for n in numbers)
        text = f"enums:\n{enums}\nmodels:{things}"
        (folder / "specs" / "models" / f"things{first}.yaml").write_text(text)
        for n in numbers:
            (routers / f"things{n}.yaml").write_text(_ROUTER.format(n=n))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
