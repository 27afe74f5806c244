"""Workshops: a gathering run from a laptop, shown on a projector, answered on phones."""
