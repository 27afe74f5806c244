"""What a resident's page shows: one question, the summary, the thanks, or why it cannot be now."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from flask import Response, current_app, g, jsonify, make_response, render_template
from flask_babel import gettext as _
from markupsafe import Markup

from question_banks.item import Item
from question_banks.questionnaire import Questionnaire
from survey_app.core.hosts import public_url
from survey_app.core.i18n import EASY, base, current, page_language
from survey_app.core.qr import svg
from survey_app.core.tokens import RECEIPT_LENGTH, Ticket, grouped, new_code
from survey_app.core.uuids import new_uuid
from survey_app.responses.forms import Raw, Sheet
from survey_app.responses.queries import Entry
from survey_app.responses.rules import Door

NOBODYS = new_code(RECEIPT_LENGTH)
"""A receipt of nobody, drawn at the start: it holds the place of everybody's own."""

CHECK = "@check"
"""Where somebody is who looks all answers over before sending."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One person's way through a questionnaire, as the form carries it from page to page."""

    entry: Entry
    action: str
    uuid: str
    ticket: str
    language: str
    mode: str = "self"
    notice: str = ""
    replaceable: bool = False
    preview: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One question as a page shows it: where it stands and what was sent for it."""

    item: Item
    raw: Raw
    problem: str | None
    number: int
    total: int


def begin(
    entry: Entry,
    *,
    action: str,
    language: str,
    today: date,
    mode: str = "self",
    preview: bool = False,
) -> Visit:
    """A fresh visit with a uuid of its own, so that sending twice counts once."""
    ticket = fresh_ticket(entry, today)
    return Visit(entry, action, new_uuid(), ticket, language, mode, preview=preview)


def fresh_ticket(entry: Entry, day: date) -> str:
    return Ticket(entry.code, entry.number or 0, day).signed()


def steps_of(sheet: Sheet) -> list[Step]:
    """Every question in its order; the number counts only questions that ask something."""
    asking = [item for item in sheet.questionnaire.items() if item.controls()]
    numbers = {item.code: place for place, item in enumerate(asking, start=1)}
    return [
        Step(
            item,
            sheet.raw.get(item.code, {}),
            sheet.problems.get(item.code),
            numbers.get(item.code, 0),
            len(asking),
        )
        for item in sheet.questionnaire.items()
    ]


def question_page(
    visit: Visit, sheet: Sheet, at: str, *, status: int = 200, whole: bool = False
) -> Response:
    """One question live; ``whole`` lays all others ready in the same response, for JavaScript."""
    steps = steps_of(sheet)
    path = [code for code in sheet.path() if asks(sheet, code)]
    current = next(step for step in steps if step.item.code == at)
    if at in path:
        current = replace(current, number=1 + path.index(at), total=len(path))
    later = [step for step in steps if step.item.code != at] if whole else []
    return page(
        "responses/question.html",
        visit,
        sheet,
        status=status,
        step=current,
        later=later,
        whole=whole,
        order=" ".join(step.item.code for step in steps),
        at=at,
        first=sheet.path()[0] == at,
    )


def asks(sheet: Sheet, code: str) -> bool:
    return bool(sheet.questionnaire.item(code).controls())


def check_page(visit: Visit, sheet: Sheet, *, status: int = 200) -> Response:
    """All answers in a list, each with a way to change it, and the button that sends."""
    path = set(sheet.path())
    shown = [step for step in steps_of(sheet) if step.item.code in path and step.item.controls()]
    return page("responses/check.html", visit, sheet, status=status, steps=shown, at=CHECK)


def closed_page(visit: Visit, sheet: Sheet | None, *, door: Door, status: int) -> Response:
    """Kindly say why it cannot be now; whatever was typed stays on the page to copy."""
    g.language = visit.language
    steps = steps_of(sheet) if sheet else []
    typed = [step for step in steps if any(any(v) for v in step.raw.values())]
    title = door_words(door)
    return page(
        "responses/closed.html",
        visit,
        sheet,
        status=status,
        steps=typed,
        door=door,
        title=title,
        said=current_app.extensions["village_page"](visit.entry.project_id),
    )


def thanks_page(visit: Visit, sheet: Sheet, *, receipt: str | None) -> Response:
    """From person to person the thanks differ by the receipt alone: drawn once, then filled in."""
    template = "responses/thanks.html"
    if receipt is None:  # a coach tries a draft, which changes under the hand
        return page(template, visit, sheet, receipt=None)
    g.language = visit.language
    entry = visit.entry._replace(taken=0)
    plain = replace(visit, entry=entry, action="", uuid="", ticket="", notice="", replaceable=False)
    place, shown = held(plain, current()), grouped(NOBODYS)
    if not place.html:
        place.html = drawn(template, plain, sheet, receipt=NOBODYS, receipt_shown=shown)
    return unkept(place.html.replace(NOBODYS, receipt).replace(shown, grouped(receipt)), 200)


class Held:
    """A place for a drawn page that the first reader fills."""

    html: str = ""


@lru_cache(maxsize=256)
def held(_visit: Visit, _spoken: str) -> Held:
    """The place of the thanks of one version, one way in and one language."""
    return Held()


def stand_page(
    entry: Entry, questionnaire: Questionnaire, *, address: str, n: int, live: bool = True
) -> Response:
    """What a shared tablet shows between two people; each begins at ``address``."""
    shown = public_url(f"/s/{entry.code}")
    html = render_template(
        "responses/stand.html",
        entry=entry,
        begin=address,
        question=questionnaire.title.wording(page_language()).text,
        languages=languages_of(questionnaire),
        address=shown.split("://")[-1],
        qr_svg=Markup(  # noqa: S704 — drawn by this program
            svg(shown, title=_("QR-code naar %(address)s", address=shown))
        ),
        today_count=n,
        live=live,
    )
    return make_response(html)


def page(
    template: str, visit: Visit, sheet: Sheet | None, *, status: int = 200, **more: object
) -> Response:
    return unkept(drawn(template, visit, sheet, **more), status)


def drawn(template: str, visit: Visit, sheet: Sheet | None, **more: object) -> str:
    g.language = visit.language
    questionnaire = sheet.questionnaire if sheet else None
    return render_template(
        template,
        visit=visit,
        entry=visit.entry,
        sheet=sheet,
        questionnaire=questionnaire,
        languages=languages_of(questionnaire) if questionnaire else (),
        has_easy=questionnaire is not None and EASY in questionnaire.languages,
        easy=visit.language == EASY,
        **more,
    )


def unkept(html: str, status: int) -> Response:
    """A page that no browser keeps."""
    response = make_response(html, status)
    response.headers["Cache-Control"] = "no-store"
    return response


def languages_of(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The languages of the picker; the easy variant has a button of its own."""
    return tuple(language for language in questionnaire.languages if language != EASY)


def choose_language(asked: str | None, questionnaire: Questionnaire) -> str:
    """The asked language when the questionnaire speaks it, else its first."""
    if asked and asked in questionnaire.languages:
        return asked
    known = {base(language): language for language in reversed(questionnaire.languages)}
    return (
        known.get(base(asked), questionnaire.languages[0])
        if asked
        else (questionnaire.languages[0])
    )


def receipt_json(receipt: str) -> Response:
    return jsonify(receipt=receipt)


def problems_json(problems: dict[str, str], *, status: int = 422, **more: object) -> Response:
    response = jsonify(errors=problems, **more)
    response.status_code = status
    return response


def door_words(state: Door) -> str:
    """What somebody may know of a door that is not open."""
    return {
        Door.DRAFT: _("Deze bevraging is nog niet begonnen."),
        Door.NOT_YET: _("Deze bevraging is nog niet begonnen."),
        Door.FULL: _("We hebben genoeg antwoorden. Dank u wel."),
    }.get(state, _("Deze bevraging is gesloten."))
