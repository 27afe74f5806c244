import pytest
from flask import Flask

from tests.pages import PageClient, mistakes

HEADERS = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff"}
HEAD = (
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Welkom</title>'
)


def page(body: str, *, head: str = HEAD, lang: str = 'lang="nl"') -> str:
    return f"<!doctype html><html {lang}><head>{head}</head><body>{body}</body></html>"


def main(inner: str) -> str:
    return page(f"<main><h1>Welkom</h1>{inner}</main>")


def test_sound_page_has_no_mistakes() -> None:
    form = '<form method="post"><label for="a">Naam</label><input id="a" name="a"></form>'

    assert mistakes(main(form), HEADERS) == []


FAULTY = {
    "no language": (page("<main><h1>Welkom</h1></main>", lang=""), "does not say its language"),
    "no title": (page("<main><h1>Welkom</h1></main>", head='<meta name="viewport">'), "no title"),
    "another title": (page("<main><h1>Dag</h1></main>"), "does not name the heading 'Dag'"),
    "no viewport": (page("<main><h1>A</h1></main>", head="<title>A</title>"), "no viewport"),
    "no main": (page("<h1>Welkom</h1>"), "no main part"),
    "no heading": (page("<main><p>Welkom</p></main>"), "0 headings of level 1"),
    "two headings": (main("<h1>Welkom</h1>"), "2 headings of level 1"),
    "a level left out": (main("<h3>Later</h3>"), "level 3 follows one of level 1"),
    "an id twice": (main('<p id="a">A</p><p id="a">B</p>'), "the id 'a' stands 2 times"),
    "a loose reference": (main('<p aria-describedby="no">A</p>'), "='no' of <p> leads nowhere"),
    "a loose link": (main('<a href="#no">A</a>'), "the link #no leads nowhere"),
    "a control without label": (main('<input name="a">'), "'a' has no label"),
    "an empty label": (main('<label><input name="a"></label>'), "'a' has no label"),
    "a control without name": (main("<label>A <input></label>"), "would not be sent"),
    "loose choices": (
        main('<label>A <input type="radio" name="a"></label>'),
        "the choices of 'a' stand in no named group",
    ),
    "a silent button": (main("<button></button>"), "a <button> has no words"),
    "a silent link": (main('<a href="/x"><img src="/x.svg" alt=""></a>'), "a <a> has no words"),
    "a picture without words": (main('<img src="/x.svg">'), "no alternative text"),
    "a form without method": (main("<form></form>"), "does not say its method"),
    "a tab jump": (main('<p tabindex="2">A</p>'), "jumps the queue"),
    "a bare table": (main("<table><tr><td>A</td></tr></table>"), "no heading cells"),
    "an inline style": (main('<p style="color:red">A</p>'), "<p> carries inline style"),
    "a style element": (
        page("<main><h1>Welkom</h1></main>", head=f"{HEAD}<style></style>"),
        "style",
    ),
    "an inline script": (main("<script>x()</script>"), "a script stands inline"),
    "an event attribute": (main('<p onclick="x()">A</p>'), "<p> carries onclick"),
    "a script link": (main('<a href=" JavaScript:x()">A</a>'), "<a> leads to  JavaScript:x()"),
    "another host": (main('<img alt="" src="//far.example/x.png">'), "asks another host"),
    "unclosed HTML": (main("<b><p>A</b></p>"), "HTML line"),
}


@pytest.mark.parametrize(("html", "message"), FAULTY.values(), ids=FAULTY.keys())
def test_faulty_page_is_told_in_words(html: str, message: str) -> None:
    assert [found for found in mistakes(html, HEADERS) if message in found]


@pytest.mark.parametrize("policy", ["", "default-src 'self'", "default-src 'none' 'unsafe-inline'"])
def test_loose_policy_is_a_mistake(policy: str) -> None:
    found = mistakes(main(""), HEADERS | {"Content-Security-Policy": policy})

    assert found == [f"the security policy is too loose: '{policy}'"]


def test_cookie_on_a_public_page_is_a_mistake() -> None:
    headers = HEADERS | {"Set-Cookie": "a=1"}

    assert mistakes(main(""), headers, path="/S/K7P2QX") == ["a public page sets a cookie: a=1"]
    assert mistakes(main(""), headers, path="/desk/gilden") == []


def test_error_title_need_not_name_the_heading() -> None:
    html = page(
        "<main><h1>Uw naam</h1></main>", head=HEAD.replace("Welkom", "Fout: Naam ontbreekt")
    )

    assert mistakes(html, HEADERS) == []


def test_heading_inside_a_template_is_not_on_the_page() -> None:
    assert mistakes(main("<template><h1>Vraag 2</h1></template>"), HEADERS) == []


def test_client_fails_on_the_first_faulty_page() -> None:
    app = Flask(__name__)
    app.test_client_class = PageClient
    app.add_url_rule("/", view_func=lambda: "<p>Hallo")

    with pytest.raises(AssertionError, match="0 headings of level 1"):
        app.test_client().get("/")
