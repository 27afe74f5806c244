"""How a chart is drawn: as SVG anywhere, as Plotly on the coach's screen, as a page, as a file."""
