"""What the program costs: measured here, on this machine, in a few minutes."""
