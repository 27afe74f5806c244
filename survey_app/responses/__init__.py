"""Responses: the ways in to a survey, the resident's page, receipts and contacts."""
