"""The dossier as a file: complete, inert, the same bytes each time."""

import pytest
from tests.showing import builders

from sayso.showing.show import show


@pytest.mark.parametrize("name", ["rich", "empty", "single", "crowded"])
def test_every_case_gives_the_same_file_twice(name):
    """The same case gives the same bytes, and every section is there."""
    made = getattr(builders, name)()
    html = show(*made)
    assert html == show(*made)
    for section in ("reasons", "course", "grid", "articles", "timeline", "origins", "amounts", "sources", "method"):
        assert f'id="{section}"' in html
