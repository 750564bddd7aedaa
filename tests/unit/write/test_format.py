"""Python is formatted by one ruff, in the same way wherever the project lies."""

from __future__ import annotations

import sys
import sysconfig
from typing import TYPE_CHECKING

import pytest

from framework.write import format as formatting
from framework.write.errors import WriteError, WriterFaultError
from framework.write.format import find_ruff, format_python, formatter

if TYPE_CHECKING:
    from pathlib import Path


def test_all_texts_are_formatted_under_their_paths() -> None:
    """Even in folders that ruff leaves out of its own accord, and in stubs."""
    texts = {"shared/generated/routers/build/a.py": "x = {'a':1}", "venv/b.pyi": "y:int=1"}

    assert format_python(find_ruff(), texts) == {
        "shared/generated/routers/build/a.py": 'x = {"a": 1}\n',
        "venv/b.pyi": "y: int = 1\n",
    }


def test_lines_may_have_100_characters() -> None:
    """The width is the framework's, not the user's."""
    line = "x = call(" + "a" * 43 + ", " + "b" * 45 + ")"
    assert len(line) == 100

    assert format_python(find_ruff(), {"a.py": line})["a.py"] == line + "\n"


def test_the_environment_of_the_user_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a configuration nor an ignore file around the temporary folder is looked at."""
    (tmp_path / ".gitignore").write_text("*.py\n")
    (tmp_path / ".git").mkdir()
    (tmp_path / "ruff.toml").write_text('line-length = 10\n[format]\nquote-style = "single"\n')
    monkeypatch.setattr(formatting.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("RUFF_OUTPUT_FORMAT", "of another version")

    assert format_python(find_ruff(), {"a.py": "x = 'a', 'bcdefg'"}) == {
        "a.py": 'x = "a", "bcdefg"\n'
    }


def test_nothing_to_format_starts_no_process() -> None:
    """A run without Python changes needs no ruff."""
    assert format_python("/nowhere/ruff", {}) == {}


def test_a_full_temporary_folder_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the variable that chooses another one."""
    monkeypatch.setattr(formatting.tempfile, "tempdir", "/dev/null")

    with pytest.raises(WriteError, match=r"^cannot use `TMPDIR`: not a directory$"):
        format_python(find_ruff(), {"a.py": "x = 1"})


def test_an_artefact_that_is_no_python_is_named() -> None:
    """It is the compiler's fault; the others are not accused."""
    texts = {"shared/generated/good.py": "x = 1", "shared/generated/bad.py": "x = ("}

    with pytest.raises(WriterFaultError, match=r"bad.py` cannot be formatted: .*parse") as caught:
        format_python(find_ruff(), texts)

    assert "good.py" not in str(caught.value)


def test_the_formatter_is_known_by_its_version() -> None:
    """Another version may print differently."""
    assert formatter(find_ruff()).startswith("ruff 0.")


def test_a_missing_ruff_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to install."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setattr(sysconfig, "get_path", lambda _name: str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(WriteError, match=r"^ruff is not installed: install the `codegen` extra"):
        find_ruff()
