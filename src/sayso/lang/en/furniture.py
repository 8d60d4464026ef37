"""What stands on an English news page and is no part of the article. Constants only.

Patterns are matched against one line or paragraph as a whole, lower-cased, white space collapsed, marks and
symbols at the ends taken off. They are written for short units: LONGEST bounds what is looked at. Every pattern
is a plain sequence without nested repetition.
"""

from __future__ import annotations

import re

#: Units longer than this many code points are never taken for furniture by their wording.
LONGEST = 400

#: Short phrases of buttons, links and boxes. A unit made of nothing but these is furniture.
PHRASES: frozenset[str] = frozenset(
    """about us|abstract|full text|accept|accept all|accept cookies|ad|ad choices|ad feedback|add to favorites|add to favourites|all rights reserved
    |advertisement|advertising|article continues below|article continues after advertisement|back to top|bookmark
    |click here to subscribe|click to share|close|comment|comments|contact us|continue reading|continue|cookie policy
    |cookie settings|copy link|copy|download the app|download our app|editors' picks|editor's picks|email|e-mail|facebook
    |flipboard|follow|follow us|follow us on facebook|follow us on instagram|follow us on social media|follow us on x
    |follow us on twitter|get the app|getty|hide caption|home|instagram|keep reading|latest news|latest stories|learn more|leave a comment
    |like|link copied|linkedin|listen|listen to article|listen to this article|load more|log in|login|manage cookies|menu
    |more|more for you|more from this section|more like this|more news|more on this story|more on this topic|more stories|more to read|most popular|most read
    |newsletter|newsletters|next article|next story|open in app|pinterest|play|previous article|print|privacy policy
    |promoted|promoted content|read full article|read more|read next|recommended|recommended for you|recommended reading|recommended stories
    |reddit|register|reject all|related|related articles|related content|related coverage|related links|related news
    |related stories|related story|related topics|reply|save|save article|save for later|scroll to continue
    |search|see also|see more|share|share article|share on facebook|share on twitter|share on x|share on linkedin|share this|share this article|share this story|show caption
    |sign in|sign up|sign up now|skip advertisement|skip to content|skip to main content|skip ad|sponsored|sponsored content
    |start your day with us|start the conversation|story continues below|story continues below advertisement|story continues|subscribe|subscribe now
    |subscribe today|tags|telegram|terms of service|terms of use|threads|toggle caption|top stories|topics|trending|trending now
    |tweet|twitter|up next|view all|view comments|view in browser|watch live|watch now|whatsapp|what to read next|you may also like|you might also like
    |youtube""".replace("\n", "")
    .replace("    |", "|")
    .strip()
    .split("|")
)

#: Whole sentences of a page about itself: reading aids, cookies, newsletters, rights, accounts.
NOTICES = re.compile(
    "|".join(  # noqa: FLY002 - one pattern a line is read and changed more easily
        (
            r"(?:this )?(?:voice|audio|narration|recording|summary|image) (?:is|was) (?:ai|auto|machine|computer)[ -]?generated(?: by .{0,60})?",
            r"(?:this )?(?:voice|audio|narration|summary) (?:is|was) (?:generated|read|created|produced) (?:by|using|with) (?:an )?(?:ai|automated|artificial).{0,60}",
            r"inconsistencies may occur",
            r"(?:ai|auto|machine)[ -]generated (?:voice|audio|summary|narration).{0,80}",
            r"(?:listen to|hear) this (?:article|story).{0,40}",
            r"(?:this|our) (?:site|website|page) uses cookies.{0,200}",
            r"we (?:and our partners )?use cookies.{0,300}",
            r"by (?:clicking|continuing|signing up|subscribing|providing).{0,120}(?:agree|consent|accept|acknowledge).{0,160}",
            r"(?:sign up|subscribe|register)(?: here| now| today)? (?:for|to) (?:our|the|my|a|your|free|this)\b.{0,160}",
            r"(?:get|receive) .{1,80}(?:in|to|straight to|delivered to) your (?:inbox|phone|mailbox).{0,80}",
            r"(?:already )?(?:a subscriber|have an account)\??(?: (?:sign|log) in.{0,20})?",
            r"(?:copyright|©|\(c\)) ?(?:©|\(c\))? ?(?:19|20)\d\d\b.{0,160}",
            r".{0,60}all rights reserved.{0,160}",
            r"this material may not be published, broadcast.{0,120}",
            r"(?:click|tap|read|see|watch|follow|continue reading)(?: the)?(?: rest| more| full (?:story|article|list))?(?: on this story)? here",
            r"(?:read|see|view) (?:the )?(?:rest|full (?:story|article|report|post|piece|interview|transcript))(?: (?:of|at|on|here)\b.{0,80})?",
            r"read more(?: at|:| on| here| about).{0,160}",
            r"read (?:next|also|now|this next)\b ?:.{1,200}",
            r"(?:related|see also|more|also read|watch|recommended|don't miss|up next)(?: story| article| stories| coverage)? ?:.{1,200}",
            r"more (?:from|on) [^.]{1,60}:?",
            r"(?:please )?(?:follow|find|like) (?:us|me|him|her|them|@?\w+(?: \w+){0,3}) on (?:twitter|facebook|instagram|x|linkedin|telegram|threads|youtube|bluesky|mastodon|snapchat)\b.{0,120}",
            r"(?:download|install) (?:the|our) .{0,40}\bapp\b.{0,80}",
            r"(?:do you )?have a (?:story|news tip|tip).{0,60}(?:email|contact|tell|let us know|\?).{0,120}",
            r"(?:got a|send us (?:a|your)|send) (?:news )?tips?\b.{0,120}",
            r"(?:to )?(?:contact|reach|email) (?:the )?(?:author|writer|reporter|editor)s?\b.{0,160}",
            r"(?:advertisement|ad)(?: -| –| —|:)? ?(?:scroll|continue|story continues|article continues).{0,60}",
            r"(?:the )?(?:story|article) continues below.{0,40}",
            r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]min(?:ute)?s?(?: read| listen)?",
            r"\d{1,6} (?:comments?|shares?|likes?|views?|retweets?)",
            r"(?:first )?(?:published|posted|updated|last updated|last modified|created|modified)(?: on| at| date)?:? .{0,80}\d.{0,60}",
            r"support (?:our|independent|quality) journalism.{0,160}",
            r"(?:your|this) (?:subscription|donation|support|contribution) (?:helps|makes).{0,160}",
            r"please (?:enable|turn on) (?:javascript|cookies).{0,120}",
            r"(?:photo )?gallery: .{1,120}|(?:image|slide|photo) \d{1,3} (?:of|/) \d{1,3}",
            r"(?:by|from|with) (?:[a-z]+ )?staff(?: writer| reporter)?s?(?: and agencies)?",
            r"(?:additional )?(?:reporting|writing|editing) by .{1,160}; .{0,120}(?:editing|writing|reporting) by .{1,120}",
            r"this (?:article|story|post|piece|column) (?:was )?(?:first |originally )(?:appeared|published|posted|ran) (?:on|in|at|by) .{1,120}",
            r".{0,80}\bcontributed (?:to this (?:report|story|article)|reporting|to the reporting)\b.{0,80}",
            r"(?:for more,? )?(?:sign up|subscribe) (?:for|to) .{1,80}\b(?:newsletters?|podcasts?|updates|alerts|channel|here)\b.{0,60}",
            r"(?:we are sorry, ?)?this (?:video|audio|content|image) is (?:restricted|unavailable|not available|no longer available)\b.{0,100}",
            r"enter your e-?mail(?: address)?.{0,60}",
            r"also on [^.:]{1,40}:?",
            r"this (?:article|story|post|report|piece) (?:has been|was|is being|will be) updated\b.{0,160}",
            r"h/t:? .{1,60}",
            r"related videos?: .{1,200}",
            r"do you know more\? .{1,200}",
            r"(?:from )?(?:our |the )?(?:wire services?|news agencies|agencies|newsroom staff|staff and agencies)",
            r"(?:read|see|view) the original (?:article|story|post) (?:on|at|here)\b.{0,60}",
            r"visit .{1,60} for more (?:stories|news)",
            r".{0,80}\bmay (?:earn|receive) .{0,30}commission\b.{0,200}",
            r"(?:the )?(?:views|opinions) expressed (?:here|in this (?:article|piece|column|commentary)|by the author)\b.{0,200}",
            r"do you have an? (?:tip|story|question)\b.{0,250}(?:let us know|email|contact|write to|get in touch).{0,120}",
            r"is there an? .{0,60}should be covering\b.{0,200}",
            r"(?:tags|topics|filed under|keywords|categories) ?: .{1,200}",
            r"(?:next|previous) (?:slide|page|photo)|slideshow continues.{0,60}|(?:scroll|swipe) (?:down )?to (?:read|see|continue)\b.{0,60}",
            r"(?:story|article|written) by .{1,60} • .{1,30}",
            r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2})?,? (?:19|20)\d\d(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,20})?",
            r"</?\w{1,20}[^<>]{0,300}>?",
            r"(?:with )?additional reporting (?:by|from) .{1,200}",
            r".{0,250}(?:follow|reach|contact|email) (?:him|her|them) (?:directly )?(?:on|at|via) .{1,120}",
        )
    )
)

#: Headings of a box about the people who made the page; the box goes on to the end, or for BOX units.
ABOUT = frozenset(
    """about the author|about the authors|about the writer|about the writers|about the reporter|about the contributor
    |about our reporter|about this writer|meet the author|author bio|about the editor""".replace(
        "\n    ", ""
    ).split("|")
)
BOX = 3

#: Headings of a list of other stories; what follows is furniture as long as it is made of short lines.
LISTS = frozenset(
    """more for you|more from this section|more like this|more news|more on this story|more on this topic|more stories|more to read|most popular|most read
    |related|related articles|related content|related coverage|related links|related news|related stories|recommended
    |recommended for you|recommended reading|recommended stories|read next|read more|see also|trending|trending now
    |up next|what to read next|you may also like|you might also like|latest news|latest stories|top stories
    |editors' picks|editor's picks|comments|tags|topics|related topics|also read""".replace("\n    ", "").split("|")
)

#: A line that only says who wrote the page. The name is capitalised, so this one is matched with its letters kept.
BYLINE = re.compile(
    r"(?:By|BY|Written by|Words by|Story by|Reported by) (?:[A-Z][\w.'’-]{0,30}(?:,? and |, | |$)){1,8}"
)

#: What the last lines say of a writer whose name stands in the byline.
BIO = re.compile(
    r" (?:is|was|writes|wrote|covers|covered|reports|reported|lives|has (?:written|covered|reported|been))\b"
)

#: Whole units that belong to a picture.
CAPTIONS = re.compile(
    "|".join(  # noqa: FLY002 - one pattern a line is read and changed more easily
        (
            r"(?:photo|photos|photograph|photography|photo illustration|picture|pictures|image|images|illustration|graphic|video|screenshot|screengrab)"
            r"(?:(?: credits?| courtesy| supplied| provided| taken| composite)? (?:by|via)\b| courtesy of\b|(?: credits?| courtesy)? ?[:/|]| [—–-] ).{1,300}",
            r"\[[^\]]{0,300}\]\([^()]{1,300}\.(?:jpe?g|png|gif|webp|svg|avif)\b[^()]{0,100}\)",
            r"© ?(?!(?:19|20)\d\d)(?:provided by )?.{1,100}|provided by .{1,40}",
            r"(?:file|handout|stock|archive|undated)[ -](?:photo|image|picture|photograph)\b.{0,380}",
            r"file ?(?:-|–|—|:|photo) .{1,380}",
            r"(?:credit|source|caption|pictured|above|below|pic) ?: .{1,300}",
            r"(?:\w+ ){0,4}(?:via )?getty images(?: ?/ ?.{1,60})?",
            r"(?:ap|afp|reuters|epa|upi|shutterstock|istock|alamy|getty) ?(?:photo|images?|file|pool)?(?: ?/ ?[^.]{1,60})?",
            r"[^.\"]{1,50} ?/ ?(?:ap|afp|reuters|epa|getty|getty images|bloomberg|shutterstock|upi)(?: via .{1,40})?",
        )
    )
)

#: Reading aids that stand before the first sentence of a text, glued to it or not.
GLUED = re.compile(
    r"[^\w\"“]{0,8}(?:(?:Voice|Audio|Narration) is (?:AI|auto|computer)[ -]?generated\.|Inconsistencies may occur\."
    r"|Listen to (?:this )?(?:article|story)\b|\d{1,2}[ -]min(?:ute)?s? (?:read|listen)\b)[.:|•\s]{0,8}"
)

#: A picture's credit at the end of a unit: "(Getty Images)", "(AP Photo/…)", "Photo by … / AFP".
CREDIT = re.compile(
    r"(?:\((?=[^()]{1,160}\)\.?$)[^()]{0,100}(?:getty images|/ ?(?:ap|afp|reuters|epa|getty|bloomberg)\b|ap photo|file photo)[^()]{0,50}\)"
    r"|[.!?)\"] (?:photo|photos|photograph|photography|photo credit|image credit|credit) ?: ?[^.:]{1,60}"
    r"|\((?:photo|image|picture|credit|file|courtesy|ap photo|ap/|afp|getty|reuters/|epa|source:|screenshot|handout|pool)[^()]{0,120}\)"
    r"|(?:getty images|ap photo/[^.]{1,60}|afp via .{1,40}|/ ?getty|/ ?afp))\.?$"
)
