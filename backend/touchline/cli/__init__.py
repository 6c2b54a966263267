"""The command line. `main` is what the script `touchline` runs.

Nothing heavy is imported before it is needed: what a command does not use, it does not pay for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

SOUND, UNSOUND, UNUSABLE = 0, 1, 2
"""The exit codes: sound; findings of severity error; input or arguments that cannot be used."""


# Pydantic looks through every installed package for plugins, which Touchline has no use for and
# which takes a tenth of a short command's time.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and exit with its code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _never_fail_on_a_character()
    try:
        sys.exit(_run(words))
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; Python would complain once more when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(UNUSABLE)
    except KeyboardInterrupt:
        sys.exit(130)


def _run(words: list[str]) -> int:
    from touchline.model.errors import TouchlineError

    try:
        if words[1:] and words[0] == "check" and not any(w.startswith("-") for w in words[1:]):
            # The commonest call of all needs no parser, which takes longer to load than it to run.
            from touchline.cli.check_files import check_files

            return check_files(words[1:])
        from touchline.cli.app import app

        app(words, prog_name="touchline")
    except TouchlineError as error:
        from touchline.cli.complaint import complain

        return complain(error)
    except BrokenPipeError:
        raise
    except OSError as error:
        from touchline.cli.complaint import complain_of_file

        return complain_of_file(error)
    return SOUND


def _never_fail_on_a_character() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
