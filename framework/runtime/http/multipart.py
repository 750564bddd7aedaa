"""Read multipart/form-data (RFC 7578) part by part, as it arrives."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from framework.runtime.problems import MalformedForm

_LONGEST_NAME = 255
_PLAIN = frozenset({"", "7bit", "8bit", "binary"})


@dataclass(slots=True)
class Part:
    """The head of a part."""

    headers: dict[str, str] = field(default_factory=dict[str, str])
    name: str = ""
    filename: str | None = None

    @property
    def content_type(self) -> str:
        """The media type without parameters; RFC 7578's default is plain text."""
        said = self.headers.get("content-type", "text/plain")
        return said.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset that its media type names."""
        said = self.headers.get("content-type", "text/plain")
        return parse_options_header(said)[1].get(b"charset", b"utf-8").decode("latin-1").lower()

    @property
    def encoded(self) -> bool:
        """Whether its bytes are not what they stand for."""
        coding = self.headers.get("content-transfer-encoding", "").strip().lower()
        return coding not in _PLAIN or "content-encoding" in self.headers


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of a part, the last ones if it is `done`."""

    part: Part
    content: bytes
    done: bool = False


class Parts:
    """Takes chunks of a body and gives pieces of parts; raises MalformedForm."""

    def __init__(self, boundary: bytes, most: int) -> None:
        """Expect at most `most` parts between lines of `boundary`."""
        self._most = most
        self._found: list[Piece] = []
        self._part = Part()
        self._count = 0
        self._header = (bytearray(), bytearray())
        self._ended = False
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_part_begin": self._begin,
                    "on_header_field": lambda raw, start, end: self._head(0, raw[start:end]),
                    "on_header_value": lambda raw, start, end: self._head(1, raw[start:end]),
                    "on_header_end": self._header_end,
                    "on_headers_finished": self._identify,
                    "on_part_data": lambda raw, start, end: self._piece(raw[start:end]),
                    "on_part_end": lambda: self._piece(b"", done=True),
                    "on_end": self._end,
                },
            )
        except FormParserError as error:
            raise MalformedForm("the boundary is too long") from error

    def feed(self, chunk: bytes) -> list[Piece]:
        """Return the pieces that `chunk` completes."""
        self._found = []
        try:
            self._parser.write(chunk)
        except FormParserError as error:
            raise MalformedForm("the parts are not separated as they should be") from error
        return self._found

    def finish(self) -> None:
        """Say that nothing follows."""
        if not self._ended:
            raise MalformedForm("the form ends before its last boundary")

    def _begin(self) -> None:
        self._count += 1
        if self._count > self._most:
            raise MalformedForm("the form has too many parts")
        self._part = Part()

    def _head(self, which: int, raw: bytes) -> None:
        self._header[which].extend(raw)

    def _header_end(self) -> None:
        name, value = (raw.decode("latin-1") for raw in self._header)
        if name.lower() in self._part.headers:
            raise MalformedForm("a part repeats a header")
        self._part.headers[name.lower()] = value.strip()
        self._header = (bytearray(), bytearray())

    def _identify(self) -> None:
        said = self._part.headers.get("content-disposition", "")
        kind, options = parse_options_header(said)
        if kind.strip() != b"form-data" or b"name" not in options:
            raise MalformedForm("a part does not say which one it is")
        try:
            self._part.name = options[b"name"].decode()
        except UnicodeDecodeError as error:
            raise MalformedForm("the name of a part is not UTF-8") from error
        self._part.filename = safe_filename(options.get(b"filename", b""))

    def _piece(self, content: bytes, *, done: bool = False) -> None:
        self._found.append(Piece(self._part, content, done))

    def _end(self) -> None:
        self._ended = True


def boundary_of(content_type: str) -> bytes:
    """Return what separates the parts of a body; raise MalformedForm if it is not said."""
    boundary = parse_options_header(content_type)[1].get(b"boundary", b"")
    if not boundary:
        raise MalformedForm("`Content-Type` names no boundary")
    return boundary


def safe_filename(raw: bytes) -> str | None:
    """Return the last step of a client's path, without what cannot be seen; None if none is left.

    `../../me.png` is `me.png`, and so is what follows the last backslash.
    """
    text = raw.decode(errors="replace")
    last = re.split(r"[/\\]", text)[-1]
    seen = "".join(c for c in last if c.isprintable()).strip(" .")
    while len(seen.encode()) > _LONGEST_NAME:
        seen = seen[1:]  # the end tells what kind of file it is
    return seen or None
