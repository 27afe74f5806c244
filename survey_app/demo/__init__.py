"""The demo: five villages with moments, surveys and invented answers, marked as such."""
