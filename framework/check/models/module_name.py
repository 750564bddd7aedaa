"""SPEC207 `module-name`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.check.names import is_identifier, shown
from framework.check.rule import CheckRule, Finding
from framework.project import module_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framework.check.view import View
    from framework.spec import Place


def module_name(view: View) -> Iterator[Finding]:
    """Find files of models that compile to no module, or to the module of another file.

    ## Why is this bad?
    `specs/models/shop/users.yaml` compiles to the module `shop_users`. Two files that compile to
    the same one would overwrite each other; a module named `class` cannot be imported.

    ## Example
    ```text
    specs/models/shop/users.yaml beside specs/models/shop_users.yaml
    ```

    ## Use instead
    ```text
    specs/models/shop/users.yaml beside specs/models/people.yaml
    ```
    """
    taken: dict[str, Place] = {}
    for place in view.model_files:
        path = place.document.path
        stem = module_stem(path)
        first = taken.setdefault(stem, place)
        if first is not place:
            yield Finding(
                f"`{path}` and `{first.document.path}` compile to the same module `{stem}`",
                place,
                help="rename one of the two files",
                related=((first, "the other file"),),
            )
        elif not is_identifier(stem) or stem.startswith("__"):
            yield Finding(
                f"`{shown(stem)}` is no name for a Python module",
                place,
                help="name the file with letters, digits and underscores, a letter first",
            )


RULE = CheckRule("SPEC207", "module-name", module_name)
