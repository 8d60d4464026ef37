"""What `sayso read --only` shows for the eye: an article's head, then one line a time or an amount."""

from __future__ import annotations

from typing import Final

from sayso.model.amounts import Amount
from sayso.model.case import Page
from sayso.model.prose import days, shortened
from sayso.model.times import TimeMention
from sayso.showing.listing import head

_BOUNDS: Final = {"exact": "", "about": "about ", "at-least": "at least ", "at-most": "at most ", "range": ""}
_WORDS = 100  # code points of a mention that are shown


def findings(page: Page) -> str:
    """Plain text for one article: its times and amounts in text order, then its notes.

    by "next spring": 31 May 2031 or earlier (DATE 2031-SP)
    "5 to 7 million": 5000000 to 7000000 crowns
    """
    lines = [(one.span, time_line(one)) for one in page.times]
    lines += [(one.span, amount_line(one)) for one in page.amounts]
    shown = [f"  {line}" for _, line in sorted(lines)] or ["  nothing was found"]
    notes = [f"  note {note.code}: {note.message}" for note in (*page.article.notes, *page.notes)]
    return "\n".join([head(page), *shown, *notes]) + "\n"


def time_line(mention: TimeMention) -> str:
    """A time as written, with its bound and vagueness, the days it may mean, its TIMEX3 type and value.

        by "next spring": 31 May 2031 or earlier (DATE 2031-SP)

    Straight quotation marks stand around the words of the text.
    """
    bound = "" if mention.bound == "at" else f"{mention.bound} "
    vague = f"{mention.vagueness}, " if mention.vagueness else ""
    what = f"{vague}{mention.type} {mention.timex}"
    return f'{bound}"{shortened(mention.text, _WORDS)}": {days(mention.interval)} ({what})'


def amount_line(amount: Amount) -> str:
    """An amount as written, the numbers it stands for, what they count, and of which whole.

        another "5 to 7 million": 5000000 to 7000000 crowns

    Numbers have no separators and at most 15 digits.
    """
    low, high = amount.low, amount.high
    ends = " to ".join(dict.fromkeys(f"{end:.15g}" for end in (low, high) if end is not None))
    if amount.bound in ("at-least", "at-most"):
        ends = f"{(high if amount.bound == 'at-most' else low) or 0:.15g}"
    additive = f"{amount.additive} " if amount.additive else ""
    whole = f", of {amount.of.removeprefix('of ')}" if amount.of else ""
    unit = f" {amount.unit}" if amount.unit else ""
    return f'{additive}"{shortened(amount.text, _WORDS)}": {_BOUNDS[amount.bound]}{ends}{unit}{whole}'
