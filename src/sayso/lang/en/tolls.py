"""Words of what is counted up as it goes on: the dead, the arrested, votes, signatures. Tables only."""

from __future__ import annotations

from typing import Final

#: What can only become more, by the words for it: what was done cannot be undone.
TOLLS: Final[tuple[str, ...]] = (
    r"\b(?:kill(?:ed|ings?)|dead|died|deaths?|death toll|toll|fatalit(?:y|ies)|casualt(?:y|ies)|victims|injured|injuries"
    r"|wounded|hurt|bodies|drowned|arrest(?:ed|s)|detained|charged|convicted|evacuated|displaced|fled|infected"
    r"|infections|cases|fell ill|fallen ill|hospitalised|hospitalized|vaccinated|signed|signatures|votes|ballots"
    r"|drafted|called up|mobili[sz]ed|conscripted|recruited|enlisted|registered|applied|applications|complaints"
    r"|donated|donations|pledged|collected|delivered|sold|rescued|destroyed|damaged|collapsed|built|planted|joined)\b",
    r"\b(?:so far|to date|up to now|until now|and counting|rose to|risen to|climbed to|grown to|grew to|has reached)\b",
)
