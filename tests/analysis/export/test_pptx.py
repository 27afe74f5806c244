"""One chart as one slide, for every chart in every state."""

import io

import pytest
from pptx import Presentation

from analysis.export import EXPORTS
from tests.analysis.examples import ALL


@pytest.mark.parametrize("name", ALL)
def test_slide_opens_again_with_finding_and_description(name):
    chart = ALL[name]

    deck = Presentation(io.BytesIO(EXPORTS["pptx"].write(chart)))

    [slide] = deck.slides
    assert slide.shapes.title.text_frame.text
    described = [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in slide.shapes]
    assert any(described)


@pytest.mark.parametrize("name", ["priorities: plain", "quadrant: plain", "answers: grid"])
def test_same_chart_gives_the_same_bytes(name):
    assert EXPORTS["pptx"].write(ALL[name]) == EXPORTS["pptx"].write(ALL[name])
