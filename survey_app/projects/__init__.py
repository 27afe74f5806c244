"""Projects: one village's trajectory, its moments and its population figures."""
