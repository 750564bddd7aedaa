"""A plan makes the project match its artefacts, and formats only what it has to."""

from __future__ import annotations

import os
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from framework.emit.artefact import Artefact
from framework.write import finish
from framework.write.change import Action
from framework.write.errors import WriteError, WriterFaultError
from framework.write.plan import Plan, plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Planner = Callable[[Mapping[str, str]], Plan]
    Reader = Callable[[], dict[str, str]]

ZONE = "shared/generated"
TEXTS = {
    f"{ZONE}/models/users.py": "x = {'a':1}\n",
    f"{ZONE}/openapi/backend.json": '{"a":1}\n',
    f"{ZONE}/errors.py": "y=2\n",
}


def edit(root: Path) -> None:
    """Change a compiled file by hand."""
    (root / ZONE / "errors.py").write_text("y = 3\n")


def remove(root: Path) -> None:
    """Delete a compiled file by hand."""
    (root / ZONE / "errors.py").unlink()


def link(root: Path) -> None:
    """Put a link to an equal file in the place of a compiled one."""
    target = root / ZONE / "errors.py"
    target.rename(root / "elsewhere.py")
    target.symlink_to(root / "elsewhere.py")


def leave_temporary(root: Path) -> None:
    """Leave what a killed run leaves behind."""
    (root / ZONE / "models" / ".users.py.00000000.framework-tmp").write_text("x")


def lose_manifest(root: Path) -> None:
    """Delete the manifest alone."""
    (root / ZONE / "manifest.json").unlink()


@pytest.mark.parametrize(
    ("happens", "expected"),
    [
        (edit, [("restore", "errors.py")]),
        (remove, [("create", "errors.py")]),
        (link, [("restore", "errors.py")]),
        (leave_temporary, [("delete", "models/.users.py.00000000.framework-tmp")]),
        (lose_manifest, [("create", "manifest.json")]),
    ],
)
def test_applying_a_plan_ends_what_happened_on_disk(
    tmp_path: Path,
    generated: Planner,
    planned: Planner,
    content: Reader,
    happens: Callable[[Path], None],
    expected: list[tuple[str, str]],
) -> None:
    """Whatever was done to the files, the next run undoes it, and the one after does nothing."""
    generated(TEXTS)
    before = {path: text for path, text in content().items() if path.startswith("shared")}
    happens(tmp_path)

    made = generated(TEXTS)

    assert [(c.action, c.path.removeprefix(f"{ZONE}/")) for c in made.changes] == expected
    assert {p: t for p, t in content().items() if p.startswith("shared")} == before
    assert planned(TEXTS).changes == ()


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (TEXTS, []),
        (
            TEXTS | {f"{ZONE}/errors.py": "y = 4\n"},
            [("update", "errors.py"), ("update", "manifest.json")],
        ),
        (
            TEXTS | {f"{ZONE}/new.py": ""},
            [("create", "new.py"), ("update", "manifest.json")],
        ),
        (
            {f"{ZONE}/errors.py": "y=2\n"},
            [
                ("delete", "models/users.py"),
                ("delete", "openapi/backend.json"),
                ("update", "manifest.json"),
            ],
        ),
        (TEXTS | {f"{ZONE}/errors.py": "y =  2\n"}, [("update", "manifest.json")]),
    ],
    ids=["nothing", "changed", "added", "removed", "differently printed, equally formatted"],
)
def test_applying_a_plan_follows_the_artefacts(
    generated: Planner,
    planned: Planner,
    texts: Mapping[str, str],
    expected: list[tuple[str, str]],
) -> None:
    """Only what differs is touched; the manifest comes last."""
    generated(TEXTS)

    made = generated(texts)

    assert [(c.action, c.path.removeprefix(f"{ZONE}/")) for c in made.changes] == expected
    assert planned(texts) == Plan((), (), len(texts))


def test_python_is_formatted_and_everything_else_is_as_printed(
    generated: Planner, content: Reader
) -> None:
    """The emitters need not care about layout."""
    generated(TEXTS)

    files = content()
    assert files[f"{ZONE}/models/users.py"] == 'x = {"a": 1}\n'
    assert files[f"{ZONE}/openapi/backend.json"] == '{"a":1}\n'


def test_what_was_formatted_before_is_not_formatted_again(
    generated: Planner, distrusting: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One edit formats one file; a check, which believes no manifest, formats all."""
    generated(TEXTS)
    asked: list[list[str]] = []
    original = finish.format_python

    def recording(ruff: str, texts: Mapping[str, str]) -> dict[str, str]:
        asked.append(sorted(texts))
        return original(ruff, texts)

    monkeypatch.setattr(finish, "format_python", recording)

    generated(TEXTS)
    changed = TEXTS | {f"{ZONE}/errors.py": "y=5\n"}
    generated(changed)
    distrusting(changed)

    assert asked == [[], [f"{ZONE}/errors.py"], [f"{ZONE}/errors.py", f"{ZONE}/models/users.py"]]


def test_another_formatter_formats_everything_again(
    generated: Planner, planned: Planner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts are reused only from the very version that made them."""
    generated(TEXTS)
    monkeypatch.setattr(finish, "formatter", lambda _ruff: "ruff 99")
    monkeypatch.setattr(
        finish, "format_python", lambda _ruff, texts: dict.fromkeys(texts, "# new\n")
    )

    assert [change.path for change in planned(TEXTS).changes] == [
        f"{ZONE}/errors.py",
        f"{ZONE}/models/users.py",
        f"{ZONE}/manifest.json",
    ]


def test_a_check_sees_an_edit_that_was_hidden_in_the_manifest(
    tmp_path: Path, generated: Planner, distrusting: Planner
) -> None:
    """Whoever edits a file and its digest is still found out."""
    generated(TEXTS)
    manifest = tmp_path / ZONE / "manifest.json"
    honest = finish.digest((tmp_path / ZONE / "errors.py").read_bytes())
    edit(tmp_path)
    forged = finish.digest((tmp_path / ZONE / "errors.py").read_bytes())
    manifest.write_text(manifest.read_text().replace(honest, forged))

    made = distrusting(TEXTS)

    assert (Action.UPDATE, f"{ZONE}/errors.py") in [(c.action, c.path) for c in made.changes]


def test_foreign_files_are_named_and_left_alone(
    tmp_path: Path, generated: Planner, content: Reader
) -> None:
    """Somebody's work is never deleted; byte code is nobody's."""
    (tmp_path / ZONE / "__pycache__").mkdir(parents=True)
    (tmp_path / ZONE / "__pycache__" / "x.pyc").write_text("")
    (tmp_path / ZONE / "mine.py").write_text("z = 1\n")

    made = generated(TEXTS)

    assert made.foreign == (f"{ZONE}/mine.py",)
    assert content()[f"{ZONE}/mine.py"] == "z = 1\n"


def test_untouched_files_keep_their_time(tmp_path: Path, generated: Planner) -> None:
    """A run that changes one file wakes no watcher of the others."""
    generated(TEXTS)
    kept = tmp_path / ZONE / "models" / "users.py"
    os.utime(kept, (1, 1))

    generated(TEXTS | {f"{ZONE}/errors.py": "y = 6\n"})

    assert kept.stat().st_mtime == 1


def test_the_order_of_artefacts_does_not_matter(
    tmp_path: Path, generated: Planner, content: Reader
) -> None:
    """The same artefacts give the same bytes, in whatever order and folder."""
    generated(TEXTS)
    first = content()
    for path in first:
        (tmp_path / path).unlink()

    generated(dict(reversed(TEXTS.items())))

    assert content() == first
    assert str(tmp_path) not in "".join(first.values())


@pytest.mark.parametrize(
    "path",
    [
        "../out.py",
        "/etc/out.py",
        "shared/../../out",
        "a\\b",
        "c:/x",
        ".",
        "shared/generated/manifest.json",
    ],
)
def test_an_artefact_cannot_leave_the_project(tmp_path: Path, path: str) -> None:
    """Such a path is the compiler's own fault and is named with its origin."""
    with pytest.raises(WriterFaultError, match=r"\(from specs/a.yaml\) may not be written there"):
        plan([Artefact(PurePosixPath(path), "", "specs/a.yaml")], tmp_path)


def test_two_artefacts_cannot_share_a_path(tmp_path: Path) -> None:
    """Neither silently wins."""
    twice = [Artefact(PurePosixPath("a.txt"), "", origin) for origin in ("x.yaml", "y.yaml")]

    with pytest.raises(WriterFaultError, match=r"`a.txt` comes from x.yaml and from y.yaml"):
        plan(twice, tmp_path)


def test_a_damaged_manifest_is_a_sentence(tmp_path: Path, planned: Planner) -> None:
    """Conflict markers of a merge are the usual cause."""
    (tmp_path / ZONE).mkdir(parents=True)
    (tmp_path / ZONE / "manifest.json").write_text("<<<<<<< ours\n")

    with pytest.raises(WriteError, match=r"manifest.json` is damaged: restore it"):
        planned(TEXTS)
