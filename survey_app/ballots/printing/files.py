"""Hand what holds no secret to the worker: paper ballots and minutes."""

from survey_app.ballots.printing import minutes, slips
from survey_app.core.jobs import Spec, file_kind


@file_kind("slips", "pdf")
def paper_ballots(spec: Spec) -> bytes:
    return slips.slips_pdf(spec)


@file_kind("minutes", "pdf")
def minutes_of_meeting(spec: Spec) -> bytes:
    return minutes.minutes_pdf(spec)
