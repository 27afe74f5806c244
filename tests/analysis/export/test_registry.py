"""Formats are found by themselves and never take each other's name."""

import pytest

from analysis.export import EXPORTS
from analysis.export.registry import export


def test_every_format_has_an_extension_and_a_media_type():
    assert {"csv", "csv-be", "pdf", "png", "svg", "xlsx"} <= set(EXPORTS)
    for one in EXPORTS.values():
        assert one.extension.isalnum()
        assert "/" in one.mimetype


def test_a_second_format_of_the_same_name_is_refused():
    with pytest.raises(ValueError, match="two formats are called csv"):
        export("csv", "csv", "text/csv")(lambda _chart: b"")
