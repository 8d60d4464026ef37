"""Where statements come from: roots, copies, circles, retractions, rulings."""

from __future__ import annotations

import pytest

from sayso.brain.entailer import RuleEntailer
from sayso.linking.link import link
from sayso.model.rulings import Ruling

ENTAILER = RuleEntailer()


def _case(make, *pages, **more):
    return link(pages, make.question(), entailer=ENTAILER, **more)


def _said(make, chain, content, *, outlet=None, day=None, kinds=(), lead="", title=None):
    """A page of one sentence in which `chain` says `content`."""
    names = [name.strip() for name in chain.split(">") if name.strip()]
    text = f"{lead}{' > '.join(names)} said {content}."
    page = make.page(text, outlet=outlet, day=day, title=title)
    for name, kind in zip(names, [*kinds, *["person"] * len(names)], strict=False):
        page = make.source(page, name, kind)
    return make.says(page, chain, content)


def test_one_speaker_in_three_outlets_is_one_origin(make):
    """A remark that three outlets bring, one of them through an agency, has one root."""
    case = _case(
        make,
        _said(make, "Tarn Osk", "the harbour will close", outlet="Gull", day="2024-05-02"),
        _said(make, "Tarn Osk", "Velmora closes its harbour", outlet="Tern", day="2024-05-03"),
        _said(
            make,
            "Skerry Wire > Tarn Osk",
            "that the harbour is to close",
            outlet="Kelp",
            day="2024-05-03",
            kinds=["outlet"],
        ),
    )
    (origin,) = case.origins
    assert origin.root == "Tarn Osk, 2 May 2024"
    assert origin.how == "said"
    assert len(origin.statements) == len(origin.articles) == len(origin.refs) == 3
    assert origin.first == case.pages[0].article.id
    assert origin.why


def test_what_a_report_cites_comes_from_the_report(make):
    """Bloggers known through an institute's note are no second origin."""
    one = make.page("The Tidal Institute said that bloggers expect Velmora to close its harbour.", outlet="Gull")
    for name, kind in (("The Tidal Institute", "organisation"), ("bloggers", "group")):
        one = make.source(one, name, kind)
    one = make.says(one, "The Tidal Institute", "that bloggers expect Velmora to close its harbour")
    one = make.says(one, "The Tidal Institute > bloggers", "Velmora to close its harbour")
    (origin,) = _case(make, one).origins
    assert origin.root == "The Tidal Institute"


def test_a_paper_and_who_shows_it_are_one_origin(make):
    """An outlet's papers and what it is said to report are one; a source who told it something is another."""
    leak = make.page(
        "Papers seen by Sluice say the harbour will close. "
        "A source close to the port told Sluice of a closure of the harbour.",
        outlet="Sluice",
        day="2024-05-01",
    )
    leak = make.source(
        make.source(leak, "Papers seen by Sluice", "document"), "A source close to the port", "anonymous"
    )
    leak = make.says(leak, "Papers seen by Sluice", "the harbour will close")
    leak = make.says(leak, "A source close to the port", "a closure of the harbour")
    relay = _said(
        make,
        "Sluice",
        "that Velmora had drafted a closure of its harbour",
        outlet="Gull",
        day="2024-05-02",
        kinds=["outlet"],
    )
    case = _case(make, leak, relay)
    assert sorted((origin.how, len(origin.statements)) for origin in case.origins) == [("document", 2), ("said", 1)]


def test_two_unnamed_sources_are_two_origins(make):
    """An official here and an official there are two, unless one text copies the other."""
    one = _said(make, "an official", "the harbour will close in May", outlet="Gull", kinds=["anonymous"])
    two = _said(make, "an official", "ships must leave the harbour of Velmora", outlet="Tern", kinds=["anonymous"])
    assert len(_case(make, one, two).origins) == 2


def test_a_reprint_of_an_unnamed_source_adds_no_origin(make):
    """A copy by an outlet that nobody knows joins what it copies, the article's own words too."""
    lead = (
        "Fog lay over the quay on the first morning of the week while the crews of the ferries were waiting for a "
        "word from the town hall, and no word came. Velmora will close its harbour, it seems. "
    )
    first = _said(
        make,
        "an official",
        "that the harbour will close",
        outlet="Gull",
        day="2024-05-02",
        kinds=["anonymous"],
        lead=lead,
    )
    copy = _said(
        make,
        "an official",
        "that the harbour will close",
        day="2024-05-03",
        kinds=["anonymous"],
        lead="Read this. " + lead,
    )
    own = "Velmora will close its harbour, it seems"
    alone = _case(make, make.says(first, "", own))
    both = _case(make, make.says(first, "", own), make.says(copy, "", own))
    assert len(alone.origins) == len(both.origins) == 2
    assert sorted(len(origin.statements) for origin in both.origins) == [2, 2]
    assert {origin.how for origin in both.origins} == {"said", "copy"}


def test_own_words_without_a_bearing_need_no_origin(make):
    """What an article says of other matters in its own voice is in no origin."""
    page = make.says(make.page("Herring was cheap on the market of Tarn.", outlet="Gull"), "", "Herring was cheap")
    assert _case(make, page).origins == ()


def test_two_outlets_that_cite_each_other_are_one_circle(make):
    """A cites B, B cites A: one origin, marked and noted as circular."""
    one = _said(
        make, "Tern", "that the harbour will close on Friday", outlet="Gull", day="2024-05-02", kinds=["outlet"]
    )
    two = _said(
        make,
        "the blog Gull",
        "that the harbour will close on Friday",
        outlet="Tern",
        day="2024-05-03",
        kinds=["outlet"],
    )
    case = _case(make, one, two)
    (origin,) = case.origins
    assert origin.circular
    assert "give each other as their ground" in " ".join(origin.why)
    assert "L309" in {note.code for note in case.notes}


def test_a_circle_of_three_is_found(make):
    """A cites B, B cites C, C cites A: one origin; without the last there is no circle."""
    names = ["Gull", "Tern", "Kelp"]
    pages = [
        _said(
            make,
            cited,
            "that Velmora will close its harbour",
            outlet=own,
            day=f"2024-05-0{n + 2}",
            kinds=["outlet"],
        )
        for n, (own, cited) in enumerate(zip(names, [*names[1:], names[0]], strict=True))
    ]
    (origin,) = _case(make, *pages).origins
    assert origin.circular
    assert len(origin.articles) == 3
    assert not any(origin.circular for origin in _case(make, *pages[:2]).origins)


def test_outlets_that_cite_each_other_on_two_matters_are_no_circle(make):
    """A cites B on the harbour, B cites A on herring: that is how newspapers work."""
    one = _said(make, "Tern", "that the harbour will close on Friday", outlet="Gull", kinds=["outlet"])
    two = _said(make, "Gull", "that herring was cheap in Tarn", outlet="Tern", kinds=["outlet"])
    assert not any(origin.circular for origin in _case(make, one, two).origins)


def test_an_article_that_cites_itself_is_no_circle(make):
    """An outlet that names itself as the ground is one origin and no circle."""
    (origin,) = _case(
        make, _said(make, "Gull", "that the harbour will close", outlet="Gull", kinds=["outlet"])
    ).origins
    assert not origin.circular


def test_an_office_and_who_speaks_for_it_are_one_origin_and_two_sources(make):
    """The office's word is its spokesman's, though the office and the man are two sources."""
    page = make.page(
        "The Gullhouse denied that the harbour will close. "
        "Tarn Osk, spokesman of the Gullhouse, said the harbour stays open."
    )
    page = make.source(
        make.source(page, "The Gullhouse", "organisation"), "Tarn Osk", role="spokesman of the Gullhouse"
    )
    page = make.says(page, "The Gullhouse", "that the harbour will close", force="deny")
    case = _case(make, make.says(page, "Tarn Osk", "the harbour stays open"))
    assert len(case.origins) == 1
    assert len(case.sources) == 2


def test_a_described_speaker_is_the_one_with_that_role(make):
    """The words "an adviser to the mayor" with the same number is the named adviser to the mayor."""
    one = make.page(
        "Brann Oster, an adviser to the mayor of Tarn, said that 90 boats must leave the harbour.",
        outlet="Gull",
        day="2024-05-02",
    )
    one = make.amount(
        make.source(one, "Brann Oster", role="an adviser to the mayor of Tarn"), "90 boats", 90, 90, "boats"
    )
    one = make.says(one, "Brann Oster", "that 90 boats must leave the harbour")
    two = make.page("An adviser to the mayor said 90 boats would have to go.", outlet="Tern", day="2024-05-04")
    two = make.amount(make.source(two, "An adviser to the mayor", "anonymous"), "90 boats", 90, 90, "boats")
    two = make.says(two, "An adviser to the mayor", "90 boats would have to go")
    assert len(_case(make, one, two).origins) == 1


def test_a_withdrawn_article_closes_what_rests_on_it_alone(make):
    """A correction that names an article by its title closes that article's origins, and only those."""
    title = "Date set: the harbour closes on Friday"
    first = _said(
        make,
        "a clerk",
        "the harbour will close on Friday",
        outlet="Gull",
        day="2024-05-02",
        kinds=["anonymous"],
        lead=title + "\n",
        title=title,
    )
    other = _said(make, "Ina Brell", "the harbour will not close", outlet="Tern", day="2024-05-03")
    notice = make.page(
        f'Gull withdraws the article "{title}", which it published on 2 May.', outlet="Gull", day="2024-05-06"
    )
    case = _case(make, first, other, notice)
    assert {origin.root.split(",")[0]: origin.retracted for origin in case.origins} == {
        "a clerk": notice.article.id,
        "Ina Brell": None,
    }
    assert [note.code for note in case.notes] == ["L308"]


def test_a_speaker_who_withdraws_closes_his_origin(make):
    """The words "X withdrew his claim" close what X has said; a retraction older than the claim does not."""
    claim = _said(make, "Tarn Osk", "the harbour will close", outlet="Gull", day="2024-05-02")
    late = make.page("Tarn Osk withdrew his claim about the harbour.", outlet="Tern", day="2024-05-04")
    early = make.page("Tarn Osk withdrew his claim about the harbour.", outlet="Tern", day="2024-04-04")
    assert _case(make, claim, late).origins[0].retracted == late.article.id
    assert _case(make, claim, early).origins[0].retracted is None


@pytest.mark.parametrize("verdict", ["merge", "split"])
def test_a_person_joins_and_splits_statements(make, verdict):
    """A ruling on two statements joins their origins or parts them, and taking it away restores what was."""
    second = "Tarn Osk" if verdict == "split" else "Ina Brell"
    pages = [
        _said(make, "Tarn Osk", "the harbour will close", outlet="Gull", day="2024-05-02"),
        _said(make, second, "that the harbour is to close", outlet="Tern", day="2024-05-03"),
    ]
    ids = [page.statements[0].id for page in pages]
    ruling = Ruling("+".join(ids), verdict, "desk", "2024-05-05", "I asked them")
    before = _case(make, *pages)
    after = _case(make, *pages, rulings=[ruling])
    assert len(after.origins) == (1 if verdict == "merge" else 2)
    assert len(before.origins) == (2 if verdict == "merge" else 1)
    assert not after.notes
    assert _case(make, *pages).origins == before.origins


def test_two_outlets_with_their_own_grounds_stay_two(make):
    """The same words on two named grounds are two origins; without a ground the second is a rewording."""
    words = "that Velmora will announce a closure of its harbour within days"
    one = _said(make, "an official", words, outlet="Gull", kinds=["anonymous"])
    two = _said(make, "Kelp Blog", words, outlet="Tern", kinds=["outlet"])
    page = make.page("Velmora will announce a closure of its harbour within days.", outlet="Tern")
    bare = make.says(page, "", page.article.text.rstrip("."))
    assert len(_case(make, one, two).origins) == 2
    assert len(_case(make, one, bare).origins) == 1


def test_the_writer_speaks_for_the_article(make):
    """What "we" and "I" say is the article's own word, one origin with its other own words."""
    page = make.page("We believe the harbour of Velmora will close. Velmora will close its harbour.", outlet="Gull")
    page = make.says(make.source(page, "We", "group"), "We", "the harbour of Velmora will close")
    (origin,) = _case(make, make.says(page, "", "Velmora will close its harbour")).origins
    assert origin.how == "unknown"
    assert len(origin.statements) == 2


def test_a_correction_does_not_hold_what_it_repeats(make):
    """An article that withdraws a report and repeats it leaves the matter open."""
    page = make.page("Gull withdraws its report. We wrote that Velmora will close its harbour.", outlet="Gull")
    page = make.says(make.source(page, "We", "group"), "We", "that Velmora will close its harbour")
    case = _case(make, page)
    assert {stance.lean for stance in case.stances} == {"open"}


def test_a_relay_with_its_own_reporting_is_split(make):
    """An article that reprints one passage and reports on its own keeps its own part as an origin."""
    passage = (
        "Velmora will close its harbour before the herring comes, the letters on the quay say, and the crews of "
        "all ninety boats have been told to look for a berth on the other side of the island."
    )
    extra = "In the north of the island the closure of the harbour is said to be certain among the bakers."
    first = make.page(passage, outlet="Gull", day="2024-05-02")
    lead = passage[: passage.index(",")]
    first = make.says(first, "", lead)
    relay = make.page(f"{passage}\n{extra}", outlet="Tern", day="2024-05-03")
    relay = make.says(make.says(relay, "", lead), "", "the closure of the harbour is said to be certain")
    case = _case(make, first, relay)
    assert sorted((origin.how, len(origin.statements)) for origin in case.origins) == [("copy", 2), ("unknown", 1)]


def test_a_speaker_of_two_weeks_has_two_origins_of_one_source(make):
    """One speaker in articles a month apart, in other words: two occasions of one source."""
    first = _said(make, "Tarn Osk", "the harbour will close", outlet="Gull", day="2024-05-02")
    again = _said(make, "Tarn Osk", "ninety boats must find a berth", outlet="Tern", day="2024-06-09")
    one, two = _case(make, first, again).origins
    assert one.source == two.source
    assert (one.root, two.root) == ("Tarn Osk, 2 May 2024", "Tarn Osk, 9 June 2024")


def test_an_outlet_regrets_its_report_of_a_day(make):
    """An outlet that regrets what it reported on a day takes that article back, and nothing else."""
    text = "On 2 May 2024 we reported that the harbour will close. We regret the error."
    late = make.time(make.page(text, outlet="Gull", day="2024-05-09"), "2 May 2024", "2024-05-02", "2024-05-02")
    claim = _said(make, "Tarn Osk", "the harbour will close", outlet="Gull", day="2024-05-02")
    other = _said(make, "Ina Brell", "the harbour will not close", outlet="Tern", day="2024-05-02")
    case = _case(make, claim, other, late)
    assert {origin.root.split(",")[0]: origin.retracted for origin in case.origins} == {
        "Tarn Osk": late.article.id,
        "Ina Brell": None,
    }


def test_a_hostile_correction_takes_no_time(make):
    """Ten thousand retractions in one sentence are looked at a few times."""
    page = make.page("Gull withdraws its report " * 10_000, outlet="Gull")
    assert _case(make, page, _said(make, "Tarn Osk", "the harbour will close", outlet="Tern")).origins


def test_a_description_in_the_same_article_fits_by_its_office(make):
    """An "adviser to the governor of Tarn" is the man who, further down, advises Governor Brell."""
    text = (
        "An adviser to the governor of Tarn said the harbour will close. "
        "Osk Oster, who advises Governor Brell, said ships must go."
    )
    page = make.source(make.page(text, outlet="Gull"), "An adviser to the governor of Tarn")
    page = make.source(page, "Osk Oster", role="who advises Governor Brell")
    page = make.says(page, "An adviser to the governor of Tarn", "the harbour will close")
    (origin,) = _case(make, make.says(page, "Osk Oster", "ships must go")).origins
    assert origin.root.startswith("Osk Oster")
    assert "the description fits Osk Oster" in origin.why


def test_a_guessed_date_never_comes_first(make):
    """An article that may be older than the rest, or younger, is not the one where an origin was first seen."""
    sure = _said(make, "Tarn Osk", "the harbour will close", outlet="Gull", day="2024-05-03")
    guess = _said(make, "Tarn Osk", "the harbour will close", outlet="Tern", day="2024-04-20/2024-05-10")
    (origin,) = _case(make, sure, guess).origins
    assert origin.first == sure.article.id
