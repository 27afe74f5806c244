"""A slide: words of the script, or of an item of the bank that only informs."""

from question_banks.item import Item
from question_banks.text import Text
from survey_app.activities.base import LiveActivity
from workshop_templates.activities import Info


class LiveInfo(LiveActivity[Info], kind="info", collects=False):
    """Nothing is sent: the words stand large on the projector and on every phone."""

    @property
    def item(self) -> Item | None:
        return self.items[self.settings.item] if self.settings.item else None

    @property
    def title(self) -> Text | None:
        """A bank's item brings a heading; words of the script stand beneath the step's own."""
        return self.item.text if self.item else None

    @property
    def words(self) -> Text:
        if self.item is not None:
            return getattr(self.item, "body", self.item.text)
        return self.settings.body or Text({})

    @property
    def pictogram(self) -> str | None:
        return self.settings.pictogram or (self.item.pictogram if self.item else None)
