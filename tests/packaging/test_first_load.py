"""What has to come over the wire before a process can be edited stays small."""

from tests.packaging.first_load import first_load

MOST = 350_000


def test_the_first_load_of_the_editor_is_at_most_350_kb_of_script() -> None:
    sizes = first_load()
    assert len(sizes) > 1
    assert sum(sizes.values()) <= MOST, sizes
