"""The processes in a folder: every YAML file in it, and in the folders within."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from touchline.formats.file import read_bytes
from touchline.formats.source import Tree, decoded
from touchline.model.errors import NotWellFormed, Problem

_ENDINGS = (".yaml", ".yml")
_KEYS = frozenset(("touchline", "steps", "edges"))
"""One of these at the top of a YAML file says that it means to be a process."""
_LOOKS_LIKE = re.compile(rb"^[\"']?(?:touchline|steps|edges)[\"']?[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be checked, the YAML files of folders that are no processes, and what is wrong
    with a folder that has no process."""

    files: tuple[str, ...]
    left_out: tuple[str, ...]
    errors: tuple[NotWellFormed, ...]


def files_in(names: Sequence[str]) -> Found:
    """The files that names stand for: a file for itself, a folder for the processes in it.

    A YAML file in a folder is left out when it can be read and has none of _KEYS at its top; what
    cannot be read may be a process with a mistake in it. Hidden folders and linked ones are not
    looked into. A file that folders have in common, or that is named as well, comes once.
    """
    named = {_real(name) for name in names if not os.path.isdir(name)}
    files, left_out, errors = [], [], []
    for name in names:
        if not os.path.isdir(name):
            files.append(name)
            continue
        found = list(_yaml_files(name))
        processes = [file for file in found if _may_be_process(file)]
        left_out += sorted(set(found) - set(processes))
        if not processes:
            where = (
                "a folder with no process in it" if found else "a folder with no YAML file in it"
            )
            errors.append(NotWellFormed([Problem("", where, "YAML files with a process")], name))
        for file in processes:
            if (real := _real(file)) not in named:
                named.add(real)
                files.append(file)
    return Found(tuple(files), tuple(left_out), tuple(errors))


def _real(name: str) -> str:
    """The file behind links; a name that no file can have stays as it is, to be refused as that."""
    try:
        return os.path.realpath(name)
    except ValueError:
        return name


def _yaml_files(folder: str) -> Iterator[str]:
    # Links to folders are not followed, since one may lead back here.
    for here, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(_ENDINGS) and not name.startswith("."):
                yield str(Path(here) / name)


def _may_be_process(file: str) -> bool:
    try:
        content = read_bytes(file)
        if _LOOKS_LIKE.search(content):
            return True
        tree = _tree(content)
    except NotWellFormed:
        return True
    if tree.data is None:
        return bool(tree.problems)
    return isinstance(tree.data, dict) and not tree.data.keys().isdisjoint(_KEYS)


def _tree(content: bytes) -> Tree:
    from touchline.formats.yaml.tree import read_tree

    return read_tree(decoded(content, "").removeprefix("\ufeff"))
