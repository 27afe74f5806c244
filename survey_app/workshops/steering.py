"""Run a workshop: go on and back, open, close, show, ask again, and take the last press back."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from survey_app.core import audit
from survey_app.core.audit import Actor
from survey_app.core.errors import InvalidInputError, NotFoundError, StateError
from survey_app.projects.models import Moment, Project
from survey_app.projects.service import MomentFacts, add_moment
from survey_app.workshops.course import Course, Stop, read_course
from survey_app.workshops.models import Activity, Workshop
from survey_app.workshops.onto_canvas import bring_to_canvas
from survey_app.workshops.queries import n_joined
from survey_app.workshops.rules import BECOMES, LOBBY, Move, Phase, Position, State, may

LONGEST_TIMER = 4 * 3600


class MovedOnError(StateError):
    """Somebody else pressed first, or this cannot be done now; the screen shows how it stands."""


def workshop_for(session: Session, workshop_id: int, actor: Actor) -> Workshop:
    """The workshop, locked for this change; another workspace's workshop is not there."""
    workshop = session.scalar(
        select(Workshop)
        .join(Project, Project.id == Workshop.project_id)
        .where(Workshop.id == workshop_id, Project.workspace_id == actor.workspace_id)
        .with_for_update(of=Workshop)
    )
    if workshop is None:
        raise NotFoundError(f"no workshop {workshop_id} in this workspace")
    return workshop


class Desk:
    """A workshop in the hands of a facilitator: its course, and the activity of this step."""

    def __init__(self, session: Session, workshop: Workshop, actor: Actor, now: datetime) -> None:
        self.session = session
        self.workshop = workshop
        self.actor = actor
        self.now = now
        self.course: Course = read_course(workshop.script, workshop.items)

    @property
    def stop(self) -> Stop | None:
        return self.course.at(self.workshop.step)

    @property
    def activity(self) -> Activity | None:
        """The row of this step, when something can be sent here."""
        if self.stop is None or not self.stop.collects:
            return None
        return self.session.scalar(
            select(Activity)
            .where(Activity.workshop_id == self.workshop.id, Activity.step == self.stop.code)
            .with_for_update()
        )

    def position(self) -> Position:
        row, stop = self.activity, self.stop
        return Position(
            phase=Phase(self.workshop.state),
            step=self.workshop.step,
            steps=len(self.course.stops),
            state=State(row.state) if row is not None else None,
            round=row.round if row is not None else 1,
            rounds=stop.activity.rounds if stop is not None and stop.activity is not None else 1,
        )

    def go(self, step: int) -> None:
        """Go to a step; what was open here is closed, a pause starts its clock."""
        row = self.activity
        if row is not None and row.state == State.OPEN:
            row.state = State.CLOSED
        self.workshop.step, self.workshop.ends_at, self.workshop.blank = step, None, False
        stop = self.stop
        if stop is not None and stop.activity is not None and stop.activity.kind == "break":
            self.workshop.ends_at = self.now + timedelta(minutes=stop.step.minutes)

    def turn(self, move: Move) -> None:
        """Give the activity of this step its next state; another round begins empty."""
        row, stop = self.activity, self.stop
        if row is None or stop is None or stop.activity is None:
            raise MovedOnError("nothing can be sent at this step")
        row.state = BECOMES[move]
        row.round += move is Move.AGAIN
        seconds = stop.activity.seconds
        opens = row.state == State.OPEN
        self.workshop.ends_at = self.now + timedelta(seconds=seconds) if opens and seconds else None
        self.workshop.blank = False


def steer(
    session: Session,
    *,
    workshop_id: int,
    move: Move,
    expected: str,
    actor: Actor,
    now: datetime,
    today: date,
    seconds: int = 60,
    step: int | None = None,
) -> None:
    """Do one press, or jump to ``step``.

    ``expected`` is how the presser saw it stand (``standing_of``): a press that comes too late,
    because a colleague was first, changes nothing and raises MovedOnError.
    """
    desk = Desk(session, workshop_for(session, workshop_id, actor), actor, now)
    workshop, position = desk.workshop, desk.position()
    late = bool(expected) and expected != standing_of(position)
    if late or (step is None and not may(move, position)):
        raise MovedOnError(f"{move} makes no sense in {position}, seen as {expected}")
    before, left = remembered(desk), desk.stop
    if step is not None:
        jump(desk, step)
    else:
        MOVES[move](desk, move, seconds)
    workshop.before = None if move is Move.UNDO else before
    workshop.version += 1
    follow_up(session, desk, left, today=today)
    audit.note(
        session,
        actor=actor,
        action=f"workshop.{move}",
        target=f"workshop {workshop.id}",
        now=now,
        step=workshop.step,
    )


def standing_of(position: Position) -> str:
    """Where a workshop stands, in a few letters: what a button was pressed on."""
    return f"{position.phase}.{position.step}.{position.state or ''}.{position.round}"


def jump(desk: Desk, step: int) -> None:
    """Go to any step of the script."""
    if not LOBBY <= step < len(desk.course.stops):
        raise InvalidInputError(f"no step {step}")
    begin(desk)
    desk.go(step)


def begin(desk: Desk) -> None:
    if desk.workshop.state == Phase.PLANNED:
        desk.workshop.state = Phase.RUNNING


def forward(desk: Desk, _move: Move, _seconds: int) -> None:
    begin(desk)
    desk.go(desk.workshop.step + 1)


def back(desk: Desk, _move: Move, _seconds: int) -> None:
    desk.go(desk.workshop.step - 1)


def turn(desk: Desk, move: Move, _seconds: int) -> None:
    desk.turn(move)


def blank(desk: Desk, _move: Move, _seconds: int) -> None:
    desk.workshop.blank = not desk.workshop.blank


def theme(desk: Desk, _move: Move, _seconds: int) -> None:
    desk.workshop.theme = "light" if desk.workshop.theme == "night" else "night"


def timer(desk: Desk, _move: Move, seconds: int) -> None:
    """Start the clock, or stop it when it runs."""
    if not 0 <= seconds <= LONGEST_TIMER:
        raise InvalidInputError("the clock runs four hours at most")
    runs = desk.workshop.ends_at is not None and desk.workshop.ends_at > desk.now
    desk.workshop.ends_at = None if runs or not seconds else desk.now + timedelta(seconds=seconds)


def end(desk: Desk, _move: Move, _seconds: int) -> None:
    desk.go(desk.workshop.step)
    desk.workshop.state = Phase.ENDED


def reopen(desk: Desk, _move: Move, _seconds: int) -> None:
    desk.workshop.state, desk.workshop.ended_on = Phase.RUNNING, None


def undo(desk: Desk, _move: Move, _seconds: int) -> None:
    """Put back what the last press changed; answers that came in meanwhile are kept."""
    held = desk.workshop.before
    if held is None:
        raise MovedOnError("there is nothing to take back")
    workshop = desk.workshop
    for name in ("state", "step", "blank", "theme"):
        setattr(workshop, name, held[name])
    workshop.ends_at = datetime.fromisoformat(held["ends_at"]) if held["ends_at"] else None
    for step, (state, number) in held["activities"].items():
        desk.session.execute(
            update(Activity)
            .where(Activity.workshop_id == workshop.id, Activity.step == step)
            .values(state=state, round=number)
        )


MOVES: dict[Move, Callable[[Desk, Move, int], None]] = {
    Move.NEXT: forward,
    Move.PREVIOUS: back,
    Move.OPEN: turn,
    Move.CLOSE: turn,
    Move.REVEAL: turn,
    Move.AGAIN: turn,
    Move.BLANK: blank,
    Move.THEME: theme,
    Move.TIMER: timer,
    Move.UNDO: undo,
    Move.END: end,
    Move.REOPEN: reopen,
}


def remembered(desk: Desk) -> dict[str, Any]:
    """What an undo needs: the workshop's own state and that of this step's activity."""
    workshop, row = desk.workshop, desk.activity
    return {
        "state": workshop.state,
        "step": workshop.step,
        "blank": workshop.blank,
        "theme": workshop.theme,
        "ends_at": workshop.ends_at.isoformat() if workshop.ends_at else None,
        "activities": {row.step: [row.state, row.round]} if row is not None else {},
    }


def follow_up(session: Session, desk: Desk, left: Stop | None, *, today: date) -> None:
    """What a press brings along: notes onto the canvas, the moment on the timeline."""
    session.flush()
    bring_to_canvas(session, desk.workshop, left, actor=desk.actor, now=desk.now)
    begin_or_end(session, desk, today=today)


def begin_or_end(session: Session, desk: Desk, *, today: date) -> None:
    """Put the gathering on the project's timeline when it begins, its attendance when it ends."""
    workshop = desk.workshop
    if workshop.state == Phase.RUNNING and workshop.started_on is None:
        workshop.started_on = today
        if workshop.moment_id is None:
            facts = MomentFacts(
                kind=desk.course.script.kind, title=workshop.title[:120], starts_on=today
            )
            moment = add_moment(
                session,
                project_id=workshop.project_id,
                facts=facts,
                actor=desk.actor,
                now=desk.now,
            )
            workshop.moment_id = moment.id
    if workshop.state == Phase.ENDED and workshop.ended_on is None:
        workshop.ended_on = today
        set_attendance(session, workshop)
    session.flush()


def set_attendance(session: Session, workshop: Workshop) -> None:
    moment = session.get(Moment, workshop.moment_id) if workshop.moment_id else None
    if moment is not None:
        moment.done = True
        moment.attendance = n_joined(session, workshop.id) or moment.attendance
