"""The desk's door: who comes in, what may be sent, and what hostile text may do on its pages (nothing)."""

from html.parser import HTMLParser

import pytest
from tests.app.deskcases import Desk, kept

from sayso.app.desk import security
from sayso.app.desk.people import Person, of_cookie, of_token, people
from sayso.app.desk.security import Door, hosts
from sayso.app.desk.serve import Opening, application
from sayso.errors import SettingError
from sayso.store.opening import open_case

ADA, BO = Person("Ada", "a" * 24), Person("Bo", "b" * 24)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A case in a file."""
    return kept(tmp_path_factory.mktemp("door") / "varn.sayso")


@pytest.fixture
def visitor(place):
    """A browser that knows no link yet."""
    from starlette.testclient import TestClient  # noqa: PLC0415 - it warns where it is imported

    return TestClient(application(Opening(place, Door((ADA, BO), ("testserver",)), auto=False)))


@pytest.fixture
def ada(visitor):
    """A browser that has opened Ada's link."""
    visitor.get(f"/help?token={ADA.token}")
    return visitor


def number(place):
    """The last entry of the journal."""
    with open_case(place) as repository:
        return repository.stand().number


def test_without_the_link_nothing_is_shown(visitor):
    """A stranger gets 403 with a hint and not a word of the case, on pages that are there and on others."""
    for path in ("/", "/history", "/statements", "/add", "/jobs", "/stand", "/nowhere"):
        answer = visitor.get(path)
        assert answer.status_code == 403
        assert "sayso desk printed" in answer.text
        assert "Varn" not in answer.text


def test_the_link_is_exchanged_for_a_cookie_at_a_clean_address(visitor):
    """The token leaves the address, other parameters stay; the cookie is HttpOnly, strict, and not the token."""
    answer = visitor.get(f"/history?by=Ada&token={ADA.token}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/history?by=Ada")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert ADA.token not in cookie
    assert visitor.get("/help").status_code == 200


def test_the_exchange_never_leads_to_another_host(visitor):
    """A path that browsers would read as another host stays a path of the desk."""
    for path in ("//evil.example/x", "/\\evil.example"):
        answer = visitor.get(f"http://testserver{path}?token={ADA.token}", follow_redirects=False)
        location = answer.headers.get("location", "/")
        assert location.startswith("/")
        assert not location.startswith(("//", "/\\"))


@pytest.mark.parametrize("token", ["", "x", "a" * 23, "ä" * 24, "a" * 24 + "\x00"])
def test_a_wrong_token_opens_nothing(visitor, token):
    """Empty, short, odd or nearly right: 403 and no cookie."""
    answer = visitor.get("/", params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_link_from_elsewhere_comes_again_by_itself(visitor):
    """A visit that another site led to has no strict cookie: it is answered by a page that calls again."""
    far = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    answer = visitor.get("/history", headers=far)
    assert 'http-equiv="refresh"' in answer.text
    assert "Varn" not in answer.text
    assert visitor.get("/history", headers={**far, "sec-fetch-site": "same-origin"}).status_code == 403


def test_only_the_addresses_of_the_desk_are_answered(ada):
    """A name that somebody points at this machine is not the desk's."""
    for host in ("evil.example", "testserver.evil.example", "testserver:99", ""):
        answer = ada.get("/help", headers={"host": host})
        assert answer.status_code == 421
        assert "Varn" not in answer.text


def test_the_hosts_of_a_desk():
    """A desk on this machine has its three loopback names; another has its address and the names given."""
    assert hosts("127.0.0.1", 8642) == ("127.0.0.1:8642", "localhost:8642", "[::1]:8642")
    assert hosts("10.0.0.7", 80, ["Desk.local"]) == ("10.0.0.7:80", "desk.local:80", "10.0.0.7", "desk.local")


def test_every_answer_carries_the_policy(ada):
    """Pages, refusals, errors and assets: a strict policy, no framing, no referrer; pages are kept by nobody."""
    asset = ada.get("/help").text.partition('href="/assets/')[2].partition('"')[0]
    for path in ("/", "/nowhere", "/help", f"/assets/{asset}", "/assets/0/none.css"):
        headers = ada.get(path).headers
        assert headers["content-security-policy"] == security.POLICY
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        kept_well = "immutable" if path == f"/assets/{asset}" else "no-store"
        assert kept_well in headers["cache-control"]


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, page):
        """Those of `page`."""
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """One tag."""
        self.found.append((tag, dict(attrs)))


def test_pages_have_no_inline_script_or_style(ada):
    """Nothing that the policy would have to forbid, and no address of another host to load from."""
    for path in ("/", "/history", "/search?q=port", "/add", "/help", "/jobs"):
        for tag, given in Tags(ada.get(path).text).found:
            assert tag != "style"
            assert tag != "script" or given["src"].startswith("/assets/")
            assert not [name for name in given if name == "style" or name.startswith(("on", "hx-on"))]
            led = [given[name] or "" for name in ("src", "href", "action", "hx-get", "hx-post") if name in given]
            assert all(to.startswith(("/", "#", "data:,")) and not to.startswith("//") for to in led), (path, led)


def test_a_form_needs_the_token_of_its_person(ada, place):
    """No token, a wrong one or somebody else's: 403, and the journal is as it was."""
    before = number(place)
    for pledge in (None, "", "x", BO.pledge, ADA.token):
        data = {"id": "r-1", **({"pledge": pledge} if pledge is not None else {})}
        assert ada.post("/undo", data=data).status_code == 403
    assert ada.post("/undo", headers={"x-pledge": BO.pledge}).status_code == 403
    assert number(place) == before


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "https://evil.example"},
        {"origin": "http://testserver:99"},
        {"origin": "http://testserver.evil.example"},
    ],
)
def test_a_form_from_elsewhere_is_refused(ada, headers):
    """Even with the right token, what the browser says comes from another site is not acted on."""
    answer = ada.post("/update", data={"pledge": ADA.pledge}, headers=headers)
    assert answer.status_code == 403
    assert "not sent from the desk" in answer.text


def test_a_form_of_the_desk_is_taken(ada):
    """The same from the desk's own page, whose policy has the browser say "null", goes through to its function."""
    for headers in ({"origin": "null", "sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}, {}):
        assert ada.post("/undo", data={"pledge": ADA.pledge, "id": "r-none"}, headers=headers).status_code == 422


def test_other_methods_are_refused(ada):
    """PUT, DELETE, TRACE and made-up methods change nothing."""
    for method in ("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "FOO"):
        assert ada.request(method, "/history").status_code == 405
    assert ada.get("/undo").status_code == 405
    assert ada.get("/update").status_code == 405


def test_a_body_has_bounds(ada, monkeypatch):
    """Too many bytes, told or untold, too many fields or files: a page that says so, and nothing else happens."""
    monkeypatch.setattr(security, "BODY", 5000)
    pledge = {"x-pledge": ADA.pledge}
    assert ada.post("/add", data={"text": "x" * 6000}, headers=pledge).status_code == 413
    many = (b"x" * 1000 for _ in range(9))
    form = {**pledge, "content-type": "application/x-www-form-urlencoded"}
    assert ada.post("/add", content=many, headers=form).status_code == 413
    monkeypatch.setattr(security, "BODY", 2**20)
    monkeypatch.setattr(security, "FIELDS", 20)
    assert ada.post("/add", data={f"f{n}": "x" for n in range(30)}, headers=pledge).status_code == 400
    monkeypatch.setattr(security, "FILES", 3)
    files = [("files", (f"{n}.txt", b"x", "text/plain")) for n in range(5)]
    assert ada.post("/add", files=files, headers=pledge).status_code == 400
    odd = {**pledge, "content-type": "multipart/form-data; boundary=q", "content-length": "-5"}
    assert ada.post("/add", content=b"nonsense", headers=odd).status_code in {400, 413}


def test_hostile_text_shows_as_text(place):
    """Markup, script and reordering signs of titles, outlets, names and words stand escaped on every page."""
    desk = Desk(place)
    for path in (
        "/",
        "/history",
        "/search?q=owned",
        "/search?q=%3Cscript%3E",
        "/articles",
        "/statements",
        "/sources",
    ):
        page = desk.page(path)
        assert "<script>document" not in page
        assert "<img src=x" not in page
        assert "\u202e" not in page.replace("<bdi class=ctl data-u=U+202E>\u202e</bdi>", "")
    assert "&lt;script&gt;" in desk.page("/search?q=owned")


def test_odd_searches_and_addresses_are_answered(place):
    """Quotes, operators of a search engine, control characters, very long words: a page, never an error."""
    desk = Desk(place)
    odd = [
        '"',
        "a AND",
        "NEAR(",
        "*",
        "-",
        "\x00",
        "\u202e",
        "(" * 500,
        "x" * 5000,
        "' OR 1=1 --",
        "port*",
        "{a b}: c",
    ]
    for query in odd:
        assert desk.client.get("/search", params={"q": query}).status_code == 200
    for path in ("/history?upto=-1", "/history?upto=9e9", "/history?what=zz&by=%00", "/jobs/99", "/stand?as=x"):
        assert desk.client.get(path).status_code in {200, 404}
    assert desk.client.get("/articles/../../etc/passwd").status_code in {200, 404}
    assert desk.client.get("/assets/0/%2e%2e%2fserve.py").status_code == 404


def test_people_have_names_and_links_of_their_own(tmp_path):
    """Named on the command line or in a file, whose tokens stay; each token finds its own person and no other."""
    ada, bo = people(["Ada", " Bo  Lind "])
    assert (ada.name, bo.name) == ("Ada", "Bo Lind")
    assert len({ada.token, bo.token, ada.cookie, bo.cookie, ada.pledge, bo.pledge}) == 6
    assert of_token((ada, bo), bo.token) is bo
    assert of_cookie((ada, bo), ada.cookie) is ada
    assert of_cookie((ada, bo), ada.token) is None
    file = tmp_path / "people.csv"
    file.write_text(f"name,token\nCarl,{'c' * 24}\nDora,\n", encoding="utf-8")
    carl, dora = people(file=str(file))
    assert carl.token == "c" * 24
    assert people(file=str(file))[0].cookie == carl.cookie
    assert len(dora.token) > 24
    assert people()[0].name


@pytest.mark.parametrize(
    ("names", "text", "told"),
    [
        ([""], None, "1 to 80"),
        (["Ada", "Ada"], None, "twice"),
        (["A\x07da"], None, "printable"),
        ([], "who\nAda\n", "no column name"),
        ([], "name,token\nAda,short\n", "line 2"),
        ([], "name,token\n,\n", "line 2"),
        ([], None, "cannot be read"),
    ],
)
def test_people_who_cannot_be_told_apart_are_refused(tmp_path, names, text, told):
    """An empty, odd or repeated name, a short token, a file without names: an error that says what to do."""
    file = tmp_path / "people.csv"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=told):
        people(names, None if names else str(file))
