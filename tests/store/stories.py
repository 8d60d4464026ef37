"""The example story as a case of either store: read by rules, linked, answered, ruled on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from sayso.model.answers import Answers
from sayso.model.case import Case, Page
from sayso.model.keeping import Asked
from sayso.model.rulings import Ruling
from sayso.store.opening import create
from sayso.store.repository import Repository

STORY = Path(__file__).resolve().parents[2] / "examples" / "second-rationing"
ASKED = Asked(
    "Will the government of Halverrin announce a second round of water rationing by 30 November 2024?",
    brain="rules",
)
AT = "2024-12-01T08:{:02}:00.000000+00:00"


@cache
def read_story(count: int = 12) -> tuple[tuple[tuple[Page, bytes], ...], Case, Answers]:
    """Pages with their articles' bytes, the case, and its answers."""
    from sayso.pipeline import Question, annotated, linked, load_brain  # noqa: PLC0415 (slow to load)
    from sayso.reading.read import read  # noqa: PLC0415 (as above)

    paths = sorted(str(path) for path in (STORY / "articles").iterdir())[:count]
    found = read(paths, manifest=str(STORY / "manifest.csv"))
    brain = load_brain("rules")
    pages = tuple(annotated(article, brain) for article in found.articles)
    raws = tuple(Path(path).read_bytes() for path in paths)
    case, answers = linked(pages, Question(ASKED.question), brain)
    return tuple(zip(pages, raws, strict=True)), case, answers


def update(repository: Repository, case: Case, answers: Answers) -> None:
    """Keep what was linked."""
    effects = {one.id: 0.01 for page in case.pages for one in page.statements[:1]}
    parts: dict[str, list[dict[str, Any]]] = {"source": [{"id": one.id, "name": one.name} for one in case.sources]}
    repository.keep(
        case, answers, number=repository.stand().number, at=AT.format(30), seconds=0.5, effects=effects, parts=parts
    )


def story(place: str, count: int = 12) -> Repository:
    """A new case of the first articles of the story, up to date but for some rulings."""
    pages, case, answers = read_story(count)
    repository = create(place, ASKED, by="ada", at=AT.format(0))
    for number, (page, raw) in enumerate(pages):
        repository.add(page.article, raw, by="ada", at=AT.format(number + 1))
        repository.add_reading(page, "rules", "5eed" * 16, at=AT.format(number + 1))
    update(repository, case, answers)
    one, two, three = [one.id for page in case.pages for one in page.statements][:3]
    left = pages[-1][0].article.id
    made = repository.rule(
        [
            Ruling(one, "accept", "bo", AT.format(40), "as it stands"),
            Ruling(two, "certainty", "bo", AT.format(41), "it says may", "0.2-0.5"),
            Ruling(three, "reject", "bo", AT.format(42), 'told "twice", with\na line break'),
            Ruling(left, "leave", "ada", AT.format(43), "not about it"),
        ]
    )
    repository.rule([Ruling(made[2].ruling.id, "undo", "ada", AT.format(44), "once is enough")])
    other = replace(pages[0][0], statements=pages[0][0].statements[:1])
    name = repository.add_reading(other, "rules", "0ther" * 12, at=AT.format(45))
    repository.rule([Ruling(other.article.id, "adopt", "ada", AT.format(46), "shorter", name)])
    return repository
