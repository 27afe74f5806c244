"""The result: answers in; tallies, priorities, charts and words out."""
