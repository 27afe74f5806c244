"""The steering group's dossier: charts in an order, with words around them, as one document."""
