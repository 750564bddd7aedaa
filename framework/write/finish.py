"""Bring artefacts into the form in which they are written, formatting only what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framework.project import MANIFEST
from framework.write.change import Output
from framework.write.disk import digest
from framework.write.errors import WriterFaultError
from framework.write.format import find_ruff, format_python, formatter
from framework.write.manifest import Manifest, is_inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from framework.emit.artefact import Artefact

_FORMATTED = (".py", ".pyi")


def finish(
    artefacts: Iterable[Artefact], known: Manifest, disk: Mapping[str, str]
) -> tuple[tuple[Output, ...], Manifest]:
    """Return the outputs, sorted by path, and the manifest that will describe them.

    A Python artefact is taken as formatted before, and costs no formatting, if `known` has the
    digest of its raw text by the same formatter and `disk` has the file that came of it.
    Raises `WriterFaultError` for a path that leaves the project or stands twice.
    """
    named = _by_path(artefacts)
    ruff = find_ruff() if any(map(_is_python, named)) else None
    version = formatter(ruff) if ruff else ""
    raw = {path: digest(named[path].text.encode()) for path in named if _is_python(path)}
    trusted = _trusted(raw, known, disk) if version == known.formatter else {}
    texts = {path: named[path].text for path in named if path not in trusted}
    if ruff:
        texts |= format_python(ruff, {path: texts[path] for path in texts if _is_python(path)})
    outputs = tuple(_outputs(named.values(), texts, trusted))
    files = {output.path: output.digest for output in outputs}
    return outputs, Manifest(version, files, raw)


def _by_path(artefacts: Iterable[Artefact]) -> dict[str, Artefact]:
    named: dict[str, Artefact] = {}
    for artefact in sorted(artefacts, key=lambda artefact: str(artefact.path)):
        path = str(artefact.path)
        if not is_inside(path) or path == str(MANIFEST):
            message = f"the artefact `{path}` (from {artefact.origin}) may not be written there"
            raise WriterFaultError(message)
        if path in named:
            message = f"`{path}` comes from {named[path].origin} and from {artefact.origin}"
            raise WriterFaultError(message)
        named[path] = artefact
    return named


def _outputs(
    artefacts: Iterable[Artefact], texts: Mapping[str, str], trusted: Mapping[str, str]
) -> Iterator[Output]:
    for artefact in artefacts:
        path = str(artefact.path)
        text = texts.get(path)
        value = trusted[path] if text is None else digest(text.encode())
        yield Output(path, artefact.origin, value, text)


def _trusted(raw: Mapping[str, str], known: Manifest, disk: Mapping[str, str]) -> dict[str, str]:
    return {
        path: known.files[path]
        for path, value in raw.items()
        if known.raw.get(path) == value and disk.get(path) == known.files.get(path, "")
    }


def _is_python(path: str) -> bool:
    return path.endswith(_FORMATTED)
