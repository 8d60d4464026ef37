"""English abbreviations that end in a full stop, and words that begin a sentence. Constants only.

Written for news by hand: forms of address, military and clerical ranks, companies, places, months, measures.
All lower case, without the final full stop.
"""

from __future__ import annotations

#: Always followed by a name or a number: no sentence ends here.
BEFORE_NAME = frozenset(
    """adm amb ald assemb asst atty brig capt cmdr cmdt col comdr cpl cpt del dep det dir dr drs est exec fr gen gens
    gov govs hon insp lt maj messrs mgr mlle mme mr mrs ms msgr mt mx ofc pfc pres prof profs pvt rep reps rev revs
    sec secy sen sens sgt spc spkr sr sra sgts st ste supt v vs e.g i.e cf viz lt.col ph lt.gen maj.gen brig.gen""".split()
)

#: Followed by a number; before anything else they may end a sentence.
BEFORE_NUMBER = frozenset(
    "approx art arts b c ca ch fig figs fl no nos op p r para paras pp pt sect vol vols ver".split()
)

#: Months and days: a number may follow ("Sept. 3"), or another day word.
CALENDAR = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)

#: May stand inside a sentence or at its end; only a word of STARTERS after them opens a new sentence.
ANYWHERE = frozenset(
    """ariz ark assn assoc ave bldg blvd bros calif co colo comm conn corp cos ct dept dist div etc fla ft ga govt ill
    inc inst intl jr kan ky la ltd mass md mfg mich min minn miss mo mont natl neb nev okla ore pa penn pkwy pl plc
    rd s.a sq sr tenn tex univ va vt wash wis wyo al ed eds ph.d m.d b.a m.a u.s u.k u.n e.u d.c l.a n.y n.j
    u.s.a u.a.e u.s.s.r a.d b.c sgd""".split()
)

#: Times of day: a day, a month or a time zone may follow and goes on with the sentence.
TIMES_OF_DAY = frozenset({"a.m", "p.m"})
AFTER_TIME_OF_DAY = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept oct nov dec eastern central mountain
    pacific et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest eet msk local""".split()
)

#: Capitalised words after which a new sentence is likely to run.
STARTERS = frozenset(
    """a according after all also although among an and another any as asked at back because before both but by
    critics despite during each earlier even every few first for from given he her here his how however i if in
    instead it its last later like many meanwhile more most much my nearly neither no nobody nor not nothing now of
    officials on once one only or other others our overall people perhaps she since so some sometimes soon still such
    than that the their then there these they this those though through thus to today together two under unless until
    we well what when where whether which while who why with within without yes yesterday yet you your""".split()
)

#: Verbs that may follow a quotation ending in "?" or "!" within the same sentence ("…?" Lind asked).
TAILS = frozenset(
    """added admitted argued asked asks began concluded continued countered cried declared demanded exclaimed explained inquired insisted joked
    pressed questioned quipped recalled replied responded said says shouted tweeted wondered wrote yelled""".split()
)
