"""Surveys for residents' tests (tests/asking.py)."""

from tests.asking import any_asked, asked

__all__ = ["any_asked", "asked"]
