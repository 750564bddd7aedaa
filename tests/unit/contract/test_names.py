"""Names that are derived from names."""

from __future__ import annotations

from keyword import iskeyword

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from framework.contract import names

SNAKE = st.from_regex(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", fullmatch=True)
SERVICE = st.from_regex(r"[a-z][a-z0-9_-]*", fullmatch=True)
VALUES = st.lists(st.text(min_size=1), unique=True, min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("email_taken", "EmailTaken"),
        ("tg-bot", "TgBot"),
        ("tg_bot", "TgBot"),
        ("a1_b2", "A1B2"),
        ("users", "Users"),
        ("urlMap", "UrlMap"),
    ],
)
def test_pascal(name: str, expected: str) -> None:
    """Words begin with a capital; what is inside a word stays."""
    assert names.pascal(name) == expected


@given(SNAKE | SERVICE)
def test_classes_are_identifiers(name: str) -> None:
    """Whatever a service, a router or an error is called."""
    for made in (names.pascal(name), names.protocol(name), names.publisher(name)):
        assert made.isidentifier()
        assert made[0].isupper()
    assert names.package(name).isidentifier()
    assert names.constant(name).isidentifier()


@given(SNAKE)
def test_headers_are_tokens(name: str) -> None:
    """`X-` and words, as HTTP writes them."""
    assert names.header(name).startswith("X-")
    assert names.header(name).replace("-", "").isalnum()
    assert names.header(name).lower() == f"x-{name.replace('_', '-')}"


@given(VALUES)
@example(["a", "A", "a_2", "A_2", "a-2"])
@example(["2", "02", "VALUE_2", "%", "$", "value"])
@example(["é", "ü", "_", "__", " "])
@example(["none", "None", "class", "mro", "name", "value"])
def test_members_are_distinct_identifiers(values: list[str]) -> None:
    """One constant for each value, in order, that an enum can have."""
    members = names.members(values)

    assert len(members) == len(values)
    assert len(set(members)) == len(values)
    for member in members:
        assert member.isidentifier()
        assert member.isupper() or member.strip("_0123456789") == "VALUE"
        assert not iskeyword(member)
        assert not member.startswith("_")


def test_members_do_not_depend_on_later_values() -> None:
    """A value that is added at the end renames none of those before it."""
    values = ["a", "A", "1", "%", "a b"]

    assert names.members([*values, "A_2", "value"])[: len(values)] == names.members(values)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (names.model_class("User", "Create"), "UserCreate"),
        (names.model_class("User", ""), "User"),
        (names.component("User", "Read"), "User"),
        (names.component("User", "Create"), "UserCreate"),
        (names.component("User", ""), "User"),
        (names.reference("User", "created_at"), "UserCreatedAt"),
        (names.sentence("create_user"), "Create user."),
        (names.factory("users"), "create_users_router"),
        (names.controllers("tg-bot"), "TgBotControllers"),
    ],
)
def test_derived_names(made: str, expected: str) -> None:
    """The conventions that people rely on."""
    assert made == expected
