"""Words that open a question, and base forms of verbs that follow its subject. Tables only."""

from __future__ import annotations

from typing import Final

#: Openings that ask for yes or no.
POLAR: Final[frozenset[str]] = frozenset(
    """will would is are was were has have had did does do can could may might should shall am
    won't isn't aren't hasn't haven't didn't doesn't don't""".split()
)

#: Openings that ask for more than yes or no.
OPEN_ENDED: Final[frozenset[str]] = frozenset("when why how what who whom whose where which".split())

#: Words that cannot be the verb after "Will <subject>".
NO_VERB: Final[frozenset[str]] = frozenset(
    """the a an of and or in on at for to from by with as its their his her our your my this that these those new
    next all any some no not more than between against over under into about or n't""".split()
)

#: Base forms of verbs that news questions ask about; the first one after the subject begins the predicate.
VERBS: Final[frozenset[str]] = frozenset(
    """ship abandon abolish accept acquire act add adopt advance agree allow announce annex appear apply appoint approve arrest
    attack attend attempt back ban be become begin bomb boycott break bring build buy call cancel capture cause cease
    change charge choose close collapse come complete concede conduct confirm continue control convict cross cut
    cost cover deal decide declare decline decrease default defeat defend delay deliver deny depart deploy die
    dismiss dissolve draft drop ease elect end enter escalate establish evacuate exceed execute exist expand
    expel extend extradite face fail fall file fight find finish fire fly form free gain get give go grant
    grow halt happen have hike hit hold host impeach implement impose improve increase indict introduce invade
    invoke issue join keep kill know land launch lay lead leave legalise legalize lift live lose lower make mandate meet
    merge mobilise mobilize move name nationalise nationalize negotiate nominate occur occupy offer open order oust outlaw overturn pass
    pardon pause pay plan pledge prevent proceed produce prohibit propose prosecute provide publish pull purchase
    quit raise ratify ration reach receive recognise recognize recover reduce reject release remain remove rename renew
    reopen repeal replace report resign resume retain retire return reverse rise rule run sack say sanction score
    sell send sentence serve set settle shut sign split spread stage stand start stay step stop strike submit succeed
    suffer sue supply support surpass surrender survive suspend take tell test threaten trade transfer travel
    trigger try turn undergo unveil use veto visit vote walk want win withdraw work write
    abdicate admit afford aim airlift amend annul apologise apologize arm assume auction avoid beat behave bid block
    bow bury campaign capitulate capture celebrate censure clear climb clinch coach commit compete complain
    concede condemn contain contest convene cooperate coronate crash criticise criticize crown debut defer defy
    delist demand demolish demonstrate denounce deport depose derail detain dethrone devalue diagnose disband
    discover discuss disclose double downgrade drown dry eject eliminate embargo embark emerge empty enact endorse
    enforce enlist answer count put do challenge erupt escape evict exclude excommunicate exempt exonerate expire explode export extradite finance
    flee flood float force forecast forgive found freeze fund grant guarantee halve harm help import imprison
    inaugurate include infect inform inherit inspect instal install intervene interrupt invest investigate invite jail
    jump kidnap lapse legislate lend liberate license liquidate list lock loosen manage march melt
    mine miss modernise modernize nominate notify obtain oppose ordain orbit organise organize overhaul overrule
    overtake override own perish perform persuade plead possess postpone preside prevail privatise privatize proclaim
    promote protest prove qualify quarantine rally rank reappear rebuild recall recant recapture receive reconcile record
    recruit redeem reduce refuse reform refund regain regulate reinstate reintroduce relax relegate relinquish relocate
    rely remarry remit reopen repay repeat reply rescind rescue reshuffle respond restart restore restrict
    resurface retake retaliate retract reunite reveal reverse revise revive revoke reward rewrite riot ruin sail
    save scrap search secede secure seek seize separate ship shoot shrink sink slash slow smuggle speak spend
    sponsor stabilise stabilize starve steal stop strengthen struggle subsidise subsidize suspend swap swear switch
    sweep target tax tear tender terminate tighten top torpedo toughen trail train treat triple tumble unblock uncover
    undercut unify unite unload unseat upgrade uphold urge vacate vaccinate vanish violate wage warn warm weaken
    welcome widen worsen yield outpace outlast overcome oversee dredge devolve defuse disqualify dominate last reunify burst touch gross rain snow hurt
    erode mend sanction reassign restock reroute unfreeze untie""".split()
)

#: Nouns that may stand before the verb and look like one ("the peace talks", "the draft law"): skipped after these.
DETERMINERS: Final[frozenset[str]] = frozenset("the a an this that these those its their his her our".split())

#: Subjects that are plural without an s, and such as are singular with one.
PLURALS: Final[frozenset[str]] = frozenset(
    "they we people police troops both children women men cattle media data".split()
)
SINGULARS: Final[frozenset[str]] = frozenset(
    """news series politics economics headquarters measles athletics always states physics mathematics gymnastics linguistics
    mumps rabies diabetes genetics aeronautics united""".split()
)

#: Words that open a condition, by the word for it at the end of a sentence.
CONDITIONS: Final[dict[str, str]] = {"If": "if", "Should": "if", "Once": "once", "After": "after"}

#: Subjects of one word, after which the predicate begins.
PRONOUNS: Final[frozenset[str]] = frozenset("it he she they we you i there this that".split())

#: Verbs that another verb may follow ("help build").
HELPERS: Final[frozenset[str]] = frozenset(
    "help let go come dare need be get have do make stay remain keep become fall run".split()
)

#: Words other than participles with which a predicate begins after "is".
PREDICATES: Final[frozenset[str]] = frozenset(
    """to about likely ready not already been still a an the dead alive over in on at under behind from out off back
    safe guilty responsible able willing due set free real true open closed ill gone down up""".split()
)

#: Words before "to" with which "is" foretells as "will" does.
FORETELLING: Final[frozenset[str]] = frozenset(
    "going likely expected set due about certain sure bound scheduled planned poised slated".split()
)

#: Words that open a clause about the noun before them.
RELATIVES: Final[frozenset[str]] = frozenset("who which that whose where whom".split())

#: Words before a noun, and endings of such: a word after only these is the noun, whatever verb it looks like.
ADJECTIVES: Final[frozenset[str]] = frozenset(
    """new old next last first second third fourth final main big great high low good bad long short late early former
    current joint public private common fresh further upcoming own most one two three five ten more any other""".split()
)
ADJECTIVAL: Final[tuple[str, ...]] = (
    "ed",
    "al",
    "ive",
    "ous",
    "ic",
    "ary",
    "ful",
    "able",
    "ible",
    "ian",
    "ean",
    "ish",
)

#: Participles of irregular shape, and words of a participle's shape that are none.
PARTICIPLES: Final[frozenset[str]] = frozenset(
    """held made left won lost sold built sent met paid put set cut hit shut said told brought caught dealt done found
    gone kept led read run shot spent struck stood taught won begun become come sunk sworn swept torn withdrawn
    drawn worn borne taken given driven written chosen frozen hidden stolen broken drawn known shown flown grown thrown blown""".split()
)
NO_PARTICIPLES: Final[frozenset[str]] = frozenset(
    """king wing spring building meeting hearing ruling something anything nothing evening morning children women
    seven eleven sixteen hundred warden citizen garden kitchen oxygen indeed speed ceiling wedding rating
    offering landing opening crossing briefing beijing housing shipping mining banking training warming funding
    garden screen green teen siren""".split()
)

#: Pasts that no ending gives.
PASTS: Final[dict[str, str]] = {
    base: form
    for pair in """be:was become:became begin:began break:broke bring:brought build:built buy:bought choose:chose
    come:came cut:cut deal:dealt draw:drew fall:fell fight:fought find:found fly:flew get:got give:gave go:went
    grow:grew have:had hit:hit hold:held keep:kept know:knew lay:laid lead:led leave:left let:let lose:lost make:made
    meet:met pay:paid put:put quit:quit read:read rise:rose run:ran say:said sell:sold send:sent set:set shoot:shot
    shut:shut sink:sank speak:spoke spend:spent split:split spread:spread stand:stood steal:stole strike:struck
    take:took tell:told think:thought undergo:underwent win:won withdraw:withdrew write:wrote""".split()
    for base, form in [pair.split(":")]
}

#: Names of days and months, which keep their capital letter in a question written in capitals.
CALENDAR: Final[frozenset[str]] = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday christmas easter whitsun michaelmas ramadan
    advent candlemas martinmas lammas""".split()
)

#: Ways to ask how likely something is, or whether somebody thinks so: what follows is the matter itself.
WRAPPINGS: Final[tuple[str, ...]] = (
    r"(?:just )?how (?:likely|probable|possible|plausible|certain|sure|realistic|confident)"
    r" (?:is it|would it be|do you think it is|are you|are we|can we be) (?:that|for)",
    r"what(?: is|'s|’s| are| would be) (?:the|your) (?:chances?|odds|likelihood|probability|risk|prospects?|possibility|danger)"
    r"(?: (?:that|of|for|on)(?= ))?",
    r"(?:is|was|isn[’']t|wasn[’']t) it (?:not )?(?:likely|unlikely|possible|probable|true|the case|certain|expected|plausible|conceivable|correct|a fact|right|"
    r"to be expected)(?: that)?",
    r"is there (?:a|an|any|some) (?:good |real |serious )?(?:chance|risk|possibility|likelihood|danger|prospect) (?:that|of)",
    r"(?:do|does|would) (?:you|we|they|anyone|anybody|analysts|experts) (?:think|believe|expect|say|suppose|reckon|know)"
    r"(?: (?:that|if|whether))?",
    r"(?:can|could|will|would) you (?:please )?(?:tell|say|predict|estimate|explain)(?: to)?(?: me| us)?(?: (?:whether|if|that))?",
    r"(?:please )?(?:tell|let) (?:me|us)(?: know)? (?:whether|if)",
    r"(?:i|we)(?: would|[’']d)? (?:want|like|wish|need) to know (?:whether|if)",
    r"(?:i|we) wonder (?:whether|if)",
    r"(?:are|am) (?:you|we|they|i) (?:sure|certain|confident|convinced)(?: that| of)?",
    r"whether",
    r"(?:any|what|some) (?:chance|odds|hope|likelihood|risk|prospect)s? (?:that|of)",
    r"(?:should|can|must) (?:we|i|one|investors|people) expect(?: that)?",
)

#: Verbs that are as often nouns: after a noun they may close a compound ("the hunger strike").
NOUNS: Final[frozenset[str]] = frozenset(
    """strike attack vote deal draft raise report plan offer move release test visit trade support charge change control
    cost cover run fall rise drop cut ban bid hike hold end increase decrease decline win stay walk work use transfer
    call claim return start fight break fire lead file land launch order pause pledge purchase sanction sentence
    split spread stage step stop turn march protest reform record rescue search tax tender train crash demand export
    import fund freeze force list lock rally record strike swap target rank mine ship flood campaign embargo boycott bomb
    guarantee quarantine riot contest grant trail wage yield veto upgrade overhaul reshuffle jail sail farm name issue study
    store transfer trial challenge answer count""".split()
)

#: Words that open a clause of its own after the predicate.
CLAUSES: Final[frozenset[str]] = frozenset(
    "before after until if when while because since unless once as though".split()
)

#: Openings as people mistype them.
MISSPELLED: Final[dict[str, str]] = {"wil": "Will", "wll": "Will", "willl": "Will", "wiil": "Will", "woud": "Would",
                                     "cuold": "Could", "coud": "Could", "dose": "Does", "dos": "Does"}  # fmt: skip

#: Adverbs of a question that its statement does not need ("Will it ever open?", "Can it still win?").
IDLE: Final[frozenset[str]] = frozenset("ever still yet really actually even indeed".split())

#: Words for whoever or whatever in a question: in a statement, and in its negation.
ANYBODY: Final[dict[str, tuple[str, str]]] = {
    "anyone": ("Someone", "No one"), "anybody": ("Somebody", "Nobody"), "anything": ("Something", "Nothing"),
    "any": ("Any", "No"),
}  # fmt: skip

#: Words before a number that it counts with.
ABOUT: Final[frozenset[str]] = frozenset("at more fewer less over about nearly some around up under below".split())

#: Words of time as people mistype them.
MISTYPED: Final[dict[str, str]] = {
    "untill": "until", "febuary": "February", "feburary": "February", "janurary": "January", "januray": "January",
    "septemeber": "September", "setember": "September", "ocotber": "October", "novemeber": "November",
    "decemeber": "December", "agust": "August", "wensday": "Wednesday", "wendesday": "Wednesday", "befor": "before", "untl": "until",
}  # fmt: skip

#: Words for nobody or nothing as a subject, and what their opposite begins with.
NOBODY: Final[dict[str, str]] = {
    "nobody": "Somebody", "no-one": "Someone", "none": "Any", "nothing": "Something", "no": "Some",
    "neither": "Either",
}  # fmt: skip

#: Openings of a question as they stand within a sentence.
ASKING: Final[str] = (
    r"will|would|is|are|was|were|has|have|had|does|do|did|can|could|shall|may|might|won[’']t|isn[’']t|aren[’']t"
)

#: Auxiliaries with a "not", by which a question offers its other answer, too.
REFUSING: Final[str] = (
    r"(?:will|would|is|are|was|were|has|have|had|does|do|did|can|could|shall|may|might)(?: not|n[’']t)"
    r"|won[’']t|can[’']t|cannot"
)

#: Words before the name of who settles a question.
SETTLING: Final[str] = (
    r"(?:according to|as (?:reported|confirmed|announced|certified|published|measured|judged|decided|declared|determined|"
    r"counted|recorded|stated|ruled|registered)(?: officially)? (?:by|in|on)|per|(?:to be )?(?:resolved|settled|decided) by|"
    r"source:|resolver:|on the word of|going by|in the (?:judge?ment|view) of)"
)

#: Prepositions of time.
WHEN: Final[str] = (
    r"(?:(?:on or |at or )?(?:by|before|until|till|prior to|ahead of|no later than|not later than|as late as|in time for|up to and including)"
    r"|in the course of|on|in|within|during|at|over|after|since|from|between|and|not before|no earlier than|through|"
    r"throughout|come|for|of)"
)

#: Numbers in words: what they count is plural.
COUNTED: Final[frozenset[str]] = frozenset("two three four five six seven eight nine ten twelve twenty".split())

#: Shares: they are plural where what they are of is.
SHARES: Final[frozenset[str]] = frozenset(
    "half most majority third thirds quarter quarters cent percent number couple handful dozens".split()
)

#: Adjectives without an ending of their own that close a question with "is".
QUALITIES: Final[frozenset[str]] = frozenset(
    """big small rich poor hot cold cheap dear old young good bad new long short high low strong weak happy sad popular
    right wrong fair legal guilty ready worth pretty nice ugly great clean dirty wide narrow deep red green blue white
    black sick well fit angry free empty full better worse bigger smaller higher lower corrupt""".split()
)

#: Events that take their time, so that "is" with a form in -ing asks for what goes on now; with "be".
LASTING: Final[frozenset[str]] = frozenset(
    """be build fight fall grow hide hold improve live make negotiate produce repair rise rot shrink spread talk use
    work worsen""".split()
)

#: Words with which an aside between commas begins.
ASIDES: Final[frozenset[str]] = RELATIVES | frozenset(
    "due both formerly currently now already once a an the".split()
)
