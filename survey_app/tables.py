"""Every table of the program in one place, for migrations and for a new database."""

