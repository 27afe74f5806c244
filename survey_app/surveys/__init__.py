"""Surveys: a coach's questionnaire from draft to published versions."""
