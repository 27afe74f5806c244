"""What is printed for a survey: the notice on the wall and the questions on paper."""
