"""Where a time stands in the telling: first in its sentence, aside, in quotation, before the past, now or ahead."""

from __future__ import annotations

import pytest

from sayso.annotating.blocks import blocks
from sayso.annotating.times import times
from sayso.model.article import Article
from sayso.model.timeforms import parsed


def roles(text: str) -> list[str]:
    """The roles of the times of a text."""
    return [parsed(mention.form).role for mention in times(Article("a", "a.txt", text, "0"), ())]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("In 1998 the mill burned.", "opens"),
        ("The mill above the old harbour of Varn burned in 1998.", ""),
        ("The mill, which burned in 1998, was rebuilt.", "aside"),
        ("The mill (it burned in 1998) was rebuilt.", "aside"),
        ("Nobody kept to the 1998 Coast Act.", "aside"),
        ("The owners stayed in Varn until 1998.", "ends"),
        ("The owners were to close it in 1998.", "aside"),
        ('"We left Varn in 1998," she wrote.', "quoted"),
        ("“We left Varn in 1998,” she wrote.", "quoted"),
        ("The owners had closed the mill in 1998.", "had"),
        ("The owners will close the mill in 2040.", "now"),
        ("The owners plan to close it in 2040.", "now"),
    ],
)
def test_roles(text: str, role: str) -> None:
    """What is told in a main clause is told from what is mentioned."""
    assert roles(text) == [role]


def test_quotations_end() -> None:
    """A quotation that is never closed ends with its paragraph, or with the mark that closes it."""
    assert roles('"We left in 1998," she wrote. They came back in 2003.') == ["quoted", "opens"]


def test_paragraphs_are_counted() -> None:
    """A form says how many paragraphs it comes after the time before it."""
    article = Article("a", "a.txt", "They met in 1998.\n\nIt rained.\n\nThey left in 2003.", "0")
    assert [parsed(m.form).gap for m in times(article, blocks(article))] == [0, 2]
