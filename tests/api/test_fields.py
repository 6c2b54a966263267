"""Each field of the model is read, written, exported, shown and documented, by whatever walks them.

Nothing here names a field: a new one is tried as it is written down in the model.
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from setup import field_pages
from starlette.testclient import TestClient

from tests.api.test_processes import PROCESSES
from touchline.checking.wellformed import read_process, write_process
from touchline.drawing.playbook.book import playbook
from touchline.formats.json_schema import json_schema
from touchline.formats.yaml.reader import read
from touchline.formats.yaml.writer import update, write
from touchline.live.reader import read_document
from touchline.live.writer import document_of, write_document
from touchline.model import fields as generated
from touchline.model import limits
from touchline.model.about import Field, Form, fields_of
from touchline.model.duration import Duration
from touchline.model.fields import FIELDS, GROUPS
from touchline.model.process import Asset, Edge, Kind, Outcome, Process, Step, Waiver

ROOT = Path(__file__).parents[2]
STAGE = "A sample stage"
SAMPLES: dict[Form, Any] = {
    Form.LINE: "A sample line",
    Form.TEXT: "A sample text\nof two lines",
    Form.URL: "https://example.com/sample",
    Form.STAGE: STAGE,
    Form.DURATION: Duration.of(4 * 24 * 60 + 77),
    Form.SHARE: 0.375,
    Form.COORDINATE: 123.5,
}
IDENTITIES = (Form.VERSION, Form.ID)
CONTENTS = (Step, Edge)


def sample(field: Field) -> Any:
    """A value of a field that is not its default."""
    if field.group is Waiver:
        value: Any = Waiver(rule="gap", reason="A sample reason", up_to=Duration.of(30 * 1440))
    elif field.group is not None:
        value = field.group(**{inner.key: sample(inner) for inner in fields_of(field.group)})
    elif field.choice is not None:
        value = next(word for word in reversed(list(field.choice)) if word != field.default)
    else:
        value = SAMPLES[field.form]
    return (value,) if field.is_list else value


def with_field(group: type[BaseModel], name: str, value: Any) -> Process:
    """A process in which one field of the process, of its step or of its edge has a value."""
    step = Step(id="sample", name="Sample", kind=Kind.CONTACT)
    edge = Edge(source="start", target="sample", max_wait=Duration.of(4 * 1440))
    late = Edge(source="sample", target="end", max_wait=Duration.of(20 * 1440))
    if group is Step:
        step = step.model_copy(update={name: value})
        if isinstance(value, Outcome):
            step = step.model_copy(update={"kind": Kind.END})
    if group is Edge:
        late = late.model_copy(update={name: value})
    process = Process(name="Samples", stages=(STAGE,))
    if group is Process:
        value = (*getattr(process, name), *value) if isinstance(value, tuple) else value
        process = process.model_copy(update={name: value})
    # A stage without steps has no chapter.
    start = Step(id="start", name="Start", kind=Kind.START, stage=STAGE)
    end = Step(id="end", name="End", kind=Kind.END, stage=process.stages[-1])
    return process.model_copy(update={"steps": (start, step, end), "edges": (edge, late)})


def stored() -> list[Any]:
    """Every field that a person gives a value: group, field and a value for it."""
    return [
        pytest.param(GROUPS[name], field, id=f"{name}-{field.key}")
        for name in ("process", "step", "edge")
        for field in FIELDS[name]
        if field.form not in IDENTITIES and field.group not in CONTENTS
    ]


@pytest.fixture(scope="module")
def plain_page() -> str:
    """The playbook of the process in which no field has its sample."""
    return playbook(with_field(BaseModel, "", None))


@pytest.mark.parametrize(("group", "field"), stored())
def test_a_field_is_in_the_file_and_comes_back_from_it(
    group: type[BaseModel], field: Field
) -> None:
    process = with_field(group, field.name, sample(field))
    without = with_field(BaseModel, "", None)
    text = write(process)
    assert process != without
    assert field.key in text
    assert read(text).process == process
    assert read(update(write(without), process)).process == process
    assert read(update(text, without)).process == without


@pytest.mark.parametrize(("group", "field"), stored())
def test_a_field_is_in_the_shared_document_and_comes_back_from_it(
    group: type[BaseModel], field: Field
) -> None:
    process = with_field(group, field.name, sample(field))
    without = with_field(BaseModel, "", None)
    document = document_of(process)
    assert read_document(document).process == process
    write_document(document, without)
    assert read_document(document).process == without
    write_document(document, process)
    assert read_document(document).process == process


def test_every_field_crosses_the_api(client: TestClient) -> None:
    for param in stored():
        group, field = param.values
        process = write_process(with_field(group, field.name, sample(field)))
        created = client.post(PROCESSES, json={"process": process})
        assert created.status_code == 201, created.text
        address = f"{PROCESSES}/{created.json()['id']}"
        for export in (address, f"{address}/export?format=json"):
            found = client.get(export).json()
            assert read_process(found) == read_process(process), field.key
            assert field.key in json.dumps(found)


@pytest.mark.parametrize(("group", "field"), stored())
def test_a_field_is_told_in_the_playbook(
    group: type[BaseModel], field: Field, plain_page: str
) -> None:
    if field.group is GROUPS["position"]:
        pytest.skip("charts lay themselves out; a position is for the canvas")
    value = sample(field)
    page = playbook(with_field(group, field.name, value))
    # A limit shows in what is worth a look, not as a number of its own.
    assert page != plain_page
    for entry in value if field.is_list else (value,):
        for words in _words(entry):
            assert words in page


def _words(entry: Any) -> list[str]:
    """What a reader finds of an entry; words and numbers may be put in another way."""
    match entry:
        case Asset():
            return [entry.name, str(entry.url)]
        case Waiver():
            return [entry.reason]
        case StrEnum() | Duration() | float():
            return []
        case _:
            return str(entry).splitlines()


@pytest.mark.parametrize("name", GROUPS)
def test_every_field_is_documented_and_in_the_schemas(name: str) -> None:
    page = next(text for file, text in field_pages.pages() if file == "fields.md")
    chapter = page.split(f"\n## {name.capitalize()}\n")[1].split("\n## ")[0]
    schema = json_schema()
    shapes = {**schema["$defs"], "Process": schema}
    kept = json.loads((ROOT / "frontend" / "openapi.json").read_text(encoding="utf-8"))
    for field in FIELDS[name]:
        assert f"| `{field.key}`" in chapter
        properties = shapes[GROUPS[name].__name__]["properties"]
        assert properties[field.key]["description"] == field.about.what
        assert field.key in kept["components"]["schemas"][GROUPS[name].__name__]["properties"]


def test_the_pages_of_fields_and_limits_are_up_to_date() -> None:
    for name, text in field_pages.pages():
        assert (field_pages.FOLDER / name).read_text(encoding="utf-8") == text, "run `make docs`"


def test_every_limit_says_what_it_limits() -> None:
    page = next(text for file, text in field_pages.pages() if file == "limits.md")
    names = [name for name in vars(limits) if name.isupper()]
    assert {*generated.LIMITS} < {*names}
    for name in names:
        assert f"| `{name}` |" in page, name


def test_the_editor_has_the_fields_of_this_model() -> None:
    path = ROOT / "frontend" / "src" / "model" / "fields.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    assert kept == generated.described(), "run `make types`"


def test_a_field_of_which_nothing_is_said_is_refused() -> None:
    class Bare(BaseModel):
        colour: str

    with pytest.raises(TypeError, match="nothing is said about it"):
        fields_of(Bare)
