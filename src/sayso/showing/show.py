"""The way through this room: look everything up once, lay out each section, print one file."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.answers import Answers
from sayso.model.case import Case
from sayso.showing.catalogue import catalogue
from sayso.showing.dossier import dossier, sections


def show(case: Case, answers: Answers, *, made_with: Sequence[str] = ()) -> str:
    """A case and its answers as one self-contained HTML file.

    The same case and answers give the same bytes. The file asks nothing of any network, needs no script and is
    complete without one. `made_with` names the programme and the models used, one line each.
    """
    made = catalogue(case, answers)
    return dossier(sections(made, made_with=made_with))
