"""Workspaces: an organisation, its members and what each may do, its own question bank."""
