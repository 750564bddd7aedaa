"""Files over a real socket: what is taken, what is refused and when, and what is left behind."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from framework.runtime.http.multipart import safe_filename
from framework.runtime.uploads import Upload
from tests.behaviour.media import create, files_in
from tests.behaviour.projects import GOOD, compiled, importing
from tests.contract.fuzz import fuzz
from tests.runtime.test_app import exchange, served

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from starlette.applications import Starlette

pytestmark = pytest.mark.anyio
MEGABYTE = 1_000_000
ROOT = Path(__file__).parents[2]
Parts = list[tuple[str, tuple[str | None, bytes | str] | tuple[str | None, bytes | str, str]]]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the golden case once."""
    return compiled(GOOD / "uploads", tmp_path_factory.mktemp("uploads"))


@pytest.fixture(scope="module")
def media(root: Path) -> Iterator[Starlette]:
    """Give its service."""
    with importing(root):
        yield create()


@pytest.fixture
async def port(media: Starlette) -> AsyncIterator[int]:
    """Serve it on loopback."""
    async with served(media) as port:
        yield port


@pytest.fixture
async def client(port: int) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of it."""
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
        yield client


async def zeros(size: int) -> AsyncIterator[bytes]:
    """Yield `size` bytes in small chunks: httpx sends them without a Content-Length."""
    chunk = bytes(64 * 1024)
    for sent in range(0, size, len(chunk)):
        yield chunk[: size - sent]


def text(size: int = 3) -> tuple[str, tuple[str, bytes, str]]:
    """Return a part that the form takes."""
    return "file", ("me.txt", b"x" * size, "text/plain")


async def test_a_body_is_the_file(client: httpx.AsyncClient) -> None:
    """Whatever its bytes are, none included; parameters of the media type say nothing to us."""
    octets = {"Content-Type": "application/octet-stream; version=1"}
    for content in (b"", b"\x00\xff", bytes(3 * MEGABYTE)):
        answer = await client.post("/files/raw", content=content, headers=octets)

        assert answer.json() == {
            "id": 1,
            "size": len(content),
            "content_type": "application/octet-stream",
        }


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "image/png"}, 204),
        ({"Content-Type": "IMAGE/JPEG"}, 204),
        ({"Content-Type": "image/gif"}, 415),
        ({"Content-Type": "image/png, image/gif"}, 415),
        ({"Content-Type": ""}, 415),
        ({}, 415),
        ({"Content-Type": "image/png", "Content-Encoding": "gzip"}, 415),
    ],
)
async def test_only_listed_media_types_are_taken(
    client: httpx.AsyncClient, headers: dict[str, str], status: int
) -> None:
    """An encoded file is not of the type that it would have decoded; 415 says what is taken."""
    answer = await client.put("/files/1/avatar", content=b"x", headers=headers)

    assert answer.status_code == status
    if status == 415:
        assert answer.headers["Accept"] == "image/png, image/jpeg, application/pdf"


async def test_chunks_need_no_length(client: httpx.AsyncClient) -> None:
    """Bytes are counted as they come: up to the limit they are taken, beyond it not."""
    headers = {"Content-Type": "image/png"}
    fits = await client.put("/files/1/avatar", content=zeros(5 * MEGABYTE), headers=headers)
    over = await client.put("/files/1/avatar", content=zeros(5 * MEGABYTE + 1), headers=headers)

    assert (fits.status_code, over.status_code) == (204, 413)
    assert over.json()["detail"] == "no more than 5000000 bytes are accepted"


async def test_too_large_stops_early(port: int) -> None:
    """A gigabyte is refused after a part of it; one that is only announced is never asked for."""
    head = b"PUT /files/1/avatar HTTP/1.1\r\nHost: a\r\nContent-Type: image/png\r\n"
    head += b"Expect: 100-continue\r\n"
    asked = await exchange(port, head + b"Content-Length: 999999999\r\n\r\n")
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        async for chunk in zeros(1000 * MEGABYTE):
            sent += len(chunk)
            yield chunk

    url = f"http://127.0.0.1:{port}/files/1/avatar"
    async with httpx.AsyncClient(timeout=20) as client:
        with contextlib.suppress(httpx.WriteError, httpx.RemoteProtocolError, httpx.ReadError):
            await client.put(url, content=endless(), headers={"Content-Type": "image/png"})

    assert asked.startswith(b"HTTP/1.1 413")
    assert sent < 100 * MEGABYTE


async def test_a_problem_of_the_operation_is_answered(client: httpx.AsyncClient) -> None:
    """The controller refuses after it has read the file."""
    headers = {"Content-Type": "image/png"}
    answer = await client.put("/files/1001/avatar", content=b"x", headers=headers)
    wrong = await client.put("/files/none/avatar", content=b"x", headers=headers)

    assert (answer.status_code, wrong.status_code) == (404, 422)


async def test_a_form_is_a_file_with_fields(client: httpx.AsyncClient) -> None:
    """Texts become the types of the contract; what is absent has its default; order is free."""
    values = {"note": (None, "fields"), "number-of-copies": (None, "3"), "of": (None, "7")}
    parts: Parts = [text(), *values.items()]
    full = await client.post("/files?dry_run=true", files=parts)
    short = await client.post("/files", files=[("note", (None, "fields")), text()])

    assert full.status_code == 200, full.text
    assert full.json()["note"] == str(
        [("copy", 3), ("dry_run", True), ("kind", "draft"), ("of", 7)]
    ).replace("'draft'", "<Kind.DRAFT: 'draft'>")
    assert "('copy', None)" in short.json()["note"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("photo.png", "photo.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\photos\\me.png", "me.png"),
        ("a\x00b\x1b[31m\u202e.png", "ab[31m.png"),
        ("..", None),
        ("/", None),
        ("é" * 300 + ".png", "é" * 125 + ".png"),
    ],
)
def test_names_of_files_are_harmless(given: str, kept: str | None) -> None:
    """No folder, nothing that cannot be seen, no more than file systems take."""
    assert safe_filename(given.encode()) == kept


async def test_the_name_of_a_file_reaches_the_controller(client: httpx.AsyncClient) -> None:
    """As it was sent, in UTF-8, without its folder."""
    parts: Parts = [("file", ("dir/Grüße.txt", b"x", "text/plain")), ("note", (None, "a"))]
    answer = await client.post("/files", files=parts)

    assert answer.json()["filename"] == "Grüße.txt"


@pytest.mark.parametrize(
    ("parts", "pointers"),
    [
        ([("note", (None, "a"))], ["/body/file"]),
        ([text()], ["/body/note"]),
        ([text(), ("note", (None, ""))], ["/body/note"]),
        ([text(), ("note", (None, "a")), ("more", (None, "b"))], ["/body/more"]),
        (
            [text(), ("note", (None, "<")), ("copy", (None, "1")), ("of", (None, "1.0"))],
            ["/body/note", "/body/of", "/body/copy"],
        ),
        ([text(), ("note", (None, "a")), ("kind", (None, "Draft"))], ["/body/kind"]),
        ([text(), ("note", (None, "a\x00"))], ["/body/note"]),
    ],
)
async def test_parts_are_held_to_the_contract(
    client: httpx.AsyncClient, parts: Parts, pointers: list[str]
) -> None:
    """All faults at once, with pointers and codes, as of a JSON body."""
    answer = await client.post("/files", files=parts)

    assert answer.status_code == 422
    assert [fault["pointer"] for fault in answer.json()["errors"]] == pointers


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ([text(), text(), ("note", (None, "a"))], 400),
        ([text(), ("note", (None, "a")), ("note", (None, "b"))], 400),
        ([("file", ("me.gif", b"x", "image/gif")), ("note", (None, "a"))], 415),
        ([text(), ("note", (None, "{}", "application/json"))], 415),
        ([text(), ("note", (None, b"\xff"))], 400),
        ([text(100_001), ("note", (None, "a"))], 413),
        ([text(), ("note", (None, "a" * 1_048_577))], 413),
        ([(f"part{number}", (None, "a")) for number in range(25)], 422),
        ([(f"part{number}", (None, "a")) for number in range(26)], 400),
        ([(f"part{number}", (None, "a")) for number in range(5000)], 400),
    ],
)
async def test_forms_have_bounds(client: httpx.AsyncClient, parts: Parts, status: int) -> None:
    """In the number of parts, the size of each, and in what each may be."""
    form = client.build_request("POST", "/files", files=parts)  # whole: httpx dribbles small parts
    said = {"Content-Type": form.headers["Content-Type"]}
    answer = await client.post("/files", content=form.read(), headers=said)

    assert answer.status_code == status, answer.text


HEAD = b"Content-Disposition: form-data; name="


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"nothing",
        b"--b\r\n" + HEAD + b'"file"\r\n\r\nx',
        b"--b\r\n\r\nx\r\n--b--\r\n",
        b"--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--\r\n",
        b"--b\r\n" + HEAD + b'"\xff"\r\n\r\nx\r\n--b--\r\n',
        b"--b\r\n" + HEAD + b'"file"\r\n' + HEAD + b'"note"\r\n\r\nx\r\n--b--\r\n',
        b"--b\r\n" + b"A: b\r\n" * 100 + HEAD + b'"file"\r\n\r\nx\r\n--b--\r\n',
        b"--b\r\nA: " + b"b" * 100_000 + b"\r\n" + HEAD + b'"file"\r\n\r\nx\r\n--b--\r\n',
        b"--b\r\nno header\r\n\r\nx\r\n--b--\r\n",
    ],
)
async def test_malformed_forms_are_problems(client: httpx.AsyncClient, body: bytes) -> None:
    """Whatever is wrong with them: 400, with a title of its own, and nothing quoted."""
    form = {"Content-Type": "multipart/form-data; boundary=b"}
    answer = await client.post("/files", content=body, headers=form)

    assert answer.status_code == 400
    assert answer.json()["type"] == "urn:problem:malformed_form"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("multipart/form-data", 400),
        ("multipart/form-data; boundary=" + "b" * 257, 400),
        ("multipart/mixed; boundary=b", 415),
        ("application/x-www-form-urlencoded", 415),
        ("application/json", 415),
    ],
)
async def test_other_bodies_are_no_forms(client: httpx.AsyncClient, said: str, status: int) -> None:
    """Only multipart/form-data, with a boundary."""
    answer = await client.post("/files", content=b"{}", headers={"Content-Type": said})

    assert answer.status_code == status


def open_files() -> int:
    """Return how many files this process has open, where the system tells."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


async def test_clients_that_leave_leave_nothing(
    media: Starlette, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a temporary file nor a half-written one, whenever it is that they leave."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = open_files()
    head = b"POST /files/raw HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\n"
    async with served(media) as port:
        for sent in (0, 1000, 3 * MEGABYTE):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(head + b"Content-Length: 9000000\r\n\r\n" + bytes(sent))
            await writer.drain()
            await asyncio.sleep(0.2)
            writer.close()
        await asyncio.sleep(0.2)

    assert list(files_in(tmp_path)) == []
    assert open_files() <= before + 1


async def test_saving_is_all_or_nothing(tmp_path: Path) -> None:
    """What was there is replaced by the whole file, or by nothing if that fails."""
    upload = Upload.of(b"new" * 1000, content_type="image/png", filename="a.png")
    target = tmp_path / "avatar"
    target.write_bytes(b"old")
    await upload.save(target)
    saved = target.read_bytes()
    with pytest.raises(OSError, match="folder"):
        await upload.save(tmp_path / "folder" / "avatar")

    assert saved == await upload.read() == b"".join([chunk async for chunk in upload.chunks(7)])
    assert list(files_in(tmp_path)) == [target]


@pytest.fixture
def apart(root: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Serve it in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tests.behaviour.media", str(root), str(port)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield server, f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def peak(process: subprocess.Popen[bytes]) -> int:
    """Return the most memory that a process has had, in bytes."""
    status = Path(f"/proc/{process.pid}/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of another process")
async def test_fifty_megabytes_take_little_memory(
    apart: tuple[subprocess.Popen[bytes], str],
) -> None:
    """What does not fit into a small buffer is on the disk, in the body and in a form."""
    server, url = apart
    octets = {"Content-Type": "application/octet-stream"}
    form = {"Content-Type": "multipart/form-data; boundary=b"}
    async with httpx.AsyncClient(base_url=url, timeout=60) as client:
        for _ in range(100):
            with contextlib.suppress(httpx.ConnectError):
                await client.post("/files/raw", content=bytes(2 * MEGABYTE), headers=octets)
                break
            await asyncio.sleep(0.1)
        before = peak(server)
        body = await client.post("/files/raw", content=zeros(50 * MEGABYTE), headers=octets)
        parts = await client.post("/files/alone", content=in_form(50 * MEGABYTE), headers=form)

    assert body.json()["size"] == 50 * MEGABYTE
    assert parts.status_code == 204
    assert peak(server) - before < 12 * MEGABYTE


async def in_form(size: int) -> AsyncIterator[bytes]:
    """Yield a form with a file of `size` bytes."""
    kind = b"\r\nContent-Type: application/octet-stream"
    yield b"--b\r\n" + HEAD + b'"file"' + kind + b"\r\n\r\n"
    async for chunk in zeros(size):
        yield chunk
    yield b"\r\n--b--\r\n"


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # schemathesis and what it imports warn of themselves
def test_uploads_hold_their_contract(media: Any) -> None:  # noqa: ANN401 - an application
    """No check of schemathesis fails, for bodies and for forms."""
    outcome = fuzz(media)

    assert outcome.accepted
    assert not outcome.failures, outcome.report()
