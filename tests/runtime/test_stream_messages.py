"""What goes into a stream: ids that are lines, messages that are one line and hold their model."""

from __future__ import annotations

from typing import Annotated

import pytest
from fastapi.exceptions import ResponseValidationError
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, TypeAdapter

from framework.runtime.http.streams import Streamed
from framework.runtime.http.streams.frames import message_frame
from framework.runtime.http.streams.messages import written
from framework.runtime.models import Model


class Note(Model):
    """One with a bound, and an alias."""

    text: Annotated[str, Field(max_length=5, alias="says")]


NOTES = TypeAdapter(Note)


@pytest.mark.parametrize("id_", ["", "a b", "a\nb", "a\rb", "\0", "é", "x" * 129])
def test_an_id_must_come_back_as_it_was_sent(id_: str) -> None:
    """It is a line of the stream, then a header."""
    with pytest.raises(ValueError, match="1 to 128 visible characters"):
        Streamed(Note(text="a"), id=id_)


@given(st.text(st.characters(codec="utf-8"), max_size=5), st.from_regex(r"\A[!-~]{1,128}\Z"))
def test_a_frame_has_the_lines_that_it_should(text: str, id_: str) -> None:
    """Whatever a text holds, a reader of lines sees one of `data`."""
    frame = message_frame(written(NOTES, Note(text=text)), id_)

    first, second, *rest = frame.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert first == f"id: {id_}"
    assert NOTES.validate_json(second.removeprefix("data: ")).text == text
    assert rest == ["", ""]


@pytest.mark.parametrize(
    "message",
    [Note.model_construct(text="too long"), Note.model_construct(text=1), object(), None],
)
def test_what_violates_its_model_is_not_written(message: object) -> None:
    """Even if code built it without validation."""
    with pytest.raises(ResponseValidationError):
        written(NOTES, message)
