"""Named scales."""

import pytest

from question_banks.scales import scales

NAMES = ["agree5", "feasible5", "frequency5", "important5", "satisfied5", "smiley5"]


def test_these_scales_have_names():
    assert sorted(scales()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_named_scale_has_five_points_in_every_language(name):
    points = scales()[name]

    assert [point.code for point in points] == [1, 2, 3, 4, 5]
    for point in points:
        assert set(point.text.languages) == {"nl", "nl-x-easy", "fr", "de", "en"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["nl", "nl-x-easy", "fr", "de", "en"])
def test_no_two_points_of_a_scale_say_the_same(name, language):
    words = [point.text.wording(language).text for point in scales()[name]]

    assert len(set(words)) == 5
