"""The addresses that views share, so that every link leads to the page of the thing it names."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from sayso.model.answers import Answers
from sayso.model.case import Case
from sayso.showing.catalogue import Catalogue, catalogue, permalink


def to_statement(id_: str) -> str:
    """The address of a statement."""
    return f"/statements/{quote(id_, safe='')}"


def to_article(id_: str, statement: str = "") -> str:
    """The address of an article, or of a statement in it."""
    return f"/articles/{quote(id_, safe='')}{f'#{quote(statement)}' if statement else ''}"


def to_source(id_: str) -> str:
    """The address of a source."""
    return f"/sources/{quote(id_, safe='')}"


def to_origin(id_: str) -> str:
    """The address of an origin."""
    return f"/origins/{quote(id_, safe='')}"


def local(path: str, otherwise: str = "/") -> str:
    """`path` where it is an address of this desk, else `otherwise`: no form leads elsewhere."""
    plain = path.startswith("/") and not path.startswith("//") and path.isprintable() and "\\" not in path
    return path if plain else otherwise


def path_of(address: str) -> str:
    """The path of an address of this desk, with its query; "/" where it is none."""
    after = address.partition("://")[2].partition("/")[2] if "://" in address else address.removeprefix("/")
    return local("/" + after.partition("#")[0])


def anchors(case: Case, answers: Answers) -> Mapping[str, str]:
    """The desk's address for each anchor of the dossier: of statements, articles, sources and origins."""
    return addressed(catalogue(case, answers))


def addressed(made: Catalogue) -> Mapping[str, str]:
    """The same from the catalogue of the case."""
    found = {link.to: to_article(key) for key, link in made.articles.items()}
    found |= {entry.to: to_statement(key) for key, entry in made.entries.items()}
    found |= {permalink(key): to_source(key) for key in made.sources}
    return found | {permalink(key): to_origin(key) for key in made.origins}
