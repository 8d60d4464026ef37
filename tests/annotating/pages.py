"""Pages for tests: an article of the given text, annotated by the rules."""

from __future__ import annotations

import hashlib

from sayso.annotating.annotate import annotate
from sayso.brain.rules import RuleTagger
from sayso.model.article import Article


def article(text, **known):
    """An article of this text, as if read from a file."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(digest[:16], "test.txt", text, digest, **known)


def page(text, tagger=None, **known):
    """The article of this text, annotated."""
    return annotate(article(text, **{"language": "en", **known}), tagger or RuleTagger())


def source_of(annotated, text):
    """The source of the innermost hop of the one statement whose content holds `text`."""
    found = [one for one in annotated.statements if text in one.words(annotated.article.text)]
    ids = {found[-1].chain[-1].source.id}
    (source,) = [one for one in annotated.sources if one.id in ids]
    return source
