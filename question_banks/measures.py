"""Levels of measurement: all that analysis needs to know of a question."""

from enum import StrEnum


class Measure(StrEnum):
    """What kind of value an answer is; a question type states one of these."""

    NOMINAL = "nominal"
    MULTIPLE = "multiple"
    ORDINAL = "ordinal"
    GRID = "grid"
    RANKING = "ranking"
    POINTS = "points"
    NUMERIC = "numeric"
    TEXT = "text"
    DATE = "date"
    NONE = "none"
