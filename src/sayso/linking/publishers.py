"""Bodies that publish on their own matters: an institute's note on its own page is the institute's word, whole."""

from __future__ import annotations

import re

from sayso.lang.en.occasions import PUBLISHERS
from sayso.linking.spellings import plain_name
from sayso.model.case import Page

_BEHIND = re.compile(r"\b(?:of|for|on|and|in)\b")


def publishes(name: str | None) -> bool:
    """Whether a name is that of a body and no outlet: "Institute for the Eastern March", "Harbour Ministry"."""
    head = _BEHIND.split(plain_name(name or ""), maxsplit=1)[0].split()
    return bool(head) and head[-1] in PUBLISHERS


def own_paper(page: Page) -> bool:
    """Whether an article is a body's own paper."""
    return publishes(page.article.outlet)
