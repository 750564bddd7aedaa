"""Whatever is written and however: the canonical form means the same, and is its own form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framework.layout import format_text, print_spec
from framework.layout.arrange import arrange
from framework.layout.grow import grow
from framework.layout.nodes import Entry, Group
from framework.layout.shapes import FILES
from framework.project import kind_of
from framework.spec import bind
from framework.syntax import read

sys.path.insert(0, str(Path(__file__).parent))  # the module beside this one
sys.path.insert(0, str(Path(__file__).parents[1] / "check"))  # and one of theirs
from random_specs import projects
from scribble import Scribbler

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from framework.layout.nodes import Node

QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck))
NASTY = st.text(
    st.sampled_from("ab 1:#,-[]{}'\"\\\n\t?!|>&*%@é\u200d\u202e\u00a0no.~=`"), max_size=9
)
SCALARS = st.one_of(
    NASTY,
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["null", "yes", "No", "010", "1:30", "2020-01-01", "0x1F", "1e3", "<<", "..."]),
    st.sampled_from(["word " * 30, "a\nb\n", "a\n\n\n", "Role?", "list[User.Read]", "---", "- a"]),
)
FREE = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(NASTY.filter(lambda key: key != "<<"), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def files(draw: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - Hypothesis's own
    """Draw a spec file: its path and its values, with something free in it."""
    path, content = draw(st.sampled_from(sorted(draw(projects()).items())))
    return path, {**content, "x-free": draw(FREE)} if draw(st.booleans()) else content


@QUICK
@given(files(), st.randoms(use_true_random=False))
def test_form_is_found_once(file: tuple[str, dict[str, Any]], random: Random) -> None:
    """What was formatted is left as it is, to the byte."""
    path, content = file
    kind = kind_of(path) or ""
    once = format_text(Scribbler(random).file(content), kind)

    assert format_text(once, kind) == once


@QUICK
@given(files(), st.randoms(use_true_random=False))
def test_meaning_stays(file: tuple[str, dict[str, Any]], random: Random) -> None:
    """The same specs are bound, and the same is wrong with them; names keep their order."""
    path, content = file
    text = Scribbler(random).file(content)

    assert meaning(path, format_text(text, kind_of(path) or "")) == meaning(path, text)


@QUICK
@given(files(), st.randoms(use_true_random=False))
def test_comments_stay_with_what_they_are_about(
    file: tuple[str, dict[str, Any]], random: Random
) -> None:
    """Each comment is there once, and belongs to the same key."""
    path, content = file
    kind = kind_of(path) or ""
    text = Scribbler(random).file(content)

    assert said(format_text(text, kind), kind) == said(text, kind)


@QUICK
@given(files())
def test_values_are_printed_in_that_form(file: tuple[str, dict[str, Any]]) -> None:
    """`print_spec` writes what `fmt` would leave alone, and it reads back as the same values."""
    path, content = file
    kind = kind_of(path) or ""
    text = print_spec(content, kind)

    assert format_text(text, kind) == text
    assert meaning(path, text) == meaning(path, Scribbler(Quiet()).file(content))


class Quiet:
    """Draws nothing that is odd."""

    def randrange(self, _end: int) -> int:
        """Return what is never 0."""
        return 1

    def choice(self, options: list[Any]) -> Any:  # noqa: ANN401 - as Random says it
        """Return the last."""
        return options[-1]

    def randint(self, low: int, _high: int) -> int:
        """Return the least."""
        return low


def meaning(path: str, text: str) -> object:
    """Return what a file declares, without places, and what is wrong with its shape."""
    document = read(path, text.encode()).document
    assert document is not None, text
    bound = bind([document])
    found = sorted((d.code, d.message) for d in bound.diagnostics)
    specs = bound.specs
    families = (
        *(specs.enums, specs.models, specs.unions, specs.errors, specs.events),
        *(specs.resources, specs.services),
    )
    named = [[(name, repr(x.spec)) for name, x in family.items()] for family in families]
    return named, [repr(router.spec) for router in specs.routers], found, specs.broken


def said(text: str, kind: str) -> dict[tuple[str, ...], list[str]]:
    """Return path of a key → its comments; all that stand at the top of a file are one."""
    document = read("text", text.encode()).document
    assert document is not None
    file = grow(document, FILES[kind])
    found: dict[tuple[str, ...], list[str]] = {(): [remark.text for remark in file.head]}
    if file.root:
        for path, comment in owned(arrange(file.root), ()):
            # What is above the first key of a file is the head of the file, whatever is first.
            found.setdefault(path if len(path) > 1 else (), []).append(comment)
    return {path: sorted(comments) for path, comments in found.items()}


def owned(node: Node, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each comment of a tree with the path of what it is about."""
    if not isinstance(node, Group):
        return
    for index, entry in enumerate(node.entries):
        at = (*path, entry.key or str(index))
        yield from ((at, text) for text in texts(entry))
        yield from owned(entry.value, at)
    yield from ((path, remark.text) for remark in node.closing)


def texts(entry: Entry) -> Iterator[str]:
    """Yield the comments of an entry itself."""
    yield from (remark.text for remark in entry.before)
    yield from ([entry.side] if entry.side else [])
    yield from (remark.text for remark in entry.inside)
