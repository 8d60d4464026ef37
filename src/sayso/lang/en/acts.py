"""Words by which a text tells that an event has come, or that who decides on it has decided. Tables only.

Read by weighing/acts.py. Patterns are alternatives between word boundaries, letter case aside; they are of general
use and belong to no one story.
"""

from __future__ import annotations

from typing import Final

#: Of a kind of event (lang/en/events.py): what news says once it has come, besides its own verb in the past.
DONE: Final[dict[str, str]] = {
    "leaving office": r"resigned|quit|stepped down|stood down|(?:was|been) (?:dismissed|sacked|fired|ousted|removed|voted out|relieved)|"
    r"relieving (?:him|her|them) of|left office|(?:resignation|dismissal) (?:was|has been) (?:accepted|published)|acting minister",
    "election": r"(?:was|were|been) (?:re-?)?elected|won|sworn in|conceded|declared the winner",
    "ceasefire": r"(?:guns|fighting|shelling) (?:has |have )?(?:fell|fallen) silent|(?:is|came|went|come|gone) (?:in|into) (?:force|effect)|took (?:effect|hold)|signed",
    "war or attack": r"crossed the border|opened fire|invaded|attacked|struck|bombed|declared war",
    "mobilisation": r"(?:were|been) called up|signed|announced|ordered|declared|summonses (?:were|have been)",
    "sanctions": r"imposed|adopted|agreed|announced|(?:came|come|in) (?:in|into )?(?:force|effect)|published",
    "merger": r"signed|merged|completed|closed the (?:deal|sale)|bought|took over|taken over|acquired",
    "closure": r"closed|shut|(?:was|were|been) (?:closed|shut|blown out|switched off|mothballed)|went (?:out|dark)|(?:confirmed|completed) the (?:shutdown|closure)|"
    r"last (?:shift|day|charge) (?:was|ended|has ended)",
    "strike": r"walked out|stopped work|downed tools|(?:strike|walkout|stoppage) (?:began|begun|has begun|started|is under way)|on strike since|picket lines? (?:went|stood)",
    "ban": r"banned|prohibited|outlawed|forbade|(?:came|come|took) (?:into )?(?:force|effect)",
    "vote or law": r"passed|adopted|approved|ratified|signed|voted (?:for|in favou?r)|(?:came|come) into force|waved through|enacted",
    "rate rise": r"raised|lifted|increased|hiked|put up",
    "rate cut": r"cut|lowered|reduced|brought down",
    "launch": r"lifted off|took off|blasted off|(?:was|were|been) launched|launched|in orbit|on sale|went (?:live|on sale)|released|unveiled",
    "arrest": r"arrested|detained|(?:in|taken into) custody|charged|indicted|led away",
    "verdict": r"convicted|acquitted|sentenced|found (?:not )?guilty",
    "evacuation": r"evacuated|(?:were|been) (?:told|ordered|asked) to leave|left their homes|ordered the evacuation",
    "recall": r"recalled|called back|pulled from",
    "default": r"defaulted|missed (?:a |the )?payment|filed for (?:bankruptcy|insolvency)|declared (?:bankrupt|insolvent)",
    "outbreak measures": r"imposed|ordered|(?:came|come) into force|introduced|sealed off",
    "rationing": r"announced|introduced|imposed|published|(?:began|begun|started)",
    "annexation": r"annexed|proclaimed|signed",
    "withdrawal": r"withdrew|withdrawn|pulled out|handed over",
    "visit or meeting": r"arrived|met|visited|shook hands|landed",
    "appointment": r"appointed|named|sworn in|elected|took (?:over|office)",
    "budget": r"passed|adopted|approved",
    "price cap": r"introduced|adopted|imposed|(?:came|come) into force",
    "referendum": r"voted|held|took place",
}  # fmt: skip

#: A decision that has been taken, whichever way it went: who decides has bound himself in public.
DECIDED: Final = (
    r"(?:gave|given|filed|lodged|served|received) (?:\w+ ){0,3}notice",
    r"(?:has|have|had) (?:now )?(?:set|fixed|booked) (?=.{0,40}\b(?:for|as the (?:day|date)))",
    r"(?:was|were|has been|have been|had been|is|are) (?:now )?(?:set|fixed|scheduled) for (?=\w)",
    r"(?:was|were|been|has|have|had|it|they|he|she|council|cabinet|board|parliament|government|court|club|company)"
    r"(?: \w+ly| unanimously| finally)? (?:decided|resolved|voted|ruled|decreed|approved|ratified|adopted|ordered|signed)",
    r"(?:decided|resolved|voted|ruled|agreed) (?:to|that|for|against|on|in favou?r)\b",
    r"voted by \w+ to \w+|by \w+ votes to \w+",
    r"(?:refused to (?:stop|halt|suspend|block)|turned down|rejected|called off|cancelled|canceled|scrapped|shelved|abandoned|"
    r"dropped|withdrew|withdrawn|broke off|broken off|struck down|threw out|thrown out) ",
    r"(?:talks|negotiations) (?:are|were|have) (?:over|ended|been broken off)|closed for (?:this|the) ",
    r"will not be (?:signed|launched|held|published|put)|there will be no \w+",
    r"announced (?:that|the|on|its|his|her|their)\b(?! plans?)|(?:names|named|gives|gave) .{0,60}\bas the (?:hour|day|date)",
)

#: Words of what is not yet decided, beside those of what is to come: with one of them nothing is decided or done.
UNSURE: Final = (
    r"may|might|could|would|should|if|unless|whether|perhaps|maybe|possibly|probably|likely|unlikely|hopes?|hoped|wants?|wanted|"
    r"asks?|asked|calls? (?:for|on)|called (?:for|on)|demands?|demanded|urges?|urged|considers?|considering|discuss\w*|weighs?|weighing|"
    r"proposes?|proposed|suggests?|suggested|expects?|expected|fears?|feared|rumou?rs?|allegedly|reportedly|nearly|almost|about to|"
    r"allow\w*|permits?|permitted|enabl\w+|authori[sz]\w+|mandate|was to|were to|had to|tried to|failed to|draft|drafts|drafted|last (?:year|spring|summer|autumn|winter)|years? (?:ago|before)|in the past|earlier"
)

#: Writings in which who decides says so: a head noun of the source's name.
OFFICIAL: Final[frozenset[str]] = frozenset(
    """notice decree order gazette register ruling judgment judgement verdict minutes resolution statute act filing
    record announcement proclamation""".split()
)

#: Words beside such a noun by which it decides nothing yet.
UNOFFICIAL: Final[frozenset[str]] = frozenset(
    "draft drafts leaked leak internal purported alleged unsigned proposed planned supposed".split()
)
