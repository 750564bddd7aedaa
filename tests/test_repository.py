"""What is committed: no traces of a machine, documents that are true, commands that exist."""

from __future__ import annotations

import re
import subprocess
import tomllib
from itertools import combinations
from pathlib import Path

import pytest
from jinja2.sandbox import SandboxedEnvironment

from framework.layout import format_specs, format_text
from framework.syntax import spec_paths

ROOT = Path(__file__).resolve().parents[1]
MACHINE = re.compile(
    r"(?<![A-Za-z0-9_.])/(?:tmp|work|farm|root|opt|home|Users)/[A-Za-z0-9_.-]+"
    r"|pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|--(?:extra-)?index-url|--find-links"
)
MAPS = ["README.md", "AGENTS.md", "CHANGELOG.md", "docs/ARCHITECTURE.md"]
GUIDES = [
    "docs/guide.md",
    "docs/formatting.md",
    "docs/spec-language.md",
    "docs/diagnostics.md",
    "docs/rules/README.md",
]
PLACES = re.compile(r"`((?:[\w.-]+/)+[\w.*-]*|[\w-]+\.(?:py|md|yml|toml|lock))`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def tracked() -> list[Path]:
    """Return the text files that are, or are about to be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        text=True,
        capture_output=True,
    )
    files = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in files if path.is_file() and not path.is_symlink()]


def targets() -> dict[str, bool]:
    """Return the targets of the Makefile, and whether `make help` lists each."""
    rule = re.compile(r"^([a-z-]+):[^=].*?(## .+)?$", re.MULTILINE)
    return {m[1]: bool(m[2]) for m in rule.finditer((ROOT / "Makefile").read_text("utf-8"))}


def read(name: str) -> str:
    """Return the text of a document."""
    return (ROOT / name).read_text("utf-8")


def test_no_file_tells_of_a_machine() -> None:
    """No absolute path of somebody's disk and no address of a package index."""
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if MACHINE.search(line) and path.name != Path(__file__).name
    ]
    assert not found


def test_lock_has_hashes_and_no_index() -> None:
    """`pip install --require-hashes` takes it wherever packages come from."""
    lock = read("requirements.lock")

    pinned = re.findall(r"^[a-z0-9][\w.-]*==.*?(?=^[a-z0-9#]|\Z)", lock, re.MULTILINE | re.DOTALL)
    assert len(pinned) > 50
    assert not [entry.split()[0] for entry in pinned if "--hash=sha256:" not in entry]
    assert not re.search(r"https?://|file:", lock)


def test_lock_holds_each_declared_dependency() -> None:
    """A dependency that was added to pyproject.toml is locked, too."""
    project = tomllib.loads(read("pyproject.toml"))
    declared = [
        *project["project"]["dependencies"],
        *(d for extra in project["project"]["optional-dependencies"].values() for d in extra),
        *(d for group in project["dependency-groups"].values() for d in group),
    ]
    lock = read("requirements.lock")
    missing = [d for d in declared if f"\n{re.split(r'[^A-Za-z0-9_.-]', d)[0]}==" not in lock]
    assert not missing


def test_makefile_is_short_to_learn() -> None:
    """At most 13 targets are listed."""
    listed = [name for name, is_listed in targets().items() if is_listed]

    assert len(listed) <= 13
    assert {"setup", "demo", "dev", "generate", "validate-specs", "lint", "check"} <= {*listed}
    assert {"test", "test-slow", "contract", "sync-services", "help"} <= {*listed}


@pytest.mark.parametrize("name", [*MAPS, *GUIDES])
def test_document_leads_somewhere(name: str) -> None:
    """Each `make x` is a target, each link has an end."""
    text = read(name)
    commands = set(re.findall(r"\bmake ([a-z-]+)(?=[`\s]|$)", "\n".join(code(text))))

    assert commands <= targets().keys()
    folder = (ROOT / name).parent
    assert not [link for link in LINK.findall(text) if not (folder / link).exists()]


@pytest.mark.parametrize("name", MAPS)
def test_map_names_what_exists(name: str) -> None:
    """Each path in backticks is there."""
    places = {place for place in PLACES.findall(read(name)) if "<" not in place}

    assert not [p for p in places if not (list(ROOT.glob(p)) or list(ROOT.glob(f"framework/{p}")))]


def code(text: str) -> list[str]:
    """Return what a document shows as code: fenced blocks and words in backticks."""
    return [*re.findall(r"```.*?```", text, re.DOTALL), *re.findall(r"`[^`\n]+`", text)]


def test_documents_are_short() -> None:
    """The map fits on a page or two."""
    assert len(read("AGENTS.md").splitlines()) <= 80
    assert len(read("docs/ARCHITECTURE.md").splitlines()) <= 100


def test_decisions_are_numbered_and_say_why() -> None:
    """`docs/decisions/` has no gap, its index lists all in order, and each has its reasons."""
    decisions = sorted((ROOT / "docs/decisions").glob("0*.md"))

    assert [int(path.name[:4]) for path in decisions] == [*range(1, len(decisions) + 1)]
    assert LINK.findall(read("docs/decisions/README.md")) == [path.name for path in decisions]
    for path in decisions:
        assert "\n## Why\n" in path.read_text("utf-8"), path.name


def test_specs_are_in_canonical_form() -> None:
    """The project that people copy from looks as `framework fmt` writes."""
    files = [*format_specs(ROOT, spec_paths(ROOT))]

    assert len(files) > 5
    assert not [file.path for file in files if not file.is_canonical]


@pytest.mark.parametrize("count", range(4))
def test_template_specs_are_in_canonical_form(count: int) -> None:
    """What the template renders is, too, whichever modules are chosen."""
    environment = SandboxedEnvironment(keep_trailing_newline=True, trim_blocks=True)
    for chosen in combinations(["backend", "notifications", "tg_bot", "frontend"], count + 1):
        for name, kind in (("services.yml", "services"), ("specs/events/users.yaml", "events")):
            template = read(f"templates/project/{name}.jinja")
            text = environment.from_string(template).render(included=chosen)
            assert format_text(text, kind) == text
