"""How the command line finds the project, and how it ends when something goes wrong."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Result = subprocess.CompletedProcess[str]
    Command = Callable[..., Result]
    Start = Callable[..., subprocess.Popen[str]]


@pytest.mark.parametrize(
    "arguments",
    [(), ("bogus",), ("validate", "--bogus"), ("validate", "--format", "xml"), ("-C", "no/such")],
)
def test_wrong_usage_ends_with_2(framework: Command, arguments: tuple[str, ...]) -> None:
    """With a hint on stderr and nothing on stdout."""
    result = framework(*arguments)

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("usage: framework")


def test_the_root_is_found_upwards(root: Path, framework: Command) -> None:
    """From anywhere within the project."""
    inner = root / "services" / "backend"
    inner.mkdir(parents=True)

    framework("generate", cwd=inner)

    assert (root / "shared/generated/a.py").exists()


@pytest.mark.parametrize("order", [("-C", "{}", "generate"), ("generate", "--directory", "{}")])
def test_the_root_can_be_chosen(
    root: Path,
    framework: Command,
    tmp_path_factory: pytest.TempPathFactory,
    order: tuple[str, ...],
) -> None:
    """Before the command or after it."""
    framework(*(part.format(root) for part in order), cwd=tmp_path_factory.mktemp("elsewhere"))

    assert (root / "shared/generated/a.py").exists()


def test_a_fault_asks_to_be_reported(root: Path, framework: Command) -> None:
    """A traceback is for those who ask for it."""
    (root / "specs/a.py").write_text("raise")

    result = framework("generate")
    traced = framework("generate", FRAMEWORK_TRACEBACK="1")

    assert (result.returncode, traced.returncode, result.stdout) == (70, 70, "")
    assert result.stderr == (
        "internal error: LookupError: a fault\n"
        "this is a fault of the framework, not of your specs: please report it\n"
        "FRAMEWORK_TRACEBACK=1 shows where it happened\n"
    )
    assert "Traceback (most recent call last)" in traced.stderr


def test_an_artefact_that_cannot_be_formatted_is_a_fault(root: Path, framework: Command) -> None:
    """The emitter printed nonsense: its artefact is named and nothing is written."""
    (root / "specs/a.py").write_text("x = (")

    result = framework("generate")

    assert result.returncode == 70
    assert "`shared/generated/a.py` cannot be formatted" in result.stderr
    assert not (root / "shared").exists()


def test_a_missing_extra_is_named(root: Path, framework: Command) -> None:
    """An image for production has no compiler; that is no fault."""
    (root / "specs/a.py").write_text("import yaml")

    result = framework("validate")

    assert result.returncode == 2
    assert result.stderr == (
        "error: `yaml` is not installed: the compiler needs the `codegen` extra, "
        "as in `pip install 'specwright[codegen]'`\n"
    )


def test_an_interrupt_is_quiet(root: Path, framework: Command) -> None:
    """Control-C says nothing."""
    (root / "specs/a.py").write_text("interrupt")

    result = framework("generate")

    assert (result.returncode, result.stdout, result.stderr) == (130, "", "")


def test_a_closed_pipe_is_quiet(start: Start) -> None:
    """As with `framework explain | head -1`."""
    process = start("explain")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()

    said = process.stderr.read()
    process.stderr.close()

    assert (process.wait(timeout=60), said) == (141, "")


def test_two_runs_at_once_do_not_disturb_each_other(
    root: Path, framework: Command, start: Start
) -> None:
    """Both succeed, one writes, and the tree is whole."""
    for index in range(20):
        (root / "specs" / f"slow_{index}.py").write_text(f"slow={index}\n")

    running = [start("generate") for _ in range(4)]
    said = sorted(process.communicate(timeout=60)[1] for process in running)

    assert [process.returncode for process in running] == [0] * 4
    assert said == ["unchanged\n"] * 3 + ["wrote 21 files, removed 0, 0 unchanged\n"]
    assert framework("generate", "--check").returncode == 0
    assert not list(root.rglob("*.framework-tmp"))


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_hash_seed_does_not_show(root: Path, framework: Command, seed: str) -> None:
    """The same specs give the same bytes in every process."""
    (root / "specs/b.py").write_text("b = {'x', 'y'}\n")
    framework("generate")
    before = {path: path.read_bytes() for path in root.rglob("shared/**/*.*")}
    for path in before:
        path.unlink()

    framework("generate", PYTHONHASHSEED=seed)

    assert {path: path.read_bytes() for path in root.rglob("shared/**/*.*")} == before


def test_help_imports_nothing_heavy() -> None:
    """`framework --help` answers at once."""
    code = (
        "import sys\n"
        "from framework.cli.main import main\n"
        "try: main(['--help'])\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "generate" in said.stdout
    heavy = {"pydantic", "jinja2", "yaml", "dataclasses", "json", "hashlib", "subprocess"}
    assert not heavy & set(said.stderr.split())


def test_the_module_is_the_command() -> None:
    """`python -m framework` works where scripts are not on PATH."""
    command = [sys.executable, "-m", "framework", "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)

    assert said.stdout.startswith("usage: framework ")
