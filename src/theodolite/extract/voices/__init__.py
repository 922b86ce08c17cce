"""Who speaks where in a text."""
