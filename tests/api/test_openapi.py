"""The API describes itself, truly and in full."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
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


def requests(created: dict[str, Any], binned: dict[str, Any]) -> list[tuple[str, str, Any, int]]:
    """A request to each endpoint for each sort of answer that a client can bring about.

    Method, path as the description has it with what stands for its parameters, body, status.
    """
    one, gone = address(created), address(binned)
    report = {"process": SALE, "all": "gap"}
    stale = {"process": SALE, "finding": "gap:a>b", "fix": "insert-touches"}
    bad = {"process": {**SALE, "steps": 5}}
    return [
        ("get", "/api/health", None, 200),
        ("get", "/api/templates", None, 200),
        ("get", "/api/templates/inbound-demo", None, 200),
        ("get", "/api/templates/nosuch", None, 404),
        ("get", "/api/templates/inbound-demo/thumbnail.svg", None, 200),
        ("get", "/api/templates/nosuch/thumbnail.svg", None, 404),
        ("get", "/api/rules", None, 200),
        ("get", "/api/rules/gap", None, 200),
        ("get", "/api/rules/nosuch", None, 404),
        ("get", "/api/rules/gap/faulty-1.svg", None, 200),
        ("get", "/api/rules/gap/faulty-99.svg", None, 404),
        ("get", "/api/rules/gap/nosuch-1.svg", None, 422),
        ("post", "/api/check", SALE, 200),
        ("post", "/api/check", b"{", 400),
        ("post", "/api/check", bad["process"], 422),
        ("post", "/api/fix", report, 200),
        ("post", "/api/fix", stale, 409),
        ("post", "/api/fix", {**report, "all": "nosuch"}, 422),
        ("post", "/api/layout", {"process": SALE}, 200),
        ("post", "/api/layout", bad, 422),
        ("post", "/api/render", {"process": SALE}, 200),
        ("post", "/api/render", {"process": SALE, "format": "exe"}, 422),
        ("post", "/api/read", "touchline: 1\nname: A\nsteps: []\nedges: []\n", 200),
        ("post", "/api/read", "name: [", 422),
        ("post", "/api/write", SALE, 200),
        ("post", "/api/write", b"{", 400),
        ("post", "/api/write", bad["process"], 422),
        ("get", "/api/processes", None, 200),
        ("get", "/api/processes?bin=perhaps", None, 422),
        ("post", "/api/processes", {"name": "New"}, 201),
        ("post", "/api/processes", {"template": "inbound-demo"}, 201),
        ("post", "/api/processes", {"template": "nosuch"}, 404),
        ("post", "/api/processes", {}, 422),
        ("post", "/api/processes", b"{", 400),
        ("post", "/api/processes/import", "touchline: 1\nname: A\n", 201),
        ("post", "/api/processes/import", "name: [", 422),
        ("get", one, None, 200),
        ("get", "/api/processes/nosuch", None, 404),
        ("patch", one, {"description": "Changed"}, 200),
        ("patch", one, [], 422),
        ("patch", "/api/processes/nosuch", {}, 404),
        ("put", one, SALE, 200),
        ("put", one, {}, 422),
        ("post", f"{one}/duplicate", None, 201),
        ("post", "/api/processes/nosuch/duplicate", None, 404),
        ("post", f"{one}/restore", None, 409),
        ("post", f"{gone}/restore", None, 201),
        ("get", f"{one}/export?format=yaml", None, 200),
        ("get", f"{one}/export?format=json", None, 200),
        ("get", f"{one}/export?format=dot", None, 200),
        ("get", f"{one}/export?format=exe", None, 422),
        ("get", f"{one}/thumbnail.svg", None, 200),
        ("get", "/api/processes/nosuch/thumbnail.svg", None, 404),
        ("delete", "/api/processes/nosuch", None, 404),
        ("delete", f"{one}?forever=true", None, 409),
        ("delete", one, None, 204),
    ]


def described_at(document: dict[str, Any], address: str) -> tuple[str, dict[str, Any]]:
    """The path in the description that an address belongs to, and what can be asked there."""
    wanted = address.split("?")[0]
    fitting = [
        path
        for path in document["paths"]
        if re.fullmatch(re.sub(r"\\{[^}]*\\}", "[^/]+", re.escape(path)), wanted)
    ]
    path = min(fitting, key=lambda path: path.count("{"))
    return path, document["paths"][path]


def test_every_endpoint_answers_as_its_description_says(
    client: TestClient, document: dict[str, Any]
) -> None:
    """Each status is declared, with the media type that comes, and JSON and YAML fit the schema."""
    created, binned = create(client), create(client)
    client.delete(address(binned))
    asked = set()
    for method, where, sent, status in requests(created, binned):
        path, operations = described_at(document, where)
        name = f"{method} {where}"
        headers = {"Content-Type": "application/json", "If-Match": "*"}
        if isinstance(sent, str):
            headers["Content-Type"] = "application/yaml"
        content = (
            sent
            if isinstance(sent, str | bytes)
            else json.dumps(sent)
            if sent is not None
            else None
        )
        answer = client.request(method, where, content=content, headers=headers)
        assert answer.status_code == status, (name, answer.text)
        declared = operations[method]["responses"]
        assert str(status) in declared, f"{name}: {status} is not declared"
        asked.add((method, path))
        if status == 204:
            continue
        media_type = answer.headers["content-type"].split(";")[0]
        contents = declared[str(status)]["content"]
        assert media_type in contents, f"{name}: {media_type} is not declared"
        schema = contents[media_type].get("schema")
        if media_type.endswith(("json", "yaml")) and schema is not None:
            found = yaml.safe_load(answer.text) if "yaml" in media_type else answer.json()
            errors = [
                f"{error.json_path}: {error.message}"
                for error in Draft202012Validator({**document, **schema}).iter_errors(found)
            ]
            assert errors == [], name
    every = {(method, path) for path, methods in document["paths"].items() for method in methods}
    assert every == asked, "an endpoint that this test does not ask"


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
