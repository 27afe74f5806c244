"""A village's Business Model Canvas: nine blocks of notes, alive version after version."""
