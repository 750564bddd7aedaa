"""`framework export`: the contract as documents and diagrams that others read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framework.cli.options import add_style, root_of, style_of
from framework.cli.output import is_written
from framework.cli.terminal import say, show

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from framework.contract import Contract

NAME = "export"
SUMMARY = "write the contract as a document or a diagram"
FORMATS = ("openapi", "asyncapi", "jsonschema", "mermaid")


def arguments(parser: ArgumentParser) -> None:
    """Declare what is exported, of which service, and where it goes."""
    parser.add_argument("what", choices=FORMATS, metavar="WHAT", help=", ".join(FORMATS))
    parser.add_argument("--service", metavar="NAME", help="of which service (openapi)")
    parser.add_argument("--models", action="store_true", help="draw the models (mermaid)")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write (default: stdout)"
    )
    add_style(parser)


def run(options: Namespace) -> int:
    """Print the document, or write it; return 1 if the specs are wrong, 2 for an unfit question."""
    from framework import pipeline  # heavy
    from framework.cli.report import report, tally  # heavy
    from framework.diagnostics import has_errors  # heavy

    root = root_of(options)
    result = pipeline.validate(root)
    if has_errors(result.diagnostics):
        report(result.diagnostics, result.sources, style_of(options))
        say(f"{tally(result.diagnostics)}; nothing was exported")
        return 1
    text, fault = _exported(pipeline.contract_of(root), options)
    if text is None:
        say(f"error: {fault}")
        return 2
    output: Path | None = options.output
    if output is None:
        show(text)
        return 0
    return 0 if is_written(text, output) else 1


def _exported(contract: Contract, options: Namespace) -> tuple[str | None, str]:
    """Return the document, or None and why there is none."""
    from framework.exchange import exporting  # heavy

    what: str = options.what
    if options.models and what != "mermaid":
        return None, "`--models` is for mermaid"
    if options.service and what != "openapi":
        return None, "`--service` is for openapi"
    match what:
        case "jsonschema":
            return exporting.export_jsonschema(contract), ""
        case "mermaid":
            return exporting.export_mermaid(contract, models=options.models), ""
        case "asyncapi":
            text = exporting.export_asyncapi(contract) if contract.events else None
            return text, "there are no events"
        case _:
            return _of_service(contract, options.service)


def _of_service(contract: Contract, name: str | None) -> tuple[str | None, str]:
    from framework.exchange import exporting  # heavy

    serving = {service.name: service for service in contract.services if service.serves_http}
    if name is None and len(serving) == 1:
        (name,) = serving
    if name in serving:
        return exporting.export_openapi(contract, serving[name]), ""
    known = ", ".join(f"`{service}`" for service in serving) or "none"
    asked = f"no service `{name}` serves HTTP" if name else "say of which `--service`"
    return None, f"{asked}; there is {known}"
