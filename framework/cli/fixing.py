"""Fix the specs and say what was fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.cli.difference import difference
from framework.cli.report import counted
from framework.cli.terminal import say, show
from framework.fixes import mend
from framework.write.rewrite import Rewriting, rewrite

if TYPE_CHECKING:
    from pathlib import Path

    from framework.cli.options import Style
    from framework.pipeline import Compilation


def fix(root: Path, style: Style, *, only_show: bool) -> tuple[Compilation, bool]:
    """Apply all fixes, or show what they would change; return what is left, and if any is due.

    The difference is shown instead of being made, and only where findings are shown as text:
    the other formats are for programs, which read the edits of each finding.
    """
    mended = mend(root)
    changes = [Rewriting(path, before, after) for path, (before, after) in mended.files.items()]
    if only_show:
        for change in changes if style.format == "text" else ():
            show(difference(change.path, change.before, change.after))
    else:
        rewrite(changes, root)
    would = "would fix" if only_show else "fixed"
    for found in mended.fixed:
        say(f"{would} {found.span}: {found.fix.title if found.fix else ''} [{found.code}]")
    say(f"{would} {counted(len(mended.fixed), 'finding')} in {counted(len(changes), 'file')}")
    return mended.left, only_show and bool(changes)
