"""Nobody gets in without a credential that somebody knows, and whoever does is known inside."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import pytest
from pydantic import SecretStr

from framework.runtime.auth import Caller, Forbidden, Identity, MaybeCaller, Unauthorized, matches
from framework.runtime.clients import CredentialError, open_client
from framework.runtime.controllers import ControllerError
from framework.runtime.settings import ServiceSettings, SettingsExit
from tests.behaviour.conftest import client_of
from tests.behaviour.projects import GOOD, compiled, importing
from tests.behaviour.recorder import Call, recorder
from tests.behaviour.serving import serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    import httpx

pytestmark = pytest.mark.anyio
TOKEN, KEY = "tok-en.of~ann==", "key!of(ann)"
BEARER, MACHINE = {"Authorization": f"Bearer {TOKEN}"}, {"X-Machine-Key": KEY}
NOTE = {"id": 1, "text": "x"}
CALLS: list[Call] = []
SEEN: list[Identity | None] = []
LONG = "a" * 100_000


class Settings(ServiceSettings):
    """Environment of `desk`."""

    gate_url: str = "http://127.0.0.1:9"


class BotSettings(ServiceSettings):
    """Environment of `bot`, which is known to `gate` and `desk`."""

    gate_url: str = "http://gate"
    desk_url: str = "http://desk"
    gate_bearer: SecretStr = SecretStr(TOKEN)
    desk_bearer: SecretStr = SecretStr(TOKEN)
    desk_machine_key: SecretStr = SecretStr(f"{KEY}\n")


class Tokens:
    """The controller of `gate`, which knows one token."""

    async def verify_token(self, *, payload: Any) -> dict[str, object]:  # noqa: ANN401 - generated
        """Tell whose a token is."""
        errors = import_module("shared.generated.errors")
        problems = {
            TOKEN: None,
            "busy": errors.StoreBusy,
            "expired": errors.TokenExpired,
            "crash": RuntimeError,
        }
        problem = problems.get(payload.token, errors.TokenUnknown)
        if problem is not None:
            raise problem
        return {"subject": "ann", "roles": ["author"], "tenant": "acme"}

    async def revoke_token(self) -> None:
        """Note that it was called."""
        CALLS.append(("revoke_token", {}))


class Notes:
    """The controller of `desk`: notes who calls."""

    def __init__(self, caller: MaybeCaller) -> None:
        """Serve `caller`."""
        SEEN.append(caller)

    async def list_notes(self, *, limit: int) -> list[object]:
        """Forbid what only some may do."""
        if limit == 1:
            raise Forbidden("not for you")
        return []

    async def watch_notes(self, *, limit: int, last_event_id: str | None) -> AsyncIterator[object]:
        """Forbid what only some may do, before there is something to see."""
        if limit == 1:
            raise Forbidden
        SEEN.append(Identity(f"watching after {last_event_id}"))
        yield import_module("shared.generated.models.models").NoteRead(**NOTE)

    async def add_note(self, *, payload: object) -> object:
        """Add."""
        CALLS.append(("add_note", {"payload": payload}))
        return NOTE

    async def read_note(self, *, id: int) -> object:  # noqa: A002, ARG002 - the contract's
        """Read."""
        raise import_module("shared.generated.errors").NoteLocked

    async def purge_notes(self) -> None:
        """Purge."""
        CALLS.append(("purge_notes", {}))

    async def about(self) -> object:
        """Refuse, which an operation for everybody cannot."""
        if SEEN[-1] is None:
            return NOTE
        raise Unauthorized


async def verify_key(credential: str) -> Identity:
    """Know one key."""
    if matches(credential, "crash"):
        raise RuntimeError(f"quoted:{credential}")
    if matches(credential, "nobody"):
        return None  # type: ignore[return-value]  # what a careless verifier does
    if matches(credential, "guest"):
        raise Forbidden
    if not matches(credential, KEY):
        raise Unauthorized
    return Identity("machine", scopes=frozenset({"purge"}))


async def verify_token(credential: str) -> Identity:
    """Know the one token, in the service that has the operation."""
    if not matches(credential, TOKEN):
        raise Unauthorized
    return Identity("ann")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Compile and import the golden case `auth`."""
    root = compiled(GOOD / "auth", tmp_path_factory.mktemp("auth"))
    with importing(root):
        yield root


@pytest.fixture(scope="module")
def gate(root: Path) -> Any:  # noqa: ANN401 - a generated application
    """Compose `gate`."""
    del root
    create_app = import_module("shared.generated.services.gate").create_app
    return create_app(ServiceSettings(), tokens=Tokens, verify_bearer=verify_token)


def desk(gate_url: str, notes: type = Notes) -> Any:  # noqa: ANN401 - a generated application
    """Compose `desk`, whose tokens `gate` knows."""
    create_app = import_module("shared.generated.services.desk").create_app
    return create_app(Settings(gate_url=gate_url), notes=notes, verify_machine_key=verify_key)


@pytest.fixture(scope="module")
async def client(gate: Any) -> AsyncIterator[httpx.AsyncClient]:  # noqa: ANN401 - see above
    """Run both, and call `desk`."""
    with serving(gate) as address:
        app = desk(address)
        async with app.router.lifespan_context(app), client_of(app) as client:
            yield client


PROTECTED = [
    ("GET", "/notes?limit=never", "bearer"),
    ("POST", "/notes", "bearer"),
    ("GET", "/notes/0", "bearer"),
    ("DELETE", "/notes", "key"),
    ("GET", "/notes/watch/notes", "bearer"),
]
WRONG: dict[str, dict[str, list[tuple[bytes, bytes]]]] = {
    "bearer": {
        "nothing": [],
        "another scheme": [(b"authorization", b"Basic YTpi")],
        "a key": [(b"x-machine-key", KEY.encode())],
        "the word alone": [(b"authorization", b"Bearer")],
        "an empty token": [(b"authorization", b"Bearer ")],
        "the token alone": [(b"authorization", TOKEN.encode())],
        "wrong": [(b"authorization", b"Bearer wrong")],
        "expired": [(b"authorization", b"Bearer expired")],
        "two words": [(b"authorization", f"Bearer {TOKEN} x".encode())],
        "joined": [(b"authorization", f"Bearer {TOKEN}, Bearer {TOKEN}".encode())],
        "a tab": [(b"authorization", f"Bearer\t{TOKEN}".encode())],
        "a padding inside": [(b"authorization", b"Bearer a=b")],
        "twice": [(b"authorization", f"Bearer {TOKEN}".encode())] * 2,
        "two": [(b"authorization", f"Bearer {each}".encode()) for each in (TOKEN, "wrong")],
        "non-ASCII": [(b"authorization", "Bearer t\u00f6k".encode())],
        "Latin": [(b"authorization", b"Bearer t\xf6k")],
        "NUL": [(b"authorization", b"Bearer \x00")],
        "long": [(b"authorization", f"Bearer {LONG}".encode())],
        "long for the gate": [(b"authorization", f"Bearer {LONG[:300]}".encode())],
    },
    "key": {
        "nothing": [],
        "a token": [(b"authorization", f"Bearer {TOKEN}".encode())],
        "empty": [(b"x-machine-key", b"")],
        "wrong": [(b"x-machine-key", b"wrong")],
        "twice": [(b"x-machine-key", KEY.encode())] * 2,
        "joined": [(b"x-machine-key", f"{KEY}, {KEY}".encode())],
        "two": [(b"x-machine-key", each) for each in (KEY.encode(), b"wrong")],
        "non-ASCII": [(b"x-machine-key", "k\u00f6y".encode())],
        "Latin": [(b"x-machine-key", b"k\xf6y")],
        "NUL": [(b"x-machine-key", b"\x00")],
        "long": [(b"x-machine-key", LONG.encode())],
    },
}
ATTEMPTS = [
    pytest.param(method, path, scheme, headers, id=f"{method} {path}: {name}")
    for method, path, scheme in PROTECTED
    for name, headers in WRONG[scheme].items()
]


@pytest.mark.parametrize(("method", "path", "scheme", "headers"), ATTEMPTS)
async def test_nobody_gets_in_without_a_credential(
    client: httpx.AsyncClient,
    method: str,
    path: str,
    scheme: str,
    headers: list[tuple[bytes, bytes]],
) -> None:
    """401 with a challenge, before parameters are looked at, and never anything else."""
    before = (len(CALLS), len(SEEN))

    answer = await client.request(method, path, headers=headers)

    assert answer.status_code == 401, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == "urn:problem:unauthorized"
    word = "Bearer" if scheme == "bearer" else "ApiKey"
    assert answer.headers["www-authenticate"].startswith(f'{word} realm="desk"')
    assert (len(CALLS), len(SEEN)) == before
    for _, value in headers:
        assert len(value) < 10 or value.decode("latin-1")[7:] not in answer.text


@pytest.mark.parametrize(
    ("headers", "challenge"),
    [
        ({}, 'Bearer realm="desk"'),
        ({"Authorization": "Basic YTpi"}, 'Bearer realm="desk"'),
        ({"Authorization": "Bearer wrong"}, 'Bearer realm="desk", error="invalid_token"'),
        ({"Authorization": "Bearer ?"}, 'Bearer realm="desk", error="invalid_token"'),
    ],
)
async def test_the_challenge_says_what_was_wrong(
    client: httpx.AsyncClient, headers: dict[str, str], challenge: str
) -> None:
    """RFC 6750: a code for a bad token, none where nothing was tried."""
    answer = await client.get("/notes", headers=headers)

    assert answer.headers["www-authenticate"] == challenge


async def test_the_body_of_a_stranger_is_not_read(client: httpx.AsyncClient) -> None:
    """Not one byte of it: who sends endless ones is not even known."""
    read: list[bytes] = []

    async def body() -> AsyncIterator[bytes]:
        read.append(b"x")
        yield b"x" * 10

    answer = await client.post("/notes", content=body())

    assert answer.status_code == 401
    assert not read


async def test_controllers_know_who_calls(client: httpx.AsyncClient) -> None:
    """What the verifying operation said: subject, roles, and the rest as claims."""
    answer = await client.get("/notes", headers={"authorization": f"bEARER   {TOKEN}"})

    assert answer.status_code == 200, answer.text
    assert SEEN[-1] == Identity("ann", roles=frozenset({"author"}), claims={"tenant": "acme"})
    assert "acme" not in repr(SEEN[-1])


async def test_a_service_verifies_what_it_knows_itself(client: httpx.AsyncClient) -> None:
    """A scheme without `verify`, by the function that was passed."""
    answer = await client.delete("/notes", headers=MACHINE)

    assert answer.status_code == 204, answer.text
    assert SEEN[-1] == Identity("machine", scopes=frozenset({"purge"}))


async def test_parameters_and_bodies_are_checked_once_one_is_in(client: httpx.AsyncClient) -> None:
    """Being known opens the door to the contract, not past it."""
    query = await client.get("/notes?limit=never", headers=BEARER)
    body = await client.post("/notes", headers=BEARER, json={"text": 1})
    good = await client.post("/notes", headers=BEARER, json={"text": "x"})

    assert [answer.status_code for answer in (query, body, good)] == [422, 422, 201]


async def test_whoever_may_not_is_told_so(client: httpx.AsyncClient) -> None:
    """By a controller, by a verifier, or as a problem that the operation lists."""
    controller = await client.get("/notes?limit=1", headers=BEARER)
    verifier = await client.delete("/notes", headers={"X-Machine-Key": "guest"})
    stream = await client.get("/notes/watch/notes?limit=1", headers=BEARER)
    listed = await client.get("/notes/1", headers=BEARER)

    answers = (controller, verifier, stream, listed)
    types = [answer.json()["type"] for answer in answers]
    assert [each.status_code for each in answers] == [403] * 4
    assert types == [*["urn:problem:forbidden"] * 3, "urn:problem:note_locked"]
    expected = 'Bearer realm="desk", error="insufficient_scope"'
    assert controller.headers["www-authenticate"] == expected
    assert stream.headers["www-authenticate"] == expected
    assert verifier.headers["www-authenticate"].startswith("ApiKey")


async def test_a_stream_is_for_who_is_known(client: httpx.AsyncClient) -> None:
    """The check is before the first message, which then arrives."""
    answer = await client.get("/notes/watch/notes", headers=BEARER)

    assert answer.status_code == 200, answer.text
    assert "data: " in answer.text


@pytest.mark.parametrize("headers", [{}, BEARER, {"Authorization": "?"}])
async def test_what_is_open_is_open(client: httpx.AsyncClient, headers: dict[str, str]) -> None:
    """`auth: none` overrides the router; credentials are not looked at."""
    answer = await client.get("/notes/about/notes", headers=headers)

    assert answer.status_code == 200
    assert SEEN[-1] is None


@pytest.mark.parametrize("key", ["crash", "nobody"])
async def test_a_verifier_that_fails_lets_nobody_in(client: httpx.AsyncClient, key: str) -> None:
    """Neither by raising nor by returning nothing."""
    answer = await client.delete("/notes", headers={"X-Machine-Key": key})

    assert answer.status_code == 500
    assert answer.json()["type"] == "urn:problem:internal_error"


@pytest.mark.parametrize("token", ["busy", "crash"])
async def test_a_gate_that_fails_is_not_the_callers_fault(
    client: httpx.AsyncClient, token: str
) -> None:
    """What is no refusal of the contract is 503: try again."""
    answer = await client.get("/notes", headers={"Authorization": f"Bearer {token}"})

    assert answer.status_code == 503
    assert answer.json()["type"] == "urn:problem:service_unavailable"
    assert int(answer.headers["retry-after"]) > 0


async def test_a_gate_that_is_away_is_not_the_callers_fault(root: Path) -> None:
    """Nothing listens there."""
    del root
    async with client_of(desk("http://127.0.0.1:9")) as client:
        answer = await client.get("/notes", headers=BEARER)

    assert answer.status_code == 503
    assert "retry-after" in answer.headers


async def test_the_gate_knows_its_tokens_itself(gate: Any) -> None:  # noqa: ANN401 - see above
    """The service with the verifying operation does not call itself."""
    async with client_of(gate) as client:
        wrong = await client.delete("/v1/tokens", headers={"Authorization": "Bearer wrong"})
        right = await client.delete("/v1/tokens", headers=BEARER)
        asked = await client.post("/v1/tokens/verify", json={"accessToken": "wrong"})

    assert [each.status_code for each in (wrong, right, asked)] == [401, 204, 404]


async def test_logs_know_who_called_and_not_by_what(
    client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    """The subject stands in the lines of its request and of no other; no credential ever does."""
    await client.get("/notes", headers=BEARER)
    await client.get("/notes/about/notes", headers=BEARER)
    await client.get("/notes", headers={"Authorization": "Bearer wr0ng-token"})
    await client.delete("/notes", headers={"X-Machine-Key": "crash"})

    lines = [cast("dict[str, object]", record.msg) for record in caplog.records]
    assert [line.get("subject") for line in lines if str(line.get("path")) == "/notes"] == [
        "ann",
        None,
        None,
    ]
    assert "ann" not in str([line for line in lines if line.get("path") != "/notes"])
    secrets = (TOKEN, KEY, "wr0ng-token", "quoted:crash")
    assert not [secret for secret in secrets if secret in caplog.text]


async def test_a_controller_that_needs_a_caller_is_not_for_everybody(root: Path) -> None:
    """The log says what to do; the answer is 500, not a guess."""
    del root

    class Strict(Notes):
        def __init__(self, caller: Caller) -> None:
            super().__init__(caller)

    async with client_of(desk("http://127.0.0.1:9", Strict)) as client:
        answer = await client.get("/notes/about/notes")

    assert answer.status_code == 500


def test_a_forgotten_verifier_is_told_at_start_up(root: Path) -> None:
    """Like a forgotten controller, with what to pass; so is one that cannot be called."""
    del root
    create_app = import_module("shared.generated.services.desk").create_app

    with pytest.raises(ControllerError, match="`desk` lacks `verify_machine_key`"):
        create_app(Settings(), notes=Notes)
    with pytest.raises(ControllerError, match="is not asynchronous"):
        create_app(Settings(), notes=Notes, verify_machine_key=lambda credential: credential)
    with pytest.raises(ControllerError, match="takes something else"):
        create_app(Settings(), notes=Notes, verify_machine_key=Notes.list_notes)


def test_an_address_that_is_none_is_told_at_start_up(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence, as of every setting."""
    del root

    with pytest.raises(SettingsExit):
        desk("gate:8000")
    assert "`GATE_URL`" in capsys.readouterr().err


async def test_a_project_without_schemes_for_a_service_is_open(root: Path) -> None:
    """`open-desk` says `none`, and asks for nothing at start-up."""
    del root
    protocol = import_module("shared.generated.controllers.open_desk").PagesController
    create_app = import_module("shared.generated.services.open_desk").create_app
    app = create_app(BotSettings(), pages=recorder(protocol, []))
    async with client_of(app) as client:
        answer = await client.get("/")

    assert answer.status_code == 204


async def test_a_service_shows_who_it_is_to_those_it_asks(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what its settings hold for each scheme of the operations that it consumes."""
    connect = partial(open_client, transport=client._transport)  # noqa: SLF001 - the same `desk`
    bot = import_module("shared.generated.services.bot")
    monkeypatch.setattr(bot, "open_client", connect)

    async with bot.open_desk_client(BotSettings()) as desk:
        notes = await desk.list_notes(limit=2)
        await desk.purge_notes()

    assert notes == []
    assert [each and each.subject for each in SEEN[-2:]] == ["ann", "machine"]


@pytest.mark.parametrize("secret", ["", "two words", "t\u00f6ken", "a\nb: c"])
def test_a_credential_that_no_header_holds_is_told_at_start_up(
    root: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which variable, and never its value."""
    del root
    bot = import_module("shared.generated.services.bot")

    with pytest.raises(SettingsExit):
        bot.open_gate_client(BotSettings(gate_bearer=SecretStr(secret)))
    said = capsys.readouterr().err
    assert "`GATE_BEARER`" in said
    assert not secret or secret not in said


def test_a_credential_that_no_setting_holds_is_told_at_start_up(root: Path) -> None:
    """With the field to add."""
    del root
    bot = import_module("shared.generated.services.bot")

    with pytest.raises(CredentialError, match="add `gate_bearer: SecretStr` to the settings"):
        bot.open_gate_client(Settings())
