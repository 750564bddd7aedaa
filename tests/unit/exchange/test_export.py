"""Contracts go out: the documents are those that are served, and diagrams hold what there is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from framework.cli.main import main
from framework.exchange.exporting import (
    export_asyncapi,
    export_jsonschema,
    export_mermaid,
    export_openapi,
)
from framework.exchange.mermaid import label
from framework.pipeline import contract_of

GOOD = sorted((Path(__file__).parents[2] / "golden" / "good").iterdir())


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_documents_are_the_compiled_ones(case: Path) -> None:
    """Byte for byte, for each service and for the events."""
    contract = contract_of(case)
    generated = case / "expected/shared/generated"

    for service in contract.services:
        if service.serves_http:
            served = generated / f"openapi/{service.package}.json"
            assert export_openapi(contract, service) == served.read_text("utf-8")
    if contract.events:
        compiled = (generated / "asyncapi.json").read_text("utf-8")
        assert export_asyncapi(contract) == compiled


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_models_are_one_json_schema(case: Path) -> None:
    """A document of 2020-12 in which each reference leads to a definition."""
    contract = contract_of(case)
    text = export_jsonschema(contract)
    document = json.loads(text)

    Draft202012Validator.check_schema(document)
    referred = set(re.findall(r'"#/\$defs/([^"]+)"', text))
    assert referred <= document["$defs"].keys()
    assert {model.component for model in contract.models().values()} <= document["$defs"].keys()
    assert "#/components/" not in text


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_diagrams_hold_every_service_and_model(case: Path) -> None:
    """One node each; every line is one of the few forms that Mermaid reads."""
    contract = contract_of(case)
    services = export_mermaid(contract, models=False).splitlines()
    models = export_mermaid(contract, models=True).splitlines()

    node = r"s\d+\[\".*\"\]|(database|broker)\[\(\".*\"\)\]"
    edge = r"s\d+ (--- \w+|(-->|-\.->)\|\"\w+\"\| s\d+)"
    assert all(re.fullmatch(rf"  ({node}|{edge})", line) for line in services[1:])
    assert sum(bool(re.match(r"  s\d+\[", line)) for line in services) == len(contract.services)
    entity = r"  (\w+ \{|\}|  [\w\[\]]+ \w+( \"may be null\")?)"
    relation = r"  \w+ \}o--o[|{] \w+ : \"\w+\""
    assert all(re.fullmatch(f"{entity}|{relation}", line) for line in models[1:])


def test_labels_cannot_leave_their_quotes() -> None:
    """What Mermaid reads as its own is written as an entity."""
    assert label('a"]; click <b> #1\n`x`') == '"a#quot;]; click #lt;b#gt; #35;1 #96;x#96;"'


def test_command_writes_where_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To stdout, or to a file; a question that fits nothing is answered with what there is."""
    case = next(path for path in GOOD if path.name == "auth")
    target = tmp_path / "gate.json"

    assert main(["-C", str(case), "export", "openapi", "--service", "gate", "-o", str(target)]) == 0
    assert json.loads(target.read_text())["info"]["title"] == "gate"
    assert main(["-C", str(case), "export", "mermaid"]) == 0
    assert capsys.readouterr().out.startswith('flowchart LR\n  s0["gate"]\n')
    assert main(["-C", str(case), "export", "openapi"]) == 2
    assert "say of which `--service`; there is `gate`, `desk`" in capsys.readouterr().err
    assert main(["-C", str(case), "export", "openapi", "--models"]) == 2
