"""Options placed by importance and feasibility: two scales on the phone, one plane on the wall."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from flask_babel import format_decimal
from flask_babel import gettext as _

from question_banks.answer import Answer, Status
from question_banks.item import Item
from question_banks.options import Option
from question_banks.scales import scales
from survey_app.activities.base import (
    Body,
    Countable,
    Given,
    Hand,
    LiveActivity,
    Raw,
    RefusedError,
    Sheet,
)
from survey_app.activities.matrix.flowing import two_scales
from survey_app.activities.matrix.placing import MatrixResult, Placed, place, place_by_group
from survey_app.activities.matrix.plane import SHAPES, Drawn, drawn
from survey_app.activities.options import options_of
from workshop_templates.activities import Matrix

if TYPE_CHECKING:
    from analysis.chart import Chart

POINTS = ("1", "2", "3", "4", "5")
SIDES = ("important", "feasible")
SCALE_NAMES = ("important5", "feasible5")


class LiveMatrix(LiveActivity[Matrix], kind="matrix"):
    """Kept as ``{"placed": {option: [importance, feasibility]}}``; who skips one leaves it out."""

    @cached_property
    def options(self) -> tuple[Option, ...]:
        return options_of(self.settings, self.items)

    @cached_property
    def grids(self) -> tuple[Item, ...]:
        return two_scales(self.options)

    def clean(self, raw: Raw) -> Body:
        placed, problems = {}, {}
        for option in self.options:
            held = [self.point(raw, side, option.code) for side in SIDES]
            if all(held):
                placed[option.code] = [int(point) for point in held]
            elif any(held):
                problems[f"{SIDES[held.index('')]}.{option.code}"] = _(
                    "Kies twee keer bij “%(option)s”: hoe belangrijk, en hoe haalbaar.",
                    option=option.text.wording("nl").text,
                )
        if problems:
            raise RefusedError(problems)
        if not placed:
            raise RefusedError({"": _("Plaats minstens één idee.")})
        return {"placed": placed}

    def point(self, raw: Raw, side: str, code: str) -> str:
        """The chosen point of one scale; what no scale has is no choice."""
        chosen = next(iter(raw.get(f"{side}.{code}", ())), "")
        return chosen if chosen in POINTS else ""

    def asked(self, *, mine: Sequence[Given], sheet: Sheet, language: str) -> Mapping[str, Any]:  # noqa: ARG002 — the options carry their languages
        held = mine[0].body["placed"] if mine else {}
        chosen = {
            f"{side}.{option.code}": self.point(sheet.raw, side, option.code)
            if sheet.raw
            else str(held.get(option.code, ("", ""))[number])
            for option in self.options
            for number, side in enumerate(SIDES)
        }
        named = {side: scales()[scale] for side, scale in zip(SIDES, SCALE_NAMES, strict=True)}
        return {"options": self.options, "chosen": chosen, "scales": named}

    def result(self, given: Iterable[Given], hands: Iterable[Hand], *, k: int) -> MatrixResult:  # noqa: ARG002 — nobody raises two hands at once
        return place_by_group(self.options, list(given), k=k)

    def countable(self, given: Sequence[Given]) -> Sequence[Countable]:  # noqa: ARG002 — the script says what can be chosen
        """None: a place is two answers of one person, and hands lose who gave both."""
        return ()

    def group_figure(self, row: Placed) -> str:
        return _(
            "belang %(important)s, haalbaar %(feasible)s",
            important=format_decimal(float(row.important.middle)),
            feasible=format_decimal(float(row.feasible.middle)),
        )

    def drawn(
        self,
        result: MatrixResult | None,
        before: MatrixResult | None,
        language: str,
        shape: str,
    ) -> Drawn:
        """The plane as every screen draws it; empty without a result."""
        return drawn(result, before, language, SHAPES[shape])

    def corner_words(self, one: Placed) -> str:
        """Where an option lies, in words."""
        words = {
            "do": _("Doen"),
            "find": _("Eerst uitzoeken"),
            "along": _("Mag erbij"),
            "later": _("Nu niet"),
        }
        return words.get(one.corner, _("Nog niet beslist"))

    def items_answered(self) -> Sequence[Item]:
        return self.grids

    def answers(self, body: Body) -> Iterator[tuple[str, Answer]]:
        for side, item in enumerate(self.grids):
            rows = {code: points[side] for code, points in body["placed"].items()}
            yield item.code, Answer(Status.GIVEN, rows)

    def to_chart(
        self,
        given: Iterable[Given],
        hands: Iterable[Hand],  # noqa: ARG002 — for kinds that hands are raised for
        *,
        k: int,
        about: str,
        language: str,
    ) -> "Chart | None":
        from survey_app.activities.matrix.charting import chart_of  # noqa: PLC0415 — slow import

        question = self.settings.question.wording(language).text
        found = place(self.options, list(given), k=k)
        return chart_of(question, found, k=k, about=about, language=language)
