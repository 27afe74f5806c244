"""The web: surveys behind a QR code, live votes and the coach's desk."""
