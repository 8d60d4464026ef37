"""Words by which a role or a name shows that its bearer acts in public affairs, and so may be a party to them."""

from __future__ import annotations

from typing import Final

#: Lower-case words of a role or name. One is enough: "deputy foreign minister", "Harbour Ministry".
OFFICES: Final = frozenset(
    """
    admiral adviser advisor ambassador army assembly authorities authority board cabinet campaign candidate
    chancellor chief colonel commander commissioner committee congress congressman council councillor department
    deputy directorate federation fleet force forces foreign general government governor guard head king lawmaker
    legislator lieutenant mayor military minister ministry navy office officer official officials opposition
    palace parliament parliamentarian party police premier presidency president presidential prime prince
    prosecutor queen regiment representative secretary senate senator spokesman spokesperson spokeswoman state
    treasury union
    """.split()
)

#: Words that take an office word's force away: the bearer watches and does not act ("former minister", "analyst").
WATCHERS: Final = frozenset(
    """
    academic analyst analysts author blogger bloggers columnist critic economist editor ex expert experts
    fellow former historian institute journalist lecturer observer professor reporter researcher retired scholar
    scientist think-tank university
    """.split()
)
