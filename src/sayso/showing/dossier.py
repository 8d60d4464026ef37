"""The dossier: sections laid out as plain values, then printed through templates into one HTML file."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sayso.model.prose import day
from sayso.showing import (
    amounts,
    answers,
    articles,
    cautions,
    counts,
    forecasts,
    grid,
    near,
    notes,
    originmap,
    origins,
    positions,
    postmortems,
    replies,
    reporting,
    sources,
    stances,
    timeline,
    times,
    ways,
)
from sayso.showing.catalogue import Catalogue, runs
from sayso.showing.escapes import finalize
from sayso.showing.summary import counted

if TYPE_CHECKING:
    from jinja2 import Environment


def sections(made: Catalogue, *, made_with: Sequence[str] = ()) -> dict[str, Any]:
    """What the templates print: names are those of the sections."""
    known_trails = ways.trails(made)
    springs = origins.springs(made, known_trails)
    mixes = reporting.mixes(made, known_trails)
    rails = times.rails(made)
    made.moments.update(times.named(rails))
    piles = amounts.side_by_side(amounts.piles(made))
    sheets = articles.sheets(made, mixes)
    known = sources.people(made)
    return {
        "question": made.case.question,
        "as_of": day(made.case.as_of) if made.case.as_of else "",
        "answers": answers.verdicts(made),
        "basis": counted(made.case, made.answers),
        "gaps": notes.gaps(made),
        "grid": grid.grid(made),
        "clashes": stances.matters(made),
        "asked_as": near.readings(made),
        "near": near.nearly(made),
        "positions": positions.courses(made),
        "on_the_way": stances.on_the_way(made),
        "articles": sheets,
        "rails": rails,
        "timeline": timeline.drawing(rails, made),
        "glance": times.glance(rails),
        "springs": springs,
        "seen": counts.seen(len(made.pages), made.case.origins),
        "faceless": counts.faceless(made.case.origins),
        "graph": originmap.drawing(made, springs),
        "cautions": cautions.cautions(made, known_trails),
        "mixes": tuple(mixes.values()),
        "undrawn": len(springs) - len(origins.chosen(made, springs)),
        "twins": origins.twins(made),
        "piles": piles,
        "tally": amounts.tally(piles),
        "singles": amounts.singles(made),
        "rows_of": amounts.rows,
        "people": tuple(one for one in known if not sources.nameless(one)),
        "nameless": tuple(one for one in known if sources.nameless(one)),
        "proposals": sources.proposals(made),
        "chairs": sources.chairs(made),
        "enough": sources.ENOUGH,
        "bets": forecasts.bets(made),
        "reckoned": forecasts.reckoning(made),
        "looks": postmortems.look_backs(made),
        "replies": replies.replies(made),
        "rulings": made.case.rulings,
        "method": tuple(made_with),
        "readings": notes.gaps(made, quiet=True),
        "rules": targets(made),
    }


def dossier(values: dict[str, Any]) -> str:
    """The HTML file for the values that `sections` made."""
    style = f"{_style()}{values['rules']}"
    digest = b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    template = _templates().get_template("dossier.html")
    return template.render(**values, style=Markup(style), style_digest=digest)  # noqa: S704 (our own file)


@cache
def _templates() -> Environment:
    """The templates, with escaping on and an error for every name that is not there."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 (slow to import)

    made = Environment(
        loader=PackageLoader("sayso.showing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["runs"] = runs
    return made


@cache
def _style() -> str:
    """The style sheet without comments and indentation, that of the drawings where it is named."""
    folder = resources.files("sayso.showing").joinpath("templates")
    drawings = folder.joinpath("drawings.css").read_text("utf-8")
    text = folder.joinpath("dossier.css").read_text("utf-8").replace('@import "drawings.css";', drawings)
    text = re.sub(r"/\*[^*]{0,2000}\*/", "", text)
    return re.sub(r"\s*\n\s*", "", text).strip()


def targets(made: Catalogue) -> str:
    """Style rules that tie the permalink of a statement to all its marks.

    A card that is the page's target outlines every segment of its statement, however many there are and
    wherever they stand in the article.
    """
    rules = [f"&:has(#{entry.to}:target) .{entry.mark}" for entry in made.entries.values()]
    marked = "{outline:2px solid var(--aim);background:var(--aimed)}"
    return f"article{{{','.join(rules)}{marked}}}\n" if rules else ""
