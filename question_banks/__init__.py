"""The instrument: questions that are written once and asked in many ways."""
