"""Answers: the document each person sent, and the tally that every chart reads."""
