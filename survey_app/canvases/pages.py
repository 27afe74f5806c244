"""What the page of a canvas shows, put together: blocks with their notes, sums and versions."""

from dataclasses import dataclass

from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from survey_app.canvases import queries
from survey_app.canvases.models import Canvas, Note, Snapshot
from survey_app.canvases.queries import Version
from survey_app.canvases.rules import Card, State, Sums, by_block, fresh, sums
from survey_app.canvases.words import BLOCKS, GUIDES
from survey_app.projects.models import Project
from workshop_templates.activities import Block


@dataclass(frozen=True, slots=True)
class BlockView:
    """One block: its name, what it asks while it is empty, its notes and what they add up to."""

    code: Block
    title: str
    guide: str
    cards: tuple[Card, ...]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Page:
    """A canvas now, or as it was in a version."""

    version: Version
    blocks: tuple[BlockView, ...]
    sums: Sums
    fresh: frozenset[str]
    snapshots: tuple[Snapshot, ...]
    waiting: tuple[Note, ...] = ()
    aside: tuple[Note, ...] = ()

    @property
    def next_number(self) -> int:
        return len(self.snapshots) + 1

    @property
    def is_now(self) -> bool:
        return self.version.number == 0

    @property
    def shown(self) -> Snapshot | None:
        """The version on the page; None is the canvas as it stands now."""
        return None if self.is_now else queries.chosen(self.snapshots, self.version.number)

    @property
    def fresh_words(self) -> str:
        """How much is new since the last version; empty when nothing is."""
        if not self.snapshots or not self.fresh:
            return ""
        return ngettext(
            "sinds versie %(number)s: %(num)d kaartje",
            "sinds versie %(number)s: %(num)d kaartjes",
            len(self.fresh),
            number=self.snapshots[-1].number,
        )


def page_of(session: Session, project: Project, number: int) -> Page:
    """The project's canvas as version ``number``; 0 is now, empty while nobody wrote on it."""
    canvas = queries.canvas_of(session, project.id)
    if canvas is None:
        return made(Version(0, "", project.name, "", ()), ())
    snapshots = tuple(queries.snapshots_of(session, canvas.id))
    version = queries.version_numbered(session, canvas, number)
    return made(version, snapshots, *beside(session, canvas))


def beside(session: Session, canvas: Canvas) -> tuple[tuple[Note, ...], tuple[Note, ...]]:
    """What waits for the coach, and what was put aside."""
    waiting = queries.notes_of(session, canvas.id, State.PROPOSED)
    return tuple(waiting), tuple(queries.notes_of(session, canvas.id, State.HIDDEN))


def made(
    version: Version,
    snapshots: tuple[Snapshot, ...],
    waiting: tuple[Note, ...] = (),
    aside: tuple[Note, ...] = (),
) -> Page:
    before = [one for one in snapshots if not version.number or one.number < version.number]
    new = fresh(queries.laid_down(before[-1]).cards, version.cards) if before else frozenset()
    return Page(
        version, blocks_of(version.cards), sums(version.cards), new, snapshots, waiting, aside
    )


def blocks_of(cards: tuple[Card, ...]) -> tuple[BlockView, ...]:
    held = by_block(cards)
    return tuple(
        BlockView(block, str(title), str(GUIDES[block]), held[block], sums(held[block]))
        for block, title in BLOCKS.items()
    )


def version_words(snapshot: Snapshot | None) -> str:
    """A version as people say it: ``versie 3, na de stuurgroep, 12 december 2026``."""
    if snapshot is None:
        return _("zoals het nu is")
    return _(
        "versie %(number)s, %(name)s, %(day)s",
        number=snapshot.number,
        name=snapshot.name,
        day=format_date(snapshot.made_at, "d MMMM yyyy"),
    )
