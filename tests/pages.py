"""A test client that looks every page over before a test sees it: what holds for all pages.

``mistakes(…)`` is the whole list of demands; ``PageClient`` makes it for each HTML answer, so a
test that only wanted a status code still fails on a page with two headings or a nameless button.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ERROR_TITLES = ("Fout:", "Erreur", "Fehler", "Error")
NO_COOKIE = ("/s/", "/r/", "/p/", "/j/", "/v/", "/d/", "/u/", "/static/", "/healthz", "/readyz")
CONTROLS = {"input", "select", "textarea"}
NOT_LABELLED = {"hidden", "submit", "button", "image", "reset"}
LOADED = (
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("form", "action"),
)
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "form")
HEADINGS = {f"h{level}": level for level in range(1, 7)}


class PageClient(FlaskClient):
    """A visitor's browser without JavaScript, and a strict reader of HTML at once."""

    def open(self, *args: Any, **values: Any) -> TestResponse:
        response = super().open(*args, **values)
        if response.mimetype == "text/html" and response.status_code not in {301, 302, 303, 308}:
            found = mistakes(response.text, response.headers, path=response.request.path)
            assert not found, f"{response.request.path}:\n  " + "\n  ".join(found)
        return response


def mistakes(html: str, headers: Mapping[str, str], *, path: str = "/") -> list[str]:
    """Everything that is wrong with a page, in words; an empty list is a sound page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root: Element = parser.parse(html)
    found = [f"HTML line {line}: {name} {facts}" for (line, _), name, facts in parser.errors]
    for look in (of_head, of_headings, of_ids, of_labels, of_groups, of_names, of_inline, of_loads):
        found += look(root)
    return found + list(of_headers(headers, path))


def of_head(root: Element) -> Iterator[str]:
    if not root.get("lang"):
        yield "the page does not say its language"
    title, heading = words(root.find(".//title")), words(root.find(".//h1"))
    if not title:
        yield "the page has no title"
    elif heading not in title and not title.startswith(ERROR_TITLES):
        yield f"the title '{title}' does not name the heading '{heading}'"
    if root.find(".//meta[@name='viewport']") is None:
        yield "the page has no viewport for phones"
    if root.find(".//main") is None:
        yield "the page has no main part"


def of_headings(root: Element) -> Iterator[str]:
    levels = [HEADINGS[str(node.tag)] for node in shown(root) if node.tag in HEADINGS]
    if levels.count(1) != 1:
        yield f"the page has {levels.count(1)} headings of level 1"
    for above, below in pairwise(levels):
        if below > above + 1:
            yield f"a heading of level {below} follows one of level {above}"


def of_ids(root: Element) -> Iterator[str]:
    ids = Counter(node.get("id") for node in root.iter() if node.get("id") is not None)
    yield from (f"the id '{name}' stands {n} times" for name, n in ids.items() if n > 1)
    for node in root.iter():
        for attribute in REFERENCES:
            for name in (node.get(attribute) or "").split():
                if name not in ids:
                    yield f"{attribute}='{name}' of <{node.tag}> leads nowhere"
        link = (node.get("href") or "") if node.tag == "a" else ""
        if link.startswith("#") and link[1:] not in ids:
            yield f"the link {link} leads nowhere on this page"


def of_labels(root: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in root.iter("label") if words(label)}
    wrapped = {id(node) for label in root.iter("label") if words(label) for node in label.iter()}
    for node in root.iter():
        if node.tag not in CONTROLS or node.get("type") in NOT_LABELLED:
            continue
        named = node.get("aria-label") or node.get("aria-labelledby")
        if not named and node.get("id") not in labelled and id(node) not in wrapped:
            yield f"the control '{node.get('name')}' has no label"
        if node.get("type") != "file" and node.get("name") is None:
            yield f"the control '{node.get('id')}' has no name and would not be sent"


def of_groups(root: Element) -> Iterator[str]:
    grouped = {
        id(node)
        for group in [*root.iter("fieldset"), *root.findall(".//*[@role='radiogroup']")]
        if words(group.find("legend")) or group.get("aria-labelledby")
        for node in group.iter("input")
    }
    radios = [node for node in root.iter("input") if node.get("type") == "radio"]
    alone = {str(node.get("name")) for node in radios if id(node) not in grouped}
    yield from (f"the choices of '{name}' stand in no named group" for name in sorted(alone))


def of_names(root: Element) -> Iterator[str]:
    for node in root.iter():
        if node.tag in {"a", "button"} and not spoken(node):
            yield f"a <{node.tag}> has no words: {dict(node.attrib)}"
        if node.tag == "img" and node.get("alt") is None:
            yield f"the picture {node.get('src')} has no alternative text"
        if node.tag == "form" and (node.get("method") or "").lower() not in {"get", "post"}:
            yield "a form does not say its method"
        if int(node.get("tabindex") or 0) > 0:
            yield f"<{node.tag}> jumps the queue of the tab key"
        if node.tag == "table" and not any(cell.get("scope") for cell in node.iter("th")):
            yield "a table has no heading cells with a scope"


def of_inline(root: Element) -> Iterator[str]:
    for node in root.iter():
        if node.tag == "style" or "style" in node.attrib:
            yield f"<{node.tag}> carries inline style"
        if node.tag == "script" and not node.get("src") and node.get("type") != "application/json":
            yield "a script stands inline"
        yield from (
            f"<{node.tag}> carries {name}" for name in node.attrib if str(name).startswith("on")
        )
        link = (node.get("href") or "").strip().lower()
        if link.startswith("javascript:") or (node.tag == "a" and link.startswith("data:")):
            yield f"<{node.tag}> leads to {node.get('href')}"


def of_loads(root: Element) -> Iterator[str]:
    for tag, attribute in LOADED:
        for node in root.iter(tag):
            address = urlsplit(node.get(attribute) or "")
            if address.netloc or address.scheme not in {"", "data"}:
                yield f"<{tag}> asks another host: {address.geturl()}"


def of_headers(headers: Mapping[str, str], path: str) -> Iterator[str]:
    policy = headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "unsafe-" in policy:
        yield f"the security policy is too loose: '{policy}'"
    if headers.get("X-Content-Type-Options") != "nosniff":
        yield "a browser may guess what this is"
    if path.lower().startswith(NO_COOKIE) and headers.get("Set-Cookie"):
        yield f"a public page sets a cookie: {headers.get('Set-Cookie')}"


def words(node: Element | None) -> str:
    """What an element says, in one line."""
    return "" if node is None else " ".join("".join(node.itertext()).split())


def spoken(node: Element) -> str:
    """What a screen reader calls an element."""
    pictures = [str(img.get("alt") or "") for img in node.iter("img")]
    return words(node) or str(node.get("aria-label") or "") or "".join(pictures)


def shown(root: Element) -> Iterator[Element]:
    """Every element but those of ``<template>``: parts that are not on the page yet."""
    if root.tag == "template":
        return
    yield root
    for child in root:
        yield from shown(child)
