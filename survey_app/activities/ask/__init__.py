"""Any question of a bank, asked live: every type of question is a poll for free."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from question_banks.answer import Answer, InvalidAnswerError, Problem, Status
from question_banks.item import Item
from question_banks.measures import Measure
from question_banks.tidy import tidy
from survey_app.activities.ask.counting import AskResult, count, hands_for
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
from survey_app.answers.words import sentence
from survey_app.core.i18n import page_language
from workshop_templates.activities import Ask

if TYPE_CHECKING:
    from analysis.chart import Chart

LONGEST_VALUE = 20_000


class LiveAsk(LiveActivity[Ask], kind="ask"):
    """One answer a person, kept as ``{"answer": …}`` and counted by its pattern."""

    @property
    def item(self) -> Item:
        return self.items[self.settings.item]

    @property
    def title(self) -> Any:
        return self.item.text

    @property
    def counted(self) -> bool:  # type: ignore[override]  # the base's value, worked out
        return self.item.measure is not Measure.TEXT

    @property
    def waits(self) -> bool:  # type: ignore[override]  # the base's value, worked out
        """What people wrote themselves is shown once the facilitator has read it."""
        return self.item.measure is Measure.TEXT

    def clean(self, raw: Raw) -> Body:
        try:
            answer = self.item.clean(self.controls(raw))
        except InvalidAnswerError as error:
            raise self.refused(error.problem, error.params) from error
        if answer.status is Status.SKIPPED:
            raise self.refused(Problem.MISSING, {})
        return {"answer": answer.to_json()}

    def refused(self, problem: Problem, params: Mapping[str, str | int]) -> RefusedError:
        question = self.item.text.wording(page_language()).text
        return RefusedError({self.item.code: sentence(problem, params, question)})

    def controls(self, raw: Raw) -> dict[str, tuple[str, ...]]:
        """The strings sent for this item, by what follows ``<code>.`` in a control's name."""
        found = {}
        for suffix in self.item.controls():
            name = f"{self.item.code}.{suffix}" if suffix else self.item.code
            found[suffix] = tuple(tidy(value[:LONGEST_VALUE]) for value in raw.get(name, ()))
        return found

    def pattern(self, body: Body) -> str | None:
        return self.item.pattern(Answer.from_json(body["answer"]))

    def asked(self, *, mine: Sequence[Given], sheet: Sheet, language: str) -> Mapping[str, Any]:  # noqa: ARG002 — its words carry their languages
        """The question as ``items/<widget>.html`` draws it, with what was typed or sent before."""
        raw: Mapping[str, Sequence[str]] = self.controls(sheet.raw)
        if not sheet.raw and mine:
            raw = self.item.raw(Answer.from_json(mine[0].body["answer"]))
        problem = sheet.problems.get(self.item.code)
        return {"question": {"item": self.item, "raw": raw, "problem": problem}}

    def result(self, given: Iterable[Given], hands: Iterable[Hand], *, k: int) -> AskResult:
        return count(self.item, tuple(given), tuple(hands), k=k)

    def countable(self, given: Sequence[Given]) -> Sequence[Countable]:  # noqa: ARG002 — the script says what can be chosen
        return hands_for(self.item)

    def answers(self, body: Body) -> Iterator[tuple[str, Answer]]:
        if not self.trial:
            yield self.item.code, Answer.from_json(body["answer"])

    def to_chart(
        self,
        given: Iterable[Given],
        hands: Iterable[Hand],
        *,
        k: int,
        about: str,
        language: str,
    ) -> "Chart | None":
        from survey_app.activities.ask.charting import chart_of  # noqa: PLC0415 — slow import

        return chart_of(self.item, tuple(given), tuple(hands), k=k, about=about, language=language)
