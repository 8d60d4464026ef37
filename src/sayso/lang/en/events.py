"""Kinds of events that contested questions ask about, each with what news says for one and against it.

Tables only, read by brain/entailer.py: a text that names who or what a hypothesis is about and uses a phrase of the
hypothesis' kind of event speaks of that event, without its very word ("is finished" of a resignation). The kinds
are those that news desks and forecasters ask for; phrases are of general use and belong to no one story. A phrase
carries its own negation; what stands before it (not, may, whether) is read by the rules for all texts.
"""

from __future__ import annotations

from typing import Final

#: Of each kind: name, words by which a hypothesis asks for it, phrases for it, against it, and that leave it open.
_Event = tuple[str, str, str, str, str]

#: Phrases that leave open whatever is asked.
_NO_NEWS = r"nothing to announce|no change to announce"

#: The kinds of events. Patterns are alternatives between word boundaries, letter case aside.
EVENTS: Final[tuple[_Event, ...]] = (
    (
        "leaving office",
        r"resign\w*|dismiss\w*|steps? down|stepping down|quits?|sack(?:s|ed)?|fired?|leaves? office|ousted|oust|replaced|removed",
        r"(?:is|are|was|as good as|politically) (?:\w+ ){0,3}finished(?! (?:with|his|her|the))|(?:is|are|be|was|been|were) (?:already |all but |as good as )?(?:(?:gone|out)(?! (?:of|to|for|from|home|there|on|in))|fired|sacked|ousted|removed|replaced)|to go(?= (?:[\"“‘]?(?:before|by|this|next|within|in|on|soon)\b|$|\())|"
        r"goes(?=$|[.,;]| \(| (?:before|by|this|next|soon))|(?:lets?|letting) (?:him|her|them) go(?! (?:home|to|there|on|back|in))|(?:his|her|their|\w+[’']s) days are numbered|"
        r"(?:lost|losing|loses|lose) (?:all |the )?(?:patience|confidence|faith|trust|support of|backing of)|(?:lose|loses|losing|lost) (?:the|his|her|their) (?:\w+ ){0,2}(?:post|job|office|seat|ministry|position|portfolio)|"
        r"(?:forced|pushed|driven|voted|kicked) out|on (?:his|her|their|the) way out|clear(?:s|ed|ing)? (?:his|her|their) desk|pack(?:s|ed|ing)? (?:his|her|their) (?:bags|boxes)|"
        r"(?:will|would|can|could) (?:not|never|hardly) (?:survive|last|stay|remain)|(?:not|never) see the (?:spring|summer|autumn|winter|end of the (?:week|month|year))|"
        r"who is to (?:follow|succeed|replace)|(?:succeed|replace)(?:s|ed)? (?:him|her)|successors?|resignation|(?:taking|takes|take|took) over (?:the|his|her) (?:ministry|post|office|job)|"
        r"relieved of (?:his|her|their) (?:post|duties|command)|told to go|(?:is|are|was|were|about|wants?|plans?) (?:to leave|leaving)(?= (?:before|by|this|next|soon|on|in|his|her|the|\()|$)|hands? over (?:power|office)",
        r"(?:full|complete|every|utmost|total|unwavering) (?:confidence|trust|backing)|(?:has|have|enjoys?|keeps?|retains?) the (?:confidence|trust|backing) of|"
        r"(?:stay|stays|staying|remain|remains|remaining|serve|serves|serving|carry|carries|carrying) (?:on|in (?:office|post|power|place|charge|his|her))|"
        r"(?:keeps?|kept|keeping) (?:the|his|her|their) (?:post|job|office|seat|position)|(?:see|serve|serves|serving) out (?:his|her|their|the) (?:term|mandate)|"
        r"going nowhere|kept on|keeps? (?:him|her|them) on|not going anywhere|(?:stands?|stood) (?:by|behind) (?:him|her|the minister)|sits? firmly",
        r"(?:as long as|while) (?:\w+ ){1,4}need(?:s|ed)?|still be in office|no change to announce|must go|should go",
    ),
    ("election", r"wins?|elections?|re-?elected|elected|votes?", r"victory|ahead in the polls|leads? (?:in )?the polls|landslide|majority of the (?:votes|seats)|sworn in|mandate from the voters",
          r"concede[sd]?|defeat(?:ed)?|trail(?:s|ing|ed)?|behind in the polls|runner-up|unseated", _NO_NEWS),
    ("ceasefire", r"ceasefires?|truces?|cease-fires?|armistices?|peace (?:deal|agreement|treaty)", r"guns (?:will )?fall silent|lay down (?:their )?arms|end (?:of|to) the (?:fighting|hostilities|war)|(?:fighting|shelling|hostilities) (?:has |have |will )?(?:stop|stopped|end|ended|cease|ceased)|halt to the fighting",
          r"fight on|keep(?:s)? fighting|(?:fighting|shelling|war) (?:goes|will go|continues|will continue|rages)(?: on)?|no end to the fighting|to the last (?:man|soldier)", _NO_NEWS),
    ("war or attack", r"attacks?|invades?|invasion|wars?|(?<!on )(?<!a )(?:strikes?|airstrikes?)(?= (?:on |against |at )?(?-i:[A-Z]))|offensive", r"cross(?:es|ed|ing)? the border|mass(?:es|ed|ing) troops|march(?:es|ed)? on|open(?:s|ed)? fire|go(?:es)? to war|bombard(?:s|ed|ment)?|troop build-?up",
          r"pull(?:s|ed|ing)? back|stand(?:s)? down|de-escalat\w+|peaceful solution|return to barracks", _NO_NEWS),
    ("mobilisation", r"mobili[sz]\w+|drafts?|conscription|call-?ups?", r"called up|call(?:s|ing)? up|conscripted|summons(?:es)?|enlistment|recruitment offices?",
          r"volunteers only|demobili[sz]\w+|enough (?:soldiers|troops|men|volunteers)|sent home", _NO_NEWS),
    ("sanctions", r"(?:impose|announce|adopt|introduce|extend|tighten|agree)\w*(?= .{0,60}\b(?:sanctions?|embargo))", r"embargo\w*|asset freezes?|freez(?:e|es|ing) (?:the )?assets|blacklist\w*|trade restrictions|punitive measures",
          r"(?:eas(?:e|es|ed|ing)|lift(?:s|ed|ing)?) (?:the )?(?:restrictions|measures|embargo)|veto(?:es|ed)? (?:the )?(?:package|measures)", _NO_NEWS),
    ("merger", r"merges?|merger|takeover|take over|takes over|acquires?|acquisition|buys?|bid|sells?|deal",
          r"shak(?:e|en|ing) hands|shook hands|lined up (?:the )?(?:loans?|financing|funds|money)|due diligence|letter of intent|(?:offer|pay)(?:s|ing|ed)? (?:\S+ ){1,5}(?:a|per) share|under one roof|join(?:s|ing)? forces|exclusive talks|agreement (?:in principle|is all but certain)|terms (?:agreed|are agreed)|swallow(?:s|ed|ing)?",
          r"walk(?:s|ed|ing)? away|stay(?:s|ed|ing)? independent|remain(?:s|ed|ing)? independent|not for sale|go(?:es|ing)? it alone|(?:talks|negotiations) (?:ended|are over|broken off)|no talks|no negotiations", _NO_NEWS),
    ("closure", r"clos(?:e|es|ed|ure|ing)|shuts?|shutdown", r"(?:closed|locked|empty) (?:doors|classrooms)|shut (?:its|their|the) doors|mothball(?:s|ed)?|wound up|wind(?:s|ing)? up|lights out|sent home|out of business|lessons? (?:at home|online)",
          r"stay(?:s|ed|ing)? open|remain(?:s|ed|ing)? open|keep(?:s|ing)? (?:\w+ ){0,3}open|reopen(?:s|ed|ing)?|(?:saved|spared) from closure|business as usual|lessons (?:go on|will go on|continue)", _NO_NEWS),
    ("strike", r"strikes?|walk-?out|industrial action", r"(?:talks|negotiations) (?:have |had )?(?:broken?|broke|collapsed?|failed?) ?(?:down|off)?|strike (?:ballot|meeting|fund|date)|walk-?outs?|walk(?:s|ed|ing)? out|down(?:s|ed|ing)? tools|stop(?:s|ped)? work|stoppages?|picket\w*|industrial action|lay down (?:their )?work",
          r"back to work|return(?:s|ed)? to work|pay (?:deal|agreement)|settled the dispute|arbitration", _NO_NEWS),
    ("ban", r"bans?|banned|prohibits?|outlaws?",
     r"illegal|forbidden|outlawed|no longer (?:be )?(?:allowed|permitted|legal)|made a crime",
     r"(?:remain|remains|stay|stays|be|is|are) (?:legal|allowed|permitted|lawful)|(?:lift|lifts|lifted|lifting|end|ends|ended) the ban|exempt\w*", _NO_NEWS),
    ("vote or law", r"approv\w+|pass(?:es|ed)?|adopts?|bans?|banned|prohibits?|ratif\w+|votes? (?:for|in favou?r|to)|agrees?|permits?|grants?|allows?", r"(?:has|have|secured?|clear|broad|comfortable|safe) (?:a |the )?(?:clear |broad |safe )?(?:majority|votes)|enough votes|green light|go-ahead|(?:waves?|waved|nods?|nodded|gets?|got|sails?|sailed|goes|went|go|pushe?s?|pushed) (?:\w+ ){0,3}through|say(?:s)? yes|done deal|approv(?:e|es|ed|al)|ratif(?:y|ies|ied)|comes? into force|enact(?:s|ed)?|sign(?:s|ed)? (?:the (?:bill|law)|into law)|gives? (?:its|their) (?:blessing|consent)|votes? (?:for|in favou?r)|voted (?:for|in favou?r)|go(?:es)? ahead|majority (?:is |are )?(?:for|in favou?r|behind)|can be built|will be built|back(?:s|ed|ing)? it|be in favou?r|in favou?r of|back(?:s|ed|ing)? the (?:plan|project|bill|motion|proposal|idea|scheme)",
          r"voted? down|majority (?:is |are )?against|(?:not|never) (?:be built|go ahead|pass)|on (?:ice|hold)|blocked|votes? against|voted against|vot(?:e|es|ed|ing) no|no majority|lacks? (?:a |the )?(?:majority|votes)|not enough votes|fall(?:s)? short|lack(?:s|ed)? \w+ votes|filibuster\w*|(?:will|would|has|have|to) fail(?:ed)?|(?:was|were|be|been|is) defeated|stuck in|put off|sent back to committee|struck down|thrown out|turn(?:s|ed)? down|reject(?:s|ed|ion)?|postpone[sd]?|withdrawn|repeal(?:s|ed)?", _NO_NEWS),
    ("rate rise", r"(?:raise[sd]?|hike[sd]?|increase[sd]?|lift(?:s|ed)?)(?= .{0,40}\brates?)",
     r"tighten(?:s|ed|ing)?|(?:basis|percentage) points? (?:higher|more)|dearer (?:money|credit|loans)|(?:higher|rising) rates|rates? (?:rise|hike)s?",
     r"(?:on|puts?) hold|leave(?:s)? (?:\w+ ){0,4}(?:unchanged|alone)|unchanged|no change|pause[sd]?|(?:lower|cut|cuts|cutting|falling) (?:\w+ )?rates|rate cuts?|eas(?:e|es|ed|ing)|loosen(?:s|ed|ing)?", _NO_NEWS),
    ("rate cut", r"(?:cuts?|lowers?|reduces?|lowered|reduced)(?= .{0,40}\brates?)",
     r"eas(?:e|es|ed|ing) (?:of )?(?:policy|credit)|loosen(?:s|ed|ing)?|cheaper (?:money|credit|loans)|(?:lower|falling) rates|rate cuts?",
     r"(?:on|puts?) hold|leave(?:s)? (?:\w+ ){0,4}(?:unchanged|alone)|unchanged|no change|pause[sd]?|(?:higher|rising|raise|raises|raising) (?:\w+ )?rates|rates? (?:rise|hike)s?|tighten(?:s|ed|ing)?", _NO_NEWS),
    ("launch", r"launch\w*|lifts? off|releases?|unveils?", r"lift-?offs?|blast(?:s|ed)? off|take(?:s)? off|hits? the (?:market|shelves)|goes on sale|maiden flight|on the (?:launch ?)?pad|roll(?:s|ed)? out|go(?:es)? live",
          r"ground(?:s|ed)|scrub(?:s|bed)?|postpone[sd]?|delay(?:s|ed)?|put off|behind schedule", _NO_NEWS),
    ("arrest", r"arrest\w*|detain\w*|extradit\w+|charged|indict\w*", r"behind bars|in custody|handcuff\w*|taken away by|led away|warrants?|seized by|locked up|jail(?:s|ed)?", r"at large|on the run|walks? free|set free|released|on bail|immunity", _NO_NEWS),
    ("verdict", r"convict\w*|guilty|acquit\w*|sentenced?|verdict|trial", r"behind bars|prison term|years in (?:prison|jail)|found guilty|pleads? guilty|sentenced to", r"acquit(?:s|ted|tal)?|cleared of|walks? free|case (?:is |was )?(?:dropped|dismissed)|mistrial|innocent", _NO_NEWS),
    ("evacuation", r"evacuat\w+", r"(?:told|ordered|asked) to leave|leave their homes|brought to safety|flee(?:s|ing)?|fled|moved out|emergency shelters?|buses (?:are )?(?:ready|waiting)", r"stay(?:s)? put|stay (?:at home|where they are)|return(?:s|ed)? home|safe to (?:stay|return)", _NO_NEWS),
    ("recall", r"recall\w*", r"call(?:s|ed|ing)? back|pull(?:s|ed)? from (?:the )?(?:shelves|market)|take(?:s|n)? off the (?:shelves|market)|(?:safety|product) notices?", r"safe to (?:use|drive|eat)|no defects?|stay(?:s)? on (?:the )?(?:shelves|market|sale)", _NO_NEWS),
    ("default", r"defaults?|bankrupt\w*|insolven\w+", r"miss(?:es|ed)? (?:\w+ ){0,2}payments?|cannot pay|run(?:s|ning)? out of (?:money|cash)|out of money|creditors? (?:seiz|call)\w+|bankrupt\w*|insolven\w+|broke", r"pay(?:s)? (?:its|their|all) (?:debts?|creditors|bills)|honou?r(?:s)? (?:its|their) debts?|fresh loans?|bail(?:ed)? out|rescue package|solvent", _NO_NEWS),
    ("outbreak measures", r"lockdowns?|quarantine\w*|curfew\w*|masks?|vaccinat\w+", r"stay at home orders?|stay-at-home|confined|isolation|isolate[sd]?|sealed off|restrictions|compulsory", r"stay(?:s)? open|restrictions (?:end|lifted|eased)|voluntary|no restrictions|back to normal", _NO_NEWS),
    ("rationing", r"ration\w*", r"coupons?|per household|limits? on|quotas?|cut off for|hours a day", r"enough for (?:all|everyone|everybody)|ample|plenty|stocks are full|no shortages?", _NO_NEWS),
    ("annexation", r"annex\w*", r"incorporat\w+|join(?:s)? the (?:union|federation|republic|kingdom)|swallow(?:s|ed)?|redraw\w* the (?:border|map)", r"sovereign\w*|independent|territorial integrity|hands off", _NO_NEWS),
    ("withdrawal", r"withdraw\w*|pulls? out|pull-?out|leaves?|exits?", r"leav(?:e|es|ing) the|pull(?:s|ed|ing)? (?:out|back)|bring(?:s|ing)? (?:\w+ ){0,2}home|hand(?:s|ed)? over the (?:base|keys)|turn(?:s|ed)? (?:its|their) backs?|quits?", r"(?:stay|stays|staying|remain|remains|remaining) (?:in|a member|put|where|on|with)|dig(?:s|ging)? in|reinforcements?", _NO_NEWS),
    ("visit or meeting", r"visits?|meets?|meeting|summit|travels?|talks", r"(?:is|are|was) (?:due|expected) in|sit(?:s)? down with|face to face|red carpet|host(?:s|ed|ing)?|receive(?:s|d)?|arriv\w+|invit(?:es|ed|ation)", r"call(?:s|ed)? off|stay(?:s|ed|ing)? (?:away|at home)|boycott(?:s|ed)?|cancel\w*|snub(?:s|bed)?|disinvit\w+", _NO_NEWS),
    ("appointment", r"appoint\w*|nominat\w*|named|becomes?", r"successors?|front-?runners?|top candidate|sworn in|take(?:s)? over|next (?:\w+ ){0,2}(?:minister|president|governor|chief|head)|gets? the (?:job|post)|favou?rite for", r"turn(?:s|ed)? (?:\w+ )?down|pass(?:ed)? over|out of the running|not available|withdr[ae]w\w* (?:his|her) (?:name|candidacy)", _NO_NEWS),
    ("budget", r"budget|spending", r"pass(?:es|ed)|majority for|agree(?:d|s)? on (?:the )?(?:figures|spending)", r"no majority|deadlock\w*|shutdown|stalemate|thrown out|emergency (?:budget|spending)", _NO_NEWS),
    ("price cap", r"caps?|price limit|price freeze", r"ceilings?|price (?:freeze|brake|limit)s?|frozen prices|maximum prices?", r"free market|market prices?|let prices (?:rise|float)", _NO_NEWS),
    ("referendum", r"referendums?|plebiscites?", r"ask(?:s|ed)? the (?:people|voters)|people (?:will )?(?:decide|vote)|go(?:es)? to the polls|ballot papers?|polling day", r"without asking the (?:people|voters)|no vote|parliament (?:alone )?decides", _NO_NEWS),
)  # fmt: skip

#: Nouns by which a person or body is meant once its paragraph has named it, after "the", "its", "his" or "her".
ROLES: Final[frozenset[str]] = frozenset(
    """general minister president chairman chairwoman chair mayor governor leader chief head director colonel major
    senator secretary commander officer company group firm council government ministry board bank party union airline
    cabinet court parliament premier chancellor king queen ambassador boss""".split()
)

#: Pronouns that may stand for a person or body named before them.
PRONOUNS: Final[frozenset[str]] = frozenset(
    "he she him her his they them their i we me us my our it its who".split()
)
