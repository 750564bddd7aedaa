"""The import lines of a generated module."""

from __future__ import annotations

import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from framework.contract import Kind, Named
from framework.emit.python import Imports
from framework.write.format import find_ruff, format_python

MODULES = ["typing", "decimal", "collections.abc", "uuid", "fastapi", "pydantic", "starlette.types"]
MODULES += ["framework.runtime.types", "shared.generated.models.a", "shared.generated.errors"]
NAMES = ["Any", "MISSING", "UUID", "b64decode", "Field", "Int", "Int32", "USER_MADE", "create_x"]
FIRST = '--config=lint.isort.known-first-party=["framework","shared"]'
PAIRS = st.tuples(st.sampled_from(MODULES), st.sampled_from(NAMES))


@settings(max_examples=10, deadline=None)
@given(st.lists(st.lists(PAIRS, min_size=1), min_size=20, max_size=40))
def test_imports_stand_where_ruff_puts_them(modules: list[list[tuple[str, str]]]) -> None:
    """Sections, modules and names are sorted, whatever order they were added in."""
    texts = {
        f"m{number}.py": f"{Imports(*(f'{module}.{name}' for module, name in pairs))}\n"
        for number, pairs in enumerate(modules)
    }
    for text in format_python(find_ruff(), texts).values():
        done = subprocess.run(
            [find_ruff(), "check", "--isolated", "--no-cache", "--select=I", FIRST, "-"],
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + text


def test_a_module_does_not_import_itself() -> None:
    """What it defines is there already."""
    imports = Imports(own="shared.generated.models.users")

    assert imports.add_named(Named(Kind.MODEL, "User", "users")) == "User"
    assert imports.add_named(Named(Kind.ENUM, "Size", "shop")) == "Size"
    assert str(imports) == "from shared.generated.models.shop import Size"
