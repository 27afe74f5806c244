"""What a council vote needs on paper: cards, keys, ballots and the minutes."""
