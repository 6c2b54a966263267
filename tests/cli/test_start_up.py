"""A command loads what it uses and nothing else: `check` answers while one lifts the finger."""

from __future__ import annotations

import subprocess
import sys

import pytest

from touchline import templates

HEAVY = (
    *("fastapi", "sqlalchemy", "uvicorn", "pycrdt", "alembic", "jinja2"),
    *("fontTools", "brotli"),
    *("pygraphviz", "graphviz", "networkx", "ruamel", "rich", "rapidfuzz"),
)


def loaded_by(*arguments: str) -> set[str]:
    """The top-level packages that a command has loaded when it ends."""
    program = (
        "import atexit, os, sys\n"
        "atexit.register(lambda: print(*{name.split('.')[0] for name in sys.modules}))\n"
        "from touchline.cli import main\n"
        f"main({list(arguments)!r})\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert ended.returncode == 0, ended.stderr
    return set(ended.stdout.splitlines()[-1].split())


def test_check_of_files_loads_no_parser_of_arguments_and_no_graph_library() -> None:
    file = templates.folder() / "inbound-demo.yaml"
    assert loaded_by("check", str(file)).isdisjoint((*HEAVY, "typer"))


@pytest.mark.parametrize("arguments", [["templates", "show", "inbound-demo"], ["schema"]])
def test_small_commands_load_neither_server_nor_graphviz(arguments: list[str]) -> None:
    assert loaded_by(*arguments).isdisjoint(set(HEAVY) - {"rich"})
