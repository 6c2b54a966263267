"""What runs in workers, a file for each sort of work. All of it works without a worker as well."""

from __future__ import annotations


def warm() -> None:
    """Import and read what the work needs, once for all workers that are forked afterwards."""
    # Here, so that who imports one sort of work does not import all.
    from touchline.checking.rules import all_rules
    from touchline.drawing.playbook import book
    from touchline.drawing.theme.typeface import text_width
    from touchline.formats import all_formats
    from touchline.workers.tasks import checks, drawings, stored, templates, texts

    for module in (book, checks, drawings, stored, templates, texts):
        assert module
    for bold in (False, True):
        text_width("Touchline", 12, bold)
    all_formats()
    all_rules()
