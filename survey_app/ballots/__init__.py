"""Council votes nobody can dispute: named, polled and sealed."""
