"""What `copier copy` makes: complete for each choice of modules, and nothing of the others."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.copier.conftest import ROOT, files, git, render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.copier.conftest import Answer

pytestmark = pytest.mark.slow

OTHERS = ("tg_bot", "notifications", "frontend")
ALL = ("backend", *OTHERS)
CHOICES = [("backend",), *(c for size in (1, 2, 3) for c in combinations(OTHERS, size))]
FENCE = re.compile(r"^ *# -- module: \w+ --\n", re.MULTILINE)


def shipped(names: tuple[str, ...]) -> dict[str, bytes]:
    """Return the tracked files of this repository below folders, by path."""
    listed = git(ROOT, "ls-files", "-co", "--exclude-standard", *names).splitlines()
    return {name: (ROOT / name).read_bytes() for name in listed if (ROOT / name).is_file()}


@pytest.mark.parametrize("modules", CHOICES, ids="+".join)
def test_choice_renders_its_modules_and_no_word_of_the_others(
    rendered: Callable[..., Path], modules: tuple[str, ...]
) -> None:
    """The backend comes along; absent modules leave their fences and nothing else."""
    project = rendered(modules=",".join(modules))
    included = {"backend", *modules}

    declared = yaml.safe_load((project / "services.yml").read_text())["services"]
    assert {service["name"] for service in declared} == included
    assert {path.name for path in (project / "services").iterdir()} == included
    absent = re.compile("|".join(sorted(set(ALL) - included)) or r"(?!)")
    for name, content in files(project).items():
        if name == "scripts/demo.py":  # shows whichever of the modules are there
            continue
        found = absent.search(FENCE.sub("", content.decode())) or absent.search(name)
        assert not found, f"{name} names {found and found[0]}"


@pytest.mark.parametrize("modules", CHOICES, ids="+".join)
def test_no_trace_of_rendering_is_left(
    rendered: Callable[..., Path], modules: tuple[str, ...]
) -> None:
    """No link, no template suffix, no expression but GitHub's."""
    project = rendered(modules=",".join(modules))

    assert not [path for path in project.rglob("*") if path.is_symlink()]
    for name, content in files(project).items():
        assert not name.endswith(".jinja")
        assert "{{" not in name
        assert not re.search(r"\{%|(?<!\$)\{\{(?! *braces)", content.decode()), name


def test_all_modules_make_the_reference_project(rendered: Callable[..., Path]) -> None:
    """What is tested in this repository is what is shipped, byte for byte."""
    project = rendered(modules=",".join(ALL))

    ours = shipped(("services.yml", "specs", "services", "scripts", "tests/contract"))
    made = {name: content for name, content in files(project).items() if name in ours}
    assert made == ours
    assert {n for n in files(project) if n.startswith(("specs/", "services/"))} <= ours.keys()


def test_only_the_name_is_needed(rendered: Callable[..., Path]) -> None:
    """Every other question has an answer of its own, and they are recorded."""
    answers = yaml.safe_load((rendered() / ".copier-answers.yml").read_text())

    assert answers["project_slug"] == "my-shop"
    assert answers["modules"] == "backend, notifications"
    assert answers["installed_modules"] == ["backend", "notifications"]


@pytest.mark.parametrize(
    "modules",
    [
        "tg_bot",
        "[tg_bot]",
        "backend,tg_bot",
        "['backend', tg_bot]",
        ["tg_bot"],
        ["tg_bot", "backend"],
    ],
)
def test_modules_are_read_as_words_or_as_a_list(
    rendered: Callable[..., Path], modules: str | list[str]
) -> None:
    """Commas, YAML lists and quotes mean the same, on the command line and in a file of answers."""
    project = rendered(modules=modules)

    assert {path.name for path in (project / "services").iterdir()} == {"backend", "tg_bot"}
    assert "\nmodules: backend, tg_bot\n" in (project / ".copier-answers.yml").read_text()


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"project_name": " "}, "Give the project a name"),
        ({"project_slug": "9 lives"}, "start with a letter"),
        ({"project_name": "!!!"}, "Use 3 to 40 of a-z"),
        ({"description": "two\nlines"}, "Keep it on one line"),
        ({"modules": []}, "Choose at least one module"),
        ({"modules": ""}, "Choose at least one module among backend"),
        ({"modules": "backend,shop"}, "There is no module shop: choose among backend"),
        ({"python_version": "2.7"}, "Invalid choice"),
        ({"framework_ref": "latest"}, "Write a version specifier"),
    ],
)
def test_wrong_answer_is_refused_with_a_sentence(
    template: Path, tmp_path: Path, answers: dict[str, Answer], sentence: str
) -> None:
    """It says what to do, and nothing is written."""
    with pytest.raises(ValueError, match=sentence):
        render(str(template), tmp_path / "shop", **{"project_name": "My Shop", **answers})
    assert not (tmp_path / "shop").exists()


def test_odd_names_stay_text(rendered: Callable[..., Path]) -> None:
    """Quotes, backslashes and braces in an answer end no string of a file."""
    odd = "A \"shop\" \\ of {braces} and 'more' # not a comment"
    project = rendered(project_name=odd, project_slug="shop", description=odd)

    assert tomllib.loads((project / "pyproject.toml").read_text())["project"]["description"] == odd
    recorded = yaml.safe_load((project / ".copier-answers.yml").read_text())
    assert recorded["project_name"] == recorded["description"] == odd


def test_template_asks_for_no_trust() -> None:
    """Tasks, migrations and extensions would make each copy and update ask for it."""
    settings = yaml.safe_load((ROOT / "copier.yml").read_text())

    assert not {"_tasks", "_migrations", "_jinja_extensions"} & settings.keys()


def test_local_template_is_the_framework_too(rendered: Callable[..., Path], template: Path) -> None:
    """A template in a directory is depended on by its path."""
    text = (rendered() / "pyproject.toml").read_text()

    assert f'  "specwright @ file://{template}",\n' in text
    assert f'  "specwright[codegen] @ file://{template}",\n' in text


def test_remote_template_is_pinned_to_its_commit(template: Path, tmp_path: Path) -> None:
    """A template from git brings the framework of the same commit."""
    project = render(f"git+file://{template}", tmp_path / "shop", project_name="My Shop")

    head = git(template, "rev-parse", "HEAD").strip()
    text = (project / "pyproject.toml").read_text()
    assert f'  "specwright @ git+file://{template}@{head}",\n' in text


def test_index_pin_wins(rendered: Callable[..., Path]) -> None:
    """`framework_ref` takes the framework from the index, and is remembered."""
    project = rendered(framework_ref="==0.1.0")

    assert '  "specwright==0.1.0",\n' in (project / "pyproject.toml").read_text()
    assert "framework_ref: ==0.1.0\n" in (project / ".copier-answers.yml").read_text()


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_modules_are_clean_for_each_python(rendered: Callable[..., Path], python: str) -> None:
    """The project's own ruff settings find nothing, whatever Python was chosen."""
    project = rendered(modules=",".join(ALL), python_version=python)

    for command in (["check"], ["format", "--check"]):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--no-cache", "."],
            cwd=project,
            check=False,
            text=True,
            capture_output=True,
        )
        assert done.returncode == 0, done.stdout


def test_documents_name_existing_targets(rendered: Callable[..., Path]) -> None:
    """Each `make x` of README and AGENTS.md is a target, and the message after a copy, too."""
    project = rendered()
    targets = set(re.findall(r"^([a-z-]+):", (project / "Makefile").read_text(), re.MULTILINE))

    for name in ("README.md", "AGENTS.md"):
        said = set(re.findall(r"\bmake ([a-z-]+)", (project / name).read_text()))
        assert said
        assert said <= targets


def test_payload_is_text_that_git_keeps(template: Path) -> None:
    """An ignored file would be overwritten on update, a binary one reverted in silence."""
    payload = git(template, "ls-files", "templates", "services", "specs", "scripts").splitlines()

    ignored = subprocess.run(
        ["git", "check-ignore", "--no-index", *payload],
        cwd=template,
        check=False,
        text=True,
        capture_output=True,
    )
    assert ignored.stdout == ""
    for name in payload:
        if (template / name).is_file():
            (template / name).read_text(encoding="utf-8")
