"""Words that carry no matter of their own."""

from __future__ import annotations

#: Function words, auxiliaries, and words of saying: they tell nothing about what a sentence is about.
STOP: frozenset[str] = frozenset(
    """a about above after again against all also am an and any are around as at be because been before being
    below between both but by can cannot could did do does doing done down during each either else even ever
    every few for from further had has have having he her here hers herself him himself his how however i if in
    into is it its itself just let like made make makes many may me might more most much must my myself neither
    no nor not now of off on once one only onto or other others our ours out over own per quite rather really
    s same shall she should since so some still such t than that the their theirs them themselves then there
    these they this those though through thus to too toward towards under until up upon us very was we were what
    when where whether which while who whom whose why will with within without would yet you your yours
    say says said saying tell tells told according told add added adds claim claims claimed report reports
    reported reportedly note noted notes state stated states mr mrs ms dr
    don doesn didn won isn aren wasn weren couldn shouldn wouldn hasn haven""".split()
)
