"""What each command prints, where, and with which exit code it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the stand-in for the compiler is beside this file
from conftest import COMPILER, environ

if TYPE_CHECKING:
    from collections.abc import Callable

    Result = subprocess.CompletedProcess[str]
    Command = Callable[..., Result]

FOUND = "error[SPEC900]: a error\n --> specs/a.py:1:1\n  |\n1 | error\n  | ^\n"


def spec(root: Path, text: str, name: str = "a") -> None:
    """Write one spec."""
    (root / "specs" / f"{name}.py").write_text(text)


def test_validate_is_quiet_about_a_clean_project(framework: Command) -> None:
    """Nothing on stdout, one line on stderr."""
    result = framework("validate")

    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "no findings in 1 file\n"


def test_validate_shows_findings(root: Path, framework: Command) -> None:
    """Findings are the result, so they go to stdout; the count goes to stderr."""
    spec(root, "error\n")

    result = framework("validate")

    assert (result.returncode, result.stdout) == (1, FOUND)
    assert result.stderr == "1 error in 1 file\n"


@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("--strict",), 1)])
def test_warnings_count_only_where_asked(
    root: Path, framework: Command, arguments: tuple[str, ...], code: int
) -> None:
    """They are shown in any case."""
    spec(root, "# warning\n")

    result = framework("validate", *arguments)

    assert result.returncode == code
    assert result.stdout.startswith("warning[SPEC900]: a warning\n")
    assert result.stderr == "1 warning in 1 file\n"


@pytest.mark.parametrize("command", [("validate",), ("generate",), ("generate", "--check")])
def test_findings_for_programs(root: Path, framework: Command, command: tuple[str, ...]) -> None:
    """All commands have the same formats."""
    spec(root, "error\n")

    assert json.loads(framework(*command, "--format", "json").stdout)[0]["code"] == "SPEC900"
    assert framework(*command, "--format", "github").stdout.startswith("::error title=SPEC900 fake")


@pytest.mark.parametrize("command", [("validate",), ("generate", "--check"), ("sync",)])
def test_every_command_speaks_every_format(
    root: Path, framework: Command, command: tuple[str, ...]
) -> None:
    """With findings, and of a clean project an empty document; stdout holds nothing else."""
    framework("generate")
    clean = {form: framework(*command, "--format", form).stdout for form in ("sarif", "junit")}
    spec(root, "error\n")
    found = {form: framework(*command, "--format", form).stdout for form in ("sarif", "junit")}

    assert json.loads(clean["sarif"])["runs"][0]["results"] == []
    assert json.loads(found["sarif"])["runs"][0]["results"][0]["ruleId"] == "SPEC900"
    assert ET.fromstring(clean["junit"]).attrib["failures"] == "0"  # noqa: S314 - our own
    assert ET.fromstring(found["junit"]).attrib["failures"] == "1"  # noqa: S314 - likewise


def test_an_unchanged_project_is_an_empty_document(framework: Command) -> None:
    """Also where nothing is compiled."""
    framework("generate")

    assert json.loads(framework("generate", "--format", "sarif").stdout)["version"] == "2.1.0"
    assert framework("generate", "--format", "junit").stdout.startswith("<?xml")


def test_color_follows_the_environment(root: Path, framework: Command) -> None:
    """A pipe gets none unless it asks; NO_COLOR wins over FORCE_COLOR, and `--color` over both."""
    spec(root, "error\n")
    colored = "\x1b[1;31merror"

    assert framework("validate", FORCE_COLOR="1").stdout.startswith(colored)
    assert framework("validate", FORCE_COLOR="1", NO_COLOR="1").stdout == FOUND
    assert framework("validate", "--color", "never", FORCE_COLOR="1").stdout == FOUND
    always = framework("validate", "--color", "always", NO_COLOR="1")
    assert always.stdout.startswith(colored)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(
    ("arguments", "settings", "colored"),
    [
        ((), {}, True),
        (("--color", "never"), {}, False),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
    ],
)
def test_a_terminal_gets_color(
    root: Path,
    arguments: tuple[str, ...],
    settings: dict[str, str],
    colored: bool,  # noqa: FBT001 - a table
) -> None:
    """Unless somebody asks for none."""
    spec(root, "error\n")
    ours, theirs = os.openpty()
    subprocess.run(
        [sys.executable, "-c", COMPILER, "validate", *arguments],
        cwd=root,
        env=environ({"TERM": "xterm", **settings}),
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    os.close(theirs)
    said = os.read(ours, 4096)
    os.close(ours)

    assert said.startswith(b"\x1b[1;31merror" if colored else b"error")


def test_people_are_shown_the_worst_of_many(root: Path, framework: Command) -> None:
    """Errors before warnings, and how many are left; programs get all unless they ask."""
    for number in range(120):
        spec(root, "error\n" if number % 2 else "# warning\n", f"s{number:03}")

    few, many = framework("validate", "--max", "2"), framework("validate")

    assert few.stdout.count("error[SPEC900]") == 2
    assert "warning" not in few.stdout
    assert few.stderr == (
        "118 more findings not shown: `--max 0` shows all\n60 errors, 60 warnings in 121 files\n"
    )
    assert (many.stdout.count("error["), many.stdout.count("warning[")) == (60, 40)
    assert framework("validate", "--max", "0").stdout.count("[SPEC900]") == 120
    assert len(json.loads(framework("validate", "--format", "json").stdout)) == 120
    assert len(json.loads(framework("validate", "--format=json", "--max=1").stdout)) == 1


def test_output_survives_a_poor_terminal(root: Path, framework: Command) -> None:
    """What its encoding lacks is escaped."""
    spec(root, "é error\n")

    result = framework("validate", PYTHONIOENCODING="ascii")

    assert (result.returncode, result.stderr) == (1, "1 error in 1 file\n")
    assert "1 | \\xe9 error" in result.stdout


def test_generate_writes_once(root: Path, framework: Command) -> None:
    """The first run writes, the second has nothing to do, one edit writes one file."""
    spec(root, "b=1\n", "b")

    assert framework("generate").stderr == "wrote 2 files, removed 0, 0 unchanged\n"
    assert (root / "shared/generated/a.py").read_text() == "a = 1\n"
    assert framework("generate").stderr == "unchanged\n"
    spec(root, "b=2\n", "b")
    assert framework("generate").stderr == "wrote 1 file, removed 0, 1 unchanged\n"
    (root / "specs/b.py").unlink()
    assert framework("generate").stderr == "wrote 0 files, removed 1, 1 unchanged\n"
    assert not (root / "shared/generated/b.py").exists()


def test_an_unchanged_project_is_not_compiled(root: Path, framework: Command) -> None:
    """The second run does not even start the compiler, and says the same in every format."""
    framework("generate")
    never = "import sys; sys.modules['framework.cli.build'] = None\n"
    arguments = [sys.executable, "-c", f"{never}from framework.cli.main import main; exit(main())"]

    result = subprocess.run(
        [*arguments, "-C", str(root), "generate", "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
    )

    # The stand-in is part of no fingerprint: both runs have the same compiler.
    assert (result.returncode, result.stdout, result.stderr) == (0, "[]\n", "unchanged\n")


def test_generate_writes_nothing_on_errors(root: Path, framework: Command) -> None:
    """What was compiled before stays whole."""
    framework("generate")
    before = sorted((path, path.stat().st_mtime_ns) for path in root.rglob("shared/**/*"))
    spec(root, "error\n")

    result = framework("generate")

    assert (result.returncode, result.stdout) == (1, FOUND)
    assert result.stderr == "1 error; nothing was written\n"
    assert sorted((path, path.stat().st_mtime_ns) for path in root.rglob("shared/**/*")) == before


def test_warnings_are_said_by_every_run(root: Path, framework: Command) -> None:
    """The fast path must not swallow them."""
    spec(root, "# warning\n")

    first, second = framework("generate"), framework("generate")

    assert first.stdout == second.stdout != ""
    assert (first.returncode, second.returncode, second.stderr) == (0, 0, "unchanged\n")


def test_generate_warns_of_foreign_files(root: Path, framework: Command) -> None:
    """It succeeds, deletes nothing, and repeats itself until the file is gone."""
    foreign = root / "shared/generated/mine.py"
    foreign.parent.mkdir(parents=True)
    foreign.write_text("")

    for _ in range(2):
        result = framework("generate")
        assert result.returncode == 0
        assert result.stdout.startswith("warning[DRIFT005]: `shared/generated/mine.py`")
    assert foreign.exists()


def test_check_names_every_kind_of_drift_and_writes_nothing(root: Path, framework: Command) -> None:
    """Stale, edited, missing, orphaned and foreign files have codes of their own."""
    for name in ("stale", "edited", "missing", "orphan"):
        spec(root, f"{name}=1\n", name)
    framework("generate")
    generated = root / "shared/generated"
    spec(root, "stale=2\n", "stale")
    (generated / "edited.py").write_text("edited = 2\n")
    (generated / "missing.py").unlink()
    (root / "specs/orphan.py").unlink()
    (generated / "foreign.py").write_text("")
    before = {path: path.read_bytes() for path in generated.rglob("*.*")}

    result = framework("generate", "--check", "--format", "json")

    assert result.returncode == 1
    assert {found["path"]: found["code"] for found in json.loads(result.stdout)} == {
        "shared/generated/stale.py": "DRIFT001",
        "shared/generated/edited.py": "DRIFT002",
        "shared/generated/missing.py": "DRIFT003",
        "shared/generated/orphan.py": "DRIFT004",
        "shared/generated/foreign.py": "DRIFT005",
    }
    assert result.stderr == "5 files not up to date\n"
    assert {path: path.read_bytes() for path in generated.rglob("*.*")} == before


def test_check_is_quiet_when_all_is_right(root: Path, framework: Command) -> None:
    """Also without the memory of the run that wrote the files, and from that of another check."""
    framework("generate")

    for _ in range(2):
        result = framework("generate", "--check")
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "up to date\n")

    (root / "shared/generated/mine.py").write_text("")
    assert framework("generate", "--check").returncode == 1


def test_what_is_in_the_way_is_a_sentence(root: Path, framework: Command) -> None:
    """No traceback for a state of the disk."""
    (root / "shared/generated/a.py").mkdir(parents=True)

    result = framework("generate")

    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "error: `shared/generated/a.py` is a folder where a file has to be: move it away\n"
    )


def test_sync_prints_what_it_created(root: Path, framework: Command) -> None:
    """Paths are a result; on errors there are none."""
    assert framework("sync").stdout == f"{root}/services/backend/main.py\n"
    spec(root, "error\n")

    result = framework("sync")

    assert (result.returncode, result.stdout) == (1, FOUND)
    assert result.stderr == "1 error; nothing was created\n"


def test_dev_says_where_the_services_are(framework: Command) -> None:
    """Those that serve have an address; those that were not started have a reason."""
    result = framework("dev")

    assert (result.returncode, result.stdout) == (
        0,
        "backend: http://127.0.0.1:8000\nfrontend: not started, npm is not installed\n",
    )
    assert result.stderr == "running on loopback; Ctrl-C stops all\n"


def test_dev_says_why_it_cannot_run(root: Path, framework: Command) -> None:
    """In a sentence."""
    spec(root, "raise")

    result = framework("dev")

    assert (result.returncode, result.stderr) == (1, "error: `backend` is not ready\n")


def test_explain_shows_the_page_of_a_rule(framework: Command) -> None:
    """By code or by name, in any case."""
    page = framework("explain", "DRIFT001").stdout

    assert page.startswith("# DRIFT001 stale-file (error)\n\nA compiled file is not")
    assert framework("explain", "drift001").stdout == page
    assert framework("explain", "stale-file").stdout == page
    [rule] = json.loads(framework("explain", "STALE_FILE", "--format", "json").stdout)
    assert (rule["code"], rule["page"]) == ("DRIFT001", page)


def test_explain_lists_all_rules(framework: Command) -> None:
    """From reading to writing."""
    said = framework("explain").stdout

    assert said.startswith("SPEC001   unreadable-file")
    assert "\nDRIFT005  foreign-file" in said
    listed = json.loads(framework("explain", "--format", "json").stdout)
    assert [rule["code"] for rule in listed] == [line.split()[0] for line in said.splitlines()]


def test_explain_writes_pages(tmp_path: Path, framework: Command) -> None:
    """One for each rule, the same text as is printed; pages of rules that are gone go."""
    folder = tmp_path / "docs/rules"
    folder.mkdir(parents=True)
    (folder / "SPEC999.md").write_text("gone")
    (folder / "mine.md").write_text("stays")

    assert framework("explain", "--write", str(folder)).stdout == ""

    assert (folder / "SPEC001.md").read_text() == framework("explain", "SPEC001").stdout
    assert "(SPEC001.md)" in (folder / "README.md").read_text()
    assert (folder / "mine.md").exists()
    assert not (folder / "SPEC999.md").exists()


def test_explain_knows_what_was_meant(framework: Command) -> None:
    """A code that does not exist is wrong usage."""
    result = framework("explain", "DRIFT1")

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("error: unknown code `DRIFT1`: did you mean `DRIFT0")


@pytest.mark.parametrize("arguments", [("version",), ("--version",)])
def test_the_version_is_shown(framework: Command, arguments: tuple[str, ...]) -> None:
    """Either way of asking works."""
    assert framework(*arguments).stdout.startswith("framework ")
