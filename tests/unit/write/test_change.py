"""What has to be done follows from three facts: what is wanted, was written, and is there."""

from __future__ import annotations

import pytest

from framework.write.change import Action, Output, compare, unowned
from framework.write.errors import WriteError

PATH = "shared/generated/a.txt"
WANTED = Output(PATH, "specs/a.yaml", "new", "text")


@pytest.mark.parametrize(
    ("written", "actual", "action"),
    [
        (None, None, Action.CREATE),
        ("old", None, Action.CREATE),
        ("new", None, Action.CREATE),
        ("old", "old", Action.UPDATE),
        (None, "other", Action.UPDATE),
        ("old", "edited", Action.RESTORE),
        ("new", "edited", Action.RESTORE),
        ("new", "new", None),
        ("old", "new", None),
        (None, "new", None),
    ],
)
def test_what_happens_to_a_wanted_file(
    written: str | None, actual: str | None, action: Action | None
) -> None:
    """An edit is told from a stale file by the digest that was written."""
    changes = list(
        compare(
            [WANTED],
            {PATH: written} if written else {},
            {PATH: actual} if actual else {},
        )
    )

    assert [(change.action, change.path, change.text) for change in changes] == (
        [(action, PATH, "text")] if action else []
    )


@pytest.mark.parametrize(("actual", "deleted"), [("old", True), ("edited", True), (None, False)])
def test_what_happens_to_a_file_that_is_no_longer_wanted(
    actual: str | None, deleted: object
) -> None:
    """The compiler owns it, so it goes, edited or not; what is gone needs nothing."""
    changes = list(compare([], {PATH: "old"}, {PATH: actual} if actual else {}))

    assert [change.action for change in changes] == ([Action.DELETE] if deleted else [])


def test_a_file_of_the_user_is_never_overwritten() -> None:
    """Outside the compiler's folder, a file that the manifest does not know is somebody's work."""
    output = Output("compose.yaml", "services.yml", "new", "text")

    with pytest.raises(WriteError, match=r"`compose.yaml` exists and was not written by"):
        list(compare([output], {}, {"compose.yaml": "theirs"}))

    assert [c.action for c in compare([output], {"compose.yaml": "x"}, {"compose.yaml": "y"})] == [
        Action.RESTORE
    ]


def test_files_that_nobody_wants_are_unowned() -> None:
    """The outputs are the only files that belong to the compiler's folder."""
    assert list(unowned([PATH, "shared/generated/b.txt"], [WANTED])) == ["shared/generated/b.txt"]
