"""What the markup of a news page says about its parts: elements, roles, and the words of class and id. Constants only."""

from __future__ import annotations

#: Elements whose text no reader sees.
INVISIBLE_TAGS = frozenset(
    """script style template noscript head svg math object embed applet audio video canvas map iframe frame
    frameset noframes select option datalist textarea input progress meter param source track dialog title""".split()
)

#: Elements that stand within a line; all others end a block of text.
INLINE_TAGS = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp
    small span strike strong sub sup time tt u var wbr picture""".split()
)

#: Elements and roles that only furniture has, whatever an extractor says of their text.
FURNITURE_TAGS = frozenset("nav footer aside form button menu menuitem fieldset".split())
FURNITURE_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist button".split()
)

#: Elements that group lines within a running text; what they hold stands in the box around them.
PASSED_TAGS = frozenset("ul ol li dl dt dd blockquote".split())

#: Elements around a picture.
CAPTION_TAGS = frozenset("figcaption figure caption".split())

#: Whole words of class and id attributes ("related-stories" has two) that boxes around an article carry.
FURNITURE_WORDS = frozenset(
    """ad ads adslot advert advertisement advertising alert author authorbox authors bio biobox breadcrumb breadcrumbs
    byline comment comments consent cookie cookies copyright dateline disclaimer disqus donate footer gdpr keywords
    latest livechat login menu meta metadata modal mostread nav navbar navigation newsletter outbrain paywall popular
    popup promo pubdate readmore recirc recirculation recommend recommendation recommendations recommended register
    related reply share shares sharing sidebar signup skip social sponsor sponsored subscribe subscription taboola tags
    timestamp toolbar topics trending upnext widget""".split()
)

#: The same of captions and of the lines under a title that sum an article up.
CAPTION_WORDS = frozenset("caption captions credit credits figcaption photocredit imagecaption".split())
TEASER_WORDS = frozenset(
    """abstract deck dek description excerpt leadin standfirst strapline subdeck subhead subheadline subheading
    subtitle summary teaser""".split()
)
