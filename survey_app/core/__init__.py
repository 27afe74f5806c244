"""What every feature stands on: database, writer, permissions, errors. It knows no feature."""
