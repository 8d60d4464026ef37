"""What is counted: the head behind the number, the whole, the noun ahead, the number before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotating.amounts import amounts
from sayso.annotating.counted import phrase
from sayso.model.article import Article, Block
from sayso.model.span import Span


def units(text: str) -> list[str | None]:
    """What the amounts of a text count."""
    return [amount.unit for amount in amounts(Article("a", "a.txt", text, "0"), ())]


@pytest.mark.parametrize(
    ("behind", "unit"),
    [
        (" pumps to the coast", "pumps"),
        (" small, fast boats sank", "small, fast boats"),
        (" black and white dogs", "black and white dogs"),
        (" sales jobs were cut", "sales jobs"),
        (" women drivers", "women drivers"),
        (" six-year terms", "six-year terms"),
        (" undisclosed photos", "undisclosed photos"),
        (" well preserved shipwrecks", "well preserved shipwrecks"),
        (" most successful works", "most successful works"),
        (" attorneys general met", "attorneys general"),
        (" soldiers' families", "soldiers' families"),
        (" children’s books", "children’s books"),
        (" F-16s took off", "F-16s"),
        (" Condor 90s it ordered", "Condor 90s"),
        (" MPs left", "MPs"),
        (" US dollars", "US dollars"),
        (" tonnes of grain", "tonnes"),
        (" square miles off the coast", "square miles"),
        (" km east of it", "km"),
        (" foot soldiers", "foot soldiers"),
        ("-member council", "member"),
        ("-foot-long wall", "foot"),
        ("-strong crew", "crew"),
        (" step approach", "step"),
        (" bedroom flats", "bedroom"),
        ("-square-foot shop", "square-foot"),
        (" other states head to the polls", "states"),
        (" nearby villages", "nearby villages"),
        (" new online shops", "online shops"),
        (" villages nearby", "villages"),
        (" nearby were hurt", None),
        (" involving pay, leave or unions", None),
        (" crew on board", "crew"),
        (" “safe” houses", "safe houses"),
        (" wounded in the raid", "wounded"),
        (" dead and 120 more", "dead"),
        (" wounded soldiers", "wounded soldiers"),
        (" voted for it", None),
        (" fled", None),
        (" and five women", None),
        (" of them", None),
        (", who were there", None),
        ("", None),
    ],
)
def test_phrases(behind: str, unit: str | None) -> None:
    """The phrase behind a number reaches to its head and no further."""
    assert phrase(behind).unit == unit


@pytest.mark.parametrize(
    ("behind", "unit"),
    [
        (" policeman and two nurses", "policeman"),
        (" Heron player was ill", "Heron player"),
        (" case goes on", "case"),
        (" big data point", "big data point"),
        (" person outside Ambria", "person"),
    ],
)
def test_one(behind: str, unit: str) -> None:
    """What one counts is singular; a verb in s ends it."""
    assert phrase(behind, one=True).unit == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They lost 12 of its 40 boats.", ["boats", "boats"]),
        ("Half of the town's 9,400 residents left.", ["residents", "residents"]),
        ("Half the boats sank.", ["boats"]),
        ("Dozens of boats sank.", ["boats"]),
        ("They moved to wooden houses, of which 140 are new.", ["houses"]),
        ("It has a force of 40,000.", ["force"]),
        ("Deaths rose to 40.", ["Deaths"]),
        ("The toll now stands at 33.", ["toll"]),
        ("It killed 12 miners and wounded 40.", ["miners", "miners"]),
        ("The quake killed 40.", ["people"]),
        ("Dozens were injured.", ["people"]),
        ("They have 40 shops. They want another 120.", ["shops", "shops"]),
        ("The rent goes up from 30 to 45 pounds.", ["pounds", "pounds"]),
        ("They pay 5 million crowns, not the original 12 million.", ["crowns", "crowns"]),
        ("There are 90 flats, of which 40 belong to it.", ["flats", "flats"]),
        ("They sold “dozens” of boats.", ["boats"]),
        ("It is one of the things that’s wrong.", ["things"]),
        ("The two agree.", [None]),
        ("They saw 12 (twelve) men.", ["men", "men"]),
        ("Four so-called “experts” met, and 6 boats “of the line”.", ["so-called experts", "boats"]),
        ("It has 12 mg/dL and 4 sq. m of 3 x 4 m at 20 ℃.", ["mg/dL", "sq. m", "m", "m", "℃"]),
        ("It is a nation of 5 million.", ["people"]),
        ("One of its top 10 pump makers left.", ["pump makers", "pump makers"]),
        ("They found 41 bodies; dozens are missing.", ["bodies", "people"]),
        ("Thousands gathered.", ["people"]),
        ("The rent is 900 crowns, up from 750 in May.", ["crowns", "crowns"]),
        ("Output fell to 4 per cent from 6.", ["%", "%"]),
        ("The share rose from 23 to 30 per cent.", ["%", "%"]),
        ("They got 40, 50, and 60 boats.", ["boats", "boats", "boats"]),
        ("The trial of nine cooks began. Two of the nine stayed away.", ["cooks", "cooks", "cooks"]),
    ],
)
def test_elsewhere(text: str, expected: list[str | None]) -> None:
    """Where no noun stands behind a number, the whole, the noun ahead or the number before tells what it counts."""
    assert units(text) == expected


def test_a_block_forgets() -> None:
    """What one block counted is not carried into the next."""
    text = "They have 40 shops.\n\nThey want another 120."
    blocks = [Block(Span(0, 19), "paragraph"), Block(Span(21, len(text)), "paragraph")]
    found = amounts(Article("a", "a.txt", text, "0"), blocks)
    assert [amount.unit for amount in found] == ["shops", None]


@given(st.text(max_size=120), st.booleans())
def test_any_text_behind(behind: str, one: bool) -> None:  # noqa: FBT001 - a drawn value
    """Whatever stands behind: the phrase ends inside it, and its words are words of it."""
    found = phrase(behind, one=one)
    assert 0 <= found.end <= len(behind)
    if found.unit:
        assert all(word.strip("“”\"‘’'") in behind for word in found.unit.split())
