"""The design as tests: layers, what start-up imports, sizes, words and suppressions of the code."""

from __future__ import annotations

import ast
import io
import re
import shutil
import subprocess
import sys
import tokenize
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = sorted((ROOT / "framework").rglob("*.py"))
SERVICES = sorted(p for p in (ROOT / "services").rglob("*.py") if "node_modules" not in p.parts)
SCRIPTS = sorted((ROOT / "scripts").rglob("*.py"))
TESTS = sorted(p for p in (ROOT / "tests").rglob("*.py") if "expected" not in p.parts)
GENERATED = sorted((ROOT / "shared" / "generated").rglob("*.py"))

HEAVY = {  # what `framework --help` and an unchanged `framework generate` do without
    "asyncio",
    "fastapi",
    "faststream",
    "framework.runtime",
    "httpx",
    "jinja2",
    "pydantic",
    "redis",
    "sqlalchemy",
    "starlette",
    "structlog",
    "yaml",
}
BANNED = {"manager", "helper", "util", "utils", "common", "handler", "handlers", "data", "info"}
VERBS = ("do_", "process_", "handle_")
SPOKEN = {  # banned words that others have given
    "get_route_handler": "FastAPI's",
    "info": "the key of an OpenAPI document; pydantic's ValidationInfo",
    "process_bind_param": "SQLAlchemy's",
    "process_result_value": "SQLAlchemy's",
    "handlers": "the key of a router spec",
    "handler": "one of them; also what pydantic calls the rest of a schema",
    "HandlerSpec": "the shape of one of them",
}
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pyright:\s*ignore|fmt:|ruff:|mypy:|pragma)")
NAMED = re.compile(
    r"# (noqa: [A-Z]+\d+(, [A-Z]+\d+)*|(type|pyright): ignore\[[\w-]+(, ?[\w-]+)*\])"
)
REASON = re.compile(r"[-#] *\w.{3,}")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """Return a path below the root, for messages."""
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function of a module with its length in lines."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Function):
            yield f"{name_of(path)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def lines(path: Path) -> int:
    """Return how many lines a file has."""
    return path.read_text("utf-8").count("\n")


def quantile(values: Iterable[int], share: float) -> int:
    """Return the value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[int(share * (len(ordered) - 1))]


def names(path: Path) -> Iterator[str]:
    """Yield each name that a module gives: its own, classes, functions, parameters, variables."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
            case ast.arg():
                yield node.arg
            case ast.Name(ctx=ast.Store()):
                yield node.id


def words(name: str) -> set[str]:
    """Split a name of either case into lower-case words."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", name)}


def is_reasoned(comment: str) -> bool:
    """Tell whether each suppression in a comment names its rule, and a reason follows."""
    rest = NAMED.sub("", comment)
    return not SUPPRESSION.search(rest) and bool(REASON.search(rest))


def imported(cwd: Path, *arguments: str) -> set[str]:
    """Run `framework` with arguments; return the modules that were imported."""
    code = (
        "import sys\n"
        "from framework.cli.main import main\n"
        "try:\n    code = main(sys.argv[1:])\n"
        "except SystemExit as end:\n    code = end.code\n"
        "assert not code, code\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=cwd,
        check=False,
        text=True,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    ("comment", "verdict"),
    [
        ("# noqa", False),
        ("# noqa: S101", False),
        ("# type: ignore", False),
        ("# type: ignore[misc]", False),
        ("# noqa: S101 - a pipe, see above", True),
        ("# type: ignore[misc]  # noqa: S101, S102  # they have no types", True),
    ],
)
def test_reasons_are_recognised(comment: str, verdict: bool) -> None:  # noqa: FBT001 - a table
    """The test of suppressions below tells good from bad."""
    assert is_reasoned(comment) is verdict


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a compiled copy of the reference project."""
    target = tmp_path_factory.mktemp("reference")
    shutil.copy(ROOT / "services.yml", target)
    shutil.copytree(ROOT / "specs", target / "specs")
    imported(target, "generate")
    return target


def test_layers_hold() -> None:
    """Each stage sees those below it only, type-only imports included."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        check=False,
        text=True,
        capture_output=True,
    )
    assert done.returncode == 0, done.stdout


def test_help_imports_nothing_heavy() -> None:
    """`framework --help` answers at once: heavy imports are inside the commands."""
    assert not imported(ROOT, "--help") & HEAVY


def test_unchanged_project_is_not_compiled(reference: Path) -> None:
    """`framework generate` without a change reads no spec and renders nothing."""
    assert not imported(reference, "generate") & HEAVY


def test_drift_check_of_an_unchanged_project_compiles(reference: Path) -> None:
    """The budget above is about a path that skips stages: the full path does import them."""
    spec = reference / "specs/errors/users.yaml"
    spec.write_text(spec.read_text("utf-8") + "\n", "utf-8")
    assert {"pydantic", "jinja2"} <= imported(reference, "generate")


def test_files_are_small() -> None:
    """No file above 300 lines; half of the framework's below 80, nine of ten below 200."""
    sizes = {name_of(p): lines(p) for p in [*PRODUCT, *SERVICES, *SCRIPTS]}

    assert not {name: size for name, size in sizes.items() if size > 300}
    framework = [lines(p) for p in PRODUCT if lines(p)]
    assert median(framework) <= 80
    assert quantile(framework, 0.9) <= 200


def test_functions_are_small() -> None:
    """No function above 60 lines; half of the framework's have 8 at most, nine of ten 30."""
    sizes = dict(item for p in [*PRODUCT, *SERVICES, *SCRIPTS, *TESTS] for item in functions(p))

    assert not {name: size for name, size in sizes.items() if size > 60}
    framework = [size for path in PRODUCT for _, size in functions(path)]
    assert median(framework) <= 8
    assert quantile(framework, 0.9) <= 30


def test_names_say_something() -> None:
    """One word per thing, and none that could mean anything."""
    found = {
        f"{name_of(path)}: {name}"
        for path in [*PRODUCT, *SERVICES, *SCRIPTS]
        for name in names(path)
        if (words(name) & BANNED or name.startswith(VERBS)) and name.strip("_") not in SPOKEN
    }
    assert not found


def test_suppressions_name_a_rule_and_a_reason() -> None:
    """Such as `# noqa: S101 - why`: whoever reads the line learns why the rule is wrong there."""
    found = [
        f"{name_of(path)}:{token.start[0]}: {token.string}"
        for path in [*PRODUCT, *SERVICES, *SCRIPTS, *TESTS]
        for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline)
        if token.type == tokenize.COMMENT
        and SUPPRESSION.search(token.string)
        and not is_reasoned(token.string)
    ]
    assert not found


def test_generated_code_suppresses_nothing() -> None:
    """It passes the strict checks as it stands."""
    assert GENERATED
    assert not [name_of(p) for p in GENERATED if SUPPRESSION.search(p.read_text("utf-8"))]
