"""Hand what is printed to the worker: a kind of file each, made from its description."""

from survey_app.core.jobs import Spec, file_kind
from survey_app.responses.printing import notice, paper


@file_kind("poster", "pdf")
def poster(spec: Spec) -> bytes:
    return notice.poster_pdf(notice.PosterSpec.from_json(spec))


@file_kind("flyer", "pdf")
def flyer(spec: Spec) -> bytes:
    return notice.flyer_pdf(notice.PosterSpec.from_json(spec))


@file_kind("card", "pdf")
def card(spec: Spec) -> bytes:
    return notice.card_pdf(notice.PosterSpec.from_json(spec))


@file_kind("paper", "pdf")
def paper_questionnaire(spec: Spec) -> bytes:
    return paper.paper_pdf(paper.PaperSpec.from_json(spec))
