"""The API describes itself, truly and in full."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from tests.api.test_processes import SALE, address, create

ROOT = Path(__file__).parents[2]


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/openapi.json").json()
    return found


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method} {path}", operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_endpoint_says_what_it_does(document: dict[str, Any]) -> None:
    found = operations(document)
    assert len(found) > 20
    for name, operation in found:
        assert operation.get("summary"), name
        assert operation.get("description"), name
        assert operation["tags"], name
        successes = [status for status in operation["responses"] if status < "400"]
        assert successes, name


def test_every_body_has_an_example_that_is_accepted(
    client: TestClient, document: dict[str, Any]
) -> None:
    created = create(client)
    tried = 0
    for name, operation in operations(document):
        method, path = name.split()
        for media_type, content in operation.get("requestBody", {}).get("content", {}).items():
            examples = [example["value"] for example in content.get("examples", {}).values()]
            examples += [content["example"]] if "example" in content else []
            assert examples or media_type == "multipart/form-data", name
            for example in examples:
                body = example if isinstance(example, str) else json.dumps(example)
                answer = client.request(
                    method,
                    path.replace("{process_id}", created["id"]),
                    content=body,
                    headers={"Content-Type": media_type, "If-Match": "*"},
                )
                assert answer.is_success, (name, media_type, answer.text)
                tried += 1
    assert tried >= 14


def test_every_error_is_declared_as_a_problem(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        for status, response in operation["responses"].items():
            if status >= "400":
                assert list(response["content"]) == ["application/problem+json"], name
        if "requestBody" in operation:
            assert {"413", "415", "422"} <= operation["responses"].keys(), name


def test_answers_are_as_they_are_described(client: TestClient, document: dict[str, Any]) -> None:
    created = create(client)
    report = client.post("/api/check", json=SALE).json()
    gap = next(finding for finding in report["findings"] if finding["rule"] == "gap")
    fix = {"process": SALE, "finding": gap["id"], "fix": gap["fixes"][0]["id"]}
    answers = {
        "Health": client.get("/api/health").json(),
        "Process": client.get(address(created)).json(),
        "StoredProcess": created,
        "ProcessCard": client.get("/api/processes").json()[0],
        "TemplateCard": client.get("/api/templates").json()[0],
        "Template": client.get("/api/templates/inbound-demo").json(),
        "ReportAnswer": report,
        "FixAnswer": client.post("/api/fix", json=fix).json(),
        "LayoutAnswer": client.post("/api/layout", json={"process": SALE}).json(),
        "RuleCard": client.get("/api/rules").json()[0],
        "RulePage": client.get("/api/rules/gap").json(),
        "ReadAnswer": {"process": created["process"]},
        "ProblemDetails": client.get("/api/processes/nosuch").json(),
    }
    for name, answer in answers.items():
        schema = {**document, "$ref": f"#/components/schemas/{name}"}
        errors = [
            f"{e.json_path}: {e.message}" for e in Draft202012Validator(schema).iter_errors(answer)
        ]
        assert errors == [], name


def test_the_process_has_no_nulls(document: dict[str, Any]) -> None:
    for name in ("Process", "Step", "Edge", "Asset"):
        assert "null" not in json.dumps(document["components"]["schemas"][name])


def test_the_printed_document_is_the_served_one(document: dict[str, Any]) -> None:
    printed = [
        subprocess.run(
            [sys.executable, "-m", "touchline.api.openapi"], capture_output=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert printed[0] == printed[1]
    assert json.loads(printed[0]) == document


def test_the_editors_types_are_made_from_this_document(document: dict[str, Any]) -> None:
    kept = json.loads((ROOT / "frontend" / "openapi.json").read_text(encoding="utf-8"))
    assert kept == document, "run `python -m touchline.api.openapi > frontend/openapi.json`"
