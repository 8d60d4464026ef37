"""Replies that answer and replies that only sound like it: fifty-eight ways to say no, or nothing."""

from __future__ import annotations

import hashlib

import pytest

from sayso.annotating.annotate import annotate
from sayso.brain.rules import RuleTagger
from sayso.lang.en.denials import NON_DENIALS
from sayso.model.article import Article

#: (kind of denial, a sentence); "none" where nothing is denied and no answer refused.
REPLIES = [
    ("no comment", "The harbour office declined to say who had signed the order."),
    ("no comment", "Bo Berg refused to confirm that ships had been moved."),
    ("no comment", '"We never comment on transfers," Bo Berg said.'),
    ("no comment", '"I won\'t comment on ongoing talks," Ada Lind said.'),
    ("no comment", '"The ministry does not discuss security matters," its spokesman said.'),
    ("no comment", '"I\'m not going to get into hypotheticals," Ada Lind said.'),
    ("no comment", '"I have nothing to add to what the Chair said," Bo Berg said.'),
    ("no comment", '"We cannot comment on individual cases," a spokeswoman said.'),
    ("no comment", '"I would rather not speculate," Bo Berg said.'),
    ("no comment", '"The Prime Minister has complete confidence in her chief of staff," the spokesman said.'),
    ("no comment", "The Chair retains the board's full confidence, a spokesman said."),
    ("no comment", "Ada Lind neither confirmed nor denied that the gate would close."),
    ("no comment", '"We can neither confirm nor deny the report," the ministry said.'),
    ("no comment", "The ministry would not say whether a levy was planned."),
    ("no comment", '"I will leave the speculation to others," Bo Berg said.'),
    ("denial for now", '"No decisions have been made," the ministry said.'),
    ("denial for now", "A final decision has not been taken, Ada Lind said."),
    ("denial for now", '"We haven\'t decided anything," Bo Berg said.'),
    ("denial for now", '"It is far too early to talk about a levy," Ada Lind said.'),
    ("denial for now", '"Any talk of a merger is premature," Bo Berg said.'),
    ("denial for now", '"Nothing has been signed," Ada Lind said.'),
    ("denial for now", '"There is no need for a levy at this stage," Ada Lind said.'),
    ("not ruled out", '"Nothing can be ruled out," Ada Lind said.'),
    ("not ruled out", "Ada Lind said that no option was off the table."),
    ("not ruled out", '"We are keeping all options open," Bo Berg said.'),
    ("not ruled out", '"I am not excluding anything," Bo Berg said.'),
    ("not ruled out", '"The door remains open," Ada Lind said.'),
    ("not ruled out", "Bo Berg declined to rule out a second levy."),
    ("denial of discussion", '"A levy is not on the agenda," Ada Lind said.'),
    ("denial of discussion", '"There have been no talks about a merger," Bo Berg said.'),
    ("denial of discussion", "The cabinet is not considering a levy, Ada Lind said."),
    ("denial of knowledge", '"I have no information about that," Bo Berg said.'),
    ("denial of knowledge", '"That is a question for the ministry," Bo Berg said.'),
    ("denial of knowledge", '"You will have to ask the police," Ada Lind said.'),
    ("denial of knowledge", '"I don\'t know anything about a levy," Bo Berg said.'),
    ("denial of plans", '"The ministry has no intention of raising the levy," Ada Lind said.'),
    ("denial of plans", '"We are not planning to close the port," Bo Berg said.'),
    ("dismissal of rumours", '"This is pure speculation," Ada Lind said.'),
    ("denial in place", '"There will be no closures in our district," Bo Berg said.'),
    ("denial", '"That is a lie," Ada Lind said.'),
    ("denial", "Ada Lind categorically rejects the claim that a levy was ordered."),
    ("denial", '"There will be no second levy," Ada Lind said.'),
    ("denial", "Bo Berg flatly denied that he had taken money."),
    ("denial", '"This is simply not true," Bo Berg said.'),
    ("denial", '"These allegations are completely false," Ada Lind said.'),
    ("denial", '"It never happened," Bo Berg said.'),
    ("denial", '"There is no truth in these reports," Ada Lind said.'),
    ("denial", '"I did not sign the order," Bo Berg said.'),
    ("denial", "The ministry strongly disputed the figures."),
    ("denial", '"The claim is baseless," Ada Lind said.'),
    ("none", '"The wall will hold," Ada Lind said.'),
    ("none", '"We discussed operational matters for an hour," Bo Berg said.'),
    ("none", '"We must build public confidence in the port," Ada Lind said.'),
    ("none", '"The committee has decided to open the gate," Ada Lind said.'),
    ("none", '"I have not seen a finer harbour," Bo Berg said.'),
    ("none", '"It is not too late," Ada Lind said.'),
    ("none", "The council agreed that nothing had been lost, Ada Lind said."),
    ("dismissal of rumours", "Bo Berg dismissed the reports of a levy."),
]


@pytest.mark.parametrize(("kind", "text"), REPLIES)
def test_the_kind_of_a_reply(kind, text):
    """Each reply has its kind of denial, and is marked a non-denial exactly where it rules nothing out."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    page = annotate(Article(digest[:16], "reply", text, digest, language="en"), RuleTagger())
    found = {one.commitment.denial or "none": one.commitment.non_denial for one in page.statements}
    assert kind in found
    assert found[kind] == (kind in NON_DENIALS)
