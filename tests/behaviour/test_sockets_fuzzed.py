"""WebSockets take what their AsyncAPI document allows, and nothing that it forbids."""

from __future__ import annotations

import json
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.behaviour.projects import composed, importing
from tests.behaviour.sockets import hosted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUIET = [HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Serve the talk show; give where, and its document."""
    root = composed("sockets", "talk", tmp_path_factory.mktemp("talk"))
    with importing(root):
        made = import_module("services.talk_show.settings").Settings(log_level="error")
        with hosted(import_module("services.talk_show.main").create(made)) as address:
            yield address, root / "shared/generated/asyncapi/talk_show.json"


def strategy(document: dict[str, Any], channel: str, mode: GenerationMode) -> Any:  # noqa: ANN401 - of hypothesis
    """Return what generates messages that `channel` receives, or that it must not take."""
    body = {"application/json": document["channels"][channel]["messages"]["receive"]}
    body["application/json"] = {"schema": body["application/json"]["payload"]}
    operation = {
        "requestBody": {"required": True, "content": body},
        "responses": {"200": {"description": "a reply"}},
    }
    wrapped = {
        "openapi": "3.1.0",
        "info": {"title": channel, "version": "1"},
        "paths": {"/": {"post": operation}},
        "components": {"schemas": document["components"]["schemas"]},
    }
    schema = schemathesis.openapi.from_dict(wrapped)
    return schema["/"]["POST"].as_strategy(generation_mode=mode)


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # schemathesis and what it imports warn of themselves
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize(
    ("channel", "path"),
    [("talk-show.v1.talk", "/v1/rooms/1?name=ada"), ("talk-show.vote", "/votes")],
)
def test_the_document_is_what_is_taken(
    hall: tuple[str, Path], channel: str, path: str, mode: GenerationMode
) -> None:
    """What it allows is answered, what it forbids is a problem and 1008; nothing is 1011."""
    address, file = hall
    document = json.loads(file.read_text("utf-8"))
    ticket = {"Authorization": "Bearer ticket"}

    @settings(max_examples=150, deadline=None, suppress_health_check=QUIET)
    @given(strategy(document, channel, mode))
    def converse(case: Any) -> None:  # noqa: ANN401 - a case of schemathesis
        if not isinstance(case.body, (dict, list, str, int, float, bool, type(None))):
            return  # that there is no body at all: a frame always is one
        frames: list[dict[str, Any]] = []
        with connect(f"ws://{address}{path}", additional_headers=ticket) as client:
            client.send(json.dumps(case.body))
            with suppress(ConnectionClosed):
                frames.append(json.loads(client.recv(5)))
                if mode is GenerationMode.NEGATIVE:
                    client.recv(5)
        if mode is GenerationMode.NEGATIVE:
            assert [frame["status"] for frame in frames] == [422], case.body
            assert client.protocol.close_code == 1008
        else:
            assert not [frame for frame in frames if "status" in frame], case.body

    converse()
